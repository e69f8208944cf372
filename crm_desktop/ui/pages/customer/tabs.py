"""Tabs whose place is as high as the tab in sight needs, so that a long one scrolls with the rest of its pane."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from crm_desktop.ui.widgets.named import named


class CurrentHeight(QStackedWidget):
    """A stack that asks for the room of its current page only."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self._give_room)

    def _give_room(self) -> None:
        for number in range(self.count()):
            page = self.widget(number)
            if page is not None:
                shown = page is self.currentWidget()
                policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
                page.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.updateGeometry()


class Tabs(QWidget):
    """A bar of tabs over the page of the chosen one."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.bar = named(QTabBar(), name, spoken)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.stack = CurrentHeight()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self.stack.setCurrentIndex)

    def add(self, page: QWidget, title: str) -> None:
        """Add a page."""
        self.stack.addWidget(page)
        self.bar.addTab(title)

    def index(self) -> int:
        """Return which tab is chosen."""
        return self.bar.currentIndex()

    def choose(self, number: int) -> None:
        """Choose a tab."""
        self.bar.setCurrentIndex(number)
