"""The licence check: GPL is refused, the Lesser one accepted, everything pinned and listed."""

import pytest

from tools.licences import BEGIN, END, Package, _faults, is_accepted, runtime_packages, table, with_table


@pytest.mark.parametrize(
    "licence",
    ["MIT", "Apache-2.0 OR BSD-3-Clause", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "MIT AND PSF-2.0"],
)
def test_a_licence_that_lets_us_ship_is_accepted(licence):
    assert is_accepted(licence)


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0", "MIT AND GPL-3.0-only", "", "Limited use"])
def test_any_other_licence_is_refused(licence):
    assert not is_accepted(licence)


def test_a_gpl_package_and_one_without_a_pin_are_named():
    faults = list(_faults([Package("charts", "GPL-3.0-only"), Package("fine", "MIT")], {"charts": "1.0"}))
    assert faults == [
        "charts may not be shipped: its licence is GPL-3.0-only",
        "fine is not pinned in constraints.txt",
    ]


def test_packages_of_packages_and_of_other_systems_are_followed():
    licences = {package.name: package.licence for package in runtime_packages()}
    assert licences["markupsafe"] == "BSD-3-Clause"
    assert licences["pywin32-ctypes"] == "BSD-3-Clause"
    assert "pytest" not in licences


def test_the_list_replaces_only_what_is_between_its_marks():
    new = with_table(f"before\n{BEGIN}\nold\n{END}\nafter\n", table([Package("alembic", "MIT")], {"alembic": "1.20.1"}))
    assert new.startswith("before\n")
    assert new.endswith(f"| alembic | 1.20.1 | MIT |\n{END}\nafter\n")
    assert "old" not in new
