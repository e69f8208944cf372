"""The strip that finishes a follow-up: how it went by one key, a line of text, and when next; Enter does it.

It knows no follow-up and no service: it is given the days on offer and emits what was chosen.

    strip.begin(_T(...), steps)          # outcome, text and next
    strip.ask_next(_T(...), steps)       # next alone, after a contact that is logged already
    strip.finished.connect(self._finish) # a Finishing
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Outcome
from crm_desktop.services import words
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.chips import ChipRow, OptionalChips
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named

NONE, DATE = "none", "date"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Finishing:
    """How it went, in the user's words, and the day of the next one; None where there is none."""

    outcome: Outcome | None = None
    text: str = ""
    next_day: date | None = None


@dataclass(frozen=True)
class NextDay:
    """One day on offer: "+3 days". One that `comes_anyway`, by a series or plan, is chosen and never planned."""

    label: str
    day: date
    comes_anyway: bool = False


class FinishStrip(QFrame):
    """Emits `finished` with a Finishing, `given_up` on Esc."""

    finished = Signal(object)
    given_up = Signal()

    def __init__(self, theme: Theme, name: str = "finish") -> None:
        super().__init__()
        named(self, name, _T("Finish", "Finish the follow-up"), panel="card")
        self._name = name
        self._theme = theme
        self._days: dict[str, date] = {}
        self._coming: set[str] = set()
        self.title = named(QLabel(wordWrap=True), f"{name}.title", role="strong")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.outcomes = self._make_outcomes()
        self.text = named(QLineEdit(), f"{name}.text", _T("Finish", "What was said or done"), kind="field")
        self.text.setPlaceholderText(_T("Finish", "What was said or done; Enter finishes"))
        self.next_label = named(QLabel(_T("Finish", "Next")), f"{name}.nextLabel", role="muted")
        self.next_label.setContentsMargins(0, 6, 4, 0)
        self.next = ChipRow([], f"{name}.next", _T("Finish", "When next"))
        self.day = DayField(theme, f"{name}.day", _T("Finish", "Day of the next one"))
        self.next.chosen.connect(self._next_chosen)
        self.day.hide()
        self.keep = named(QPushButton(_T("Finish", "Done")), f"{name}.keep", kind="primary")
        self.cancel = named(QPushButton(_T("Finish", "Not now")), f"{name}.cancel", kind="quiet")
        self.keep.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.give_up)
        self._lay_out()
        for widget in (self.text, self.day, self.keep, self.cancel, *self.outcomes.buttons()):
            widget.installEventFilter(self)
        self.hide()

    def begin(self, title: str, steps: Sequence[NextDay]) -> None:
        """Open for a follow-up; the keyboard stands on the outcomes."""
        self._open(title, steps, whole=True)
        self.outcomes.buttons()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_next(self, title: str, steps: Sequence[NextDay]) -> None:
        """Ask for the next day alone: what was said and done is logged already. The keyboard stays where it is."""
        self._open(title, steps, whole=False)

    def set_steps(self, steps: Sequence[NextDay]) -> None:
        """Offer these days; what the plan says is chosen already."""
        focused = self.next.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._days = {str(number): step.day for number, step in enumerate(steps)}
        self._coming = {str(number) for number, step in enumerate(steps) if step.comes_anyway}
        chips = [] if self._coming else [(NONE, _T("Finish", "None", "no next follow-up"))]
        chips += [(str(number), step.label) for number, step in enumerate(steps)]
        chips.append((DATE, _T("Finish", "Date …")))
        self._replace_next(chips)
        self.next.choose([min(self._coming, default=NONE)])
        for key, day in self._days.items():
            self.next.button(key).setToolTip(day.isoformat())
        if focused:
            self.next.buttons()[0].setFocus()
        if steps:
            self.day.set_day(steps[0].day)
        self._next_chosen(self.next.keys())

    def give_up(self) -> None:
        """Close without finishing."""
        self.hide()
        self.given_up.emit()

    def needed_height(self, width: int) -> int:
        """Return the height the strip needs at a width."""
        layout = self.layout()
        wrapped = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
        return max(wrapped, self.sizeHint().height() if not wrapped else 0)

    def finishing(self) -> Finishing:
        """Return what is chosen now."""
        outcome = self.outcomes.keys()
        return Finishing(
            Outcome(str(outcome[0])) if outcome else None, " ".join(self.text.text().split()), self._next_day()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Esc, the digits on the chips, and the arrows between the rows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is typed here from the list around it."""
        event.accept()

    # building

    def _make_outcomes(self) -> OptionalChips:
        choices = [
            (outcome.value, f"{number} {word}")
            for number, (outcome, word) in enumerate(words.outcome_words().items(), start=1)
        ]
        chips = OptionalChips(choices, f"{self._name}.outcome", _T("Finish", "How it went"))
        for (_, word), button in zip(words.outcome_words().items(), chips.buttons(), strict=True):
            button.setAccessibleName(word)
        return chips

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.outcomes)
        column.addWidget(self.text)
        foot = QWidget()
        flow = FlowLayout(foot, gap=8)
        for widget in (self.next_label, self.next, self.day, self.keep, self.cancel):
            flow.addWidget(widget)
        column.addWidget(foot)

    def _replace_next(self, chips: Sequence[tuple[str, str]]) -> None:
        self.next.set_choices(chips)
        for button in self.next.buttons():
            button.installEventFilter(self)
            button.toggled.connect(self._toggled)
        for before, after in zip((self.text, *self.next.buttons()), (*self.next.buttons(), self.day), strict=True):
            QWidget.setTabOrder(before, after)

    # showing

    def _open(self, title: str, steps: Sequence[NextDay], *, whole: bool) -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.outcomes.choose([])
        self.text.clear()
        self.outcomes.setVisible(whole)
        self.text.setVisible(whole)
        self.keep.setText(_T("Finish", "Done") if whole else _T("Finish", "Plan it"))
        self.set_steps(steps)
        self.show()

    def _toggled(self, _on: bool) -> None:
        self._next_chosen(self.next.keys())

    def _next_chosen(self, keys: Sequence[object]) -> None:
        self.day.setVisible(DATE in keys)
        self.updateGeometry()

    # doing

    def _next_day(self) -> date | None:
        keys = self.next.keys()
        key = str(keys[0]) if keys else NONE
        if key == DATE:
            return self.day.day()
        return None if key in self._coming else self._days.get(key)

    def _finish(self) -> None:
        chosen = self.finishing()
        self.hide()
        self.finished.emit(chosen)

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.give_up()
        elif key in _ENTER and watched is not self.cancel:
            self._finish()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and watched is not self.day:
            self._change_row(watched, 1 if key == Qt.Key.Key_Down else -1)
        elif watched in self.outcomes.buttons() and self._choose_outcome(event.text()):
            self.text.setFocus()
        else:
            return False
        return True

    def _choose_outcome(self, text: str) -> bool:
        """Choose an outcome by its digit."""
        buttons = self.outcomes.buttons()
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= len(buttons)):
            return False
        self.outcomes.choose([list(Outcome)[int(text) - 1].value])
        return True

    def _change_row(self, watched: QWidget, step: int) -> None:
        chosen = next((button for button in self.next.buttons() if button.isChecked()), self.next.buttons()[0])
        rows = [self.outcomes.buttons()[0], self.text, chosen, self.keep]
        here = 1 if watched is self.text else 3 if watched in (self.keep, self.cancel) else 0
        here = 2 if watched in self.next.buttons() else here
        target = here + step
        if 0 <= target < len(rows) and rows[target].isVisible():
            rows[target].setFocus(Qt.FocusReason.TabFocusReason)


def usual_steps(today: date) -> list[NextDay]:
    """Return the days every strip offers: in 3, 7 and 30 days."""
    return [NextDay(_T("FollowUp", "In %n days", n=days), today + timedelta(days)) for days in (3, 7, 30)]
