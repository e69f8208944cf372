"""The one place that speaks to the user: a quiet strip, a toast with "Undo", and a report for our own mistakes.

Any code on the GUI thread may call `say`, `toast`, `tell_fault` and `tell_crash`; what is said before a window exists
waits for it. A dialog interrupts, so there is one only before what cannot be undone (`dialogs.confirm`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.records import dataclass

log = logging.getLogger(__name__)

TOAST_MS = 8000
"""The least time a toast stays; it stays longer under the pointer or with the focus in it."""


class Level(StrEnum):
    """How loud a notice is; the strip says it by colour, icon and, to a screen reader, by politeness."""

    INFO = "info"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True)
class Choice:
    """A button beside a sentence: its verb and what it does."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """One sentence for the strip. A later one with the same `key` takes its place."""

    text: str
    level: Level = Level.INFO
    choices: tuple[Choice, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Toast:
    """What has just been done, how to take it back (None: it cannot be), and what may come next."""

    text: str
    undo: Callable[[], object] | None = None
    choice: Choice | None = None


class Notices(QObject):
    """Collects what is to be said; the window shows it."""

    changed = Signal()
    toasted = Signal(object)
    crashed = Signal(object)

    def __init__(self, sentence_for: Callable[[Fault], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentence_for = sentence_for
        self.standing: list[Notice] = []

    def say(self, text: str, level: Level = Level.INFO, choices: Sequence[Choice] = (), key: str = "") -> Notice:
        """Put a sentence on the strip; it stays until it is closed, replaced or withdrawn."""
        notice = Notice(text, level, tuple(choices), key or text)
        self.standing = [*(old for old in self.standing if old.key != notice.key), notice]
        self.changed.emit()
        return notice

    def withdraw(self, key: str) -> None:
        """Take a sentence from the strip: by its key, or by its text."""
        left = [notice for notice in self.standing if notice.key != key]
        if left != self.standing:
            self.standing = left
            self.changed.emit()

    def toast(self, text: str, undo: Callable[[], object] | None = None, choice: Choice | None = None) -> None:
        """Say what has just been done, with "Undo" beside it, or what one may want to do next ("Open folder")."""
        self.toasted.emit(Toast(text, undo, choice))

    def tell_fault(self, fault: Fault) -> None:
        """Say a fault of the world in the user's words."""
        log.warning("fault %s", fault.kind.value)
        self.say(self._sentence_for(fault), Level.FAULT, key=f"fault.{fault.kind.value}")

    def tell_error(self, error: BaseException) -> None:
        """Say a fault, report a mistake: whatever came up where nobody waited for it."""
        if isinstance(error, Fault):
            self.tell_fault(error)
        else:
            self.tell_crash(error)

    def tell_crash(self, error: BaseException) -> None:
        """Offer a report of a mistake of ours; the window opens the dialog."""
        self.crashed.emit(error)


def announce(widget: QWidget, text: str, assertive: bool = False) -> None:
    """Have a screen reader say a text that appeared without the focus moving there."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
