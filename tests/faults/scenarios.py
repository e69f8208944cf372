"""What must hold in a data folder whatever became of the program that worked in it, scenario by scenario.

A scenario is one of `driver.py`; `said` is what it acknowledged, each a list of words.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import find_places
from crm_desktop.domain.journal import Source
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.check_database import check_database, report_to_json
from crm_desktop.services.mend_database import mend
from crm_desktop.services.open_database import open_or_make
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.set_up_shop import workplace_of_owner
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.key_vault import SystemVault
from crm_desktop.store.keys import paths_of_change
from crm_desktop.store.restore import verify_backup
from tests.faults.driver import BULK, IMPORTED

ROOT = Path(__file__).parents[2]

Said = list[list[str]]


def now() -> datetime:
    return datetime.now(UTC)


def acknowledged(lines: list[str]) -> Said:
    """Return the words of every complete line that acknowledges something."""
    return [words[1:] for words in map(str.split, lines) if words[:1] == ["ACK"]]


class Folder:
    """A data folder in which the program was started and stopped, and that is now looked at."""

    def __init__(self, folder: Path) -> None:
        self.places = find_places(folder / "data", folder / "config")

    def driver(self, scenario: str) -> list[str]:
        """Return the command that works in this folder."""
        command = [sys.executable, "-m", "tests.faults.driver", scenario]
        return [*command, str(self.places.data.path), str(self.places.config.path)]

    def run_for(self, scenario: str, seconds: float) -> Said:
        """Start the driver, kill it after a while, and return what it acknowledged."""
        command = self.driver(scenario)
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as driver:
            if scenario != "start":
                assert driver.stdout.readline() == "READY\n"
            time.sleep(seconds)
            driver.kill()
            said = driver.stdout.read()
        return acknowledged([line for line in said.splitlines(keepends=True) if line.endswith("\n")])

    def __enter__(self):
        self.use = MaintenanceLock(self.places.data)
        vault = SystemVault(self.places.config)
        self.key, self.store, _new = open_or_make(self.places, vault, now, self.use, "Owner")
        self.workplace = workplace_of_owner(self.store, Source.WINDOW, now)
        return self

    def __exit__(self, *_error):
        self.store.close()
        self.use.release()

    def rows(self, query: str) -> list[tuple]:
        with self.store.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(query)]

    def by_source(self) -> Counter[int]:
        """Return how many customers each bulk action or file brought."""
        return Counter(dict(self.rows("SELECT CAST(source AS INTEGER), count(*) FROM customer GROUP BY source")))

    def problems(self) -> list[dict]:
        return report_to_json(check_database(self.workplace))["problems"]

    def is_swept_soon(self) -> bool:
        """Tell whether starts sweep up; the reader of a killed import may write on until it notices that."""
        give_up = time.monotonic() + 20
        while time.monotonic() < give_up:
            with self:
                if not self.leftovers():
                    return True
            time.sleep(0.2)
        return False

    def leftovers(self) -> list[Path]:
        """Return what nobody will ever finish: temporary files, and imports that were read and not applied."""
        data = self.places.data.path
        return [*data.rglob(".tmp-*"), *data.glob("import-*")]


def check_edit(folder: Folder, said: Said) -> None:
    """Nothing acknowledged is lost, and at most one customer more is there."""
    there = {row_id: (name, note) for row_id, name, note in folder.rows("SELECT id, name, note FROM customer")}
    added = {int(words[1]): words[2] for words in said if words[0] == "added"}
    assert {row_id: there[row_id][0] for row_id in added} == added
    assert len(there) - len(added) in (0, 1)
    for row_id in added:
        assert there[row_id][1] in acceptable_notes(row_id, said)


def acceptable_notes(row_id, said):
    """Return what a customer's note may be: the last acknowledged, or what was being written when the kill came."""
    mine = [words for words in said if words[1] == str(row_id)]
    if mine[-1][0] == "undone":
        return {"1"}
    last = int(mine[-1][2]) if mine[-1][0] == "note" else -1
    if last < 2:
        return {str(last) if last >= 0 else None, str(last + 1)}
    return {"2", "1"} if row_id % 4 == 0 and mine[-1] is said[-1] else {"2"}


def check_bulk(folder: Folder, said: Said) -> None:
    """A bulk action is there as a whole or not at all."""
    state = {int(number): word for word, number in said}
    counts = folder.by_source()
    assert set(counts.values()) <= {BULK}
    for number, word in state.items():
        being_undone = number == max(state) and word == "there" and number % 2 == 0
        assert being_undone or counts[number] == (BULK if word == "there" else 0)


