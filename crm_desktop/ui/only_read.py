"""A book whose disk takes no writes: one calm sentence over the window, the ways out, and no verb that would write."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crm_desktop.base.errors import FaultKind
from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.notices import Choice, Level, Notices

if TYPE_CHECKING:
    from crm_desktop.ui.main_window import MainWindow

NOTICE = "only_read"


class OnlyRead:
    """Serves one window at a time; `again` closes the shop and opens it anew, `back_up` makes a backup elsewhere."""

    def __init__(
        self,
        shop: Callable[[], OpenShop],
        notices: Notices,
        *,
        again: Callable[[], object],
        back_up: Callable[[], object],
        refuse: Callable[[], object],
    ) -> None:
        """Begin; `refuse` disables the verbs anew."""
        self._shop, self._notices, self._again, self._back_up, self._refuse = shop, notices, again, back_up, refuse
        self._window: MainWindow | None = None

    def serve(self, window: MainWindow) -> None:
        """Say it in a new window, too."""
        self._window = window
        self.look()

    def look(self) -> None:
        """Say it where it is so."""
        window, store = self._window, self._shop().store
        if window is None or not store.is_only_read:
            return
        self._refuse()
        window.status.set_saved(_T("Status", "For looking up only"))
        again = Choice(_T("OnlyRead", "Try again"), self._again)
        elsewhere = Choice(_T("OnlyRead", "Back up to another disk …"), self._back_up)
        text = banner(store.guard.why).format(folder=store.path.parent)
        self._notices.say(text, Level.WARNING, (again, elsewhere), key=NOTICE)


def banner(why: FaultKind | None) -> str:
    """Return what is so, why, and what to do about it."""
    if why is FaultKind.DISK_FULL:
        return _T(
            "OnlyRead",
            "For looking up only: the disk of the customer book has no room left. Everything saved is there. Empty the "
            "recycle bin or move large files away, then try again.",
        )
    if why is FaultKind.DISK_ERROR:
        return _T(
            "OnlyRead",
            "For looking up only: the disk of the customer book reports errors when it is written. Make a backup on "
            "another disk now, then have this one looked at.",
        )
    return _T(
        "OnlyRead",
        "For looking up only: the folder {folder} is write-protected. Searching, exporting and backups to another disk "
        "work. Remove the protection, or copy the whole folder to this computer's own disk, then try again.",
    )
