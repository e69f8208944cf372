"""The toast: what has just been done, with "Undo", floating over the foot of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.notices import TOAST_MS, Toast, announce
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named


class ToastBar(QFrame):
    """Shows one toast at a time; the newest wins, for Ctrl+Z takes back the newest too."""

    def __init__(self, parent: QWidget, theme: Theme, undo_key: str = "") -> None:
        super().__init__(parent)
        self._ground = parent
        named(self, "toast", panel="raised")
        self._undo_key = undo_key
        self._toast: Toast | None = None
        self._text = named(QLabel(), "toastText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = named(QPushButton(), "toastUndo", kind="link")
        self._undo.clicked.connect(self._take_back)
        self._next = named(QPushButton(), "toastNext", kind="link")
        self._next.clicked.connect(self._go_on)
        self._timer = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._text)
        row.addWidget(self._undo)
        row.addWidget(self._next)
        row.addWidget(self._cross(theme))
        parent.installEventFilter(self)
        self.hide()

    def show_toast(self, toast: Toast) -> None:
        """Show it, tell a screen reader, start the clock."""
        self._toast = toast
        self._text.setText(toast.text)
        undo = _T("Notices", "Undo")
        self._undo.setText(f"{undo}  {self._undo_key}" if self._undo_key else undo)
        self._undo.setAccessibleName(_T("Notices", "Undo: {what}").format(what=toast.text))
        self._undo.setVisible(toast.undo is not None)
        self._next.setText(toast.choice.text if toast.choice else "")
        self._next.setVisible(toast.choice is not None)
        self.setAccessibleName(toast.text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, toast.text if toast.undo is None else f"{toast.text} · {undo}")

    def take_focus(self) -> bool:
        """Put the keyboard on "Undo" if the toast is there; says whether it did."""
        if not self.isVisible():
            return False
        first = next((b for b in (self._undo, self._next) if b.isVisible()), self._cross_button)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Start the clock again."""
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Start the clock again while the keyboard is at work here."""
        self._timer.start()
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place at the foot when the window changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._ground and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _cross(self, theme: Theme) -> IconButton:
        self._cross_button = IconButton(theme, "toastClose", "x", _T("Notices", "Close this notice"))
        self._cross_button.clicked.connect(self.hide)
        return self._cross_button

    def _take_back(self) -> None:
        toast, self._toast = self._toast, None
        self.hide()
        if toast is not None and toast.undo is not None:
            toast.undo()

    def _go_on(self) -> None:
        toast, self._toast = self._toast, None
        self.hide()
        if toast is not None and toast.choice is not None:
            toast.choice.run()

    def _place(self) -> None:
        ground = self._ground.rect()
        self.adjustSize()
        width = min(self.sizeHint().width(), ground.width() - 24)
        self.setGeometry((ground.width() - width) // 2, ground.height() - self.height() - 18, width, self.height())
