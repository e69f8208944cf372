"""The quiet strip above a page: sentences with a level, buttons and a cross."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.ui.notices import Choice, Level, Notice, Notices, announce
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

_ICONS = {Level.INFO: "info", Level.WARNING: "triangle-alert", Level.FAULT: "circle-alert"}
_TOKENS = {Level.INFO: "info", Level.WARNING: "warning", Level.FAULT: "danger"}
MOST_SHOWN = 3


class NoticeStrip(QWidget):
    """Shows the latest standing notices; empty, it takes no room."""

    def __init__(self, notices: Notices, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("noticeStrip")
        self._notices = notices
        self._theme = theme
        self._said: list[Notice] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        notices.changed.connect(self._show)
        self._show()

    def take_focus(self) -> bool:
        """Put the keyboard on the first button of the strip if there is one; says whether it did."""
        buttons = self.findChildren(QAbstractButton) if self.isVisible() else []
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(buttons)

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._notices.standing[-MOST_SHOWN:]
        for notice in shown:
            self._rows.addWidget(_NoticeRow(notice, self._notices, self._theme))
            if notice not in self._said:
                announce(self, notice.text, assertive=notice.level != Level.INFO)
        self._said = list(self._notices.standing)
        self.setVisible(bool(shown))


class _NoticeRow(QFrame):
    """One sentence of the strip."""

    def __init__(self, notice: Notice, notices: Notices, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("notice", notice.level.value)
        self.setAccessibleName(notice.text)
        self._notice = notice
        self._notices = notices
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        text = named(QLabel(notice.text, wordWrap=True), "noticeText")
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(Sign(theme, _ICONS[notice.level], _TOKENS[notice.level]))
        row.addWidget(text, 1)
        if notice.choices:
            several = QWidget()
            line = FlowLayout(several, gap=8)  # where large text leaves no room beside each other, in several rows
            for number, choice in enumerate(notice.choices):
                line.addWidget(self._button(choice, number))
            row.addWidget(several)
        row.addWidget(self._cross(theme))

    def _button(self, choice: Choice, number: int) -> QPushButton:
        button = named(QPushButton(choice.text), f"noticeChoice{number}")
        button.clicked.connect(lambda: self._take(choice))
        return button

    def _take(self, choice: Choice) -> None:
        self._notices.withdraw(self._notice.key)
        choice.run()

    def _cross(self, theme: Theme) -> IconButton:
        cross = IconButton(theme, "noticeClose", "x", _T("Notices", "Close this notice"), token="text")
        cross.clicked.connect(lambda: self._notices.withdraw(self._notice.key))
        return cross
