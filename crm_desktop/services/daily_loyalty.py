"""What loyalty does by itself each day: book what has expired, give birthday gifts, judge the tiers anew.

Looked at when the day begins, and after changes that may matter; each job is a row of short transactions.
"""

from __future__ import annotations

from collections.abc import Callable

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.expire_lots import Turns
from crm_desktop.services.give_gifts import BirthdayTurn, birthdays_due, note_looked
from crm_desktop.services.recheck_tiers import TierTurn
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.expiry import count_expired
from crm_desktop.store.plan_events import Look
from crm_desktop.store.shop_time import shop_time

_RULES = ("tier", "programme", "programme_version")
_BIRTHDAYS = ("important_date", "account", *_RULES)

Job = Callable[[Workplace], tuple[ChangeSet, bool]]


def loyalty_jobs(program: Workplace, look: Look, is_cancelled: Callable[[], bool] = lambda: False) -> list[Job]:
    """Return what is to be done by now; nothing in a shop that has no programmes."""
    with program.store.read() as connection:
        if connection.exec_driver_sql("SELECT 1 FROM programme LIMIT 1").scalar() is None:
            return []
        today = shop_time(connection).day_of(program.now())
        expired = look.concerns("lot") and count_expired(connection, today, most=1)
    jobs: list[Job] = [Turns(today, is_cancelled)] if expired else []
    if look.concerns(*_BIRTHDAYS):
        jobs += [BirthdayTurn(day) for day in birthdays_due(program)]
        jobs.append(note_looked)
    if look.concerns(*_RULES):
        jobs.append(TierTurn(everybody=not look.entities.isdisjoint(_RULES)))
    return jobs
