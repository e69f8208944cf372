"""Two panes with a handle between; the place of the handle, and whether the second is shown, are remembered."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from crm_desktop.ui.widgets.named import named


class SplitPane(QSplitter):
    """A list and its detail; the first pane takes what a wider window gives."""

    def __init__(self, first: QWidget, second: QWidget, memory: QSettings, name: str, share: float = 0.66) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        named(self, name)
        self._memory = memory
        self._share = share
        self._second = second
        self.addWidget(first)
        self.addWidget(second)
        self.setHandleWidth(14)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._restore()
        self.splitterMoved.connect(self._keep)

    def is_second_shown(self) -> bool:
        """Say whether the second pane is shown (as set, even while the window is not)."""
        return not self._second.isHidden()

    def show_second(self, shown: bool) -> None:
        """Show or hide the second pane, and remember that."""
        self._second.setVisible(shown)
        self._memory.setValue(f"{self.objectName()}/shown", "yes" if shown else "no")

    def _restore(self) -> None:
        kept = self._memory.value(f"{self.objectName()}/sizes")
        numbers = [int(str(size)) for size in kept] if isinstance(kept, list) and len(kept) == 2 else []
        self.setSizes(numbers or [round(1000 * self._share), round(1000 * (1 - self._share))])
        self._second.setVisible(self._memory.value(f"{self.objectName()}/shown") != "no")

    def _keep(self) -> None:
        if all(self.sizes()):
            self._memory.setValue(f"{self.objectName()}/sizes", [str(size) for size in self.sizes()])