def check_import(folder: Folder, said: Said) -> None:
    """An import is there as a whole or not at all."""
    counts, numbers = folder.by_source(), {int(number) for _word, number in said}
    assert set(counts.values()) <= {IMPORTED}
    assert numbers <= counts.keys()
    assert len(counts.keys() - numbers) <= 1


def check_backup(folder: Folder, said: Said) -> None:
    """Every backup that has its name is whole, and every acknowledged one is there."""
    backups = list_backups(folder.places.data.backups)
    assert {words[1] for words in said} <= {backup.path.name for backup in backups}
    assert {path.name for path in folder.places.data.backups.glob("*.db")} == {b.path.name for b in backups}
    for backup in backups:
        verify_backup(backup.path, folder.key.key)


def check_restore(folder: Folder, said: Said) -> None:
    """The one or the other is there, once the first of them was put in place."""
    names = [name for (name,) in folder.rows("SELECT name FROM customer ORDER BY id")]
    assert names in (["one"], ["one", "two"]) or (names == [] and not said)


def check_mend(folder: Folder, said: Said) -> None:
    """The book is the one before the damage: nothing acknowledged is lost, and it can be mended to the end."""
    names = [name for (name,) in folder.rows("SELECT name FROM customer ORDER BY id")]
    assert names == [f"王{number}" for number in range(1, len(names) + 1)]
    assert len(names) - sum(words[0] == "added" for words in said) in (0, 1)


def check_rekey(folder: Folder, said: Said) -> None:
    """Everything acknowledged is there under the key of the moment, database and attached files alike."""
    names = [name for (name,) in folder.rows("SELECT name FROM customer ORDER BY id")]
    assert names == [f"王{number}" for number in range(1, len(names) + 1)]
    assert len(names) - sum(words[0] == "added" for words in said) in (0, 1)
    changes = folder.rows("SELECT count(*) FROM operation WHERE kind = 'rekey'")[0][0]
    assert changes - sum(words[0] == "rekeyed" for words in said) in (0, 1)
    kept = len(Blobs(folder.places.data.files_database, folder.key.key).names())
    assert kept - len(names) in (0, 1)
    assert [path for path in paths_of_change(folder.places) if path.exists()] == []


def check_sell(folder: Folder, said: Said) -> None:
    """Each acknowledged slip is there exactly once, and what a till sends again after a crash does nothing."""
    slips = [words[1] for words in said]
    there = Counter(slip_id for (slip_id,) in folder.rows("SELECT public_id FROM sale"))
    assert {slip_id: there[slip_id] for slip_id in slips} == dict.fromkeys(slips, 1)
    assert len(there) - len(slips) in (0, 1)
    for slip_id in there:
        if slip_id.startswith("k"):
            draft = SaleDraft(slip_id, (LineDraft("goods", 1_000),), 1)
            assert record_sale(folder.workplace, draft).was_there
    assert folder.rows("SELECT count(*) FROM sale") == [(len(there),)]


def check_stubborn(folder: Folder, said: Said) -> None:
    """No slip is there twice, and none that was acknowledged is missing."""
    there = [slip_id for (slip_id,) in folder.rows("SELECT public_id FROM sale")]
    assert len(there) == len(set(there))
    assert {words[1] for words in said} <= set(there)


def check_start(folder: Folder, _said: Said) -> None:
    """A first start that was broken off is as if it never was."""
    assert folder.rows("SELECT name FROM person") == [("Owner",)]


CHECKS: dict[str, Callable[[Folder, Said], None]] = {
    "edit": check_edit,
    "bulk": check_bulk,
    "import": check_import,
    "backup": check_backup,
    "restore": check_restore,
    "mend": check_mend,
    "rekey": check_rekey,
    "sell": check_sell,
    "start": check_start,
    "stubborn": check_stubborn,
}
KILLED = ("edit", "bulk", "import", "backup", "restore", "mend", "rekey", "sell", "start")
"""The scenarios that go on until they are killed."""


def assert_sound(folder: Folder, scenario: str, said: Said) -> None:
    """Open the folder and look: what the scenario promises, every check of the program, and no leftovers."""
    if scenario == "mend" and folder.places.data.has_database():  # cut short, it is done by the next try
        mend(folder.places, SystemVault(folder.places.config), now)
    with folder:
        CHECKS[scenario](folder, said)
        assert folder.problems() == []
        if scenario != "import":
            assert folder.leftovers() == []
    if scenario == "import":  # the reader of a killed import may write on until it notices that nobody listens
        assert folder.is_swept_soon()
