"""Hands follow-ups over to a colleague: chosen ones, or every open one of a person, with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import Which
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.change_people import all_people
from crm_desktop.services.hand_over import hand_over
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named


@dataclass(frozen=True)
class HandedOver:
    """Which entries of the page of today are handed over, and how many that is."""

    which: Which
    count: int


class HandOverDialog(Sheet):
    """From whom (where nothing is chosen), to whom, and why."""

    def __init__(
        self,
        parent: QWidget,
        frame: Frame,
        workplace: Workplace,
        chosen: HandedOver | None = None,
        from_person_id: int | None = None,
    ) -> None:
        super().__init__(parent, frame.theme, "handOverDialog", _T("HandOver", "Hand over follow-ups"), ems=50)
        self._frame, self._workplace = frame, workplace
        self._chosen, self._from = chosen, from_person_id
        self._people: list[Person] = []
        self.giver = named(QComboBox(), "handOver.from", _T("HandOver", "From"))
        self.taker = named(QComboBox(), "handOver.to", _T("HandOver", "To"))
        self.reason = named(QLineEdit(), "handOver.reason", _T("HandOver", "Why"))
        self.reason.setPlaceholderText(_T("HandOver", "On leave until Friday, moves to the other shop …"))
        self._say_what()
        self._form = FormGrid("handOverForm")
        self._form.add(_T("HandOver", "From"), self.giver)
        self._form.add(_T("HandOver", "To"), self.taker)
        self._form.add(_T("HandOver", "Why"), self.reason)
        self._form.set_shown(self.giver, self._chosen is None)
        self.body.addWidget(self._form)
        self.add_verb("handOver.cancel", _T("HandOver", "Cancel"), self.reject, "quiet")
        self._go = self.add_verb("handOver.go", _T("HandOver", "Hand over"), self._hand_over, "primary")
        self._go.setEnabled(False)
        self.giver.currentIndexChanged.connect(self._offer_takers)
        frame.work.read(lambda: all_people(workplace), self._show, group="handOver.people")
        self.reason.setFocus()

    def _say_what(self) -> None:
        if self._chosen is not None:
            self.say_lead(_T("HandOver", "%n chosen follow-up(s) go to a colleague.", n=self._chosen.count))
        else:
            self.say_lead(_T("HandOver", "Every open follow-up of one person goes to another; what is done stays."))

    def _show(self, people: list[Person]) -> None:
        self._people = people
        self.giver.blockSignals(True)
        for person in people:
            self.giver.addItem(person.name, person.id)
        place = self.giver.findData(self._from if self._from is not None else self._workplace.person_id)
        self.giver.setCurrentIndex(max(place, 0))
        self.giver.blockSignals(False)
        self._offer_takers()

    def _offer_takers(self, _index: int = 0) -> None:
        """Offer everybody who works in the shop, but not the one it comes from."""
        giver, chosen = self.giver.currentData(), self.taker.currentData()
        self.taker.clear()
        for person in self._people:
            if person.active and (self._chosen is not None or person.id != giver):
                self.taker.addItem(person.name, person.id)
        self.taker.setCurrentIndex(max(self.taker.findData(chosen), 0))
        self._go.setEnabled(self.taker.count() > 0)
        if self._people and not self.taker.count():
            said = _T("HandOver", "There is nobody else yet: add your colleagues under “People of the shop”.")
            self._form.set_problem(self.taker, said)
            self.fit()

    def _hand_over(self) -> None:
        place, reason = self._workplace, self.reason.text().strip()
        if not reason:
            self._form.set_problem(self.reason, _T("HandOver", "Say why, for the colleague to know."))
            self.reason.setFocus()
            self.fit()
            return
        to, chosen, giver = int(self.taker.currentData()), self._chosen, self.giver.currentData()

        def job() -> ChangeSet:
            if chosen is not None:
                return hand_over(place, to, reason, keys=chosen.which, with_missed=True)
            return hand_over(place, to, reason, from_person_id=int(giver))

        self._go.setEnabled(False)
        self._frame.work.write(job, self._done, self._refused)

    def _done(self, _changes: ChangeSet) -> None:
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self._go.setEnabled(True)
        self.say_fault(problem_text(fault) or sentence_for(fault))


def show_hand_over(
    parent: QWidget,
    frame: Frame,
    workplace: Workplace,
    chosen: HandedOver | None = None,
    *,
    from_person_id: int | None = None,
) -> HandOverDialog:
    """Open the dialog for chosen follow-ups, or for all of a person."""
    dialog = HandOverDialog(parent, frame, workplace, chosen, from_person_id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
