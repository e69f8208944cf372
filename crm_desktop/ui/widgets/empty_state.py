"""What a place says that has nothing to show: an icon, a sentence, and the next thing to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.records import dataclass
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

MOST_IN_A_ROW = 3
"""More would not fit beside the detail pane of a small window."""


@dataclass(frozen=True)
class Offer:
    """A button of an empty place; `name` is its objectName, `kind` "primary" for the likeliest."""

    name: str
    text: str
    run: Callable[[], object]
    icon: str = ""
    kind: str = ""


class EmptyState(QWidget):
    """Shows it in the middle of its place."""

    def __init__(self, theme: Theme, icon: str, name: str = "empty") -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._sentence = named(QLabel(wordWrap=True), f"{name}.sentence", role="heading")
        self._hint = named(QLabel(wordWrap=True), f"{name}.hint", role="muted")
        for label in (self._sentence, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(Sign(theme, icon, "muted", 3.0), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column.addLayout(self._rows)
        column.addStretch(3)

    def say(self, sentence: str, hint: str = "", offers: Sequence[Offer] = ()) -> None:
        """Show a sentence, a quieter hint, and what can be done."""
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(sentence)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for first in range(0, len(offers), MOST_IN_A_ROW):
            self._rows.addWidget(self._row(offers[first : first + MOST_IN_A_ROW]))

    def _row(self, offers: Sequence[Offer]) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addStretch(1)
        for offer in offers:
            row.addWidget(self._button(offer))
        row.addStretch(1)
        return whole

    def _button(self, offer: Offer) -> QPushButton:
        button = named(QPushButton(offer.text), offer.name, kind=offer.kind)
        button.setAutoDefault(False)
        if offer.icon:
            button.setIcon(self._theme.icon(offer.icon, "on_accent" if offer.kind == "primary" else "text"))
        button.clicked.connect(self._runner(offer))
        return button

    def _runner(self, offer: Offer) -> Callable[[], None]:
        def run() -> None:  # takes no argument, so that the signal's own one is dropped
            offer.run()

        return run
