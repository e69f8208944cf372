"""Follow-up plans and keeping in touch: what is to be done how long after what, how often a customer is to be met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.follow_up import FollowUpKind


class PlanEvent(StrEnum):
    """What starts a plan by itself."""

    BY_HAND = "hand"
    NEW_CUSTOMER = "new_customer"
    TAGGED = "tagged"
    QUIET = "quiet"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    OTHER_DATE = "other"
    FIRST_PURCHASE = "first_purchase"
    WARRANTY_END = "warranty_end"


ON_A_DATE = frozenset({PlanEvent.BIRTHDAY, PlanEvent.ANNIVERSARY, PlanEvent.OTHER_DATE, PlanEvent.WARRANTY_END})
"""Events whose day is known beforehand: their steps may lie before it."""

TO_PLEASE = frozenset({PlanEvent.QUIET, PlanEvent.BIRTHDAY, PlanEvent.ANNIVERSARY, PlanEvent.OTHER_DATE})
"""Events that nobody asked the shop to act on: greetings and winning back. Whoever refused offers is left out."""

REAL_CONTACTS = tuple(kind for kind in InteractionKind if kind is not InteractionKind.NOTE)
"""The kinds in which a customer and the shop really met."""

ANSWERS = frozenset(outcome for outcome in Outcome if outcome is not Outcome.NO_ANSWER)
"""Outcomes of a contact in which the customer was there."""

MOST_STEPS = 50
LONGEST_DELAY = 3_650


@dataclass(frozen=True)
class PlanStep:
    """One follow-up of a plan, so many days after its start, or before where the event has a date."""

    delay_days: int
    title: str
    kind: str = FollowUpKind.CALL.value
    note: str = ""


@dataclass(frozen=True)
class Plan:
    """A named list of steps and what starts it.

    `event_days`: how long a quiet customer was quiet. `event_label`: what another date is called; "" for any.
    """

    name: str
    steps: tuple[PlanStep, ...]
    event: PlanEvent = PlanEvent.BY_HAND
    event_days: int | None = None
    event_tag_id: int | None = None
    stops_on_answer: bool = True
    active: bool = True
    id: int | None = None
    event_label: str = ""


@dataclass(frozen=True)
class PlanRun:
    """A plan as it goes on for one customer: `left` steps are open, the next on `next_day`."""

    id: int
    plan_id: int
    plan_name: str
    started_on: date
    left: int
    next_day: date | None
    stopped: bool


@dataclass(frozen=True)
class Cadence:
    """How often those who carry a tag are to be met: ideally every so many days, and never longer than so many."""

    tag_id: int
    ideal_days: int
    longest_days: int
    kind: str = FollowUpKind.CALL.value
    contact_kinds: tuple[InteractionKind, ...] = REAL_CONTACTS
    active: bool = True
    id: int | None = None


IN_PERSON = frozenset({InteractionKind.VISIT, InteractionKind.MEETING})
"""Contacts in which the customer was there, whatever was noted about them."""


def is_answer(kind: InteractionKind, outcome: Outcome | None) -> bool:
    """Tell whether the customer answered: by how the contact went, or because she stood there."""
    return outcome in ANSWERS if outcome is not None else kind in IN_PERSON


def is_real_contact(kind: InteractionKind, outcome: Outcome | None) -> bool:
    """Tell whether the customer was really met: no note, and somebody answered."""
    return kind in REAL_CONTACTS and outcome is not Outcome.NO_ANSWER
