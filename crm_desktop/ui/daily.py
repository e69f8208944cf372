"""The work of the shop's day in the background: begun once the window has settled, again after changes and each day.

It runs on the thread of the writes in short turns and lets every save pass. It says nothing: pages show what came.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.notices import Choice, Level, Notices
from crm_desktop.ui.work import GiveWay, Work

if TYPE_CHECKING:
    from crm_desktop.services.catch_up import CaughtUp, Standing
    from crm_desktop.services.clock_check import ClockBehind
    from crm_desktop.ui.main_window import MainWindow

FIRST_MS = 3_000
"""After the window has settled: until then its first rows are painted and the first keys answered."""
SOON_MS = 5_000
"""After a change: whoever enters ten customers in a row is not held up ten times."""
EVERY_MS = 120_000
"""Otherwise: for the day that begins, a computer that slept, and what commands write."""

CLOCK_NOTICE = "clock"


class Daily(QObject):
    """Serves one window at a time; it asks whether there is anything to do, and does it."""

    ticked = Signal()
    """Every few minutes while a window is open: for whatever else has to look at the clock."""

    def __init__(self, workplace: Workplace, work: Work, notices: Notices) -> None:
        super().__init__()
        self._place, self._work, self._notices = workplace, work, notices
        self._window: MainWindow | None = None
        self._today: date | None = None
        self._running = False
        self._came: list[ChangeSet] = []
        self._moved = False
        self._clock_said: datetime | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._steady = QTimer(self, interval=EVERY_MS)
        self._steady.timeout.connect(self.look)
        self._steady.timeout.connect(self.ticked)
        work.wrote.connect(self._wrote)

    def serve(self, window: MainWindow) -> None:
        """Work for a new window from when it has settled; the one before it is gone."""
        self._window, self._running = window, False
        self._pause()
        window.settled.connect(self._begin)
        window.closed.connect(self._leave)

    def look(self) -> None:
        """Ask whether there is anything to do, unless that is being asked or done."""
        window = self._window
        if window is None or self._running or not window.is_watching():
            return
        self._running = True
        self._work.read(self._standing, self._take_standing, self._put_off, group="daily", patient=True)

    # inside

    def _begin(self) -> None:
        self._soon.start(FIRST_MS)
        self._steady.start()

    def _pause(self) -> None:
        self._soon.stop()
        self._steady.stop()

    def _leave(self) -> None:
        """Forget the window that was closed: what is still under way has nobody to show itself to."""
        self._pause()
        self._window = None

    def _wrote(self, result: object) -> None:
        if isinstance(result, ChangeSet) and result.changed and self._steady.isActive():
            self._soon.start(SOON_MS)

    def _standing(self) -> Standing:
        from crm_desktop.services.catch_up import standing

        return standing(self._place)

    def _take_standing(self, standing: Standing) -> None:
        self._say_clock(standing.clock)
        day_began = self._today not in (None, standing.today)
        self._today = standing.today
        window = self._window
        if day_began and window is not None:
            window.refresh_pages(None)  # what was due tomorrow is due today
        if standing.behind and window is not None and window.is_watching():
            self._work.write_patiently(self._catch_up, self._show, self._put_off)
        else:
            self._running = False

    def _say_clock(self, behind: ClockBehind | None) -> None:
        """Say once that the clock was set back, and take it away when it is right again."""
        newest = behind.newest if behind is not None else None
        if newest == self._clock_said:
            return
        self._clock_said = newest
        self._notices.withdraw(CLOCK_NOTICE)
        if behind is not None:
            from crm_desktop.services.clock_check import clock_sentence

            right = Choice(_T("Clock", "The clock is right"), self._take_clock_for_right)
            choices = (right,) if self._place.may(Right.SETTINGS) else ()
            self._notices.say(clock_sentence(behind), Level.WARNING, choices, key=CLOCK_NOTICE)

    def _take_clock_for_right(self) -> None:
        from crm_desktop.services.clock_check import say_clock_right

        self._work.write(lambda: say_clock_right(self._place))

    def _catch_up(self, somebody_waits: Callable[[], bool]) -> CaughtUp:
        from crm_desktop.services.catch_up import catch_up

        caught = catch_up(self._place, somebody_waits)
        self._came.extend(caught.changes)
        self._moved = self._moved or caught.filled
        if not caught.complete:
            raise GiveWay  # what was done stays done; the rest follows after those who wait
        return caught

    def _show(self, _caught: CaughtUp) -> None:
        self._running = False
        came, self._came = self._came, []
        moved, self._moved = self._moved, False
        if self._window is None:
            return
        if moved:
            self._window.refresh_pages(None)
            return
        for changes in came:
            self._window.refresh_pages(changes)

    def _put_off(self, fault: Fault) -> None:
        """Try again later where another program has the database; say every other fault."""
        self._running = False
        if fault.kind is not FaultKind.DATABASE_BUSY:
            self._notices.tell_fault(fault)
