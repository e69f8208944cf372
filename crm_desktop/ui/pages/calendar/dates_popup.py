"""The important dates of a day as a list; each opens its customer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.read_calendar import Anniversary
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.jobs import CalendarJobs
from crm_desktop.ui.pages.calendar.words import anniversary_text, day_name
from crm_desktop.ui.widgets.named import named

MOST = 30


class DatesPopup(QMenu):
    """Reads the dates of a day and shows them at a place; more than fit on a screen are only counted."""

    def __init__(
        self, parent: QWidget, frame: Frame, jobs: CalendarJobs, open_customer: Callable[[int], object]
    ) -> None:
        super().__init__(parent)
        named(self, "calendar.dates", _T("Calendar", "Important dates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._frame = frame
        self._jobs = jobs
        self._open_customer = open_customer
        self._place = QPoint()

    def open_at(self, day: date, place: QPoint) -> None:
        """Read a day's dates and open there."""
        self._place = place
        self.addSection(day_name(day))
        self._frame.work.read(lambda: self._jobs.anniversaries_on(day), self._show, group="calendar.dates")

    def _show(self, found: list[Anniversary]) -> None:
        icon = self._frame.theme.icon("cake")
        for one in found[:MOST]:
            lunar = f"  ({one.lunar})" if one.lunar else ""
            action = self.addAction(icon, f"{anniversary_text(one)}{lunar}")
            action.triggered.connect(self._opener(one.customer_id))
        if len(found) > MOST:
            self.addAction(_T("Calendar", "%n more", "entries of a day without room", len(found) - MOST)).setEnabled(
                False
            )
        self.popup(self._place)

    def _opener(self, customer_id: int) -> Callable[[], None]:
        def act() -> None:
            self._open_customer(customer_id)

        return act
