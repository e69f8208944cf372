"""Tabs whose place is as high as the tab in sight needs, so that a long one scrolls with the rest of its pane."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from crm_desktop.ui.widgets.named import named


class Tabs(QWidget):
    """A bar of tabs over the page of the chosen one."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.bar = named(QTabBar(), name, spoken)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self._pages: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.bar)
        self.bar.currentChanged.connect(self._show)

    def add(self, page: QWidget, title: str) -> None:
        """Add a page."""
        self._column.addWidget(page, 1)  # before it is shown: a widget without a parent would be a window
        page.setVisible(not self._pages)
        self._pages.append(page)
        self.bar.addTab(title)

    def index(self) -> int:
        """Return which tab is chosen."""
        return self.bar.currentIndex()

    def choose(self, number: int) -> None:
        """Choose a tab."""
        self.bar.setCurrentIndex(number)

    def _show(self, number: int) -> None:
        for place, page in enumerate(self._pages):
            page.setVisible(place == number)
