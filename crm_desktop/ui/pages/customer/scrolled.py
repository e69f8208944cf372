"""A column of widgets that scrolls when its place is too low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.ui.widgets.named import named


class ScrolledColumn(QScrollArea):
    """Put widgets into `column`; the keyboard's way brings what it reaches into sight."""

    def __init__(self, name: str, spacing: int = 12, margin: int = 0, *, keeps_width: bool = False) -> None:
        super().__init__()
        self._keeps_width = keeps_width
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = named(QWidget(), "scrolled")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(spacing)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of what is inside, where that must never be cut off."""
        hint = super().minimumSizeHint()
        inside = self.widget()
        if not self._keeps_width or inside is None:
            return hint
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(inside.minimumSizeHint().width() + bar, hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when what is inside does."""
        if self._keeps_width and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
