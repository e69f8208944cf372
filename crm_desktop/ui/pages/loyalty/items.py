"""A card with a list of things of one sort (tiers, rewards, coupon batches), each changed in a form below its row."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.bindings import RowList
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.widgets.asked import Asked
from crm_desktop.ui.widgets.asking_form import AskingForm
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.line_row import LineRow
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.reveal import reveal
from crm_desktop.ui.widgets.wrapped import wrapped_label


@dataclass(frozen=True)
class Tool:
    """A small button of a row."""

    key: str
    icon: str
    spoken: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Item:
    """One row: what it is called, what it gives, and what else can be done with it."""

    key: Hashable
    title: str
    detail: str = ""
    figure: str = ""
    active: bool = True
    tools: tuple[Tool, ...] = field(default=())


class Sort(Protocol):
    """What a card needs to know of the things it lists."""

    def items(self, shelf: Shelf, amounts: Amounts) -> list[Item]:
        """Return the rows."""
        ...

    def questions(self, shelf: Shelf) -> Sequence[Asked]:
        """Return what is asked of one."""
        ...

    def read(self, shelf: Shelf, key: Hashable | None) -> dict[str, Any]:
        """Return the answers one begins with; None is a new one."""
        ...

    def save(self, place: Workplace, key: Hashable | None, answers: dict[str, Any]) -> ChangeSet:
        """Keep it; runs on the writing thread."""
        ...

    def put_aside(self, place: Workplace, key: Hashable, *, active: bool) -> ChangeSet:
        """Use it no longer, or again; runs on the writing thread."""
        ...


@dataclass(frozen=True)
class Words:
    """What a card says around its rows."""

    heading: str
    new: str
    empty: str
    icon: str


class ItemsCard(CardPanel):
    """Lists things and changes them; the page reads anew after each change."""

    def __init__(self, frame: Frame, workplace: Workplace, name: str, words: Words, sort: Sort) -> None:
        super().__init__(words.heading, name)
        self._frame, self._workplace, self._words, self._sort = frame, workplace, words, sort
        self._shelf: Shelf | None = None
        self._items: list[Item] = []
        self._panel: ItemPanel | None = None
        self.new = make_button(f"{name}.new", words.new, self.begin_new)
        self.add_tool(self.new)
        self.empty = wrapped_label(f"{name}.empty", "muted", words.empty)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._rows = RowList(self._make_row, self._column.addWidget)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._column)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what the shop has; a form that is open stays open."""
        self._shelf = shelf
        self._items = self._sort.items(shelf, Amounts(shelf.currency))
        for item, row in zip(self._items, self._rows.show(len(self._items)), strict=True):
            if isinstance(row, LineRow):
                self._fill(row, item)
        self.empty.setVisible(not self._items)

    def begin_new(self) -> None:
        """Open an empty form."""
        self._open(None)

    def edit(self, key: Hashable) -> None:
        """Open the form of one."""
        self._open(key)

    def close_form(self) -> None:
        """Close what is open; the keyboard goes back to what opened it."""
        panel, self._panel = self._panel, None
        if panel is not None:
            here = self.window().focusWidget()
            if here is not None and panel.isAncestorOf(here):
                self._focus_opener(panel.key)
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()

    def _focus_opener(self, key: Hashable | None) -> None:
        keys = [item.key for item in self._items]
        row = self._rows.rows[keys.index(key)] if key in keys else None
        if isinstance(row, LineRow):
            row.focus_tool("edit")
        else:
            self.new.setFocus()

    def _make_row(self, number: int) -> QWidget:
        return LineRow(self._frame.theme, f"{self.objectName()}.{number}", self._words.icon)

    def _fill(self, row: LineRow, item: Item) -> None:
        stood = row.focused_tool()
        row.show_line(item.title, item.detail, item.figure)
        row.set_quiet(not item.active)
        for tool in item.tools:
            row.set_tool(tool.key, tool.icon, tool.spoken, tool.run)
        change = _T("LoyaltyPage", "Change {name}").format(name=item.title)
        row.set_tool("edit", "pencil", change, partial(self.edit, item.key))
        aside = _T("LoyaltyPage", "Offer {name} no longer").format(name=item.title)
        again = _T("LoyaltyPage", "Offer {name} again").format(name=item.title)
        put = partial(self._put_aside, item.key, active=not item.active)
        row.set_tool("aside", "eye-off", aside, put, shown=item.active)
        row.set_tool("again", "eye", again, put, shown=not item.active)
        if stood in ("aside", "again"):  # the one makes room for the other
            row.focus_tool("aside" if item.active else "again")

    def _open(self, key: Hashable | None) -> None:
        self.close_form()
        if self._shelf is None:
            return
        panel = ItemPanel(self._frame, self._workplace, self.objectName(), self._sort, key)
        self._panel = panel
        panel.closed.connect(self.close_form)
        keys = [item.key for item in self._items]
        rows = self._rows.rows
        at = self._column.indexOf(rows[keys.index(key)]) + 1 if key in keys else self._column.count()
        self._column.insertWidget(at, panel)
        panel.begin(self._shelf)
        reveal(panel)

    def _put_aside(self, key: Hashable, *, active: bool) -> None:
        place, sort = self._workplace, self._sort
        self._frame.work.write(lambda: sort.put_aside(place, key, active=active))


class ItemPanel(QFrame):
    """The form of one thing, saved by its button; Esc closes it."""

    closed = Signal()

    def __init__(self, frame: Frame, workplace: Workplace, name: str, sort: Sort, key: Hashable | None) -> None:
        super().__init__()
        named(self, f"{name}.form", panel="raised")
        self._frame, self._workplace, self._name, self._sort, self.key = frame, workplace, name, sort, key
        self.form: AskingForm | None = None
        self.problem = wrapped_label(f"{name}.form.problem", "danger")
        self.problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(make_button(f"{name}.form.leave", _T("Loyalty", "Cancel"), self.closed.emit, "quiet"))
        row.addWidget(make_button(f"{name}.form.save", _T("LoyaltyPage", "Save"), self.save, "primary"))
        self._column.addLayout(row)

    def begin(self, shelf: Shelf) -> None:
        """Ask."""
        questions, places = self._sort.questions(shelf), Amounts(shelf.currency).places
        form = AskingForm(self._frame.theme, f"{self._name}.form.asked", questions, shelf.today, places)
        self.form = form
        form.show_answers(self._sort.read(shelf, self.key))
        self._column.insertWidget(0, form)
        form.focus_first()

    def save(self) -> None:
        """Keep what stands there."""
        answers = self.form.answers() if self.form is not None else None
        if answers is None:
            return
        place, sort, key = self._workplace, self._sort, self.key
        self._frame.work.write(lambda: sort.save(place, key, answers), self._saved, self._refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)

    def _saved(self, _changes: ChangeSet) -> None:
        self.closed.emit()

    def _refused(self, fault: Fault) -> None:
        sentence, asked = problem_text(fault), str(fault.values.get("field", ""))
        if sentence is not None and self.form is not None and asked in self.form.fields:
            self.form.say_problem(asked, sentence)
            self.form.fields[asked].editor.setFocus()
            return
        self.problem.setText(sentence or sentence_for(fault))
        self.problem.show()
