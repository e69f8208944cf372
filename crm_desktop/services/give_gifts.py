"""Gifts the program gives by itself: for birthdays once a year, and to both sides of a recommendation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.anniversaries import LONGEST_SPAN
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.expiry import days_on, last_day
from crm_desktop.domain.loyalty.explain import Step
from crm_desktop.domain.loyalty.rules import PointsRules
from crm_desktop.domain.loyalty.words import LotSource, Reason
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import coupons, gifts, noted
from crm_desktop.store.gifts import Promise
from crm_desktop.store.ledger import When, when_of
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.unit_of_work import UnitOfWork

AT_ONCE = 50
"""Members whom one transaction gives something: a save that waits for it is to feel nothing."""
DAYS_OFF = 31
"""So long a PC may be off without a birthday being missed."""
_LOOKED = "birthdays_looked_until"


@dataclass(frozen=True)
class Gifts:
    """What was given, and whether everybody was looked at."""

    changes: tuple[ChangeSet, ...] = ()
    given: int = 0
    complete: bool = True


def give_birthday_gifts(workplace: Workplace, is_cancelled: Callable[[], bool] = lambda: False) -> Gifts:
    """Give what the rules promise to every member whose birthday has come since the last look, at most once a year."""
    program = workplace.as_program()
    changes: list[ChangeSet] = []
    for day in birthdays_due(program):
        turn, more = BirthdayTurn(day), True
        while more:
            if is_cancelled():
                return Gifts(tuple(changes), _count(changes), complete=False)
            changed, more = turn(program)
            changes += [changed] if changed.changed else []
    note_looked(program)
    return Gifts(tuple(changes), _count(changes))


def _count(changes: list[ChangeSet]) -> int:
    return sum(one.subject_count for one in changes)


def birthdays_due(program: Workplace) -> list[date]:
    """Return the birthdays on which somebody is due a gift by now, the oldest first; a PC may have been off a month.

    Days that are still to come are looked at again each time: somebody may just have told hers, or become a member.
    """
    with program.store.read() as connection:
        programme, rules, _version = points_rules(connection)
        if programme is None or not promises(rules):
            return []
        today = shop_time(connection).day_of(program.now())
        looked = noted.day(connection, _LOOKED) or today
        first = max(min(looked + timedelta(days=1), today), today - timedelta(days=DAYS_OFF))
        days = [first + timedelta(days=number) for number in range((_last(rules, today) - first).days + 1)]
        at = to_stamp(program.now())
        return [day for day in days if gifts.due_birthdays(connection, day, programme, at, 1)]


def note_looked(program: Workplace) -> tuple[ChangeSet, bool]:
    """Remember until which birthday everybody was looked at: a job of one turn that changes no record."""
    with program.unit_of_work(Kind.GIFT) as work:
        _programme, rules, _version = points_rules(work.connection)
        noted.keep_day(work.connection, _LOOKED, _last(rules, when_of(work.connection, program.now()).day))
        return work.commit(), False


def _last(rules: PointsRules, today: date) -> date:
    """Return the last birthday whose gift is given on a day."""
    return today + timedelta(days=min(rules.birthday.days_before, LONGEST_SPAN))


def promises(rules: PointsRules) -> bool:
    """Tell whether a birthday brings anything."""
    return bool(rules.birthday.points or rules.birthday.batch_id)


class BirthdayTurn:
    """Gives one day's birthdays their gifts, some members at each call."""

    def __init__(self, day: date) -> None:
        self._day = day

    def __call__(self, program: Workplace) -> tuple[ChangeSet, bool]:
        """Give one turn; answer what changed, and whether there may be more."""
        with program.unit_of_work(Kind.GIFT) as work:
            when = when_of(work.connection, program.now())
            programme, rules, version = points_rules(work.connection)
            whom: list[int] = []
            if programme is not None and promises(rules):
                whom = gifts.due_birthdays(work.connection, self._day, programme, work.at, AT_ONCE)
                self._give(work, whom, (programme, rules, version), when)
            work.about(whom[0] if len(whom) == 1 else None, count=len(whom))
            return work.commit(), len(whom) >= AT_ONCE

    def _give(
        self, work: UnitOfWork, whom: list[int], programme: tuple[int, PointsRules, int | None], when: When
    ) -> None:
        programme_id, rules, version = programme
        promised = rules.birthday
        # The days count from the birthday where that is still to come.
        begins = max(when.day, self._day)
        ends = days_on(begins, promised.valid_days) if promised.valid_days else last_day(rules.expiry, begins)
        promise = Promise(programme_id, version, promised.points, ends, LotSource.BIRTHDAY)
        for customer_id in whom if promised.points else ():
            gifts.give_points(work, customer_id, promise, when)
        batch = next(iter(coupons.batch_rows(work.connection, promised.batch_id)), None) if promised.batch_id else None
        if batch is not None and batch.active and whom:
            coupons.issue(work, batch, when.day, list(whom))
        gifts.note(work, whom, f"{gifts.BIRTHDAY}{self._day.year}")


def give_referral_gifts(work: UnitOfWork, customer_id: int, sale_id: int, when: When) -> tuple[Reason, ...]:
    """Give both sides of a recommendation theirs with the friend's first purchase; called inside the sale.

    Returns what was given, as steps of an explanation; nothing where this is not a first purchase of enough, nobody
    recommended the shop, or the friend had it before.
    """
    connection = work.connection
    programme, rules, version = points_rules(connection)
    promised = rules.referral
    if programme is None or not (promised.introducer or promised.friend):
        return ()
    introducer = gifts.introducer_of(connection, customer_id)
    if introducer is None or gifts.was_given(connection, customer_id, gifts.FRIEND):
        return ()
    if gifts.total_of(connection, sale_id) < max(promised.minimum, 1):
        return ()
    if not gifts.is_first_purchase(connection, customer_id, sale_id):
        return ()
    ends = last_day(rules.expiry, when.day)
    given = []
    for whom, points, occasion, key in (
        (customer_id, promised.friend, "friend", gifts.FRIEND),
        (introducer, promised.introducer, "referral", f"{gifts.REFERRAL}{customer_id}"),
    ):
        if points:
            promise = Promise(programme, version, points, ends, LotSource.REFERRAL)
            gifts.give_points(work, whom, promise, when, sale_id=sale_id)
            given.append(Reason(Step.GIFT, {"occasion": occasion, "points": points, "customer_id": whom}))
        gifts.note(work, [whom], key, sale_id)
    return tuple(given)
