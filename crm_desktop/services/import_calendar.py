"""Bring a calendar file in: read in a child, compared with the shop, then written at once, as one undo step."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.declared_settings import OPENS_AT, TIME_ZONE
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.exchange.calendar_entry import CalendarRead
from crm_desktop.services.calendar_kinds import CalendarKinds
from crm_desktop.services.calendar_planning import CalendarCounts, plan_calendar
from crm_desktop.services.calendar_sentences import line_errors
from crm_desktop.services.calendar_values import CalendarWords
from crm_desktop.services.import_customers import ImportResult
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import import_batches
from crm_desktop.store.calendar_import import CalendarPlan, write_plan
from crm_desktop.store.calendar_lookups import CalendarLookups
from crm_desktop.store.unit_of_work import UnitOfWork

CALENDAR = "calendar"
"""The kind of such an import in the list of imports."""
SUFFIXES = (".ics", ".ical", ".icalendar", ".ifb", ".vcs")
_HEAD = 4_096


@dataclass(frozen=True)
class CalendarFile:
    """A calendar file that has been read and waits to be brought in."""

    source: ImportSource
    read: CalendarRead
    seconds: float


@dataclass(frozen=True)
class CalendarResult(ImportResult):
    """What an import of a calendar did, or in a dry run would do; the `row` of an error is a line of the file."""

    counts: CalendarCounts = field(default_factory=CalendarCounts)
    problems: int = 0
    """How many problems there are; the first thousand are among the errors."""


def is_calendar(path: Path) -> bool:
    """Tell whether a file is a calendar, by its ending or by how it begins."""
    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(b"BEGIN:VCALENDAR")


def read_calendar_file(workplace: Workplace, path: Path, cancelled: Callable[[], bool] | None = None) -> CalendarFile:
    """Read a calendar file; raises Fault: what is wrong with the file as a whole, or CANCELLED."""
    workplace.require(Right.IMPORT)
    began = time.monotonic()
    settings = read_settings(workplace)
    with workplace.store.read() as connection:
        today = CalendarLookups(connection).shop_time().day_of(workplace.now())
    request = protocol.CalendarRequest(
        str(path),
        str(settings.get(TIME_ZONE.key, TIME_ZONE.default)),
        today.isoformat(),
        int(str(settings.get(OPENS_AT.key, OPENS_AT.default))),
    )
    read = worker.read_calendar(request, cancelled)
    return CalendarFile(ImportSource(path), read, time.monotonic() - began)


def look_through(workplace: Workplace, file: CalendarFile) -> CalendarResult:
    """Return what bringing a file in would do; nothing is written."""
    workplace.require(Right.IMPORT)
    began = time.monotonic()
    with workplace.store.read() as connection:
        _, counts = _plan(workplace, CalendarLookups(connection), file)
    return _result(file, counts, ChangeSet(None, Kind.IMPORT), time.monotonic() - began)


def bring_in(workplace: Workplace, file: CalendarFile, *, before: Callable[[], object] | None = None) -> CalendarResult:
    """Write what a file brings, as one undo step; none where nothing changes.

    It is worked out beside everything else that goes on, and anew only where somebody was faster. `before` runs first
    where anything may be written: the verified backup.
    """
    workplace.require(Right.IMPORT)
    workplace.require(Right.FOLLOW_UPS_EDIT)
    began = time.monotonic()
    with workplace.store.read() as connection:
        shop = CalendarLookups(connection)
        as_of, (plan, counts) = shop.last_operation(), _plan(workplace, shop, file)
    if before is not None and not plan.is_empty:
        before()
    with workplace.unit_of_work(Kind.IMPORT) as work:
        shop = CalendarLookups(work.connection)
        if shop.last_operation() != as_of:
            plan, counts = _plan(workplace, shop, file)
        write_plan(work, plan)
        work.about(count=0)  # of no customers: it is a calendar
        _remember(work, file, counts)
        changes = work.commit()
    return _result(file, counts, changes, time.monotonic() - began)


def import_calendar(
    workplace: Workplace,
    path: Path,
    *,
    dry_run: bool = False,
    cancelled: Callable[[], bool] | None = None,
    before: Callable[[], object] | None = None,
) -> CalendarResult:
    """Read a calendar file and bring it in, or only say what that would do."""
    file = read_calendar_file(workplace, path, cancelled)
    if not dry_run:
        return bring_in(workplace, file, before=before)
    return look_through(workplace, file)


def _plan(workplace: Workplace, shop: CalendarLookups, file: CalendarFile) -> tuple[CalendarPlan, CalendarCounts]:
    clock, now = shop.shop_time(), workplace.now()
    words = CalendarWords(
        CalendarKinds(shop.own_kinds()), shop.people(), clock, clock.day_of(now), to_stamp(now), workplace.person_id
    )
    return plan_calendar(shop, words, file.read.entries)


def _result(file: CalendarFile, counts: CalendarCounts, changes: ChangeSet, seconds: float) -> CalendarResult:
    return CalendarResult(
        created=counts.created,
        updated=counts.updated,
        unchanged=counts.unchanged,
        skipped=sum(file.read.left_out.values()),
        errors=line_errors(file.read.problems),
        changes=changes,
        seconds=round(file.seconds + seconds, 3),
        counts=counts,
        problems=file.read.problem_count,
    )


def _remember(work: UnitOfWork, file: CalendarFile, counts: CalendarCounts) -> None:
    """Note the import in the list of imports."""
    told = {name: value for name, value in asdict(counts).items() if value}
    told |= {"skipped": sum(file.read.left_out.values()), "errors": file.read.problem_count}
    plan = json.dumps({"kind": CALENDAR})
    import_batches.remember(work, file.source.name, file.source.digest(), plan, told)
