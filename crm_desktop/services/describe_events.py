"""One line of a customer's history: a title, and each value before and after in the user's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.domain.customer import (
    Channel,
    ContactKind,
    DateKind,
    Gender,
    ImportantDate,
    InteractionKind,
    Outcome,
    Phase,
    Purpose,
    Status,
)
from crm_desktop.domain.fields import standard_fields
from crm_desktop.domain.journal import Event, FieldChange, Kind, Source
from crm_desktop.services import words
from crm_desktop.services.describe_bookings import booking_lines
from crm_desktop.services.describe_changed_rows import other_lines
from crm_desktop.services.describe_changes import name_of
from crm_desktop.services.describe_follow_ups import exception_lines, follow_up_lines, series_lines
from crm_desktop.services.describe_safety import safety_titles
from crm_desktop.services.describe_sales import sale_titles
from crm_desktop.services.read_timeline import Names
from crm_desktop.services.say_dates import date_text
from crm_desktop.services.say_money import money_text

Values = Mapping[str, object]
NOTHING = "–"
MOST_LINES = 12


def event_title(event: Event, names: Names, whom: str | None = None) -> str:
    """Return what happened in a few words; `whom` names who an undone operation was about, unless it is plain."""
    if event.undoes is not None:
        what = name_of(names.kinds.get(event.undoes, event.kind), whom or _T("Events", "this customer"))
        if event.undoes in names.undoing:
            return _T("Events", "Done again: {what}").format(what=what)
        return _T("Events", "Taken back: {what}").format(what=what)
    if event.source is Source.IMPORT and event.kind is not Kind.IMPORT:
        return _T("Events", "Brought in from a file")
    return _titles()[event.kind]


def whole_lines(event: Event, names: Names) -> list[str]:
    """Return every value an event changed, those a new customer came with and those of the shop's own things too."""
    lines = [line for change in event.changes for line in _whole(change, names)]
    return list(dict.fromkeys([*lines, *booking_lines(event.changes, names)]))


def _whole(change: FieldChange, names: Names) -> list[str]:
    if change.entity == "customer" and change.action == "insert" and change.after:
        return customer_lines(change.after, names)
    if change.entity in _ENTITIES or not (change.before or change.after):
        return _lines(change, names)
    return other_lines(change, str(names.rows.get((change.entity, change.row_id)) or ""))


def row_lines(change: FieldChange, names: Names) -> list[str]:
    """Return what one change did to a row of a customer's, or what a row holds that is told as if it were new."""
    return _lines(change, names)


def customer_lines(values: Values, names: Names) -> list[str]:
    """Return the fields that a customer's own row holds, one a line."""
    labels = field_labels()
    found = {column: column_text(column, value, names) for column, value in values.items() if column in labels}
    return [_pair(labels[column], "", text) for column, text in found.items() if text]


def event_lines(event: Event, names: Names) -> list[str]:
    """Return every value an event changed, before and after; of a new customer only that she is new."""
    fresh = any(change.entity == "customer" and change.action == "insert" for change in event.changes)
    if fresh:
        return []
    lines = [line for change in event.changes for line in _lines(change, names)]
    lines += booking_lines(event.changes, names)
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[:MOST_LINES], _T("Events", "and %n more", n=len(lines) - MOST_LINES)]


