"""The log line: one key chooses the kind of contact, the text follows, Enter keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, QEvent, QObject, Qt, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Interaction, InteractionKind, Outcome, Person, Phase
from crm_desktop.services import words
from crm_desktop.services.log_interaction import Contact
from crm_desktop.services.privacy_hints import text_hint
from crm_desktop.ui.moments import local
from crm_desktop.ui.pages.customer.bindings import ChoiceField
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.chips import ChipRow, OptionalChips
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label

KEYS = {
    Qt.Key.Key_C: InteractionKind.CALL,
    Qt.Key.Key_V: InteractionKind.VISIT,
    Qt.Key.Key_W: InteractionKind.WECHAT,
    Qt.Key.Key_M: InteractionKind.MESSAGE,
    Qt.Key.Key_E: InteractionKind.EMAIL,
    Qt.Key.Key_T: InteractionKind.MEETING,
    Qt.Key.Key_N: InteractionKind.NOTE,
}
"""The letter that chooses a kind while the keyboard is on the chips."""


class LogLine(QFrame):
    """Emits `logged` with a Contact, and with it the id of the contact it corrects (None for a new one)."""

    logged = Signal(object, object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "log", _T("Log", "Log a contact"), panel="card")
        self._theme = theme
        self._corrects: int | None = None
        self._touched_time = False
        self.text = named(QPlainTextEdit(), "log.text", _T("Log", "What was said or done"))
        outcomes = [(outcome.value, word) for outcome, word in words.outcome_words().items()]
        phases = [(phase.value, word) for phase, word in words.phase_words().items()]
        self.outcomes = OptionalChips(outcomes, "log.outcome", _T("Log", "Outcome"))
        self.phases = OptionalChips(phases, "log.phase", _T("Log", "Phase"))
        self.person = ChoiceField("log.person", _T("Log", "Who did it"), "")
        self._acting: int | None = None
        self._make_kinds()
        self._make_text()
        self._make_time()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.kinds)
        column.addWidget(self.text)
        self.hint = wrapped_label("log.hint", "caption")
        self.hint.hide()
        self.text.textChanged.connect(self._say_hint)
        column.addWidget(self.hint)
        column.addWidget(self.outcomes)
        column.addWidget(self.phases)
        column.addLayout(self._foot())
        self.hide()

    def begin(self, draft: Contact | None = None, corrects: Interaction | None = None) -> None:
        """Open for a new contact, for a kept draft, or to correct one that is logged."""
        self._corrects = corrects.id if corrects else None
        source = corrects or draft
        self.kinds.choose([source.kind.value if source else InteractionKind.CALL.value])
        self.phases.choose([source.phase.value] if source and source.phase else [])
        self.outcomes.choose([source.outcome.value] if source and source.outcome else [])
        self.text.setPlainText((source.text or "") if source else "")
        self._touched_time = corrects is not None
        moment = local(corrects.at) if corrects else QDateTime.currentDateTime()
        self.time.blockSignals(True)
        self.time.setDateTime(moment)
        self.time.blockSignals(False)
        self.person.set_key(source.person_id if source and source.person_id is not None else self._acting)
        self.show()
        if source is None:
            self._focus_kind()
        else:
            self.text.setFocus()

    def set_people(self, people: Sequence[Person], acting: int | None) -> None:
        """Offer who may have done it, the acting person unless another is chosen; one alone is not asked for."""
        self._acting = acting
        self.person.set_choices({person.id: person.name for person in people if person.active or person.id == acting})
        if self.isHidden():
            self.person.set_key(acting)
        self.person.setVisible(len(people) > 1)

    def draft(self) -> Contact | None:
        """Return what is being written, None when nothing is."""
        return None if self.isHidden() or self._corrects is not None else self._contact()

    def close_line(self) -> None:
        """Close without keeping anything; `closed` tells it where it was open."""
        was_open = not self.isHidden()
        self._corrects = None
        self.text.clear()
        self.hide()
        if was_open:
            self.closed.emit()

    def commit(self) -> None:
        """Hand the contact over and close."""
        contact, corrects = self._contact(), self._corrects
        self.close_line()
        self.logged.emit(contact, corrects)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the letters on the chips, Enter and Esc in the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_line()
                return True
            if watched is self.text:
                return self._text_key(event)
            if self._kind_key(event):
                return True
        return super().eventFilter(watched, event)

    def _make_kinds(self) -> None:
        letters = {kind: chr(key.value) for key, kind in KEYS.items()}
        kinds = [(kind.value, f"{word} {letters[kind]}") for kind, word in words.interaction_words().items()]
        self.kinds = ChipRow(kinds, "log.kind", _T("Log", "Kind of contact"))
        for kind, word in words.interaction_words().items():
            chip = self.kinds.findChild(QPushButton, f"log.kind.{kind.value}")
            assert isinstance(chip, QPushButton)
            chip.setToolTip(_T("Log", "{kind}: press {letter}").format(kind=word, letter=letters[kind]))
            chip.setAccessibleName(word)
            chip.installEventFilter(self)
            chip.clicked.connect(self._focus_text)

    def _make_text(self) -> None:
        self.text.setPlaceholderText(_T("Log", "What was said or done; Enter keeps it, Shift+Enter begins a new line"))
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self._theme.changed.connect(self._resize_text)
        self._resize_text()

    def _resize_text(self) -> None:
        self.text.setFixedHeight(round(self.text.fontMetrics().lineSpacing() * 2.2 + 18))

    def _make_time(self) -> None:
        self.time = named(QDateTimeEdit(), "log.time", _T("Log", "When it was"))
        self.time.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.time.setCalendarPopup(True)
        self.time.dateTimeChanged.connect(self._time_touched)

    def _foot(self) -> FlowLayout:
        """Return time and buttons in a row, or in two where the place is narrow."""
        label = named(QLabel(_T("Log", "When")), "log.time.label", role="muted")
        label.setBuddy(self.time)
        moment = QWidget()
        row = QHBoxLayout(moment)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label)
        row.addWidget(self.time)
        row.addWidget(self.person)
        self.keep = named(QPushButton(_T("Log", "Keep")), "log.keep", kind="primary")
        self.cancel = named(QPushButton(_T("Log", "Cancel")), "log.cancel", kind="quiet")
        self.keep.clicked.connect(self.commit)
        self.cancel.clicked.connect(self.close_line)
        flow = FlowLayout()
        for widget in (moment, self.keep, self.cancel):
            flow.addWidget(widget)
        return flow

    def _say_hint(self) -> None:
        """Hint at what does not belong into a note, while it is written; nothing is refused."""
        hint = text_hint(self.text.toPlainText())
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _focus_text(self) -> None:
        self.text.setFocus()

    def _time_touched(self) -> None:
        self._touched_time = True

    def _focus_kind(self) -> None:
        chip = self.kinds.findChild(QPushButton, f"log.kind.{self.kinds.keys()[0]}")
        if isinstance(chip, QPushButton):
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _kind_key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        kind = KEYS.get(Qt.Key(event.key())) if plain else None
        if kind is not None:
            self.kinds.choose([kind.value])
            self.text.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.text.setFocus()
            return True
        return kind is not None

    def _text_key(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.text.insertPlainText("\n")
        else:
            self.commit()
        return True

    def _contact(self) -> Contact:
        phase, outcome = self.phases.keys(), self.outcomes.keys()
        return Contact(
            InteractionKind(str(self.kinds.keys()[0])),
            self.text.toPlainText().strip(),
            Phase(str(phase[0])) if phase else None,
            Outcome(str(outcome[0])) if outcome else None,
            self._moment(),
            self.person.key if isinstance(self.person.key, int) else None,
        )

    def _moment(self) -> datetime | None:
        if not self._touched_time:
            return None
        stamp = self.time.dateTime().toTimeZone(QTimeZone.utc()).toMSecsSinceEpoch()
        return from_stamp(stamp)
