"""The ledger of a customer, the newest first: what came and went, what stood there then, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import Balance, Cause, EntryShown, ProgrammeKind
from crm_desktop.services.loyalty_words import cause_words
from crm_desktop.services.say_loyalty import explanation_lines
from crm_desktop.ui.amounts import Amounts, count, count_change
from crm_desktop.ui.pages.calendar.kind_look import day_text
from crm_desktop.ui.pages.customer.bindings import RowList
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.line_row import LineRow
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label

_ICONS = {
    ProgrammeKind.POINTS: "star",
    ProgrammeKind.STORED: "wallet",
    ProgrammeKind.VISITS: "ticket",
}
_WARN = frozenset({Cause.EXPIRE, Cause.TAKE_BACK, Cause.REVERSE})


@dataclass(frozen=True)
class EntryLine:
    """One entry in words."""

    icon: str
    title: str
    detail: str
    figure: str
    why: tuple[str, ...]
    warns: bool
    sale_id: int | None = None


def entry_line(entry: EntryShown, account: Balance | None, today: date, amounts: Amounts) -> EntryLine:
    """Return an entry in words; `account` says what its numbers are, None where it is not known any more."""
    kind = account.kind if account else ProgrammeKind.POINTS
    money = kind is ProgrammeKind.STORED
    figure = amounts.change(entry.delta) if money else count_change(entry.delta)
    after = amounts.money(entry.balance_after) if money else count(entry.balance_after)
    name = account.name if account else ""
    number = _T("Loyalty", "slip {number}").format(number=entry.number) if entry.number else ""
    stood = _T("Loyalty", "{count} after it").format(count=after)
    parts = (day_text(entry.day, today), name, number, entry.person_name, stood)
    detail = " · ".join(part for part in parts if part)
    title = cause_words()[entry.cause]
    if kind is ProgrammeKind.VISITS and entry.cause is Cause.TOP_UP:
        title = _T("Loyalty", "Card sold")
    if entry.reason:
        title = _T("Loyalty", "{what}: {reason}", "an entry of the ledger and its reason").format(
            what=title, reason=entry.reason
        )
    why = tuple(explanation_lines(entry.explanation, amounts.currency))
    return EntryLine(_ICONS[kind], title, detail, figure, why, entry.cause in _WARN, entry.sale_id)


class HistoryPart(QWidget):
    """Shows entries; "why" under one opens what it was worked out from."""

    more_wanted = Signal()
    slip_wanted = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, name, _T("Loyalty", "History"))
        self._theme = theme
        self.empty = wrapped_label(f"{name}.empty", "muted", _T("Loyalty", "Nothing has been booked yet."))
        self.more = named(QPushButton(_T("Loyalty", "Show more")), f"{name}.more", kind="link")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.more_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = RowList(self._make_row, self._add_row)
        self.show_lines([], has_more=False)

    def show_lines(self, lines: list[EntryLine], *, has_more: bool) -> None:
        """Show entries."""
        for line, row in zip(lines, self._rows.show(len(lines)), strict=True):
            if isinstance(row, _EntryRow):
                row.show_entry(line)
        self.empty.setVisible(not lines)
        self.more.setVisible(has_more)

    def _make_row(self, number: int) -> QWidget:
        return _EntryRow(self._theme, f"{self.objectName()}.{number}", self.slip_wanted.emit)

    def _add_row(self, row: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self.more), row)


class _EntryRow(QWidget):
    """One entry, and under it why, where it was asked."""

    def __init__(self, theme: Theme, name: str, on_slip: Callable[[int], object]) -> None:
        super().__init__()
        named(self, name)
        self._on_slip = on_slip
        self.line = LineRow(theme, f"{name}.line")
        self.why = wrapped_label(f"{name}.why", "muted")
        self.why.setContentsMargins(26, 0, 0, 6)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.why)

    def show_entry(self, line: EntryLine) -> None:
        """Show an entry, its reasons closed."""
        self.line.show_line(line.title, line.detail, line.figure)
        self.line.set_icon(line.icon, "warning" if line.warns else "muted")
        spoken = _T("Loyalty", "Why?")
        self.line.set_tool("why", "circle-help", spoken, self._toggle, shown=bool(line.why))
        slip = partial(self._on_slip, line.sale_id or 0)
        self.line.set_tool("slip", "receipt", _T("Loyalty", "Open the slip"), slip, shown=line.sale_id is not None)
        self.why.setText("\n".join(line.why))
        self.why.hide()

    def _toggle(self) -> None:
        self.why.setVisible(self.why.isHidden())
