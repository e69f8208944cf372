"""Who may be contacted how and for what: the newest answer for a channel and a purpose counts, and no answer says what.

`store.queries.contact_sql` says the same as a condition over customers; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Channel, Consent, Purpose

WITHOUT_ANSWER = {Purpose.SERVICE: True, Purpose.MARKETING: False}
"""What counts where nobody answered: what a customer asked for needs no further word, an offer does."""


class Standing(StrEnum):
    """How somebody stands to a purpose, all channels taken together."""

    OPEN = "open"
    NOT_ASKED = "not_asked"
    REFUSED = "refused"


@dataclass(frozen=True)
class ContactBy:
    """A reason to take customers out of the book: to contact them on a channel for a purpose."""

    channel: Channel
    purpose: Purpose = Purpose.MARKETING


def listed_words() -> str:
    """Return how an answer was given that comes from the list of numbers to be left alone."""
    return _T("Consent", "on the do-not-contact list")


def refused_calls_words() -> str:
    """Return what stands in the place of a phone number where its owner does not want to be called."""
    return _T("Consent", "refused calls")


def newest_answer(consents: Iterable[Consent], channel: Channel, purpose: Purpose) -> Consent | None:
    """Return the answer that counts for a channel and a purpose: the newest, of two at once the one noted last."""
    mine = (consent for consent in consents if consent.channel is channel and consent.purpose is purpose)
    return max(mine, key=lambda consent: (consent.at, consent.id or 0), default=None)


def may_contact(consents: Iterable[Consent], channel: Channel, purpose: Purpose) -> bool:
    """Tell whether a customer with these answers may be contacted on a channel for a purpose."""
    answer = newest_answer(consents, channel, purpose)
    return WITHOUT_ANSWER[purpose] if answer is None else answer.given


def open_channels(consents: Iterable[Consent], purpose: Purpose) -> tuple[Channel, ...]:
    """Return the channels on which a customer may be contacted for a purpose."""
    answers = tuple(consents)
    return tuple(channel for channel in Channel if may_contact(answers, channel, purpose))


def standing(consents: Iterable[Consent], purpose: Purpose) -> Standing:
    """Return whether any channel is open for a purpose, and if not, whether she said so."""
    answers = tuple(consent for consent in consents if consent.purpose is purpose)
    if open_channels(answers, purpose):
        return Standing.OPEN
    return Standing.REFUSED if answers else Standing.NOT_ASKED
