"""What a contact with a customer means for what was planned: the gap begins anew, and an answer stops plans."""

from __future__ import annotations

from datetime import date

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.plans import is_answer, is_real_contact
from crm_desktop.store import cadences, plans
from crm_desktop.store.unit_of_work import UnitOfWork


def after_contact(
    work: UnitOfWork, customer_id: int, kind: InteractionKind, outcome: Outcome | None, day: date
) -> None:
    """Move the next regular contact on, and stop the plans that wait for an answer; `day` is that of the contact.

    Part of the operation that logs the contact: taking it back takes this back.
    """
    if not is_real_contact(kind, outcome):
        return
    if not cadences.put_off(work, customer_id, kind, day):
        cadences.plan_next(work, customer_id, touch_title(), day)
    if is_answer(kind, outcome):
        plans.stop_runs(work, plans.answered(customer_id), _T("KeepInTouch", "The customer answered"))


def touch_title() -> str:
    """Return what a follow-up that keeps in touch is called."""
    return _T("KeepInTouch", "Keep in touch")
