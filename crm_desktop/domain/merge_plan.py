"""Working out a merge: who stays, whose value each field keeps, and which rows would only repeat another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from crm_desktop.domain.customer import ContactKind, ContactPoint, Customer, CustomValue, DateKind, ImportantDate
from crm_desktop.domain.merge import KEEP_ALL, Choice, MergeChoices, MergePlan
from crm_desktop.domain.names import is_chinese

CONTACT_FIELDS = {kind.value: kind for kind in ContactKind}
"""Fields that are rows of contacts."""

_TEXTS = ("likes", "dislikes", "sizes", "allergies", "note")
_COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "owner": ("owner_id",),
    "company": ("company_id",),
    "job_title": ("job_title",),
    "gender": ("gender",),
    "card_number": ("card_number",),
    "file_number": ("file_number",),
    "status": ("status", "status_reason"),
    "source": ("source",),
    "introducer": ("introducer_id",),
    "household": ("household_id",),
    **{key: (key,) for key in _TEXTS},
    "photo": ("photo_sha256",),
    "created_at": ("created_at",),
}
_PAIRED = {"owner_id": "owner", "company_id": "company", "introducer_id": "introducer", "household_id": "household"}
STANDARD_FIELDS = (
    "name", "phone", "email", "wechat", "address", "birthday", "gender", "card_number", "file_number", "status",
    "tags", "owner", "company", "job_title", "source", "introducer", "household", *_TEXTS, "photo", "created_at",
)  # fmt: skip
"""The program's own fields in the order in which customers are compared; custom fields come behind."""


def default_survivor(customers: Sequence[Customer], activity: Mapping[int, int]) -> int:
    """Return who stays where nobody says otherwise: the one with most activity, then the oldest."""
    return min(customers, key=lambda one: (-activity.get(one.id, 0), one.created_at, one.id)).id


def survivor_first(customers: Sequence[Customer], survivor_id: int) -> list[Customer]:
    """Return the customers with the survivor before the others, those in their order."""
    return sorted(customers, key=lambda one: one.id != survivor_id)


def choice_of(key: str) -> Choice:
    """Return what may be chosen for a field."""
    several = key in CONTACT_FIELDS or key in _TEXTS or key == "tags"
    return Choice.ONE_OR_ALL if several else Choice.ONE


def chosen_for(key: str, customers: Sequence[Customer], survivor_id: int, choices: MergeChoices) -> int:
    """Return whose value of a field stays (KEEP_ALL for everybody's): the user's word, else what loses least."""
    several = choice_of(key) is Choice.ONE_OR_ALL
    possible = {one.id for one in customers} | ({KEEP_ALL} if several else set())
    wished = choices.fields.get(key)
    if wished is not None and wished in possible:
        return wished
    if several:
        return KEEP_ALL
    return _default(key, survivor_first(customers, survivor_id)).id


def _default(key: str, ordered: list[Customer]) -> Customer:
    if key == "created_at":
        return min(ordered, key=lambda one: one.created_at)
    family = {one.id for one in ordered}
    filled = [one for one in ordered if _raw(one, key) not in (None, "") and not (_outside(one, key, family))]
    if key == "birthday" and filled:
        return _most_complete(filled)
    return filled[0] if filled else ordered[0]


def _outside(one: Customer, key: str, family: set[int]) -> bool:
    """Tell whether a value has no meaning after the merge: an introducer who becomes the introduced."""
    return key == "introducer" and one.introducer_id in family


def _most_complete(filled: list[Customer]) -> Customer:
    """Return the first with a birthday; where it lacks the year, one who has the same day with it."""
    first = birthday(filled[0])
    if first is None or first.year is not None:
        return filled[0]
    same = [one for one in filled if (day := birthday(one)) and day.year and _day(day) == _day(first)]
    return same[0] if same else filled[0]


def _day(date: ImportantDate) -> tuple[int, int, bool, bool]:
    return date.month, date.day, date.lunar, date.leap_month


def birthday(one: Customer) -> ImportantDate | None:
    """Return a customer's birthday."""
    return next((date for date in one.dates if date.kind is DateKind.BIRTHDAY), None)


def _raw(one: Customer, key: str) -> object:
    if key == "birthday":
        return birthday(one)
    if key.startswith("custom:"):
        return custom_text(one, int(key.partition(":")[2]))
    return getattr(one, _COLUMNS[key][0])


def custom_text(one: Customer, field_id: int) -> str | None:
    """Return the text of a customer's custom value."""
    return next((value.text for value in one.custom_values if value.field_id == field_id), None)


def custom_fields_of(customers: Iterable[Customer]) -> list[int]:
    """Return the custom fields in which any of these customers has a value."""
    return sorted({value.field_id for one in customers for value in one.custom_values})


