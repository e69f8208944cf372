"""What the program's own choices are called in the language in use."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.consent import ContactBy
from crm_desktop.domain.customer import (
    Channel,
    ContactKind,
    DateKind,
    Gender,
    InteractionKind,
    Outcome,
    Phase,
    Purpose,
    Status,
)
from crm_desktop.domain.due import Due


def gender_words() -> dict[Gender, str]:
    """Return the words for genders."""
    return {
        Gender.FEMALE: _T("Words", "Female"),
        Gender.MALE: _T("Words", "Male"),
        Gender.OTHER: _T("Words", "Other", "gender"),
    }


def status_words() -> dict[Status, str]:
    """Return the words for the state of a customer's card."""
    return {
        Status.ACTIVE: _T("Words", "Active"),
        Status.LOST_CARD: _T("Words", "Card lost"),
        Status.FROZEN: _T("Words", "Frozen"),
        Status.CANCELLED: _T("Words", "Cancelled"),
    }


def due_words() -> dict[Due, str]:
    """Return the words for how a customer's next follow-up stands to today."""
    return {
        Due.LATE: _T("Words", "Late", "follow-up"),
        Due.TODAY: _T("Words", "Today", "follow-up"),
        Due.LATER: _T("Words", "Later", "follow-up"),
        Due.NONE: _T("Words", "Nothing planned"),
    }


def contact_words() -> dict[ContactKind, str]:
    """Return the words for ways to reach a customer."""
    return {
        ContactKind.PHONE: _T("Words", "Phone"),
        ContactKind.EMAIL: _T("Words", "E-mail"),
        ContactKind.WECHAT: _T("Words", "WeChat"),
        ContactKind.ADDRESS: _T("Words", "Address"),
    }


def date_words() -> dict[DateKind, str]:
    """Return the words for kinds of important dates."""
    return {
        DateKind.BIRTHDAY: _T("Words", "Birthday"),
        DateKind.ANNIVERSARY: _T("Words", "Anniversary"),
        DateKind.OTHER: _T("Words", "Important date"),
    }


def interaction_words() -> dict[InteractionKind, str]:
    """Return the words for kinds of contacts."""
    return {
        InteractionKind.CALL: _T("Words", "Call"),
        InteractionKind.VISIT: _T("Words", "Visit"),
        InteractionKind.WECHAT: _T("Words", "WeChat"),
        InteractionKind.MESSAGE: _T("Words", "Message"),
        InteractionKind.EMAIL: _T("Words", "E-mail"),
        InteractionKind.MEETING: _T("Words", "Meeting"),
        InteractionKind.NOTE: _T("Words", "Note"),
    }


def phase_words() -> dict[Phase, str]:
    """Return the words for where a contact stands to the sale."""
    return {
        Phase.BEFORE: _T("Words", "Before the sale"),
        Phase.DURING: _T("Words", "During the sale"),
        Phase.AFTER: _T("Words", "After the sale"),
    }


def outcome_words() -> dict[Outcome, str]:
    """Return the words for how a contact went."""
    return {
        Outcome.REACHED: _T("Words", "Reached"),
        Outcome.NO_ANSWER: _T("Words", "No answer"),
        Outcome.INTERESTED: _T("Words", "Interested"),
        Outcome.DECLINED: _T("Words", "Declined"),
        Outcome.SOLVED: _T("Words", "Solved"),
        Outcome.PROMISED: _T("Words", "Promised"),
    }


def channel_words() -> dict[Channel, str]:
    """Return the words for channels a customer consents to."""
    return {
        Channel.PHONE: _T("Words", "Calls"),
        Channel.MESSAGE: _T("Words", "Text messages"),
        Channel.WECHAT: _T("Words", "WeChat"),
        Channel.EMAIL: _T("Words", "E-mail"),
        Channel.POST: _T("Words", "Letters"),
    }


def purpose_words() -> dict[Purpose, str]:
    """Return the words for what a customer is contacted for."""
    return {
        Purpose.SERVICE: _T("Words", "Service"),
        Purpose.MARKETING: _T("Words", "Offers"),
    }


def contact_by_words(contact: ContactBy) -> str:
    """Return what a file is for in words."""
    channel = channel_words()[contact.channel]
    if contact.purpose is Purpose.MARKETING:
        return _T("Export", "To send offers: {channel}").format(channel=channel)
    return _T("Export", "To contact about service: {channel}").format(channel=channel)


def yes_no(value: bool) -> str:
    """Return yes or no."""
    return _T("Words", "Yes") if value else _T("Words", "No")
