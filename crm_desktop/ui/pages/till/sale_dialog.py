"""Record a sale: an amount and Enter, or lines from the catalogue; what it comes to and earns is shown as one types.

    sell(window, frame, workplace, customer_id=7)

returns at once; what is recorded comes to the pages as every change does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.sale_results import Recorded, SalePreview
from crm_desktop.domain.sales import LineDraft, PayBy, Product
from crm_desktop.services.problems import problem_text
from crm_desktop.services.say_loyalty import explanation_lines
from crm_desktop.services.say_money import money_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.confirm import confirm
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.planning import window_of
from crm_desktop.ui.pages.till.after_sale import AfterSale
from crm_desktop.ui.pages.till.bill import Bill, cash_part, change_due
from crm_desktop.ui.pages.till.entry import Entry
from crm_desktop.ui.pages.till.entry_part import EntryPart
from crm_desktop.ui.pages.till.extras_part import ExtrasPart
from crm_desktop.ui.pages.till.jobs import TillJobs, TillSetup
from crm_desktop.ui.pages.till.lines_part import LinesPart
from crm_desktop.ui.pages.till.member_part import MemberPart
from crm_desktop.ui.pages.till.pay_part import PayPart
from crm_desktop.ui.pages.till.sum_part import SumPart
from crm_desktop.ui.said import Said

SOON_MS = 40
"""Typing goes on for so long before the bill is worked out anew."""


class SaleDialog(Sheet):
    """Emits `recorded` with what was written."""

    recorded = Signal(object)

    def __init__(
        self, parent: QWidget, frame: Frame, jobs: TillJobs, bill: Bill, after: AfterSale | None = None
    ) -> None:
        super().__init__(parent, frame.theme, "saleDialog", _T("Till", "Record a sale"), ems=100)
        self._after = after or AfterSale(window_of(frame), frame, jobs.workplace)
        self._frame, self._jobs, self.bill = frame, jobs, bill
        self._setup: TillSetup | None = None
        self._priced: SalePreview | None = None
        self._asked_member = False
        self.entry = EntryPart(frame, jobs)
        self.lines = LinesPart(frame, bill)
        self.member = MemberPart(frame, jobs, bill.customer_id)
        self.sum = SumPart(frame.theme)
        self.pay = PayPart(frame, bill)
        self.extras = ExtrasPart(frame, jobs, bill)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._price)
        self._assemble_parts()
        self._listen()
        frame.work.read(jobs.setup, self._begin, group="till.setup")
        QTimer.singleShot(0, self, self.entry.field.setFocus)

    def take_scan(self, code: str) -> None:
        """Take what a scanner read: a member's card, a coupon, or something of the catalogue."""
        from crm_desktop.services.know_code import CodeOf, know_code

        place = self._jobs.workplace

        def take(known: object) -> None:
            what = getattr(known, "what", None)
            if what is CodeOf.CUSTOMER:
                self.member.set_customer(known.row_id)  # type: ignore[attr-defined]
            elif what is CodeOf.COUPON:
                self._show_extras()
                self.extras.add_coupon(code)
            else:
                self.entry.take_code(code)

        self._frame.work.read(lambda: know_code(place, code), take, group="till.scan")

    def save(self) -> None:
        """Record the sale; without a customer it is asked once whether she is a member."""
        if not self._save.isEnabled() or self._setup is None:
            return
        self._put_typed()
        if self.bill.is_empty:
            self.say_fault(_T("Till", "Type an amount, or choose something of the catalogue."))
            self.entry.field.setFocus()
            return
        if self._may_ask():
            self._asked_member = True
            self.member.begin_asking()
            self.fit()
            return
        self._record()

    def reject(self) -> None:
        """Leave; where something is on the bill, ask before."""
        if self.bill.is_empty and not self.entry.field.text().strip():
            super().reject()
            return
        confirm(self, _T("Till", "Leave without recording the sale?"), _T("Till", "Leave"), super().reject)

    # building

    def _assemble_parts(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(12)
        left.addWidget(self.entry)
        left.addWidget(self.lines)
        self.more = make_button("till.more", _T("Till", "Points, coupon, discount, note …"), self._show_extras, "link")
        left.addWidget(self.more)
        left.addWidget(self.extras)
        left.addStretch(1)
        self.extras.hide()
        for widget in (self.member, self.sum, self.pay):
            right.addWidget(widget)
        right.addStretch(1)
        self.add_sides(left, right, (6, 5))
        self.add_verb("till.cancel", _T("Till", "Cancel"), self.reject, "quiet")
        self._save = self.add_verb("till.save", _T("Till", "Record the sale"), self.save, "primary")
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self._save.setToolTip(_T("Till", "Record the sale  {keys}").format(keys=keys))

    def _listen(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.entry.typed.connect(self._changed)
        self.entry.amounts.connect(self._take_amounts)
        self.entry.picked.connect(self._take_product)
        self.entry.named_amount.connect(self._take_named)
        self.entry.finished.connect(self.save)
        self.lines.changed.connect(self._changed)
        self.member.changed.connect(self._member_changed)
        self.member.ask.without.connect(self.save)
        self.pay.changed.connect(self._changed)
        self.pay.changed.connect(self._fit_soon)
        self.extras.changed.connect(self._changed)

    def _begin(self, setup: TillSetup) -> None:
        self._setup = setup
        self.sum.currency = setup.currency
        self.sum.show_empty()
        for part in (self.entry, self.lines, self.pay, self.extras):
            part.begin(setup)
        self.member.begin(setup.currency)
        self.lines.show_lines()
        self._member_changed()

    def _show_extras(self) -> None:
        self.more.hide()
        self.extras.show()
        self._fit_soon()

    def _fit_soon(self) -> None:
        """Take the room for parts that have come into sight, once they know how much they need."""
        QTimer.singleShot(0, self, self.fit)

    # the bill

    def _take_amounts(self, entry: Entry) -> None:
        closes = self.bill.is_empty and not entry.goes_on
        place = self._add_amounts(entry)
        self.entry.clear()
        self._lines_changed(place)
        if closes:
            self.save()

    def _add_amounts(self, entry: Entry) -> int:
        name = _T("Till", "Sale", "name of a line that has only an amount")
        return [self.bill.add_amount(amount, name, entry.quantity) for amount in entry.amounts][-1]

    def _take_product(self, product: Product, quantity: int) -> None:
        self._lines_changed(self.bill.add_product(product, quantity))
        if product.price is None:
            self.lines.price.setFocus()
            self.lines.price.selectAll()
        else:
            self.entry.field.setFocus()

    def _take_named(self, name: str, amount: int, quantity: int) -> None:
        self._lines_changed(self.bill.add_amount(amount, name, quantity))

    def _lines_changed(self, place: int) -> None:
        self.lines.show_lines(choose=place)
        self._changed()
        self.fit()

    def _put_typed(self) -> None:
        """Put on the bill what stands in the line without Enter."""
        entry = self.entry.entry()
        if entry.amounts:
            place = self._add_amounts(entry)
            self.entry.clear()
            self._lines_changed(place)

    def _member_changed(self) -> None:
        self.bill.customer_id = self.member.customer_id
        if self._setup is not None:
            self.extras.show_member(self.member.loyalty)
            if self.member.loyalty is not None and (self.member.loyalty.points > 0 or self.member.loyalty.coupons):
                self._show_extras()
        self._changed()
        self.fit()

    # the preview

    def _changed(self) -> None:
        self._priced = None
        if self._setup is not None:
            self.extras.refresh_discount()
        self._soon.start()

    def _price(self) -> None:
        entry = self.entry.entry()
        typed = [LineDraft("…", amount, entry.quantity) for amount in entry.amounts]
        bill, jobs, stored = self.bill.with_lines(typed), self._jobs, self._stored()
        if bill.is_empty:
            self._frame.work.forget("till.price")
            self.sum.show_empty()
            self._show_total(0, 0)
            return
        self._frame.work.read(
            lambda: priced_as_paid(jobs, bill, stored), self._take_price, self._refuse_price, group="till.price"
        )

    def _take_price(self, preview: SalePreview) -> None:
        self._priced = preview
        why, warnings = (explanation_lines(part, self.sum.currency) for part in (preview.explanation, preview.warnings))
        self.sum.show_preview(preview, why, warnings, self.bill.returned, self._tier())
        self.lines.show_lines(preview.lines)
        self._show_total(preview.total, preview.points_value)

    def _refuse_price(self, fault: Fault) -> None:
        self._priced = None
        self.sum.show_problem(problem_text(fault) or sentence_for(fault))
        self.fit()

    def _show_total(self, total: int, points_value: int) -> None:
        self.pay.show_total(total, points_value, self._stored())
        if self._setup is not None:
            self.extras.show_total(total)
        text = _T("Till", "Record the sale")
        due = total - points_value
        if due and self._setup is not None:
            text = _T("Till", "Record {amount}").format(amount=money_text(due, self._setup.currency))
        self._save.setText(text)
        self.fit()

    def _tier(self) -> str:
        tier = self.member.loyalty.tier if self.member.loyalty is not None else None
        return tier.name if tier is not None else ""

    def _stored(self) -> int:
        return self.member.loyalty.stored_value if self.member.loyalty is not None else 0

    # recording

    def _may_ask(self) -> bool:
        asks = self._setup is not None and self._setup.asks_membership
        return asks and not self._asked_member and self.bill.customer_id is None and self.bill.returns is None

    def _record(self) -> None:
        self._save.setEnabled(False)
        self.say_fault("")
        self._soon.stop()  # what is priced behind the sale would find its coupon used
        self._frame.work.forget("till.price")
        self._frame.work.write(self._job(), self._written, self._refused)

    def _job(self) -> Callable[[], Said]:
        """Return what writes the bill as it stands; a total that was not shown yet is worked out before."""
        bill, jobs, priced, stored = self.bill, self._jobs, self._priced, self._stored()
        draft, setup, after = bill.draft(), self._setup, self._after

        def record() -> Said:
            preview = priced or jobs.price(draft)
            payments = bill.payments(preview.total, preview.points_value, stored)
            if bill.returns is not None:
                recorded = jobs.exchange(bill.returns, replace(draft, payments=payments))
            else:
                recorded = jobs.record(replace(draft, payments=payments))
            cash = cash_part(payments, setup.cash_like if setup is not None else frozenset())
            back = change_due(cash, bill.tendered) if cash else None
            sentence = sold_sentence(recorded, setup.currency if setup is not None else "", back)
            return Said(recorded.changes, sentence, after.offer(recorded.sale_id), recorded)

        return record

    def _written(self, said: Said) -> None:
        self.pay.remember()
        self._after(said.answer)
        self.recorded.emit(said.answer)
        super().accept()

    def _refused(self, fault: Fault) -> None:
        self._save.setEnabled(True)
        self.say_fault(problem_text(fault) or sentence_for(fault))
        self._changed()


def priced_as_paid(jobs: TillJobs, bill: Bill, stored: int) -> SalePreview:
    """Return a bill worked out the way it is going to be paid: what a gift pays may earn nothing."""
    draft = bill.draft()
    preview = jobs.price(draft)
    paid = [one for one in bill.payments(preview.total, preview.points_value, stored) if one.method != PayBy.POINTS]
    if all(one.method != PayBy.STORED_VALUE for one in paid) or any(one.amount <= 0 for one in paid):
        return preview
    return jobs.price(replace(draft, payments=tuple(replace(one, tendered=None) for one in paid)))


def sold_sentence(recorded: Recorded, currency: str, back: int | None) -> str:
    """Return what was recorded: Sold ¥188.00 · change ¥12.00 · +282 points · now VIP · slip 20261122-0007."""
    parts = [_T("Till", "Sold: {amount}").format(amount=money_text(recorded.total, currency))]
    if back:
        parts.append(_T("Till", "change {amount}").format(amount=money_text(back, currency)))
    if recorded.points_earned:
        parts.append(_T("Till", "+%n point(s)", n=recorded.points_earned))
    if recorded.tier_move is not None and recorded.tier_move.after:
        parts.append(_T("Till", "now {tier}").format(tier=recorded.tier_move.after))
    parts.append(_T("Till", "slip {number}").format(number=recorded.number))
    return " · ".join(parts)


def sell(
    parent: QWidget,
    frame: Frame,
    workplace: Workplace,
    customer_id: int | None = None,
    after: AfterSale | None = None,
) -> SaleDialog:
    """Open the till for a customer, or for nobody yet."""
    return open_bill(parent, frame, TillJobs(workplace), Bill(customer_id), after)


def open_bill(
    parent: QWidget,
    frame: Frame,
    jobs: TillJobs,
    bill: Bill,
    after: AfterSale | None = None,
) -> SaleDialog:
    """Open the till on a bill that something is on already."""
    dialog = SaleDialog(parent, frame, jobs, bill, after)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
