"""Why a customer was found: for each word typed, the field it matches and the value there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crm_desktop.domain.customer import ContactKind, Customer
from crm_desktop.domain.names import plain, spell
from crm_desktop.domain.phone import search_numbers
from crm_desktop.domain.search_text import query_words


@dataclass(frozen=True)
class Reason:
    """One field (by its key in `domain.fields`) that a word matches, and its value as people read it."""

    field: str
    value: str


def reasons(customer: Customer, typed: str) -> tuple[Reason, ...]:
    """Return why a customer matches, each reason once, in the order of the words."""
    found = (next(_matches(customer, word), None) for word in query_words(typed))
    return tuple(dict.fromkeys(reason for reason in found if reason is not None))


def _matches(customer: Customer, word: str) -> Iterator[Reason]:
    if _in_text(customer.name, word):
        yield Reason("name", customer.name)
    for contact in customer.contacts_of(ContactKind.PHONE):
        if any(number.startswith(word) for number in search_numbers(contact.normal, contact.value)):
            yield Reason("phone", contact.shown)
    former = (("card_number", number) for number in customer.former_numbers)
    for field, number in (("card_number", customer.card_number), ("file_number", customer.file_number), *former):
        if number and plain(number).startswith(word):
            yield Reason(field, number)
    for tag in customer.tags:
        if _in_text(tag.name, word):
            yield Reason("tags", tag.name)
    if customer.company and _in_text(customer.company, word):
        yield Reason("company", customer.company)
    for kind in (ContactKind.EMAIL, ContactKind.WECHAT):
        for contact in customer.contacts_of(kind):
            if word in plain(contact.value):
                yield Reason(kind.value, contact.value)


def _in_text(text: str, word: str) -> bool:
    """Tell whether a text holds a word as it is, or sounds as it begins."""
    return word in plain(text) or any(form.startswith(word) for form in spell(text).words)
