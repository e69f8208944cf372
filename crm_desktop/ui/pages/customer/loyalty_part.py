"""The loyalty of a customer: balances, tier, cards, coupons, what ends when, what was booked, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.coupons import CouponShown, cancel_coupon
from crm_desktop.services.read_loyalty import CardHeld, Loyalty
from crm_desktop.services.visit_cards import share_card
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.loyalty import actions
from crm_desktop.ui.loyalty.balances import Balances, TierBar
from crm_desktop.ui.loyalty.history import HistoryPart, entry_line
from crm_desktop.ui.loyalty.lines import LotLine, lot_lines, tier_line, tiles
from crm_desktop.ui.loyalty.model import LoyaltyModel
from crm_desktop.ui.loyalty.words import card_terms, coupon_terms
from crm_desktop.ui.pages.customer.bindings import RowList
from crm_desktop.ui.pages.customer.header import action_button, menu_button
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.line_row import LineRow
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label

_FEWEST_LOTS = 3


class LoyaltyPart(QWidget):
    """Shows it while it is in sight; `compact` is for the narrow pane beside the list."""

    def __init__(self, record: RecordModel, name: str, *, compact: bool = False) -> None:
        super().__init__()
        named(self, name, _T("Loyalty", "Loyalty"))
        self._record, self._compact = record, compact
        self._theme = record.frame.theme
        self.model = LoyaltyModel(record, name, self)
        self._acting: list[QWidget | QAction] = []
        self.empty = EmptyState(self._theme, "gift", f"{name}.empty")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._content(name))
        self._stack.addWidget(self.empty)
        self.model.changed.connect(self._show)
        self.model.history_changed.connect(self._show_history)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read when the part comes into sight."""
        super().showEvent(event)
        self.model.watch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more while nobody looks."""
        super().hideEvent(event)
        self.model.watch(watched=False)

    # building

    def _content(self, name: str) -> QWidget:
        whole = QWidget()
        column = self._column = QVBoxLayout(whole)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        self.balances = Balances(self._theme, f"{name}.balances", 2)
        self.tier = TierBar(self._theme, f"{name}.tier")
        self.say_now = wrapped_label(f"{name}.sayNow", "strong")
        column.addWidget(self.say_now)
        column.addWidget(self.balances)
        column.addWidget(self.tier)
        column.addLayout(self._buttons(name))
        self._cards = _Group(self._theme, f"{name}.cards", _T("Loyalty", "Visit cards"))
        self._coupons = _Group(self._theme, f"{name}.coupons", _T("Loyalty", "Coupons"))
        self._lots = _Group(self._theme, f"{name}.lots", _T("Loyalty", "What ends when"))
        for group in (self._cards, self._coupons, self._lots):
            column.addWidget(group)
        self.history = HistoryPart(self._theme, f"{name}.history")
        self.history.slip_wanted.connect(self._open_slip)
        self.history.more_wanted.connect(self.model.more)
        column.addWidget(named(QLabel(_T("Loyalty", "History")), f"{name}.history.heading", role="strong"))
        column.addWidget(self.history)
        column.addStretch(1)
        return whole

    def _buttons(self, name: str) -> FlowLayout:
        row = FlowLayout(gap=8)
        for key, icon, text, action in (
            ("topUp", "wallet", _T("Loyalty", "Top up"), actions.top_up),
            ("useVisit", "ticket-check", _T("Loyalty", "Use a visit"), actions.use_visit),
            ("redeem", "gift", _T("Loyalty", "Redeem"), actions.redeem),
            ("copy", "copy", _T("Loyalty", "Copy balances"), actions.copy_balance),
        ):
            button = action_button(self._record, f"{name}.{key}", icon, text, partial(self._do, action))
            row.addWidget(button)
            if key != "copy":
                self._acting.append(button)
        self.menu = self._menu(name)
        row.addWidget(menu_button(self._record, f"{name}.more", _T("Pane", "More"), self.menu))
        return row

    def _menu(self, name: str) -> QMenu:
        menu = named(QMenu(self), f"{name}.menu")
        for key, icon, text, action in (
            ("sellCard", "ticket", _T("Loyalty", "Sell a visit card …"), actions.sell_card),
            ("coupon", "percent", _T("Loyalty", "Give a coupon …"), actions.issue_coupon),
            ("withdraw", "banknote", _T("Loyalty", "Pay stored value out …"), actions.withdraw),
            ("adjust", "pencil", _T("Loyalty", "Correct a balance …"), actions.adjust),
            ("tier", "award", _T("Loyalty", "Set the tier …"), actions.set_tier),
            ("statement", "file-down", _T("Loyalty", "Statement …"), actions.statement),
            ("card", "id-card", _T("Loyalty", "Member card …"), actions.member_card),
        ):
            act = QAction(self._theme.icon(icon), text, menu)
            act.setObjectName(f"{name}.menu.{key}")
            act.triggered.connect(partial(self._do, action))
            menu.addAction(act)
            if key not in ("statement", "card"):
                self._acting.append(act)
        return menu

    # showing

    def _show(self) -> None:
        standing = self.model.standing
        self.balances.setVisible(standing is not None)
        if standing is None:
            return
        loyalty = standing.loyalty
        if not standing.programmes.programmes and not loyalty.balances:
            self._offer_programmes()
            return
        self._stack.setCurrentIndex(0)
        for button in self._acting:
            button.setEnabled(self._may_act())
        amounts = Amounts.of(self._record.frame.settings)
        self.balances.show_tiles(tiles(loyalty, amounts))
        self.tier.show_tier(tier_line(loyalty.tier, loyalty.today, amounts))
        self.say_now.setText("\n".join(loyalty.say_now))
        self.say_now.setVisible(bool(loyalty.say_now))
        self._show_cards(loyalty)
        self._show_coupons(loyalty, amounts)
        self._show_lots(lot_lines(loyalty.lots, loyalty.today, amounts))
        self._show_history()

    def _show_cards(self, loyalty: Loyalty) -> None:
        cards = [*loyalty.cards, *loyalty.household_cards]
        for card, row in zip(cards, self._cards.show_rows(len(cards)), strict=True):
            row.show_line(card.name, card_terms(card, loyalty.today, loyalty.customer_id))
            row.set_icon("ticket")
            row.set_quiet(bool(card.problem))
            able = self._may_act()
            spoken = _T("Loyalty", "Use a visit: {card}").format(card=card.name)
            row.set_tool("use", "ticket-check", spoken, partial(self._use, card), shown=able and card.left > 0)
            hers = card.holder_id == loyalty.customer_id
            shared = _T("Loyalty", "Keep {card} for herself") if card.for_household else _T("Loyalty", "Share {card}")
            row.set_tool(
                "share",
                "user" if card.for_household else "users",
                shared.format(card=card.name),
                partial(self._share, card),
                shown=hers and able,
            )

    def _show_coupons(self, loyalty: Loyalty, amounts: Amounts) -> None:
        for coupon, row in zip(loyalty.coupons, self._coupons.show_rows(len(loyalty.coupons)), strict=True):
            row.show_line(f"{coupon.name} · {coupon.code}", coupon_terms(coupon, loyalty.today, amounts))
            row.set_icon("percent")
            row.set_quiet(bool(coupon.problem))
            spoken = _T("Loyalty", "Print {coupon}").format(coupon=coupon.name)
            row.set_tool("print", "printer", spoken, partial(self._print, coupon))
            cancel = _T("Loyalty", "Cancel {coupon}").format(coupon=coupon.name)
            row.set_tool("cancel", "x", cancel, partial(self._cancel, coupon), shown=self._may_act())

    def _show_lots(self, lines: list[LotLine]) -> None:
        shown = lines[:_FEWEST_LOTS] if self._compact else lines
        for line, row in zip(shown, self._lots.show_rows(len(shown)), strict=True):
            row.show_line(line.when, line.detail, line.what)
            row.set_icon("clock", "warning" if line.soon else "muted")

    def _show_history(self) -> None:
        loyalty = self.model.loyalty
        if loyalty is None:
            self.history.show_lines([], has_more=False)
            return
        accounts = {balance.account_id: balance for balance in loyalty.balances}
        amounts = Amounts.of(self._record.frame.settings)
        lines = [
            entry_line(entry, accounts.get(entry.account_id), loyalty.today, amounts) for entry in self.model.entries
        ]
        self.history.show_lines(lines, has_more=self.model.has_more)

    def _offer_programmes(self) -> None:
        name = self.objectName()
        offer = Offer(
            f"{name}.begin",
            _T("Loyalty", "Set it up"),
            partial(self._record.frame.navigator.open, "loyalty"),
            "gift",
            "primary",
        )
        hint = _T("Loyalty", "Points, stored value and visit cards are set up once, in a few sentences.")
        self.empty.say(_T("Loyalty", "The shop has no loyalty programme yet"), hint, [offer])
        self._stack.setCurrentIndex(1)

    # doing

    def _do(self, action: Callable[[actions.Desk], object], _checked: bool = False) -> None:
        desk = self._desk()
        if desk is not None:
            action(desk)

    def _use(self, card: CardHeld) -> None:
        desk = self._desk()
        if desk is not None:
            actions.use_visit(desk, card.account_id)

    def _share(self, card: CardHeld) -> None:
        place = self._record.workplace
        self._write(lambda: share_card(place, card.account_id, not card.for_household))

    def _cancel(self, coupon: CouponShown) -> None:
        from crm_desktop.ui.dialogs.ask_name import AskName

        title = _T("Loyalty", "Cancel {coupon}").format(coupon=f"{coupon.name} · {coupon.code}")
        dialog = AskName(self.window(), title, _T("Loyalty", "Reason"), _T("Loyalty", "Cancel the coupon"))
        place = self._record.workplace

        def cancel() -> None:
            reason = dialog.name()  # before the job runs: the dialog belongs to this thread and goes
            self._write(lambda: cancel_coupon(place, coupon.coupon_id, reason))

        dialog.accepted.connect(cancel)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self._record.save(lambda _customer_id: job())

    def _may_act(self) -> bool:
        """Say whether something may be booked: not for who is in the recycle bin."""
        record = self._record.record
        return record is not None and record.customer.deleted_at is None

    def _print(self, coupon: CouponShown) -> None:
        from crm_desktop.ui.loyalty.printing import print_coupons

        print_coupons(self.window(), self._record.frame, [coupon])

    def _open_slip(self, sale_id: int) -> None:
        from crm_desktop.ui.pages.till.slip_dialog import show_slip

        show_slip(self.window(), self._record.frame, self._record.workplace, sale_id)

    def _desk(self) -> actions.Desk | None:
        customer_id = self._record.customer_id
        if customer_id is None:
            return None
        return actions.Desk(self.window(), self._record.frame, self._record.workplace, customer_id)


class _Group(QWidget):
    """A heading with rows under it; without any it takes no room."""

    def __init__(self, theme: Theme, name: str, heading: str) -> None:
        super().__init__()
        named(self, name, heading)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(named(QLabel(heading), f"{name}.heading", role="strong"))
        self._rows = RowList(self._make_row, column.addWidget)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_rows(self, count: int) -> list[LineRow]:
        """Return so many rows to fill."""
        self.setVisible(bool(count))
        return [row for row in self._rows.show(count) if isinstance(row, LineRow)]

    def _make_row(self, number: int) -> QWidget:
        return LineRow(self._theme, f"{self.objectName()}.{number}")
