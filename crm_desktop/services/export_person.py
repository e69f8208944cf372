"""One customer's record on paper: everything on the card and every contact, as a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Customer, Interaction
from crm_desktop.domain.fields import standard_fields
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services import words
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.read_customers import timeline
from crm_desktop.services.read_record import Record, read_record
from crm_desktop.services.say_dates import date_text
from crm_desktop.services.workplace import Workplace

Pair = tuple[str, str]

_PLAIN = (
    "company", "job_title", "card_number", "file_number", "source", "introducer", "household", "owner", "likes",
    "dislikes", "sizes", "allergies", "note",
)  # fmt: skip


def export_person(workplace: Workplace, customer_id: int, path: Path) -> None:
    """Write a customer's record to a PDF file; the export is noted.

    Raises Fault: NOT_FOUND, NO_PAPER, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    workplace.require(Right.REVEAL)
    workplace.require(Right.EXPORT, fresh=True)
    record = read_record(workplace, customer_id)
    customer = record.customer
    told, _ = timeline(workplace, customer.id)
    html = record_html(record, told, workplace.now().astimezone().date().isoformat())
    worker.write_page(protocol.PageRequest(str(path), customer.name, html))
    note_export(workplace, path.name, customer.id)


def record_html(record: Record, told: Iterable[Interaction], day: str) -> str:
    """Return a record as simple HTML for paper; every text of the user's stands in it as text."""
    customer = record.customer
    parts = [
        f"<h1>{escape(customer.name)}</h1>",
        f'<p style="color:#5b6875">{escape(_T("Paper", "As of {day}").format(day=day))}</p>',
        _table(_facts(record)),
        _part(_T("Paper", "Consents"), _consents(customer)),
        _part(_T("Paper", "Contacts made"), _told(record, told)),
    ]
    return "".join(parts)


def _facts(record: Record) -> Iterator[Pair]:
    customer, kinds = record.customer, words.contact_words()
    yield _T("Paper", "Status"), words.status_words()[customer.status]
    for contact in customer.contacts:
        yield contact.label or kinds[contact.kind], contact.shown
    for date in customer.dates:
        yield date.label or words.date_words()[date.kind], date_text(date)
    labels = {field.key: field.label for field in standard_fields()}
    if customer.gender:
        yield labels["gender"], words.gender_words()[customer.gender]
    if customer.tags:
        yield labels["tags"], ", ".join(tag.name for tag in customer.tags)
    yield from ((labels[key], str(value)) for key in _PLAIN if (value := getattr(customer, key)))
    own = {field.id: field.name for field in record.fields}
    yield from ((own[value.field_id], value.text) for value in customer.custom_values if value.field_id in own)


def _consents(customer: Customer) -> Iterator[Pair]:
    channels, purposes = words.channel_words(), words.purpose_words()
    for consent in customer.consents:
        said = _T("Paper", "agreed") if consent.given else _T("Paper", "refused")
        day = consent.at.astimezone().date().isoformat()
        label = f"{purposes[consent.purpose]} · {channels[consent.channel]}"
        yield label, ", ".join(part for part in (said, day, consent.how, consent.wording) if part)


def _told(record: Record, told: Iterable[Interaction]) -> Iterator[Pair]:
    kinds, outcomes = words.interaction_words(), words.outcome_words()
    for one in told:
        outcome = outcomes[one.outcome] if one.outcome else ""
        said = " · ".join(part for part in (kinds[one.kind], outcome, record.person(one.person_id)) if part)
        yield f"{one.at.astimezone():%Y-%m-%d %H:%M}", f"{said}\n{one.text}" if one.text else said


def _part(heading: str, pairs: Iterable[Pair]) -> str:
    table = _table(pairs)
    return f"<h2>{escape(heading)}</h2>{table}" if table else ""


def _table(pairs: Iterable[Pair]) -> str:
    rows = "".join(
        f'<tr><td style="color:#5b6875;padding-right:14px">{escape(label)}</td><td>{_lines(text)}</td></tr>'
        for label, text in pairs
    )
    return f'<table cellpadding="3">{rows}</table>' if rows else ""


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.splitlines()))
