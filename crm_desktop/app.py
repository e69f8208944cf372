"""Assembles the program with a window: places, settings, shop, threads, theme, pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from crm_desktop.base.declared_settings import LANGUAGE, STARTS_WITH
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.last_words import LeftOpen, hush, listen
from crm_desktop.base.lock import WindowLock
from crm_desktop.base.paths import Places, find_places
from crm_desktop.base.records import dataclass
from crm_desktop.base.settings import FileStore, Settings
from crm_desktop.domain.journal import Source
from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop, take_for_window, vault_of
from crm_desktop.services.shop_settings import ShopSettings
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.ui.counter.strips import CounterStrips
from crm_desktop.ui.daily import Daily
from crm_desktop.ui.first_run import ask_first, begin, is_first
from crm_desktop.ui.flows import Flows, Ways
from crm_desktop.ui.help.serving import Guide
from crm_desktop.ui.identity import NAME, introduce, show_every_size
from crm_desktop.ui.inbox import Application, inbox
from crm_desktop.ui.keeping import Keeping
from crm_desktop.ui.language import Speaker, language_of
from crm_desktop.ui.lock import Lock, ask_who_is_there
from crm_desktop.ui.notices import Notices
from crm_desktop.ui.only_read import OnlyRead
from crm_desktop.ui.opened_files import OpenedFiles
from crm_desktop.ui.page import Page
from crm_desktop.ui.reminding import Reminding
from crm_desktop.ui.scans import Scans
from crm_desktop.ui.shop_hooks import ShopHooks
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.watching import Watching
from crm_desktop.ui.window_keeper import Parts, WindowKeeper
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.services.first_steps import FirstStep
    from crm_desktop.services.self_test import SelfCheck
    from crm_desktop.store.key_vault import KeyVault
    from crm_desktop.ui.dialogs.first_run import FirstAnswer, FirstRun
    from crm_desktop.ui.main_window import MainWindow
    from crm_desktop.ui.offer_report import OfferReport
    from crm_desktop.ui.safety_net import TidyGarbage
    from crm_desktop.ui.single_window import RaiseListener

_NOBODY_LOOKS = ("offscreen", "minimal")
"""Platforms without a screen: a dialog would wait there for ever."""


@dataclass(frozen=True)
class Start:
    """What to open, and the vault that remembers a password typed before: nobody is asked twice."""

    options: ShopOptions
    vault: KeyVault | None = None
    fault: FaultKind | None = None
    """Why the book is not opened at all, where the window before found that out: the way out comes first."""
    has_new_code: bool = False
    """Whether the recovery code was changed and has to be put on paper."""


def run_window(options: ShopOptions) -> int:
    """Open the window on a shop and stay until it is closed; return the exit code."""
    application = make_application()
    inbox().put(options.files)
    options = replace(options, files=())
    code = 0
    following: Start | None = Start(options)
    try:
        while following is not None:
            code, following = _one_shop(application, following)
    except Exception as error:  # of a window without a terminal nobody would see more than that it is gone
        if isinstance(error, Fault) or application.platformName() in _NOBODY_LOOKS:
            raise
        from crm_desktop.ui.dialogs.crash import show_end

        show_end(error, find_places(options.data_dir).data.logs)
        return 1
    return code


def make_application() -> QApplication:
    """Return the one application object, made on the first call."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, sys.platform == "darwin")
    application = Application([NAME])
    introduce(application)
    return application


def _one_shop(application: QApplication, start: Start) -> tuple[int, Start | None]:
    """Open the window on one folder; return the exit code, and what to open next: restored data, or another folder."""
    options = start.options
    places = find_places(options.data_dir)
    Speaker(application).speak(_language(places, options.language))
    lock, vault = WindowLock(places.data), start.vault or vault_of(places)
    try:
        if start.fault is not None:
            raise Fault(start.fault, file=str(places.data.database), folder=str(places.data.path))
        shop = _open(options, places, lock, vault)
    except Fault as fault:
        _leave(lock)
        code, following = _no_shop(fault, options, places, vault)
        return code, Start(following, vault) if following else None
    if shop is None:
        _leave(lock)
        return 0, None
    application.commitDataRequest.connect(lock.note_end)
    try:
        program = Program(application, shop, options)
        program.left = lock.left
        program.has_new_code |= start.has_new_code
        code = program.run()
        again = Start(options, vault, program.fault, program.code_changed)
        return code, again if program.again else None
    finally:
        application.commitDataRequest.disconnect(lock.note_end)
        _leave(lock)


