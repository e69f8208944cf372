"""Consent by channel and purpose: what was agreed, when, how, to whom, by which words; a change is a new line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.consent import newest_answer, open_channels
from crm_desktop.domain.customer import Channel, Consent, Purpose
from crm_desktop.services import words
from crm_desktop.services.read_record import Record
from crm_desktop.services.record_consent import record_consent, refuse_offers
from crm_desktop.ui.moments import short_moment
from crm_desktop.ui.pages.customer.bindings import ChoiceField
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sentence_button import SentenceButton

Asked = tuple[Channel, Purpose]


def consent_words() -> dict[bool, str]:
    """Return the words for the two answers."""
    return {True: _T("Consent", "Agreed"), False: _T("Consent", "Refused")}


def _without_answer() -> dict[Purpose, str]:
    return {
        Purpose.MARKETING: _T("Consent", "Not asked"),
        Purpose.SERVICE: _T("Consent", "Not refused"),
    }


def _name(asked: Asked) -> str:
    """Return what the widgets of a channel and a purpose are called."""
    channel, purpose = asked
    return f"consent.{channel.value}" if purpose is Purpose.MARKETING else f"consent.{purpose.value}.{channel.value}"


class ConsentPart(QWidget):
    """A row per channel with an answer per purpose; to refuse is one click, to agree asks how it was said."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("consent")
        self._model = model
        self._asking: Asked | None = None
        self._choices: dict[Asked, ChoiceField] = {}
        self._details: dict[Asked, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(named(QLabel(_T("Consent", "… send offers")), "consent.offers", role="caption"))
        column.addWidget(self._grid(Purpose.MARKETING))
        self.none = named(QPushButton(_T("Consent", "No offers any more")), "consent.none", kind="flat")
        self.none.setToolTip(_T("Consent", "Refuse offers on every channel, at once"))
        self.none.clicked.connect(self._refuse_all)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        self.service = SentenceButton(model.frame.theme, "consent.service.value")
        self.service.clicked.connect(self._show_service)
        column.addWidget(self.service)
        self._service = self._grid(Purpose.SERVICE)
        self._service.hide()
        column.addWidget(self._service)
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

    def _grid(self, purpose: Purpose) -> QWidget:
        part = named(QWidget(), f"consent.{purpose.value}", words.purpose_words()[purpose])
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (channel, word) in enumerate(words.channel_words().items()):
            self._add_row(grid, 2 * row, (channel, purpose), word)
        return part

    def _add_row(self, grid: QGridLayout, row: int, asked: Asked, word: str) -> None:
        name = _name(asked)
        label = named(QLabel(word), f"{name}.label", role="muted")
        choice = self._choice(asked, f"{words.purpose_words()[asked[1]]}, {word}")
        detail = named(QLabel(wordWrap=True), f"{name}.detail", role="caption")
        detail.setTextFormat(Qt.TextFormat.PlainText)
        detail.setContentsMargins(8, 0, 0, 4)
        label.setBuddy(choice)
        grid.addWidget(label, row, 0)
        grid.addWidget(choice, row, 1)
        grid.addWidget(detail, row + 1, 1)
        self._details[asked] = detail

    def _show_service(self) -> None:
        self._service.setVisible(self.service.isChecked())

    def _choice(self, asked: Asked, spoken: str) -> ChoiceField:
        choice = ChoiceField(_name(asked), spoken, _without_answer()[asked[1]])
        choice.set_choices(consent_words())
        choice.chosen.connect(partial(self._answer, asked))
        self._choices[asked] = choice
        return choice

    def _asker(self) -> QWidget:
        self._ask_row = named(QWidget(), "consent.ask")
        self.words = named(QLabel(wordWrap=True), "consent.words", role="caption")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.how = named(QLineEdit(), "consent.how", _T("Consent", "How the answer was given"))
        self.how.installEventFilter(self)
        self.keep = named(QPushButton(_T("Consent", "Record")), "consent.record", kind="primary")
        self.keep.clicked.connect(self._record)
        line = QHBoxLayout()
        line.addWidget(self.how, 1)
        line.addWidget(self.keep)
        column = QVBoxLayout(self._ask_row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(line)
        self._ask_row.hide()
        return self._ask_row

    def _answer(self, asked: Asked, given: object) -> None:
        """Record a refusal as it is; before an agreement show its words and ask how it was said."""
        if not given:
            self._stop()
            self._keep(asked, given=False)
        elif self._model.record is not None:
            self._ask(asked, self._model.record)

    def _ask(self, asked: Asked, record: Record) -> None:
        self._asking = asked
        channel, purpose = asked
        self.words.setText(record.wordings.get(purpose, ""))
        self.how.clear()
        self.how.setPlaceholderText(
            _T("Consent", "{channel}: {answer} – in person, on paper, by phone?").format(
                channel=words.channel_words()[channel], answer=consent_words()[True]
            )
        )
        self._ask_row.show()
        self.how.setFocus()

    def _record(self) -> None:
        asking, how = self._asking, self.how.text()
        self._stop()
        if asking is not None:
            self._keep(asking, given=True, how=how)

    def _keep(self, asked: Asked, *, given: bool, how: str = "") -> None:
        place, (channel, purpose) = self._model.workplace, asked
        self._model.save(
            lambda customer_id: record_consent(place, customer_id, channel, given, purpose=purpose, how=how)
        )

    def _refuse_all(self) -> None:
        self._stop()
        place = self._model.workplace
        self._model.save(lambda customer_id: refuse_offers(place, customer_id))

    def _stop(self) -> None:
        self._asking = None
        self._ask_row.hide()

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        consents = record.customer.consents
        newest = {asked: newest_answer(consents, *asked) for asked in self._choices}
        for asked, choice in self._choices.items():
            answer = newest[asked]
            if self._asking != asked:
                choice.set_key(answer.given if answer else None)
        for asked, detail in self._details.items():
            answer = newest[asked]
            detail.setVisible(answer is not None)
            detail.setText(self._detail(answer, record) if answer else "")
        self.none.setVisible(bool(open_channels(consents, Purpose.MARKETING)))
        self._say_service(record)

    def _say_service(self, record: Record) -> None:
        """Say in one line where she may be contacted about what she asked for; a press shows or hides the answers."""
        may = open_channels(record.customer.consents, Purpose.SERVICE)
        refused = [word for channel, word in words.channel_words().items() if channel not in may]
        if refused:
            text = _T("Consent", "… contact about service: not by {channels}").format(channels=", ".join(refused))
        else:
            text = _T("Consent", "… contact about service: yes, nothing refused")
        self.service.say(text)

    def _detail(self, answer: Consent, record: Record) -> str:
        when = short_moment(answer.at, self._model.workplace.now())
        version = record.versions.get(answer.notice_id or 0)
        said = _T("Consent", "words no. {version}").format(version=version) if version and version > 1 else None
        parts = (when, answer.how, record.person(answer.person_id), said)
        return " · ".join(part for part in parts if part)
