"""The shop's own fields: their order at the left, the chosen one at the right; saved with its verb, usable at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.define_fields import add_field, all_fields, change_field, move_fields, set_field_active
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.field_form import FieldForm, type_words
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.row_list import RowList


class FieldsDialog(Sheet):
    """Adds, changes, orders fields and puts them aside; their values are kept either way."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "fieldsDialog", _T("Fields", "Fields of your own"), ems=78)
        self._frame = frame
        self._workplace = workplace
        self._fields: list[CustomField] = []
        self._choose: str | None = None
        self.say_lead(_T("Fields", "What your shop wants to know about its customers beyond what the program asks."))
        self.add_sides(self._left(), self._right(), (5, 6))
        self.add_verb("fieldsClose", _T("Fields", "Close"), self.accept)
        self._ask()

    def field(self) -> CustomField | None:
        """Return the chosen field; None while a new one is being made."""
        row = self.list.current_row()
        return self._fields[row] if 0 <= row < len(self._fields) else None

    # parts

    def _left(self) -> QVBoxLayout:
        headings = [_T("Fields", "Name"), _T("Fields", "Type")]
        self.list = RowList(self.theme, "fieldsList", _T("Fields", "Fields"), headings, stretch=0, rows=8)
        self.list.currentItemChanged.connect(self._show_field)
        self._up = make_button("fieldUp", _T("Fields", "Up"), lambda: self._move(-1))
        self._down = make_button("fieldDown", _T("Fields", "Down"), lambda: self._move(1))
        for key, button, step in (("Alt+Up", self._up, -1), ("Alt+Down", self._down, 1)):
            button.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(QKeySequence(key), self.list, lambda step=step: self._move(step))
        line = QHBoxLayout()
        line.addWidget(make_button("fieldNew", _T("Fields", "New field"), self.begin_new), 1)
        line.addWidget(self._up)
        line.addWidget(self._down)
        column = QVBoxLayout()
        column.addWidget(self.list, 1)
        column.addLayout(line)
        return column

    def _right(self) -> QVBoxLayout:
        self.form = FieldForm(self.theme)
        self.form.changed.connect(self._enable)
        self._save = make_button("fieldSave", _T("Fields", "Save"), self.save, "primary")
        self._aside = make_button("fieldAside", _T("Fields", "Put aside"), self._toggle)
        line = QHBoxLayout()
        line.addWidget(self._save)
        line.addWidget(self._aside)
        line.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(self.form)
        column.addLayout(line)
        column.addStretch(1)
        return column

    # what the user does

    def begin_new(self) -> None:
        """Empty the form for a new field."""
        self.list.setCurrentItem(None)  # type: ignore[call-overload]
        self._show_field()
        self.form.name.setFocus()

    def save(self) -> None:
        """Keep what stands in the form."""
        field, draft = self.field(), self.form.draft()
        self._choose = draft.name.strip()
        if field is None:
            self._write(lambda: add_field(self._workplace, draft))
        else:
            self._write(lambda: change_field(self._workplace, field.id, draft))

    def _toggle(self) -> None:
        field = self.field()
        if field is not None:
            self._write(lambda: set_field_active(self._workplace, field.id, not field.active))

    def _move(self, step: int) -> None:
        row = self.list.current_row()
        if row < 0 or not 0 <= row + step < len(self._fields):
            return
        ids = [field.id for field in self._fields]
        ids[row], ids[row + step] = ids[row + step], ids[row]
        self._choose = self._fields[row].name
        self._write(lambda: move_fields(self._workplace, ids))

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.say_fault("")
        self.form.clear_problems()
        self._frame.work.write(job, self._changed, self._refused)

    def _changed(self, _changes: ChangeSet) -> None:
        self._ask()

    def _refused(self, fault: Fault) -> None:
        said = problem_text(fault)
        if said is None or not self.form.set_problem(str(fault.values.get("field")), said):
            self.say_fault(said or sentence_for(fault))

    # what is shown

    def _ask(self) -> None:
        self._frame.work.read(lambda: all_fields(self._workplace), self._show, group="fields.rows")

    def _show(self, fields: list[CustomField]) -> None:
        row, self._fields = self.list.current_row(), fields
        words = type_words()
        self.list.blockSignals(True)
        self.list.clear()
        for field in fields:
            name = field.name if field.active else _T("Fields", "{name} (put aside)").format(name=field.name)
            self.list.add_row([name, words[field.type]], faint=not field.active)
        names = [field.name for field in fields]
        if self._choose in names:
            row = names.index(self._choose)
        self._choose = None
        self.list.choose_row(max(row, 0))
        self.list.blockSignals(False)
        self._show_field()

    def _show_field(self, *_items: object) -> None:
        self.form.show_field(self.field())
        self._enable()

    def _enable(self) -> None:
        field, row = self.field(), self.list.current_row()
        self._save.setText(_T("Fields", "Save") if field is not None else _T("Fields", "Add field"))
        self._save.setEnabled(self.form.is_changed())
        self._aside.setVisible(field is not None)
        if field is not None:
            self._aside.setText(_T("Fields", "Put aside") if field.active else _T("Fields", "Use again"))
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < len(self._fields) - 1)


def show_fields(parent: QWidget, frame: Frame, workplace: Workplace) -> FieldsDialog:
    """Open the shop's own fields."""
    dialog = FieldsDialog(parent, frame, workplace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
