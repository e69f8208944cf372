"""The notices of a build: whose files they are, their licences in full, and a stop for the GPL."""

from pathlib import Path

import openpyxl
import pytest

from tools import shipped
from tools.shipped import LicenceError, Part


def test_a_file_is_named_with_its_package_its_licence_and_the_text():
    (part,) = shipped.packages_of([("openpyxl/__init__.pyc", openpyxl.__file__)])
    assert (part.name, part.version, part.licence) == ("openpyxl", openpyxl.__version__, "MIT")
    assert "Permission is hereby granted" in part.texts[0]


def test_a_module_that_was_compiled_elsewhere_is_known_by_its_place():
    files = [("vobject/base.pyc", "/build/localpycs/base.pyc"), ("json/decoder.pyc", "/build/localpycs/decoder.pyc")]
    assert [part.name for part in shipped.packages_of(files)] == ["vobject"]


def test_a_module_of_nobodys_stops_the_build():
    with pytest.raises(LicenceError, match=r"stranger/inside\.pyc"):
        shipped.packages_of([("stranger/inside.pyc", "/build/localpycs/inside.pyc")])


def test_notices_name_what_the_build_contains_and_nothing_else():
    text = shipped.notices_of([("openpyxl/__init__.pyc", openpyxl.__file__), ("libz.so.1", "/nowhere/libz.so.1")])
    assert f"| openpyxl | {openpyxl.__version__} | MIT |" in text
    assert "| segno |" not in text
    assert "| libz.so.1 |  | Zlib |" in text
    for whose in ("GNU LESSER GENERAL PUBLIC LICENSE", "Cole Bemis", "holiday-cn", "Unicode, Inc", "ZETETIC", "PSF"):
        assert whose.lower() in text.lower(), whose


@pytest.mark.parametrize(
    "licence", ["MIT", "LGPL-2.1-or-later", "FTL OR GPL-2.0-only", "GPL-3.0 WITH GCC-exception-3.1"]
)
def test_a_part_that_may_be_handed_on_passes(licence):
    assert shipped.may_go(Part("it", "1", licence))


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0", ""])
def test_a_part_under_the_gpl_or_no_licence_stops_the_build(licence):
    with pytest.raises(LicenceError, match="it"):
        shipped.refuse([], [Part("it", "1", licence)])


def test_a_library_nobody_has_looked_at_stops_the_build():
    with pytest.raises(LicenceError, match=r"libstranger\.so\.1 \(no licence named\)"):
        shipped.notices_of([("libstranger.so.1", "/nowhere/libstranger.so.1")])


def test_a_gpl_part_of_qt_stops_the_build():
    with pytest.raises(LicenceError, match="libQt6Charts"):
        shipped.notices_of([("PySide6/Qt/lib/libQt6Charts.so.6", "/nowhere/libQt6Charts.so.6")])


def test_every_common_text_says_whose_it_is():
    names = [Path(file).stem for file in shipped.TEXTS.glob("*.txt")]
    assert "LGPL-3.0" in names
    assert all(shipped._whose(name) for name in names)
