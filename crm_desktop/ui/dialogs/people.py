"""The people of the shop: who they are, their colours, who has left. Every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.change_people import add_person, all_people, change_person, set_person_active
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.colour_row import ColourRow, spot
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList


class PeopleDialog(Sheet):
    """A list at the left, the chosen person at the right."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "peopleDialog", _T("People", "People of the shop"), ems=68)
        self._frame = frame
        self._workplace = workplace
        self._people: list[Person] = []
        self._choose_last = False
        self._written: QWidget = self
        self.say_lead(
            _T("People", "Customers can be looked after by one of them; whoever left keeps what they have done.")
        )
        self.add_sides(self._left(), self._right())
        self.add_verb("peopleClose", _T("People", "Close"), self.accept)
        self._ask()
        self.new_name.setFocus()

    def person(self) -> Person | None:
        """Return who is chosen."""
        row = self.list.current_row()
        return self._people[row] if 0 <= row < len(self._people) else None

    # parts

    def _left(self) -> QVBoxLayout:
        headings = [_T("People", "Name"), _T("People", "In the shop")]
        self.list = RowList(self.theme, "peopleList", _T("People", "People"), headings, stretch=0, rows=6)
        self.list.currentItemChanged.connect(self._show_person)
        self.new_name = named(QLineEdit(), "peopleNew", _T("People", "Name of a new person"))
        self.new_name.setPlaceholderText(_T("People", "Name of a new person"))
        self.new_name.returnPressed.connect(self._add)
        line = QHBoxLayout()
        line.addWidget(self.new_name, 1)
        line.addWidget(make_button("peopleAdd", _T("People", "Add"), self._add))
        column = QVBoxLayout()
        column.addWidget(self.list, 1)
        column.addLayout(line)
        return column

    def _right(self) -> QVBoxLayout:
        self._form = FormGrid("personForm")
        self.name = named(QLineEdit(), "personName")
        self.name.editingFinished.connect(self._rename)
        self.colours = ColourRow(self.theme, "personColour", _T("People", "Colour"))
        self.colours.chosen.connect(self._recolour)
        self.active = named(QCheckBox(_T("People", "Works in the shop")), "personActive")
        self.active.clicked.connect(self._set_active)
        self._form.add(_T("People", "Name"), self.name)
        self._form.add(_T("People", "Colour"), self.colours)
        self._form.add("", self.active)
        self.hand_over = make_button("personHandOver", _T("People", "Hand over the follow-ups …"), self._hand_over)
        self.hand_over.setIcon(self.theme.icon("arrow-right-left"))
        self._form.add("", self.hand_over)
        column = QVBoxLayout()
        column.addWidget(self._form)
        column.addStretch(1)
        return column

    # what the user does

    def _hand_over(self) -> None:
        """Give all open follow-ups of the chosen person to somebody else."""
        from crm_desktop.ui.dialogs.hand_over import show_hand_over

        if (person := self.person()) is not None:
            show_hand_over(self, self._frame, self._workplace, from_person_id=person.id)

    def _add(self) -> None:
        name = self.new_name.text()
        if name.strip():
            self._choose_last = True
            self._write(lambda: add_person(self._workplace, name), self.new_name)
            self.new_name.clear()

    def _rename(self) -> None:
        person, name = self.person(), self.name.text()
        if person is not None and name.strip() != person.name:
            self._write(lambda: change_person(self._workplace, person.id, name=name), self.name)

    def _recolour(self, colour: str) -> None:
        person = self.person()
        if person is not None and colour != person.colour:
            self._write(lambda: change_person(self._workplace, person.id, colour=colour), self.colours)

    def _set_active(self, active: bool) -> None:
        person = self.person()
        if person is not None:
            self._write(lambda: set_person_active(self._workplace, person.id, active), self.active)

    def _write(self, job: Callable[[], ChangeSet], field: QWidget) -> None:
        self.say_fault("")
        self._written = field
        self._frame.work.write(job, self._changed, self._refused)

    def _changed(self, _changes: ChangeSet) -> None:
        self._ask()

    def _refused(self, fault: Fault) -> None:
        said, field = problem_text(fault), self._written
        if said is None or field is self.new_name:
            self.say_fault(said or sentence_for(fault))
        else:
            self._form.set_problem(field, said)
        if field is not self.name:
            self._show_person(keep_problems=True)

    # what is shown

    def _ask(self) -> None:
        self._frame.work.read(lambda: all_people(self._workplace), self._show, group="people.rows")

    def _show(self, people: list[Person]) -> None:
        row = self.list.current_row()
        self._people = people
        self.list.blockSignals(True)
        self.list.clear()
        for person in people:
            state = _T("People", "yes") if person.active else _T("People", "left")
            item = self.list.add_row([person.name, state], faint=not person.active)
            item.setIcon(0, spot(person.colour, self.theme.icon_side(), self.devicePixelRatioF()))
        self.list.blockSignals(False)
        self.list.choose_row(len(people) - 1 if self._choose_last else max(row, 0))
        self._choose_last = False
        self._show_person()

    def _show_person(self, *_items: object, keep_problems: bool = False) -> None:
        person = self.person()
        self._form.setEnabled(person is not None)
        if person is None:
            return
        if not keep_problems:
            for field in (self.name, self.colours, self.active):
                self._form.set_problem(field, "")
        self.name.setText(person.name)
        self.colours.choose(person.colour)
        self.active.setChecked(person.active)


def show_people(parent: QWidget, frame: Frame, workplace: Workplace) -> PeopleDialog:
    """Open the people of the shop."""
    dialog = PeopleDialog(parent, frame, workplace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
