"""The filtered history as a workbook: one row for each entry, its changes in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crm_desktop.base.text import _T
from crm_desktop.domain.audit import HistoryFilter
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services import words
from crm_desktop.services.audit import moment_text
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.read_history import HistoryEntry, HistoryPage, read_history, read_lines
from crm_desktop.services.workplace import Workplace

MOST_ROWS = 100_000
_PAGE = 500


@dataclass(frozen=True)
class Written:
    """How many entries were written; `cut` where there are older ones that were left out."""

    rows: int
    cut: bool


def export_history(
    workplace: Workplace, wanted: HistoryFilter, path: Path, is_cancelled: Callable[[], bool] = lambda: False
) -> Written:
    """Write the newest entries that fit to a workbook; the export is noted.

    Raises Fault CANCELLED, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    workplace.require(Right.AUDIT)
    workplace.require(Right.EXPORT, fresh=True)
    writing = _Writing(workplace, wanted)
    sheet = protocol.Sheet(_T("Pages", "History"), _columns())
    worker.write_file(protocol.WriteRequest(str(path), "xlsx", (sheet,)), writing.frames(), None, is_cancelled)
    note_export(workplace, path.name)
    return Written(writing.rows, writing.cut)


class _Writing:
    """Reads page after page while the rows are written, and counts them."""

    def __init__(self, workplace: Workplace, wanted: HistoryFilter) -> None:
        self._workplace, self._wanted = workplace, wanted
        self.rows = 0
        self.cut = False

    def frames(self) -> Iterator[bytes]:
        """Yield the rows of each page as one frame."""
        for page in self._pages():
            lines = read_lines(self._workplace, [entry.operation_id for entry in page.entries])
            rows = [_row(entry, lines.get(entry.operation_id, ())) for entry in page.entries]
            self.rows += len(rows)
            yield protocol.plain_frame(protocol.dumps(rows).encode("utf-8"))
        yield protocol.END_OF_ROWS

    def _pages(self) -> Iterator[HistoryPage]:
        before: int | None = None
        while True:
            page = read_history(self._workplace, self._wanted, before, _PAGE)
            if page.entries:
                yield page
            before = page.next_before
            if before is None:
                return
            if self.rows >= MOST_ROWS:
                self.cut = True
                return


def _columns() -> tuple[protocol.Column, ...]:
    headings = (
        (_T("History", "Entry"), 9),
        (_T("History", "When"), 17),
        (_T("History", "Who"), 14),
        (_T("History", "What"), 30),
        (_T("History", "About"), 18),
        (_T("History", "From"), 14),
        (_T("Field", "Reason"), 24),
        (_T("History", "Taken back"), 10),
        (_T("History", "Before and after"), 70),
    )
    return tuple(
        protocol.Column(f"c{place}", heading, "number" if place == 0 else "text", width)
        for place, (heading, width) in enumerate(headings)
    )


def _row(entry: HistoryEntry, lines: tuple[str, ...]) -> list[object]:
    undone = words.yes_no(True) if entry.is_undone else ""
    when = moment_text(entry.at)
    told = "\n".join(lines)
    return [
        *(entry.operation_id, when, entry.person, entry.title, entry.whom, entry.where_from, entry.reason),
        *(undone, told),
    ]
