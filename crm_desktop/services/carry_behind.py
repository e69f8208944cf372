"""Carries a backup to the second place in a process of its own, which goes on where the window does not wait for it.

Started by the program itself as `_child carry`. Standard input brings the places and the id of the database; no key is
needed, for what is carried is sealed. Nothing of a copy has its name before it is whole: the stick may be pulled, the
computer be switched off, and the copy is made when the shop is open again.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import IO, Any

from crm_desktop.base.clock import system_clock
from crm_desktop.base.paths import Places, find_places
from crm_desktop.exchange import worker
from crm_desktop.exchange.child import Tell, answer, read_request
from crm_desktop.services.second_place import carry_newest

VERB = "carry"
PATIENCE = 2.0
"""Seconds that a window waits with its closing; a good stick takes the copy of most shops in that time."""
_LONGEST = 60 * 60.0
"""Seconds: a stick on which a copy takes longer than that has failed."""


def carry_behind(places: Places, database_id: str, patience: float | None = None) -> bool:
    """Carry the newest backup; return whether that was done within `patience` seconds (PATIENCE). Else it goes on."""
    request = {"data": str(places.data.path), "config": str(places.config.path), "database_id": database_id}
    return worker.run_behind(VERB, request, PATIENCE if patience is None else patience)


def main() -> int:
    """Carry it, and return the exit code."""
    return answer(_carry)


def _carry(stdin: IO[bytes], tell: Tell) -> None:
    _key, request = read_request(stdin)
    places = find_places(Path(request["data"]), Path(request["config"]))
    end = time.monotonic() + _LONGEST
    place: Any = carry_newest(places, request["database_id"], system_clock(), lambda: time.monotonic() > end)
    tell("result", carried=place is not None)
