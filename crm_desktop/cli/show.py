"""`show`: everything about one customer."""

from __future__ import annotations

import argparse
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.customer import Customer, ImportantDate
from crm_desktop.domain.fields import standard_fields
from crm_desktop.services import words
from crm_desktop.services.describe_events import event_lines, event_title
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_customers import resolve_customer
from crm_desktop.services.read_record import Record, read_record
from crm_desktop.services.read_timeline import Entry, Timeline, read_timeline
from crm_desktop.services.say_dates import date_text

_PLAIN = (
    "company", "job_title", "card_number", "file_number", "source", "introducer", "household", "owner", "likes",
    "dislikes", "sizes", "allergies", "note",
)  # fmt: skip


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Print the record and its timeline, the newest entry first."""
    with shop_of(options) as shop:
        customer_id = resolve_customer(shop.workplace, arguments.id)
        record = read_record(shop.workplace, customer_id)
        timeline = read_timeline(shop.workplace, customer_id)
    if arguments.json:
        say_json(_as_json(record, timeline))
    else:
        say(*_lines(record), "", *(_line(entry, timeline) for entry in timeline.entries))


def _as_json(record: Record, timeline: Timeline) -> dict[str, Any]:
    value: dict[str, Any] = _plain(record.customer)
    names = {field.id: field.name for field in record.fields}
    value["row"], value["id"] = value["id"], value.pop("public_id")
    value["custom_values"] = {names.get(v.field_id, str(v.field_id)): v.text for v in record.customer.custom_values}
    value["timeline"] = [_entry_as_json(entry, timeline) for entry in timeline.entries]
    return value


def _entry_as_json(entry: Entry, timeline: Timeline) -> dict[str, Any]:
    found: dict[str, Any] = {"at": entry.at.isoformat(), "person": entry.person, "operation": entry.operation_id}
    if entry.interaction:
        return found | {key: getattr(entry.interaction, key) for key in ("kind", "phase", "outcome", "text")}
    if entry.event:
        found |= {"kind": entry.event.kind, "changes": event_lines(entry.event, timeline.names)}
    return found


def _plain(value: object) -> Any:
    """Return dataclasses as objects and moments as ISO text, without what is empty."""
    if is_dataclass(value):
        pairs = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {name: inner for name, inner in pairs.items() if inner not in (None, [])}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _lines(record: Record) -> list[str]:
    customer = record.customer
    labels = {field.key: field.label for field in standard_fields()}
    shown = [_heading(customer)]
    kinds = words.contact_words()
    shown += [_pair(contact.label or kinds[contact.kind], contact.shown) for contact in customer.contacts]
    shown += [_pair(_date_label(date), date_text(date)) for date in customer.dates]
    if customer.tags:
        shown.append(_pair(labels["tags"], ", ".join(tag.name for tag in customer.tags)))
    shown += [_pair(labels[key], str(value)) for key in _PLAIN if (value := getattr(customer, key))]
    own = {field.id: field.name for field in record.fields}
    shown += [_pair(own[value.field_id], value.text) for value in customer.custom_values if value.field_id in own]
    return shown


def _heading(customer: Customer) -> str:
    status = words.status_words()[customer.status]
    parts = [customer.name, customer.public_id, status, customer.status_reason]
    if customer.deleted_at:
        parts.append(_T("Command", "in the recycle bin"))
    return " · ".join(part for part in parts if part)


def _date_label(date: ImportantDate) -> str:
    return date.label or words.date_words()[date.kind]


def _pair(label: str, value: str) -> str:
    return "  " + _T("Command", "{label}: {value}").format(label=label, value=value)


def _line(entry: Entry, timeline: Timeline) -> str:
    moment = f"{entry.at.astimezone():%Y-%m-%d %H:%M}"
    if entry.interaction:
        kind = words.interaction_words()[entry.interaction.kind]
        what = f"{kind}: {entry.interaction.text}" if entry.interaction.text else kind
    elif entry.event:
        what = "; ".join([event_title(entry.event, timeline.names), *event_lines(entry.event, timeline.names)])
    else:
        what = ""
    return f"  {moment}  {what}" + (f"  ({entry.person})" if entry.person else "")
