"""The people of the shop at the left, the chosen one with role, rights and PIN at the right; kept at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.roles import Role
from crm_desktop.services.change_people import add_person, change_person, set_person_active
from crm_desktop.services.problems import problem_text
from crm_desktop.services.right_words import role_name, role_names, role_sentences
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.staff import Member, read_staff, set_rights, set_role
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.lock_view import honest_word
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.staff.rights_card import RightsCard
from crm_desktop.ui.widgets.colour_row import ColourRow
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.person_chip import person_icon
from crm_desktop.ui.widgets.presses import on_press, set_checked
from crm_desktop.ui.widgets.row_list import RowList


class StaffView(PageView):
    """Who works here, and what each may do."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self._workplace = workplace
        self._staff: list[Member] = []
        self._choose_last = self._is_read = False
        self._written: QWidget = self
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(16)
        row.addLayout(self._left(), 2)
        row.addWidget(self._right(), 5)
        self._ask()

    def member(self) -> Member | None:
        """Return who is chosen."""
        row = self.list.current_row()
        return self._staff[row] if 0 <= row < len(self._staff) else None

    def refresh(self, changes: ChangeSet | None) -> None:
        """Ask again where somebody or her PIN changed."""
        if changes is None or "person" in changes.entities or changes.kind is Kind.PIN_SET:
            self._ask()

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    def is_ready(self) -> bool:
        """Say whether the people stand there."""
        return self._is_read

    # parts

    def _left(self) -> QVBoxLayout:
        headings = [_T("Staff", "Name"), _T("Staff", "Role"), _T("Staff", "PIN")]
        self.list = RowList(self.frame.theme, "staff.list", _T("Staff", "People"), headings, stretch=0, rows=30)
        self.list.currentItemChanged.connect(self._show_member)
        self.new_name = named(QLineEdit(), "staff.new", _T("Staff", "Name of a new person"))
        self.new_name.setPlaceholderText(_T("Staff", "New person"))
        self.new_name.returnPressed.connect(self._add)
        self.new_role = self._role_choice("staff.newRole")
        self.new_role.setCurrentIndex(self.new_role.findData(Role.CLERK))
        line = QHBoxLayout()
        line.addWidget(self.new_name, 1)
        line.addWidget(self.new_role)
        line.addWidget(make_button("staff.add", _T("Staff", "Add"), self._add))
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(named(QLabel(_T("Pages", "Staff")), "staff.title", role="title"))
        column.addWidget(self.list, 1)
        column.addLayout(line)
        column.addWidget(text_label(honest_word(), "staff.honest", "muted"))
        return column

    def _right(self) -> QWidget:
        self.card = named(QFrame(), "staff.card", panel="card")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        self.said = text_label("", "staff.fault", "danger")
        self.said.hide()
        column.addWidget(self._person_form())
        column.addWidget(self.said)
        column.addWidget(named(QLabel(_T("Staff", "Rights")), "staff.rights.title", role="heading"))
        self.rights = RightsCard()
        self.rights.wanted.connect(self._set_rights)
        column.addWidget(self.rights)
        column.addStretch(1)
        area = named(QScrollArea(), "staff.scroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.card)
        return area

    def _person_form(self) -> QWidget:
        self.form = FormGrid("staff.form")
        self.name = named(QLineEdit(), "staff.name")
        self.name.editingFinished.connect(self._rename)
        self.role = self._role_choice("staff.role")
        self.role.activated.connect(self._set_role)
        self.role_said = text_label("", "staff.role.said", "muted")
        self.colours = ColourRow(self.frame.theme, "staff.colour", _T("Staff", "Colour"))
        self.colours.chosen.connect(self._recolour)
        self.active = named(QCheckBox(_T("Staff", "Works in the shop")), "staff.active")
        on_press(self.active, self._set_active)
        self.pin_said = text_label("", "staff.pin.said")
        self.pin = make_button("staff.pin", "", self._set_pin)
        self.pin.setIcon(self.frame.theme.icon("key-round"))
        self.hand_over = make_button("staff.handOver", _T("Staff", "Hand over the follow-ups …"), self._hand_over)
        self.hand_over.setIcon(self.frame.theme.icon("arrow-right-left"))
        verbs = QWidget()
        row = QHBoxLayout(verbs)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.pin, self.pin_said, self.hand_over):
            row.addWidget(widget, int(widget is self.pin_said))
        self.form.add(_T("Staff", "Name"), self.name)
        self.form.add(_T("Staff", "Role"), self.role)
        self.form.add("", self.role_said)
        self.form.add(_T("Staff", "Colour"), self.colours)
        self.form.add("", self.active)
        self.form.add_wide(verbs)
        return self.form

    def _role_choice(self, name: str) -> QComboBox:
        choice = named(QComboBox(), name, _T("Staff", "Role"))
        for role, text in role_names().items():
            choice.addItem(text, role)
        return choice

    # what the user does

    def _add(self) -> None:
        name, role, place = self.new_name.text(), Role(self.new_role.currentData()), self._workplace
        if name.strip():
            self._choose_last = True
            self._write(lambda: add_person(place, name, role=role), self.new_name)
            self.new_name.clear()

    def _rename(self) -> None:
        member, name, place = self.member(), self.name.text(), self._workplace
        if member is not None and name.strip() != member.name:
            self._write(lambda: change_person(place, member.id, name=name), self.name)

    def _recolour(self, colour: str) -> None:
        member, place = self.member(), self._workplace
        if member is not None and colour != member.colour:
            self._write(lambda: change_person(place, member.id, colour=colour), self.colours)

    def _set_role(self, _index: int = 0) -> None:
        member, role, place = self.member(), Role(self.role.currentData()), self._workplace
        if member is not None and role != member.role:
            self._write(lambda: set_role(place, member.id, role), self.role)

    def _set_active(self) -> None:
        member, place, active = self.member(), self._workplace, self.active.isChecked()
        if member is not None:
            self._write(lambda: set_person_active(place, member.id, active), self.active)

    def _set_rights(self, wanted: object) -> None:
        member, place = self.member(), self._workplace
        if member is not None and isinstance(wanted, frozenset):
            self._write(lambda: set_rights(place, member.id, wanted), self.rights)

    def _set_pin(self) -> None:
        from crm_desktop.ui.pages.staff.set_pin import show_set_pin

        member = self.member()
        if member is not None:
            show_set_pin(self.window(), self.frame, self._workplace, member.id, member.name, has_pin=member.has_pin)

    def _hand_over(self) -> None:
        """Give all open follow-ups of the chosen person to somebody else."""
        from crm_desktop.ui.dialogs.hand_over import show_hand_over

        if (member := self.member()) is not None:
            show_hand_over(self.window(), self.frame, self._workplace, from_person_id=member.id)

    def _write(self, job: Callable[[], ChangeSet], field: QWidget) -> None:
        self._say("")
        self._written = field
        self.frame.work.write(job, None, self._refused)

    def _refused(self, fault: Fault) -> None:
        said, field = problem_text(fault), self._written
        if said is None or field in (self.new_name, self.rights):
            self._say(said or sentence_for(fault))
        else:
            self.form.set_problem(field, said)
        if field is not self.name:
            self._show_member(keep_problems=True)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    # what is shown

    def _ask(self) -> None:
        place = self._workplace
        self.frame.work.read(lambda: read_staff(place), self._show, group="staff.rows")

    def _show(self, staff: list[Member]) -> None:
        self._is_read = True
        row = self.list.current_row()
        self._staff = staff
        self.list.blockSignals(True)
        self.list.clear()
        side = self.frame.theme.icon_side(1.0)
        for member in staff:
            pin = _T("Staff", "yes") if member.has_pin else _T("Staff", "none")
            role = role_name(member.role) if member.active else _T("Staff", "left")
            item = self.list.add_row([member.name, role, pin], faint=not member.active)
            item.setIcon(0, person_icon(member.name, member.colour, side, self.devicePixelRatioF()))
        self.list.blockSignals(False)
        self.list.choose_row(len(staff) - 1 if self._choose_last else max(row, 0))
        self._choose_last = False
        self._show_member()

    def _show_member(self, *_items: object, keep_problems: bool = False) -> None:
        member = self.member()
        self.card.setEnabled(member is not None)
        if member is None:
            return
        if not keep_problems:
            self._say("")
            for field in (self.name, self.role, self.colours, self.active):
                self.form.set_problem(field, "")
        self.name.setText(member.name)
        self.role.setCurrentIndex(self.role.findData(member.role))
        self.role_said.setText(role_sentences()[Role(member.role)] if member.role in set(Role) else "")
        self.colours.choose(member.colour)
        set_checked(self.active, member.active)
        self.pin.setText(_T("Staff", "Change the PIN …") if member.has_pin else _T("Staff", "Set a PIN …"))
        self.pin_said.setText(
            _T("Staff", "Is asked for a PIN.") if member.has_pin else _T("Staff", "Comes to work without a PIN.")
        )
        self.rights.show_member(member)
