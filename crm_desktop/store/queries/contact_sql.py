"""Who may be contacted how and for what, as conditions over `customer`: the rule of `domain.consent` in SQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, not_, or_, select

from crm_desktop.domain.consent import WITHOUT_ANSWER
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.store.tables import consent, customer


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


def open_channels(purpose: Purpose) -> ColumnElement[Any]:
    """Return the channels on which a customer may be contacted for a purpose, "email,phone", NULL for none."""
    named: ColumnElement[Any] = literal("")
    for channel in sorted(Channel):
        named = named.concat(case((may_contact(channel, purpose), f",{channel.value}"), else_=""))
    return func.nullif(func.substr(named, 2), "")
