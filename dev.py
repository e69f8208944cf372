"""The one door for every task on this program; needs nothing but Python 3.11 or later.

  python3 dev.py run [ARGUMENTS]      open the program (or run one of its commands, e.g. `run find 王`)
  python3 dev.py test [PYTEST ...]    every test, those below the window with Qt hidden
  python3 dev.py check                style, types, import rules, texts, licences
  python3 dev.py bench [--only NAME] [--write] [--json FILE]
                                      figures beside their floors; --write keeps them in docs/benchmarks.md
  python3 dev.py faults [--only ROW] [--full --minutes N]
                                      kills, power cuts, broken disks: noted in docs/reliability.md
  python3 dev.py pictures [FOLDER]    every page as PNG, both languages, light and dark
  python3 dev.py guide-pictures       the pictures of the user guide, drawn anew
  python3 dev.py texts                bring the translation files up to date
  python3 dev.py build [--measure]    the program to hand on, in dist; --measure times its start
  python3 dev.py notices              bring the list of dependencies and their licences up to date

On Windows type `py dev.py run`. The first start makes `.venv` and fills it with pinned versions.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent
_ON_BOTH_CORES = ("-q", "-rs", "-n", "2")

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a sentence instead of a syntax error
    sys.exit(f"This program needs Python 3.11 or later; this is {sys.version.split()[0]}.")

from tools import environment, system  # noqa: E402 - these modules need Python 3.11


def main(arguments: list[str]) -> int:
    """Do one verb and return the exit code."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a redirected Windows console cannot write every letter
    if verb not in VERBS:
        print(__doc__)
        return 0 if verb in ("help", "-h", "--help") else 2
    try:
        return VERBS[verb](rest)
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Start the program with these arguments, in the folder the user is in."""
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    window = system.opens_a_window(arguments)
    if window and not system.has_display(os.environ, system.is_linux()):
        print(system.no_display_message(), file=sys.stderr)
        return 1
    libraries = system.QT_LIBRARIES if window or system.SELF_TEST in arguments else {}
    need(libraries | system.WINDOW_LIBRARIES if window else libraries, font=window)
    python = environment.prepare(dev=False)
    return become([str(python), "-m", "crm_desktop", *arguments])


def test(arguments: list[str]) -> int:
    """Run all tests on two processes, those of the rooms below the window with Qt hidden; or run pytest as asked."""
    pytest = _pytest()
    if arguments:
        return _call([*pytest, *arguments])
    print("The window, and whole processes:", flush=True)
    window = _call([*pytest, *_ON_BOTH_CORES, "-p", "tests.support.only_qt"])
    print("Below the window, with Qt hidden:", flush=True)
    below = _call([*pytest, *_ON_BOTH_CORES, "-p", "no:pytest-qt", "-p", "tests.support.no_qt"])
    return window or below


def _pytest() -> list[str]:
    need(system.QT_LIBRARIES)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return [str(environment.prepare(dev=True)), "-m", "pytest"]


def bench(arguments: list[str]) -> int:
    """Measure the program against its bars."""
    need(system.QT_LIBRARIES)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _tool("tests.bench", arguments)


def faults(arguments: list[str]) -> int:
    """Put what is promised under faults to the test, at the size of an inspection or a release."""
    need(system.QT_LIBRARIES)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _tool("tests.faults.run", arguments)


def pictures(arguments: list[str]) -> int:
    """Draw every page of the sample shop into a folder (docs/pictures unless named)."""
    need(system.QT_LIBRARIES, font=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = [str(environment.prepare(dev=False)), "-m", "crm_desktop"]
    with tempfile.TemporaryDirectory() as folder:
        shop = [*program, "--data-dir", str(Path(folder) / "shop")]
        made = _call([*shop, "--lang", "zh_CN", "demo"])
        return made or _call([*shop, "pictures", *(arguments or [str(ROOT / "docs" / "pictures")])])


def guide_pictures(arguments: list[str]) -> int:
    """Draw the pictures of the user guide, always the same ones: a sample shop on one and the same day."""
    from tools import guide_pictures as guide

    need(system.QT_LIBRARIES, font=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    program = [str(environment.prepare(dev=False)), "-m", "crm_desktop"]
    return guide.draw(program, *map(Path, arguments[:1]))


def build(arguments: list[str]) -> int:
    """Build the program to hand on: a folder that needs no Python, tried out, and on Linux an archive of it."""
    need(system.QT_LIBRARIES | system.WINDOW_LIBRARIES | system.python_library(), programs=system.BUILD_PROGRAMS)
    python = environment.prepare(dev=False, build=True)
    return _call([str(python), "-m", "tools.build", *arguments])


def check(arguments: list[str]) -> int:
    """Hold the code to its rules."""
    return _tool("tools.check", arguments)


def texts(arguments: list[str]) -> int:
    """Bring the translation files up to date."""
    return _tool("tools.texts", arguments)


def notices(arguments: list[str]) -> int:
    """Bring docs/notices.md up to date."""
    return _tool("tools.licences", arguments)


def need(libraries: dict[str, str], font: bool = False, programs: Mapping[str, str] = system.NO_PROGRAMS) -> None:
    """Make sure of the system packages on Linux, all in one go; raise SetupError with the line to type instead."""
    if not system.is_linux():
        return
    missing = environment.missing_packages() + system.missing_packages(libraries) + system.missing_programs(programs)
    fonts = [system.CHINESE_FONT] if font and not system.has_chinese_font() else []
    if not (missing or fonts) or system.install(missing + fonts):
        return
    message = system.missing_message(missing + fonts)
    if missing:
        raise environment.SetupError(message)
    print(message, file=sys.stderr)


def _tool(module: str, arguments: list[str]) -> int:
    need({})
    return _call([str(environment.prepare(dev=True)), "-m", module, *arguments])


def _call(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def become(command: list[str]) -> int:
    """Hand this process over to a command; on Windows, which has no such thing, wait for it."""
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


VERBS = {
    "run": run,
    "test": test,
    "build": build,
    "check": check,
    "bench": bench,
    "faults": faults,
    "pictures": pictures,
    "guide-pictures": guide_pictures,
    "texts": texts,
    "notices": notices,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
