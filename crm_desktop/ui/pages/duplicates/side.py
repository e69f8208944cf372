"""What stands side by side and what the user chose of it: who stays, whose value, who takes part; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from crm_desktop.base.text import _T
from crm_desktop.domain.merge import KEEP_ALL, Choice, ComparedField, MergeChoices
from crm_desktop.domain.party import Party
from crm_desktop.services.compare_customers import Comparison, compare_customers
from crm_desktop.services.merge_customers import MergePreview, preview_merge
from crm_desktop.services.say_likeness import total_words
from crm_desktop.services.workplace import Workplace

FEWEST, MOST = 2, 10
"""How many customers are merged at once."""


class RowKind(Enum):
    """What a row of the table is."""

    SURVIVOR = auto()
    FIELD = auto()
    TOTAL = auto()


@dataclass(frozen=True)
class SideRow:
    """One row: a cell for each customer and what it becomes.

    `chosen` is the id of a customer or KEEP_ALL; `several` says that all values may be kept.
    """

    kind: RowKind
    key: str
    label: str
    cells: tuple[str, ...]
    result: str
    differs: bool = False
    several: bool = False
    chosen: int = KEEP_ALL


@dataclass(frozen=True)
class Seen:
    """What was read: all customers, those who take part, and what a merge of these would make."""

    whole: Comparison
    part: Comparison
    preview: MergePreview


@dataclass
class SideBySide:
    """The customers in sight and the choices made so far."""

    ids: tuple[int, ...] = ()
    left_out: set[int] = field(default_factory=set)
    survivor_id: int | None = None
    fields: dict[str, int] = field(default_factory=dict)
    seen: Seen | None = None

    def begin(self, ids: Sequence[int]) -> None:
        """Take other customers; nothing is chosen yet."""
        self.ids = tuple(dict.fromkeys(ids))
        self.left_out, self.survivor_id, self.fields, self.seen = set(), None, {}, None

    def taking_part(self) -> tuple[int, ...]:
        """Return who is merged."""
        return tuple(one for one in self.ids if one not in self.left_out)

    def choices(self) -> MergeChoices:
        """Return what the user changed."""
        return MergeChoices(self.survivor_id, dict(self.fields))

    def take(self, seen: Seen) -> None:
        """Take what was read; a merged customer has become her survivor."""
        self.seen = seen
        self.ids = tuple(party.id for party in seen.whole.parties)
        self.left_out &= set(self.ids)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return the customers, in their order."""
        return self.seen.whole.parties if self.seen else ()

    @property
    def survivor(self) -> int | None:
        """Return who stays as things are."""
        return self.seen.part.survivor_id if self.seen else None

    def takes_part(self, column: int) -> bool:
        """Tell whether the customer of a column is merged."""
        return self.parties[column].id not in self.left_out

    def toggle(self, column: int) -> bool:
        """Leave a customer out or take her in again; False where two would not be left."""
        who = self.parties[column].id
        if who in self.left_out:
            self.left_out.discard(who)
            return True
        if len(self.taking_part()) <= FEWEST:
            return False
        self.left_out.add(who)
        self.survivor_id = None if self.survivor_id == who else self.survivor_id
        self.fields = {key: chosen for key, chosen in self.fields.items() if chosen != who}
        return True

    def choose(self, row: SideRow, column: int) -> bool:
        """Choose the customer of a column for a row (beyond the last: all of them); False where that means nothing."""
        if column >= len(self.parties):
            return self._choose_all(row)
        if not self.takes_part(column) or row.kind is RowKind.TOTAL:
            return False
        who = self.parties[column].id
        if row.kind is RowKind.SURVIVOR:
            self.survivor_id = who
        else:
            self.fields[row.key] = who
        return True

    def _choose_all(self, row: SideRow) -> bool:
        if row.kind is RowKind.FIELD and row.several:
            self.fields[row.key] = KEEP_ALL
            return True
        return False

    def rows(self, *, only_different: bool = False) -> list[SideRow]:
        """Return the rows of the table: who stays, each field, what comes together."""
        if self.seen is None:
            return []
        fields = [row for row in self._field_rows(self.seen) if row.differs or not only_different]
        return [self._survivor_row(self.seen), *fields, *self._total_rows(self.seen)]

    def totals(self) -> list[str]:
        """Return what comes together, counted after the merge: "Phones 3"."""
        words = total_words()
        return [f"{words[line.total]} {line.after}" for line in self.seen.preview.totals] if self.seen else []

    def _survivor_row(self, seen: Seen) -> SideRow:
        stays, joins = _T("Merge", "stays"), _T("Merge", "joins in")
        apart = _T("Merge", "left out")
        words = [
            apart if one.id in self.left_out else stays if one.id == seen.part.survivor_id else joins
            for one in self.parties
        ]
        name = next(one.name for one in self.parties if one.id == seen.part.survivor_id)
        label = _T("Merge", "Who stays")
        return SideRow(RowKind.SURVIVOR, "", label, tuple(words), name, chosen=seen.part.survivor_id)

    def _field_rows(self, seen: Seen) -> list[SideRow]:
        parts = {line.key: line for line in seen.part.fields}
        after = {line.key: line.after for line in seen.preview.fields}
        return [_field_row(line, parts.get(line.key, line), after.get(line.key, "")) for line in seen.whole.fields]

    def _total_rows(self, seen: Seen) -> list[SideRow]:
        words = total_words()
        places = {party.id: place for place, party in enumerate(seen.part.parties)}
        return [
            SideRow(
                RowKind.TOTAL,
                line.total.value,
                _T("Merge", "{what}: number").format(what=words[line.total]),
                tuple(str(line.before[places[one.id]]) if one.id in places else "" for one in self.parties),
                str(line.after),
            )
            for line in seen.preview.totals
        ]


def _field_row(whole: ComparedField, part: ComparedField, after: str) -> SideRow:
    several = whole.choice is Choice.ONE_OR_ALL
    return SideRow(RowKind.FIELD, whole.key, whole.label, whole.cells, after, whole.differs, several, part.chosen)


def see(workplace: Workplace, ids: Sequence[int], left_out: set[int], choices: MergeChoices) -> Seen:
    """Read customers side by side and what a merge of those who take part would make; raise Fault as the services."""
    part_ids = [one for one in ids if one not in left_out]
    part = compare_customers(workplace, part_ids, choices)
    whole = compare_customers(workplace, ids) if left_out else part
    return Seen(whole, part, preview_merge(workplace, part_ids, choices))
