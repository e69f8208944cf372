"""Customers side by side with why they are alike; what is chosen is shown at once in what a merge would make."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.party import Pair
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.notices import announce
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.duplicates.side import Seen, SideBySide, see
from crm_desktop.ui.pages.duplicates.side_model import SideModel
from crm_desktop.ui.pages.duplicates.side_table import SideTable
from crm_desktop.ui.widgets.empty_state import EmptyState
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.reasons import ReasonStrip

ONLY_DIFFERENT = "duplicates/only_different"


class SideView(QWidget):
    """Shows `ids`; emits `shown` when they are read and `gone` when there are not two of them any more."""

    shown = Signal()
    gone = Signal()

    def __init__(self, frame: Frame, workplace: Workplace, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._frame = frame
        self._place = workplace
        self._group = f"{name}.seen"
        self._fresh = False
        self._chosen: tuple[int, int] | None = None
        self.state = SideBySide()
        self.model = SideModel(self.state, workplace.now, self)
        self.table = SideTable(frame.theme, self.model)
        self.reasons = ReasonStrip(frame.theme)
        self.only_different = named(QCheckBox(_T("Merge", "Only what differs")), "side.onlyDifferent")
        self.only_different.setChecked(frame.memory.value(ONLY_DIFFERENT) == "yes")
        self.totals = named(QLabel(wordWrap=True), "side.totals")
        self.totals.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = named(QLabel(wordWrap=True), "side.hint", role="caption")
        self.nothing = EmptyState(frame.theme, "copy-check", "side.nothing")
        self._lay_out()
        self.table.chosen.connect(self._choose)
        self.table.left_out.connect(self._leave_out)
        self.only_different.toggled.connect(self._filter)

    def show_customers(self, ids: Sequence[int], pairs: Sequence[Pair] = ()) -> None:
        """Put customers side by side, with the pairs that say why."""
        self.state.begin(ids)
        self.reasons.show_pairs(pairs, self.state.ids)
        self._fresh = True
        self._read()

    def say_nothing(self, sentence: str, hint: str = "") -> None:
        """Show that there is nothing to compare."""
        self._frame.work.forget(self._group)
        self.state.begin(())
        self.model.show(only_different=False)
        self.nothing.say(sentence, hint)
        self._stack.setCurrentIndex(1)

    def refresh(self) -> None:
        """Read the same customers again; choices stay."""
        if self.state.ids:
            self._read()

    def is_ready(self) -> bool:
        """Tell whether customers are in sight and read."""
        return self.state.seen is not None

    def choose_survivor(self, number: int) -> None:
        """Choose who stays by her number."""
        if self.is_ready() and 1 <= number <= len(self.state.parties):
            self._choose(0, number - 1)
            self.table.stand_on_survivor()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.totals)
        texts.addWidget(self.hint)
        foot.addLayout(texts, 1)
        foot.addWidget(self.only_different, 0, Qt.AlignmentFlag.AlignTop)
        whole = ScrolledColumn("side.scroll", 8)
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = whole.column
        column.addWidget(self.reasons)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.nothing)

    def _read(self) -> None:
        place, state = self._place, self.state
        ids, left_out, choices = state.ids, set(state.left_out), state.choices()
        self._frame.work.read(lambda: see(place, ids, left_out, choices), self._take, self._refuse, self._group)

    def _take(self, seen: Seen) -> None:
        self.state.take(seen)
        self._stack.setCurrentIndex(0)
        self._show()
        if self._fresh:
            self._fresh = False
            self.table.stand_on_survivor()
            self.shown.emit()
        elif self._chosen is not None and self._chosen[0] < len(self.model.rows):
            row, column = self._chosen
            announce(self.table, self.model.spoken(self.model.rows[row], column))
        self._chosen = None

    def _refuse(self, fault: Fault) -> None:
        if fault.kind in (FaultKind.NOT_FOUND, FaultKind.VALUE_INVALID):
            self.state.begin(())
            self.gone.emit()
        else:
            self._frame.notices.tell_fault(fault)

    def _show(self) -> None:
        index = self.table.currentIndex()
        at = (index.row(), index.column())
        if self.model.show(only_different=self.only_different.isChecked()) and at[0] >= 0:
            self.table.setCurrentIndex(self.model.index(min(at[0], self.model.rowCount() - 1), at[1]))
        self.table.fit()
        self._explain()

    def _explain(self) -> None:
        self.totals.setText(_T("Merge", "After the merge: {sums}").format(sums=" · ".join(self.state.totals())))
        several = len(self.state.parties) > 2
        keys = _T("Merge", "1, 2 … choose who stays, or in a row whose value stays; 0 keeps all values.")
        out = _T("Merge", "X leaves a customer out.")
        self.hint.setText(f"{keys} {out}" if several else keys)

    def _choose(self, row: int, column: int) -> None:
        if row >= len(self.model.rows):
            return
        if not self.state.choose(self.model.rows[row], column):
            return
        self._chosen = row, column
        self._read()

    def _leave_out(self, column: int) -> None:
        if self.model.is_result(column):
            return
        name = self.model.parties[column].name
        if not self.state.toggle(column):
            self._frame.notices.toast(_T("Merge", "Two customers at least stay in."))
            return
        said = _T("Merge", "{name} takes part") if self.state.takes_part(column) else _T("Merge", "{name} is left out")
        announce(self, said.format(name=name))
        self._read()

    def _filter(self, on: bool) -> None:
        self._frame.memory.setValue(ONLY_DIFFERENT, "yes" if on else "no")
        if self.is_ready():
            self._show()
