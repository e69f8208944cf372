"""The main window: rail, pages, strip of notices, status bar, menus; it knows pages only by `Page`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.base.records import dataclass
from crm_desktop.base.settings import Setting, Settings
from crm_desktop.base.text import _T
from crm_desktop.ui.actions import VerbBook
from crm_desktop.ui.notices import Choice, Notices, Toast
from crm_desktop.ui.page import Frame, Page
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.verbs import frame_verbs, show_choices
from crm_desktop.ui.widgets.drop_overlay import FileDrop
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.notice_strip import NoticeStrip
from crm_desktop.ui.widgets.page_stack import PageStack
from crm_desktop.ui.widgets.rail import Rail
from crm_desktop.ui.widgets.status_line import StatusLine
from crm_desktop.ui.widgets.toast import ToastBar
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.domain.journal import ChangeSet

POLL_MS = 1000
SETTLE_MS = 150
"""A start paints its first rows and answers a first key in less than this."""


@dataclass(frozen=True)
class Outcome:
    """What a finished write means to the window: the changes to show, a sentence, and what can be done about it."""

    changes: ChangeSet
    sentence: str = ""
    undo: Callable[[], object] | None = None
    choice: Choice | None = None


Search = Callable[[str, Callable[[Sequence[tuple[int, str, str]]], None]], None]
"""Called with a text and a callback; answers on the GUI thread with (id, title, subtitle) of customers, best first."""


@dataclass(frozen=True)
class Hooks:
    """What the assembler lends the window; a hook left out takes its part of the window with it.

    `outcome` reads what a write job returned (None: nothing to show). `version` runs on the writes thread every second
    and returns anything that differs once another program has written. `drop_files` gets the dropped files the program
    can read. `search_customers` answers the palette. `before_close` may return False to stay open.
    """

    outcome: Callable[[object], Outcome | None] | None = None
    version: Callable[[], object] | None = None
    drop_files: Callable[[Sequence[Path]], None] | None = None
    search_customers: Search | None = None
    open_customer: Callable[[int], None] | None = None
    before_close: Callable[[], bool] | None = None
    undo: Callable[[], object] | None = None
    redo: Callable[[], object] | None = None
    log_folder: Path | None = None


class MainWindow(QMainWindow):
    """One window of the program; a change of language makes a new one from the same parts."""

    closed = Signal()
    refreshed = Signal(object)
    """The set of changes that pages were told of; None for what another program wrote."""
    guide_asked = Signal(str)
    """The user guide is wanted at "topic" or "topic#place"; "" is the place for what has the keyboard."""
    settled = Signal()
    """The first page stands, with its rows: what can wait (status bar, names in menus) may be asked for now."""

    def __init__(
        self,
        pages: Sequence[Page],
        *,
        theme: Theme,
        work: Work,
        notices: Notices,
        settings: Settings,
        memory: QSettings,
        hooks: Hooks,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.pages = tuple(pages)
        self.hooks = hooks
        self._memory = memory
        self._version: object = None
        self._asked_version = False
        self._is_settled = False
        self.is_locked = False
        self.verbs = VerbBook(self, theme)
        self.stack = PageStack()
        self.frame = Frame(theme, work, notices, self.verbs, settings, memory, self.stack)
        self.status = StatusLine()
        self._build()
        self._listen()
        self._restore_geometry()

    def refresh_pages(self, changes: ChangeSet | None) -> None:
        """Tell the pages that something changed: at once the one in sight, the others when they are shown."""
        self.stack.refresh(changes)
        self.refreshed.emit(changes)

    def save_state(self) -> dict[str, object]:
        """Return what must outlive a change of language, page by page."""
        return self.stack.save_state()

    def restore_state(self, state: dict[str, object]) -> None:
        """Open the same page and give every page its state back."""
        self.stack.restore_state(state)

    def go_to_search(self) -> None:
        """Put the keyboard in the search field: this page's, or that of the first page that has one."""
        if self.stack.focus_search():
            return
        for page in self.pages:
            self.stack.open(page.id)
            if self.stack.focus_search():
                return

    def go_to_notice(self) -> None:
        """Put the keyboard in the toast or the strip, or back on the page."""
        if not self.toast.take_focus() and not self.strip.take_focus():
            self.stack.focus_first()

    def set_watching(self, watching: bool) -> None:
        """Look for what other programs write; not while the database itself is being replaced."""
        if watching:
            self._poll.start()
        else:
            self._poll.stop()

    def is_watching(self) -> bool:
        """Say whether the database stands as it is: then work in the background may go on."""
        return self._poll.isActive()

    def settle(self) -> None:
        """Ask now for what can wait, if it was not asked for yet."""
        if not self._is_settled:
            self._is_settled = True
            self.settled.emit()

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look for what other programs write, and let what can wait follow the first rows."""
        super().showEvent(event)
        self._poll.start()
        if not self._is_settled:
            QTimer.singleShot(SETTLE_MS, self, self.settle)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless the assembler says that something must be decided first."""
        if self.hooks.before_close is not None and not self.hooks.before_close():
            event.ignore()
            return
        self._poll.stop()
        self._unfollow()
        self.stack.end()
        self.keep_geometry()
        event.accept()
        self.closed.emit()

    # building

    def _build(self) -> None:
        theme = self.frame.theme
        listed = [page for page in self.pages if not page.parent]
        at_foot = [page for page in self.pages if page.at_foot]
        self.rail = Rail(listed, theme, _T("Window", "Customer book"), at_foot)
        self.strip = NoticeStrip(self.frame.notices, theme)
        self.stack.adopt(self.frame, self.pages)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        whole = named(QWidget(), "frame")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)
        undo_key = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
        self.toast = ToastBar(self.stack, theme, undo_key)
        self.drop = FileDrop(self, self.hooks.drop_files) if self.hooks.drop_files else None
        self.verbs.add(*frame_verbs(self))
        for page in self.pages:
            if page.verbs is not None:
                self.verbs.add(*page.verbs(self.frame))
        self.verbs.fill_menu_bar(self.menuBar())
        show_choices(self)
        self._show_name()

    def _listen(self) -> None:
        self.rail.chosen.connect(self.stack.open)
        self.stack.opened.connect(self._page_opened)
        self.frame.work.busy.connect(self.status.set_busy)
        self.frame.work.wrote.connect(self._wrote)
        self.frame.notices.toasted.connect(self._show_toast)
        self.frame.notices.crashed.connect(self._show_crash)
        self._unfollow = self.frame.settings.follow(self._setting_changed)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._ask_version)

    def _page_opened(self, page_id: str) -> None:
        page = next(page for page in self.pages if page.id == page_id)
        self.rail.light(page.parent or page.id)
        self.verbs.show_page(page_id)

    def _wrote(self, result: object) -> None:
        outcome = self.hooks.outcome(result) if self.hooks.outcome else None
        if outcome is None:
            return
        self.refresh_pages(outcome.changes)
        if outcome.sentence:
            self.frame.notices.toast(outcome.sentence, outcome.undo, outcome.choice)

    def _show_toast(self, toast: Toast) -> None:
        self.toast.show_toast(toast)

    def retire(self) -> None:
        """Stop listening: another window takes this one's place."""
        self._poll.stop()
        self._unfollow()
        self.stack.end()
        work, notices = self.frame.work, self.frame.notices
        work.change_audience()
        work.busy.disconnect(self.status.set_busy)
        work.wrote.disconnect(self._wrote)
        notices.toasted.disconnect(self._show_toast)
        notices.crashed.disconnect(self._show_crash)

    def open_settings(self, query: str = "") -> None:
        """Show the settings, those a text finds."""
        self.stack.open("settings", query)

    def open_palette(self) -> None:
        """Open the one box over everything."""
        from crm_desktop.ui.dialogs.palette import Palette
        from crm_desktop.ui.palette_entries import customer_finder, palette_entries

        self._open(Palette(self, palette_entries(self), self.frame.theme, customer_finder(self.hooks)))

    def open_shortcuts(self) -> None:
        """Open the shortcut sheet."""
        from crm_desktop.ui.dialogs.shortcuts import ShortcutSheet

        self._open(ShortcutSheet(self, self.verbs, self.frame.theme))

    def open_guide(self, target: str = "") -> None:
        """Ask for the user guide, at the place for what has the keyboard unless another is named."""
        self.guide_asked.emit(target)

    def open_about(self) -> None:
        """Say what the program is."""
        from crm_desktop.ui.dialogs.about import AboutDialog

        self._open(AboutDialog(self, self.frame.theme))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):
            dialog.adjustSize()
        dialog.resize(dialog.size().boundedTo(self.screen().availableSize() * 0.92))
        dialog.open()

    def _setting_changed(self, setting: Setting[str] | Setting[int] | Setting[bool]) -> None:
        if setting.key == SHOP_NAME.key:
            self._show_name()
        show_choices(self)

    def _show_name(self) -> None:
        name = self.frame.settings.get(SHOP_NAME)
        program = _T("Window", "Customer book")
        self.setWindowTitle(f"{name} – {program}" if name else program)
        self.rail.set_name(name or program)

    def _show_crash(self, error: BaseException) -> None:
        from crm_desktop.ui.dialogs.crash import show_crash

        show_crash(self, error, self.hooks.log_folder)

    def _ask_version(self) -> None:
        if self.hooks.version is not None and not self._asked_version:
            self._asked_version = True
            self.frame.work.watch(self.hooks.version, self._take_version)

    def _take_version(self, version: object) -> None:
        self._asked_version = False
        if self._version is not None and version != self._version:
            self.refresh_pages(None)
        self._version = version

    # geometry

    def keep_geometry(self) -> None:
        """Remember size, place and page."""
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._memory.setValue("window/page", self.stack.current_id)
        self._memory.sync()

    def _restore_geometry(self) -> None:
        kept = self._memory.value("window/geometry")
        if kept is None or not self.restoreGeometry(kept):
            self.resize(1240, 780)
        self._come_into_sight()

    def _come_into_sight(self) -> None:
        """Move a window whose screen is gone onto the one that is left."""
        here = self.frameGeometry()
        screens = QApplication.screens()
        if any(screen.availableGeometry().intersects(here.adjusted(40, 20, -40, -20)) for screen in screens):
            return
        ground = QApplication.primaryScreen().availableGeometry()
        self.resize(min(self.width(), ground.width()), min(self.height(), ground.height()))
        self.move(ground.topLeft())