def _leave(lock: WindowLock) -> None:
    """Let another window have the folder; this one ends as it should."""
    hush()
    lock.release()


def _open(options: ShopOptions, places: Places, lock: WindowLock, vault: KeyVault) -> OpenShop | None:
    """Take the folder for this window and open its shop; a folder that is no place for one stays untouched.

    Where it has a password, ask for it; return None where nobody gives it.
    """
    if not places.data.has_database():
        from crm_desktop.base.folders import refuse_unsafe_folder

        refuse_unsafe_folder(places.data.path)
    take_for_window(places.data, lock)
    listen(places.data.logs)
    try:
        return open_shop(options, Source.WINDOW, vault)
    except Fault as fault:
        if fault.kind is not FaultKind.PASSWORD_NEEDED:
            raise
    from crm_desktop.ui.dialogs.open_fault import ask_password

    return open_shop(options, Source.WINDOW, vault) if ask_password(LockedShop(places, vault)) else None


def _no_shop(fault: Fault, options: ShopOptions, places: Places, vault: KeyVault) -> tuple[int, ShopOptions | None]:
    """Let the window that has the folder come to the front; else say why it does not open, with the ways out."""
    from crm_desktop.services.way_back import way_back
    from crm_desktop.ui.dialogs.open_fault import ask_way_out
    from crm_desktop.ui.single_window import raise_first_window

    if fault.kind is FaultKind.FOLDER_IN_USE and raise_first_window(places.data.path, inbox().waits()):
        return 0, None
    return 1, ask_way_out(fault, options, way_back(places, vault))


def _language(places: Places, asked: str | None) -> str:
    settings = Settings(FileStore(places.config.of_data_folder(places.data) / "settings.json"))
    return asked or language_of(settings.get(LANGUAGE))


def _in_words(fault: Fault) -> str:
    """Return the sentence for a fault; a start without one needs no sentences."""
    from crm_desktop.services.sentences import sentence_for

    return sentence_for(fault)


