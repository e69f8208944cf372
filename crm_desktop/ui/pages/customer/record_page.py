"""The view of the full record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.customer.attach_drop import AttachDrop
from crm_desktop.ui.pages.customer.bin_banner import BinBanner
from crm_desktop.ui.pages.customer.columns import Columns
from crm_desktop.ui.pages.customer.details import DetailParts, Section, drafts, restore_drafts
from crm_desktop.ui.pages.customer.follow_ups_part import FollowUpsPart
from crm_desktop.ui.pages.customer.header import Header, action_button, menu_button, refuse_buttons
from crm_desktop.ui.pages.customer.late_parts import loyalty_part, purchases_part
from crm_desktop.ui.pages.customer.merged_line import MergedLine
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.page import PAGE_ID, PARTS, Visit
from crm_desktop.ui.pages.customer.preferences import PreferencesCard
from crm_desktop.ui.pages.customer.record_menu import RecordMenu
from crm_desktop.ui.pages.customer.timeline_part import TimelinePart
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.inline_field import InlineField
from crm_desktop.ui.widgets.late_part import LatePart
from crm_desktop.ui.widgets.tabs import Tabs


class CustomerPage(PageView):
    """Opened with a customer's id or a Visit; Esc goes back."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self.model = RecordModel(frame, workplace, "record", self)
        self._ids: Sequence[int] = ()
        self.parts = DetailParts(self.model)
        self.timeline = TimelinePart(self.model)
        self.header = Header(self.model, factor=3.6)
        self.follow_ups = FollowUpsPart(self.model, "record.followUps", most=20)
        self.loyalty = LatePart(partial(loyalty_part, self.model, "record.loyalty"))
        self.purchases = LatePart(partial(purchases_part, self.model, "record.purchases"))
        self.preferences = PreferencesCard(self.model)
        self.menu = RecordMenu(self.model, self, "record.menu")
        self.gone = EmptyState(frame.theme, "user", "record.gone")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._content())
        self._stack.addWidget(self.gone)
        self.model.changed.connect(self._show)
        self.model.gone.connect(self._say_gone)
        self._drop = AttachDrop(self, self._attach, self.parts.files.say_over, leaves_lists=True)

    def open(self, argument: object) -> None:
        """Show a customer."""
        if isinstance(argument, Visit):
            self._ids = argument.ids
            self.model.show(argument.customer_id)
            if argument.part in PARTS:
                self.tabs.choose(PARTS.index(argument.part))
        elif isinstance(argument, int):
            self._ids = ()
            self.model.show(argument)
        self._show_way()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what changed."""
        self.model.refresh(changes)

    def verbs(self) -> Sequence[Verb]:
        """Return the verbs of this page."""
        return (
            Verb(
                "record.log",
                _T("Verbs", "&Log a contact"),
                self._begin_log,
                "Ctrl+L",
                "notebook-pen",
                Menu.EDIT,
                4,
                PAGE_ID,
            ),
            Verb(
                "record.previous",
                _T("Verbs", "&Previous customer"),
                lambda: self._step(-1),
                "Alt+Up",
                "chevron-up",
                Menu.GO,
                4,
                PAGE_ID,
            ),
            Verb(
                "record.next",
                _T("Verbs", "Ne&xt customer"),
                lambda: self._step(1),
                "Alt+Down",
                "chevron-down",
                Menu.GO,
                4,
                PAGE_ID,
            ),
        )

    def customer_in_sight(self) -> int | None:
        """Return who is shown."""
        return self.model.customer_id

    def focus_search(self) -> bool:
        """Let Ctrl+F find customers, as everywhere."""
        return False

    def focus_first(self) -> None:
        """Put the keyboard on the timeline, or leave it where something is being typed."""
        typing = next((field for field in self.findChildren(InlineField) if field.is_editing()), None)
        (typing or self.timeline.view).setFocus()

    def save_state(self) -> dict[str, object]:
        """Return who is shown and what is being typed."""
        return {
            "customer": self.model.customer_id,
            "ids": self._ids,
            "drafts": drafts(self),
            "timeline": self.timeline.save_state(),
            "tab": self.tabs.index(),
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back."""
        customer_id, ids, kept = state.get("customer"), state.get("ids"), state.get("drafts")
        self._ids = ids if isinstance(ids, Sequence) else ()
        self.model.show(customer_id if isinstance(customer_id, int) else None)
        tab, timeline = state.get("tab"), state.get("timeline")
        self.tabs.choose(tab if isinstance(tab, int) else 0)
        if isinstance(timeline, dict):
            self.timeline.restore_state(timeline)
        if isinstance(kept, dict):
            restore_drafts(self, kept)
        self._show_way()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.frame.navigator.back()
        else:
            super().keyPressEvent(event)

    # building

    def _content(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(14)
        column.addWidget(BinBanner(self.model))
        column.addLayout(self._head())
        column.addWidget(MergedLine(self.model, "record.merged"))
        column.addWidget(self._columns(), 1)
        return whole

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.back = self._tool("record.back", "arrow-left", _T("Record", "Back to the list  Esc"))
        self.back.clicked.connect(self.frame.navigator.back)
        self.previous = self._tool("record.previous", "chevron-up", _T("Record", "Previous customer"))
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next = self._tool("record.next", "chevron-down", _T("Record", "Next customer"))
        self.next.clicked.connect(lambda: self._step(1))
        self.log = action_button(
            self.model, "record.logButton", "notebook-pen", _T("Pane", "Log contact"), self._begin_log
        )
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.header, 1)
        more = menu_button(self.model, "record.more", _T("Pane", "More"), self.menu)
        plan_text = _T("Pane", "Plan")
        self.plan = action_button(self.model, "record.planButton", "calendar-plus", plan_text, self.follow_ups.plan)
        self.plan.setToolTip(_T("Pane", "Plan a follow-up  Ctrl+Shift+N"))
        self.sale = action_button(self.model, "record.sell", "receipt", _T("Pane", "Sell"), self._sell)
        self.sale.setToolTip(_T("Pane", "Record a sale  Ctrl+B"))
        for widget in (self.log, self.sale, self.plan, more, self.previous, self.next):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _sell(self) -> None:
        from crm_desktop.ui.pages.till.page import sell_to

        sell_to(self.frame, self.model.workplace, self.model.customer_id)

    def _tool(self, name: str, icon: str, spoken: str) -> QToolButton:
        return IconButton(self.frame.theme, name, icon, spoken, token="text", kind="button")

    def _columns(self) -> Columns:
        sections = self.parts.sections()
        left = [
            self.preferences,
            *(self._card(sections[name]) for name in ("contacts", "basics", "custom")),
        ]
        files = Section(_T("Files", "Files"), "files", self.parts.files)
        rest = [section for name, section in sections.items() if name not in ("contacts", "basics", "custom")]
        right = [self._card(section) for section in (*rest, files)]
        self.columns = Columns(left, self._middle(), right)
        return self.columns

    def _middle(self) -> QWidget:
        """Return what comes next above what has been."""
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._card(self.follow_ups))
        self.tabs = Tabs("record.tabs", _T("Pane", "Parts of the record"))
        self.tabs.add(self.timeline, _T("Pane", "Timeline"))
        self.tabs.add(self.loyalty, _T("Loyalty", "Loyalty"))
        self.tabs.add(self.purchases, _T("Purchases", "Purchases"))
        column.addWidget(self._card(self.tabs), 1)
        return middle

    def _card(self, widget: QWidget) -> CardPanel:
        card = CardPanel("", f"card.{widget.objectName()}")
        card.body.addWidget(widget, 1)
        return card

    # showing

    def _show(self) -> None:
        record = self.model.record
        if record is None:
            return
        self._stack.setCurrentIndex(0)
        for widget in (
            self.log,
            self.sale,
            self.plan,
            self.follow_ups,
            self.preferences,
            *self.header.editors(),
            *self.parts.widgets(),
        ):
            widget.setEnabled(record.customer.deleted_at is None)
        refuse_buttons(self.model, {"record.log": self.log, "till.sell": self.sale, "follow_up.new": self.plan})

    def _begin_log(self) -> None:
        self.tabs.choose(0)
        self.timeline.begin_log()

    def _attach(self, paths: Sequence[Path]) -> None:
        record = self.model.record
        if record is not None and record.customer.deleted_at is None:
            self.parts.files.attach(paths)

    def _say_gone(self) -> None:
        back = Offer("record.gone.back", _T("Record", "Back"), self.frame.navigator.back, "arrow-left", "primary")
        self.gone.say(_T("Record", "This customer does not exist any more"), offers=[back])
        self._stack.setCurrentIndex(1)

    def _place(self) -> int | None:
        """Return where the customer stands in the list she was opened from."""
        try:
            return self._ids.index(self.model.customer_id or 0)
        except ValueError:
            return None

    def _step(self, by: int) -> None:
        place = self._place()
        if place is not None and 0 <= place + by < len(self._ids):
            self.model.show(self._ids[place + by])
            self._show_way()

    def _show_way(self) -> None:
        place = self._place()
        for tool, possible in (
            (self.previous, place is not None and place > 0),
            (self.next, place is not None and place + 1 < len(self._ids)),
        ):
            tool.setVisible(bool(self._ids))
            tool.setEnabled(possible)
