"""Bring in a year's holidays: the announcement, lines or a file; what is understood is shown before it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.holiday_text import HolidaysRead
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.shop_days import days_of, keep_days, read_days, text_of_file
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, make_button, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named

_WAIT_MS = 150
MOST_NAMED = 5
"""So many lines that were not understood are named; the rest is counted."""


class BringHolidays(Sheet):
    """Emits `brought` with the year of the first day once the days are kept; undo takes all of them back."""

    brought = Signal(int)

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace, year: int) -> None:
        super().__init__(parent, frame.theme, "bringHolidays", _T("BringHolidays", "Bring holidays in"), ems=64)
        self._frame, self._workplace, self._year = frame, workplace, year
        self._read = HolidaysRead()
        self.say_lead(
            _T(
                "BringHolidays",
                "Paste the official announcement, or a line for each day such as “2027-01-01 New Year off”; "
                "JSON and CSV tables work too.",
            )
        )
        self.text = named(QPlainTextEdit(), "bringHolidays.text", _T("BringHolidays", "Holidays"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * 9)
        self.understood = text_label("", "bringHolidays.understood", "strong")
        self.unread = text_label("", "bringHolidays.unread", "muted")
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._look)
        self.text.textChanged.connect(self._timer.start)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(
            make_button("bringHolidays.file", _T("BringHolidays", "Choose a file …"), self.choose),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )
        self.body.addWidget(self.understood)
        self.body.addWidget(self.unread)
        self.add_verb("bringHolidays.cancel", _T("BringHolidays", "Cancel"), self.reject)
        self._go = self.add_verb("bringHolidays.go", _T("BringHolidays", "Bring in"), self.keep, "primary")
        self._look()
        self.text.setFocus()

    def choose(self) -> None:
        """Ask for a file."""
        from crm_desktop.ui.dialogs.choose_file import choose_open

        kinds = _T("BringHolidays", "Tables of holidays (*.json *.csv *.txt)")
        title = _T("BringHolidays", "Choose a file with holidays")
        choose_open(self, title, kinds, self._read_file, memory=self._frame.memory, purpose="holidays")

    def keep(self) -> None:
        """Keep what was understood."""
        self._look()
        days, place = days_of(self._read), self._workplace
        if days:
            self.say_fault("")
            self._frame.work.write(lambda: keep_days(place, days), self._kept, self._refused)

    # inside

    def _read_file(self, path: Path) -> None:
        self.say_fault("")
        self._frame.work.read(lambda: text_of_file(path), self._take_text, self._refused, group="holidays.file")

    def _take_text(self, text: str) -> None:
        self.text.setPlainText(text)
        self._look()

    def _look(self) -> None:
        self._timer.stop()
        text = self.text.toPlainText()
        self._read = read_days(text, self._year)
        self.understood.setText(_understood(self._read) if text.strip() else "")
        lines = [
            _T("BringHolidays", "Line {number} was not understood: {text}").format(number=number, text=line)
            for number, line in self._read.unread[:MOST_NAMED]
        ]
        if len(self._read.unread) > MOST_NAMED:
            lines.append(_T("BringHolidays", "and %n more line(s)", n=len(self._read.unread) - MOST_NAMED))
        self.unread.setText("\n".join(lines))
        self.unread.setVisible(bool(lines))
        self._go.setEnabled(bool(self._read.days))
        self.fit()

    def _kept(self, _changes: ChangeSet) -> None:
        self.brought.emit(self._read.days[0].day.year)
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self.say_fault(problem_text(fault) or sentence_for(fault))


def _understood(read: HolidaysRead) -> str:
    if not read.days:
        return _T("BringHolidays", "No day was understood yet.")
    off = sum(one.off for one in read.days)
    parts = [
        _T("BringHolidays", "%n day(s) off", n=off),
        _T("BringHolidays", "%n working day(s)", n=len(read.days) - off),
    ]
    said = _T("BringHolidays", "{parts}, from {first} to {last}")
    first, last = (read.days[place].day.isoformat() for place in (0, -1))
    return said.format(parts=" · ".join(parts), first=first, last=last)
