"""A place whose content is made when it is first looked at, so that a start does not pay for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class LatePart(QWidget, Generic[W]):
    """`part` is what it holds, made on the first question for it if it was not shown before."""

    def __init__(self, make: Callable[[], W]) -> None:
        super().__init__()
        self._make = make
        self._part: W | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def part(self) -> W:
        """Return the content."""
        if self._part is None:
            self._part = self._make()
            self._column.addWidget(self._part)
        return self._part

    def showEvent(self, event: QShowEvent) -> None:
        """Make the content where it is not there yet."""
        super().showEvent(event)
        self.part.show()
