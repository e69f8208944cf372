"""Opens the guide for the window of the moment: from the menu, with F1 in any window, after an upgrade by a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from crm_desktop import __version__
from crm_desktop.base.text import _T
from crm_desktop.ui.help.asking import ANSWERS
from crm_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from crm_desktop.ui.help.window import GuideWindow
    from crm_desktop.ui.main_window import MainWindow

SEEN = "guide/version"
"""The version whose news this computer's user was told of."""


class Guide(QObject):
    """Serves one window at a time; a change of language shows the same page in the other one."""

    def __init__(self, theme: Theme, memory: QSettings, *, is_new: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._memory = memory
        self._is_new = is_new
        self._window: MainWindow | None = None
        self.guide: GuideWindow | None = None
        self._follows = False

    def serve(self, window: MainWindow) -> None:
        """Take a new window on."""
        here = self.guide.here if self.guide is not None and self.guide.isVisible() else ""
        self.close()
        self._window = window
        window.guide_asked.connect(self.open)
        window.settled.connect(self._begin)
        window.closed.connect(self._closed)
        if here:
            self.open(here)

    def open(self, target: str = "") -> None:
        """Show "topic" or "topic#place"; "" is the place for what has the keyboard."""
        from crm_desktop.ui.help.topics import topic_at
        from crm_desktop.ui.help.window import GuideWindow

        target = target or topic_at(QApplication.focusWidget() or QApplication.activeWindow() or self._window)
        if self.guide is None:
            self.guide = GuideWindow(self._theme, self._memory)
        self.guide.search.clear()
        self.guide.open(target)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()
        self.guide.reader.setFocus()

    def open_here(self) -> None:
        """Show the place for what has the keyboard."""
        self.open()

    def close(self) -> None:
        """Put the window away."""
        guide, self.guide = self.guide, None
        if guide is not None:
            guide.close()
            guide.deleteLater()

    def _begin(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication) and self._window is not None and not self._follows:
            application.focusChanged.connect(self._follow_focus)
            self._follows = True
        self._tell_news()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give the key to each further window when it is first entered: the menu's key works in the main one alone."""
        top = now.window() if now is not None else None
        if top is None or top is self._window or top is self.guide or top.property(ANSWERS):
            return
        top.setProperty(ANSWERS, True)
        for key in QKeySequence.keyBindings(QKeySequence.StandardKey.HelpContents):
            QShortcut(key, top).activated.connect(self.open_here)

    def _tell_news(self) -> None:
        """After an upgrade say once, in the strip, that there is something new."""
        seen = str(self._memory.value(SEEN) or "")
        if seen == __version__ or self._window is None:
            return
        self._memory.setValue(SEEN, __version__)
        if not self._is_new and self._memory.contains("window/page"):
            from crm_desktop.ui.notices import Choice

            text = _T("Guide", "The program is now version {version}.").format(version=__version__)
            look = Choice(_T("Guide", "See what is new"), self._open_news)
            self._window.frame.notices.say(text, choices=(look,), key="guide.news")

    def _open_news(self) -> None:
        from crm_desktop.services.user_guide import NEWS

        if self._window is not None:
            self._window.frame.notices.withdraw("guide.news")
        self.open(NEWS)

    def _closed(self) -> None:
        application = QApplication.instance()
        if self._follows and isinstance(application, QApplication):
            application.focusChanged.disconnect(self._follow_focus)
            self._follows = False
        self.close()
        self._window = None
