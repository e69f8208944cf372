"""Who is at work in the window: the chip in the rail, the quick switch, the lock, and what makes it fall shut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QWidget

from crm_desktop.base.declared_settings import IDLE_LOCK
from crm_desktop.base.errors import Fault
from crm_desktop.base.settings import Settings
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.services.sign_in import AtWork
    from crm_desktop.ui.idle import Idle
    from crm_desktop.ui.lock_overlay import LockOverlay
    from crm_desktop.ui.main_window import MainWindow
    from crm_desktop.ui.pin_asker import PinAsker
    from crm_desktop.ui.widgets.person_chip import PersonChip

LOCK, SWITCH = "shop.lock", "shop.switch"


class Lock(QObject):
    """Serves one window at a time. While it is locked nothing can be read or done; what runs goes on."""

    def __init__(
        self, shop: OpenShop, work: Work, settings: Settings, theme: Theme, make_anew: Callable[[], object]
    ) -> None:
        """Begin; `make_anew` puts a new window in the place of the old one: for somebody else everything is anew."""
        super().__init__()
        self._shop, self._work, self._settings, self._theme = shop, work, settings, theme
        self._make_anew = make_anew
        self._place = shop.workplace
        self._window: MainWindow | None = None
        self._chip: PersonChip | None = None
        self._overlay: LockOverlay | None = None
        self._people: list[AtWork] = []
        self._locked = False
        self.rights: frozenset[Right] | None = None
        """What whoever is at work may do; None until somebody has signed in here: then all of it is the owner's."""
        self.asker: PinAsker | None = None
        self.idle: Idle | None = None

    def serve(self, window: MainWindow) -> None:
        """Give a new window its chip and its verbs; the one before it is gone."""
        self._window, self._overlay = window, None
        lock = _T("Verbs", "&Lock")
        switch = _T("Verbs", "Change who is at &work …")
        window.verbs.add(
            Verb(LOCK, lock, self.lock, "Ctrl+Shift+L", "lock", Menu.FILE, 7),
            Verb(SWITCH, switch, self.switch, "Ctrl+Shift+P", "users", Menu.FILE, 7),
        )
        self._chip = None
        self.show_rights()
        window.refreshed.connect(self._changed)
        window.settled.connect(self.watch)
        window.closed.connect(self._closed)

    def watch(self) -> None:
        """Begin to watch over the window, once its first rows stand: who is there, and whether anybody is."""
        if self.asker is None:
            from crm_desktop.ui.idle import Idle
            from crm_desktop.ui.pin_asker import PinAsker

            self.asker = self._place.session.asker = PinAsker(self._theme)
            self.idle = Idle(lambda: self._settings.get(IDLE_LOCK) * 60.0)
            self.idle.idle.connect(self.lock)
            self.idle.slept.connect(self.lock)
        self._ask()

    def end(self) -> None:
        """Ask nobody any more: the program closes."""
        if self.idle is not None:
            self.idle.stop()
        if self.asker is not None:
            self.asker.end()

    # locking and switching

    def lock(self) -> None:
        """Hide everything and ask who is there; only where somebody has a PIN."""
        if self._window is None or self._locked:
            return
        if not any(one.has_pin for one in self._people):
            self._say_no_pin()
            return
        self._begin(locked=True)

    def switch(self) -> None:
        """Let somebody else be at work, or go on."""
        if self._window is not None and not self._locked:
            self._begin(locked=False)

    def _begin(self, *, locked: bool) -> None:
        from crm_desktop.ui.clipboard import clear_clipboard

        window = self._window
        if window is None:
            return
        overlay = self._overlay or self._make_overlay(window)
        overlay.cover()
        if self.asker is not None:
            self.asker.dismiss()
        self._locked = window.is_locked = True
        window.verbs.set_locked(True)
        if locked:
            clear_clipboard()
        overlay.view.show_people(self._people, self._place.session.signed_in, may_leave=not locked, locked=locked)

    def _leave(self) -> None:
        """Go on as before."""
        window, overlay = self._window, self._overlay
        self._locked = False
        if window is not None and overlay is not None:
            window.is_locked = False
            window.verbs.set_locked(False)
            overlay.uncover()
            if self.idle is not None:
                self.idle.touch()

    def _enter(self, person_id: int, pin: str) -> None:
        place, same = self._place, person_id == self._place.session.signed_in

        def enter() -> frozenset[Right]:
            from crm_desktop.services.sign_in import sign_in, unlock

            if same:
                unlock(place, pin)
            else:
                sign_in(place, person_id, pin)
            return place.acting_as(person_id).rights()

        self._work.write(enter, self._entered_again if same else self._entered, self._refused)

    def _entered_again(self, rights: frozenset[Right]) -> None:
        self.rights = rights
        self.show_rights()
        self._leave()

    def _entered(self, rights: frozenset[Right]) -> None:
        """Begin anew for somebody else: nothing that the one before could see stays."""
        self.rights = rights
        if self._overlay is not None:
            self._overlay.forget_others()
        self._locked = False
        QTimer.singleShot(0, self, self._make_anew)

    def _refused(self, fault: Fault) -> None:
        from crm_desktop.services.sentences import sentence_for

        if self._overlay is not None:
            self._overlay.view.refuse(sentence_for(fault))

    def _forgotten(self, person_id: int) -> None:
        from crm_desktop.ui.dialogs.forgotten_pin import show_forgotten_pin

        if self._overlay is not None and self._window is not None:
            dialog = show_forgotten_pin(self._window, self._theme, self._work, self._shop, person_id)
            self._overlay.allow(dialog)

    def _make_overlay(self, window: MainWindow) -> LockOverlay:
        from crm_desktop.ui.lock_overlay import LockOverlay

        overlay = self._overlay = LockOverlay(window, self._theme)
        overlay.view.wanted.connect(self._enter)
        overlay.view.left.connect(self._leave)
        overlay.view.forgotten.connect(self._forgotten)
        return overlay

    def _say_no_pin(self) -> None:
        if self._window is not None and self.sender() is not self.idle:
            said = _T("Lock", "Nobody has a PIN yet. Set one for whoever is to be asked, on the page Staff.")
            self._window.frame.notices.toast(said)

    # who is there

    def _changed(self, changes: ChangeSet | None) -> None:
        if changes is None or "person" in changes.entities or changes.kind is Kind.PIN_SET:
            self._ask()

    def _ask(self) -> None:
        place = self._place

        def read() -> tuple[Sequence[AtWork], frozenset[Right]]:
            from crm_desktop.services.sign_in import people_at_work

            return people_at_work(place), place.rights()

        self._work.read(read, self._show, group="window.people")

    def show_rights(self) -> None:
        """Disable what may not be done, with the reason; nothing is looked up where everything may be."""
        window, only_read = self._window, self._shop.store.is_only_read
        if window is None or (self.rights is None and not only_read):
            return
        rights = frozenset(Right) if self.rights is None else self.rights
        from crm_desktop.ui.verb_rights import reason_for_page, reason_for_verb

        window.verbs.set_refused(lambda verb_id: reason_for_verb(verb_id, rights, only_read=only_read))
        window.rail.set_refused(lambda page_id: reason_for_page(page_id, rights, only_read=only_read))
        pages = [page.id for page in window.pages if reason_for_page(page.id, rights, only_read=only_read)]
        window.stack.set_refused(pages)

    def _show(self, found: tuple[Sequence[AtWork], frozenset[Right]]) -> None:
        people, rights = found
        self._people = list(people)
        if rights != (self.rights or frozenset(Right)):
            self.rights = rights
            self.show_rights()
        mine = next((one for one in people if one.id == self._place.session.signed_in), None)
        wanted = len(people) > 1 or any(one.has_pin for one in people)
        if self._window is not None and mine is not None and (wanted or self._chip is not None):
            chip = self._chip or self._make_chip(self._window)
            tip = _T("Lock", "At work: {name}. Press to change.").format(name=mine.name)
            chip.set_person(mine.name, mine.colour, tip)
            chip.setVisible(wanted)

    def _make_chip(self, window: MainWindow) -> PersonChip:
        from crm_desktop.ui.widgets.person_chip import PersonChip

        chip = self._chip = PersonChip(self._theme, "rail.person")
        chip.clicked.connect(self.switch)
        window.rail.set_foot(chip)
        return chip

    def _closed(self) -> None:
        from crm_desktop.ui.clipboard import clear_clipboard

        clear_clipboard()
        self._window = self._overlay = self._chip = None


def ask_who_is_there(
    shop: OpenShop, work: Work, theme: Theme, geometry: object, entered: Callable[[frozenset[Right]], object]
) -> QWidget:
    """Show a window that asks who is at work, before any other; `entered` is called when somebody has signed in."""
    from crm_desktop.ui.lock_door import LockDoor

    door = LockDoor(shop, work, theme, entered)
    if not isinstance(geometry, QByteArray) or not door.restoreGeometry(geometry):
        door.resize(1240, 780)
    door.show()
    return door
