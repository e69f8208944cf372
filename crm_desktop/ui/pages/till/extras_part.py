"""What a bill may have beside lines and payment: points to spend, coupons, rewards, a discount, who served, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rewards import spend_limits
from crm_desktop.domain.loyalty.rules import Spending
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.bill import Bill
from crm_desktop.ui.pages.till.entry import read_discount
from crm_desktop.ui.pages.till.jobs import TillJobs, TillSetup
from crm_desktop.ui.pages.till.staff_field import StaffField
from crm_desktop.ui.widgets.amount_field import AmountField
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

if TYPE_CHECKING:
    from crm_desktop.services.coupons import CouponShown
    from crm_desktop.services.read_loyalty import Loyalty
    from crm_desktop.services.rewards import RewardShown


class PointsField(AmountField):
    """A number of points; the arrow keys go by the steps of the rules, End takes as many as the bill allows."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__(name, spoken)
        self.step, self.most = 1, 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by steps."""
        step = {Qt.Key.Key_Up: self.step, Qt.Key.Key_Down: -self.step}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_End and not self.text() and self.most:
            self.setText(str(self.most))
        elif step is None:
            super().keyPressEvent(event)
        else:
            try:
                points = max(0, (self.amount() or 0) + step)
            except ValueError:
                return
            self.setText(str(min(points, self.most) if self.most else points))


class ExtrasPart(QWidget):
    """Changes the bill in place and emits `changed`."""

    changed = Signal()

    def __init__(self, frame: Frame, jobs: TillJobs, bill: Bill) -> None:
        super().__init__()
        self._frame, self._jobs, self._bill = frame, jobs, bill
        self._places = 2
        self._coupons: dict[str, str] = {}
        self._spending, self._held = Spending(), 0
        self._form = FormGrid("till.extras")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    def begin(self, setup: TillSetup) -> None:
        """Make the fields."""
        self._places = setup.places
        self.discount = named(QLineEdit(), "till.discount")
        self.discount.setPlaceholderText(_T("Till", "Off the whole bill: 10 or 5%"))
        self._spending = setup.spending
        self.points = PointsField("till.pointsToSpend", _T("Till", "Points to spend"))
        self.rewards = ChipRow((), "till.rewards", _T("Till", "Rewards"), exclusive=False)
        self.coupon = named(QLineEdit(), "till.coupon")
        self.coupon.setPlaceholderText(_T("Till", "Type or scan the code, then Enter"))
        self.coupons = ChipRow((), "till.coupons", _T("Till", "Coupons on the bill"), exclusive=False)
        self.staff = StaffField(setup.people)
        self.channel = named(QComboBox(), "till.channel")
        for key, word in channel_words().items():
            self.channel.addItem(word, key)
        self.note = named(QLineEdit(), "till.note")
        for text, field in (
            (_T("Till", "Points"), self.points),
            (_T("Till", "Rewards"), self.rewards),
            (_T("Till", "Coupon"), self.coupon),
            ("", self.coupons),
            (_T("Till", "Discount"), self.discount),
            (_T("Till", "Served by"), self.staff),
            (_T("Till", "Channel"), self.channel),
            (_T("Till", "Note"), self.note),
        ):
            self._form.add(text, field)
        self._form.set_shown(self.points, False)
        self._form.set_shown(self.rewards, False)
        self._form.set_shown(self.coupons, False)
        self._form.set_shown(self.staff, len(setup.people) > 1)
        self.discount.textChanged.connect(self._discount_changed)
        self.points.textChanged.connect(self._points_changed)
        self.rewards.chosen.connect(self._rewards_chosen)
        self.coupon.returnPressed.connect(self._add_typed)
        self.coupons.chosen.connect(self._coupons_chosen)
        self.staff.changed.connect(self._staff_changed)
        self.channel.activated.connect(self._plain_changed)
        self.note.textChanged.connect(self._plain_changed)

    def show_member(self, loyalty: Loyalty | None) -> None:
        """Offer what the customer has; nothing of it for nobody."""
        has_points = loyalty is not None and loyalty.points > 0 and self._spending.allowed
        if not has_points:
            self._bill.points, self._bill.rewards = 0, ()
            self.points.set_amount(None)
        self._form.set_shown(self.points, has_points)
        self._held = loyalty.points if loyalty is not None else 0
        own = [coupon for coupon in loyalty.coupons if not coupon.problem] if loyalty is not None else []
        self._offer_coupons({coupon.code: coupon.name for coupon in own})
        self._form.set_shown(self.rewards, False)
        if loyalty is not None:
            customer_id, jobs = loyalty.customer_id, self._jobs
            self._frame.work.read(lambda: jobs.rewards(customer_id), self._take_rewards, group="till.rewards")

    def show_total(self, total: int) -> None:
        """Say how many points can pay on a bill of this total, before any do."""
        limits = spend_limits(self._spending, self._held, total)
        self.points.step, self.points.most = limits.step, limits.most
        said = _T("Till", "of {points}").format(points=f"{self._held:,}")
        if limits.most:
            said = _T("Till", "{least} to {most}").format(least=f"{limits.least:,}", most=f"{limits.most:,}")
            if limits.step > 1:
                said += _T("Till", ", in steps of {step}").format(step=f"{limits.step:,}")
        self.points.setPlaceholderText(said)
        self.points.setToolTip(said)

    def add_coupon(self, code: str) -> None:
        """Put a coupon on the bill, where the shop has given it out and it is good today."""
        jobs, customer_id = self._jobs, self._bill.customer_id
        self._frame.work.read(
            lambda: jobs.coupon(code, customer_id), self._take_coupon, self._refuse_coupon, group="till.coupon"
        )

    # inside

    def _discount_changed(self, text: str) -> None:
        try:
            amount = read_discount(text, self._bill.subtotal(), self._places)
        except ValueError:
            self._form.set_problem(self.discount, _T("Till", "This is no discount: write 10 or 5%."))
            return
        self._form.set_problem(self.discount, "")
        self._bill.discount, self._bill.discount_amount = text, amount
        self.changed.emit()

    def refresh_discount(self) -> None:
        """Work a share out anew: the lines have changed."""
        if "%" in self._bill.discount or "折" in self._bill.discount:
            self._bill.discount_amount = read_discount(self._bill.discount, self._bill.subtotal(), self._places)

    def _points_changed(self, _text: str) -> None:
        try:
            self._bill.points = self.points.amount() or 0
        except ValueError:
            return
        self.changed.emit()

    def _take_rewards(self, rewards: list[RewardShown]) -> None:
        shown = [reward for reward in rewards if not reward.missing]
        self.rewards.set_choices([(reward.reward_id, f"{reward.name} · {reward.cost:,}") for reward in shown])
        self._form.set_shown(self.rewards, bool(shown))

    def _rewards_chosen(self, keys: tuple[int, ...]) -> None:
        self._bill.rewards = keys
        self.changed.emit()

    def _add_typed(self) -> None:
        code = self.coupon.text().strip()
        if code:
            self.add_coupon(code)

    def _take_coupon(self, coupon: CouponShown) -> None:
        if coupon.problem:
            self._form.set_problem(self.coupon, coupon_problem(coupon.problem))
            return
        self._form.set_problem(self.coupon, "")
        self.coupon.clear()
        self._coupons[coupon.code] = coupon.name
        if coupon.code not in self._bill.coupons:
            self._bill.coupons.append(coupon.code)
        self._offer_coupons(self._coupons)
        self.changed.emit()

    def _refuse_coupon(self, fault: Fault) -> None:
        self._form.set_problem(self.coupon, problem_text(fault) or sentence_for(fault))

    def _offer_coupons(self, coupons: dict[str, str]) -> None:
        self._coupons = {**coupons, **{code: self._coupons.get(code, code) for code in self._bill.coupons}}
        self.coupons.set_choices([(code, f"{name} {code}") for code, name in self._coupons.items()])
        self.coupons.choose(self._bill.coupons)
        self._form.set_shown(self.coupons, bool(self._coupons))

    def _coupons_chosen(self, keys: tuple[str, ...]) -> None:
        self._bill.coupons = list(keys)
        self.changed.emit()

    def _staff_changed(self) -> None:
        self._bill.staff = self.staff.shares()
        self.changed.emit()

    def _plain_changed(self, *_said: object) -> None:
        self._bill.channel = str(self.channel.currentData() or "")
        self._bill.note = self.note.text().strip()


def channel_words() -> dict[str, str]:
    """Return the ways a sale comes about; the shop's own counter is the plain one."""
    return {
        "": _T("Channel", "In the shop"),
        "wechat": _T("Channel", "WeChat"),
        "phone": _T("Channel", "Telephone"),
        "online": _T("Channel", "Online shop"),
        "delivery": _T("Channel", "Delivery platform"),
        "visit": _T("Channel", "At the customer's"),
    }


def coupon_problem(reason: str) -> str:
    """Return why a coupon is good for nothing today."""
    return sentence_for(_coupon_fault(reason))


def _coupon_fault(reason: str) -> Fault:
    from crm_desktop.base.errors import FaultKind

    return Fault(FaultKind.COUPON_NOT_VALID, reason=reason)
