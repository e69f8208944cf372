"""How long things are kept: a list of customers to look through, old values of the journal, old reports.

Nothing of a customer goes by itself: the owner looks at the list and confirms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.declared_settings import KEEP_CUSTOMERS, KEEP_REPORTS, KEEP_VALUES
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.paths import Places
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.privacy import Silent
from crm_desktop.domain.rights import Right
from crm_desktop.services.after_restore import erased_name, keep_lists
from crm_desktop.services.clock_check import behind_in
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import erasure, purge, retention
from crm_desktop.store.shop_settings import all_settings, value_in


@dataclass(frozen=True)
class Review:
    """Customers of whom nothing was heard since a day, the first of them, and how many in all."""

    since: date
    customers: tuple[Silent, ...]
    count: int


@dataclass(frozen=True)
class Aged:
    """Values taken out of the journal: of how many changes, older than which day."""

    changes: ChangeSet
    values: int
    before: date


def review(workplace: Workplace) -> Review:
    """Return whom the shop has kept for longer than it means to; raise Fault CLOCK_BEHIND where the clock went back."""
    workplace.require(Right.PRIVACY)
    with workplace.store.read() as connection:
        _refuse_wrong_clock(workplace, connection)
        since = _months_back(workplace.now(), value_in(all_settings(connection), KEEP_CUSTOMERS))
        found, count = retention.silent_customers(connection, to_stamp(since), since.date().isoformat())
    return Review(since.date(), tuple(found), count)


def erase_listed(
    workplace: Workplace,
    customer_ids: Sequence[int],
    *,
    before: Callable[[], object] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    finish: bool = True,
) -> ChangeSet:
    """Erase those whom the owner confirmed in the list, one after the other; `subject_count` says how many.

    Whoever was met meanwhile stays. `before` runs first: the backup. `finish` is as in `erase_person`. Raises Fault
    CLOCK_BEHIND.
    """
    workplace.require(Right.PRIVACY, fresh=True)
    allowed = {one.customer_id for one in review(workplace).customers}
    wanted = [customer_id for customer_id in customer_ids if customer_id in allowed]
    if wanted and before is not None:
        before()
    done = ChangeSet(None, Kind.ERASE)
    for customer_id in wanted:
        if cancelled():
            break
        with workplace.unit_of_work(Kind.ERASE) as work:
            family = erasure.family_of(work.connection, customer_id)
            erasure.erase(work, family, erased_name(), leave_alone=False)
            made = work.commit()
        done = replace(made, customer_ids=None, subject_id=None, subject_count=done.subject_count + 1)
    keep_lists(workplace.store)
    if finish:
        purge.purge(workplace.store)
    return done


def age_journal(workplace: Workplace) -> Aged:
    """Take values older than the shop keeps them out of the journal; who did what when stays, and it still verifies.

    What is older can neither be taken back nor be looked at as it was. Raises Fault CLOCK_BEHIND.
    """
    workplace.require(Right.PRIVACY, fresh=True)
    with workplace.unit_of_work(Kind.AGE) as work:
        _refuse_wrong_clock(workplace, work.connection)
        before = _months_back(workplace.now(), value_in(all_settings(work.connection), KEEP_VALUES))
        last = retention.last_operation_before(work.connection, to_stamp(before))
        values = retention.age_values(work, last)
        changes = work.commit()
    if values:
        purge.empty_log(workplace.store)
    return Aged(changes, values, before.date())


def tidy_reports(workplace: Workplace, places: Places) -> int:
    """Delete reports of mistakes that are older than the shop keeps them; return how many went."""
    workplace.require(Right.PRIVACY)
    with workplace.store.read() as connection:
        before = _months_back(workplace.now(), value_in(all_settings(connection), KEEP_REPORTS)).timestamp()
    gone = 0
    for path in places.data.logs.glob("crash-*.txt"):
        with os_faults(path):
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)
                gone += 1
    return gone


def _months_back(now: datetime, months: int) -> datetime:
    """Return the same moment so many months ago, the last day of a shorter month."""
    index = now.year * 12 + now.month - 1 - months
    year, month = divmod(index, 12)
    for day in range(now.day, 0, -1):
        try:
            return now.replace(year=year, month=month + 1, day=day)
        except ValueError:
            continue
    return now


def _refuse_wrong_clock(workplace: Workplace, connection: object) -> None:
    """Raise Fault CLOCK_BEHIND where the last thing that happened lies ahead: nothing is old by such a clock."""
    behind = behind_in(connection, workplace.now())
    if behind is not None:
        now, newest = (f"{moment:%Y-%m-%d %H:%M}" for moment in (behind.now, behind.newest))
        raise Fault(FaultKind.CLOCK_BEHIND, now=now, newest=newest)
