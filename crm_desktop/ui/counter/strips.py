"""Keeps the counter strip of the window of the moment: F9 shows and hides it, and it comes back where it was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb

if TYPE_CHECKING:
    from crm_desktop.domain.journal import ChangeSet
    from crm_desktop.ui.counter.strip import CounterStrip
    from crm_desktop.ui.main_window import MainWindow

VERB = "counter.strip"
OPEN = "counter/open"


class CounterStrips(QObject):
    """Serves one window at a time; a change of language makes the strip anew with its window."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._window: MainWindow | None = None
        self.strip: CounterStrip | None = None

    def serve(self, window: MainWindow) -> None:
        """Give a new window its strip."""
        self._drop()
        self._window = window
        text = _T("Verbs", "Counter s&trip, on top of all windows")
        window.verbs.add(Verb(VERB, text, self.toggle, "F9", "panel-top", Menu.VIEW, 4))
        window.refreshed.connect(self._refresh)
        window.settled.connect(self._come_back)
        window.closed.connect(self._closed)

    def toggle(self) -> None:
        """Show the strip, or hide the one that is in front."""
        if self.strip is not None and self.strip.isVisible():
            self.strip.close()
        else:
            self.show()

    def show(self) -> None:
        """Show the strip with the keyboard in it."""
        window = self._window
        if window is None:
            return
        if self.strip is None:
            from crm_desktop.ui.counter.strip import CounterStrip

            self.strip = CounterStrip(window.frame, self._workplace)
            self.strip.hidden.connect(self._forget_open)
        window.frame.memory.setValue(OPEN, True)
        self.strip.show()
        self.strip.raise_()
        self.strip.activateWindow()
        self.strip.search.setFocus()

    def _come_back(self) -> None:
        window = self._window
        if window is not None and self.strip is None and str(window.frame.memory.value(OPEN)).casefold() == "true":
            self.show()
            window.activateWindow()

    def _refresh(self, changes: ChangeSet | None) -> None:
        if self.strip is not None and self.strip.isVisible():
            self.strip.refresh(changes)

    def _forget_open(self) -> None:
        if self._window is not None:
            self._window.frame.memory.setValue(OPEN, False)

    def _closed(self) -> None:
        self._drop()
        self._window = None

    def _drop(self) -> None:
        """Take the strip away; whether it was open stays remembered."""
        strip, self.strip = self.strip, None
        if strip is not None:
            strip.hidden.disconnect(self._forget_open)
            strip.close()
            strip.deleteLater()