class Program:
    """The assembled program: one shop, and the keeper of the one window on it."""

    def __init__(self, application: QApplication, shop: OpenShop, options: ShopOptions) -> None:
        self.application = application
        self.shop = shop
        folder = shop.places.config.of_data_folder(shop.places.data)
        self.notices = Notices(_in_words)
        session = shop.workplace.session
        self.work = Work(
            self.notices.tell_fault, self.notices.tell_crash, shop.store.interrupt_reads, bind=session.bound
        )
        shop_settings = ShopSettings(shop.workplace, self.work.write)
        self.settings = Settings(FileStore(folder / "settings.json"), shop_settings)
        self.hooks = ShopHooks(shop, self.work)
        ways = Ways(self.restart, self.hooks.recovery_confirmed, self._backed_up, self._restart_with_new_key)
        self.flows = Flows(shop, ways)
        self.daily = Daily(shop.workplace, self.work, self.notices)
        self.keeping = Keeping(lambda: self.flows.shop, self.work, self.notices)
        self.keeping.kept.connect(self.hooks.kept)
        self.keeping.kept.connect(self.flows.backups.told)
        self.watching = Watching(lambda: self.flows.shop, self.work, self.notices, self._leave_for_way_out)
        self.keeping.kept.connect(self.watching.hear_kept)
        self.fault: FaultKind | None = None
        self.left: LeftOpen | None = None
        """The window before, where it never closed."""
        self._offer: OfferReport | None = None
        memory = self._memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.reminding = Reminding(shop.workplace, self.work, self.settings, memory)
        self.daily.ticked.connect(self.reminding.look)
        self.scans = Scans(shop.workplace, self.settings)
        self.strips = CounterStrips(shop.workplace)
        self.again = self.code_changed = False
        self.has_new_code = False
        self._tidying: TidyGarbage | None = None
        self._listener: RaiseListener | None = None
        self.theme = Theme(application, folder / "images")
        self.guide = Guide(self.theme, memory, is_new=shop.is_new)
        parts = Parts(
            theme=self.theme,
            work=self.work,
            notices=self.notices,
            settings=self.settings,
            memory=memory,
            speaker=Speaker(application),
            pages=lambda: pages_of(shop, self.flows),
            hooks=lambda: self.hooks.hooks(self.flows.import_files),
        )
        self.keeper = WindowKeeper(parts, options.language)
        self.lock = Lock(shop, self.work, self.settings, self.theme, self.keeper.make_anew)
        self.only_read = OnlyRead(
            lambda: self.flows.shop,
            self.notices,
            again=self.restart,
            back_up=self.flows.backups.choose_folder,
            refuse=self.lock.show_rights,
        )
        self.watching.only_read.connect(self.only_read.look)
        self._door: QWidget | None = None
        self._first: FirstRun | None = None
        self.opened_files = OpenedFiles(inbox(), self.flows.open_files)
        for serve in (self.opened_files.serve, self.flows.start, self.hooks.start):
            self.keeper.made.connect(serve)

    def run(self) -> int:
        """Show the window and stay until it is closed."""
        from crm_desktop.ui.safety_net import CatchMistakes

        net = CatchMistakes(self.notices.tell_error)
        self._show_or_ask()
        code = self.application.exec()
        if self._listener is not None:
            self._listener.close()
        self.close()
        if self._tidying is not None:
            self._tidying.stop()
        net.stop()
        return code

    def _show_or_ask(self) -> None:
        """Show the window; where somebody has a PIN, ask before who is there."""
        from crm_desktop.services.sign_in import is_locked_at_start

        if self.shop.is_new or not is_locked_at_start(self.shop.workplace):
            self.show()
            return
        geometry = self._memory.value("window/geometry")
        self._door = ask_who_is_there(self.shop, self.work, self.theme, geometry, self._let_in)
        self._listen()

    def _let_in(self, rights: frozenset[Right]) -> None:
        self._door, self.lock.rights = None, rights
        self.show()

    def show(self) -> None:
        """Show the window; in a new shop after its first questions."""
        if is_first(self.shop, self._memory):
            ask = partial(ask_first, self.shop, self.theme, self.settings, self._memory, self.work)
            self._first = ask(speak=self.keeper.speak, on_answer=self._begin)
            self._listen()
        else:
            self._open_window()

    def _begin(self, answer: FirstAnswer) -> None:
        """Open the window on the new shop, and go on as its owner wishes."""
        self._open_window()
        begin(self.flows, answer)
        QTimer.singleShot(0, self._leave_first)  # it is still closing

    def _leave_first(self) -> None:
        self._first = None
        self.keeper.window.activateWindow()

    def _open_window(self) -> None:
        """Show the window; garbage is collected by a timer from now on."""
        from crm_desktop.ui.safety_net import TidyGarbage

        self.keeper.made.connect(self._await_settled)
        serving = (self.daily, self.keeping, self.watching, self.reminding, self.scans, self.strips, self.guide)
        for one in (*serving, self.lock, self.only_read):
            self.keeper.made.connect(one.serve)
        self.keeper.open(self.settings.get(STARTS_WITH))
        if self.has_new_code:
            self.flows.show_recovery()
        self._tidying = TidyGarbage(self.application)

    def close(self) -> None:
        """Finish what was asked for and close the shop."""
        self.opened_files.end()
        self.lock.end()
        self.flows.end()
        self.keeping.end()
        self.watching.end()
        self.work.close()
        self.shop.close()

    def restart(self) -> None:
        """Close this shop and open the folder again: other data lie in it now."""
        self.again = True
        self.hooks.leave_without_backup()
        self.keeper.window.close()

    def _leave_for_way_out(self, kind: FaultKind) -> None:
        """Close this shop; what follows is the guided way out."""
        self.fault = kind
        self.restart()

    def _backed_up(self) -> None:
        self.hooks.say_backup()
        self.keeping.soon()

    def _restart_with_new_key(self) -> None:
        """Open the folder again under its new key; what follows is to print the new recovery code."""
        self.code_changed = True
        self.restart()

    def _await_settled(self, window: MainWindow) -> None:
        window.settled.connect(self._listen)
        window.settled.connect(self._show_every_size)
        window.settled.connect(self._offer_report)

    def _show_every_size(self) -> None:
        show_every_size(self.application)

    def _offer_report(self) -> None:
        """Offer the report of a window that never closed; asked for once, and no start waits for it."""
        from crm_desktop.ui.offer_report import OfferReport

        if self._offer is None:
            self._offer = OfferReport(self.notices, self.work, self.shop.places.data.logs)
            self._offer.look(self.left)

    def _listen(self) -> None:
        """Hear second starts; they try for a while where the first window does not listen yet."""
        from crm_desktop.ui.single_window import RaiseListener

        if self._listener is None:
            self._listener = RaiseListener(self.shop.places.data.path, self._come_forward)

    def _come_forward(self, files: Sequence[Path]) -> None:
        inbox().put(files)
        window = self._door or self._first or self.keeper.window
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()


