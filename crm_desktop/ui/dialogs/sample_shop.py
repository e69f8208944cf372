"""The sample shop: filling an empty shop with invented customers, and ending it to begin with one's own."""

from __future__ import annotations

from collections.abc import Callable

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.notices import Choice

FILLING, SAMPLE = "sample.filling", "sample"
"""The keys of the two notices."""


class SampleShop:
    """What a window says and does about the sample shop; `restart` opens the folder anew, without a look back."""

    def __init__(self, window: MainWindow, shop: OpenShop, restart: Callable[[], object]) -> None:
        self._window = window
        self._frame = window.frame
        self._shop = shop
        self._restart = restart

    def fill(self) -> None:
        """Fill an empty shop off the GUI thread; one with customers of its own is refused in words and keeps them."""
        from crm_desktop.services.fill_demo import fill_demo

        self._frame.notices.say(_T("Sample", "Making a sample shop with invented customers …"), key=FILLING)
        self._frame.work.write(lambda: fill_demo(self._shop.workplace), self._filled, self._not_filled)

    def say(self) -> None:
        """Say that the customers are invented, with the way to begin in earnest."""
        choice = Choice(_T("Sample", "Begin with my own customers"), self.end)
        self._frame.notices.say(
            _T("Sample", "This is a sample shop: every customer in it is invented."), choices=(choice,), key=SAMPLE
        )

    def end(self) -> None:
        """Ask, then put the sample shop aside."""
        from crm_desktop.ui.dialogs.confirm import confirm

        confirm(
            self._window,
            _T("Sample", "Begin with your own customers?"),
            _T("Sample", "Begin anew"),
            self._end,
            _T(
                "Sample",
                "The sample shop is put aside into the folder of backups, with all you have tried in it, and the "
                "program begins with an empty customer book.",
            ),
        )

    def _filled(self, _changes: ChangeSet) -> None:
        self._frame.notices.withdraw(FILLING)
        self.say()

    def _not_filled(self, fault: Fault) -> None:
        self._frame.notices.withdraw(FILLING)
        self._frame.notices.tell_fault(fault)

    def _end(self) -> None:
        from crm_desktop.services.end_sample_shop import end_sample_shop

        self._window.set_watching(False)
        self._frame.work.write(lambda: end_sample_shop(self._shop), self._ended, self._not_ended)

    def _ended(self, _folder: object) -> None:
        self._frame.notices.withdraw(SAMPLE)
        self._restart()

    def _not_ended(self, fault: Fault) -> None:
        self._window.set_watching(True)
        self._frame.notices.tell_fault(fault)
