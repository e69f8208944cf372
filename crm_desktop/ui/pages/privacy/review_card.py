"""Customers of whom nothing was heard for long: ticked one by one, and erased only when the owner says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.privacy import Silent
from crm_desktop.services.retention import Review, age_journal, erase_listed
from crm_desktop.services.say_money import money_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.confirm import confirm
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.privacy.page import BackUpFirst
from crm_desktop.ui.pages.privacy.reading import Shown
from crm_desktop.ui.said import Said
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.wrapped import wrapped_label

_ROWS = 6


class ReviewCard(CardPanel):
    """The list with ticks; nobody is ticked at first."""

    def __init__(self, frame: Frame, workplace: Workplace, first: BackUpFirst, finish: Callable[[], object]) -> None:
        super().__init__(_T("Privacy", "To look through"), "privacy.review")
        self._frame, self._place, self._first, self._finish = frame, workplace, first, finish
        self._found: tuple[Silent, ...] = ()
        self.lead = wrapped_label("privacy.review.lead", "muted")
        headings = [_T("Privacy", "Name"), _T("Privacy", "Last heard of"), _T("Privacy", "Still has")]
        self.list = RowList(
            frame.theme, "privacy.review.list", _T("Privacy", "To look through"), headings, stretch=0, rows=_ROWS
        )
        self.list.say_when_empty(_T("Privacy", "Nobody: all customers have been met or sold to since."))
        self.list.itemChanged.connect(self._count)
        self.list.itemActivated.connect(self._open)
        self.erase = make_button("privacy.review.erase", "", self._ask_erase, "danger")
        self.all = make_button("privacy.review.all", _T("Privacy", "Tick all"), self._tick_all)
        self.age = make_button("privacy.review.age", _T("Privacy", "Take out old values …"), self._ask_age)
        flow = FlowLayout(gap=8)
        for button in (self.all, self.erase, self.age):
            flow.addWidget(button)
        self.body.addWidget(self.lead)
        self.body.addWidget(self.list)
        self.body.addLayout(flow)
        self._count()

    def show_review(self, shown: Shown) -> None:
        """Show whom nobody met since."""
        found: Review = shown.review
        lead = _T("Privacy", "%n customer(s) had nothing to do with the shop since {day}.", n=found.count)
        self.lead.setText(lead.format(day=found.since.isoformat()))
        self._found = found.customers
        self.list.blockSignals(True)
        self.list.clear()
        for one in found.customers:
            owed = money_text(one.stored_value, shown.currency) if one.stored_value else ""
            points = _T("Privacy", "%n point(s)", n=one.points) if one.points else ""
            left = " · ".join(part for part in (owed, points) if part)
            item = self.list.add_row([one.name, from_stamp(one.since).astimezone().date().isoformat(), left])
            item.setCheckState(0, Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._count()

    def ticked(self) -> list[int]:
        """Return the ticked customers."""
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        on = [item is not None and item.checkState(0) is Qt.CheckState.Checked for item in items]
        return [one.customer_id for one, is_on in zip(self._found, on, strict=True) if is_on]

    def _open(self) -> None:
        row = self.list.current_row()
        if 0 <= row < len(self._found):
            self._frame.navigator.open("customer", self._found[row].customer_id)

    def _tick_all(self) -> None:
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None:
                item.setCheckState(0, Qt.CheckState.Checked)

    def _count(self, *_changed: object) -> None:
        count = len(self.ticked()) if self.list.topLevelItemCount() == len(self._found) else 0
        self.erase.setText(_T("Privacy", "Erase %n ticked …", n=count))
        self.erase.setEnabled(count > 0)
        self.all.setEnabled(bool(self._found))

    def _ask_erase(self) -> None:
        ids, place, work = self.ticked(), self._place, self._frame.work
        question = _T("Privacy", "Erase %n person(s) for good? Nothing brings them back.", n=len(ids))
        detail = _T("Privacy", "A backup is made before. What was sold stays, without names.")

        def erase() -> None:
            work.write(lambda: _erase(place, ids), self._erased)

        verb = _T("Privacy", "Erase for good")
        confirm(self.window(), question, verb, lambda: self._first(BackupReason.ERASE, erase), detail)

    def _erased(self, _said: Said) -> None:
        self._finish()

    def _ask_age(self) -> None:
        place, work = self._place, self._frame.work
        question = _T("Privacy", "Take earlier values that are older than the settings say out of the log of changes?")
        detail = _T("Privacy", "Who did what when stays. What is older can no longer be taken back or looked at.")

        def age() -> None:
            work.write(lambda: _age(place), self._aged)

        verb = _T("Privacy", "Take them out")
        confirm(self.window(), question, verb, lambda: self._first(BackupReason.ERASE, age), detail)

    def _aged(self, said: Said) -> None:
        if not said.changes.changed:
            self._frame.notices.toast(said.sentence)


def _erase(place: Workplace, ids: list[int]) -> Said:
    changes = erase_listed(place, ids, finish=False)
    return Said(changes, _T("Privacy", "%n person(s) erased.", n=changes.subject_count))


def _age(place: Workplace) -> Said:
    aged = age_journal(place)
    said = _T("Privacy", "%n earlier value(s) taken out, all older than {day}.", n=aged.values)
    return Said(aged.changes, said.format(day=aged.before.isoformat()))
