"""Three figures about a customer, large, each with what it is below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.base.declared_settings import COMPLETENESS
from crm_desktop.base.text import _T
from crm_desktop.domain.completeness import missing_parts, parts_from_text, score
from crm_desktop.domain.customer import Customer
from crm_desktop.ui.moments import days_ago, month_of
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.named import named

MOST_CONTACTS = 500
"""A timeline is read up to here; beyond, the figure says "at least"."""


class Fact(QFrame):
    """One figure."""

    def __init__(self, model: RecordModel, name: str, caption: str) -> None:
        super().__init__()
        named(self, f"fact.{name}", panel="card")
        self._theme = model.frame.theme
        self._caption = caption
        self.value = named(ElidedLabel(), f"fact.{name}.value")
        self._dress()
        self._theme.changed.connect(self._dress)
        caption_label = named(ElidedLabel(caption), f"fact.{name}.caption", role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(1)
        column.addWidget(self.value)
        column.addWidget(caption_label)

    def show_value(self, text: str) -> None:
        """Show a value."""
        self.value.setText(text)
        self.setAccessibleName(f"{self._caption}: {text}")

    def _dress(self) -> None:
        self.value.setFont(self._theme.font(1.15, bold=True))


def completeness_sentence(customer: Customer, kept: str) -> str:
    """Return how complete a card is and what is missing, by the parts that count ("phone,birthday"); "" for no gap."""
    parts = parts_from_text(kept)
    missing = missing_parts(customer, parts)
    if not missing:
        return ""
    words = dict(COMPLETENESS.choices()) if COMPLETENESS.choices else {}
    named_parts = _T("Filters", ", ", "between the values of a list").join(words[part.value] for part in missing)
    return _T("Facts", "{percent} % complete · missing: {parts}").format(
        percent=score(customer, parts), parts=named_parts
    )


class Facts(QWidget):
    """Last contact, contacts logged, customer since; below, what is missing on her card."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("facts")
        self._model = model
        self.last = Fact(model, "last", _T("Facts", "Last contact"))
        self.count = Fact(model, "count", _T("Facts", "Contacts"))
        self.since = Fact(model, "since", _T("Facts", "Since"))
        self.missing = named(QLabel(wordWrap=True), "fact.missing", role="caption")
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        self.missing.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for fact in (self.last, self.count, self.since):
            row.addWidget(fact, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.missing)
        model.changed.connect(self._show)
        model.timeline_changed.connect(self._show)

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        customer, now = record.customer, self._model.workplace.now()
        last = customer.last_contact_at
        self.last.show_value(days_ago(last, now) if last else _T("Facts", "never"))
        contacts = sum(entry.interaction is not None for entry in self._model.timeline.entries)
        self.count.show_value(f"{contacts}+" if contacts >= MOST_CONTACTS else str(contacts))
        self.since.show_value(month_of(customer.created_at))
        sentence = completeness_sentence(customer, self._model.frame.settings.get(COMPLETENESS))
        self.missing.setText(sentence)
        self.missing.setVisible(bool(sentence))
