"""What is known of the current row of the dry run: differences, errors, or who it may be; and what to decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import MatchClass, RowDecision
from crm_desktop.services.import_views import Candidate, Difference, DryRow, Tab
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.importing.dry_model import what_happens
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named

MOST_CANDIDATES = 9


class DryDetail(CardPanel):
    """Emits `decided` with a RowDecision (None takes it back) and, where it was said, the customer's id."""

    decided = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(name="wizard.row")
        self._theme = theme
        self._row: DryRow | None = None
        self._tells_more = False
        self._candidates: Sequence[Candidate] = ()
        self.sentence = text_label("", "wizard.row.sentence")
        self._scrolled = ScrolledColumn("wizard.row.scroll", 4)
        self._inner: QWidget | None = None
        self.body.addWidget(self.sentence)
        self.body.addWidget(self._scrolled, 1)
        self.body.addStretch(0)
        self.body.addLayout(self._verb_row())
        self.show_row(None, 0)

    def show_row(self, row: DryRow | None, chosen: int) -> None:
        """Show a row; of several chosen ones only how many."""
        self._row, self._candidates = row, ()
        self.sentence.setText(_sentence(row, chosen))
        self._replace(self._lines(row) if row is not None and chosen <= 1 else [])
        waiting = row is not None and row.tab is Tab.ASK
        for decision, button in self.buttons.items():
            known = row is not None and row.match is not None
            needs = decision in (RowDecision.UPDATE, RowDecision.FILL_BLANKS)
            button.setEnabled(row is not None and (not needs or known or waiting or chosen > 1))
        self.take_back.setVisible(row is not None and (row.decided or chosen > 1))

    def sizeHint(self) -> QSize:
        """Wish for one height in each tab, so that nothing jumps from row to row."""
        return QSize(super().sizeHint().width(), self._height(8 if self._tells_more else 1.5))

    def minimumSizeHint(self) -> QSize:
        """Need room for some lines and the buttons."""
        return QSize(super().minimumSizeHint().width(), self._height(4 if self._tells_more else 1.5))

    def _height(self, lines: float) -> int:
        return round(self.fontMetrics().height() * lines) + self.take_back.sizeHint().height() + 40

    def show_tab(self, tab: Tab) -> None:
        """Take the room the rows of a tab need."""
        self._tells_more = tab in (Tab.UPDATE, Tab.ASK, Tab.ERROR)
        self.updateGeometry()

    def show_candidates(self, number: int, found: Sequence[Candidate]) -> None:
        """Show who the row of a number may be."""
        if self._row is None or self._row.number != number:
            return
        self._candidates = found[:MOST_CANDIDATES]
        lines: list[QWidget] = [self._candidate(place, one) for place, one in enumerate(self._candidates, start=1)]
        self._replace([*lines, *([self._differences(self._row.differences)] if self._row.differences else [])])

    def key(self, letter: str) -> bool:
        """Decide by a key: N, U, F, L, Backspace, or the digit of a candidate; False for any other."""
        letters = {
            "n": RowDecision.CREATE,
            "u": RowDecision.UPDATE,
            "f": RowDecision.FILL_BLANKS,
            "l": RowDecision.SKIP,
        }
        if letter.isdigit() and 0 < int(letter) <= len(self._candidates):
            self.decided.emit(RowDecision.UPDATE, self._candidates[int(letter) - 1].id)
            return True
        button = self.take_back if letter == "" else self.buttons.get(letters.get(letter, RowDecision.CREATE))
        if (letter and letter not in letters) or button is None or button.isHidden() or not button.isEnabled():
            return False
        button.click()
        return True

    def _verb_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.buttons: dict[RowDecision, QPushButton] = {}
        for decision, text, key in (
            (RowDecision.CREATE, _T("Wizard", "Add as new"), "N"),
            (RowDecision.UPDATE, _T("Wizard", "Update"), "U"),
            (RowDecision.FILL_BLANKS, _T("Wizard", "Fill blanks"), "F"),
            (RowDecision.SKIP, _T("Wizard", "Leave out"), "L"),
        ):
            button = make_button(f"wizard.decide.{decision}", f"{text}  {key}", self._decider(decision))
            self.buttons[decision] = button
            row.addWidget(button)
        back = QKeySequence("Backspace").toString(QKeySequence.SequenceFormat.NativeText)
        self.take_back = make_button(
            "wizard.decide.none", _T("Wizard", "Take the decision back"), self._undecide, "quiet"
        )
        self.take_back.setToolTip(back)
        row.addWidget(self.take_back)
        row.addStretch(1)
        return row

    def _decider(self, decision: RowDecision) -> Callable[[], None]:
        def decide() -> None:
            self.decided.emit(decision, None)

        return decide

    def _undecide(self) -> None:
        self.decided.emit(None, None)

    def _replace(self, lines: Sequence[QWidget]) -> None:
        if self._inner is not None:
            self._scrolled.column.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = named(QWidget(), "wizard.row.lines")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for line in lines:
            column.addWidget(line)
        column.addStretch(1)
        self._scrolled.column.addWidget(self._inner)
        self._scrolled.setVisible(bool(lines))

    def _lines(self, row: DryRow) -> list[QWidget]:
        lines: list[QWidget] = []
        for number, error in enumerate(row.errors):
            said = f"{error.column}: {error.problem}" if error.column else error.problem
            lines.append(text_label(said, f"wizard.row.error{number}", "danger"))
            lines.append(text_label(error.fix, f"wizard.row.fix{number}", "muted"))
        if row.differences:
            lines.append(self._differences(row.differences))
        return lines

    def _differences(self, differences: Sequence[Difference]) -> QWidget:
        holder = named(QWidget(), "wizard.row.differences")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        for number, one in enumerate(differences):
            grid.addWidget(text_label(one.title, f"wizard.difference{number}.title", "muted"), number, 0)
            grid.addWidget(text_label(one.before or "–", f"wizard.difference{number}.before"), number, 1)
            grid.addWidget(QLabel("→"), number, 2)
            after = text_label(one.after or "–", f"wizard.difference{number}.after")
            after.setFont(self._theme.font(1.0, bold=True))
            grid.addWidget(after, number, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 3)
        return holder

    def _candidate(self, place: int, one: Candidate) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)

        def choose() -> None:
            self.decided.emit(RowDecision.UPDATE, one.id)

        button = make_button(
            f"wizard.candidate{place}",
            _T("Wizard", "{number}  It is {name}").format(number=place, name=one.name),
            choose,
        )
        known = " · ".join(part for part in (one.phone, one.card_number, class_word(one.match_class), *one.why) if part)
        row.addWidget(button)
        row.addWidget(text_label(known, f"wizard.candidate{place}.why", "muted"), 1)
        return holder


def class_word(match_class: MatchClass) -> str:
    """Return how sure it is."""
    return {
        MatchClass.EXACT: _T("Wizard", "surely"),
        MatchClass.PROBABLE: _T("Wizard", "very likely"),
        MatchClass.POSSIBLE: _T("Wizard", "perhaps"),
    }[match_class]


def _sentence(row: DryRow | None, chosen: int) -> str:
    if row is None:
        return ""
    if chosen > 1:
        return _T("Wizard", "%n row(s) chosen: a decision holds for all of them.", None, chosen)
    if row.tab is Tab.ASK:
        return _T("Wizard", "Which customer is “{name}”? Until you decide, the row stays out.").format(name=row.name)
    if row.match is not None and row.tab in (Tab.UPDATE, Tab.UNCHANGED):
        known = " · ".join(part for part in (row.match.name, row.match.phone, *row.match.why) if part)
        return _T("Wizard", "“{name}” is your customer: {known}").format(name=row.name, known=known)
    if row.tab is Tab.ERROR:
        return _T("Wizard", "This row cannot come in as it is. Mend the cell right here (F2), or leave it out.")
    return what_happens(row)
