"""Tries the built program out where nothing is installed: no Python, no Qt, no network, no shell, no font.

    python3 -m tools.bare_root [ARCHIVE]      after `python3 dev.py build`, on Linux, as root

A new root folder gets the C library and `REQUIRED`, with what these load, from this computer, and the unpacked
archive; both programs run their self-test in it with a file system, processes and network of their own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools import build

REQUIRED = ("libz.so.1", "libxcb.so.1", "libGL.so.1", "libEGL.so.1")
"""What a program built for Linux expects of the computer beside the C library (docs/packaging.md)."""
_C_LIBRARY = ("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libresolv.so.2", "libutil.so.1")
_FOLDERS = ("proc", "dev", "tmp", "home", "opt")
_DEVICES = ("null", "urandom")


def main(arguments: Sequence[str]) -> int:
    """Try both programs of an archive; return the exit code."""
    archive = Path(arguments[0]) if arguments else build.archive_path()
    if shutil.which("unshare") is None or not archive.is_file():
        print(f"This needs Linux, root, and {archive}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        furnish(root, archive)
        codes = [_run(root, f"/opt/{build.NAME}/{program}") for program in (build.NAME, f"{build.NAME}-cli")]
        left = [str(path) for name in ("tmp", "home") for path in (root / name).iterdir()]
    print(f"Left behind: {', '.join(left) or 'nothing'}.")
    return 1 if any(codes) or left else 0


def furnish(root: Path, archive: Path) -> None:
    """Fill a root folder with the libraries, the devices and the unpacked program."""
    for name in _FOLDERS:
        (root / name).mkdir()
    for source in libraries((*_C_LIBRARY, *REQUIRED)):
        target = root / source.relative_to("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    for device in _DEVICES:
        (root / "dev" / device).touch()
    with tarfile.open(archive) as packed:
        packed.extractall(root / "opt", filter="data")


def libraries(names: Sequence[str]) -> list[Path]:
    """Return where this computer has these libraries and all that they load."""
    listed = _said("/sbin/ldconfig", "-p")
    places = [found[1] for name in names if (found := re.search(rf"^\s*{re.escape(name)} .*=> (/\S+)", listed, re.M))]
    return sorted({Path(path) for place in places for path in (place, *_loaded(place))})


def _loaded(library: str) -> Iterator[str]:
    for line in _said("ldd", library).splitlines():
        if found := re.search(r"(?:=> )?(/\S+) \(0x", line):
            yield found[1]


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def _run(root: Path, program: str) -> int:
    """Run a self-test in the root, which is left as it is afterwards; nothing of this environment goes along."""
    devices = " && ".join(f'mount --bind /dev/{name} "$0/dev/{name}"' for name in _DEVICES)
    inside = f'mount -t proc proc "$0/proc" && {devices} && exec env -i HOME=/home "$(command -v chroot)" "$0" "$@"'
    command = ["unshare", "--mount", "--pid", "--fork", "--net", "sh", "-c", inside, str(root), program, "--self-test"]
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    return subprocess.run(command, env={"PATH": path}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
