"""The repeat part of the editor: how often, until when, what on closed days; below, the rule in a plain sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import Repeat
from crm_desktop.domain.recurrence import OnClosed, RecurrenceError
from crm_desktop.services.preview_series import SeriesPreview, preview_series
from crm_desktop.services.say_recurrence import closed_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.kind_look import day_text
from crm_desktop.ui.pages.calendar.repeat_choice import (
    WITH_INTERVAL,
    Every,
    RepeatChoice,
    choice_of,
    is_last_week,
    nth_of,
    repeat_of,
)
from crm_desktop.ui.pages.calendar.repeat_words import end_words, every_words, unit_words
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.named import named

SHOWN_DATES = 5
ENDLESS, UNTIL, COUNT = "endless", "until", "count"
_SAY_MS = 120


class RepeatForm(QWidget):
    """Shows how a follow-up comes again; emits `resized` when it needs another height."""

    resized = Signal()

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        named(self, "editor.repeat", _T("FollowUp", "Repeats"))
        self._frame, self._workplace = frame, workplace
        self._start = date(2000, 1, 1)
        self._moment: time | None = None
        self._keeps = False
        self._given: Repeat | None = None
        self._shown = RepeatChoice()
        self.every = named(QComboBox(), "repeat.every", _T("FollowUp", "Repeats"))
        self.interval = named(QSpinBox(), "repeat.interval", _T("Repeat", "Every how many"))
        self.interval.setRange(1, 999)
        self.unit = named(QLabel(), "repeat.unit", role="muted")
        days = [(day, _day_name(day)) for day in range(7)]
        self.weekdays = ChipRow(days, "repeat.weekday", _T("Repeat", "On these weekdays"), exclusive=False)
        self.own = named(QLineEdit(), "repeat.own", _T("Repeat", "Own rule"))
        self.own.setPlaceholderText(_T("Repeat", "FREQ=MONTHLY;BYMONTHDAY=1,15"))
        self.end = named(QComboBox(), "repeat.end", _T("Repeat", "Ends"))
        self.until = DayField(frame.theme, "repeat.until", _T("Repeat", "Last day"))
        self.count = named(QSpinBox(), "repeat.count", _T("Repeat", "How many times"))
        self.count.setRange(1, 9999)
        self.count.setValue(10)
        self.closed = named(QComboBox(), "repeat.closed", _T("Repeat", "On closed days"))
        self.sentence = named(QLabel(wordWrap=True), "repeat.sentence")
        self.dates = named(QLabel(wordWrap=True), "repeat.dates", role="muted")
        self.wrong = named(QLabel(wordWrap=True), "repeat.problem", role="danger")
        self._timer = QTimer(self, singleShot=True, interval=_SAY_MS)
        self._timer.timeout.connect(self._ask_preview)
        self._fill()
        self._lay_out()
        self._listen()

    def show_repeat(self, repeat: Repeat | None, start: date, moment: time | None, *, is_there: bool = False) -> None:
        """Show how a series that starts on a day comes again; `is_there` where it does so already."""
        self._keeps = is_there
        self._start, self._moment = start, moment
        self._name_ways()
        choice = choice_of(repeat, start)
        self.every.setCurrentIndex(self.every.findData(choice.every.value))
        self.interval.setValue(choice.interval)
        self.weekdays.choose(choice.weekdays or (start.weekday(),))
        self.own.setText(choice.own)
        self.closed.setCurrentIndex(max(self.closed.findData(choice.on_closed), 0))
        end = UNTIL if choice.until else COUNT if choice.count else ENDLESS
        self.end.setCurrentIndex(self.end.findData(end))
        self.until.set_day(choice.until or date(start.year + 1, start.month, min(start.day, 28)))
        self.count.setValue(choice.count or self.count.value())
        self._given, self._shown = repeat, self.choice()
        self._fit()

    def set_start(self, start: date, moment: time | None) -> None:
        """Follow the day of the first one: "weekly on Sunday" becomes "weekly on Monday" with it."""
        untouched = self.choice() == self._shown
        if self.weekdays.keys() == (self._start.weekday(),):
            self.weekdays.choose([start.weekday()])
        self._start, self._moment = start, moment
        self._name_ways()
        if untouched:
            self._shown = self.choice()
        self._fit()

    def choice(self) -> RepeatChoice:
        """Return what is chosen."""
        every, end = Every(self.every.currentData()), self.end.currentData()
        has_end = every is not Every.NEVER
        return RepeatChoice(
            every,
            self.interval.value() if every in WITH_INTERVAL else 1,
            self._weekdays() if every is Every.WEEKLY else (),
            self.own.text().strip() if every is Every.OWN else "",
            self.until.day() if has_end and end == UNTIL else None,
            self.count.value() if has_end and end == COUNT else None,
            str(self.closed.currentData()) if has_end else OnClosed.KEEP.value,
        )

    def _weekdays(self) -> tuple[int, ...]:
        chosen = self.weekdays.keys()
        return tuple(sorted(int(str(day)) for day in chosen))

    def state(self) -> object:
        """Return all that is chosen, to compare."""
        return self.choice()

    def repeat(self) -> Repeat | None:
        """Return the rule; raises RecurrenceError where the own rule is none.

        Of a series that is there it is the same until it is touched: who moves one day of it need not move the others.
        """
        if self._keeps and self._given is not None and self.choice() == self._shown:
            return self._given
        return repeat_of(self.choice(), self._start, self._moment)

    def problem(self) -> str | None:
        """Return what is wrong with the rule in a sentence, None for nothing."""
        choice = self.choice()
        if choice.until is not None and choice.until < self._start:
            return _T("Repeat", "The last day lies before the first.")
        try:
            self.repeat()
        except RecurrenceError as error:
            return _T("Repeat", "This is no rule: {part}").format(part=error.text or choice.own)
        return None

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        if sentence:
            (self.own if self.every.currentData() == Every.OWN else self.until).setFocus()
            self.resized.emit()

    # building

    def _fill(self) -> None:
        for key, word in end_words().items():
            self.end.addItem(word, key)
        for on_closed, word in closed_words().items():
            self.closed.addItem(word, on_closed.value)
        self._name_ways()
        for label in (self.sentence, self.dates, self.wrong):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.hide()

    def _name_ways(self) -> None:
        """Name the ways after the first day: "Monthly on the fourth Sunday"."""
        words = every_words(self._start)
        last_only = nth_of(self._start) > 4
        shown = [every for every in Every if not (every is Every.MONTH_NTH and last_only)]
        current = self.every.currentData()
        self.every.blockSignals(True)
        self.every.clear()
        for every in shown:
            self.every.addItem(words[every], every.value)
        if current == Every.MONTH_NTH and last_only and is_last_week(self._start):
            current = Every.MONTH_LAST.value
        self.every.setCurrentIndex(max(self.every.findData(current), 0))
        self.every.blockSignals(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self.every)
        self._steps = _row(QLabel(_T("Repeat", "every")), self.interval, self.unit)
        self._ends = _row(self.end, self.until, self.count)
        for widget in (self._steps, self.weekdays, self.own, self._ends, self.closed):
            column.addWidget(widget)
        for label in (self.wrong, self.sentence, self.dates):
            column.addWidget(label)
        self.setFocusProxy(self.every)

    def _listen(self) -> None:
        for box in (self.every, self.end, self.closed):
            box.currentIndexChanged.connect(self._changed)
        for spin in (self.interval, self.count):
            spin.valueChanged.connect(self._changed)
        self.until.dateChanged.connect(self._changed)
        self.weekdays.chosen.connect(self._changed)
        self.own.textChanged.connect(self._changed)

    # showing

    def _changed(self, *_values: object) -> None:
        self.show_problem("")
        self._fit()

    def _fit(self) -> None:
        """Show the fields that the chosen way has, and have its rule said."""
        every, end = Every(self.every.currentData()), self.end.currentData()
        repeats = every is not Every.NEVER
        self._steps.setVisible(every in WITH_INTERVAL)
        self.unit.setText(unit_words().get(every, ""))
        self.weekdays.setVisible(every is Every.WEEKLY)
        self.own.setVisible(every is Every.OWN)
        self._ends.setVisible(repeats)
        self.until.setVisible(repeats and end == UNTIL)
        self.count.setVisible(repeats and end == COUNT)
        self.closed.setVisible(repeats)
        if not repeats:
            self.sentence.hide()
            self.dates.hide()
        self._timer.start()
        self.resized.emit()

    def _ask_preview(self) -> None:
        try:
            repeat = self.repeat()
        except RecurrenceError:
            repeat = None
        if repeat is None:
            self.sentence.hide()
            self.dates.hide()
            return
        place, start, moment = self._workplace, self._start, self._moment
        read = lambda: preview_series(place, repeat, start, moment, SHOWN_DATES)  # noqa: E731
        self._frame.work.read(read, self._show_preview, group="editor.repeat")

    def _show_preview(self, preview: SeriesPreview) -> None:
        if self.every.currentData() == Every.NEVER:
            return
        self.sentence.setText(preview.sentence)
        self.dates.setText(_days_text(preview.days))
        self.sentence.setVisible(bool(preview.sentence))
        self.dates.setVisible(bool(preview.days))
        self.resized.emit()


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def _days_text(days: Sequence[date]) -> str:
    if not days:
        return ""
    shown = _T("Repeat", ", ", "between days of a list").join(day_text(day, days[0]) for day in days)
    return _T("Repeat", "Falls on: {days} …").format(days=shown)


def _day_name(day: int) -> str:
    return QLocale().standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
