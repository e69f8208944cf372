"""A pytest plugin that runs the trials of one row, for as long as there is time, and counts them.

Used by `dev.py faults`: `-p tests.faults.record --fault-row kill --fault-record FILE [--fault-seconds N]`.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know which row, how long, and where to write the count."""
    parser.addoption("--fault-row", help="the row of the plan whose trials run")
    parser.addoption("--fault-record", type=Path, help="where the count is written as JSON")
    parser.addoption("--fault-seconds", type=float, help="no trial begins after so many seconds")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to count."""
    config.pluginmanager.register(Recorder(config), "fault-recorder")


class Recorder:
    """Keeps the trials of a row, stops in time, counts what was tried and what failed."""

    def __init__(self, config: pytest.Config) -> None:
        self.row: str = config.getoption("--fault-row")
        self.target: Path = config.getoption("--fault-record")
        seconds = config.getoption("--fault-seconds")
        self.until = time.monotonic() + seconds if seconds else float("inf")
        self.counted: Counter[str] = Counter()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the tests of this row, each with how many trials it makes."""
        items[:] = [item for item in items if self._trials(item)]
        for item in items:
            item.user_properties.append(("trials", self._trials(item)))

    def _trials(self, item: pytest.Item) -> int:
        mark = item.get_closest_marker("trial")
        return 0 if mark is None or mark.args[0] != self.row else (*mark.args, 1)[1]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        """Begin no trial once the time is over."""
        if time.monotonic() > self.until:
            pytest.skip("the time for this row is over")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a trial once."""
        if report.when == "call" and not report.skipped:
            self.counted["trials"] += dict(report.user_properties).get("trials", 0)
            self.counted["failed"] += report.failed

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the count; the process that collects all reports has it."""
        if not hasattr(session.config, "workerinput"):
            self.target.write_text(json.dumps(dict(self.counted)), encoding="utf-8")
