"""The customer and everything kept about one: values only, as the store reads and the window shows them."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from crm_desktop.base.records import dataclass


class Gender(StrEnum):
    """Gender, where the shop noted it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class Status(StrEnum):
    """Whether the customer's card works; all but ACTIVE carry a reason."""

    ACTIVE = "active"
    LOST_CARD = "lost_card"
    FROZEN = "frozen"
    CANCELLED = "cancelled"


class ContactKind(StrEnum):
    """Ways to reach a customer."""

    PHONE = "phone"
    EMAIL = "email"
    WECHAT = "wechat"
    ADDRESS = "address"


class DateKind(StrEnum):
    """Kinds of important dates; `OTHER` goes by its label."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    OTHER = "other"


class InteractionKind(StrEnum):
    """What kind of contact it was."""

    CALL = "call"
    VISIT = "visit"
    WECHAT = "wechat"
    MESSAGE = "message"
    EMAIL = "email"
    MEETING = "meeting"
    NOTE = "note"


class Phase(StrEnum):
    """Where a contact stands to the sale."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Outcome(StrEnum):
    """How a contact went."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    INTERESTED = "interested"
    DECLINED = "declined"
    SOLVED = "solved"
    PROMISED = "promised"


class Channel(StrEnum):
    """Channels a customer consents to, one by one."""

    PHONE = "phone"
    MESSAGE = "message"
    WECHAT = "wechat"
    EMAIL = "email"
    POST = "post"


class Purpose(StrEnum):
    """What a customer is contacted for."""

    SERVICE = "service"
    """What she asked for herself: her order, her appointment, her points, a complaint."""
    MARKETING = "marketing"
    """Offers, news, greetings that are to bring her back."""


@dataclass(frozen=True)
class ContactPoint:
    """One phone, e-mail, WeChat or address: as typed, and normalised where it can be matched by."""

    kind: ContactKind
    value: str
    normal: str | None = None
    label: str | None = None
    is_primary: bool = False
    id: int | None = None

    @property
    def shown(self) -> str:
        """Return the text people read: phones in their country's grouping."""
        if self.kind is ContactKind.PHONE and self.normal:
            from crm_desktop.domain.phone import show_phone

            return show_phone(self.normal)
        return self.value


@dataclass(frozen=True)
class ImportantDate:
    """A day of the year that matters; `year` may be unknown, and it may be counted by the lunar calendar."""

    kind: DateKind
    month: int
    day: int
    year: int | None = None
    lunar: bool = False
    leap_month: bool = False
    label: str | None = None
    id: int | None = None


@dataclass(frozen=True)
class Tag:
    """A coloured word customers are grouped by; `colour` is one of `TAG_COLOURS`."""

    id: int
    name: str
    colour: str


TAG_COLOURS = ("blue", "green", "amber", "red", "violet", "teal", "pink", "slate")
"""Names of tag colours; the theme decides how each looks in light and dark."""


@dataclass(frozen=True)
class Consent:
    """What a customer agreed to or refused on one channel for one purpose: when, how, who asked, by which words."""

    channel: Channel
    given: bool
    at: datetime
    how: str | None = None
    wording: str | None = None
    person_id: int | None = None
    id: int | None = None
    purpose: Purpose = Purpose.MARKETING
    notice_id: int | None = None


@dataclass(frozen=True)
class Attachment:
    """A file kept with a customer; its content lies in the second file under its SHA-256."""

    id: int
    name: str
    media_type: str | None
    size: int
    sha256: str
    added_at: datetime


@dataclass(frozen=True)
class CustomValue:
    """The value of one custom field, as canonical text (see `domain.custom_fields`)."""

    field_id: int
    text: str


@dataclass(frozen=True)
class Interaction:
    """One contact with a customer."""

    id: int
    customer_id: int
    kind: InteractionKind
    at: datetime
    text: str | None = None
    phase: Phase | None = None
    outcome: Outcome | None = None
    person_id: int | None = None


@dataclass(frozen=True)
class Customer:
    """A customer with everything on the card. Times are UTC."""

    id: int
    public_id: str
    name: str
    created_at: datetime
    status: Status = Status.ACTIVE
    status_reason: str | None = None
    gender: Gender | None = None
    company_id: int | None = None
    company: str | None = None
    job_title: str | None = None
    card_number: str | None = None
    file_number: str | None = None
    source: str | None = None
    introducer_id: int | None = None
    introducer: str | None = None
    household_id: int | None = None
    household: str | None = None
    owner_id: int | None = None
    owner: str | None = None
    likes: str | None = None
    dislikes: str | None = None
    sizes: str | None = None
    allergies: str | None = None
    note: str | None = None
    photo_sha256: str | None = None
    last_contact_at: datetime | None = None
    deleted_at: datetime | None = None
    merged_into: int | None = None
    former_numbers: tuple[str, ...] = ()
    """Card and file numbers of customers merged into this one; they are still found by."""
    contacts: tuple[ContactPoint, ...] = ()
    dates: tuple[ImportantDate, ...] = ()
    tags: tuple[Tag, ...] = ()
    consents: tuple[Consent, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    custom_values: tuple[CustomValue, ...] = ()

    def contacts_of(self, kind: ContactKind) -> tuple[ContactPoint, ...]:
        """Return the contact points of one kind, the primary one first."""
        mine = [contact for contact in self.contacts if contact.kind is kind]
        return tuple(sorted(mine, key=lambda contact: not contact.is_primary))


@dataclass(frozen=True)
class CustomerDraft:
    """What a new customer is made from; only the name is needed."""

    name: str
    values: dict[str, object] = field(default_factory=dict)
    contacts: tuple[ContactPoint, ...] = ()
    dates: tuple[ImportantDate, ...] = ()
    tags: tuple[str, ...] = ()
    custom_values: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CustomerRow:
    """One line of a list: what its columns show, as plain values by column key."""

    id: int
    values: dict[str, object]


@dataclass(frozen=True)
class Person:
    """A member of staff."""

    id: int
    name: str
    colour: str
    active: bool
