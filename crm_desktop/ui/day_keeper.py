"""Keeps the window in step with the days: series are worked out behind everything else, and at midnight all is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.work import GiveWay, Work

_MINUTE = 60_000
_OF_DATES = frozenset({"follow_up", "follow_up_series", "series_exception", "shop_day", "setting"})
Refresh = Callable[[ChangeSet | None], object]


@dataclass(frozen=True)
class _Look:
    """The shop's day, and whether every series is worked out for it."""

    day: date
    filled: bool


class DayKeeper(QObject):
    """Looks once a minute, and after each change of follow-ups, whether there is something to work out."""

    def __init__(self, workplace: Workplace, work: Work) -> None:
        super().__init__(work)
        self._workplace = workplace
        self._work = work
        self._refresh: Refresh = lambda _changes: None
        self._day: date | None = None
        self._is_filling = False
        self._is_over = False
        self._changed = False
        self._timer = QTimer(self, interval=_MINUTE)
        self._timer.timeout.connect(self.look)

    def start(self, refresh: Refresh) -> None:
        """Begin, or go on for another window; `refresh` is told when its pages must ask again."""
        self._refresh = refresh
        self._is_filling = False  # the answer to another window's asking does not come home
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """End: what is being worked out stops after its next step."""
        self._is_over = True
        self._timer.stop()

    def heed(self, changes: ChangeSet) -> None:
        """Look again after changes that may leave series to be worked out."""
        if not _OF_DATES.isdisjoint(changes.entities):
            self.look()

    def look(self) -> None:
        """Ask for the day and whether all is worked out."""
        workplace = self._workplace

        def read() -> _Look:
            from crm_desktop.services.fill_occurrences import is_filled
            from crm_desktop.services.shop_clock import shop_clock

            return _Look(shop_clock(workplace).day_of(workplace.now()), is_filled(workplace))

        if not self._is_over:
            self._work.read(read, self._seen, group="days.look", patient=True)

    def _seen(self, look: _Look) -> None:
        before, self._day = self._day, look.day
        if before not in (None, look.day):
            self._refresh(None)
        if not look.filled and not self._is_filling:
            self._is_filling = True
            self._work.write_patiently(self._fill, self._filled)

    def _fill(self, somebody_waits: Callable[[], bool]) -> bool:
        """Work out what there is; make room for whoever saves. Runs on the writing thread."""
        from crm_desktop.services.fill_occurrences import fill_occurrences

        def is_cancelled() -> bool:
            return self._is_over or somebody_waits()

        filled = fill_occurrences(self._workplace, is_cancelled=is_cancelled)
        self._changed = self._changed or filled.changed
        if not filled.complete and not self._is_over:
            raise GiveWay
        return self._changed

    def _filled(self, changed: bool) -> None:
        self._is_filling = self._changed = False
        if changed:
            self._refresh(None)
