"""The shop's own kinds of follow-up: name, colour, icon, in use or put aside. Every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.follow_up_kinds import DEFAULT_ICON, KindShown, add_kind, change_kind, kind_words, kinds
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.kind_look import chip_colours
from crm_desktop.ui.widgets.colour_row import ColourRow
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.icon_row import IconRow
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList


class OwnKindsDialog(Sheet):
    """A list at the left, the chosen kind at the right."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "kindsDialog", _T("OwnKinds", "Kinds of follow-up"), ems=76)
        self._frame, self._workplace = frame, workplace
        self._kinds: list[KindShown] = []
        self._choose: str | None = None
        self._written: QWidget = self
        built_in = _T("OwnKinds", ", ", "between words of a list").join(kind_words().values())
        self.say_lead(_T("OwnKinds", "Kinds of your own, beside those every shop has: {kinds}.").format(kinds=built_in))
        self.add_sides(self._left(), self._right(), (5, 6))
        self.add_verb("kindsClose", _T("OwnKinds", "Close"), self.accept)
        self._ask()
        self.new_name.setFocus()

    def kind(self) -> KindShown | None:
        """Return the chosen kind."""
        row = self.list.current_row()
        return self._kinds[row] if 0 <= row < len(self._kinds) else None

    # parts

    def _left(self) -> QVBoxLayout:
        headings = [_T("OwnKinds", "Name"), _T("OwnKinds", "In use")]
        self.list = RowList(self.theme, "kindsList", _T("OwnKinds", "Kinds"), headings, stretch=0, rows=6)
        self.list.say_when_empty(_T("OwnKinds", "None of your own yet: name one below."))
        self.list.currentItemChanged.connect(self._show_kind)
        self.new_name = named(QLineEdit(), "kindsNew", _T("OwnKinds", "Name of a new kind"))
        self.new_name.setPlaceholderText(_T("OwnKinds", "Such as: delivery, fitting, tasting"))
        self.new_name.returnPressed.connect(self._add)
        line = QHBoxLayout()
        line.addWidget(self.new_name, 1)
        line.addWidget(make_button("kindsAdd", _T("OwnKinds", "Add"), self._add))
        column = QVBoxLayout()
        column.addWidget(self.list, 1)
        column.addLayout(line)
        return column

    def _right(self) -> QVBoxLayout:
        self._form = FormGrid("kindForm")
        self.name = named(QLineEdit(), "kindName")
        self.name.editingFinished.connect(self._rename)
        self.colours = ColourRow(self.theme, "kindColour", _T("OwnKinds", "Colour"))
        self.colours.chosen.connect(self._recolour)
        self.icons = IconRow(self.theme, "kindIcon", _T("OwnKinds", "Icon"), icon_words())
        self.icons.chosen.connect(self._change_icon)
        self.active = named(QCheckBox(_T("OwnKinds", "Offered for new follow-ups")), "kindActive")
        self.active.clicked.connect(self._set_active)
        self._form.add(_T("OwnKinds", "Name"), self.name)
        self._form.add(_T("OwnKinds", "Colour"), self.colours)
        self._form.add(_T("OwnKinds", "Icon"), self.icons)
        self._form.add("", self.active)
        column = QVBoxLayout()
        column.addWidget(self._form)
        column.addStretch(1)
        return column

    # what the user does

    def _add(self) -> None:
        name, place = self.new_name.text(), self._workplace
        if name.strip():
            colour = TAG_COLOURS[len(self._kinds) % len(TAG_COLOURS)]
            self._choose = " ".join(name.split())
            self._write(lambda: add_kind(place, name, colour, DEFAULT_ICON), self.new_name)

    def _rename(self) -> None:
        kind, name = self.kind(), self.name.text()
        if kind is not None and name.strip() != kind.name:
            own_id = kind.own_id or 0
            self._write(lambda: change_kind(self._workplace, own_id, name=name), self.name)

    def _recolour(self, colour: str) -> None:
        kind = self.kind()
        if kind is not None and colour != kind.colour:
            own_id = kind.own_id or 0
            self._write(lambda: change_kind(self._workplace, own_id, colour=colour), self.colours)

    def _change_icon(self, icon: str) -> None:
        kind = self.kind()
        if kind is not None and icon != kind.icon:
            own_id = kind.own_id or 0
            self._write(lambda: change_kind(self._workplace, own_id, icon=icon), self.icons)

    def _set_active(self, active: bool) -> None:
        kind = self.kind()
        if kind is not None:
            own_id = kind.own_id or 0
            self._write(lambda: change_kind(self._workplace, own_id, active=active), self.active)

    def _write(self, job: Callable[[], ChangeSet], field: QWidget) -> None:
        self.say_fault("")
        self._written = field
        self._frame.work.write(job, self._changed, self._refused)

    def _changed(self, _changes: ChangeSet) -> None:
        if self._written is self.new_name:
            self.new_name.clear()
        self._ask()

    def _refused(self, fault: Fault) -> None:
        said, field = problem_text(fault), self._written
        self._choose = None
        if said is None or field is self.new_name:
            self.say_fault(said or sentence_for(fault))
        else:
            self._form.set_problem(field, said)

    # what is shown

    def _ask(self) -> None:
        self._frame.work.read(lambda: kinds(self._workplace), self._show, group="kinds.rows")

    def _show(self, shown: list[KindShown]) -> None:
        chosen = self.kind()
        wanted = self._choose or (chosen.name if chosen else None)
        self._kinds = [one for one in shown if one.own_id is not None]
        if self._choose is None and chosen is not None:
            wanted = next((one.name for one in self._kinds if one.own_id == chosen.own_id), None)
        self._choose = None
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._kinds:
            state = _T("OwnKinds", "yes") if one.active else _T("OwnKinds", "put aside")
            item = self.list.add_row([one.name, state], faint=not one.active)
            item.setIcon(0, self.theme.tinted_icon(one.icon, chip_colours(one.colour, self.theme.tokens)[1]))
        names = [one.name for one in self._kinds]
        self.list.choose_row(names.index(wanted) if wanted in names else 0)
        self.list.blockSignals(False)
        self._show_kind()

    def _show_kind(self, *_items: object) -> None:
        kind = self.kind()
        self._form.setEnabled(kind is not None)
        for field in (self.name, self.colours, self.icons, self.active):
            self._form.set_problem(field, "")
        self.name.setText(kind.name if kind else "")
        if kind is not None:
            self.colours.choose(kind.colour)
            self.icons.choose(kind.icon)
        self.active.setChecked(kind is not None and kind.active)


