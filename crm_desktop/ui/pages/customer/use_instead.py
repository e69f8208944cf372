"""Taking a customer the shop has instead of a new one: she is opened, and what was typed is offered to be added."""

from __future__ import annotations

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.services.complete_customer import complete_customer, is_empty, what_she_lacks
from crm_desktop.services.read_customers import read_customer
from crm_desktop.services.say_dates import date_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.notices import Choice
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.new_customer_draft import Typed, draft_of

KEY = "typed"
"""The notice that offers to add what was typed; a later one takes its place."""


def use_instead(frame: Frame, workplace: Workplace, customer_id: int, typed: Typed, region: str) -> None:
    """Open a customer, and offer to add what was typed and she does not have."""

    def compare() -> tuple[str, CustomerDraft]:
        draft = draft_of(typed, region)
        return read_customer(workplace, customer_id).name, what_she_lacks(workplace, customer_id, draft)

    def offer(found: tuple[str, CustomerDraft]) -> None:
        name, lacking = found
        if not is_empty(lacking):
            _offer(frame, workplace, customer_id, name, lacking)

    def refuse(fault: Fault) -> None:
        frame.notices.tell_fault(fault)

    frame.work.read(compare, offer, refuse, group="new.use")
    frame.navigator.open("customer", customer_id)


def _offer(frame: Frame, workplace: Workplace, customer_id: int, name: str, lacking: CustomerDraft) -> None:
    def add() -> None:
        frame.notices.withdraw(KEY)
        frame.work.write(lambda: complete_customer(workplace, customer_id, lacking))

    said = _T("New", "You typed what {name} does not have yet: {what}")
    choice = Choice(_T("New", "Add to {name}").format(name=name), add)
    frame.notices.say(said.format(name=name, what=typed_words(lacking)), choices=(choice,), key=KEY)


def typed_words(draft: CustomerDraft) -> str:
    """Return what a draft holds beside the name, as it was typed."""
    words = [contact.shown for contact in draft.contacts]
    words += [date_text(date) for date in draft.dates]
    words += draft.tags
    words += [str(value) for name, value in draft.values.items() if name not in ("owner_id", "gender")]
    words += draft.custom_values.values()
    return _T("New", ", ").join(words)
