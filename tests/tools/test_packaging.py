"""What installers and systems are told about the program: complete, in both languages, as the code has it."""

import importlib.util
import os
import plistlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crm_desktop.base.declared_settings import LANGUAGE
from crm_desktop.services.file_kinds import CALENDARS, READABLE
from crm_desktop.store.backup_folder import is_backup_name

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
WINDOWS, MACOS, LINUX = (PACKAGING / name for name in ("windows", "macos", "linux"))
NAMES = ("Customer book", "客户管家")


def module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def sections(path):
    """Return the lines of a file of Inno Setup by section, without comments."""
    found, lines = {}, []
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            lines = found.setdefault(heading[1], [])
        elif line.strip() and not line.startswith((";", "#")):
            lines.append(line)
    return found


def messages(path, section):
    return dict(line.split("=", 1) for line in sections(path)[section])


ISS = WINDOWS / "crm-desktop.iss"
SCRIPT = ISS.read_text(encoding="utf-8-sig")


# Windows


def test_every_file_the_installer_names_is_there():
    lines = re.findall(r"^(?:SetupIcon|WizardImage|WizardSmallImage)File=(.+)$", SCRIPT, re.M)
    lines += re.findall(r'MessagesFile: "(.+)"', SCRIPT)
    named = [name.replace("\\", "/") for line in lines for name in line.split(",")]
    own = [name for name in named if not name.startswith("compiler:")]
    assert len(own) == 9
    assert [name for name in own if not (WINDOWS / name).is_file()] == []


def test_every_file_of_the_installer_says_that_it_is_utf_8():
    for name in ("crm-desktop.iss", "en.isl", "zh_CN.isl"):
        assert (WINDOWS / name).read_bytes().startswith(b"\xef\xbb\xbf"), name


def test_both_languages_of_the_installer_have_every_message_of_ours():
    english, chinese = (messages(WINDOWS / f"{name}.isl", "CustomMessages") for name in ("en", "zh_CN"))
    asked = set(re.findall(r"\{cm:(\w+)", SCRIPT)) | set(re.findall(r"CustomMessage\('(\w+)'\)", SCRIPT))
    assert set(english) == set(chinese) == asked
    assert all(re.findall(r"%\w", chinese[key]) == re.findall(r"%\w", english[key]) for key in asked)
    assert (english["ProductName"], chinese["ProductName"]) == NAMES


def test_the_installer_says_in_both_languages_that_the_data_stay():
    for name in ("en", "zh_CN"):
        assert "%1" in messages(WINDOWS / f"{name}.isl", "CustomMessages")["DataKept"]
        assert "ConfirmUninstall" in messages(WINDOWS / f"{name}.isl", "Messages")
    assert "{localappdata}\\{#Program}-config\\data-folder.txt" in SCRIPT
    removed = sections(ISS)["InstallDelete"]
    assert removed == ['Type: filesandordirs; Name: "{app}\\_internal"']
    assert "UninstallDelete" not in sections(ISS)


@pytest.mark.parametrize(
    "page", ["WizardSelectTasks", "WizardReady", "WizardInstalling", "FinishedLabel", "ButtonNext"]
)
def test_the_pages_that_are_shown_speak_chinese(page):
    assert re.search(r"[\u4e00-\u9fff]", messages(WINDOWS / "zh_CN.isl", "Messages")[page])


def test_the_installer_knows_the_program_by_the_names_it_has():
    identity = (ROOT / "crm_desktop" / "ui" / "identity.py").read_text(encoding="utf-8")
    named = dict(re.findall(r'^(NAME|WINDOWS_ID|RUNNING) = "(.+)"$', identity, re.M))
    defined = dict(re.findall(r'^#define (Program|UserModelId|Running) "(.+)"$', SCRIPT, re.M))
    assert [named[name] for name in ("NAME", "WINDOWS_ID", "RUNNING")] == [
        defined[name] for name in ("Program", "UserModelId", "Running")
    ]


