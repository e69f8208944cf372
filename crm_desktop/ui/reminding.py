"""Reminds of follow-ups while the window is open: one timer on the next that is due, and a card with what rings.

The timer is set anew after every change, whoever made it, and at each tick of the daily work by the clock on the wall:
sleep and a clock that is set stop no timer. Reading and remembering go on behind the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from crm_desktop.base.declared_settings import REMINDS, USUAL_REMINDER
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.records import dataclass
from crm_desktop.base.settings import Setting, Settings
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.notices import Choice, Level

if TYPE_CHECKING:
    from crm_desktop.domain.shop_time import ShopTime
    from crm_desktop.services.due_reminders import DueReminder, Missed
    from crm_desktop.services.follow_up_kinds import KindShown
    from crm_desktop.ui.main_window import MainWindow
    from crm_desktop.ui.reminders_shown import RemindersShown
    from crm_desktop.ui.theme.theme import Theme
    from crm_desktop.ui.tray_notice import TrayNotice
    from crm_desktop.ui.work import Work

FIRST_MS = 4_000
"""After the window has settled: its first rows and keys come before."""
SOON_MS = 400
"""After a change; changes in a row are one."""
LONGEST_MS = 86_400_000
"""A timer holds no more than some days; long before that it is set anew."""
SEEN_EVERY = timedelta(minutes=10)
SEEN = "reminders/seen"
VERB = "go.reminders"
AWAY = "away"
_CONCERN = frozenset({"follow_up", "follow_up_series", "series_exception", "setting", "shop_day", "customer"})


@dataclass(frozen=True)
class _Taken:
    """What rings now, with what is needed to say it; `missed` where the window has just been opened."""

    due: Sequence[DueReminder]
    clock: ShopTime
    kinds: Sequence[KindShown]
    missed: Missed | None = None


class Reminding(QObject):
    """Serves one window at a time, for the person at work here."""

    def __init__(
        self,
        workplace: Workplace,
        work: Work,
        settings: Settings,
        memory: QSettings,
        make_tray: Callable[[Theme], TrayNotice] | None = None,
    ) -> None:
        super().__init__()
        self._make_tray = make_tray or _make_tray
        self._place, self._work, self._settings, self._memory = workplace, work, settings, memory
        self._window: MainWindow | None = None
        self._shown: RemindersShown | None = None
        self._tray: TrayNotice | None = None
        self._clock: ShopTime | None = None
        self._kinds: Sequence[KindShown] = ()
        self._waiting: list[DueReminder] = []
        self._whose = workplace.person_id
        self._opened = self._taking = self._running = False
        self._seen: datetime | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look_again)
        work.wrote.connect(self._heard)
        settings.follow(self._setting_changed)

    def serve(self, window: MainWindow) -> None:
        """Remind in a new window from when it has settled; the one before it is gone."""
        self._window, self._shown, self._running = window, None, False
        self._taking = False
        if self._place.person_id != self._whose:  # what waits is somebody else's
            self._whose, self._waiting, self._opened = self._place.person_id, [], False
        self._pause()
        to_card = _T("Verbs", "To the &reminders")
        window.verbs.add(Verb(VERB, to_card, self.go_to_card, "Shift+F6", "bell", Menu.GO, 3))
        window.verbs.set_enabled(VERB, False)
        window.settled.connect(self._settled)
        window.refreshed.connect(self._changed)
        window.closed.connect(self._closed)

    def look(self) -> None:
        """Ask when the next reminder rings, and take what rings by now."""
        if not self._may_look():
            return
        self._keep_seen()
        if self._settings.get(REMINDS) and not self._taking:
            self._work.read(self._next, self._arm, self._put_off, group="reminders", patient=True)

    def go_to_card(self) -> None:
        """Put the keyboard on the card."""
        if self._shown is not None:
            self._shown.card.take_focus()

    # the clockwork

    def _settled(self) -> None:
        QTimer.singleShot(FIRST_MS, self._timer, self._begin)

    def _begin(self) -> None:
        window = self._window
        if window is None:
            return
        if not window.is_watching():  # the database is being replaced
            self._settled()
            return
        self._running = True
        if self._opened:
            self._show(ring=False)
            self.look()
        elif self._settings.get(REMINDS):
            self._take(opening=True)
        self._opened = True

    def _may_look(self) -> bool:
        return self._running and self._window is not None and self._window.is_watching()

    def _next(self) -> datetime | None:
        from crm_desktop.services.due_reminders import next_reminder

        return next_reminder(self._place, self._place.person_id)

    def _arm(self, moment: datetime | None) -> None:
        left = None if moment is None else (moment - self._place.now()) / timedelta(milliseconds=1)
        if left is not None and left <= 0:
            self._take()
        elif left is not None and self._running:
            self._timer.start(min(int(left) + 1, LONGEST_MS))
        else:
            self._timer.stop()

    def _take(self, *, opening: bool = False, quietly: bool = False) -> None:
        """Take what rings by now; `quietly` leaves out what is past already."""
        if self._taking:
            return
        self._taking = True
        since = self._last_seen() if opening else None
        place, first = self._place, opening and since is None

        def take() -> _Taken:
            from crm_desktop.services.due_reminders import missed_since, take_due
            from crm_desktop.services.follow_up_kinds import kinds
            from crm_desktop.services.shop_clock import shop_clock

            missed = None if since is None else missed_since(place, place.person_id, since)
            due = take_due(place, place.person_id)
            if quietly or first:
                due = [one for one in due if one.due_at > place.now()]
            return _Taken(due, shop_clock(place), kinds(place), missed)

        self._work.write(take, on_fault=self._put_off)

    def _heard(self, result: object) -> None:
        """Take what a write returned: not by a callback, which a new window would lose, and with it what rang."""
        if isinstance(result, _Taken):
            self._taken(result)

    def _taken(self, taken: _Taken) -> None:
        self._taking = False
        self._clock, self._kinds = taken.clock, taken.kinds
        missed = taken.missed
        due = [one for one in taken.due if missed is None or not missed.covers(one)]
        if missed is not None:
            self._say_missed(missed)
        if due:
            known = {one.name for one in due}
            self._waiting = [*due, *(one for one in self._waiting if one.name not in known)]
            self._show(ring=True)
            self._tell_system(due)
        self._keep_seen(now=missed is not None)
        self.look()

    def _put_off(self, fault: Fault) -> None:
        """Try again at the next tick where another program has the database; say every other fault.

        Whoever may see no follow-ups is reminded of none.
        """
        self._taking = False
        if fault.kind not in (FaultKind.DATABASE_BUSY, FaultKind.NOT_ALLOWED) and self._window is not None:
            self._window.frame.notices.tell_fault(fault)

    def _pause(self) -> None:
        self._running = False
        self._timer.stop()
        self._soon.stop()

    def _closed(self) -> None:
        if self._opened:
            self._keep_seen(now=True)
            self._memory.sync()
        self._pause()
        self._window = self._shown = None
        if self._tray is not None:
            self._tray.clear()

    # changes

    def _changed(self, changes: ChangeSet | None) -> None:
        if self._running and (changes is None or not _CONCERN.isdisjoint(changes.entities)):
            self._soon.start(SOON_MS)

    def _look_again(self) -> None:
        self.look()
        self._check_waiting()

    def _check_waiting(self) -> None:
        """Take from the card what was done or put off meanwhile."""
        if not self._waiting or not self._may_look():
            return
        from crm_desktop.services.due_reminders import still_waiting

        waiting = list(self._waiting)
        self._work.read(lambda: still_waiting(self._place, waiting), self._left, group="reminders.left", patient=True)

    def _left(self, left: Sequence[DueReminder]) -> None:
        now = {one.name: one for one in left}
        self._waiting = [now[one.name] for one in self._waiting if one.name in now]
        self._show(ring=False)

    def _setting_changed(self, setting: Setting[str] | Setting[int] | Setting[bool]) -> None:
        if setting.key not in (REMINDS.key, USUAL_REMINDER.key) or not self._may_look():
            return
        if self._settings.get(REMINDS):
            self._take(quietly=True)
        else:
            self._timer.stop()
            self._work.forget("reminders")
            self._settle([one.name for one in self._waiting])

    # what is shown

    def _show(self, *, ring: bool) -> None:
        if self._window is None or self._clock is None or (self._shown is None and not self._waiting):
            return
        if self._shown is None:
            self._shown = self._make_shown(self._window, self._clock)
        from crm_desktop.ui.pages.calendar.kind_look import KindLooks

        self._shown.looks = KindLooks(self._kinds)
        self._shown.show(self._waiting, ring=ring)
        if self._window is not None:
            self._window.verbs.set_enabled(VERB, bool(self._waiting))
        if not self._waiting and self._tray is not None:
            self._tray.clear()

    def _make_shown(self, window: MainWindow, clock: ShopTime) -> RemindersShown:
        from crm_desktop.ui.reminders_shown import RemindersShown

        shown = RemindersShown(window, self._place, clock)
        shown.settled.connect(self._settle)
        shown.snoozed.connect(self.look)
        return shown

    def _settle(self, names: Sequence[str]) -> None:
        self._waiting = [one for one in self._waiting if one.name not in names]
        self._show(ring=False)

    def _tell_system(self, due: Sequence[DueReminder]) -> None:
        """Tell those who look elsewhere, in one notice."""
        window = self._window
        if window is None or self._shown is None or window.isActiveWindow():
            return
        QApplication.alert(window)
        if self._tray is None:
            self._tray = self._make_tray(window.frame.theme)
            self._tray.clicked.connect(self._come_forward)
        lines = [] if window.is_locked else self._shown.sentences(due[:3])  # whoever passes by is not to read names
        self._tray.say(_T("Reminders", "%n reminder(s)", n=len(due)), "\n".join(lines))

    def _come_forward(self) -> None:
        from crm_desktop.ui.reminders_shown import come_forward

        if self._window is not None:
            come_forward(self._window, self.go_to_card)

    def _say_missed(self, missed: Missed) -> None:
        window = self._window
        if window is None or not missed.count:
            return
        names = [" ".join(part for part in (item.customer_name, item.title) if part) for item in missed.first]
        listed = _T("Reminders", ", ", "between follow-ups in a sentence").join(names)
        if missed.count > len(names):
            more = _T("Reminders", "{entries} and {count} more")
            listed = more.format(entries=listed, count=missed.count - len(names))
        said = _T("Reminders", "While you were away, %n follow-up(s) came due: {entries}.", n=missed.count)
        opens = Choice(_T("Reminders", "Open Today"), self._open_today)
        window.frame.notices.say(said.format(entries=listed), Level.INFO, (opens,), key=AWAY)

    def _open_today(self) -> None:
        if self._window is not None:
            self._window.frame.navigator.open("today")

    # when the program was last open

    def _last_seen(self) -> datetime | None:
        kept = self._memory.value(SEEN)
        try:
            return datetime.fromisoformat(str(kept)) if kept else None
        except ValueError:
            return None

    def _keep_seen(self, *, now: bool = False) -> None:
        moment = self._place.now().astimezone(UTC)
        if now or self._seen is None or abs(moment - self._seen) >= SEEN_EVERY:
            self._seen = moment
            self._memory.setValue(SEEN, moment.isoformat())


def _make_tray(theme: Theme) -> TrayNotice:
    from crm_desktop.ui.tray_notice import TrayNotice

    return TrayNotice(theme)
