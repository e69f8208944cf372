"""Numbers and addresses that are to be left alone: kept as an HMAC, so that the list tells nothing about anybody.

It outlives an erasure: whoever comes back from an old file has refused offers already.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, or_, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.consent import listed_words
from crm_desktop.domain.customer import Channel, ContactKind, Purpose
from crm_desktop.domain.privacy import Marked
from crm_desktop.store.chain import chain_key
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import change, consent, contact_point, customer, do_not_contact

if TYPE_CHECKING:
    from crm_desktop.store.unit_of_work import UnitOfWork

KINDS = (ContactKind.PHONE, ContactKind.EMAIL)
"""What has a form to be known by; names on WeChat and addresses are written in too many ways."""

MacOf = Callable[[str, str], str]
_BATCH = 5_000


def mac_maker(connection: Connection) -> MacOf:
    """Return what turns a kind and a normal form into the HMAC under which it is kept."""
    key = hmac.digest(chain_key(connection), b"numbers to be left alone", hashlib.sha256)

    def mac_of(kind: str, normal: str) -> str:
        return hmac.digest(key, f"{kind}:{normal}".encode(), hashlib.sha256).hex()

    return mac_of


def is_empty(connection: Connection) -> bool:
    """Tell whether nobody is on the list."""
    return connection.execute(select(do_not_contact.c.id).limit(1)).scalar() is None


def all_marked(connection: Connection) -> list[Marked]:
    """Return the list, the newest first."""
    rows = connection.execute(select(do_not_contact).order_by(do_not_contact.c.id.desc()))
    return [Marked(row.id, ContactKind(row.kind), from_stamp(row.at), row.mac) for row in rows]


def is_marked(connection: Connection, kind: ContactKind, normal: str) -> bool:
    """Tell whether a number or address is on the list."""
    mine = do_not_contact.c.mac == mac_maker(connection)(kind.value, normal)
    return connection.execute(select(do_not_contact.c.id).where(mine)).scalar() is not None


def mark(connection: Connection, contacts: Iterable[tuple[str, str]], at: int) -> int:
    """Put (kind, normal form) on the list; return how many are new there."""
    mac_of = mac_maker(connection)
    return mark_macs(connection, [(kind, mac_of(kind, normal), at) for kind, normal in contacts])


def mark_macs(connection: Connection, entries: Iterable[tuple[str, str, int]]) -> int:
    """Put (kind, HMAC, stamp) on the list; return how many are new there."""
    known = {(row.kind, row.mac) for row in connection.execute(select(do_not_contact.c.kind, do_not_contact.c.mac))}
    new = {(kind, mac): at for kind, mac, at in entries if (kind, mac) not in known}
    if new:
        rows = [{"kind": kind, "mac": mac, "at": at} for (kind, mac), at in new.items()]
        connection.execute(insert(do_not_contact), rows)
    return len(new)


def unmark(connection: Connection, kind: ContactKind, normal: str) -> bool:
    """Take a number or address off the list; tell whether it was there."""
    mac = mac_maker(connection)(kind.value, normal)
    gone = connection.execute(delete(do_not_contact).where(do_not_contact.c.mac == mac))
    return gone.rowcount > 0


def note_refusals(work: UnitOfWork, operation_id: int | None = None) -> list[int]:
    """Record that offers are refused by everybody with a marked number; return who they are.

    With an operation only those count whose numbers it brought. Who has refused every channel is left as she is.
    """
    if is_empty(work.connection):
        return []
    found = sorted(set(_holders(work.connection, operation_id)))
    work.insert(consent, list(_refusals(work, found)))
    return found


def _holders(connection: Connection, operation_id: int | None) -> Iterator[int]:
    """Yield the customers whose contact points are on the list."""
    macs = set(connection.execute(select(do_not_contact.c.mac)).scalars())
    mac_of, point, after = mac_maker(connection), contact_point.c, 0
    asked = select(point.id, point.customer_id, point.kind, point.normal)
    asked = asked.where(point.normal.is_not(None), point.kind.in_([kind.value for kind in KINDS]))
    if operation_id is not None:
        mine = select(change.c.row_id).where(change.c.operation_id == operation_id)
        written = mine.where(change.c.entity == contact_point.name, change.c.action != "delete")
        new = mine.where(change.c.entity == customer.name, change.c.action == "insert")
        asked = asked.where(or_(point.id.in_(written), point.customer_id.in_(new)))
    while rows := connection.execute(asked.where(point.id > after).order_by(point.id).limit(_BATCH)).all():
        yield from (row.customer_id for row in rows if mac_of(row.kind, row.normal) in macs)
        after = rows[-1].id


def _refusals(work: UnitOfWork, customers: Sequence[int]) -> Iterator[dict[str, object]]:
    """Yield a refusal for each channel that is not refused already."""
    answers = select(consent.c.customer_id, consent.c.channel, consent.c.given).where(
        ids_in(consent.c.customer_id, customers), consent.c.purpose == Purpose.MARKETING.value
    )
    rows = work.connection.execute(answers.order_by(consent.c.at, consent.c.id))
    newest = {(row.customer_id, row.channel): row.given for row in rows}
    for customer_id in customers:
        for channel in Channel:
            if newest.get((customer_id, channel.value)) != 0:
                yield {
                    "customer_id": customer_id, "channel": channel.value, "given": 0, "at": work.at,
                    "person_id": work.person_id, "purpose": Purpose.MARKETING.value, "how": listed_words(),
                }  # fmt: skip
