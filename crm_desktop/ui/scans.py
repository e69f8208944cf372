"""What becomes of a scan: whoever is in front takes it, else the window shows whose code it is.

A field that is meant for codes (`takes_scans`) gets the code while the keyboard is in it. A window or dialog that wants
scans for itself has a method `take_scan(code)`: the till puts goods on the bill, the counter strip shows the member.
Everywhere else a member's card opens her record, goods and coupons are said with the way to sell them, a slip is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from crm_desktop.base.declared_settings import HEARS_SCANNER
from crm_desktop.base.settings import Setting, Settings
from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.notices import Choice, Level
from crm_desktop.ui.takes_scans import give_scan

if TYPE_CHECKING:
    from crm_desktop.services.know_code import KnownCode
    from crm_desktop.ui.main_window import MainWindow
    from crm_desktop.ui.scanner import Scanner

UNREADABLE = "scan.unreadable"


class Scans(QObject):
    """Serves one window at a time, from when it has settled; hears nothing where no scanner is used."""

    def __init__(self, workplace: Workplace, settings: Settings) -> None:
        super().__init__()
        self._workplace, self._settings = workplace, settings
        self._window: MainWindow | None = None
        self._scanner: Scanner | None = None
        settings.follow(self._setting_changed)

    @property
    def is_hearing(self) -> bool:
        """Say whether the keyboard is listened to for a scanner."""
        return self._scanner is not None

    def serve(self, window: MainWindow) -> None:
        """Take scans for a new window; the one before it is gone."""
        self._window = window
        window.settled.connect(self._begin)
        window.closed.connect(self._closed)

    def take(self, code: str) -> None:
        """Give a scan to whoever is in front."""
        window = self._window
        if window is None or window.is_locked:
            return
        window.frame.notices.withdraw(UNREADABLE)
        if give_scan(QApplication.focusWidget(), code):
            return
        front = QApplication.activeModalWidget() or QApplication.activeWindow()
        taker = getattr(front, "take_scan", None)
        if taker is not None:
            taker(code)
            return
        place = self._workplace

        def know() -> KnownCode | None:
            from crm_desktop.services.know_code import know_code

            return know_code(place, code)

        window.frame.work.read(know, lambda known: self._show(code, known), group="scan")

    # inside

    def _begin(self) -> None:
        if self._scanner is None and self._settings.get(HEARS_SCANNER):
            from crm_desktop.ui.scanner import Scanner

            application = QApplication.instance()
            if isinstance(application, QApplication):
                self._scanner = Scanner(application)
                self._scanner.scanned.connect(self.take)
                self._scanner.unreadable.connect(self._say_unreadable)

    def _closed(self) -> None:
        self._end()
        self._window = None

    def _end(self) -> None:
        if self._scanner is not None:
            self._scanner.stop()
            self._scanner.deleteLater()
            self._scanner = None

    def _setting_changed(self, setting: Setting[str] | Setting[int] | Setting[bool]) -> None:
        if setting.key != HEARS_SCANNER.key or self._window is None:
            return
        if self._settings.get(HEARS_SCANNER):
            self._begin()
        else:
            self._end()

    def _show(self, code: str, known: KnownCode | None) -> None:
        from crm_desktop.domain.loyalty.signed_balance import looks_signed
        from crm_desktop.services.know_code import CodeOf

        window = self._window
        if window is None:
            return
        if known is None and looks_signed(code):
            from crm_desktop.ui.dialogs.loyalty.check_statement import show_check

            show_check(window, window.frame, self._workplace, code)
        elif known is None:
            said = _T("Scans", "The shop does not know this code: {code}").format(code=code)
            add = Choice(_T("Scans", "Put it in the catalogue"), lambda: self._add_product(code))
            window.frame.notices.toast(said, choice=add)
        elif known.what is CodeOf.CUSTOMER:
            window.frame.navigator.open("customer", known.row_id)
        elif known.what is CodeOf.SLIP:
            from crm_desktop.ui.pages.till.slip_dialog import show_slip

            show_slip(window, window.frame, self._workplace, known.row_id)
        else:
            self._offer_sale(window, code, known)

    def _offer_sale(self, window: MainWindow, code: str, known: KnownCode) -> None:
        """Say what was scanned, with the way to sell it or to redeem it."""
        from crm_desktop.services.know_code import CodeOf

        is_coupon = known.what is CodeOf.COUPON
        said = _T("Scans", "Coupon {code}: {name}") if is_coupon else _T("Scans", "{name} ({code})")
        sell = Choice(_T("Scans", "Record a sale with it"), lambda: self._sell(code))
        window.frame.notices.toast(said.format(code=code, name=known.name), choice=sell)

    def _add_product(self, code: str) -> None:
        from crm_desktop.ui.pages.catalogue.page import NewProduct

        if self._window is not None:
            self._window.frame.navigator.open("catalogue", NewProduct(code))

    def _sell(self, code: str) -> None:
        window = self._window
        if window is not None:
            from crm_desktop.ui.pages.till.sale_dialog import sell

            sell(window, window.frame, self._workplace).take_scan(code)

    def _say_unreadable(self) -> None:
        if self._window is not None:
            said = _T("Scans", "The input method has changed what was scanned. Scan it again: it is off for a moment.")
            self._window.frame.notices.say(said, Level.WARNING, key=UNREADABLE)
