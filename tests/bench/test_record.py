"""What was measured stays with its date and commit until it is measured again; the page shows all of it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.bench import machine, record
from tests.bench.__main__ import main
from tests.bench.measure import Result
from tests.bench.names import NAMES, module_of, told_of
from tests.bench.shop import ROOT

SEARCH = Result("search", "first screen, p95", 12.34, "ms", "≤ 33 ms", True, 10.0, middle=4.5, floor_middle=4.0)
BACKUP = Result("backup", "verified backup", 3.0, "s", "≤ 1.5 ×", False, 1.5, note="a | note")


def run(commit: str, day: str = "2026-11-22 10:00 UTC", **other: object) -> dict[str, object]:
    made = {"processor": "A chip", "cores": "2", "memory": "8.0 GB", "system": "A system"}
    made_of = {"Python": "3.11.7", "SQLCipher": "4.19.0"}
    return {
        "measured": day, "commit": commit, "customers": 1000, "load": 0.5, "machine": made, "versions": made_of, **other
    }  # fmt: skip


@pytest.fixture
def both():
    kept = record.merged({"runs": [], "rows": []}, "search", [SEARCH], run("aaa"))
    return record.merged(kept, "backup", [BACKUP], run("bbb", "2026-11-23 10:00 UTC"))


def commits(kept):
    return {row["name"]: kept["runs"][row["run"]]["commit"] for row in kept["rows"]}


def test_what_is_measured_anew_takes_the_place_of_its_own_rows_alone(both):
    assert commits(both) == {"search": "aaa", "backup": "bbb"}
    again = record.merged(both, "search", [SEARCH], run("ccc", "2026-11-24 10:00 UTC"))
    assert commits(again) == {"search": "ccc", "backup": "bbb"}
    assert [one["commit"] for one in again["runs"]] == ["bbb", "ccc"], "a run without rows is forgotten"


def test_benches_of_one_sitting_are_one_run_and_another_machine_is_another(both):
    kept = record.merged(both, "verify", [BACKUP], run("bbb", "2026-11-23 11:00 UTC"))
    assert [one["measured"][11:16] for one in kept["runs"]] == ["10:00", "11:00"]
    kept = record.merged(kept, "tag", [BACKUP], run("bbb", "2026-11-23 12:00 UTC", customers=5))
    assert len(kept["runs"]) == 3


def test_the_page_holds_figure_floor_ratio_bar_and_verdict_of_each_row(both):
    lines = record.page(both).splitlines()
    assert "| search | first screen, p95 | 4.5 / 12.3 ms | 4.0 / 10.0 ms | 1.23 × | ≤ 33 ms | holds | 1 |" in lines
    assert "| backup | verified backup | 3.0 s | 1.5 s | 2.00 × | ≤ 1.5 × | **missed** (a / note) | 2 |" in lines
    assert "2 rows, 1 hold, 1 missed." in lines
    assert "| 2 | 2026-11-23 10:00 UTC | bbb | 1,000 | 0.5 | A |" in lines
    assert "**A**: A chip, 2 cores, 8.0 GB; A system." in lines
    assert "Python 3.11.7, SQLCipher 4.19.0." in lines


def test_the_machine_and_what_it_runs_on_are_known():
    assert all(machine.machine()[key] for key in ("processor", "cores", "system"))
    assert {"Python", "Qt", "SQLite", "SQLCipher", "PySide6-Essentials", "SQLAlchemy"} <= machine.versions().keys()


def test_every_bench_says_what_it_measures():
    for name in NAMES:
        assert told_of(name).endswith((".", "!")), module_of(name)


def test_a_run_writes_its_rows_and_one_that_breaks_off_leaves_what_was_kept(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setenv("CRM_BENCH_CUSTOMERS", "1000")
    rows = [SEARCH]
    monkeypatch.setattr("tests.bench.__main__._measured", lambda _name, _context: rows)
    monkeypatch.setattr("tests.bench.__main__.bench_shop", lambda size, _seed: SimpleNamespace(customers=size))
    monkeypatch.setattr("tests.bench.__main__.CACHE", tmp_path)
    assert main(["--only", "search", "--write", str(tmp_path)]) == 0
    first = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
    assert "first screen, p95" in first
    rows[:] = [Result("search", "could not be measured", 0, "", "", holds=False)]
    assert main(["--only", "search", "--write", str(tmp_path)]) == 1
    assert (tmp_path / "benchmarks.md").read_text(encoding="utf-8") == first
    assert json.loads((tmp_path / "benchmarks.json").read_text(encoding="utf-8"))["runs"][0]["customers"] == 1000
    assert "could not be measured" in capsys.readouterr().out


def test_what_the_repository_keeps_is_what_its_page_shows():
    kept = ROOT / "docs" / "benchmarks.json"
    if kept.exists():
        text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
        assert text == record.page(json.loads(kept.read_text(encoding="utf-8"))), "python -m tests.bench.record"
