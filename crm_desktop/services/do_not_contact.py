"""The list of numbers and addresses that are to be left alone: by whom it was asked for is nowhere written."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.contacts import read_contact
from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.privacy import Marked
from crm_desktop.domain.rights import Right
from crm_desktop.services.after_restore import keep_lists
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import do_not_contact


def read_list(workplace: Workplace) -> list[Marked]:
    """Return the list, the newest first; the numbers themselves are not kept."""
    workplace.require(Right.PRIVACY)
    with workplace.store.read() as connection:
        return do_not_contact.all_marked(connection)


def is_listed(workplace: Workplace, text: str) -> bool:
    """Tell whether a phone number or an e-mail address is on the list; raise Fault VALUE_INVALID for neither."""
    workplace.require(Right.PRIVACY)
    kind, normal = known_form(text)
    with workplace.store.read() as connection:
        return do_not_contact.is_marked(connection, kind, normal)


def leave_alone(workplace: Workplace, text: str) -> ChangeSet:
    """Put a phone number or an e-mail address on the list; who has it in the book refuses offers from now on.

    Raises Fault VALUE_INVALID for what is neither.
    """
    workplace.require(Right.PRIVACY)
    kind, normal = known_form(text)
    with workplace.unit_of_work(Kind.DO_NOT_CONTACT) as work:
        if do_not_contact.mark(work.connection, [(kind.value, normal)], work.at):
            work.keep_operation()
            do_not_contact.note_refusals(work)
        changes = work.commit()
    keep_lists(workplace.store)
    return changes


def take_off(workplace: Workplace, text: str) -> ChangeSet:
    """Take a number or an address off the list, because its owner asked for that; what was refused stays refused."""
    workplace.require(Right.PRIVACY)
    kind, normal = known_form(text)
    with workplace.unit_of_work(Kind.DO_NOT_CONTACT) as work:
        if do_not_contact.unmark(work.connection, kind, normal):
            work.keep_operation()
        changes = work.commit()
    keep_lists(workplace.store)
    return changes


def known_form(text: str) -> tuple[ContactKind, str]:
    """Return what a typed text is, and the form it is known by; raise Fault VALUE_INVALID for anything else."""
    kind = ContactKind.EMAIL if "@" in text else ContactKind.PHONE
    normal = read_contact(kind, text, None).normal
    if normal is None:
        raise Fault(FaultKind.VALUE_INVALID, field=kind.value, value=text.strip(), reason="not_a_phone")
    return kind, normal
