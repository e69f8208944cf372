"""Who may be contacted how and for what, as conditions over `customer`: the rule of `domain.consent` in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, literal, not_, or_, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.consent import WITHOUT_ANSWER, ContactBy, Standing
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.store.customer_tables import consent, customer
from crm_desktop.store.sqlite_sql import ids_in


def newest_answers(purpose: Purpose) -> Select[Any]:
    """Return the channels of a customer's newest answers for a purpose; add `consent.c.given` as a condition."""
    later = consent.alias()
    newer = later.c.at > consent.c.at, and_(later.c.at == consent.c.at, later.c.id > consent.c.id)
    same = (
        later.c.customer_id == consent.c.customer_id,
        later.c.channel == consent.c.channel,
        later.c.purpose == consent.c.purpose,
    )
    superseded = exists(select(later.c.id).where(*same, or_(*newer)))
    mine = (consent.c.customer_id == customer.c.id, consent.c.purpose == purpose.value)
    return select(consent.c.channel).where(*mine, ~superseded)


def agreed_channels(purpose: Purpose = Purpose.MARKETING) -> Select[Any]:
    """Return the channels a customer agreed to by the newest answer for each."""
    return newest_answers(purpose).where(consent.c.given == 1)


def was_asked(purpose: Purpose = Purpose.MARKETING) -> ColumnElement[bool]:
    """Return the condition that a customer ever answered for a purpose."""
    mine = (consent.c.customer_id == customer.c.id, consent.c.purpose == purpose.value)
    return exists(select(consent.c.id).where(*mine))


def may_contact(channel: Channel, purpose: Purpose) -> ColumnElement[bool]:
    """Return the condition that a customer may be contacted on a channel for a purpose; nobody erased may."""
    answers = newest_answers(purpose).where(consent.c.channel == channel.value)
    if WITHOUT_ANSWER[purpose]:
        allowed = not_(exists(answers.where(consent.c.given == 0)))
    else:
        allowed = exists(answers.where(consent.c.given == 1))
    return and_(customer.c.erased_at.is_(None), allowed)


def has_refused(purpose: Purpose) -> ColumnElement[bool]:
    """Return the condition that a customer was asked for a purpose and leaves no channel open."""
    return and_(was_asked(purpose), not_(or_(*(may_contact(channel, purpose) for channel in Channel))))


def reachable(connection: Connection, ids: Sequence[int], by: ContactBy) -> list[int]:
    """Return those of some customers, in their order, who may be contacted on a channel for a purpose."""
    allowed = select(customer.c.id).where(ids_in(customer.c.id, ids), may_contact(by.channel, by.purpose))
    found = set(connection.execute(allowed).scalars())
    return [row_id for row_id in ids if row_id in found]


def phone_to_call() -> ColumnElement[str | None]:
    """Return a customer's phone, NULL for who does not want to be called about what she asked for."""
    return case((may_contact(Channel.PHONE, Purpose.SERVICE), customer.c.phone))


def refused_calls() -> ColumnElement[bool]:
    """Return the condition that there is a customer who does not want to be called, whatever for."""
    return and_(customer.c.id.is_not(None), not_(may_contact(Channel.PHONE, Purpose.SERVICE)))


def refuse_unwanted(connection: Connection, customer_id: int, by: ContactBy) -> None:
    """Raise Fault CONTACT_REFUSED where a customer may not be contacted so."""
    if not reachable(connection, (customer_id,), by):
        raise Fault(FaultKind.CONTACT_REFUSED, channel=by.channel.value, purpose=by.purpose.value)


def standings(connection: Connection, ids: Iterable[int], purpose: Purpose) -> dict[int, Standing]:
    """Return how customers stand to a purpose."""
    is_open = or_(*(may_contact(channel, purpose) for channel in Channel))
    word = case((is_open, Standing.OPEN.value), (was_asked(purpose), Standing.REFUSED.value))
    rows = connection.execute(select(customer.c.id, word).where(ids_in(customer.c.id, ids)))
    return {row_id: Standing(found or Standing.NOT_ASKED) for row_id, found in rows}


def agreed_counts(connection: Connection) -> tuple[int, dict[tuple[str, str], int]]:
    """Return how many live customers there are, and how many may be contacted by purpose and channel."""
    live = customer.c.deleted_at.is_(None)
    asked = [(purpose, channel) for purpose in Purpose for channel in Channel]
    sums = (func.count().filter(may_contact(channel, purpose)) for purpose, channel in asked)
    row = connection.execute(select(func.count(), *sums).select_from(customer).where(live)).one()
    keys = ((purpose.value, channel.value) for purpose, channel in asked)
    return int(row[0]), dict(zip(keys, map(int, row[1:]), strict=True))


def open_channels(purpose: Purpose) -> ColumnElement[Any]:
    """Return the channels on which a customer may be contacted for a purpose, "email,phone", NULL for none."""
    together: ColumnElement[str] = literal("")
    for channel in sorted(Channel):
        together = together.concat(case((may_contact(channel, purpose), f",{channel.value}"), else_=""))
    return func.nullif(func.substr(together, 2), "")
