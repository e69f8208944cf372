"""What is to be reminded of, in one window: its card, and what Done, Snooze and Open do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from crm_desktop.base.text import _T
from crm_desktop.domain.reminders import Snooze, snoozes
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.services.due_reminders import DueReminder, snooze
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.pages.calendar.kind_look import KindLooks, due_text
from crm_desktop.ui.widgets.reminder_card import Line, ReminderCard

if TYPE_CHECKING:
    from crm_desktop.ui.main_window import MainWindow
    from crm_desktop.ui.widgets.finish_strip import Finishing, NextDay


class RemindersShown(QObject):
    """Serves one window; what waits is kept by whoever made it."""

    settled = Signal(list)
    """The names of entries that wait no more: done, snoozed or opened; all of them where the card was closed."""
    snoozed = Signal()
    """A snooze is written: the next moment may be another."""

    def __init__(self, window: MainWindow, workplace: Workplace, clock: ShopTime) -> None:
        super().__init__(window)
        self._window, self._place, self._clock = window, workplace, clock
        self._waiting: dict[str, DueReminder] = {}
        self.looks = KindLooks()
        self.card = ReminderCard(window.stack, window.frame.theme)
        self.card.done.connect(self._begin_finish)
        self.card.finished.connect(self._finish)
        self.card.snoozed.connect(self._snooze)
        self.card.opened.connect(self._open)
        self.card.more_wanted.connect(self._open_today)
        self.card.closed.connect(self._close)

    def show(self, waiting: Sequence[DueReminder], *, ring: bool) -> None:
        """Show what waits, the newest first; `ring` where some of it is new."""
        self._waiting = {one.name: one for one in waiting}
        now = self._place.now()
        words = snooze_words()
        self.card.set_snoozes([(choice.value, words[choice]) for choice in snoozes(self._clock, now)])
        self.card.show_lines([self._line(one, now) for one in waiting], ring=ring)

    def sentences(self, waiting: Sequence[DueReminder]) -> list[str]:
        """Return entries in a line each, for a notice of the system."""
        now = self._place.now()
        return [self._line(one, now).spoken for one in waiting]

    # inside

    def _line(self, one: DueReminder, now: datetime) -> Line:
        item, look = one.item, self.looks.of(one.item.kind)
        title = " · ".join(part for part in (item.customer_name, item.title) if part)
        day = due_text(item.day, self._clock.day_of(now))
        when = day if item.time is None else f"{day} {item.time:%H:%M}"
        note = " · ".join(part for part in (when, look.word, one.phone) if part)
        return Line(one.name, title, note, look.icon)

    def _begin_finish(self, name: str) -> None:
        from crm_desktop.ui.pages.calendar.finishing import days_on_offer
        from crm_desktop.ui.widgets.finish_strip import usual_steps

        key, place = self._waiting[name].item.key, self._place
        self.card.begin_finish(name, usual_steps(self._clock.day_of(place.now())))
        work = self._window.frame.work
        work.read(lambda: days_on_offer(place, key), self._take_steps, group="reminders.steps")

    def _take_steps(self, steps: Sequence[NextDay]) -> None:
        self.card.set_steps(steps)

    def _finish(self, name: str, answer: Finishing) -> None:
        from crm_desktop.ui.pages.calendar.finishing import finish

        frame = self._window.frame
        frame.work.forget("reminders.steps")
        finish(frame, self._place, self._waiting[name].item.key, answer)
        self.settled.emit([name])

    def _snooze(self, names: list[str], choice: str) -> None:
        entries = [self._waiting[name] for name in names if name in self._waiting]
        place, until = self._place, snoozes(self._clock, self._place.now())
        moment = until.get(Snooze(choice), until[Snooze.HOUR])
        self._window.frame.work.write(lambda: snooze(place, entries, moment), self._snoozed)
        self.settled.emit(names)

    def _snoozed(self, _nothing: None) -> None:
        self.snoozed.emit()

    def _open(self, name: str) -> None:
        item, navigator = self._waiting[name].item, self._window.frame.navigator
        if item.customer_id is not None:
            navigator.open("customer", item.customer_id)
        else:
            navigator.open("calendar", item.day)
        self.settled.emit([name])

    def _open_today(self) -> None:
        self._window.frame.navigator.open("today")
        self.settled.emit(list(self._waiting))

    def _close(self) -> None:
        self.settled.emit(list(self._waiting))


def snooze_words() -> Mapping[Snooze, str]:
    """Return what the choices of a snooze are called."""
    return {
        Snooze.MINUTES: _T("Reminders", "10 minutes"),
        Snooze.HOUR: _T("Reminders", "1 hour"),
        Snooze.AFTERNOON: _T("Reminders", "This afternoon"),
        Snooze.TOMORROW: _T("Reminders", "Tomorrow"),
    }


def come_forward(window: MainWindow, then: Callable[[], object]) -> None:
    """Bring the window to the front, and do something there."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    then()
