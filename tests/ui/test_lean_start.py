"""A start consists of imports: the first window loads what its first rows need, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

MOST_MODULES = 230
"""Of the program's own. Each costs a start a quarter of a millisecond, one with classes or tables several."""

SAME_FOR_BENCHES = "crm_desktop.domain.search_text."
"""Benches make their shop of a million anew when a letter of this module changes; two classes are not worth that."""

MOST_SLOW = 4
"""Classes that Python made: half a millisecond each."""

FOLLOWS_LATER = (
    # writing, and the tables that only writing or other pages need
    "crm_desktop.store.unit_of_work",
    "crm_desktop.store.tables",
    "crm_desktop.store.record_tables",
    "crm_desktop.store.sales_tables",
    "crm_desktop.store.loyalty_tables",
    "crm_desktop.store.planned_tables",
    # what is said, asked for or shown when something happens
    "crm_desktop.services.sentences",
    "crm_desktop.base.folders",
    "crm_desktop.domain.dates",
    "crm_desktop.domain.follow_up",
    "crm_desktop.domain.sales",
    "crm_desktop.domain.recurrence",
    "crm_desktop.domain.lunar",
    "crm_desktop.ui.pages.customer.pane",
    "crm_desktop.ui.dialogs.confirm",
    "crm_desktop.exchange",
)
OTHERS_THAT_FOLLOW = (
    "alembic",
    "openpyxl",
    "lunar_python",
    "pypinyin",
    "phonenumbers",
    "dateutil",
    "keyring",
    "vobject",
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Open the window on a sample shop and return what was loaded for its first rows."""
    home = tmp_path_factory.mktemp("lean")
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": str(home / "config"),
        "LOCALAPPDATA": str(home / "local"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "QT_QPA_PLATFORM": "offscreen",
    }

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("crm_desktop", "--data-dir", str(home / "data"), "demo", "--customers", "200")
    answer: dict[str, list[str]] = json.loads(run("tests.support.first_window", str(home / "data")).splitlines()[-1])
    return answer


@pytest.mark.parametrize("module", FOLLOWS_LATER)
def test_the_first_rows_do_without(module: str, start: dict[str, list[str]]) -> None:
    assert [name for name in start["ours"] if name == module or name.startswith(f"{module}.")] == []


def test_the_first_rows_need_no_library_of_something_else(start: dict[str, list[str]]) -> None:
    assert [name for name in OTHERS_THAT_FOLLOW if name in start["others"]] == []


def test_the_first_window_is_made_of_few_modules(start: dict[str, list[str]]) -> None:
    assert len(start["ours"]) <= MOST_MODULES, "import what paints no first row inside the function that needs it"


def test_the_classes_of_the_first_window_are_the_light_ones(start: dict[str, list[str]]) -> None:
    slow = [name for name in start["slow"] if not name.startswith(SAME_FOR_BENCHES)]
    assert len(slow) <= MOST_SLOW, f"{slow}: take `dataclass` from base.records for what every start makes"
