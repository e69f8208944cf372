"""What the program does by itself: start plans whose event has come, and keep in touch.

It acts as the program: nobody's undo list holds it, the journal does.
"""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind, Source
from crm_desktop.services.after_contact import touch_title
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import cadences, plan_events
from crm_desktop.store.plan_starts import active_plans, start_by_event
from crm_desktop.store.shop_time import shop_time


def do_daily_work(workplace: Workplace) -> list[ChangeSet]:
    """Do what is due by now; return what changed. Run it after the start, now and then, and when a day begins."""
    program = replace(workplace, source=Source.PROGRAM, person_id=None)
    return [changes for changes in (_start_plans(program), _keep_in_touch(program)) if changes.changed]


def _start_plans(workplace: Workplace) -> ChangeSet:
    with workplace.unit_of_work(Kind.PLAN_START) as work:
        newest = plan_events.newest_operation(work.connection)
        looked_until = plan_events.position(work.connection)
        waiting = active_plans(work)
        if looked_until is None:  # the first time: what came before a plan was switched on is none of its business
            on_since = min((since for _plan, since in waiting), default=work.at)
            looked_until = plan_events.operation_before(work.connection, on_since)
        looked = range(looked_until + 1, newest + 1)
        clock = shop_time(work.connection)
        started = sum(start_by_event(work, plan, since, looked, clock) for plan, since in waiting)
        if looked:
            plan_events.keep_position(work.connection, newest)
        work.about(count=started)
        return work.commit()


def _keep_in_touch(workplace: Workplace) -> ChangeSet:
    with workplace.unit_of_work(Kind.FOLLOW_UP_ADD) as work:
        clock = shop_time(work.connection)
        today = clock.day_of(workplace.now())
        offset = cadences.offset_of(workplace.now().astimezone(clock.zone))
        lost = _T("KeepInTouch", "No longer kept in touch with regularly")
        changed = cadences.close_planned(work, cadences.no_longer_tagged(), lost)
        for cadence in cadences.all_cadences(work.connection):
            if cadence.active:
                changed += cadences.plan_missing(work, cadence, touch_title(), today, offset)
                changed += cadences.raise_overdue(work, cadence, today)
        work.about(count=changed)
        return work.commit()