def plan_merge(customers: Sequence[Customer], survivor_id: int, choices: MergeChoices) -> MergePlan:
    """Work out a merge of two or more customers into one of them."""
    ordered = survivor_first(customers, survivor_id)
    whose = {key: chosen_for(key, customers, survivor_id, choices) for key in STANDARD_FIELDS}
    kept_contacts = _kept_contacts(ordered, whose)
    contacts = [contact for one in ordered for contact in one.contacts]
    tags = {tag.id for one in ordered if whose["tags"] in (KEEP_ALL, one.id) for tag in one.tags}
    return MergePlan(
        survivor_id,
        tuple(one.id for one in ordered[1:]),
        _columns(ordered, whose),
        _ids(contacts) - _ids(kept_contacts),
        _main(kept_contacts),
        _dropped_dates(ordered, whose["birthday"]),
        frozenset(tags),
        {
            field_id: chosen_for(f"custom:{field_id}", customers, survivor_id, choices)
            for field_id in custom_fields_of(customers)
        },
    )


def _ids(rows: Iterable[ContactPoint | ImportantDate]) -> frozenset[int]:
    return frozenset(row.id for row in rows if row.id is not None)


def _kept_contacts(ordered: list[Customer], whose: Mapping[str, int]) -> list[ContactPoint]:
    """Return the contact points that stay, each number or address once, the survivor's before the others'."""
    kept: dict[tuple[ContactKind, str], ContactPoint] = {}
    for one in ordered:
        for contact in sorted(one.contacts, key=lambda contact: not contact.is_primary):
            if whose[contact.kind.value] in (KEEP_ALL, one.id):
                kept.setdefault((contact.kind, contact.normal or contact.value), contact)
    return list(kept.values())


def _main(kept: list[ContactPoint]) -> frozenset[int]:
    """Return the contact point of each kind that lists show afterwards: the first that was shown before."""
    found: dict[ContactKind, int] = {}
    for contact in kept:
        if contact.is_primary and contact.id is not None:
            found.setdefault(contact.kind, contact.id)
    return frozenset(found.values())


def _dropped_dates(ordered: list[Customer], whose_birthday: int) -> frozenset[int]:
    """Return the dates that go: birthdays but the chosen one's, and days that somebody before has too."""
    seen: set[tuple[object, ...]] = set()
    dropped: list[ImportantDate] = []
    for one in ordered:
        for date in one.dates:
            same = (date.kind, date.label, date.year, *_day(date))
            others_birthday = date.kind is DateKind.BIRTHDAY and one.id != whose_birthday
            if others_birthday or same in seen:
                dropped.append(date)
            else:
                seen.add(same)
    return _ids(dropped)


def _columns(ordered: list[Customer], whose: Mapping[str, int]) -> dict[str, object]:
    """Return the survivor's columns that change."""
    survivor, by_id = ordered[0], {one.id: one for one in ordered}
    found: dict[str, object] = {}
    for key, columns in _COLUMNS.items():
        if whose[key] == KEEP_ALL:
            found[key] = joined([getattr(one, key) for one in ordered], "\n" if key == "note" else None)
        else:
            found |= {column: getattr(by_id[whose[key]], column) for column in columns}
    if found["introducer_id"] in by_id:
        found["introducer_id"] = None
    return {name: value for name, value in found.items() if value != getattr(survivor, name)}


def joined(texts: Iterable[str | None], separator: str | None) -> str | None:
    """Join what several customers have in one field, each once; a text that another one holds is left out."""
    given = list(dict.fromkeys(text for text in texts if text))
    kept = [text for text in given if not any(text != other and text in other for other in given)]
    if separator is None:
        separator = "、" if any(map(is_chinese, "".join(kept))) else ", "
    return separator.join(kept) or None


def merged_customer(customers: Sequence[Customer], plan: MergePlan) -> Customer:
    """Return the survivor as it will be, for a preview."""
    ordered = survivor_first(customers, plan.survivor_id)
    by_id = {one.id: one for one in ordered}
    contacts = [contact for one in ordered for contact in one.contacts if contact.id not in plan.dropped_contacts]
    dates = [date for one in ordered for date in one.dates if date.id not in plan.dropped_dates]
    tags = {tag.id: tag for one in ordered for tag in one.tags if tag.id in plan.kept_tags}
    values = {field_id: custom_text(by_id[whose], field_id) for field_id, whose in plan.values.items()}
    return replace(
        ordered[0],
        **_named_columns(ordered, plan),
        contacts=tuple(replace(contact, is_primary=contact.id in plan.main_contacts) for contact in contacts),
        dates=tuple(dates),
        tags=tuple(tags.values()),
        consents=tuple(consent for one in ordered for consent in one.consents),
        attachments=tuple(file for one in ordered for file in one.attachments),
        custom_values=tuple(CustomValue(field_id, text) for field_id, text in values.items() if text is not None),
    )


def _named_columns(ordered: list[Customer], plan: MergePlan) -> dict[str, Any]:
    """Return the plan's columns with the names behind their ids."""
    found: dict[str, Any] = dict(plan.columns)
    for column, name in _PAIRED.items():
        if column in plan.columns:
            wanted = plan.columns[column]
            found[name] = next((getattr(one, name) for one in ordered if getattr(one, column) == wanted), None)
    return found
