"""The little library that stands between a program and its disk; made from C where there is a compiler."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

SOURCE = Path(__file__).with_name("disk_shim.c")


@cache
def shim() -> Path:
    """Return the library, made once for a run; skip where it cannot be."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("the disk shim needs Linux and a C compiler")
    library = Path(mkdtemp(prefix="crm-disk-shim-", dir=os.environ["XDG_DATA_HOME"])) / "disk_shim.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl", "-lpthread"]
    subprocess.run(command, check=True)
    return library


def environment(root: Path, **more: str) -> dict[str, str]:
    """Return the environment of a program whose files under `root` are looked after by the shim."""
    return os.environ | {"LD_PRELOAD": str(shim()), "CRM_SHIM_ROOT": str(root)} | more
