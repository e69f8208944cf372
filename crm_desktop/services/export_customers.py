"""Write customers to a workbook or a CSV file that can be brought in again: what a list shows, or everything."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.declared_settings import TIME_ZONE
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import ContactKind, DateKind, ImportantDate, Tag
from crm_desktop.domain.fields import Field, ValueType, all_fields
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.say_dates import date_to_type
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.words import gender_words, status_words, yes_no
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import custom_values
from crm_desktop.store.queries import customer_rows, export_rows

PUBLIC_ID = "public_id"
_PAGE = 1_000
_BLOCK = 50_000
_COMPUTED = frozenset({"age", "days_since_contact", "introduced", "last_contact_at"})
_OTHERS = {
    "other_phones": ContactKind.PHONE,
    "other_emails": ContactKind.EMAIL,
    "other_wechat": ContactKind.WECHAT,
    "other_addresses": ContactKind.ADDRESS,
}
_PARTING = re.compile(r"[,，、|/／]")
_PIXELS_A_CHARACTER = 7.5


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
) -> ExportResult:
    """Write the customers of a query (or of `ids`) to a file, as its ending says: .csv, otherwise a workbook.

    `columns` are field keys as lists know them; without them everything that can be brought in again is written. The
    file stands there only when it is complete. Raises Fault: FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE, CANCELLED.
    """
    workplace.require(Right.EXPORT)
    began = time.monotonic()
    chosen = full_list(workplace, query or CustomerQuery()).ids if ids is None else ids
    writer = _Writer(workplace, columns)
    request = protocol.WriteRequest(
        str(path), "csv" if path.suffix.lower() == ".csv" else "xlsx", writer.columns(), _T("Export", "Customers")
    )
    report = worker.write_file(request, writer.rows(chosen), cancelled)
    _log(workplace, path, report["rows"])
    cut, cleaned = (tuple((row, heading) for row, heading in report[name]) for name in ("cut", "cleaned"))
    return ExportResult(path, report["rows"], cut, cleaned, round(time.monotonic() - began, 3))


def _log(workplace: Workplace, path: Path, count: int) -> None:
    """Note who wrote how many customers to which file."""
    with workplace.unit_of_work(Kind.EXPORT, reason=path.name) as work:
        work.about(count=count)
        work.keep_operation()
        work.commit()


class _Writer:
    """Turns customers into rows of cells."""

    def __init__(self, workplace: Workplace, keys: Sequence[str] | None) -> None:
        self._workplace = workplace
        with workplace.store.read() as connection:
            fields = {field.key: field for field in all_fields(custom_values.all_fields(connection))}
        everything = [key for key in fields if key not in _COMPUTED]
        self._fields = [fields[key] for key in (keys or everything) if key in fields]
        self._others = list(_OTHERS) if keys is None else []
        self._makers = [_maker(field, _zone(workplace)) for field in self._fields]

    def columns(self) -> tuple[protocol.Column, ...]:
        """Return the columns: the fields, further contacts, and the mark by which a row is known again."""
        columns = [
            protocol.Column(field.key, field.label, _cell_type(field), round(field.width / _PIXELS_A_CHARACTER, 1))
            for field in self._fields
        ]
        labels = _other_labels()
        columns += [protocol.Column(key, labels[key], width=18.0) for key in self._others]
        return (*columns, protocol.Column(PUBLIC_ID, _T("Export", "CRM ID (do not change)"), width=22.0))

    def rows(self, ids: Sequence[int]) -> Iterator[list[Any]]:
        """Yield the cells of each customer in the order of the ids.

        They are read as they lie on the disk, a block at a time: in the order of a list each page of customers would
        touch, and decrypt, every page of the file again.
        """
        for start in range(0, len(ids), _BLOCK):
            block = ids[start : start + _BLOCK]
            cells = dict(self._read(sorted(block)))
            yield from (cells[customer_id] for customer_id in block if customer_id in cells)

    def _read(self, ids: Sequence[int]) -> Iterator[tuple[int, list[Any]]]:
        """Yield id and cells of each customer, a page of them read at a time."""
        keys = [field.key for field in self._fields]
        makers = [(place, make) for place, make in enumerate(self._makers) if make]
        now = to_stamp(self._workplace.now())
        for start in range(0, len(ids), _PAGE):
            page = list(ids[start : start + _PAGE])
            with self._workplace.store.read() as connection:
                found = customer_rows.customer_rows(connection, page, [*keys, PUBLIC_ID], now)
                others = export_rows.other_contacts(connection, page) if self._others else {}
            for row in found:
                values = row.values
                cells = [values[key] for key in keys]
                for place, make in makers:
                    cells[place] = make(cells[place])
                if self._others:
                    mine = others.get(row.id, {})
                    cells += ["; ".join(mine.get(_OTHERS[key].value, ())) for key in self._others]
                cells.append(values[PUBLIC_ID])
                yield row.id, cells


def _other_labels() -> dict[str, str]:
    return {
        "other_phones": _T("Export", "Other phones"),
        "other_emails": _T("Export", "Other e-mails"),
        "other_wechat": _T("Export", "Other WeChat"),
        "other_addresses": _T("Export", "Other addresses"),
    }


def _cell_type(field: Field) -> str:
    types = {ValueType.NUMBER: "number", ValueType.DATE: "date", ValueType.MOMENT: "moment"}
    return types.get(field.type, "text")


def _maker(field: Field, zone: tzinfo) -> Callable[[Any], Any] | None:
    """Return what turns a field's value into a cell; nothing where it is one."""
    if field.key == "gender":
        return _in_words({gender.value: word for gender, word in gender_words().items()})
    if field.key == "status":
        return _in_words({status.value: word for status, word in status_words().items()})
    if field.type is ValueType.MOMENT:
        return lambda stamp: None if stamp is None else _moment(stamp, zone)
    makers: dict[ValueType, Callable[[Any], Any]] = {
        ValueType.TAGS: _tags,
        ValueType.YEARLY: _birthday,
        ValueType.YES_NO: lambda value: yes_no(value == "yes") if value else None,
        ValueType.NUMBER: lambda value: None if value is None else float(value),
    }
    return makers.get(field.type)


def _in_words(words: dict[Any, str]) -> Callable[[Any], Any]:
    return lambda value: words.get(value, value)


def _moment(stamp: int, zone: tzinfo) -> str:
    return datetime.fromtimestamp(stamp // 1000, zone).replace(tzinfo=None).isoformat(" ")


def _tags(tags: Iterable[Tag]) -> str:
    """Join tags; a closing mark keeps a comma that belongs to a name from parting it on the way back."""
    names = [tag.name for tag in tags]
    end = ";" if len(names) == 1 and _PARTING.search(names[0]) else ""
    return "; ".join(names) + end


def _birthday(parts: tuple[str, int | None, int, int] | None) -> str | None:
    if parts is None:
        return None
    calendar, year, month, day = parts[:4]
    return date_to_type(ImportantDate(DateKind.BIRTHDAY, month, day, year, lunar=calendar == "lunar"))


def _zone(workplace: Workplace) -> tzinfo:
    name = str(read_settings(workplace).get(TIME_ZONE.key, TIME_ZONE.default))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now(UTC).astimezone().tzinfo or UTC
