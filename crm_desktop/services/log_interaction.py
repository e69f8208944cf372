"""Log a contact with a customer, correct it, remove it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import InteractionKind, Outcome, Phase
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.after_contact import after_contact
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, parts, tables
from crm_desktop.store.shop_time import shop_time


@dataclass(frozen=True)
class Contact:
    """What is noted of one contact; `at` None means now, `person_id` None whoever logs it."""

    kind: InteractionKind
    text: str = ""
    phase: Phase | None = None
    outcome: Outcome | None = None
    at: datetime | None = None
    person_id: int | None = None


def log_interaction(workplace: Workplace, customer_id: int, contact: Contact) -> ChangeSet:
    """Log a contact; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.INTERACTION_LOG) as work:
        if not customers.exists(work.connection, customer_id):
            raise Fault(FaultKind.NOT_FOUND, id=customer_id)
        work.about(customer_id)
        values = _values(workplace, contact)
        work.insert_one(tables.interaction, public_id=new_public_id(), customer_id=customer_id, **values)
        day = shop_time(work.connection).day_of(from_stamp(values["at"]))
        after_contact(work, customer_id, contact.kind, contact.outcome, day)
        return work.commit()


def change_interaction(workplace: Workplace, interaction_id: int, contact: Contact) -> ChangeSet:
    """Correct a logged contact; a time or person not given stays as it is; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.INTERACTION_EDIT) as work:
        row = parts.get_part(work.connection, tables.interaction, interaction_id)
        work.about(row.customer_id)
        values = _values(workplace, contact)
        values["at"] = row.at if contact.at is None else values["at"]
        values["person_id"] = row.person_id if contact.person_id is None else contact.person_id
        work.update(tables.interaction, interaction_id, **values)
        return work.commit()


def remove_interaction(workplace: Workplace, interaction_id: int) -> ChangeSet:
    """Remove a logged contact; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.INTERACTION_REMOVE) as work:
        row = parts.get_part(work.connection, tables.interaction, interaction_id)
        work.about(row.customer_id)
        # A follow-up that led to the contact stays done.
        led = tables.follow_up.c.interaction_id == interaction_id
        work.update_where(tables.follow_up, led, {"interaction_id": None})
        parts.remove_part(work, tables.interaction, interaction_id)
        return work.commit()


def _values(workplace: Workplace, contact: Contact) -> dict[str, Any]:
    return {
        "kind": contact.kind.value,
        "text": clean_text(contact.text),
        "phase": contact.phase.value if contact.phase else None,
        "outcome": contact.outcome.value if contact.outcome else None,
        "at": to_stamp(contact.at or workplace.now()),
        "person_id": contact.person_id if contact.person_id is not None else workplace.person_id,
    }
