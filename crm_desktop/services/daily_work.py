"""What the program does by itself: start plans whose event has come, and keep in touch.

It acts as the program: nobody's undo list holds it, the journal does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind, Source
from crm_desktop.services.after_contact import touch_title
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import cadences, plan_events
from crm_desktop.store.plan_starts import active_plans, start_by_event
from crm_desktop.store.shop_time import shop_time

_TOUCHING = ("cadence", "customer_tag", "tag", "follow_up")
"""Tables whose changes may leave somebody without a next contact, or with one too many."""


def do_daily_work(workplace: Workplace, is_cancelled: Callable[[], bool] = lambda: False) -> list[ChangeSet]:
    """Do what is due by now; return what changed. `is_cancelled` is asked before each of the two transactions."""
    program = replace(workplace, source=Source.PROGRAM, person_id=None)
    done: list[ChangeSet] = []
    for job in (_keep_in_touch, _start_plans):  # plans last: they note how far the journal was looked through
        if is_cancelled():
            break
        done.append(job(program))
    return [changes for changes in done if changes.changed]


def _start_plans(workplace: Workplace) -> ChangeSet:
    with workplace.unit_of_work(Kind.PLAN_START) as work:
        clock = shop_time(work.connection)
        today = clock.day_of(workplace.now())
        look = plan_events.begin_look(work.connection, today)
        started = sum(start_by_event(work, plan, since, look, clock) for plan, since in active_plans(work))
        plan_events.note_done(work.connection, look.operations.stop - 1, today)
        work.about(count=started)
        return work.commit()


def _keep_in_touch(workplace: Workplace) -> ChangeSet:
    with workplace.unit_of_work(Kind.FOLLOW_UP_ADD) as work:
        clock = shop_time(work.connection)
        today = clock.day_of(workplace.now())
        if not plan_events.begin_look(work.connection, today).concerns(*_TOUCHING):
            return work.commit()
        offset = cadences.offset_of(workplace.now().astimezone(clock.zone))
        lost = _T("KeepInTouch", "No longer kept in touch with regularly")
        changed = cadences.close_planned(work, cadences.no_longer_tagged(), lost)
        for cadence in cadences.all_cadences(work.connection):
            if cadence.active:
                changed += cadences.plan_missing(work, cadence, touch_title(), today, offset)
                changed += cadences.raise_overdue(work, cadence, today)
        work.about(count=changed)
        return work.commit()
