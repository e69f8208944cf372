"""Small look-ups by a natural key: card numbers, tags, people, companies."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, bindparam, func, select

from crm_desktop.domain.customer import Person, Tag
from crm_desktop.store.customer_tables import customer, customer_tag, person, tag

_STRETCH = 20_000
_SOURCES = (
    select(customer.c.source, func.count())
    .where(customer.c.source.is_not(None), customer.c.id > bindparam("after"), customer.c.id <= bindparam("upto"))
    .group_by(customer.c.source)
)


def card_holder(connection: Connection, card_number: str) -> int | None:
    """Return the live customer who holds a card number."""
    live = customer.c.deleted_at.is_(None)
    return connection.execute(select(customer.c.id).where(customer.c.card_number == card_number, live)).scalar()


def all_tags(connection: Connection) -> list[tuple[Tag, int]]:
    """Return every tag with the number of customers who carry it, by name."""
    carried = select(func.count()).select_from(customer_tag).where(customer_tag.c.tag_id == tag.c.id).scalar_subquery()
    rows = connection.execute(select(tag.c.id, tag.c.name, tag.c.colour, carried).order_by(tag.c.name))
    return [(Tag(row[0], row[1], row[2]), row[3]) for row in rows]


def all_people(connection: Connection) -> list[Person]:
    """Return every member of staff, the first made first."""
    rows = connection.execute(select(person).order_by(person.c.id))
    return [Person(row.id, row.name, row.colour, bool(row.active)) for row in rows]


def tier_names(connection: Connection) -> list[str]:
    """Return the names of the shop's tiers, the lowest first, those put aside behind them."""
    from crm_desktop.store.loyalty_tables import tier

    rows = select(tier.c.name).order_by(tier.c.active.desc(), tier.c.position, tier.c.id)
    return list(connection.execute(rows).scalars())


def distinct_sources(connection: Connection, limit: int = 50) -> list[str]:
    """Return the words customers' sources are written in, the most frequent first.

    Counted in stretches of ids: to group a million rows at once the database sorts them in memory, and the driver
    keeps the interpreter, and so the window, for as long as giving that memory back takes.
    """
    counted: Counter[str] = Counter()
    last = connection.execute(select(func.max(customer.c.id))).scalar() or 0
    for after in range(0, last, _STRETCH):
        for source, number in connection.execute(_SOURCES, {"after": after, "upto": after + _STRETCH}):
            counted[source] += number
    return [source for source, _ in counted.most_common(limit)]
