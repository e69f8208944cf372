"""Reading the contacts a shop had with a customer."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.customer import Interaction, InteractionKind, Outcome, Phase
from crm_desktop.store.tables import interaction


def interactions_of(connection: Connection, customer_id: int, limit: int = 500) -> list[Interaction]:
    """Return a customer's interactions, the newest first."""
    rows = select(interaction).where(interaction.c.customer_id == customer_id)
    return [_interaction(row) for row in connection.execute(rows.order_by(interaction.c.at.desc()).limit(limit))]


def _interaction(row: Row[Any]) -> Interaction:
    return Interaction(
        row.id,
        row.customer_id,
        InteractionKind(row.kind),
        from_stamp(row.at),
        row.text,
        Phase(row.phase) if row.phase else None,
        Outcome(row.outcome) if row.outcome else None,
        row.person_id,
    )
