"""Two hundred searches as people type them: drawn by how often names and numbers occur, sixty of one character."""

from __future__ import annotations

import random

from sqlalchemy import text

from crm_desktop.domain.names import spell
from crm_desktop.services.open_shop import OpenShop

SHORT, ALL = 60, 200


def typed_queries(shop: OpenShop, seed: int = 1) -> list[str]:
    """Return the texts, mixed; each is a prefix of something that is in the shop."""
    draw = random.Random(seed)
    people = _people(shop, draw)
    short = [_short(draw, *draw.choice(people)) for _ in range(SHORT)]
    longer = [_longer(draw, *draw.choice(people)) for _ in range(ALL - SHORT)]
    queries = short + longer
    draw.shuffle(queries)
    return queries


def _people(shop: OpenShop, draw: random.Random) -> list[tuple[str, str]]:
    """Return names and phone digits of customers drawn evenly, so that what is frequent is drawn often."""
    with shop.store.read() as connection:
        last = connection.execute(text("SELECT max(id) FROM customer")).scalar_one()
        ids = ",".join(str(draw.randint(1, last)) for _ in range(400))
        rows = connection.execute(
            text(f"SELECT name, phone FROM customer WHERE id IN ({ids}) AND phone IS NOT NULL AND deleted_at IS NULL")
        ).all()
    return [(row.name, "".join(c for c in row.phone if c.isdigit())) for row in rows]


def _short(draw: random.Random, name: str, digits: str) -> str:
    kind = draw.random()
    if kind < 0.5:
        return name[0]
    return spell(name).key[0] if kind < 0.8 else digits[0]


def _longer(draw: random.Random, name: str, digits: str) -> str:
    spelt = spell(name)
    syllables = spelt.key.split()
    initials = "".join(syllable[0] for syllable in syllables)
    pinyin = "".join(syllables)
    choices = (
        name[:2],
        name[1:] or name,
        name,
        pinyin[: draw.randint(2, max(2, len(pinyin)))],
        initials if len(initials) > 1 else pinyin[:2],
        digits[: draw.randint(2, 11)],
        digits[-4:],
        digits[:3],
    )
    return draw.choice(choices)
