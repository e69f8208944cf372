"""Who may be contacted how and for what: the newest answer for a channel and a purpose counts, and no answer says what.

`store.queries.contact_sql` says the same as a condition over customers; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable

from crm_desktop.domain.customer import Channel, Consent, Purpose

WITHOUT_ANSWER = {Purpose.SERVICE: True, Purpose.MARKETING: False}
"""What counts where nobody answered: what a customer asked for needs no further word, an offer does."""


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


def is_refused(consents: Iterable[Consent], purpose: Purpose) -> bool:
    """Tell whether a customer was asked for a purpose and leaves no channel open."""
    answers = tuple(consent for consent in consents if consent.purpose is purpose)
    return bool(answers) and not open_channels(answers, purpose)
