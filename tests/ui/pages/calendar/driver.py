"""A user at the calendar: presses keys, drags, reads what is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.main_window import Hooks, Outcome
from crm_desktop.ui.page import Page
from crm_desktop.ui.pages.calendar.book import Line
from crm_desktop.ui.pages.calendar.page import calendar_page
from crm_desktop.ui.pages.calendar.view import CalendarView
from crm_desktop.ui.pages.calendar.words import line_spoken
from tests.support.frame import Assembled, PlainPage
from tests.ui.pages.calendar.fake_jobs import FakeJobs

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


class Driver:
    """The window with the calendar, and the shop in memory behind it."""

    def __init__(self, bot: QtBot, workplace: Workplace, folder: Path, jobs: FakeJobs) -> None:
        self.bot, self.jobs = bot, jobs
        pages = [
            calendar_page(workplace, lambda _workplace: jobs),
            Page("customer", "Record", "user", PlainPage, parent="calendar"),
        ]
        hooks = Hooks(outcome=self._outcome, undo=lambda: self.jobs.asked.append(("undo",)))
        self.assembled = Assembled(folder, pages, hooks, Settings(MemoryStore(), MemoryStore()))
        self.toasts: list[str] = []
        self.assembled.notices.toasted.connect(lambda toast: self.toasts.append(toast.text))
        self.window = self.assembled.window
        self.window.resize(1280, 800)
        self.window.stack.open("calendar")
        with bot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.settle()
        self.page.focus_first()

    def _outcome(self, result: object) -> Outcome | None:
        if not isinstance(result, ChangeSet):
            return None
        return Outcome(result, result.kind.value, lambda: self.jobs.asked.append(("undo",)))

    @property
    def page(self) -> CalendarView:
        view = self.window.stack.view("calendar")
        assert isinstance(view, CalendarView)
        return view

    def settle(self) -> None:
        """Wait until every question is answered and shown."""
        for _ in range(3):
            QApplication.processEvents()
            self.bot.waitUntil(self.assembled.work.is_idle, timeout=10_000)
        QApplication.processEvents()
        for error in self.assembled.crashes:
            raise error

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type plain letters where the focus is."""
        for letter in text:
            self.bot.keyClicks(QApplication.focusWidget(), letter)
        self.settle()

    def find(self, kind: type[W], name: str) -> W:
        """Return the widget of this name that can be seen."""
        for top in reversed(QApplication.topLevelWidgets()):
            for widget in top.findChildren(kind, name):
                if widget.isVisible():
                    return widget
        raise AssertionError(f"no {name} in sight")

    def sees(self, name: str) -> bool:
        """Tell whether a widget of this name can be seen."""
        return any(w.isVisible() for top in QApplication.topLevelWidgets() for w in top.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        """Press a button in sight."""
        self.find(QPushButton, name).click()
        self.settle()

    def text(self, name: str) -> str:
        """Read a label."""
        return self.find(QLabel, name).text()

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.text("calendar.title")

    # the month

    def day(self, day: date) -> list[str]:
        """Read the lines of a day of the month, as a screen reader says them."""
        looks, today = self.page.chips.looks, self.page.state.today
        return [line_spoken(line, looks, today) for line in self.page.month.lines(day)]

    def spoken(self, day: date) -> str:
        """Hear a day of the month."""
        return str(self.page.month.days.place_of(day).data(Qt.ItemDataRole.AccessibleTextRole))

    def cell(self, day: date) -> QRect:
        """Return where a day of the month is."""
        return self.page.month.visualRect(self.page.month.days.place_of(day))

    def chip(self, day: date, place: int = 0) -> QPoint:
        """Return the middle of a line of a day."""
        line: Line = self.page.month.lines(day)[place]
        where = self.page.month.place_of(line).center()
        return self.page.month.viewport().mapFromGlobal(where)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        """Drag with the mouse from one point of a widget to another, perhaps without letting go."""
        self.bot.mousePress(widget, LEFT, pos=start)
        for step in (0.3, 0.7, 1.0):
            point = start + (end - start) * step
            self.bot.mouseMove(widget, point)
            QApplication.processEvents()
        if drop:
            self.bot.mouseRelease(widget, LEFT, pos=end)
            self.settle()

    def picture(self, file: str) -> None:
        """Save what the window shows."""
        self.window.grab().save(file)


def drop(widget: QWidget, data: QMimeData, place: QPoint) -> None:
    """Drop something from elsewhere on a place."""
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place, action, data, left, none)
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), action, data, left, none))
