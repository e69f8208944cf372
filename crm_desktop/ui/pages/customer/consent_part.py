"""Consent channel by channel: what was agreed, when, how and to whom; a change is a new line, never an edit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Channel, Consent
from crm_desktop.services import words
from crm_desktop.services.record_consent import record_consent
from crm_desktop.ui.moments import short_moment
from crm_desktop.ui.pages.customer.bindings import ChoiceField
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.named import named


def consent_words() -> dict[bool, str]:
    """Return the words for the two answers."""
    return {True: _T("Consent", "Agreed"), False: _T("Consent", "Refused")}


class ConsentPart(QWidget):
    """A row per channel, and a line that asks how the answer was given."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("consent")
        self._model = model
        self._asking: tuple[Channel, bool] | None = None
        self._choices: dict[Channel, ChoiceField] = {}
        self._details: dict[Channel, QLabel] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (channel, word) in enumerate(words.channel_words().items()):
            self._add_row(grid, row, channel, word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addWidget(self._asker())
        model.changed.connect(self._show)
        model.shown.connect(self._stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record on Enter, give up on Esc."""
        if watched is self.how and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._record()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._stop()
                self._show()
                return True
        return super().eventFilter(watched, event)

    def _add_row(self, grid: QGridLayout, row: int, channel: Channel, word: str) -> None:
        label = named(QLabel(word), f"consent.{channel.value}.label", role="muted")
        choice = ChoiceField(f"consent.{channel.value}", word, _T("Consent", "Not asked"))
        choice.set_choices(consent_words())
        choice.chosen.connect(lambda given, channel=channel: self._ask(channel, bool(given)))
        detail = named(QLabel(wordWrap=True), f"consent.{channel.value}.detail", role="caption")
        detail.setTextFormat(Qt.TextFormat.PlainText)
        detail.setContentsMargins(8, 0, 0, 4)
        label.setBuddy(choice)
        grid.addWidget(label, 2 * row, 0)
        grid.addWidget(choice, 2 * row, 1)
        grid.addWidget(detail, 2 * row + 1, 1)
        self._choices[channel], self._details[channel] = choice, detail

    def _asker(self) -> QWidget:
        self._ask_row = named(QWidget(), "consent.ask")
        self.how = named(QLineEdit(), "consent.how", _T("Consent", "How the answer was given"))
        self.how.installEventFilter(self)
        self.keep = named(QPushButton(_T("Consent", "Record")), "consent.record", kind="primary")
        self.keep.clicked.connect(self._record)
        row = QHBoxLayout(self._ask_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.how, 1)
        row.addWidget(self.keep)
        self._ask_row.hide()
        return self._ask_row

    def _ask(self, channel: Channel, given: bool) -> None:
        self._asking = (channel, given)
        answer, word = consent_words()[given], words.channel_words()[channel]
        self.how.clear()
        self.how.setPlaceholderText(
            _T("Consent", "{channel}: {answer} – in person, on paper, by phone?").format(channel=word, answer=answer)
        )
        self._ask_row.show()
        self.how.setFocus()

    def _record(self) -> None:
        asking, place, how = self._asking, self._model.workplace, self.how.text()
        self._stop()
        if asking is not None:
            channel, given = asking
            self._model.save(lambda customer_id: record_consent(place, customer_id, channel, given, how=how))

    def _stop(self) -> None:
        self._asking = None
        self._ask_row.hide()

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        newest = {consent.channel: consent for consent in sorted(record.customer.consents, key=lambda c: c.at)}
        for channel, choice in self._choices.items():
            consent = newest.get(channel)
            if self._asking is None or self._asking[0] is not channel:
                choice.set_key(consent.given if consent else None)
            self._details[channel].setVisible(consent is not None)
            if consent is not None:
                self._details[channel].setText(self._detail(consent, record.person(consent.person_id)))

    def _detail(self, consent: Consent, person: str) -> str:
        when = short_moment(consent.at, self._model.workplace.now())
        return " · ".join(part for part in (when, consent.how, person) if part)
