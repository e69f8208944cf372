"""Change the texts of many customers by a rule: find and replace, tidy, read phones again, label them.

First everything is worked out, in a thread of its own and in small bites, with nothing locked: that is the preview.
Then what was worked out is written in one statement per field, as one step of the undo list; a text that somebody
changed in between is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.pace import Pace
from crm_desktop.domain.contacts import read_contact
from crm_desktop.domain.custom_fields import CustomField, store_value
from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.phone import DEFAULT_REGION
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.domain.text_changes import PHONE_NORMAL, LabelPhones, TextChange, check_change, is_doubtful
from crm_desktop.services.preview import SAMPLES, Preview, Sample
from crm_desktop.services.values import checked_name, clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk, room, text_places
from crm_desktop.store.custom_values import all_fields
from crm_desktop.store.queries import customer_list
from crm_desktop.store.text_places import NewText, TextPlace

LABEL_LENGTH = 60
_REPORT_EVERY = 2_000
_CONTACTS = frozenset(kind.value for kind in ContactKind)
Columns = tuple[Any, ...]
Checked = Callable[[str], Columns]
"""Takes a text, returns the columns that hold it; raises Fault VALUE_INVALID with a reason."""


def _never() -> bool:
    return False


def _nobody(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True)
class PreparedTexts:
    """What a change of texts comes to: the preview, and every new text of every field."""

    preview: Preview
    parts: tuple[tuple[TextPlace, list[NewText]], ...]


def prepare_texts(
    workplace: Workplace,
    selection: Selection,
    change: TextChange,
    *,
    region: str = DEFAULT_REGION,
    report: Callable[[int, int], None] = _nobody,
    is_cancelled: Callable[[], bool] = _never,
) -> PreparedTexts:
    """Work out what a change does to the selected customers, writing nothing.

    `report` is told how many texts of how many customers have been read. Raises Fault VALUE_INVALID for a change that
    says nothing, CANCELLED.
    """
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    check_change(change)
    with workplace.store.read_apart(is_cancelled) as connection:
        now = to_stamp(workplace.now())
        total = customer_list.count_selected(connection, selection, now)
        walk = _Walk(change, total * len(change.keys), report, is_cancelled)
        fields = {found.key: found for found in all_fields(connection)}
        for key in change.keys:
            place = text_places.place_of(key)
            if isinstance(change, LabelPhones):
                place = text_places.unlabelled(place)
            selected = bulk.selected(connection, selection, now)
            walk.read(place, _checker(key, fields.get(key), region), text_places.texts(connection, place, selected))
            if key == "card_number":
                walk.refuse_taken(lambda numbers: text_places.card_holders(connection, numbers))
        names = text_places.names_by_id(connection, [sample[0] for sample in walk.samples])
    samples = tuple(Sample(who, names.get(who, ""), before, after) for who, before, after in walk.samples)
    return PreparedTexts(walk.preview(total, samples), tuple(walk.parts))


def write_texts(workplace: Workplace, prepared: PreparedTexts) -> ChangeSet:
    """Write what was worked out, as one step; return what changed. Raises Fault VALUE_TAKEN."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    with (
        room.for_many(workplace.store.writes, prepared.preview.changing),
        workplace.unit_of_work(Kind.BULK_EDIT) as work,
    ):
        whose: set[int] = set()
        for place, rows in prepared.parts:
            whose |= text_places.write_texts(work, place, rows)
        work.about(next(iter(whose)) if len(whose) == 1 else None, count=len(whose))
        return work.commit()