def _titles() -> dict[Kind, str]:
    return {
        Kind.SETUP: _T("Events", "The shop was set up"),
        Kind.DEMO: _T("Events", "Part of the sample shop"),
        Kind.CUSTOMER_ADD: _T("Events", "Became a customer"),
        Kind.CUSTOMER_EDIT: _T("Events", "Edited"),
        Kind.CUSTOMER_DELETE: _T("Events", "Moved to the recycle bin"),
        Kind.CUSTOMER_RESTORE: _T("Events", "Restored from the recycle bin"),
        Kind.CONTACT_EDIT: _T("Events", "Contact details changed"),
        Kind.DATE_EDIT: _T("Events", "Important dates changed"),
        Kind.TAG_ADD: _T("Events", "Tagged"),
        Kind.TAG_REMOVE: _T("Events", "Tag taken off"),
        Kind.TAG_EDIT: _T("Events", "Tag changed"),
        Kind.CONSENT_RECORD: _T("Events", "Consent recorded"),
        Kind.FILE_ADD: _T("Events", "File attached"),
        Kind.FILE_REMOVE: _T("Events", "File removed"),
        Kind.PHOTO_SET: _T("Events", "Photo changed"),
        Kind.INTERACTION_LOG: _T("Events", "Contact logged"),
        Kind.INTERACTION_EDIT: _T("Events", "Contact corrected"),
        Kind.INTERACTION_REMOVE: _T("Events", "Contact removed"),
        Kind.FOLLOW_UP_ADD: _T("Events", "Follow-up planned"),
        Kind.FOLLOW_UP_EDIT: _T("Events", "Follow-up changed"),
        Kind.FOLLOW_UP_MOVE: _T("Events", "Follow-up moved"),
        Kind.FOLLOW_UP_DONE: _T("Events", "Follow-up done"),
        Kind.FOLLOW_UP_CLOSE: _T("Events", "Follow-up closed"),
        Kind.FOLLOW_UP_REMOVE: _T("Events", "Follow-up removed"),
        Kind.FOLLOW_UP_HAND_OVER: _T("Events", "Follow-up handed over"),
        Kind.FOLLOW_UP_KIND: _T("Events", "Kind of follow-up changed"),
        Kind.PLAN_EDIT: _T("Events", "Follow-up plan changed"),
        Kind.PLAN_START: _T("Events", "Follow-up plan started"),
        Kind.PLAN_STOP: _T("Events", "Follow-up plan stopped"),
        Kind.CADENCE_EDIT: _T("Events", "Keeping in touch changed"),
        Kind.SHOP_DAY_EDIT: _T("Events", "Holidays changed"),
        Kind.FIELD_ADD: _T("Events", "Field added"),
        Kind.FIELD_EDIT: _T("Events", "Field changed"),
        Kind.VALUE_SET: _T("Events", "Edited"),
        Kind.BULK_EDIT: _T("Events", "Edited together with others"),
        Kind.MERGE: _T("Events", "Merged"),
        Kind.PAIR_DIFFERENT: _T("Events", "Found to be another than somebody alike"),
        Kind.PAIR_HOUSEHOLD: _T("Events", "Put in one household"),
        Kind.PAIR_REOPEN: _T("Events", "To be compared again"),
        Kind.VIEW_SAVE: _T("Events", "View saved"),
        Kind.VIEW_REMOVE: _T("Events", "View removed"),
        Kind.LAYOUT_SAVE: _T("Events", "File layout saved"),
        Kind.LAYOUT_REMOVE: _T("Events", "File layout removed"),
        Kind.PERSON_EDIT: _T("Events", "Staff changed"),
        Kind.SETTING_SET: _T("Events", "Setting changed"),
        Kind.TRADE_BEGIN: _T("Events", "What suits the trade set up"),
        Kind.IMPORT: _T("Events", "Brought in from a file"),
        Kind.EXPORT: _T("Events", "Exported"),
        **sale_titles(),
        **safety_titles(),
    }


def _lines(change: FieldChange, names: Names) -> list[str]:
    if not change.before and not change.after:
        return [_T("Events", "The values were erased")]
    if set(change.after) == {"customer_id"}:
        return []  # it came along with a customer who was merged, and is told by her name
    describe = _ENTITIES.get(change.entity)
    return describe(change, names) if describe else []


def _pair(label: str, before: str, after: str) -> str:
    """Return "Label: before → after", or only the one there is."""
    if before and after:
        return _T("Events", "{label}: {before} → {after}").format(label=label, before=before, after=after)
    if after:
        return _T("Events", "{label}: {after}").format(label=label, after=after)
    return _T("Events", "{label}: {before} → nothing").format(label=label, before=before or NOTHING)


