"""What goes into a built program: one recipe, two programs, no part that is GPL or of no use."""

import re
from pathlib import Path

import pytest

from tools import bundle

ROOT = Path(__file__).resolve().parents[2]
SPEC = (ROOT / "build.spec").read_text(encoding="utf-8")


def test_one_analysis_makes_two_programs_of_which_one_has_a_console():
    assert SPEC.count("Analysis(\n") == 1
    assert 'programs = program(f"{NAME}-cli", True), program(NAME, False)' in SPEC
    assert "console=console" in SPEC


def test_the_recipe_is_a_python_program_whose_files_are_there():
    compile(SPEC, "build.spec", "exec")
    for name in re.findall(r'PACKAGING / "(\w+)" / "([\w.]+)"', SPEC):
        assert ROOT.joinpath("packaging", *name).is_file(), name


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
        "crm_desktop/resources/i18n/crm_zh_CN.ts",
        "tzdata/zoneinfo/Asia/Shanghai",
    ],
)
def test_what_the_program_needs_stays(place):
    assert bundle.is_wanted(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/plugins/tls/qopensslbackend.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt6Quick.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/lib/QtQml.framework/Resources/Info.plist",
        "pytz/zoneinfo/Asia/Shanghai",
    ],
)
def test_what_it_never_uses_stays_out(place):
    assert not bundle.is_wanted(place)


def test_parts_of_qt_under_the_gpl_are_found():
    places = ["PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Charts.so.6", "PySide6/Qt6VirtualKeyboard.dll"]
    assert bundle.gpl_parts(places) == places[1:]


LOADED = {
    "/venv/core.so": {"/lib/libglib.so.0", "/lib/libpcre.so.1"},
    "/venv/printing.so": {"/lib/libcups.so.2", "/lib/libgnutls.so.30", "/lib/libglib.so.0"},
    "/lib/libcups.so.2": {"/lib/libgnutls.so.30"},
}
LIBRARIES = [(Path(name).name, name, "BINARY") for name in sorted(set(LOADED).union(*LOADED.values()))]


def test_a_library_of_the_system_stays_only_with_what_needs_it():
    entries = [
        *LIBRARIES,
        ("libgtk.so.3", "/lib/libgtk.so.3", "BINARY"),
        ("libpython3.11.so", "/lib/libpython3.11.so", ""),
    ]
    kept = bundle.needed(entries, lambda file: LOADED.get(file, set()), "/venv")
    assert [place for place, _, _ in kept] == [
        "libglib.so.0",
        "libpcre.so.1",
        "core.so",
        "printing.so",
        "libpython3.11.so",
    ]
