"""Finding the few customers who may be the one that is being typed, each by an index: no list is walked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select, text

from crm_desktop.domain.duplicates import Traits
from crm_desktop.domain.names import spell
from crm_desktop.store.tables import contact_point, customer

_EACH = 20
"""Customers looked at for one thing they share; a phone or a name that more have says little."""
_LAST = 4
_MATCH = text("SELECT rowid FROM customer_search WHERE customer_search MATCH :words ORDER BY rowid DESC LIMIT :most")
_LIVE = (customer.c.deleted_at + 0).is_(None)


def alike_ids(connection: Connection, traits: Traits, card_number: str | None = None) -> list[int]:
    """Return the live customers who share a contact, a card, the name, its sound, or its initials and a phone's end."""
    found = (row_id for rows in _ways(traits, card_number) for row_id in connection.execute(rows).scalars())
    ids: list[int] = list(found)
    for words in _searches(traits):
        ids += connection.execute(_MATCH, {"words": words, "most": _EACH}).scalars().all()
    return list(dict.fromkeys(ids))


def _ways(traits: Traits, card_number: str | None) -> Iterator[Select[Any]]:
    for kind, values in (("phone", traits.phones), ("email", traits.emails)):
        for value in values:
            holders = select(contact_point.c.customer_id).where(contact_point.c.normal == value)
            yield _live().where(customer.c.id.in_(holders.where(contact_point.c.kind == kind).limit(_EACH)), _LIVE)
    if card_number:
        yield _live().where(customer.c.deleted_at.is_(None), customer.c.card_number == card_number)
    if traits.name:
        live = customer.c.deleted_at.is_(None)
        yield _live().where(live, customer.c.name == traits.name)
        yield _live().where(live, customer.c.name_key == spell(traits.name).key)


def _live() -> Select[Any]:
    return select(customer.c.id).limit(_EACH)


def _searches(traits: Traits) -> Iterator[str]:
    """Yield what the search index is asked: initials with the end of a phone, WeChat names, card numbers."""
    words = spell(traits.name).words if traits.name else ()
    initials = next((word for word in words[1:] if 1 < len(word) <= _LAST), None)
    for phone in traits.phones:
        if initials and len(phone) > _LAST:
            yield f'spelling : "{initials}" AND numbers : "{phone[-_LAST:]}"'
    yield from (f'spelling : "{wechat}"' for wechat in traits.wechats if '"' not in wechat and len(wechat) > _LAST)
    yield from (f'numbers : "{code}"' for code in traits.codes)
