"""A damaged file, read row by row around its damage.

Each page of the file is signed: a row that can be read is right, whatever lies beside it. After an error the driver
answers every question with the same error, so the reading goes on with a new connection. From a lost page on, rows are
read from behind, and what lies between is asked for here and there: a page that lost its neighbours is still found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only

_AT_ONCE = 500
_WINDOW = 2_048
"""Ids behind a lost row that are looked at together."""
_PROBES = 48
"""So often a stretch of lost ids is asked for something between; a page holds about thirty rows."""

Values = tuple[Any, ...]


@dataclass
class Lost:
    """What could not be read of a table: stretches of ids (first, last); not each of them was in use."""

    stretches: list[tuple[int, int]] = field(default_factory=list)
    last: int = 0
    """The highest id that the table is known to have had."""

    def __contains__(self, row_id: int) -> bool:
        return any(first <= row_id <= last for first, last in self.stretches)

    def beyond(self, known_last: int) -> int:
        """Return how many ids above a known one are lost."""
        spans = ((max(first, known_last + 1), min(last, self.last)) for first, last in self.stretches)
        return sum(max(0, last - first + 1) for first, last in spans)


class DamagedFile:
    """Use as a context manager; meanwhile one connection keeps what the file's journal says at hand for the others."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._anchor: Any = None
        self._using: Any = None

    def __enter__(self) -> Self:
        with suppress(Fault), as_fault():
            self._anchor = open_read_only(self._path, self._key)
            self._anchor.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._drop()
        if self._anchor is not None:
            self._anchor.close()

    def opens(self) -> bool:
        """Whether the file tells its tables at all: without that nobody can read a row."""
        return self._ask("SELECT count(*) FROM sqlite_master") is not None

    def columns(self, table: str) -> set[str]:
        """Return the columns of a table; none where the file has no such table."""
        return {str(name) for (name,) in self._ask("SELECT name FROM pragma_table_info(?)", table) or ()}

    def value(self, query: str, *values: object) -> Any:
        """Return the first value that a query yields, None where it yields nothing or cannot be answered."""
        rows = self._ask(query, *values)
        return rows[0][0] if rows else None

    def rows(self, table: str, names: Sequence[str], known_last: int, lost: Lost) -> Iterator[list[Values]]:
        """Yield the rows that can be read, in the order of their ids, and put into `lost` what cannot.

        The first of `names` is the id. `known_last` is an id that the table had once.
        """
        lost.last = self._last_id(table, known_last)
        yield from _Walk(self, table, names, lost).all_rows()

    def _last_id(self, table: str, known_last: int) -> int:
        told = self.value("SELECT seq FROM sqlite_sequence WHERE name = ?", table)
        return max(known_last, told if isinstance(told, int) else 0)

    # asking

    def ask_until_damage(self, query: str, *values: object) -> tuple[list[Values], bool]:
        """Return the rows of a query as far as they can be read, and whether that is all of them."""
        rows: list[Values] = []
        try:
            with as_fault(), closing(self._connection().cursor()) as cursor:
                # Row by row: what `fetchall` had read before the damage would be thrown away.
                rows.extend(cursor.execute(query, values))
        except Fault as fault:
            _raise_unless_damage(fault)
            self._drop()
            return rows, False
        return rows, True

    def _ask(self, query: str, *values: object) -> list[Values] | None:
        rows, is_whole = self.ask_until_damage(query, *values)
        return rows if is_whole else None

    def _connection(self) -> Any:
        if self._using is None:
            self._using = open_read_only(self._path, self._key)
        return self._using

    def _drop(self) -> None:
        if self._using is not None:
            self._using.close()
            self._using = None


class _Walk:
    """Walks through one table."""

    def __init__(self, file: DamagedFile, table: str, names: Sequence[str], lost: Lost) -> None:
        columns = ", ".join(f'"{name}"' for name in names)
        self._file, self._lost = file, lost
        self._up = f'SELECT {columns} FROM "{table}" WHERE id BETWEEN ? AND ? ORDER BY id LIMIT {_AT_ONCE}'
        self._down = f'SELECT {columns} FROM "{table}" WHERE id BETWEEN ? AND ? ORDER BY id DESC'

    def all_rows(self) -> Iterator[list[Values]]:
        """Yield all rows, and beyond the last known one those of a file that does not tell its last."""
        first, width = 1, _WINDOW
        while True:
            rows, is_whole = self._file.ask_until_damage(self._up, first, _HIGHEST)
            if rows:
                yield rows
                first, width = rows[-1][0] + 1, _WINDOW
            if not is_whole:
                end = first + width - 1
                rows = self._around(first, end)
                if rows:
                    yield rows
                elif first > self._lost.last:
                    return
                first, width = end + 1, width * 2
            elif len(rows) < _AT_ONCE:
                return

    def _around(self, first: int, end: int) -> list[Values]:
        """Return the rows of a stretch whose beginning is lost."""
        found, is_whole = self._file.ask_until_damage(self._down, first, end)
        found.reverse()
        if is_whole:
            return found
        return self._between(first, found[0][0] - 1 if found else end) + found

    def _between(self, first: int, end: int) -> list[Values]:
        """Return the rows of a stretch whose both ends are lost, by asking for some of it."""
        step = max(1, (end - first) // _PROBES)
        for probe in range(first + step, end - step + 1, step):
            upwards, is_whole = self._file.ask_until_damage(self._up, probe, end)
            if upwards or is_whole:
                return self._island(first, end, probe, upwards, is_whole=is_whole)
        self._lost.stretches.append((first, end))
        return []

    def _island(self, first: int, end: int, probe: int, upwards: list[Values], *, is_whole: bool) -> list[Values]:
        """Return what lies around a place that can be read: below it, there, and above it."""
        downwards, _ = self._file.ask_until_damage(self._down, first, probe - 1)
        downwards.reverse()
        bottom = downwards[0][0] if downwards else probe
        below = self._between(first, bottom - 1) if bottom > first else []
        middle = downwards + upwards
        if is_whole and len(upwards) < _AT_ONCE:
            return below + middle  # nothing is there up to the end
        top = upwards[-1][0] if upwards else probe
        above = self._around(top + 1, end) if top < end else []
        return below + middle + above


_HIGHEST = 2**63 - 1


def _raise_unless_damage(fault: Fault) -> None:
    if fault.kind not in (FaultKind.DATABASE_DAMAGED, FaultKind.DATABASE_NOT_OURS, FaultKind.DISK_ERROR):
        raise fault
