"""The menu of ready filters: who lacks a phone, a birthday, consent …, each with how many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.filters import Group
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.ready_filters import HALF, Gap, gap_filter
from crm_desktop.services import read_customers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named

_COUNTS = "customers.gap."


def gap_words() -> dict[Gap, str]:
    """Return each gap as the menu says it."""
    return {
        Gap.PHONE: _T("Gaps", "No phone"),
        Gap.BIRTHDAY: _T("Gaps", "No birthday"),
        Gap.CONSENT: _T("Gaps", "Never asked for consent"),
        Gap.REACH: _T("Gaps", "No phone, WeChat or e-mail"),
        Gap.UNREADABLE_PHONE: _T("Gaps", "A phone that was not understood"),
        Gap.OWNER: _T("Gaps", "Nobody looks after them"),
        Gap.TAGS: _T("Gaps", "No tag"),
        Gap.HALF_EMPTY: _T("Gaps", "Card less than {percent} % complete").format(percent=HALF),
    }


class GapMenu(QMenu):
    """Lists the gaps; the counts come in while it is open."""

    def __init__(self, host: QWidget, frame: Frame, workplace: Workplace, use: Callable[[Group], object]) -> None:
        super().__init__(host)
        named(self, "gapMenu", _T("Gaps", "What is missing"))
        self._frame = frame
        self._lines: dict[Gap, QAction] = {}
        for gap, words in gap_words().items():
            action = self.addAction(words, partial(use, gap_filter(gap)))
            action.setObjectName(f"gap.{gap.value}")
            self._lines[gap] = action
            self._count(workplace, gap, words)
        self.aboutToHide.connect(self._leave)

    def open_at(self, place: QPoint) -> None:
        """Open with the first gap chosen."""
        self.popup(place)
        self.setActiveAction(next(iter(self._lines.values())))

    def _leave(self) -> None:
        """Nobody waits for the counts any more."""
        for gap in self._lines:
            self._frame.work.forget(f"{_COUNTS}{gap.value}")
        self.deleteLater()

    def _count(self, workplace: Workplace, gap: Gap, words: str) -> None:
        query = CustomerQuery(filter=gap_filter(gap))

        def show(number: int, line: QAction = self._lines[gap], menu: QMenu = self) -> None:
            from shiboken6 import isValid

            if isValid(menu):
                line.setText(_T("Gaps", "{what}\t{count}").format(what=words, count=f"{number:,}"))

        group = f"{_COUNTS}{gap.value}"
        self._frame.work.read(lambda: read_customers.count_customers(workplace, query), show, group=group, patient=True)
