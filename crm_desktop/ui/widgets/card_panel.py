"""A card: a panel with an optional heading, buttons beside it, and a body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.ui.widgets.named import named


class CardPanel(QFrame):
    """Put widgets into `body`; `add_tool` puts a small button beside the heading."""

    def __init__(self, heading: str = "", name: str = "card") -> None:
        super().__init__()
        named(self, name, heading, panel="card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        self._head = QHBoxLayout()
        self.heading = named(QLabel(heading), f"{name}.heading", role="heading")
        self.heading.setVisible(bool(heading))
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        column.addLayout(self._head)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)

    def add_tool(self, widget: QWidget) -> None:
        """Put a widget at the right of the heading."""
        self._head.addWidget(widget)
