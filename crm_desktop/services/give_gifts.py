"""Gifts the program gives by itself: for birthdays once a year, and to both sides of a recommendation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Given:
    """One gift: to whom, for what (`birthday`, `referral`, `referred`), and how many points or which coupon."""

    customer_id: int
    occasion: str
    points: int = 0
    coupon_code: str = ""


@dataclass(frozen=True)
class Gifts:
    """What a turn gave, and whether everybody was looked at."""

    changes: tuple[ChangeSet, ...] = ()
    given: int = 0
    complete: bool = True


def give_birthday_gifts(workplace: Workplace, is_cancelled: Callable[[], bool] = lambda: False) -> Gifts:
    """Give what the rules promise to everybody whose birthday has come since the last look, at most once a year."""
    raise NotImplementedError


def give_referral_gifts(work: UnitOfWork, customer_id: int, sale_id: int) -> list[Given]:
    """Give both sides of a recommendation theirs with the friend's first purchase; called inside the sale."""
    raise NotImplementedError


def take_back_gifts(work: UnitOfWork, sale_id: int) -> None:
    """Take back what was given with a sale that is void, or comes back whole."""
    raise NotImplementedError
