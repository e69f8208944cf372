"""Whom a plan would concern if it were started now: those its event fits today, for whom it does not go on yet."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.plans import ON_A_DATE, Plan, PlanEvent
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import plans
from crm_desktop.store.plan_starts import fitting, start_by_hand, wanted_by
from crm_desktop.store.shop_time import shop_time


@dataclass(frozen=True)
class PlanReach:
    """How many customers a plan's event fits now; `startable` where starting it for them now makes sense.

    A date's plan starts by itself when the date comes near; one that is started by hand fits nobody by itself.
    """

    count: int
    startable: bool


def plan_reach(workplace: Workplace, plan: Plan) -> PlanReach:
    """Count whom a plan, kept or only drafted, would concern now."""
    workplace.require(Right.FOLLOW_UPS_READ)
    startable = plan.event not in ON_A_DATE and plan.event is not PlanEvent.BY_HAND
    with workplace.store.read() as connection:
        rows = fitting(plan, to_stamp(workplace.now()))
        count = 0 if rows is None else plans.startable_count(connection, plan.id, wanted_by(plan, rows))
    return PlanReach(count, startable and count > 0)


def start_for_fitting(workplace: Workplace, plan_id: int) -> ChangeSet:
    """Start a plan today for everybody its event fits now; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.PLAN_START) as work:
        plan = plans.get_plan(work.connection, plan_id)
        rows = fitting(plan, work.at)
        today = shop_time(work.connection).day_of(workplace.now())
        work.about(count=0 if rows is None else start_by_hand(work, plan, rows, today))
        return work.commit()
