"""The second step of the first run: how the customers come in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.sign import Sign


class Way(StrEnum):
    """How somebody begins."""

    LATER = "later"
    FILES = "files"
    TYPE = "type"
    SAMPLE = "sample"
    BACKUP = "backup"


ICONS = {Way.TYPE: "user-plus", Way.SAMPLE: "store", Way.BACKUP: "archive-restore"}
IN_A_FILLED_SHOP = (Way.TYPE,)
"""What is offered where there are customers already: the sample and a former backup would take their place."""


class CustomersStep(QWidget):
    """Emits `chosen` with another way than a file, and `file_wanted`, which is the sheet's own verb as well."""

    chosen = Signal(object)
    file_wanted = Signal()

    def __init__(self, theme: Theme, ways: Sequence[Way]) -> None:
        super().__init__()
        self._theme = theme
        self._drop_title = text_label("", "firstDrop.title", "heading")
        self._drop_text = text_label("", "firstDrop.text", "muted")
        self._others: dict[Way, tuple[QPushButton, QLabel]] = {}
        self._or = text_label("", "firstOr", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._drop_place())
        column.addWidget(self._or)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, way in enumerate(ways):
            self._add_other(grid, row, way)
        column.addLayout(grid)
        column.addStretch(1)

    def say(self) -> None:
        """Say everything in the language in use."""
        self._drop_title.setText(_T("FirstRun", "Drop your list here, or choose it"))
        self._drop_text.setText(
            _T(
                "FirstRun",
                "Excel, WPS, CSV, contacts of a phone: nothing is written before you have seen what will happen, and "
                "a whole file can be taken back.",
            )
        )
        self._or.setText(_T("FirstRun", "No list at hand?"))
        words = _way_words()
        for way, (button, label) in self._others.items():
            name, says = words[way]
            button.setText(name)
            button.setAccessibleName(name)
            button.setAccessibleDescription(says)
            label.setText(says)

    def _drop_place(self) -> QFrame:
        card = _DropPlace(name="firstDrop")
        card.pressed.connect(self.file_wanted)
        for label in (self._drop_title, self._drop_text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = Sign(self._theme, "file-spreadsheet", "accent_text", 2.4)
        card.body.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self._drop_title)
        card.body.addWidget(self._drop_text)
        return card

    def _add_other(self, grid: QGridLayout, row: int, way: Way) -> None:
        button = make_button(f"firstWay.{way}", "", partial(self.chosen.emit, way))
        button.setIcon(self._theme.icon(ICONS[way]))
        label = text_label("", f"firstWay.{way}.says", "muted")
        self._others[way] = button, label
        grid.addWidget(button, row, 0)
        grid.addWidget(label, row, 1)


class _DropPlace(CardPanel):
    """A card that can be clicked, as whoever is told to drop something on it will."""

    pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that it was clicked."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


def _way_words() -> dict[Way, tuple[str, str]]:
    return {
        Way.TYPE: (
            _T("FirstRun", "Type the first customer"),
            _T("FirstRun", "A name is enough; the phone makes her easy to find."),
        ),
        Way.SAMPLE: (
            _T("FirstRun", "Try a sample shop"),
            _T("FirstRun", "Invented customers to try everything with; you begin anew when you like."),
        ),
        Way.BACKUP: (
            _T("FirstRun", "I have a backup …"),
            _T("FirstRun", "From another computer or an earlier time, with its recovery code."),
        ),
    }
