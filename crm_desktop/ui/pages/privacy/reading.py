"""What the page of privacy shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.privacy import Marked, Notice
from crm_desktop.services.do_not_contact import read_list
from crm_desktop.services.erase_person import ErasedPerson, read_erased
from crm_desktop.services.notices import read_notices, words_in_use
from crm_desktop.services.retention import Review, review
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class Shown:
    """Words and their versions, the two lists, and whom to look through."""

    words: dict[Purpose, str]
    notices: list[Notice]
    marked: list[Marked]
    erased: list[ErasedPerson]
    review: Review
    currency: str


def read_privacy(workplace: Workplace) -> Shown:
    """Return everything the page shows; raises Fault NOT_ALLOWED, CLOCK_BEHIND."""
    return Shown(
        words_in_use(workplace),
        read_notices(workplace),
        read_list(workplace),
        read_erased(workplace),
        review(workplace),
        currency_of(workplace),
    )
