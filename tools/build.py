"""Builds the program to hand on: a folder, tried out, and on Linux an archive; `--measure` also times its start."""

from __future__ import annotations

import lzma
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from runpy import run_path

from crm_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
NAME = "crm-desktop"
DIST, WORK = ROOT / "dist", ROOT / "build"
LARGEST_ARCHIVE = 60_000_000
"""Bytes of the archive for Linux that are not to be passed."""
SLOWEST_START = 1.3
"""How many times as long as from source the built program may take to be usable."""
_DICTIONARY = 64 << 20


class BuildError(Exception):
    """The build did not come to what is promised; the text says why."""


def main(arguments: Sequence[str]) -> int:
    """Build, try out, pack, and say what came of it; return the exit code."""
    try:
        make()
        for program in programs():
            try_out(program)
        archive = pack() if sys.platform.startswith("linux") else None
        print(summary(archive), flush=True)
        if archive is not None and archive.stat().st_size > LARGEST_ARCHIVE:
            raise BuildError(f"{archive.name} is larger than {LARGEST_ARCHIVE:,} bytes.")
        if "--measure" in arguments:
            measure()
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def make() -> None:
    """Let PyInstaller make the folder; raise BuildError with the end of what it said."""
    print("Building (a minute or two) …", flush=True)
    WORK.mkdir(exist_ok=True)
    log = WORK / "build.log"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--workpath", str(WORK), "--distpath", str(DIST)]
    with log.open("w", encoding="utf-8") as said:
        done = subprocess.run([*command, "build.spec"], cwd=ROOT, stdout=said, stderr=said, check=False)
    if done.returncode:
        end = log.read_text(encoding="utf-8", errors="replace").splitlines()[-8:]
        raise BuildError("\n".join([*end, f"The build failed; all it said is in {log}."]))
    for name, source in (("NOTICES.txt", WORK / "notices.txt"), ("LICENSE.txt", ROOT / "LICENSE")):
        shutil.copyfile(source, DIST / NAME / name)
    if sys.platform.startswith("linux"):
        run_path(str(ROOT / "packaging" / "linux" / "desktop_files.py"))["write_desktop_files"](DIST / NAME)


def programs() -> list[Path]:
    """Return the two programs that were built."""
    folder, suffix = DIST / NAME, ".exe" if sys.platform == "win32" else ""
    if sys.platform == "darwin":
        folder = DIST / "Customer book.app" / "Contents" / "MacOS"
    return [folder / f"{NAME}{suffix}", folder / f"{NAME}-cli{suffix}"]


def try_out(program: Path) -> None:
    """Let a built program try itself out as on a computer without Python; raise BuildError where it does not pass."""
    print(f"{program.name} --self-test", flush=True)
    with tempfile.TemporaryDirectory() as home:
        command = [str(program), "--lang", "en", "--self-test"]
        done = subprocess.run(
            command, cwd=home, env=bare_environment(home), capture_output=True, encoding="utf-8", check=False
        )
    print("".join(f"  {line}\n" for line in (done.stdout or "").splitlines()), end="", flush=True)
    if done.returncode:
        raise BuildError(f"{program.name} failed its self-test ({done.returncode}).\n{done.stderr}")


def bare_environment(home: str) -> dict[str, str]:
    """Return an environment in which no Python of this computer is found, with a home of its own."""
    kept = {name: value for name, value in os.environ.items() if name.upper() in _KEPT}
    folders = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    path = kept.get("PATH", "") if sys.platform == "win32" else "/usr/bin:/bin"
    return {**kept, **dict.fromkeys(folders, home), "PATH": path, "QT_QPA_PLATFORM": "offscreen"}


_KEPT = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL")


def archive_path() -> Path:
    """Return where the archive for Linux lies."""
    return DIST / f"{NAME}-{__version__}-linux-{platform.machine()}.tar.xz"


def pack() -> Path:
    """Pack the folder into an archive, every file owned by whoever unpacks it, and return the archive."""
    target = archive_path()
    print(f"Packing {target.name} …", flush=True)
    # Machine code packs better with its jumps made absolute; the dictionary holds a third of everything at once.
    filters = [{"id": lzma.FILTER_X86}] if platform.machine() == "x86_64" else []
    filters.append({"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": _DICTIONARY})
    with lzma.open(target, "wb", filters=filters) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for file in sorted((DIST / NAME).rglob("*"), key=_order):
            archive.add(file, f"{NAME}/{file.relative_to(DIST / NAME).as_posix()}", recursive=False, filter=_plain)
    return target


def _order(file: Path) -> tuple[str, str]:
    """Put files of one kind side by side: they pack better."""
    return "" if file.is_dir() else file.suffix or "-", str(file)


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder, those that are links left out."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def summary(archive: Path | None) -> str:
    """Return what was made and how large it is."""
    folder = programs()[0].parent
    lines = [f"{folder}: {size_of(folder) / 1e6:.0f} MB"]
    if archive is not None:
        lines.append(f"{archive}: {archive.stat().st_size / 1e6:.1f} MB")
    return "\n".join(lines)


def measure() -> None:
    """Say how long the built program takes to be usable against the source, and its memory; raise BuildError."""
    from tools.start_time import compared

    began = time.monotonic()
    ours, source = compared(str(programs()[0]), [sys.executable, "-m", "crm_desktop"])
    ratio = ours.processor / source.processor
    print(f"start to usable: {ours.processor:.2f} s of processor, {ratio:.2f} × from source ({source.processor:.2f} s)")
    print(f"memory then: {ours.memory:.0f} MB, from source {source.memory:.0f} MB")
    print(f"(measured in {time.monotonic() - began:.0f} s)")
    if ratio > SLOWEST_START:
        raise BuildError(f"The start takes more than {SLOWEST_START} × as long as from source.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
