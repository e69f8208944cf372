"""Write customers to a workbook or a CSV file that can be brought in again: what a list shows, or everything."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from crm_desktop.base.declared_settings import TIME_ZONE
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.export_cells import CustomerCells
from crm_desktop.services.export_reading import frames_in_order
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.workplace import Workplace


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


def export_customers(
    workplace: Workplace,
    path: Path,
    query: CustomerQuery | None = None,
    columns: Sequence[str] | None = None,
    *,
    ids: Sequence[int] | None = None,
    cancelled: Callable[[], bool] | None = None,
    progress: worker.Progress | None = None,
) -> ExportResult:
    """Write the customers of a query (or of `ids`) to a file, as its ending says: .csv, otherwise a workbook.

    `columns` are field keys as lists know them; without them everything that can be brought in again is written. The
    file stands there only when it is complete. Raises Fault: FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE, CANCELLED.
    """
    workplace.require(Right.EXPORT)
    began = time.monotonic()
    with workplace.store.apart() as store:
        chosen = full_list(replace(workplace, store=store), query or CustomerQuery()).ids if ids is None else ids
        cells = CustomerCells(workplace, columns)
        request = protocol.WriteRequest(
            str(path),
            "csv" if path.suffix.lower() == ".csv" else "xlsx",
            cells.columns,
            _T("Export", "Customers"),
            _zone_name(workplace),
        )
        steps = _Steps(len(chosen), progress)
        frames = frames_in_order(partial(cells.read, store), chosen, cancelled or _never, steps.count_read)
        with closing(frames):
            report = worker.write_file(request, frames, steps.count_written, cancelled)
    _log(workplace, path, report["rows"])
    cut, cleaned = (tuple((row, heading) for row, heading in report[name]) for name in ("cut", "cleaned"))
    return ExportResult(path, report["rows"], cut, cleaned, round(time.monotonic() - began, 3))


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


def _zone_name(workplace: Workplace) -> str:
    return str(read_settings(workplace).get(TIME_ZONE.key, TIME_ZONE.default))


def _never() -> bool:
    return False


def _log(workplace: Workplace, path: Path, count: int) -> None:
    """Note who wrote how many customers to which file."""
    with workplace.unit_of_work(Kind.EXPORT, reason=path.name) as work:
        work.about(count=count)
        work.keep_operation()
        work.commit()
