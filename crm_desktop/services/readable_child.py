"""The child process that writes a workbook of everything from a backup; it goes to the disk sealed, never plain.

Started by the program itself as `_child readable`. Standard input brings the shop's key and the request with all words
in the user's language; standard output takes events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, tzinfo
from pathlib import Path
from typing import IO, Any

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.files import os_faults, replace_file, sync_file, temporary_beside
from crm_desktop.base.sealed import Sealing, key_for
from crm_desktop.base.zones import zone_of
from crm_desktop.exchange.child import Tell, answer, read_request
from crm_desktop.exchange.sheet_stream import SheetStream
from crm_desktop.services.scan_child import step_back
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.readable_rows import own_field_names, readable_sheets, rows_of

VERB = "readable"
PURPOSE = "readable copy 1"
_TELL_EVERY = 2_000
Show = Callable[[Any], Any]


def main() -> int:
    """Write it, and return the exit code."""
    return answer(_write)


def _write(stdin: IO[bytes], tell: Tell) -> None:
    step_back()
    key, request = read_request(stdin)
    target = Path(request["target"])
    draft = temporary_beside(target)
    try:
        with os_faults(target):
            with draft.open("xb") as file:
                rows = _seal(file, key, request, tell)
                file.flush()
                sync_file(file.fileno())
            replace_file(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    tell("result", rows=rows)


def _seal(file: IO[bytes], key: bytes, request: dict[str, Any], tell: Tell) -> int:
    path, total = Path(request["path"]), 0
    sealing = Sealing(file, key_for(key, PURPOSE))
    book = SheetStream(sealing)
    with as_fault(file=str(path)), closing(open_read_only(path, key, cache_kib=32_000)) as connection:
        own = [name for _, name in own_field_names(connection)]
        for sheet in readable_sheets():
            name, *headings = request["sheets"][sheet.key]
            shows = [_show(kind, request) for _, kind in sheet.columns]
            if sheet.key == "customers":
                headings += own
                shows += [_plain] * len(own)
            rows = _shown(rows_of(connection, sheet), shows, tell, total)
            total += book.add(name, headings, rows)
    book.finish()
    sealing.close()
    return total


def _shown(rows: Iterator[list[Any]], shows: list[Show], tell: Tell, before: int) -> Iterator[list[Any]]:
    for number, row in enumerate(rows, before):
        if number % _TELL_EVERY == 0:
            tell("progress", done=number, total=0)
        yield [show(value) for show, value in zip(shows, row, strict=True)]


def _show(kind: str, request: dict[str, Any]) -> Show:
    """Return what turns a stored value into what is read."""
    if kind == "moment":
        return _moments(zone_of(request["zone"]))
    if kind in ("money", "balance"):
        return _money(request["places"], marked=kind == "balance")
    if kind == "thousandths":
        return lambda value: None if value is None else value / 1000
    words = request["words"].get(kind)
    return (lambda value: words.get(str(value), value)) if words else _plain


def _plain(value: Any) -> Any:
    return value


def _moments(zone: tzinfo) -> Show:
    def show(stamp: int | None) -> str | None:
        return None if stamp is None else _minute(from_stamp(stamp).astimezone(zone))

    return show


def _minute(moment: datetime) -> str:
    return moment.isoformat(" ", "minutes")[:16]


def _money(places: int, *, marked: bool = False) -> Show:
    """Return what shows minor units in the currency; of balances only those that are marked are money."""

    def show(value: Any) -> Any:
        if marked and not isinstance(value, str):
            return value
        minor = int(value.removeprefix("$")) if isinstance(value, str) else value
        return minor / 10**places if minor is not None and places else minor

    return show
