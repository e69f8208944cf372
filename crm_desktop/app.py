"""Assembles the program with a window: places, settings, shop, threads, theme, pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtWidgets import QApplication

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.lock import WindowLock
from crm_desktop.base.paths import Places, find_places
from crm_desktop.base.settings import DENSITY, LANGUAGE, TEXT_SIZE, THEME, FileStore, Setting, Settings
from crm_desktop.base.text import LANGUAGES, use_language
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.shop_settings import ShopSettings
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.notices import Notices
from crm_desktop.ui.page import Page
from crm_desktop.ui.shop_hooks import ShopHooks
from crm_desktop.ui.theme.theme import Density, Mode, Theme
from crm_desktop.ui.work import Work

APPLICATION_NAME = "crm-desktop"


def run_window(options: ShopOptions) -> int:
    """Open the window on a shop and stay until it is closed; return the exit code."""
    application = make_application()
    places = find_places(options.data_dir)
    lock = WindowLock(places.data)
    try:
        places.data.make()
        lock.take()
    except Fault as fault:
        return _leave(places, fault)
    try:
        shop = _open(options, places)
        return Program(application, shop, options).run() if shop else 1
    finally:
        lock.release()


def make_application() -> QApplication:
    """Return the one application object, made on the first call."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, sys.platform == "darwin")
    application = QApplication([APPLICATION_NAME])
    application.setApplicationName(APPLICATION_NAME)
    application.setDesktopFileName(APPLICATION_NAME)
    return application


def _leave(places: Places, fault: Fault) -> int:
    """End a start that cannot go on: where another window has the folder, it comes to the front instead."""
    from crm_desktop.ui.single_window import raise_first_window

    if fault.kind is FaultKind.FOLDER_IN_USE and raise_first_window(places.data.path):
        return 0
    use_language(language_of(_settings(places), None))
    sys.stderr.write(sentence_for(fault) + "\n")
    return 1


def _open(options: ShopOptions, places: Places) -> OpenShop | None:
    """Open the shop; while it cannot be opened, say why and offer the ways out. None: the user gave up."""
    use_language(language_of(_settings(places), options.language))
    while True:
        try:
            return open_shop(options, Source.WINDOW)
        except Fault as fault:
            from crm_desktop.ui.dialogs.open_fault import ask_way_out

            way_out = ask_way_out(fault, options)
            if way_out is None:
                return None
            options = way_out


def _settings(places: Places) -> Settings:
    return Settings(FileStore(places.config.of_data_folder(places.data) / "settings.json"))


def language_of(settings: Settings, asked: str | None) -> str:
    """Return the language to speak: the one asked for at start, the one set, else this computer's."""
    chosen = asked or settings.get(LANGUAGE)
    if chosen in LANGUAGES:
        return chosen
    languages = QLocale.system().uiLanguages()
    return "zh_CN" if languages and languages[0].startswith("zh") else "en"


class Program:
    """The assembled program: one shop, and one window on it at a time."""

    def __init__(self, application: QApplication, shop: OpenShop, options: ShopOptions) -> None:
        self.application = application
        self.shop = shop
        self._asked_language = options.language
        folder = shop.places.config.of_data_folder(shop.places.data)
        self.settings = Settings(FileStore(folder / "settings.json"), ShopSettings(shop.workplace))
        self.theme = Theme(application, folder / "images")
        self.notices = Notices(sentence_for)
        self.work = Work(self.notices.tell_fault, self.notices.tell_crash, shop.store.interrupt_reads)
        self.memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._follow_theme()
        self.settings.follow(self._setting_changed)
        self.window = self.make_window()

    def run(self) -> int:
        """Show the window and stay until it is closed."""
        from crm_desktop.ui.single_window import RaiseListener

        self.window.show()
        listener = RaiseListener(self.shop.places.data.path, self._come_forward)
        code = self.application.exec()
        listener.close()
        self.close()
        return code

    def close(self) -> None:
        """Finish what was asked for and close the shop."""
        self.work.close()
        self.shop.close()

    def make_window(self) -> MainWindow:
        """Return a new window in the language in use."""
        hooks = ShopHooks(self.shop, self.work, self.notices, lambda: self.window)
        window = MainWindow(
            pages_of(self.shop),
            theme=self.theme,
            work=self.work,
            notices=self.notices,
            settings=self.settings,
            memory=self.memory,
            hooks=hooks.hooks(),
        )
        hooks.start(window)
        return window

    def speak(self, language: str) -> None:
        """Change the language: a new window takes over what was being typed."""
        use_language(language)
        old, state = self.window, self.window.save_state()
        old.keep_geometry()
        self.window = self.make_window()
        self.window.restore_state(state)
        self.window.show()
        old.hide()
        old.deleteLater()

    def _come_forward(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _follow_theme(self) -> None:
        self.theme.use(
            Mode(self.settings.get(THEME)), self.settings.get(TEXT_SIZE), Density(self.settings.get(DENSITY))
        )

    def _setting_changed(self, setting: Setting[str] | Setting[int] | Setting[bool]) -> None:
        if setting.key in (THEME.key, TEXT_SIZE.key, DENSITY.key):
            self._follow_theme()
        if setting.key == LANGUAGE.key:
            self.speak(language_of(self.settings, None))


def pages_of(shop: OpenShop) -> Sequence[Page]:
    """Return the pages of the program, in the order of the rail."""
    from crm_desktop.ui.pages.customer.page import customer_page
    from crm_desktop.ui.pages.customers.page import customers_page

    return (customers_page(shop.workplace), customer_page(shop.workplace))


def draw_pictures(options: ShopOptions, folder: Path, page: str | None = None) -> int:
    """Write every page as a PNG in both languages, light and dark; return the exit code."""
    from crm_desktop.ui.pictures import draw

    application = make_application()
    shop = open_shop(options, Source.COMMAND)
    make: Callable[[], Program] = lambda: Program(application, shop, options)  # noqa: E731
    return draw(make, folder, page)