# customer


def _customer(change: FieldChange, names: Names) -> list[str]:
    labels = field_labels()
    lines = []
    for column in change.after if change.action == "update" else ():
        if column in labels and change.before.get(column) != change.after[column]:
            before, after = (column_text(column, side.get(column), names) for side in (change.before, change.after))
            lines.append(_pair(labels[column], before, after))
    if change.action == "update" and "merged_into" in change.after:
        lines.append(_merged(change, names))
    return lines


def _merged(change: FieldChange, names: Names) -> str:
    name = names.customers.get(change.row_id) or _T("Events", "one that is gone")
    if change.after["merged_into"] is None:
        return _T("Events", "Apart again: {name}").format(name=name)
    return _T("Events", "Joined with: {name}").format(name=name)


def field_labels() -> dict[str, str]:
    """Return the labels of a customer's columns."""
    labels = {field.key: field.label for field in standard_fields()}
    for column in ("company", "household", "owner", "introducer"):
        labels[f"{column}_id"] = labels[column]
    labels["status_reason"] = _T("Field", "Reason")
    labels["photo_sha256"] = _T("Field", "Photo")
    return labels


def column_text(column: str, value: object, names: Names) -> str:
    """Return a value of a customer's own row for reading; empty for none."""
    if value is None:
        return ""
    known = {
        "company_id": names.companies,
        "household_id": names.households,
        "owner_id": names.people,
        "introducer_id": names.customers,
    }.get(column)
    if known is not None:
        return known.get(_int(value)) or _T("Events", "one that is gone")
    say = _COLUMNS.get(column)
    return say(str(value)) if say else str(value)


_COLUMNS: dict[str, Callable[[str], str]] = {
    "gender": lambda value: words.gender_words()[Gender(value)],
    "status": lambda value: words.status_words()[Status(value)],
    "photo_sha256": lambda _: _T("Events", "a picture"),
    "created_at": lambda value: f"{from_stamp(int(value)).astimezone():%Y-%m-%d}",
}


# the rows that belong to her


def _contact(change: FieldChange, names: Names) -> list[str]:
    if set(change.after) == {"is_primary"}:
        return [_T("Events", "Another one became the main one")] if change.after["is_primary"] else []
    if change.action == "update" and set(change.after) == {"label"}:
        return [_pair(_T("Events", "Label"), _text(change.before, "label"), _text(change.after, "label"))]
    if change.action == "update" and set(change.after) == {"normal"}:
        before, after = _text(change.before, "normal"), _text(change.after, "normal")
        return [_pair(_T("Events", "Number understood as"), before, after)]
    kind = str(names.rows.get((change.entity, change.row_id), ""))
    label = words.contact_words()[ContactKind(kind)] if kind else _T("Events", "Contact detail")
    return [_pair(label, _text(change.before, "value"), _text(change.after, "value"))]


def _text(values: Values, key: str) -> str:
    return str(values.get(key) or "")


def _date(change: FieldChange, _names: Names) -> list[str]:
    whole = change.after or change.before
    kind = str(whole.get("kind") or "")
    label = _text(whole, "label") or (words.date_words()[DateKind(kind)] if kind else _T("Words", "Important date"))
    return [_pair(label, _day(change.before), _day(change.after))]


def _day(values: Values) -> str:
    """Return a day as far as a change tells it: an edit of the year alone holds no month."""
    month, day, year = (values.get(name) for name in ("month", "day", "year"))
    if isinstance(month, int) and isinstance(day, int):
        lunar = values.get("calendar") == "lunar"
        known_year = year if isinstance(year, int) else None
        leap = bool(values.get("leap_month"))
        return date_text(ImportantDate(DateKind.OTHER, month, day, known_year, lunar, leap))
    return " ".join(str(value) for value in (year, month, day, values.get("label")) if value is not None)