def test_the_installer_offers_what_the_program_opens_and_takes_nothing_over():
    offered = set(re.findall(r"Classes\\(\.\w+)\\OpenWithProgids", SCRIPT))
    assert offered == {*READABLE, ".ics", ".db"}
    assert {".ics"} < set(CALENDARS)
    assert is_backup_name("customers-000001-20261122-223130.db")
    assert not re.search(r'Subkey: "Software\\Classes\\\.\w+";', SCRIPT)
    assert all("Tasks: openwith" in line for line in sections(ISS)["Registry"])


def test_no_administrator_is_asked_for():
    setup = dict(line.split("=", 1) for line in sections(ISS)["Setup"])
    assert setup["PrivilegesRequired"] == "lowest"
    assert "PrivilegesRequiredOverridesAllowed" not in setup
    assert all("Root: HKA" in line for line in sections(ISS)["Registry"])


class Parts:
    """Stands for the names that PyInstaller lends the text of a version resource."""

    def __getitem__(self, name):
        return lambda *values, **named: (name, values, named)


@pytest.mark.parametrize("program", ["crm-desktop", "crm-desktop-cli"])
def test_windows_shows_name_and_version_in_both_languages(tmp_path, program):
    file = module(WINDOWS / "version_resource.py").write_version_resource(tmp_path, "1.2.3", program)
    _, _, resource = eval(file.read_text(encoding="utf-8"), {}, Parts())
    assert resource["ffi"][2]["filevers"] == (1, 2, 3, 0)
    (_, (tables,), _), (_, ([translation],), _) = resource["kids"]
    described = {table[1][0]: {entry[1][0]: entry[1][1] for entry in table[1][1]} for table in tables}
    assert [described[key]["ProductName"] for key in ("040904b0", "080404b0")] == list(NAMES)
    assert {values["ProductVersion"] for values in described.values()} == {"1.2.3"}
    assert translation[1] == ("Translation", [0x0409, 0x04B0, 0x0804, 0x04B0])


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("2.0", (2, 0, 0, 0)), ("1.2.3rc4", (1, 2, 3, 0)), ("1.0.0+5", (1, 0, 0, 0))],
)
def test_windows_compares_versions_by_four_numbers(version, numbers):
    assert module(WINDOWS / "version_resource.py").numbers_of(version) == numbers


# macOS


def test_the_mac_is_told_names_versions_and_files():
    info = module(MACOS / "info_plist.py")
    plist = plistlib.loads(plistlib.dumps(info.info_plist("1.2.3")))
    assert (plist["CFBundleShortVersionString"], plist["CFBundleVersion"]) == ("1.2.3", "1.2.3")
    assert plist["CFBundleLocalizations"] == ["zh-Hans", "en"]
    assert plist["NSHighResolutionCapable"] is True
    kinds = plist["CFBundleDocumentTypes"]
    assert {ending for kind in kinds for ending in kind["CFBundleTypeExtensions"]} == {
        ending[1:] for ending in (*READABLE, ".ics")
    }
    assert {kind["LSHandlerRank"] for kind in kinds} == {"Alternate"}


def test_the_mac_shows_the_name_in_both_languages():
    strings = module(MACOS / "info_plist.py").name_strings()
    found = [re.findall(r'CFBundleDisplayName = "(.+)";', strings[language])[0] for language in ("en", "zh-Hans")]
    assert found == list(NAMES)
    assert {value for value, _ in LANGUAGE.choices()} >= {"en", "zh_CN"}


def test_the_hardened_program_gets_one_exception_and_no_more():
    entitlements = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.fixture
def app(tmp_path):
    folder = tmp_path / "Customer book.app" / "Contents"
    folder.mkdir(parents=True)
    (folder / "Info.plist").touch()
    return folder.parent


