"""The head of the calendar: what is in sight, ways to turn pages, the views, a customer to plan for, and the menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.customer_chip import CustomerChip
from crm_desktop.ui.pages.calendar.state import View
from crm_desktop.ui.pages.calendar.words import view_words
from crm_desktop.ui.pages.customer.picker import CustomerPicker
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named


class CalendarHead(QWidget):
    """Emits what was pressed; in a narrow window or with large text its groups take several rows."""

    stepped = Signal(int)
    today_wanted = Signal()
    view_chosen = Signal(object)
    new_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        self._theme = frame.theme
        self.title = named(QLabel(), "calendar.title", role="title")
        self.week = named(QLabel(), "calendar.week", role="muted")
        self.back = IconButton(frame.theme, "calendar.back", "chevron-left", _T("Calendar", "Back"), kind="button")
        self.on = IconButton(frame.theme, "calendar.on", "chevron-right", _T("Calendar", "On"), kind="button")
        self.today = named(QPushButton(_T("Calendar", "Today")), "calendar.today")
        self.today.setToolTip(_T("Calendar", "Today  T"))
        self.views = ChipRow(list(view_words().items()), "calendar.views", _T("Calendar", "Ways to look"))
        self.picker = CustomerPicker(frame, workplace, "calendar.customer", _T("Calendar", "Plan for a customer"))
        self.picker.setPlaceholderText(_T("Calendar", "Drag or add a customer"))
        self.held = CustomerChip(frame.theme)
        self.menu = IconButton(frame.theme, "calendar.menu", "ellipsis", _T("Calendar", "More"), kind="button")
        self.new = make_button("calendar.new", _T("Calendar", "New follow-up"), self._new, "primary")
        self.new.setIcon(frame.theme.icon("calendar-plus", "on_accent"))
        self._lay_out()
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)
        self.today.clicked.connect(self._today)
        self.views.chosen.connect(self._chosen)
        self.menu.clicked.connect(self._menu)
        frame.theme.changed.connect(self._fit)
        self._fit()

    def say(self, title: str, week: str) -> None:
        """Show what is in sight."""
        self.title.setText(title)
        self.week.setText(week)
        self.week.setVisible(bool(week))
        self._spread()

    def hold(self, customer_id: int, name: str) -> None:
        """Hold a customer ready to be dragged onto days."""
        self.held.hold(customer_id, name)
        self._spread()

    def show_view(self, view: View) -> None:
        """Light the view in force."""
        self.views.choose([view])

    def _lay_out(self) -> None:
        flow = FlowLayout(self, gap=10)
        self._left = _group(self.back, self.today, self.on, self.title, self.week)
        self._right = _group(self.held, self.picker, self.new, self.menu)
        flow.addWidget(self._left)
        flow.addWidget(self._right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the groups at the two ends of a row that is wide enough for both."""
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        self._left.setMinimumWidth(0)
        free = self.width() - self._right.sizeHint().width() - 10
        if self._left.sizeHint().width() <= free:
            self._left.setMinimumWidth(free)

    def _fit(self) -> None:
        points = self._theme.base_points
        self.picker.setFixedWidth(round(points * 19))

    def _back(self) -> None:
        self.stepped.emit(-1)

    def _on(self) -> None:
        self.stepped.emit(1)

    def _today(self) -> None:
        self.today_wanted.emit()

    def _chosen(self, keys: object) -> None:
        if isinstance(keys, tuple) and keys:
            self.view_chosen.emit(keys[0])

    def _new(self) -> None:
        self.new_wanted.emit()

    def _menu(self) -> None:
        self.menu_wanted.emit()


def _group(*widgets: QWidget) -> QWidget:
    ground = QWidget()
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return ground
