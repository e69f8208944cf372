"""Write follow-ups to a calendar file (.ics) for phones and other programs, that can be brought in again unchanged."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crm_desktop.base.declared_settings import OPENS_AT, TIME_ZONE
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.exchange.calendar_entry import OutsideEntry
from crm_desktop.services.calendar_entries import EntryMaker
from crm_desktop.services.calendar_kinds import CalendarKinds
from crm_desktop.services.calendar_values import utc_text
from crm_desktop.services.export_customers import ExportResult
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.read_calendar import EVERYBODY, CalendarFilter
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.calendar_lookups import CalendarLookups
from crm_desktop.store.queries import calendar_export
from crm_desktop.store.queries.calendar_rows import Wanted
from crm_desktop.store.store import Store

_AT_ONCE = 500


@dataclass(frozen=True)
class CalendarChoice:
    """Which follow-ups: those of some days (None for no bound), of some people and kinds, of one customer.

    A series is written whole where any day of it is among them.
    """

    first: date | None = None
    last: date | None = None
    who: CalendarFilter = EVERYBODY
    customer_id: int | None = None


def export_calendar(
    workplace: Workplace,
    path: Path,
    choice: CalendarChoice | None = None,
    *,
    progress: worker.Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportResult:
    """Write the chosen follow-ups; the file stands there only when it is complete.

    Raises Fault: FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE, CANCELLED.
    """
    workplace.require(Right.REVEAL)  # entries carry the phones of whom they are about
    workplace.require(Right.EXPORT, fresh=True)
    workplace.require(Right.FOLLOW_UPS_READ)
    began, choice = time.monotonic(), choice or CalendarChoice()
    settings = read_settings(workplace)
    request = protocol.WriteCalendarRequest(
        str(path),
        str(settings.get(TIME_ZONE.key, TIME_ZONE.default)),
        utc_text(workplace.now()),
        _T("CalendarExport", "Follow-ups"),
        int(str(settings.get(OPENS_AT.key, OPENS_AT.default))),
    )
    with workplace.store.apart() as store, closing(_frames(store, choice, cancelled or _never)) as frames:
        count = worker.write_calendar(request, frames, progress, cancelled)
    note_export(workplace, path.name, count=count)
    return ExportResult(path, count, (), (), round(time.monotonic() - began, 3))


def _never() -> bool:
    return False


def _frames(store: Store, choice: CalendarChoice, cancelled: Callable[[], bool]) -> Generator[bytes, None, None]:
    """Yield the entries in frames; each frame is read in a short look at the shop."""
    who = choice.who
    chosen = calendar_export.Chosen(
        choice.first, choice.last, Wanted(who.owner_ids, who.kinds, who.done), choice.customer_id
    )
    for page in _pages(store, chosen):
        for first in range(0, len(page), _AT_ONCE):
            if cancelled():
                raise Fault(FaultKind.CANCELLED)
            rows = [[entry.to_json()] for entry in page[first : first + _AT_ONCE]]
            yield protocol.plain_frame(json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace"))
    yield protocol.END_OF_ROWS


def _pages(store: Store, chosen: calendar_export.Chosen) -> Iterator[list[OutsideEntry]]:
    with store.read() as connection:
        maker = EntryMaker(CalendarKinds(CalendarLookups(connection).own_kinds()))
    after: int | None = 0
    while after is not None:
        with store.read() as connection:
            series, after = calendar_export.fixed_series(connection, chosen, after)
            ids = [row.id for row in series]
            days = calendar_export.days_of(connection, ids)
            exceptions = calendar_export.exceptions_of(connection, ids)
        yield [entry for row in series for entry in maker.series(row, days.get(row.id, []), exceptions.get(row.id, []))]
    last_id = 0
    while True:
        with store.read() as connection:
            rows = calendar_export.single_rows(connection, chosen, last_id)
        if not rows:
            return
        last_id = rows[-1].id
        yield [maker.single(row) for row in rows]
