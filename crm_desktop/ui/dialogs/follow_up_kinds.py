"""The shop's own kinds of follow-ups: names, colours, icons, and which are put aside. Every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.follow_up_kinds import KindShown, add_kind, change_kind, kinds
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.colour_row import ColourRow
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList


def icon_words() -> dict[str, str]:
    """Return the icons to choose from, by name, and what they show."""
    return {
        "circle-dot": _T("Kinds", "Dot"),
        "star": _T("Kinds", "Star"),
        "cake": _T("Kinds", "Cake"),
        "mail": _T("Kinds", "Letter"),
        "store": _T("Kinds", "Shop"),
        "house": _T("Kinds", "House"),
        "image": _T("Kinds", "Picture"),
        "tag": _T("Kinds", "Tag"),
        "handshake": _T("Kinds", "Handshake"),
        "flag": _T("Kinds", "Flag"),
        "bell": _T("Kinds", "Bell"),
        "clock": _T("Kinds", "Clock"),
    }


class IconRow(QWidget):
    """Emits `chosen` with the name of the icon that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        flow = FlowLayout(self, gap=2)
        for icon, word in icon_words().items():
            button = named(QToolButton(), f"{name}.{icon}", word)
            button.setToolTip(word)
            button.setCheckable(True)
            button.setIcon(theme.icon(icon))
            button.setIconSize(QSize(theme.icon_side(), theme.icon_side()))
            button.clicked.connect(lambda _on, icon=icon: self.chosen.emit(icon))
            group.addButton(button)
            flow.addWidget(button)
            self._buttons[icon] = button

    def choose(self, icon: str) -> None:
        """Show an icon as the one in use, silently."""
        if icon in self._buttons:
            self._buttons[icon].setChecked(True)


class KindsDialog(Sheet):
    """A list at the left, the chosen kind at the right; those every shop has are not listed."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "kindsDialog", _T("Kinds", "Kinds of follow-ups of your own"), ems=72)
        self._frame = frame
        self._workplace = workplace
        self._kinds: list[KindShown] = []
        self._choose: str | None = None
        self.say_lead(
            _T("Kinds", "Beside call, visit, message, service and payment; a kind put aside stays where it was used.")
        )
        self.add_sides(self._left(), self._right())
        self.add_verb("kindsClose", _T("Kinds", "Close"), self.accept)
        self._ask()
        self.new_name.setFocus()

    def kind(self) -> KindShown | None:
        """Return which is chosen."""
        row = self.list.current_row()
        return self._kinds[row] if 0 <= row < len(self._kinds) else None

    # parts

    def _left(self) -> QVBoxLayout:
        headings = [_T("Kinds", "Name"), _T("Kinds", "In use")]
        self.list = RowList(self.theme, "kindsList", _T("Kinds", "Kinds"), headings, stretch=0, rows=6)
        self.list.currentItemChanged.connect(self._show_kind)
        self.new_name = named(QLineEdit(), "kindsNew", _T("Kinds", "Name of a new kind"))
        self.new_name.setPlaceholderText(_T("Kinds", "Name of a new kind"))
        self.new_name.returnPressed.connect(self._add)
        line = QHBoxLayout()
        line.addWidget(self.new_name, 1)
        line.addWidget(make_button("kindsAdd", _T("Kinds", "Add"), self._add))
        column = QVBoxLayout()
        column.addWidget(self.list, 1)
        column.addLayout(line)
        return column

    def _right(self) -> QVBoxLayout:
        self._form = FormGrid("kindForm")
        self.name = named(QLineEdit(), "kindName")
        self.name.editingFinished.connect(self._rename)
        self.colours = ColourRow(self.theme, "kindColour", _T("Kinds", "Colour"))
        self.colours.chosen.connect(self._recolour)
        self.icons = IconRow(self.theme, "kindIcon", _T("Kinds", "Icon"))
        self.icons.chosen.connect(self._redraw)
        self.active = named(QCheckBox(_T("Kinds", "Can be chosen")), "kindActive")
        self.active.clicked.connect(self._set_active)
        self._form.add(_T("Kinds", "Name"), self.name)
        self._form.add(_T("Kinds", "Colour"), self.colours)
        self._form.add(_T("Kinds", "Icon"), self.icons)
        self._form.add("", self.active)
        column = QVBoxLayout()
        column.addWidget(self._form)
        column.addStretch(1)
        return column

    # what the user does

    def _add(self) -> None:
        name, place = self.new_name.text().strip(), self._workplace
        colour = TAG_COLOURS[len(self._kinds) % len(TAG_COLOURS)]
        if name:
            self._choose = name
            self._write(lambda: add_kind(place, name, colour))

    def _rename(self) -> None:
        kind, name = self.kind(), self.name.text().strip()
        if kind is not None and name != kind.name:
            self._change(kind, name=name)

    def _recolour(self, colour: str) -> None:
        if (kind := self.kind()) is not None:
            self._change(kind, colour=colour)

    def _redraw(self, icon: str) -> None:
        if (kind := self.kind()) is not None:
            self._change(kind, icon=icon)

    def _set_active(self, active: bool) -> None:
        if (kind := self.kind()) is not None:
            self._change(kind, active=active)

    def _change(
        self,
        kind: KindShown,
        *,
        name: str | None = None,
        colour: str | None = None,
        icon: str | None = None,
        active: bool | None = None,
    ) -> None:
        place, own_id = self._workplace, kind.own_id
        if own_id is not None:
            self._write(lambda: change_kind(place, own_id, name=name, colour=colour, icon=icon, active=active))

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.say_fault("")
        self._frame.work.write(job, self._changed, self._refused)

    def _changed(self, _changes: ChangeSet) -> None:
        if self._choose is not None:
            self.new_name.clear()
        self._ask()

    def _refused(self, fault: Fault) -> None:
        self._choose = None
        self.say_fault(problem_text(fault) or sentence_for(fault))
        self._show_kind()

    # what is shown

    def _ask(self) -> None:
        self._frame.work.read(lambda: kinds(self._workplace), self._show, group="kinds.rows")

    def _show(self, found: list[KindShown]) -> None:
        row, wanted = max(self.list.current_row(), 0), self._choose
        self._kinds = [kind for kind in found if kind.own_id is not None]
        self.list.blockSignals(True)
        self.list.clear()
        for kind in self._kinds:
            state = _T("Kinds", "yes") if kind.active else _T("Kinds", "put aside")
            item = self.list.add_row([kind.name, state], faint=not kind.active)
            item.setIcon(0, self.theme.tinted_icon(kind.icon, tint(kind.colour)))
        self.list.blockSignals(False)
        names = [kind.name for kind in self._kinds]
        self.list.choose_row(names.index(wanted) if wanted in names else row)
        self._choose = None
        self._show_kind()

    def _show_kind(self, *_items: object) -> None:
        kind = self.kind()
        self._form.setEnabled(kind is not None)
        self.name.setText(kind.name if kind else "")
        self.active.setChecked(kind is not None and kind.active)
        if kind is not None:
            self.colours.choose(kind.colour)
            self.icons.choose(kind.icon)


def show_kinds(parent: QWidget, frame: Frame, workplace: Workplace) -> KindsDialog:
    """Open the shop's own kinds of follow-ups."""
    dialog = KindsDialog(parent, frame, workplace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
