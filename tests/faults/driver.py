"""Works on a data folder without a window and says ACK only after a service returned, until somebody kills it.

`python -m tests.faults.driver SCENARIO DATA CONFIG`. What it said before it died must be on the disk.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from crm_desktop.base.errors import Fault
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import Places, find_places
from crm_desktop.domain.customer import ContactKind, ContactPoint, CustomerDraft
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.domain.loyalty.rules import PointsRules, Spending
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.sales import LineDraft, RefundDraft, SaleDraft
from crm_desktop.services import mend_database
from crm_desktop.services.back_up import back_up
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.open_database import open_or_make
from crm_desktop.services.open_shop import HeldKey, OpenShop
from crm_desktop.services.programmes import save_rules
from crm_desktop.services.read_customers import first_screen
from crm_desktop.services.read_record import read_record
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.refund_sale import refund_sale
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.rekey_shop import rekey_shop
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.services.set_up_shop import workplace_of_owner
from crm_desktop.services.undo import undo
from crm_desktop.services.void_sale import void_sale
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.key_vault import SystemVault
from crm_desktop.store.keys import DataKey
from tests.support.damage import zero_pages

BULK = 400
"""Rows of one bulk action: all of them are there, or none."""
IMPORTED = int(os.environ.get("CRM_TEST_IMPORT_ROWS", BULK))
"""Rows of one imported file."""


def now() -> datetime:
    return datetime.now(UTC)


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def edit(workplace: Workplace, _places: Places, _key: DataKey) -> None:
    """Register customers, write notes, take some back."""
    for number in count(1):
        phone = ContactPoint(ContactKind.PHONE, f"138{number:08d}", f"+86138{number:08d}")
        customer = register_customer(workplace, CustomerDraft(f"王{number}", {}, (phone,))).subject_id
        say("ACK added", customer, f"王{number}")
        for note in range(3):
            change_customer(workplace, customer, {"note": str(note)})
            say("ACK note", customer, note)
        if number % 4 == 0:
            undo(workplace)
            say("ACK undone", customer)


def bulk(workplace: Workplace, _places: Places, _key: DataKey) -> None:
    """Write many rows as one action, then take it back, then again."""
    for number in count(1):
        with workplace.unit_of_work(Kind.IMPORT) as work:
            rows = [
                {"public_id": f"{number}-{row}", "name": f"李{row}", "source": str(number), "created_at": 0}
                for row in range(BULK)
            ]
            work.insert(tables.customer, rows)
            work.commit()
        say("ACK there", number)
        if number % 2 == 0:
            undo(workplace)
            say("ACK gone", number)


def bring_in(workplace: Workplace, places: Places, _key: DataKey) -> None:
    """Import a file after the other; then the same once more, which changes nothing."""
    for number in count(1):
        lines = (f"张{number}号{row},139{number:02d}{row:06d},{number}" for row in range(IMPORTED))
        file = places.data.path.parent / f"{number}.csv"
        file.write_text("姓名,手机,来源\n" + "\n".join(lines), encoding="utf-8")
        import_customers(workplace, file)
        say("ACK there", number)
        import_customers(workplace, file)


def backup(workplace: Workplace, places: Places, key: DataKey) -> None:
    """Change something and make a backup."""
    for number in count(1):
        register_customer(workplace, CustomerDraft(f"王{number}"))
        made = back_up(workplace, places, key)
        say("ACK backup", made.path.name)


def restore(workplace: Workplace, places: Places, key: DataKey) -> None:
    """Restore one of two backups after the other; the shop is closed meanwhile."""
    for name in ("one", "two"):
        register_customer(workplace, CustomerDraft(name))
        back_up(workplace, places, key)
    workplace.store.close()
    one, two = list_backups(places.data.backups)[-2:]
    for number in count(1):
        restore_backup(places, SystemVault(places.config), (one if number % 2 else two).path, now)
        say("ACK restored", number % 2)


def mend(workplace: Workplace, places: Places, key: DataKey) -> None:
    """Back up, register customers, lose the pages that name the tables and mend the book, again and again."""
    workplace.store.close()
    for number in count(1):
        use, vault = MaintenanceLock(places.data), SystemVault(places.config)
        key, store, _is_new = open_or_make(places, vault, now, use, "Owner")
        workplace = workplace_of_owner(store, Source.WINDOW, now)
        back_up(workplace, places, key)
        for one in range(3 * number - 2, 3 * number + 1):
            register_customer(workplace, CustomerDraft(f"王{one}"))
            say("ACK added", one)
        store.close()
        use.release()
        zero_pages(places.data.database, number % 2, 2)
        mend_database.mend(places, vault, now)
        say("ACK mended", number)


def rekey(_workplace: Workplace, places: Places, _key: DataKey) -> None:
    """Register a customer, attach a file and change the data key, again and again, opening the shop anew each time."""
    for number in count(1):
        use, vault = MaintenanceLock(places.data), SystemVault(places.config)
        key, store, _is_new = open_or_make(places, vault, now, use, "Owner")
        workplace = workplace_of_owner(store, Source.WINDOW, now)
        Blobs(places.data.files_database, key.key).put(str(number).encode())
        register_customer(workplace, CustomerDraft(f"王{number}"))
        say("ACK added", number)
        shop = OpenShop(places, HeldKey(key), vault, workplace, use, is_new=False)
        rekey_shop(shop)
        shop.close()
        say("ACK rekeyed", number)


def sell(workplace: Workplace, _places: Places, _key: DataKey) -> None:
    """Sell to one member, each fifth slip paid in points, each seventh refunded, each eleventh voided."""
    customer = register_customer(workplace, CustomerDraft("王")).subject_id
    save_rules(workplace, ProgrammeKind.POINTS, PointsRules(spending=Spending(points=1, money=1)))
    for number in count(1):
        points = 1 if number % 5 == 0 else 0
        sold = record_sale(
            workplace, SaleDraft(f"k{number}", (LineDraft("goods", 1_000),), customer, points_spent=points)
        )
        say("ACK sold", f"k{number}")
        if number % 7 == 0:
            refund_sale(workplace, RefundDraft(f"r{number}", sold.sale_id, amount=400))
            say("ACK sold", f"r{number}")
        elif number % 11 == 0:
            void_sale(workplace, sold.sale_id, slip_id=f"v{number}")
            say("ACK sold", f"v{number}")


def stubborn(workplace: Workplace, _places: Places, _key: DataKey) -> None:
    """Sell twenty slips, each tried again under the same id where the disk refused it, as a till does."""
    for number in range(20):
        draft = SaleDraft(f"k{number}", (LineDraft("goods", 1_000),))
        if any(_is_done(lambda draft=draft: record_sale(workplace, draft)) for _try in range(3)):
            say("ACK sold", f"k{number}")


def _is_done(action: Callable[[], object]) -> bool:
    try:
        action()
    except Fault as fault:
        say("FAULT", fault.kind.value)
        return False
    return True


def soak(workplace: Workplace, _places: Places, _key: DataKey) -> None:
    """Change, take back, find, sell and read, so many times; say now and then what memory and files it takes."""
    actions, between = int(sys.argv[4]), int(sys.argv[5])
    customers = [register_customer(workplace, CustomerDraft(f"王{number}")).subject_id for number in range(50)]
    for number in range(5, actions + 5):  # a change comes before the first that is taken back
        customer = customers[number % len(customers)]
        match number % 5:
            case 0:
                change_customer(workplace, customer, {"note": str(number)})
            case 1:
                undo(workplace)
            case 2:
                first_screen(workplace, CustomerQuery(text=f"王{number % 50}"))
            case 3:
                record_sale(workplace, SaleDraft(f"k{number}", (LineDraft("goods", 1_000),), customer))
            case 4:
                read_record(workplace, customer)
        if number % between == 0:
            say("LOOK", _resident_kib(), len(list(Path("/proc/self/fd").iterdir())))


def _resident_kib() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return 0


def start(_workplace: Workplace, _places: Places, _key: DataKey) -> None:
    """Do nothing more: the first start itself is what is killed."""


SCENARIOS: dict[str, Callable[[Workplace, Places, DataKey], None]] = {
    "edit": edit,
    "bulk": bulk,
    "import": bring_in,
    "backup": backup,
    "restore": restore,
    "mend": mend,
    "rekey": rekey,
    "sell": sell,
    "stubborn": stubborn,
    "soak": soak,
    "start": start,
}


def main(scenario: str, data: str, config: str) -> None:
    places = find_places(Path(data), Path(config))
    use = MaintenanceLock(places.data)
    key, store, _is_new = open_or_make(places, SystemVault(places.config), now, use, "Owner")
    if scenario in ("restore", "rekey", "mend"):
        use.release()
    if scenario == "rekey":
        store.close()
    workplace = workplace_of_owner(store, Source.WINDOW, now)
    say("READY")
    SCENARIOS[scenario](workplace, places, key)
    store.close()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:4])
    except Fault as refused:  # anything else is a mistake of the program's, and ends it with a traceback
        say("FAULT", refused.kind.value)