def pages_of(shop: OpenShop, flows: Flows) -> Sequence[Page]:
    """Return the pages of the program, in the order of the rail."""
    from crm_desktop.ui.pages.backup.page import backup_page
    from crm_desktop.ui.pages.calendar.page import calendar_page
    from crm_desktop.ui.pages.catalogue.page import catalogue_page
    from crm_desktop.ui.pages.customer.new_customer import NewCustomer
    from crm_desktop.ui.pages.customer.page import customer_page
    from crm_desktop.ui.pages.customers.page import customers_page
    from crm_desktop.ui.pages.duplicates.page import duplicates_page, merge_page
    from crm_desktop.ui.pages.history.page import history_page
    from crm_desktop.ui.pages.importing.page import import_page
    from crm_desktop.ui.pages.imports.page import imports_page
    from crm_desktop.ui.pages.loyalty.page import loyalty_page
    from crm_desktop.ui.pages.privacy.page import privacy_page
    from crm_desktop.ui.pages.settings.page import settings_page
    from crm_desktop.ui.pages.staff.page import staff_page
    from crm_desktop.ui.pages.takings.page import takings_page
    from crm_desktop.ui.pages.till.page import till_page
    from crm_desktop.ui.pages.today.page import today_page

    workplace = shop.workplace
    new = NewCustomer(workplace)
    customers = customers_page(
        workplace, new_customer=new.begin, export=flows.export_selection, first=flows.backup_first.change_many
    )
    duplicates = duplicates_page(workplace, flows.duplicate_scan)
    imports = (import_page(shop), imports_page(workplace))
    days = (today_page(workplace, partial(_steps_of, shop)), customers, calendar_page(workplace))
    money = (loyalty_page(workplace), till_page(workplace), takings_page(workplace))
    records = (customer_page(workplace), new.page(), duplicates, merge_page(workplace), catalogue_page(workplace))
    privacy = privacy_page(workplace, flows.backup_first.before)
    safety = (history_page(shop), staff_page(workplace), privacy, backup_page(flows))
    return *days, *money, *records, *imports, *safety, settings_page()


def _steps_of(shop: OpenShop) -> Mapping[FirstStep, bool] | None:
    from crm_desktop.services.first_steps import first_steps

    return first_steps(shop)


def draw_pictures(options: ShopOptions, folder: Path, page: str | None = None, guide: bool = False) -> int:
    """Write every page as a PNG in both languages, light and dark, or the guide's pictures; return the exit code."""
    from crm_desktop.services.sign_in import act_as
    from crm_desktop.ui.guide_pictures import draw_guide
    from crm_desktop.ui.pictures import draw

    application = make_application()
    shop = open_shop(options, Source.COMMAND)
    try:
        act_as(shop.workplace, options.person, options.pin)
    except BaseException:
        shop.close()
        raise
    make: Callable[[], Program] = lambda: Program(application, shop, options)  # noqa: E731
    return draw_guide(make, folder) if guide else draw(make, folder, page)


def checks_of_window() -> Sequence[SelfCheck]:
    """Return what the self-test tries of the window, on the platform that needs no screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from crm_desktop.ui.self_test import window_checks

    application = make_application()
    return window_checks(lambda shop: Program(application, shop, ShopOptions(shop.places.data.path)))
