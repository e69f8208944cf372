"""Asks for a PIN again, on behalf of a service that waits for it on another thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog

from crm_desktop.ui.theme.theme import Theme


@dataclass
class _Question:
    """Who is asked, what was wrong before, and the answer once it is there."""

    name: str
    wrong: str
    answered: threading.Event = field(default_factory=threading.Event)
    pin: str | None = None


class PinAsker(QObject):
    """What a session asks: callable from the threads of the work, answered on the one that paints."""

    _asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._painting = threading.current_thread()
        self._open: list[_Question] = []
        self._dialogs: list[QDialog] = []
        self._ended = False
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def __call__(self, name: str, wrong: str) -> str | None:
        """Ask, and wait for the answer; None where it was refused, or where waiting would stop the window."""
        if self._ended or threading.current_thread() is self._painting:
            return None
        question = _Question(name, wrong)
        self._asked.emit(question)
        question.answered.wait()
        return question.pin

    def end(self) -> None:
        """Answer no to whoever still waits, and to all who come: the program closes."""
        self._ended = True
        for question in self._open:
            question.answered.set()

    def dismiss(self) -> None:
        """Answer no for whoever is asked now: the window locks, and what waits would keep everybody from coming in."""
        for dialog in list(self._dialogs):
            dialog.reject()

    def _show(self, question: _Question) -> None:
        if self._ended:
            question.answered.set()
            return
        from crm_desktop.ui.dialogs.ask_pin import AskPin

        self._open.append(question)
        dialog = AskPin(QApplication.activeModalWidget() or QApplication.activeWindow(), self._theme, question.name)
        if question.wrong:
            dialog.say_fault(question.wrong)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answer() -> None:
            question.pin = dialog.pin
            self._open.remove(question)
            self._dialogs.remove(dialog)
            question.answered.set()

        self._dialogs.append(dialog)
        dialog.finished.connect(answer)
        dialog.open()
