"""A barcode scanner is a keyboard: what it sends is told by its speed and end key, wherever the focus is.

    scanner = Scanner(application)
    scanner.scanned.connect(take)         # the code, without its end key
    scanner.unreadable.connect(say)       # an input method has made other characters of it: scan again

Whatever may belong to a scan is held back for a few hundredths of a second, so that not one digit of it enters a field
or starts anything. What a person typed is passed on, in order, by the event loop: an event that Python itself sends
would end the program where its handler makes a mistake. The filter lies on whatever has the keyboard, not on the
application: Python would be asked for every event of the program there.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from crm_desktop.ui.scan_speed import GAP_MS, Heard, Moment, ScanSpeed, code_text

_END_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_END_TEXTS = frozenset({"\r", "\n", "\t"})
"""Scanners may end with a line feed, which has no key of its own."""
_ACCOMPANYING = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
WITHOUT_INPUT_METHOD_MS = 6_000
"""After a scan that an input method spoiled, the field does without one for so long: the second try is read."""


def _milliseconds() -> float:
    return time.monotonic() * 1000


class Scanner(QObject):
    """Emits `scanned` with each code."""

    scanned = Signal(str)
    unreadable = Signal()

    def __init__(self, application: QGuiApplication, clock: Callable[[], float] = _milliseconds) -> None:
        super().__init__(application)
        self._clock = clock
        self._speed = ScanSpeed()
        self._held: list[tuple[QObject, QEvent]] = []
        self._watched: list[QObject] = []
        self._due: deque[tuple[QObject, QEvent]] = deque()
        self._end_key = 0
        self._timer = QTimer(self, singleShot=True, interval=round(GAP_MS) + 5)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._wait_for_late_ones)
        self._last_look = QTimer(self, singleShot=True, interval=0)
        self._last_look.timeout.connect(self._decide)
        application.focusObjectChanged.connect(self._follow)
        self._follow(application.focusObject())

    def stop(self) -> None:
        """Hear nothing more."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.disconnect(self._follow)
        self._give_back()
        self._watch([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what may be a scanner's."""
        if self._is_due(event):
            return False
        if isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if isinstance(event, QInputMethodEvent):
            return self._input_method(watched, event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() == Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._follow_popup)
        return False

    # what comes

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            return self._press(watched, event)
        if event.type() != QEvent.Type.KeyRelease:
            return False
        if event.key() == self._end_key and not event.isAutoRepeat():
            self._end_key = 0
            return True
        return self._hold(watched, event) if self._held else self._let_by(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        key, moment = event.key(), self._moment(event)
        if key in _END_KEYS or event.text() in _END_TEXTS:
            return self._end(watched, event, moment)
        if key in _ACCOMPANYING:
            return self._hold(watched, event) if self._held else self._let_by(watched, event)
        text = None if event.isAutoRepeat() or event.modifiers() & _COMMANDS else code_text(event.text())
        if text is None:
            self._give_back()
            return self._let_by(watched, event)
        return self._take(watched, event, self._speed.hear(text, moment))

    def _input_method(self, watched: QObject, event: QInputMethodEvent) -> bool:
        commit, composed, moment = event.commitString(), event.preeditString(), Moment(self._clock())
        if commit and (text := code_text(commit)) is not None:
            return self._take(watched, event, self._speed.hear(text, moment))
        if commit:
            return self._spoil(watched, event, moment)
        if composed and (text := code_text(composed)) is not None:
            return self._take(watched, event, self._speed.compose(text, moment))
        return self._hold(watched, event) if self._held else self._let_by(watched, event)

    def _spoil(self, watched: QObject, event: QInputMethodEvent, moment: Moment) -> bool:
        if not self._speed.spoil(moment):
            self._give_back()
            return self._let_by(watched, event)
        self._wait()
        return self._hold(watched, event)

    def _take(self, watched: QObject, event: QEvent, heard: Heard) -> bool:
        if heard is Heard.FIRST:
            self._pass_on()
        self._wait()
        return self._hold(watched, event)

    def _end(self, watched: QObject, event: QKeyEvent, moment: Moment) -> bool:
        composed = self._speed.was_composed or self._speed.is_spoiled
        code = self._speed.finish(moment)
        if code is None:
            self._give_back()
            return self._let_by(watched, event)
        receiver = self._held[0][0] if self._held else None
        self._drop()
        self._end_key = event.key()
        if composed:
            QGuiApplication.inputMethod().reset()
        if code:
            QTimer.singleShot(0, self, lambda: self.scanned.emit(code))
        else:
            self._rest_input_method(receiver)
            QTimer.singleShot(0, self, self.unreadable.emit)
        return True

    # holding back

    def _hold(self, watched: QObject, event: QEvent) -> bool:
        self._held.append((watched, event.clone()))
        return True

    def _wait(self) -> None:
        self._last_look.stop()
        self._timer.start()

    def _wait_for_late_ones(self) -> None:
        """Let what the system has already sent come first: the window may have been busy meanwhile."""
        self._last_look.start()

    def _decide(self) -> None:
        """Say whose keys these were where nothing more comes: an input method may have kept the end key for itself."""
        code = self._speed.finish_without_end()
        if code is None:
            self._give_back()
            return
        self._drop()
        QGuiApplication.inputMethod().reset()
        self.scanned.emit(code)

    def _drop(self) -> None:
        self._held.clear()
        self._timer.stop()
        self._last_look.stop()

    def _give_back(self) -> None:
        """Pass on what a person typed, and begin anew."""
        self._speed.forget()
        self._pass_on()

    def _pass_on(self) -> None:
        self._timer.stop()
        self._last_look.stop()
        held, self._held = self._held, []
        for receiver, event in held:
            self._post(receiver, event)

    def _let_by(self, watched: QObject, event: QEvent) -> bool:
        """Let an event by that is no scanner's, behind those that are still on their way; say whether it was kept."""
        self._forget_gone()
        if not self._due:
            return False
        self._post(watched, event.clone())
        return True

    def _post(self, receiver: QObject, event: QEvent) -> None:
        if isValid(receiver):
            self._due.append((receiver, event))
            QCoreApplication.postEvent(receiver, event)

    def _is_due(self, event: QEvent) -> bool:
        """Tell an event that comes home from one that is new."""
        self._forget_gone()
        if not self._due or self._due[0][1] is not event:
            return False
        receiver, _ = self._due.popleft()
        if not self._due and receiver not in self._watched:
            receiver.removeEventFilter(self)
        return True

    def _forget_gone(self) -> None:
        """Forget what was on its way to somebody who is gone: Qt has dropped it."""
        while self._due and not isValid(self._due[0][0]):
            self._due.popleft()

    def _moment(self, event: QKeyEvent) -> Moment:
        return Moment(self._clock(), float(event.timestamp()) or None)

    def _rest_input_method(self, receiver: QObject | None) -> None:
        if not isinstance(receiver, QWidget) or not isValid(receiver):
            return
        if not receiver.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return
        receiver.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        QTimer.singleShot(
            WITHOUT_INPUT_METHOD_MS,
            receiver,
            lambda: receiver.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True),
        )

    # what has the keyboard

    def _follow(self, focus: QObject | None) -> None:
        if self._held and focus is not self._held[0][0]:
            self._give_back()
        self._watch([] if focus is None else [focus])

    def _follow_popup(self) -> None:
        popup = QApplication.activePopupWidget()
        focus = QGuiApplication.focusObject()
        if popup is not None:
            self._watch([*([] if focus is None else [focus]), popup.focusWidget() or popup])

    def _watch(self, objects: list[QObject]) -> None:
        awaited = [receiver for receiver, _ in self._due]
        for watched in self._watched:
            if isValid(watched) and watched not in awaited:
                watched.removeEventFilter(self)
        self._watched = objects
        for watched in objects:
            watched.installEventFilter(self)
