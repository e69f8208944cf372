"""Sells to one customer, all paid in points, as soon as it is told to; prints what came of each try.

`python -m tests.faults.spender DATA CONFIG CUSTOMER TRIES NAME`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from crm_desktop.base.errors import Fault
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import find_places
from crm_desktop.domain.journal import Source
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.open_database import open_or_make
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.set_up_shop import workplace_of_owner
from crm_desktop.store.key_vault import SystemVault


def now() -> datetime:
    return datetime.now(UTC)


def main(data: str, config: str, customer: str, tries: str, name: str) -> None:
    places = find_places(Path(data), Path(config))
    _key, store, _new = open_or_make(places, SystemVault(places.config), now, MaintenanceLock(places.data), "Owner")
    workplace = workplace_of_owner(store, Source.COMMAND, now)
    sys.stdout.write("READY\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(int(tries)):
        draft = SaleDraft(f"{name}{number}", (LineDraft("tea", 10),), int(customer), points_spent=10)
        try:
            record_sale(workplace, draft)
            sys.stdout.write("sold\n")
        except Fault as fault:
            sys.stdout.write(f"{fault.kind.value}\n")
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
