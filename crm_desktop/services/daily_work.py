"""What the program does by itself: start plans, keep in touch, book what has expired, give gifts, judge tiers.

It acts as the program: nobody's undo list holds it, the journal does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.plans import Cadence, Plan
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.services.after_contact import touch_title
from crm_desktop.services.clock_check import clock_behind
from crm_desktop.services.daily_loyalty import loyalty_jobs
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import cadences, plan_events
from crm_desktop.store.plan_starts import Coming, active_plans, comings, start_coming
from crm_desktop.store.purge import purge
from crm_desktop.store.shop_time import shop_time

_TOUCHING = ("cadence", "customer_tag", "tag", "follow_up")
"""Tables whose changes may leave somebody without a next contact, or with one too many."""


MOST_AT_ONCE = 1_000
"""Customers whom one transaction plans for: the lock that a save waits for is held a fraction of a second."""

IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class DailyWork:
    """What changed, and whether all is done; what was cancelled goes on from there the next time."""

    changes: tuple[ChangeSet, ...]
    complete: bool


def do_daily_work(workplace: Workplace, is_cancelled: IsCancelled = lambda: False) -> DailyWork:
    """Do what is due by now, in short transactions; `is_cancelled` is asked before each.

    While the clock was set back nothing is due: what ends or begins by its date waits for the right day.
    """
    if clock_behind(workplace) is not None:
        return DailyWork((), True)
    program = workplace.as_program()
    purge(program.store)
    with program.store.read() as connection:
        clock = shop_time(connection)
        today = clock.day_of(program.now())
        look = plan_events.begin_look(connection, today)
        plans = active_plans(connection)
        known = cadences.all_cadences(connection) if look.concerns(*_TOUCHING) else []
    jobs: list[Job] = loyalty_jobs(program, look, is_cancelled)
    jobs += [_closing] if known else []
    jobs += [_keeping(cadence, clock, today) for cadence in known if cadence.active]
    at = to_stamp(program.now())
    jobs += [_starting(plan, one, today) for plan, since in plans for one in comings(plan, since, look, clock, at)]
    done: list[ChangeSet] = []
    complete = all(_until_done(program, job, is_cancelled, done) for job in jobs)
    if complete:
        with program.unit_of_work(Kind.PLAN_START) as work:
            plan_events.note_done(work.connection, look.operations.stop - 1, today)
            work.commit()
    return DailyWork(tuple(done), complete)


Job = Callable[[Workplace], tuple[ChangeSet, bool]]
"""Does a part in one transaction; answers what changed, and whether there may be more."""


def _until_done(program: Workplace, job: Job, is_cancelled: IsCancelled, done: list[ChangeSet]) -> bool:
    """Repeat a job until there is no more of it; tell whether it came to that."""
    more = True
    while more:
        if is_cancelled():
            return False
        changes, more = job(program)
        if changes.changed:
            done.append(changes)
    return True


def _starting(plan: Plan, coming: Coming, today: date) -> Job:
    def start(program: Workplace) -> tuple[ChangeSet, bool]:
        with program.unit_of_work(Kind.PLAN_START) as work:
            started = start_coming(work, plan, coming, today, most=MOST_AT_ONCE)
            work.about(count=started)
            return work.commit(), started >= MOST_AT_ONCE

    return start


def _closing(program: Workplace) -> tuple[ChangeSet, bool]:
    with program.unit_of_work(Kind.FOLLOW_UP_CLOSE) as work:
        lost = _T("KeepInTouch", "No longer kept in touch with regularly")
        closed = cadences.close_planned(work, cadences.no_longer_tagged(), lost)
        twice = _T("KeepInTouch", "Planned twice, after two customers were merged")
        work.about(count=closed + cadences.close_planned(work, cadences.doubled(), twice))
        return work.commit(), False


def _keeping(cadence: Cadence, clock: ShopTime, today: date) -> Job:
    def plan(program: Workplace) -> tuple[ChangeSet, bool]:
        with program.unit_of_work(Kind.FOLLOW_UP_ADD) as work:
            offset = cadences.offset_of(program.now().astimezone(clock.zone))
            planned = cadences.plan_missing(work, cadence, touch_title(), today, offset, most=MOST_AT_ONCE)
            work.about(count=planned + cadences.raise_overdue(work, cadence, today))
            return work.commit(), planned >= MOST_AT_ONCE

    return plan
