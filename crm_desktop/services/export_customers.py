"""Write customers to a workbook, a CSV file or address cards that can be brought in again, or to paper (PDF)."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.declared_settings import TIME_ZONE
from crm_desktop.base.text import _T
from crm_desktop.domain.consent import ContactBy
from crm_desktop.domain.layout import ExportLayout, ExtraSheet, FileFormat, LayoutColumn, format_of
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.export_cells import customer_sheet, extra_sheet
from crm_desktop.services.export_memory import remember_headings
from crm_desktop.services.export_reading import ReadPage, frames_as_they_lie, frames_in_order
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.words import contact_by_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries import contact_sql
from crm_desktop.store.queries.export_parts import part_page
from crm_desktop.store.queries.export_rows import customer_page
from crm_desktop.store.store import Store


@dataclass(frozen=True)
class ExportResult:
    """What was written, and what could not be written as it was."""

    path: Path
    rows: int
    cut: tuple[tuple[int, str], ...]
    """Row and heading of texts longer than a spreadsheet keeps in a cell."""
    cleaned: tuple[tuple[int, str], ...]
    """Row and heading of texts with characters a spreadsheet cannot hold."""
    seconds: float
    left_out: int = 0
    """Customers who may not be contacted as the file is meant for."""


def export_customers(
    workplace: Workplace,
    path: Path,
    query: CustomerQuery | None = None,
    columns: Sequence[str] | None = None,
    *,
    layout: ExportLayout | None = None,
    ids: Sequence[int] | None = None,
    title: str = "",
    contact: ContactBy | None = None,
    cancelled: Callable[[], bool] | None = None,
    progress: worker.Progress | None = None,
) -> ExportResult:
    """Write the customers of a query (or of `ids`) to a file as a layout says; its kind is what the ending says.

    Without a layout, `columns` are field keys as lists know them; without these everything that can be brought in
    again is written. `title` stands above a list on paper. With `contact` the file is to contact people by: who may not
    be contacted so is left out and counted, and a workbook says what it is for. Without, it is for the shop's own
    records. The file stands there only when it is complete. Raises Fault: FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE,
    CANCELLED, NO_PAPER for a PDF without the window's parts, PIN_NEEDED; NOT_ALLOWED, too, for whoever sees numbers
    masked: a file with masked numbers would be brought in again.
    """
    workplace.require(Right.REVEAL)
    workplace.require(Right.EXPORT, fresh=True)
    began = time.monotonic()
    layout = layout or ExportLayout(tuple(map(LayoutColumn, columns or ())))
    layout = replace(layout, format=format_of(path.name))
    with workplace.store.apart() as store:
        chosen = full_list(replace(workplace, store=store), query or CustomerQuery()).ids if ids is None else ids
        asked = len(chosen)
        if contact is not None:
            with store.read() as connection:
                chosen = contact_sql.reachable(connection, chosen, contact)
        request = write_request(workplace, path, layout, title)
        steps = _Steps(len(chosen), progress)
        rows = _Rows(workplace, store, request.sheets[0], _extra_sheets(layout))
        if contact is not None:
            request, rows.last = _with_purpose(workplace, request, contact, asked - len(chosen))
        with closing(rows.frames(chosen, cancelled or _never, steps.count_read)) as frames:
            report = worker.write_file(request, frames, steps.count_written, cancelled)
    _log(workplace, path, layout, request.sheets[0].columns, report["rows"], contact=contact)
    cut, cleaned = (tuple((row, heading) for row, heading in report[name]) for name in ("cut", "cleaned"))
    return ExportResult(path, report["rows"], cut, cleaned, round(time.monotonic() - began, 3), asked - len(chosen))


def write_request(workplace: Workplace, path: Path, layout: ExportLayout, title: str) -> protocol.WriteRequest:
    """Return what the writer is asked for."""
    workplace.require(Right.EXPORT)
    sheets = [customer_sheet(workplace, layout), *map(extra_sheet, _extra_sheets(layout))]
    zone = str(read_settings(workplace).get(TIME_ZONE.key, TIME_ZONE.default))
    return protocol.WriteRequest(
        str(path), layout.format.value, tuple(sheets), zone, layout.encoding.value, title or sheets[0].name
    )


def _with_purpose(
    workplace: Workplace, request: protocol.WriteRequest, contact: ContactBy, left_out: int
) -> tuple[protocol.WriteRequest, bytes]:
    """Return the request with what the file is for: on paper in its title, in a workbook on a sheet of its own."""
    said = contact_by_words(contact)
    request = replace(request, title=_T("Export", "{title} – {purpose}").format(title=request.title, purpose=said))
    if request.format != FileFormat.XLSX.value:
        return request, b""
    rows = [
        [_T("Export", "What this file is for"), said],
        [_T("Export", "Written on"), workplace.now().astimezone().date().isoformat()],
        [_T("Export", "Left out: refused, or never agreed"), str(left_out)],
        [_T("Export", "Please"), _T("Export", "Use it for nothing else, and delete it afterwards.")],
    ]
    columns = (protocol.Column("what", _T("Export", "Note"), width=36.0), protocol.Column("said", said, width=60.0))
    sheet = protocol.Sheet(_T("Export", "What for"), columns)
    return replace(request, sheets=(*request.sheets, sheet)), protocol.plain_frame(protocol.dumps(rows).encode())


def _extra_sheets(layout: ExportLayout) -> tuple[ExtraSheet, ...]:
    return layout.sheets if layout.format is FileFormat.XLSX else ()


def page_reader(store: Store, sheet: protocol.Sheet, now: int) -> ReadPage:
    """Return what reads pages of the customers' sheet."""
    keys = [column.key for column in sheet.columns]

    def read(ids: Sequence[int]) -> bytes:
        with store.read() as connection:
            return customer_page(connection, ids, keys, now)

    return read


