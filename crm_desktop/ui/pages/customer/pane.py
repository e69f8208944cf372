"""The pane beside the list: one customer at a glance, editable in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.attach_drop import AttachDrop
from crm_desktop.ui.pages.customer.bin_banner import BinBanner
from crm_desktop.ui.pages.customer.details import DetailParts, drafts, restore_drafts
from crm_desktop.ui.pages.customer.facts import Facts
from crm_desktop.ui.pages.customer.follow_ups_part import FollowUpsPart
from crm_desktop.ui.pages.customer.header import Header, action_button, menu_button, refuse_buttons
from crm_desktop.ui.pages.customer.late_parts import loyalty_part, purchases_part
from crm_desktop.ui.pages.customer.merged_line import MergedLine
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.preferences import PreferencesCard
from crm_desktop.ui.pages.customer.record_menu import RecordMenu
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.customer.timeline_part import TimelinePart
from crm_desktop.ui.widgets.empty_state import EmptyState
from crm_desktop.ui.widgets.late_part import LatePart
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.tabs import Tabs

TIMELINE, LOYALTY, PURCHASES, DETAILS, FILES = range(5)
"""The tabs, from the left."""


class CustomerPane(QFrame):
    """Shows a customer; `show_customer(None)` shows a hint instead."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        named(self, "customerPane", _T("Pane", "Customer"), panel="card")
        self.frame_ = frame
        self.model = RecordModel(frame, workplace, "pane", self)
        self.empty = EmptyState(frame.theme, "user", "pane.empty")
        self.empty.say(_T("Pane", "Nobody is chosen"), _T("Pane", "Choose a customer in the list to see her here."))
        self.timeline = TimelinePart(self.model, compact=True)
        self.parts = DetailParts(self.model)
        self.header = Header(self.model)
        self.follow_ups = FollowUpsPart(self.model, "pane.followUps", most=3)
        self.preferences = PreferencesCard(self.model)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._content())
        self._drop = AttachDrop(self, self._attach, self.parts.files.say_over, leaves_lists=True)
        self.model.changed.connect(self._show)

    def show_customer(self, customer_id: int | None) -> None:
        """Show a customer, None for nobody; what is being typed is saved first."""
        self.model.show(customer_id)

    @property
    def customer_id(self) -> int | None:
        """Return who is shown."""
        return self.model.customer_id

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what changed; None: something did, outside this window."""
        self.model.refresh(changes)

    def begin_log(self) -> None:
        """Open the log line (Ctrl+L)."""
        self.tabs.choose(TIMELINE)
        self.timeline.begin_log()
        QTimer.singleShot(0, self, self._show_log)

    def _attach(self, paths: Sequence[Path]) -> None:
        record = self.model.record
        if record is not None and record.customer.deleted_at is None:
            self.tabs.choose(FILES)
            self.parts.files.attach(paths)

    def _sell(self) -> None:
        from crm_desktop.ui.pages.till.page import sell_to

        sell_to(self.frame_, self.model.workplace, self.model.customer_id)

    def _show_log(self) -> None:
        self._scroll.ensureWidgetVisible(self.timeline.log)

    def open_record(self) -> None:
        """Open the full record."""
        if self.model.customer_id is not None:
            self.frame_.navigator.open("customer", self.model.customer_id)

    def save_state(self) -> dict[str, object]:
        """Return who is shown, which tab, and what is being typed."""
        return {
            "customer": self.model.customer_id,
            "tab": self.tabs.index(),
            "drafts": drafts(self),
            "timeline": self.timeline.save_state(),
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back."""
        customer_id, tab, kept = state.get("customer"), state.get("tab"), state.get("drafts")
        self.show_customer(customer_id if isinstance(customer_id, int) else None)
        self.tabs.choose(tab if isinstance(tab, int) else 0)
        timeline = state.get("timeline")
        if isinstance(timeline, dict):
            self.timeline.restore_state(timeline)
        if isinstance(kept, dict):
            restore_drafts(self, kept)

    def _content(self) -> QWidget:
        whole = self._scroll = ScrolledColumn("pane.content", spacing=12, margin=16, keeps_width=True)
        column = whole.column
        self._fill_actions()
        column.addWidget(BinBanner(self.model))
        column.addWidget(self.header)
        column.addWidget(MergedLine(self.model, "pane.merged"))
        column.addWidget(self.preferences)
        column.addWidget(self.follow_ups)
        column.addWidget(Facts(self.model))
        column.addWidget(self._tabs(), 1)
        return whole

    def _tabs(self) -> Tabs:
        self.tabs = Tabs("pane.tabs", _T("Pane", "Parts of the record"))
        self.tabs.add(self.timeline, _T("Pane", "Timeline"))
        self.loyalty = LatePart(partial(loyalty_part, self.model, "pane.loyalty", compact=True))
        self.tabs.add(self.loyalty, _T("Loyalty", "Loyalty"))
        self.purchases = LatePart(partial(purchases_part, self.model, "pane.purchases"))
        self.tabs.add(self.purchases, _T("Purchases", "Purchases"))
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(16)
        for section in self.parts.sections().values():
            column.addWidget(section)
        column.addStretch(1)
        self.tabs.add(details, _T("Pane", "Details"))
        files = QWidget()
        column = QVBoxLayout(files)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(self.parts.files, 1)
        self.tabs.add(files, _T("Files", "Files"))
        return self.tabs

    def _fill_actions(self) -> None:
        log = self._log = action_button(self.model, "pane.log", "notebook-pen", _T("Pane", "Log"), self.begin_log)
        log.setToolTip(_T("Pane", "Log a contact  Ctrl+L"))
        opened = action_button(self.model, "pane.open", "panel-right", _T("Pane", "Open"), self.open_record)
        opened.setToolTip(_T("Pane", "Open the full record  Enter"))
        self.menu = RecordMenu(self.model, self, "pane.menu")
        plan = self._plan = action_button(
            self.model, "pane.planButton", "calendar-plus", _T("Pane", "Plan"), self.follow_ups.plan
        )
        plan.setToolTip(_T("Pane", "Plan a follow-up  Ctrl+Shift+N"))
        sale = self._sale = action_button(self.model, "pane.sell", "receipt", _T("Pane", "Sell"), self._sell)
        sale.setToolTip(_T("Pane", "Record a sale  Ctrl+B"))
        self.header.add_action(log)
        self.header.add_action(sale)
        self.header.add_action(plan)
        self.header.add_action(opened)
        self.header.add_action(menu_button(self.model, "pane.more", _T("Pane", "More"), self.menu))

    def _show(self) -> None:
        record = self.model.record
        self._stack.setCurrentIndex(0 if record is None else 1)
        for widget in (
            self._log,
            self._sale,
            self._plan,
            self.follow_ups,
            self.preferences,
            *self.header.editors(),
            *self.parts.widgets(),
        ):
            widget.setEnabled(record is not None and record.customer.deleted_at is None)
        refuse_buttons(self.model, {"list.log": self._log, "till.sell": self._sale, "follow_up.new": self._plan})
