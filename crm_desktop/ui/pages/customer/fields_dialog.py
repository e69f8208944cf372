"""The shop's own fields: added, renamed, put in order, put aside; they show on every card at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services import words
from crm_desktop.services.define_fields import (
    FieldDraft,
    add_field,
    all_fields,
    change_field,
    move_fields,
    set_field_active,
)
from crm_desktop.services.problems import problem_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

_ID = Qt.ItemDataRole.UserRole
_WITH_CHOICES = (FieldType.CHOICE, FieldType.CHOICES)


class FieldsDialog(QDialog):
    """A list of fields at the left, the chosen one's parts at the right; stands beside the work, not in its way."""

    def __init__(self, frame: Frame, workplace: Workplace, parent: QWidget | None) -> None:
        super().__init__(parent)
        named(self, "fieldsDialog", _T("Fields", "Own fields"))
        self.setWindowTitle(_T("Fields", "Own fields"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._frame, self._place = frame, workplace
        self._fields: dict[int, CustomField] = {}
        self._wanted: str | None = None
        self.list = named(QListWidget(), "fields.list", _T("Fields", "Own fields"))
        self.list.currentItemChanged.connect(self._show_current)
        self.form = FormGrid("fields.form")
        self._make_editors()
        self._lay_out()
        self.resize(700, 480)
        self._reload()

    # building

    def _make_editors(self) -> None:
        self.name = named(QLineEdit(), "fields.name")
        self.type = named(QComboBox(), "fields.type")
        for type_, word in words.type_words().items():
            self.type.addItem(word, type_)
        self.type.currentIndexChanged.connect(self._fit)
        self.choices = named(QPlainTextEdit(), "fields.choices")
        self.choices.setPlaceholderText(_T("Fields", "One choice on each line"))
        self.choices.setTabChangesFocus(True)
        self.default = named(QLineEdit(), "fields.default")
        self.required = named(QCheckBox(_T("Fields", "Must be filled in")), "fields.required")
        self.unique = named(QCheckBox(_T("Fields", "No two customers may have the same")), "fields.unique")
        self.form.add(_T("Fields", "Name"), self.name)
        self.form.add(_T("Fields", "Kind"), self.type)
        self.form.add(_T("Fields", "Choices"), self.choices)
        self.form.add(_T("Fields", "Begins as"), self.default)
        self.form.add_wide(self.required)
        self.form.add_wide(self.unique)

    def _button(self, name: str, text: str, icon: str, run: object, kind: str = "") -> QPushButton:
        button = named(QPushButton(text), name, kind=kind)
        button.setAutoDefault(False)
        if icon:
            button.setIcon(self._frame.theme.icon(icon, "on_accent" if kind == "primary" else "text"))
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        self.new = self._button("fields.new", _T("Fields", "New field"), "plus", self._begin_new)
        self.up = self._button("fields.up", _T("Fields", "Up"), "chevron-up", lambda: self._move(-1))
        self.down = self._button("fields.down", _T("Fields", "Down"), "chevron-down", lambda: self._move(1))
        self.aside = self._button("fields.aside", _T("Fields", "Put aside"), "eye-off", self._toggle_aside)
        self.save = self._button("fields.save", _T("Fields", "Save"), "", self._save, "primary")
        self.save.setDefault(True)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        order = QHBoxLayout()
        for button in (self.new, self.up, self.down):
            order.addWidget(button)
        left.addLayout(order)
        right = QVBoxLayout()
        hint = _T("Fields", "Every customer gets this field at once. What is put aside keeps its values.")
        right.addWidget(named(QLabel(hint, wordWrap=True), "fields.hint", role="muted"))
        right.addWidget(self.form)
        right.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.aside)
        foot.addStretch(1)
        foot.addWidget(self.save)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 16)
        row.setSpacing(18)
        row.addLayout(left, 2)
        row.addLayout(right, 3)

    # showing

    def _reload(self) -> None:
        self._frame.work.read(lambda: all_fields(self._place), self._take, group="fields.dialog")

    def _take(self, fields: list[CustomField]) -> None:
        chosen = self._current_id()
        self._fields = {field.id: field for field in fields}
        self.list.blockSignals(True)
        self.list.clear()
        for field in fields:
            text = field.name if field.active else _T("Fields", "{field} (put aside)").format(field=field.name)
            item = QListWidgetItem(text)
            item.setData(_ID, field.id)
            self.list.addItem(item)
            if field.id == chosen or field.name == self._wanted:
                self.list.setCurrentItem(item)
        self._wanted = None
        self.list.blockSignals(False)
        if self.list.currentItem() is None and fields:
            self.list.setCurrentRow(0)
        self._show_current()

    def _current_id(self) -> int | None:
        item = self.list.currentItem()
        return None if item is None else int(item.data(_ID))

    def _show_current(self, *_: object) -> None:
        field = self._fields.get(self._current_id() or 0)
        self.name.setText(field.name if field else "")
        self.type.setCurrentIndex(list(FieldType).index(field.type) if field else 0)
        self.choices.setPlainText("\n".join(field.choices) if field else "")
        self.default.setText(field.default or "" if field else "")
        self.required.setChecked(field.required if field else False)
        self.unique.setChecked(field.unique if field else False)
        self.aside.setVisible(field is not None)
        if field is not None:
            self.aside.setText(_T("Fields", "Put aside") if field.active else _T("Fields", "Use again"))
        self._clear_problems()
        self._fit()

    def _fit(self) -> None:
        self.form.set_shown(self.choices, self.type.currentData() in _WITH_CHOICES)
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)

    # doing

    def _begin_new(self) -> None:
        self.list.setCurrentRow(-1)
        self._show_current()
        self.name.setFocus()

    def _draft(self) -> FieldDraft:
        return FieldDraft(
            self.name.text(),
            FieldType(self.type.currentData()),
            self.required.isChecked(),
            self.unique.isChecked(),
            self.default.text(),
            tuple(self.choices.toPlainText().splitlines()),
        )

    def _save(self) -> None:
        place, draft, field_id = self._place, self._draft(), self._current_id()
        self._clear_problems()
        self._wanted = " ".join(draft.name.split()) if field_id is None else None
        if field_id is None:
            self._frame.work.write(lambda: add_field(place, draft), self._done, self._refuse)
        else:
            self._frame.work.write(lambda: change_field(place, field_id, draft), self._done, self._refuse)

    def _toggle_aside(self) -> None:
        field, place = self._fields.get(self._current_id() or 0), self._place
        if field is not None:
            field_id, active = field.id, not field.active
            self._frame.work.write(lambda: set_field_active(place, field_id, active), self._done)

    def _move(self, by: int) -> None:
        ids, row, place = list(self._fields), self.list.currentRow(), self._place
        if 0 <= row + by < len(ids):
            ids.insert(row + by, ids.pop(row))
            self._frame.work.write(lambda: move_fields(place, ids), self._done)

    def _done(self, _changes: ChangeSet) -> None:
        self._reload()

    def _refuse(self, fault: Fault) -> None:
        sentence = problem_text(fault)
        editors: dict[str, QWidget] = {
            "type": self.type,
            "choices": self.choices,
            "default": self.default,
            "name": self.name,
        }
        if sentence is None:
            self._frame.notices.tell_fault(fault)
            return
        where = str(fault.values.get("field"))
        editor = editors.get(where) or (self.default if where == self.name.text() else self.name)
        self.form.set_problem(editor, sentence)
        editor.setFocus()

    def _clear_problems(self) -> None:
        for editor in (self.name, self.type, self.choices, self.default):
            self.form.set_problem(editor, "")