def dmg_steps(app, **environment):
    steps = []
    module(MACOS / "make_dmg.py").make_dmg(app, app.parent / "out" / "a.dmg", environment, steps.append)
    return [" ".join(step[:3]) if step[0] == "xcrun" else step[0] for step in steps], steps


def test_without_a_certificate_the_image_is_made_unsigned(app):
    names, steps = dmg_steps(app)
    assert names == ["ditto", "hdiutil"]
    assert steps[-1][-1] == str(app.parent / "out" / "a.dmg")


def test_with_a_certificate_bundle_and_image_are_signed_and_checked_by_apple(app):
    names, steps = dmg_steps(app, MACOS_IDENTITY="Developer ID Application: A Shop", MACOS_NOTARY_PROFILE="shop")
    assert names == [
        *("codesign", "codesign", "ditto", "hdiutil", "codesign"),
        *("xcrun notarytool submit", "xcrun stapler staple", "spctl"),
    ]
    assert {"--options", "runtime", "--entitlements"} <= set(steps[0])


@pytest.mark.parametrize(
    ("environment", "missing"),
    [
        ({"MACOS_NOTARY_PROFILE": "shop"}, "MACOS_IDENTITY"),
        ({"MACOS_IDENTITY": "A", "MACOS_NOTARY_KEY": "key.p8"}, "MACOS_NOTARY_KEY_ID, MACOS_NOTARY_ISSUER"),
    ],
)
def test_half_of_what_is_needed_is_named(app, environment, missing):
    with pytest.raises(Exception, match=missing) as caught:
        dmg_steps(app, **environment)
    assert type(caught.value).__name__ == "DmgError"


@pytest.mark.skipif(sys.platform == "darwin", reason="there is hdiutil on macOS")
def test_elsewhere_than_on_a_mac_the_script_says_why_not(app):
    done = subprocess.run(
        [sys.executable, str(MACOS / "make_dmg.py"), str(app), "a.dmg"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "macOS only" in done.stderr) == (1, True)


# Linux


def desktop_entry(path):
    pairs = (line.split("=", 1) for line in path.read_text(encoding="utf-8").splitlines() if "=" in line)
    return dict(pairs)


def test_the_menu_of_linux_has_the_name_in_both_languages_and_finds_icon_and_window():
    entry = desktop_entry(LINUX / "crm-desktop.desktop")
    assert (entry["Name"], entry["Name[zh_CN]"]) == NAMES
    assert entry["Icon"] == entry["StartupWMClass"] == "crm-desktop"
    assert entry["Exec"].endswith(" %F")


def test_the_archive_for_linux_gets_entry_icons_and_script(tmp_path):
    written = module(LINUX / "desktop_files.py").write_desktop_files(tmp_path)
    assert all(path.is_file() for path in written)
    sides = {path.parent.parent.name for path in written if path.suffix == ".png"}
    assert {"16x16", "48x48", "256x256"} <= sides


@pytest.mark.skipif(sys.platform == "win32", reason="a script for the shell of Linux")
def test_the_script_adds_the_program_to_the_menu_and_takes_it_out_again(tmp_path):
    built = tmp_path / "my programs $1" / "crm-desktop"
    module(LINUX / "desktop_files.py").write_desktop_files(built)
    data = tmp_path / "data"
    environment = {**os.environ, "XDG_DATA_HOME": str(data)}
    subprocess.run([built / "add-to-menu.sh"], env=environment, check=True)
    entry = desktop_entry(data / "applications" / "crm-desktop.desktop")
    assert entry["Exec"] == '"' + str(built / "crm-desktop").replace("$", "\\\\$") + '" %F'
    assert entry["Name[zh_CN]"] == NAMES[1]
    assert (data / "icons" / "hicolor" / "48x48" / "apps" / "crm-desktop.png").is_file()
    subprocess.run([built / "add-to-menu.sh", "--remove"], env=environment, check=True)
    assert [path for path in data.rglob("crm-desktop*") if path.is_file()] == []
