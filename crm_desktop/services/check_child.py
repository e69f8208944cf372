"""The child process that runs every check while nobody is at the till; it reads, and gives way to everything.

Started by the program itself as `_child check`. Standard input brings the shop's key and the path; standard output
takes events: the check that begins, then the report as `check --json` prints it.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import IO

from crm_desktop.exchange.child import Tell, answer, read_request
from crm_desktop.services.check_database import report_to_json
from crm_desktop.services.scan_child import step_back
from crm_desktop.store.check import CheckName, check_store
from crm_desktop.store.store import Store

VERB = "check"
_CACHE_KIB = 65_536


def main() -> int:
    """Check, and return the exit code."""
    return answer(_check)


def _check(stdin: IO[bytes], tell: Tell) -> None:
    step_back()
    key, request = read_request(stdin)
    names = list(CheckName)
    with closing(Store(Path(request["path"]), key, _CACHE_KIB)) as store:
        report = check_store(store, lambda name: tell("progress", done=names.index(name), total=len(names)))
    tell("result", report=report_to_json(report))
