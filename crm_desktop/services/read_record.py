"""Everything a customer's own page shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.domain.customer import Customer, Person, Purpose, Tag
from crm_desktop.domain.mask import masked
from crm_desktop.domain.rights import Right
from crm_desktop.services.masking import sees_numbers
from crm_desktop.services.notices import with_usual
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, lookups, merging, relations
from crm_desktop.store.custom_values import all_fields
from crm_desktop.store.notices import newest_texts, notices_named
from crm_desktop.store.thumbnails import get_thumbnail


@dataclass(frozen=True)
class Member:
    """Another customer as a link."""

    id: int
    name: str


@dataclass(frozen=True)
class Record:
    """One customer with what stands around her and what her editors choose from."""

    customer: Customer
    people: tuple[Person, ...] = ()
    tags: tuple[Tag, ...] = ()
    fields: tuple[CustomField, ...] = ()
    household: tuple[Member, ...] = ()
    introduced: tuple[Member, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Small PNGs of the photo and of attached images, by SHA-256."""
    wordings: dict[Purpose, str] = field(default_factory=dict)
    """The words that customers are asked by now."""
    versions: dict[int, int] = field(default_factory=dict)
    """Which version of the words each of her answers was given to, by the notice's id."""
    asked_id: int | None = None
    """Who was asked for: somebody else where she has been merged into this customer."""
    numbers_hidden: bool = False
    """Whether phones and e-mails are masked; `reveal` shows them."""

    def person(self, person_id: int | None) -> str:
        """Return the name of a member of staff, "" for none."""
        return next((person.name for person in self.people if person.id == person_id), "")


def read_record(workplace: Workplace, customer_id: int) -> Record:
    """Return a customer's record, deleted or not, of a merged one the survivor's; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        asked_id, customer_id = customer_id, merging.survivor_of(connection, customer_id)
        customer = customers.get_customer(connection, customer_id)
        household = customer.household_id
        members = relations.household_members(connection, household) if household else []
        wanted = {file.sha256 for file in customer.attachments} | {customer.photo_sha256 or ""}
        pictures = {sha: png for sha in wanted if sha and (png := get_thumbnail(connection, sha))}
        asked_by = {consent.notice_id for consent in customer.consents if consent.notice_id}
        hidden = not sees_numbers(workplace) and workplace.session.shown_in_full != customer.id
        _write_out(customer)
        return Record(
            masked(customer) if hidden else customer,
            tuple(lookups.all_people(connection)),
            tuple(relations.every_tag(connection)),
            tuple(all_fields(connection)),
            tuple(Member(*row) for row in members if row[0] != customer_id),
            tuple(Member(*row) for row in relations.introduced_by(connection, customer_id)),
            pictures,
            with_usual(newest_texts(connection)),
            {row_id: notice.version for row_id, notice in notices_named(connection, asked_by).items()},
            asked_id,
            hidden,
        )


def _write_out(customer: Customer) -> None:
    """Have her numbers written as people read them while the window goes on: what knows how takes a frame to load."""
    for contact in customer.contacts:
        _ = contact.shown  # kept by `show_phone`
