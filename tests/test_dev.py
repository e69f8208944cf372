"""dev.py, the one door: what it says and decides, without installing anything."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools import environment, system

ROOT = Path(__file__).resolve().parents[1]
PINS = {"pyproject.toml": "[project]", "constraints.txt": "alembic==1"}


@pytest.fixture
def checkout(tmp_path):
    for name, text in PINS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_changed_pin_renews_the_environment(checkout):
    before = environment.stamp_for(checkout, (3, 11))
    assert environment.stamp_for(checkout, (3, 11)) == before
    (checkout / "constraints.txt").write_text("alembic==2", encoding="utf-8")
    assert environment.stamp_for(checkout, (3, 11)) != before


def test_another_python_or_a_moved_checkout_renews_the_environment(checkout, tmp_path):
    moved = tmp_path / "moved"
    moved.mkdir()
    for name, text in PINS.items():
        (moved / name).write_text(text, encoding="utf-8")
    stamps = {environment.stamp_for(*place) for place in ((checkout, (3, 11)), (checkout, (3, 12)), (moved, (3, 11)))}
    assert len(stamps) == 3


@pytest.mark.parametrize(
    ("written", "dev", "current"),
    [
        ('{"stamp": "a", "dev": true}', True, True),
        ('{"stamp": "a", "dev": true}', False, True),
        ('{"stamp": "a", "dev": false}', True, False),
        ('{"stamp": "b", "dev": true}', False, False),
        ("", False, False),
        ('{"stamp": "a", "d', False, False),
        ("[]", False, False),
    ],
)
def test_only_a_whole_and_fitting_stamp_counts(written, dev, current):
    assert environment.is_current(written, "a", dev) is current


@pytest.mark.parametrize(("dev", "build", "current"), [(False, True, True), (True, True, False), (True, False, False)])
def test_an_environment_that_can_build_is_one_that_says_so(dev, build, current):
    assert environment.is_current('{"stamp": "a", "dev": false, "build": true}', "a", dev, build) is current
    assert not environment.is_current('{"stamp": "a", "dev": true}', "a", False, build=True)


def test_the_python_that_made_an_environment_is_read_from_it():
    assert environment.made_by("home = /usr/bin\nversion = 3.12.4\n") == (3, 12)
    assert environment.made_by("home = /usr/bin\nversion_info = 3.11.2.final.0\n") == (3, 11)
    assert environment.made_by("home = /usr/bin\n") is None


def test_of_a_long_failure_only_the_errors_are_shown():
    lines = [
        "Collecting x",
        "  ERROR: No matching distribution found for x",
        "",
        "note: this is not a problem with pip",
    ]
    assert environment.telling_lines(lines) == ["ERROR: No matching distribution found for x"]
    assert environment.telling_lines(["one", "", "two"]) == ["one", "two"]


def test_missing_libraries_are_asked_for_in_one_line():
    missing = system.missing_packages(system.WINDOW_LIBRARIES, loads=lambda library: "xcb-shape" not in library)
    assert missing == ["libxcb-shape0"]
    assert "\n  sudo apt-get install -y libxcb-shape0\n" in system.missing_message(missing)


def test_a_library_nobody_has_is_missing():
    assert system.missing_packages({"libnobodyhasthis.so.9": "nobody9"}) == ["nobody9"]


def test_programs_that_building_needs_are_asked_for_once():
    assert system.missing_programs(system.BUILD_PROGRAMS, find=lambda _program: None) == ["binutils"]
    assert system.missing_programs(system.BUILD_PROGRAMS, find=lambda program: f"/usr/bin/{program}") == []


def test_the_library_of_this_python_comes_from_its_own_package():
    (package,) = system.python_library().values()
    assert package == f"libpython{sys.version_info[0]}.{sys.version_info[1]}"


def test_a_chinese_font_is_known_by_its_file(tmp_path):
    assert not system.has_chinese_font([str(tmp_path)])
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "wqy-microhei.ttc").touch()
    assert system.has_chinese_font([str(tmp_path)])


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--lang", "zh_CN"], True),
        (["--data-dir", "export"], True),
        (["--data-dir=shop"], True),
        (["--data-dir", "shop", "export", "all.xlsx"], False),
        (["find", "王"], False),
        (["会员.xlsx"], True),
        (["--lang", "en", "open", "会员.xlsx"], True),
        (["--help"], False),
        (["--lang", "en", "--self-test"], False),
    ],
)
def test_a_command_needs_no_window(arguments, window):
    assert system.opens_a_window(arguments) is window


def test_only_linux_can_lack_a_display():
    assert system.has_display({}, linux=False)
    assert system.has_display({"WAYLAND_DISPLAY": "wayland-0"}, linux=True)
    assert system.has_display({"QT_QPA_PLATFORM": "offscreen"}, linux=True)
    assert not system.has_display({"DISPLAY": ""}, linux=True)


def dev(*arguments, **variables):
    """Run dev.py as a person does and return what it answers."""
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(command, env=variables, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="macOS and Windows always have a display")
def test_without_a_display_run_says_what_works_without_one():
    answer = dev("run", PATH="/usr/bin:/bin", LANG="C.UTF-8")
    assert answer.returncode == 1
    assert answer.stderr.startswith("There is no display here, so the window cannot open")
    assert "import, export, find, show, undo, backup, restore, check" in answer.stderr


def test_an_unknown_verb_shows_the_verbs():
    answer = dev("runn", PATH="/usr/bin:/bin", LANG="C.UTF-8", SYSTEMROOT="C:\\Windows")
    assert answer.returncode == 2
    assert "python3 dev.py run" in answer.stdout
