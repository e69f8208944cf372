"""The child process that searches a shop for duplicates, with the window living on beside it.

Started by the program itself as `_child duplicates`. Standard input brings the shop's key and the request; standard
output takes events, one JSON line each: progress in thousandths, then the result.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import IO

from crm_desktop.domain.likeness import Weights
from crm_desktop.exchange.child import Tell, answer, read_request
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.duplicate_scan import scan
from crm_desktop.store.faults import as_fault

VERB = "duplicates"
_THOUSANDTHS = 1_000
_BELOW_NORMAL = 0x4000
_NICER_BY = 10


def main() -> int:
    """Search, and return the exit code."""
    return answer(_search)


def _search(stdin: IO[bytes], tell: Tell) -> None:
    step_back()
    key, request = read_request(stdin)
    with as_fault(), closing(raw_connection(Path(request["path"]), key)) as driver:
        driver.execute("PRAGMA query_only=ON")
        told = lambda done: tell("progress", done=done, total=_THOUSANDTHS)  # noqa: E731
        found = scan(driver, Weights(**request["weights"]), told)
    skipped = [[one.kind, one.blocks, one.customers] for one in found.skipped]
    tell("result", customers=found.customers, compared=found.compared, pairs=found.pairs, skipped=skipped)


def step_back() -> None:
    """Let everything else on this computer go first."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICER_BY)
