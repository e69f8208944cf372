"""The child process that searches a shop for duplicates, with the window living on beside it.

Started by the program itself as `_child duplicates`. Standard input brings the shop's key and the request; standard
output takes events, one JSON line each: progress in thousandths, then the result.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from contextlib import closing
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault
from crm_desktop.domain.likeness import Weights
from crm_desktop.exchange.child import EXIT_CRASH, EXIT_FAULT
from crm_desktop.store.duplicate_scan import scan
from crm_desktop.store.engine import raw_connection
from crm_desktop.store.faults import as_fault

VERB = "duplicates"
_THOUSANDTHS = 1_000
_BELOW_NORMAL = 0x4000
_NICER_BY = 10


def main() -> int:
    """Search, and return the exit code."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer

    def tell(event: str, **values: Any) -> None:
        stdout.write(json.dumps({"event": event, **values}, separators=(",", ":")).encode() + b"\n")
        stdout.flush()

    gc.disable()  # millions of small objects, none of them in circles: collecting would take half the time
    step_back()
    key = bytes.fromhex(stdin.readline().decode().strip())
    request = json.loads(stdin.readline())
    try:
        with as_fault(), closing(raw_connection(Path(request["path"]), key)) as driver:
            driver.execute("PRAGMA query_only=ON")
            told = lambda done: tell("progress", done=done, total=_THOUSANDTHS)  # noqa: E731
            found = scan(driver, Weights(**request["weights"]), told)
    except Fault as fault:
        tell("fault", kind=fault.kind.value, values={})
        return EXIT_FAULT
    except Exception as error:  # noqa: BLE001 - the parent makes a report of it
        frames = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
        tell("crash", error=type(error).__name__, frames=frames)
        return EXIT_CRASH
    skipped = [[one.kind, one.blocks, one.customers] for one in found.skipped]
    tell("result", customers=found.customers, compared=found.compared, pairs=found.pairs, skipped=skipped)
    return 0


def step_back() -> None:
    """Let everything else on this computer go first."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICER_BY)
