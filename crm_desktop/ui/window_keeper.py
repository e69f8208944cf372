"""Keeps the program's one window: makes it, and makes it anew in another language without losing what is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from crm_desktop.base.declared_settings import DENSITY, LANGUAGE, TEXT_SIZE, THEME
from crm_desktop.base.records import dataclass
from crm_desktop.base.settings import Setting, Settings
from crm_desktop.base.text import language_in_use
from crm_desktop.ui.language import Speaker, language_of
from crm_desktop.ui.main_window import Hooks, MainWindow
from crm_desktop.ui.notices import Notices
from crm_desktop.ui.page import Page
from crm_desktop.ui.theme.theme import Density, Mode, Theme
from crm_desktop.ui.work import Work

LAST_PAGE = "last"
FIRST_PAGE = "customers"
"""The page of a first start: the list of a large shop stands sooner than a day's work can be put together."""


@dataclass(frozen=True)
class Parts:
    """What outlives a window. `pages` and `hooks` are asked again for each, so that their texts follow the language."""

    theme: Theme
    work: Work
    notices: Notices
    settings: Settings
    memory: QSettings
    speaker: Speaker
    pages: Callable[[], Sequence[Page]]
    hooks: Callable[[], Hooks]


class WindowKeeper(QObject):
    """Follows the settings of look and language."""

    made = Signal(object)
    """A window that has just been made and is not shown yet: time to fill its status bar."""

    def __init__(self, parts: Parts, language: str | None = None) -> None:
        super().__init__()
        self._parts = parts
        self._forced_language = language
        self._window: MainWindow | None = None
        parts.settings.follow(self._follow)
        self._speak()
        self.use_look()

    @property
    def window(self) -> MainWindow:
        """The window of this moment; made now if it was not."""
        return self._window or self._make()

    def open(self, page_id: str) -> MainWindow:
        """Show the window with a page; "last" is the one it was closed on, at the first start the usual one."""
        kept = str(self._parts.memory.value("window/page") or "") if page_id == LAST_PAGE else page_id
        listed = [page.id for page in self.window.pages if not page.parent]
        self.window.stack.open(kept if kept in listed else FIRST_PAGE)
        self.window.show()
        return self.window

    def speak(self, language: str) -> None:
        """Speak "zh_CN" or "en" from now on, whatever the setting says."""
        self._forced_language = language
        self._switch()

    def use_look(self) -> None:
        """Dress the program as the settings say."""
        settings = self._parts.settings
        self._parts.theme.use(Mode(settings.get(THEME)), settings.get(TEXT_SIZE), Density(settings.get(DENSITY)))

    def make_anew(self) -> None:
        """Replace the window by one in the language in use; what is being typed goes along."""
        old = self.window
        state, place = old.save_state(), old.saveGeometry()
        old.retire()
        new = self._make()
        new.restore_state(state)
        new.restoreGeometry(place)
        new.setVisible(old.isVisible())
        new.settle()  # it takes the place of one that says all of it already
        old.hide()
        old.deleteLater()

    def _make(self) -> MainWindow:
        parts = self._parts
        window = MainWindow(
            parts.pages(),
            theme=parts.theme,
            work=parts.work,
            notices=parts.notices,
            settings=parts.settings,
            memory=parts.memory,
            hooks=parts.hooks(),
        )
        self._window = window
        self.made.emit(window)
        return window

    def _follow(self, setting: Setting[str] | Setting[int] | Setting[bool]) -> None:
        if setting.key in (THEME.key, TEXT_SIZE.key, DENSITY.key):
            self.use_look()
        elif setting.key == LANGUAGE.key:
            self._forced_language = None
            QTimer.singleShot(0, self, self._switch)  # the control that asked is still handling its click

    def _switch(self) -> None:
        before = language_in_use()
        self._speak()
        if self._window is not None and language_in_use() != before:
            self.make_anew()

    def _speak(self) -> None:
        self._parts.speaker.speak(self._forced_language or language_of(self._parts.settings.get(LANGUAGE)))
