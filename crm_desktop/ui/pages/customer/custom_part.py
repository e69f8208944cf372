"""The shop's own fields of a customer, each with the editor its type asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services import words
from crm_desktop.services.read_record import Record
from crm_desktop.services.set_custom_value import set_custom_value
from crm_desktop.ui.pages.customer.bindings import ChoiceField, bind_text
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.inline_field import InlineField
from crm_desktop.ui.widgets.named import named

SEPARATOR = "; "


def value_of(record: Record, field_id: int) -> str:
    """Return a customer's value of a field as it is kept, "" for none."""
    return next((value.text for value in record.customer.custom_values if value.field_id == field_id), "")


class CustomPart(QWidget):
    """One row per field in use; a link leads to the definitions (the verb "fields")."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("custom")
        self._model = model
        self._fields: tuple[CustomField, ...] = ()
        self._form: FormGrid | None = None
        self._nothing = named(
            QLabel(_T("Fields", "Keep what your shop needs to know: a shoe size, a car, a contract …"), wordWrap=True),
            "custom.nothing",
            role="muted",
        )
        self._place = QVBoxLayout()
        self._link = named(QPushButton(_T("Fields", "Set up own fields")), "custom.manage", kind="link")
        self._link.setAutoDefault(False)
        self._link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._link.clicked.connect(lambda: model.frame.verbs.run("fields"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._nothing)
        column.addLayout(self._place)
        column.addWidget(self._link)
        model.changed.connect(self._show)

    def _show(self) -> None:
        record = self._model.record
        self._link.setVisible(self._model.frame.verbs.is_known("fields"))
        if record is None or record.fields == self._fields:
            return
        self._fields = record.fields
        if self._form is not None:
            self._place.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._nothing.setVisible(not self._fields)
        self._form = FormGrid("custom.form")
        for field in self._fields:
            self._form.add(field.name + (" *" if field.required else ""), self._editor(field))
        self._place.addWidget(self._form)

    def _editor(self, field: CustomField) -> QWidget:
        if field.type in (FieldType.CHOICE, FieldType.YES_NO):
            return _OneChoice(self._model, field)
        if field.type is FieldType.CHOICES:
            return _SeveralChoices(self._model, field)
        text = _text_editor(self._model, field)
        return _WithLink(self._model, field, text) if field.type is FieldType.LINK else text


def _text_editor(model: RecordModel, field: CustomField) -> InlineField:
    editor = InlineField(
        model.frame.theme,
        f"custom.{field.id}",
        field.name,
        multiline=field.type is FieldType.LONG_TEXT,
        placeholder=_T("Details", "Add"),
    )
    place = model.workplace

    def write(customer_id: int, text: str) -> ChangeSet:
        return set_custom_value(place, customer_id, {field.id: text})

    bind_text(model, editor, lambda record: value_of(record, field.id), write)
    return editor


class _OneChoice(ChoiceField):
    """One of several, or yes and no."""

    def __init__(self, model: RecordModel, field: CustomField) -> None:
        super().__init__(f"custom.{field.id}", field.name, _T("Details", "Not said"))
        self._model, self._field = model, field
        if field.type is FieldType.YES_NO:
            choices = {"yes": words.yes_no(True), "no": words.yes_no(False)}
        else:
            choices = {choice: choice for choice in field.choices}
        self.set_choices({**({} if field.required else {"": ""}), **choices})
        self.chosen.connect(self._save)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        if self._model.record is not None:
            self.set_key(value_of(self._model.record, self._field.id))

    def _save(self, value: str) -> None:
        place, field_id = self._model.workplace, self._field.id
        self._model.save(lambda customer_id: set_custom_value(place, customer_id, {field_id: value}))


class _SeveralChoices(ChoiceField):
    """Any number of several; each click in the list saves."""

    def __init__(self, model: RecordModel, field: CustomField) -> None:
        super().__init__(f"custom.{field.id}", field.name, _T("Details", "Not said"))
        self._model, self._field = model, field
        for choice in field.choices:
            action = QAction(choice, self.menu(), checkable=True)
            action.setObjectName(f"custom.{field.id}.{choice}")
            action.triggered.connect(self._save)
            self.menu().addAction(action)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        if self._model.record is None:
            return
        value = value_of(self._model.record, self._field.id)
        chosen = value.split(SEPARATOR)
        for action in self.menu().actions():
            action.setChecked(action.text() in chosen)
        self.setText(value or _T("Details", "Not said"))
        self.setAccessibleName(f"{self._field.name}: {self.text()}")

    def _save(self) -> None:
        chosen = SEPARATOR.join(action.text() for action in self.menu().actions() if action.isChecked())
        place, field_id = self._model.workplace, self._field.id
        self._model.save(lambda customer_id: set_custom_value(place, customer_id, {field_id: chosen}))


class _WithLink(QWidget):
    """A web link, and a button that opens it in the browser."""

    def __init__(self, model: RecordModel, field: CustomField, editor: InlineField) -> None:
        super().__init__()
        self.setObjectName(f"custom.{field.id}.row")
        self._editor = editor
        self._button = IconButton(
            model.frame.theme, f"custom.{field.id}.open", "upload", _T("Fields", "Open in the browser")
        )
        self._button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(editor, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(editor)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._button.setVisible(web_address(self._editor.value()) is not None)

    def _open(self) -> None:
        address = web_address(self._editor.value())
        if address is not None:
            QDesktopServices.openUrl(address)


def web_address(text: str) -> QUrl | None:
    """Return the address a text is, None for anything but http and https."""
    if not text or " " in text or "." not in text:
        return None
    url = QUrl(text if "://" in text else f"https://{text}")
    return url if url.isValid() and url.scheme() in ("http", "https") and url.host() else None
