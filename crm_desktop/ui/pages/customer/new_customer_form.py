"""The inputs for a new customer: what is asked first, what is asked for on request, and what the shop wants to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.services import words
from crm_desktop.services.describe_events import field_labels
from crm_desktop.services.read_customers import Lookups
from crm_desktop.ui.pages.customer.bindings import ChoiceField
from crm_desktop.ui.pages.customer.new_customer_draft import Typed
from crm_desktop.ui.takes_scans import takes_scans
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

FIRST = ("name", "phone", "tags")
MORE = ("wechat", "email", "birthday", "company", "job_title", "source", "card_number", "likes", "allergies", "note")
TELLING = ("name", "phone", "wechat", "email", "birthday", "card_number")
"""What tells one customer from another: who looks alike is asked again when it changes."""
_CALLED = {"date": "birthday", "tag": "tags"}
"""Where a fault's field goes by another name here."""


class OwnFields(FormGrid):
    """The shop's own fields that a new customer cannot do without, or that tell her from others."""

    def __init__(self) -> None:
        super().__init__("new.custom")
        self._asked: dict[int, tuple[CustomField, QLineEdit]] = {}
        self._kept: dict[int, str] = {}
        self.hide()

    def ask(self, fields: Sequence[CustomField]) -> None:
        """Ask for those of these fields that are required or unique, and no longer for others."""
        wanted = {field.id: field for field in fields if field.required or field.unique}
        for field_id, field in wanted.items():
            if field_id not in self._asked:
                self._add(field)
        for field_id, (_, edit) in self._asked.items():
            self.set_shown(edit, field_id in wanted)
        self.setVisible(bool(wanted))

    def values(self) -> dict[int, str]:
        """Return what is typed, by field."""
        return {field_id: edit.text() for field_id, (_, edit) in self._asked.items() if not edit.isHidden()}

    def keep(self, values: Mapping[int, str]) -> None:
        """Take values back; those whose field is not there yet wait for it."""
        self._kept = dict(values)
        for field_id, (_, edit) in self._asked.items():
            edit.setText(self._kept.get(field_id, edit.text()))

    def clear(self) -> None:
        """Empty every field, or set it to what it begins as."""
        for field, edit in self._asked.values():
            edit.setText(field.default or "")
            self.set_problem(edit, "")

    def refuse(self, name: str, sentence: str) -> bool:
        """Say what is wrong with the field of this name; False where it is not here."""
        for field, edit in self._asked.values():
            if field.name == name:
                self.set_problem(edit, sentence)
                edit.setFocus()
                return True
        return False

    def clear_problems(self) -> None:
        """Say nothing any more."""
        for _, edit in self._asked.values():
            self.set_problem(edit, "")

    def _add(self, field: CustomField) -> None:
        edit = named(QLineEdit(), f"new.custom.{field.id}", field.name)
        edit.setText(self._kept.get(field.id) or field.default or "")
        choices = [words.yes_no(True), words.yes_no(False)] if field.type is FieldType.YES_NO else list(field.choices)
        edit.setPlaceholderText(" / ".join(choices))
        if choices:
            completer = QCompleter(choices, edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            edit.setCompleter(completer)
        self._asked[field.id] = (field, edit)
        self.add(field.name + (" *" if field.required else ""), edit)


class NewCustomerForm(CardPanel):
    """All inputs; `alike_asked` follows those that tell one customer from another."""

    alike_asked = Signal()

    def __init__(self) -> None:
        super().__init__("", "new.card")
        self._form = FormGrid("new.form")
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        labels = field_labels()
        self.gender = ChoiceField("new.gender", labels["gender"], _T("Details", "Not said"))
        self.gender.set_choices({None: "", **{key.value: word for key, word in words.gender_words().items()}})
        self.gender.chosen.connect(self._ask_alike)
        self.owner = ChoiceField("new.owner", labels["owner"], _T("Details", "Nobody"))
        self.more = named(QPushButton(_T("New", "More fields")), "new.more", kind="link")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda: self.show_more(shown=True))
        self.own = OwnFields()
        for key in FIRST:
            self._add_field(key)
        self._form.add_wide(self.more)
        for key in MORE:
            self._add_field(key)
        self._form.add(labels["gender"], self.gender)
        self._form.add(labels["owner"], self.owner)
        self.show_more(shown=False)
        self.body.addWidget(self._form)
        self.body.addWidget(self.own)

    def take_lookups(self, lookups: Lookups) -> None:
        """Offer the people of the shop, and ask for its own fields."""
        self.owner.set_choices({None: "", **{person.id: person.name for person in lookups.people if person.active}})
        self.own.ask(lookups.fields)

    def typed(self) -> Typed:
        """Return what is typed."""
        return Typed(
            {key: self.text(key) for key in self.fields},
            self.gender.key if isinstance(self.gender.key, str) else None,
            self.owner.key if isinstance(self.owner.key, int) else None,
            self.own.values(),
        )

    def keep(self, typed: Typed) -> None:
        """Take back what was typed."""
        for key in self.fields:
            self.set_text(key, typed.texts.get(key, ""))
        self.show_more(shown=any(typed.texts.get(key) for key in MORE))
        self.gender.set_key(typed.gender)
        self.owner.set_key(typed.owner_id)
        self.own.keep(typed.custom)

    def clear(self) -> None:
        """Empty everything; whether more is shown stays."""
        for key in self.fields:
            self.set_text(key, "")
        self.gender.set_key(None)
        self.owner.set_key(None)
        self.own.clear()
        self.clear_problems()

    def text(self, key: str) -> str:
        """Return what is typed into a field."""
        field = self.fields[key]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def set_text(self, key: str, text: str) -> None:
        """Put a text into a field."""
        field = self.fields[key]
        if isinstance(field, QLineEdit):
            field.setText(text)
        else:
            field.setPlainText(text)

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside its field what is wrong with a value."""
        if self.own.refuse(name, sentence):
            return
        key = _CALLED.get(name, name)
        field: QWidget = self.fields.get(key, self.fields["name"])
        if key in MORE:
            self.show_more(shown=True)
        self._form.set_problem(field, sentence)
        field.setFocus()

    def clear_problems(self) -> None:
        """Say nothing any more."""
        shown = self.more.isHidden()
        for field in self.fields.values():
            self._form.set_problem(field, "")
        self.own.clear_problems()
        self.show_more(shown=shown, focus=False)

    def show_more(self, *, shown: bool, focus: bool = True) -> None:
        """Show or hide what is not asked first."""
        self.more.setVisible(not shown)
        for field in (*(self.fields[key] for key in MORE), self.gender, self.owner):
            self._form.set_shown(field, shown)
        if shown and focus and self.isVisible():
            self.fields[MORE[0]].setFocus()

    def _ask_alike(self) -> None:
        self.alike_asked.emit()

    def _add_field(self, key: str) -> None:
        label = field_labels()[key]
        field: QLineEdit | QPlainTextEdit = QPlainTextEdit() if key == "note" else QLineEdit()
        named(field, f"new.{key}", label)
        if key == "card_number":
            takes_scans(field)
        field.setPlaceholderText(_hints().get(key, ""))
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.setFixedHeight(round(field.fontMetrics().lineSpacing() * 3.4 + 16))
        elif key in TELLING:
            field.textChanged.connect(self._ask_alike)
        self.fields[key] = field
        self._form.add(label + (" *" if key == "name" else ""), field)


def _hints() -> dict[str, str]:
    return {
        "name": _T("New", "A name is enough"),
        "phone": _T("New", "Several with commas between"),
        "tags": _T("New", "Several with commas between"),
        "birthday": "1990-05-12",
    }
