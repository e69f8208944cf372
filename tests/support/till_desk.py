"""A window at the till of a small shop, with a catalogue and members in memory, and short ways to use and read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from crm_desktop.domain.loyalty.rules import Spending
from crm_desktop.domain.loyalty.words import Balance, ProgrammeKind
from crm_desktop.domain.sales import Product
from crm_desktop.services.coupons import CouponShown
from crm_desktop.services.read_loyalty import CardHeld, Loyalty, TierStanding
from crm_desktop.services.rewards import RewardShown
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.main_window import Outcome
from crm_desktop.ui.page import Page
from crm_desktop.ui.pages.till.jobs import TillJobs, TillSetup
from crm_desktop.ui.said import Said
from tests.support.follow_up_desk import FollowUpDesk
from tests.support.frame import plain_page

TODAY = date(2026, 11, 22)
TEA = Product("明前龙井 250g", price=9800, member_price=8800, product_id=1, category="茶", barcode="6901234567892")
CADDY = Product("Tea caddy", price=4500, product_id=2, category="Things", counts_stock=True, stock=3000)
FACIAL = Product("Facial", price=None, product_id=3, category="Services")


def loyalty(customer_id: int, name: str = "王小明", **more: object) -> Loyalty:
    """Return a member with points, stored value, a card and something to say."""
    tier = TierStanding(1, "VIP", "amber", TODAY, None, False, "", "", "spend", 100000, "Gold", 200000, 100000)
    card = CardHeld(3, 3, "Facial", 3, None, (), (), None, 0, False, customer_id, name)
    balances = (
        Balance(1, 1, ProgrammeKind.POINTS, "Points", 1240),
        Balance(2, 2, ProgrammeKind.STORED, "Stored value", 12000, 10000, 2000),
        Balance(3, 3, ProgrammeKind.VISITS, "Facial", 3),
    )
    says = ("Her birthday is in 5 days.",)
    held = (1240, 10000, 2000, balances, (), tier, (card,), (), (), says)
    made = Loyalty(customer_id, name, "M0001", TODAY, *held)
    return replace(made, **more)  # type: ignore[arg-type]


class DeskJobs(TillJobs):
    """The services of a real shop; what a member has and what is sold is kept here."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.products = [TEA, CADDY, FACIAL]
        self.members: dict[int, Loyalty] = {}
        self.on_offer: list[RewardShown] = []
        self.coupons: dict[str, CouponShown] = {}

    def setup(self) -> TillSetup:
        return replace(super().setup(), spending=Spending(100, 100, 100, 100))

    def find_products(self, text: str) -> list[Product]:
        wanted = text.casefold()
        return [one for one in self.products if wanted in one.name.casefold() or wanted == one.barcode]

    def loyalty(self, customer_id: int) -> Loyalty:
        bare = {"points": 0, "principal": 0, "gift": 0, "balances": (), "tier": None, "cards": (), "say_now": ()}
        return self.members.get(customer_id) or loyalty(customer_id, **bare)

    def rewards(self, customer_id: int) -> list[RewardShown]:
        return self.on_offer


class TillDesk(FollowUpDesk):
    """The window, the till, and hands."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        make_pages: Callable[[Workplace], Sequence[Page]] = lambda _place: [plain_page("customers")],
        page: str = "customers",
    ) -> None:
        super().__init__(qtbot, folder, make_pages)
        self.jobs = DeskJobs(self.place)
        self.show(page)

    def type(self, name: str, text: str) -> None:
        """Write a text into a field."""
        self.find(QLineEdit, name).setText(text)
        self.settle()
        self.bot.wait(60)
        self.settle()

    def read(self, name: str) -> str:
        """Read a label."""
        return self.find(QLabel, name).text().replace("(s)", "s")

    def _outcome(self, result: object) -> Outcome | None:
        if isinstance(result, Said):
            return Outcome(result.changes, result.sentence, choice=result.choice)
        return super()._outcome(result)


def focus_name() -> str:
    """Return the name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""
