"""What a field of the shop is made of, as a form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.services.define_fields import FieldDraft
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

_WITH_CHOICES = frozenset({FieldType.CHOICE, FieldType.CHOICES})


class FieldForm(QWidget):
    """Emits `changed` with every key; `draft` is what stands there."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("fieldForm")
        self._shown = FieldDraft("")
        self.name = named(QLineEdit(), "fieldName")
        self.type = named(QComboBox(), "fieldType")
        for type_, word in type_words().items():
            self.type.addItem(word, type_.value)
        self.choices = named(QPlainTextEdit(), "fieldChoices")
        self.choices.setPlaceholderText(_T("Fields", "One on each line"))
        self.choices.setTabChangesFocus(True)
        self.choices.setFixedHeight(theme.row_height() * 3)
        self.default = named(QLineEdit(), "fieldDefault")
        self.required = named(QCheckBox(_T("Fields", "Must be filled in")), "fieldRequired")
        self.unique = named(QCheckBox(_T("Fields", "No two customers alike")), "fieldUnique")
        self._form = FormGrid("fieldGrid")
        self._form.add(_T("Fields", "Name"), self.name)
        self._form.add(_T("Fields", "Type"), self.type)
        self._form.add(_T("Fields", "Choices"), self.choices)
        self._form.add(_T("Fields", "Default value"), self.default)
        self._form.add("", self.required)
        self._form.add("", self.unique)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        self._listen()

    def show_field(self, field: CustomField | None) -> None:
        """Show a field; None: an empty form for a new one."""
        self._shown = _draft_of(field) if field else FieldDraft("")
        draft = self._shown
        self.blockSignals(True)
        self.name.setText(draft.name)
        self.type.setCurrentIndex(self.type.findData(draft.type.value))
        self.choices.setPlainText("\n".join(draft.choices))
        self.default.setText(draft.default)
        self.required.setChecked(draft.required)
        self.unique.setChecked(draft.unique)
        self.blockSignals(False)
        self.clear_problems()
        self._show_choices()

    def draft(self) -> FieldDraft:
        """Return what stands in the form."""
        lines = self.choices.toPlainText().splitlines() if self._has_choices() else []
        return FieldDraft(
            self.name.text(),
            FieldType(self.type.currentData()),
            self.required.isChecked(),
            self.unique.isChecked(),
            self.default.text(),
            tuple(line.strip() for line in lines if line.strip()),
        )

    def is_changed(self) -> bool:
        """Say whether there is anything to save."""
        return self.draft() != self._shown and bool(self.name.text().strip())

    def set_problem(self, field: str, sentence: str) -> bool:
        """Say beside a part what is wrong with it; False for a part that is not here."""
        part = self._parts().get(field)
        if part is not None:
            self._form.set_problem(part, sentence)
            part.setFocus()
        return part is not None

    def clear_problems(self) -> None:
        """Take the problems away."""
        for part in self._parts().values():
            self._form.set_problem(part, "")

    def _parts(self) -> dict[str, QWidget]:
        parts = {"name": self.name, "type": self.type, "choices": self.choices, "default": self.default}
        return {**parts, "required": self.required, "unique": self.unique}

    def _listen(self) -> None:
        for signal in (
            self.name.textChanged,
            self.type.currentIndexChanged,
            self.choices.textChanged,
            self.default.textChanged,
            self.required.toggled,
            self.unique.toggled,
        ):
            signal.connect(self._tell)

    def _tell(self) -> None:
        self._show_choices()
        self.changed.emit()

    def _has_choices(self) -> bool:
        return FieldType(self.type.currentData()) in _WITH_CHOICES

    def _show_choices(self) -> None:
        self._form.set_shown(self.choices, self._has_choices())


def type_words() -> dict[FieldType, str]:
    """Return what the types of fields are called."""
    return {
        FieldType.TEXT: _T("FieldType", "Text"),
        FieldType.LONG_TEXT: _T("FieldType", "Long text"),
        FieldType.NUMBER: _T("FieldType", "Number"),
        FieldType.MONEY: _T("FieldType", "Money"),
        FieldType.PERCENT: _T("FieldType", "Percent"),
        FieldType.DATE: _T("FieldType", "Date"),
        FieldType.YES_NO: _T("FieldType", "Yes or no"),
        FieldType.CHOICE: _T("FieldType", "One of several"),
        FieldType.CHOICES: _T("FieldType", "Any of several"),
        FieldType.PHONE: _T("FieldType", "Phone number"),
        FieldType.EMAIL: _T("FieldType", "E-mail address"),
        FieldType.LINK: _T("FieldType", "Link"),
    }


def _draft_of(field: CustomField) -> FieldDraft:
    return FieldDraft(field.name, field.type, field.required, field.unique, field.default or "", field.choices)
