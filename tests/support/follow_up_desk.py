"""A window on a small shop with follow-ups, and short ways to use and read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.domain.follow_up import CalendarItem, FollowUp, FollowUpDraft, FollowUpKey
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_follow_up import follow_ups_of, read_follow_up
from crm_desktop.services.undo import undo
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.main_window import Hooks, Outcome
from crm_desktop.ui.page import Page
from crm_desktop.ui.said import Said
from tests.support.frame import Assembled
from tests.support.shop import NOON, open_shop

W = TypeVar("W", bound=QWidget)
TODAY = NOON.date()
"""The shop's today: a Sunday."""


def said(text: str) -> str:
    """Return a text with its plurals in full, whether or not a catalogue has put them in."""
    return text.replace("(s)", "s")


class FollowUpDesk:
    """The window, the shop, and hands."""

    def __init__(self, qtbot: QtBot, folder: Path, make_pages: Callable[[Workplace], Sequence[Page]]) -> None:
        self.bot = qtbot
        self.shop = open_shop(folder)
        self.place = self.shop.workplace
        self.toasts: list[str] = []
        hooks = Hooks(outcome=self._outcome, undo=lambda: self.assembled.work.write(lambda: undo(self.place)))
        self.assembled = Assembled(folder, list(make_pages(self.place)), hooks, Settings(MemoryStore(), MemoryStore()))
        self.assembled.notices.toasted.connect(self._hear)
        self.window = self.assembled.window

    def show(self, page: str, argument: object = None) -> None:
        """Open the window on a page and wait for what it shows."""
        self.window.resize(1280, 800)
        self.window.stack.open(page, argument)
        with self.bot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.settle()

    def close(self) -> None:
        """Close window and shop."""
        self.assembled.close()
        self.shop.store.close()

    def settle(self) -> None:
        """Wait until every question is answered and shown."""
        for _ in range(3):
            self.bot.wait(20)
            self.bot.waitUntil(self.assembled.work.is_idle, timeout=10_000)
        self.bot.wait(1)
        for error in self.assembled.crashes:
            raise error

    def plan(self, title: str, days: int = 0, customer_id: int | None = None, **values: Any) -> FollowUpKey:
        """Plan a follow-up so many days from today."""
        draft = FollowUpDraft(title, TODAY + timedelta(days), customer_id=customer_id, **values)
        return plan_follow_up(self.place, draft).key

    def read(self, key: FollowUpKey) -> FollowUp:
        """Read a follow-up."""
        return read_follow_up(self.place, key)

    def of(self, customer_id: int) -> list[CalendarItem]:
        """Read a customer's follow-ups."""
        return follow_ups_of(self.place, customer_id)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, count: int = 1
    ) -> None:
        """Press a key where the focus is."""
        for _ in range(count):
            self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def find(self, kind: type[W], name: str) -> W:
        """Return the widget of this name that can be seen, in the topmost window first."""
        for top in reversed(QApplication.topLevelWidgets()):
            for widget in (top, *top.findChildren(kind, name)):
                if isinstance(widget, kind) and widget.objectName() == name and widget.isVisible():
                    return widget
        raise AssertionError(f"no {name} in sight")

    def sees(self, name: str) -> bool:
        """Tell whether a widget of this name can be seen."""
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        return any(w.isVisible() for top in tops for w in (top, *top.findChildren(QWidget)) if w.objectName() == name)

    def day(self, days: int) -> date:
        """Return a day so many days from today."""
        return TODAY + timedelta(days)

    def _outcome(self, result: object) -> Outcome | None:
        if isinstance(result, Said):
            result = result.changes
        if not isinstance(result, ChangeSet) or not result.changed:
            return None
        return Outcome(result, change_sentence(result))

    def _hear(self, toast: object) -> None:
        self.toasts.append(getattr(toast, "text", ""))
