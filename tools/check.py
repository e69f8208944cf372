"""Holds the code to its rules: style, types on three systems, import contracts, texts, licences."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tools import licences, texts

ROOT = Path(__file__).resolve().parent.parent
SYSTEMS = ("linux", "win32", "darwin")

Check = Callable[[], list[str]]
"""A check returns a line for each thing that is wrong."""


def _tool(*command: str) -> list[str]:
    """Run a tool of the environment; return its output if it fails."""
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    return (result.stdout + result.stderr).strip().splitlines() if result.returncode else []


def _module(*command: str) -> Check:
    return partial(_tool, sys.executable, "-m", *command)


def _types(system: str) -> Check:
    """Check types as on one system, with a cache of its own so that the three do not undo one another's."""
    return _module("mypy", "--platform", system, "--cache-dir", f".mypy_cache/{system}")


def _contracts() -> list[str]:
    suffix = ".exe" if os.name == "nt" else ""
    return _tool(str(Path(sys.executable).parent / f"lint-imports{suffix}"), "--no-logo")


def checks() -> dict[str, Check]:
    """Return every check by the name it is reported under."""
    return {
        "style": _module("ruff", "check", "--quiet"),
        "layout": _module("ruff", "format", "--check", "--quiet"),
        **{f"types on {system}": _types(system) for system in SYSTEMS},
        "import rules": _contracts,
        "texts": texts.check,
        "licences": licences.check,
    }


def main() -> int:
    """Run every check, name each with its outcome, and return 1 if one failed."""
    failed = 0
    for name, check in checks().items():
        began = time.monotonic()
        lines = check()
        print(f"{name:18} {'failed' if lines else 'ok':8}{time.monotonic() - began:5.1f} s", flush=True)
        print("".join(f"  {line}\n" for line in lines), end="", flush=True)
        failed += bool(lines)
    print(f"{failed} check(s) failed." if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
