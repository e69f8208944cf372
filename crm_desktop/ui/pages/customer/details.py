"""The details of a customer in sections: how to reach her, tags, days, plain fields and what else there is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.privacy_hints import record_hints
from crm_desktop.ui.pages.customer.basics_form import BASICS, ChoiceFields, TextFields
from crm_desktop.ui.pages.customer.consent_part import ConsentPart
from crm_desktop.ui.pages.customer.contacts_part import ContactsPart
from crm_desktop.ui.pages.customer.custom_part import CustomPart
from crm_desktop.ui.pages.customer.dates_part import DatesPart
from crm_desktop.ui.pages.customer.files_part import FilesPart
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.people_part import PeoplePart
from crm_desktop.ui.pages.customer.tags_part import TagsPart
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.inline_field import InlineField
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label


class Section(QWidget):
    """A heading and what stands under it."""

    def __init__(self, heading: str, name: str, *widgets: QWidget) -> None:
        super().__init__()
        named(self, f"section.{name}", heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(named(QLabel(heading), f"section.{name}.heading", role="heading"))
        for widget in widgets:
            column.addWidget(widget)


class BasicsForm(FormGrid):
    """Company, job, gender, who looks after the customer, card, status, source, note."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__("basics")
        self.texts = TextFields(model, self, BASICS[:2]).fields
        self.choices = ChoiceFields(model, self)
        self.texts |= TextFields(model, self, BASICS[2:]).fields


class PrivacyHints(QWidget):
    """What does not belong into the notes of this record, and whose guardian has to agree; most records have none."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self._model = model
        self.label = wrapped_label("record.hints", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        self.hide()
        model.changed.connect(self._show)

    def _show(self) -> None:
        record = self._model.record
        today = self._model.workplace.now().date()
        hints = record_hints(record.customer, today) if record else []
        self.label.setText("\n".join(hints))
        self.setVisible(bool(hints))


class DetailParts:
    """The parts both the pane and the full page are made of."""

    def __init__(self, model: RecordModel) -> None:
        self.contacts = ContactsPart(model)
        self.tags = TagsPart(model)
        self.dates = DatesPart(model)
        self.basics = BasicsForm(model)
        self.hints = PrivacyHints(model)
        self.people = PeoplePart(model)
        self.custom = CustomPart(model)
        self.consent = ConsentPart(model)
        self.files = FilesPart(model)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return every part."""
        return (
            self.contacts,
            self.tags,
            self.dates,
            self.basics,
            self.hints,
            self.people,
            self.custom,
            self.consent,
            self.files,
        )

    def sections(self) -> dict[str, Section]:
        """Return the sections by name, in their usual order."""
        return {
            "contacts": Section(_T("Details", "How to reach"), "contacts", self.contacts),
            "tags": Section(_T("Field", "Tags"), "tags", self.tags),
            "basics": Section(_T("Details", "About"), "basics", self.basics, self.hints),
            "custom": Section(_T("Fields", "Own fields"), "custom", self.custom),
            "dates": Section(_T("Details", "Important days"), "dates", self.dates),
            "people": Section(_T("Details", "People"), "people", self.people),
            "consent": Section(_T("Details", "May we …"), "consent", self.consent),
        }


def drafts(root: QWidget) -> dict[str, str]:
    """Return what is being typed in the inline fields below a widget, by name."""
    fields = root.findChildren(InlineField)
    return {field.objectName(): draft for field in fields if (draft := field.draft()) is not None}


def restore_drafts(root: QWidget, kept: dict[str, str]) -> None:
    """Open the inline fields again with what was being typed."""
    for field in root.findChildren(InlineField):
        draft = kept.get(field.objectName())
        if draft is not None:
            field.begin(draft)
