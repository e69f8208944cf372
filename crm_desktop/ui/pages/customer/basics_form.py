"""The plain fields of a customer as inline editors, and the choices among a few values."""

from __future__ import annotations

from collections.abc import Sequence

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Status
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services import words
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.describe_events import field_labels
from crm_desktop.services.read_record import Record
from crm_desktop.ui.pages.customer.bindings import ChoiceField, bind_text
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.takes_scans import takes_scans
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.inline_field import InlineField

BASICS = ("company", "job_title", "card_number", "file_number", "source", "note")
MULTILINE = frozenset({"note"})
NUMBERS = frozenset({"card_number", "file_number"})


class TextFields:
    """Inline editors for columns of the customer, put into a form."""

    def __init__(self, model: RecordModel, form: FormGrid, keys: Sequence[str]) -> None:
        self._model = model
        self._form = form
        self.fields = {key: self._make(key) for key in keys}

    def _make(self, key: str) -> InlineField:
        label, place = field_labels()[key], self._model.workplace
        placeholder = _T("Details", "Add")
        field = InlineField(
            self._model.frame.theme, f"record.{key}", label, multiline=key in MULTILINE, placeholder=placeholder
        )
        if key in NUMBERS:
            takes_scans(field.editor)

        def read(record: Record) -> str:
            return str(getattr(record.customer, key) or "")

        def write(customer_id: int, text: str) -> ChangeSet:
            return change_customer(place, customer_id, {key: text})

        bind_text(self._model, field, read, write)
        self._form.add(label, field)
        return field


class ChoiceFields:
    """Gender, who looks after the customer, and the state of the card with its reason."""

    def __init__(self, model: RecordModel, form: FormGrid) -> None:
        self._model = model
        self._form = form
        labels = field_labels()
        nobody = _T("Details", "Nobody")
        self.gender = ChoiceField("record.gender", labels["gender"], _T("Details", "Not said"))
        self.gender.set_choices({None: "", **{key.value: word for key, word in words.gender_words().items()}})
        self.owner = ChoiceField("record.owner", labels["owner"], nobody)
        self.status = ChoiceField("record.status", labels["status"], "")
        self.status.set_choices({key.value: word for key, word in words.status_words().items()})
        self.gender.chosen.connect(lambda key: self._save("gender", key))
        self.owner.chosen.connect(lambda key: self._save("owner_id", key))
        self.status.chosen.connect(self._choose_status)
        form.add(labels["gender"], self.gender)
        form.add(labels["owner"], self.owner)
        form.add(labels["status"], self.status)
        self.reason = TextFields(model, form, ["status_reason"]).fields["status_reason"]
        model.changed.connect(self._show)

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        customer = record.customer
        self.owner.set_choices(
            {None: "", **{p.id: p.name for p in record.people if p.active or p.id == customer.owner_id}}
        )
        self.owner.set_key(customer.owner_id)
        self.gender.set_key(customer.gender.value if customer.gender else None)
        self.status.set_key(customer.status.value)
        self._form.set_shown(self.reason, customer.status is not Status.ACTIVE or bool(customer.status_reason))

    def _save(self, column: str, value: object) -> None:
        place = self._model.workplace
        self._model.save(lambda customer_id: change_customer(place, customer_id, {column: value}))

    def _choose_status(self, value: str) -> None:
        place = self._model.workplace
        values: dict[str, object] = {"status": value}
        if value == Status.ACTIVE.value:
            values["status_reason"] = None
        self._model.save(lambda customer_id: change_customer(place, customer_id, values))
        self._form.set_shown(self.reason, value != Status.ACTIVE.value)
        if value != Status.ACTIVE.value:
            self.reason.begin()