class _Rows:
    """The rows of every sheet as frames, read from a store of its own."""

    def __init__(self, workplace: Workplace, store: Store, sheet: protocol.Sheet, extra: Sequence[ExtraSheet]) -> None:
        self._store = store
        self._extra = extra
        self._read = page_reader(store, sheet, to_stamp(workplace.now()))
        self.last = b""
        """Rows of one more sheet, as a frame."""

    def frames(
        self, ids: Sequence[int], cancelled: Callable[[], bool], tell: Callable[[int], None]
    ) -> Generator[bytes, None, None]:
        """Yield the frames; `tell` hears how many customers were read."""
        yield from frames_in_order(self._read, ids, cancelled, tell)
        for sheet in self._extra:
            yield from frames_as_they_lie(partial(self._part, sheet), ids, cancelled)
        if self.last:
            yield self.last
            yield protocol.END_OF_ROWS

    def _part(self, sheet: ExtraSheet, ids: Sequence[int]) -> bytes:
        with self._store.read() as connection:
            return part_page(connection, sheet, ids)


class _Steps:
    """Tells how far an export is: each customer is read, then written."""

    def __init__(self, total: int, progress: worker.Progress | None) -> None:
        self._total = total
        self._progress = progress
        self._read = self._written = 0

    def count_read(self, more: int) -> None:
        """Note some customers read."""
        self._read += more
        self._tell()

    def count_written(self, done: int, _total: int) -> None:
        """Note how many customers are written."""
        self._written = done
        self._tell()

    def _tell(self) -> None:
        if self._progress:
            self._progress((self._read + self._written) // 2, self._total)


def _never() -> bool:
    return False


def _log(
    workplace: Workplace,
    path: Path,
    layout: ExportLayout,
    columns: Sequence[protocol.Column],
    count: int,
    *,
    contact: ContactBy | None,
) -> None:
    """Note who wrote how many customers to which file, by which layout and what for."""
    by = _T("Export", "{file}, layout {layout}").format(file=path.name, layout=layout.name) if layout.name else ""
    parts = (by or path.name, contact_by_words(contact) if contact else "")
    reason = " · ".join(part for part in parts if part)
    note_export(workplace, reason, count=count, and_also=lambda work: remember_headings(work, layout, columns))