class _Walk:
    """Goes through the texts of one field after the other and keeps what is new, what is refused, and a few samples."""

    def __init__(
        self, change: TextChange, total: int, report: Callable[[int, int], None], is_cancelled: Callable[[], bool]
    ) -> None:
        self._change = change
        self._total = total
        self._report = report
        self._is_cancelled = is_cancelled
        self._done = 0
        self._pace = Pace()
        self._refused: dict[int, str] = {}
        self.parts: list[tuple[TextPlace, list[NewText]]] = []
        self.samples: list[tuple[int, object, object]] = []

    def read(self, place: TextPlace, check: Checked, texts: Any) -> None:
        """Work out the new texts of one field."""
        self._look()
        rows: list[NewText] = []
        self.parts.append((place, rows))
        for row_id, customer_id, present, text in texts:
            self._step()
            read_again = place.key == PHONE_NORMAL
            if text is None or (read_again and present is not None and not is_doubtful(present)):
                continue
            try:
                after = self._change.rewrite(place.key, text)
                if after == text and not read_again:
                    continue
                values = check(after)
            except Fault as fault:
                if read_again and present is not None:
                    continue  # understood somehow, and no better in this country
                self._refused.setdefault(customer_id, str(fault.values.get("reason")))
                continue
            if values[0] == present or (read_again and present is not None and is_doubtful(values[0])):
                continue
            rows.append(NewText(row_id, customer_id, present, values))
            if len(self.samples) < SAMPLES:
                self.samples.append((customer_id, text, values[0]))

    def refuse_taken(self, holders: Callable[[set[str]], dict[str, int]]) -> None:
        """Leave out card numbers that somebody holds, or that two would hold."""
        place, rows = self.parts[-1]
        wanted = Counter(row.values[0] for row in rows)
        held = holders(set(wanted) - {None})
        free = [
            row for row in rows if row.values[0] is None or (wanted[row.values[0]] == 1 and row.values[0] not in held)
        ]
        kept = {row.row_id for row in free}
        self._refused |= {row.customer_id: "taken" for row in rows if row.row_id not in kept}
        self.samples = [sample for sample in self.samples if sample[0] in kept]
        self.parts[-1] = (place, free)

    def preview(self, selected: int, samples: tuple[Sample, ...]) -> Preview:
        """Return how many customers change, cannot change, and are so already."""
        changing = {row.customer_id for _, rows in self.parts for row in rows}
        cannot = Counter(reason for who, reason in self._refused.items() if who not in changing)
        return Preview(selected, len(changing), samples, tuple(cannot.most_common()))

    def _step(self) -> None:
        self._done += 1
        if self._done % _REPORT_EVERY == 0:
            self._report(min(self._done, self._total), self._total)
        if self._pace.step():
            self._look()

    def _look(self) -> None:
        if self._is_cancelled():
            raise Fault(FaultKind.CANCELLED)


def _checker(key: str, field: CustomField | None, region: str) -> Checked:
    """Return what checks a field's text and takes it apart into columns."""
    if key == PHONE_NORMAL:
        return lambda text: (text,)
    if key in _CONTACTS:
        return lambda text: _contact(ContactKind(key), text, region)
    if key.startswith("custom:"):
        return lambda text: _custom(field, text)
    if key == "name":
        return lambda text: (checked_name(text),)
    if key == "phone_label":
        return _label
    return _remembered(lambda text: (clean_text(text),))


def _remembered(check: Checked) -> Checked:
    """Remember answers: thousands of customers come from the same source."""
    return lru_cache(maxsize=4_096)(check)


def _label(text: str) -> Columns:
    if len(text) > LABEL_LENGTH:
        raise Fault(FaultKind.VALUE_INVALID, field="phone_label", reason="too_long")
    return (clean_text(text),)


def _contact(kind: ContactKind, text: str, region: str) -> Columns:
    point = read_contact(kind, clean_text(text) or "", None, region)
    return point.value, point.normal


def _custom(field: CustomField | None, text: str) -> Columns:
    if field is None or field.unique:
        raise Fault(FaultKind.VALUE_INVALID, field="custom", reason="unknown_field")
    stored = store_value(field, clean_text(text) or "")
    if stored is None:
        raise Fault(FaultKind.VALUE_INVALID, field=field.name, reason="empty")
    return stored.text, stored.number, stored.date
