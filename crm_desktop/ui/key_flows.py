"""What the window does about the key of the customer book: password, recovery sheet, a change of key after a leak."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.notices import Choice

if TYPE_CHECKING:
    from crm_desktop.services.key_state import KeyState
    from crm_desktop.ui.dialogs.password import PasswordJob
    from crm_desktop.ui.main_window import MainWindow

FORMER = "keys.former"
"""The key of the notice about backups that an older code opens."""


class KeyFlows(QObject):
    """Opens each dialog over the window of the moment, for whoever may; `changed` says that there is news to show."""

    changed = Signal()

    def __init__(
        self,
        shop: OpenShop,
        window: Callable[[], MainWindow],
        on_key: Callable[[object], object],
        rekeyed: Callable[[], object],
    ) -> None:
        super().__init__()
        self.shop = shop
        self._window, self._on_key, self._rekeyed = window, on_key, rekeyed

    def read_state(self, answer: Callable[[KeyState], None]) -> None:
        """Ask how the book is locked."""
        from crm_desktop.services.key_state import key_state

        self._window().frame.work.read(lambda: key_state(self.shop), answer, group="keys.state")

    def show(self) -> None:
        """Show all of it in a window of its own."""
        self._for_who_may(self._show)

    def show_recovery(self) -> None:
        """Show the recovery code, to put it on paper."""
        self._for_who_may(self._show_recovery)

    def check_sheet(self) -> None:
        """Ask whether the sheet is still there."""
        self._for_who_may(partial(self._show_recovery, check=True))

    def set_password(self) -> None:
        """Put the book under a password; whoever has no sheet yet prints it first, or forgetting would be the end."""
        from crm_desktop.services.recovery_sheet import is_confirmed

        if is_confirmed(self.shop.key):
            self._for_who_may(self._ask_new_password)
        else:
            self._for_who_may(partial(self._show_recovery, then=self._ask_new_password))

    def change_password(self) -> None:
        """Put the book under another password."""
        self._for_who_may(self._ask_new_password)

    def remove_password(self) -> None:
        """Let the book open by itself again."""
        from crm_desktop.ui.dialogs.password import PasswordJob

        self._for_who_may(partial(self._ask_password, PasswordJob.REMOVE))

    def rekey(self) -> None:
        """Change the key, because something became known."""
        self._for_who_may(self._show_rekey)

    def delete_former_backups(self) -> None:
        """Ask, then delete the backups that an older code opens."""
        from crm_desktop.ui.dialogs.confirm import confirm

        confirm(
            self._window(),
            _T("Keys", "Delete the backups that the old code opens?"),
            _T("Keys", "Delete them"),
            self._delete_former,
            _T(
                "Keys",
                "Whoever knows the old code or password can read them. The newer backups stay; what was deleted "
                "cannot be brought back.",
            ),
        )

    # inside

    def _for_who_may(self, act: Callable[[], object]) -> None:
        """Do something for whoever may do it and gives her PIN again; the others are told."""
        from crm_desktop.services.key_state import may_use_keys

        def allowed(_none: None) -> None:
            act()

        self._window().frame.work.write(lambda: may_use_keys(self.shop), allowed)

    def _show(self) -> None:
        from crm_desktop.ui.dialogs.keys import show_keys

        show_keys(self._window(), self._window().frame, self)

    def _show_recovery(self, *, check: bool = False, then: Callable[[], object] | None = None) -> None:
        from crm_desktop.ui.dialogs.recovery_sheet import show_recovery_sheet

        def confirmed(key: object) -> None:
            self._take(key)
            if then is not None:
                then()
            else:
                self.read_state(self._offer_deletion)

        show_recovery_sheet(self._window(), self._window().frame, self.shop, confirmed, check=check)

    def _ask_new_password(self) -> None:
        from crm_desktop.services.passwords import has_password
        from crm_desktop.ui.dialogs.password import PasswordJob

        self._ask_password(PasswordJob.CHANGE if has_password(self.shop.key) else PasswordJob.SET)

    def _ask_password(self, job: PasswordJob) -> None:
        from crm_desktop.ui.dialogs.password import show_password

        show_password(self._window(), self._window().frame, self.shop, job, self._take)

    def _show_rekey(self) -> None:
        from crm_desktop.ui.dialogs.rekey import show_rekey

        show_rekey(self._window(), self.shop, self._rekeyed)

    def _take(self, key: object) -> None:
        """Go on with the key that has another header."""
        self.shop.with_key(key)
        self._on_key(key)
        self.changed.emit()

    def _offer_deletion(self, state: KeyState) -> None:
        if state.former_backups:
            text = _T("Keys", "%n backup(s) can still be read with the old code.", None, state.former_backups)
            choice = Choice(_T("Keys", "Delete them …"), self.delete_former_backups)
            self._window().frame.notices.say(text, choices=(choice,), key=FORMER)

    def _delete_former(self) -> None:
        from crm_desktop.services.former_backups import delete_former_backups

        self._window().frame.work.write(lambda: delete_former_backups(self.shop), self._deleted)

    def _deleted(self, count: int) -> None:
        notices = self._window().frame.notices
        notices.withdraw(FORMER)
        notices.toast(_T("Keys", "%n backup(s) deleted.", None, count))
        self.changed.emit()