def _tag(change: FieldChange, names: Names) -> list[str]:
    before, after = (names.tags.get(_int(side.get("tag_id")), "") for side in (change.before, change.after))
    if change.action == "insert":
        return [after or _T("Events", "a tag that is gone")]
    return [_pair(_T("Field", "Tags"), before or _T("Events", "a tag that is gone"), after)]


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _consent(change: FieldChange, _names: Names) -> list[str]:
    values = change.after or change.before
    channel = words.channel_words()[Channel(str(values["channel"]))]
    answer = _T("Consent", "agreed") if values.get("given") else _T("Consent", "refused")
    purpose = words.purpose_words()[Purpose(str(values.get("purpose", Purpose.MARKETING)))]
    how = _text(values, "how")
    return [f"{purpose} · {channel}: {answer}" + (f" · {how}" if how else "")]


def _attachment(change: FieldChange, _names: Names) -> list[str]:
    return [_text(change.after or change.before, "name")]


def _custom_value(change: FieldChange, names: Names) -> list[str]:
    field = names.fields.get(_int(names.rows.get((change.entity, change.row_id))))
    label = field.name if field else _T("Events", "A field of the shop")
    return [_pair(label, custom_text(field, change.before), custom_text(field, change.after))]


def custom_text(field: CustomField | None, values: Values) -> str:
    """Return a custom value for reading."""
    text = _text(values, "text")
    if field is not None and field.type is FieldType.YES_NO and text:
        return words.yes_no(text == "yes")
    return text


def _interaction(change: FieldChange, _names: Names) -> list[str]:
    if change.action != "update":
        values = change.after or change.before
        kind = words.interaction_words()[InteractionKind(str(values["kind"]))]
        return [_pair(kind, "", _text(values, "text")) if values.get("text") else kind]
    tables: dict[str, Callable[[object], str]] = {
        "kind": lambda value: words.interaction_words()[InteractionKind(str(value))] if value else "",
        "phase": lambda value: words.phase_words()[Phase(str(value))] if value else "",
        "outcome": lambda value: words.outcome_words()[Outcome(str(value))] if value else "",
        "text": lambda value: str(value or ""),
    }
    labels = {"kind": _T("Log", "Kind"), "phase": _T("Log", "Phase"), "outcome": _T("Log", "Outcome")}
    return [
        _pair(labels.get(key, _T("Log", "Text")), say(change.before.get(key)), say(change.after.get(key)))
        for key, say in tables.items()
        if change.before.get(key) != change.after.get(key)
    ]


def _follow_up(change: FieldChange, names: Names) -> list[str]:
    return follow_up_lines(change, str(names.rows.get((change.entity, change.row_id), "")), names.people)


def _series(change: FieldChange, names: Names) -> list[str]:
    return series_lines(change, str(names.rows.get((change.entity, change.row_id), "")), names.people)


def _exception(change: FieldChange, names: Names) -> list[str]:
    if change.action == "update":
        return []  # the day went along with its series
    series_id = (change.after or change.before).get("series_id")
    return exception_lines(change, str(names.rows.get(("follow_up_series", _int(series_id)), "")))


def _sale(change: FieldChange, names: Names) -> list[str]:
    """Return the number and the total of a slip that was written."""
    total = change.after.get("total")
    if change.action != "insert" or not isinstance(total, int):
        return []
    said = _T("Events", "Slip {number}: {total}")
    return [said.format(number=_text(change.after, "number"), total=money_text(total, names.currency))]


_ENTITIES: dict[str, Callable[[FieldChange, Names], list[str]]] = {
    "customer": _customer,
    "contact_point": _contact,
    "important_date": _date,
    "customer_tag": _tag,
    "consent": _consent,
    "attachment": _attachment,
    "custom_value": _custom_value,
    "interaction": _interaction,
    "follow_up": _follow_up,
    "follow_up_series": _series,
    "sale": _sale,
    "series_exception": _exception,
}