def icon_words() -> dict[str, str]:
    """Return the icons a kind can have, with what each shows."""
    return {
        "tag": _T("KindIcons", "Tag"),
        "phone": _T("KindIcons", "Telephone"),
        "message-circle": _T("KindIcons", "Speech bubble"),
        "mail": _T("KindIcons", "Letter"),
        "map-pin": _T("KindIcons", "Pin on a map"),
        "house": _T("KindIcons", "House"),
        "store": _T("KindIcons", "Shop"),
        "users": _T("KindIcons", "People"),
        "handshake": _T("KindIcons", "Handshake"),
        "hand-coins": _T("KindIcons", "Hand with coins"),
        "wrench": _T("KindIcons", "Wrench"),
        "calendar-check": _T("KindIcons", "Calendar"),
        "clock": _T("KindIcons", "Clock"),
        "bell": _T("KindIcons", "Bell"),
        "flag": _T("KindIcons", "Flag"),
        "star": _T("KindIcons", "Star"),
        "cake": _T("KindIcons", "Cake"),
        "party-popper": _T("KindIcons", "Feast"),
        "image": _T("KindIcons", "Picture"),
        "printer": _T("KindIcons", "Printer"),
        "notebook-pen": _T("KindIcons", "Notebook"),
        "repeat": _T("KindIcons", "Again"),
        "key-round": _T("KindIcons", "Key"),
        "sun": _T("KindIcons", "Sun"),
    }


def show_own_kinds(parent: QWidget, frame: Frame, workplace: Workplace) -> OwnKindsDialog:
    """Open the shop's own kinds of follow-up."""
    dialog = OwnKindsDialog(parent, frame, workplace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
