"""`import FILE.ics` and `export FILE.ics`: follow-ups from and for other calendars."""

from __future__ import annotations

import argparse
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.cli.output import errors_as_json, say, say_json
from crm_desktop.cli.planning import day_and_time, person_named
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.backup import BackupReason
from crm_desktop.services.back_up import back_up_if_changed
from crm_desktop.services.export_calendar import CalendarChoice, export_calendar
from crm_desktop.services.fill_occurrences import fill_occurrences
from crm_desktop.services.import_calendar import SUFFIXES, CalendarResult, import_calendar
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_calendar import CalendarFilter
from crm_desktop.services.read_customers import resolve_customer
from crm_desktop.services.read_follow_up import shop_today
from crm_desktop.services.workplace import Workplace

_SHOWN = 20
_OF_TABLES = (
    "plan", "save_plan", "sheet", "encoding", "delimiter", "heading_row", "match", "on_match", "conflict", "repeats",
    "errors", "view", "query", "layout", "first", "last", "owner", "contact_by",
)  # fmt: skip
_OF_CALENDARS = frozenset({"first", "last", "owner"})


def is_calendar_name(path: Path) -> bool:
    """Tell whether a file's name says that it is a calendar."""
    return path.suffix.lower() in SUFFIXES


def refuse_others(arguments: argparse.Namespace, *, calendar: bool) -> None:
    """Raise Fault VALUE_INVALID for an argument that says nothing of such a file."""
    for name in _OF_TABLES:
        if (name in _OF_CALENDARS) is not calendar and getattr(arguments, name, None) is not None:
            option = {"first": "--from", "last": "--to"}.get(name, f"--{name.replace('_', '-')}")
            reason = "not_for_calendars" if calendar else "only_for_calendars"
            raise Fault(FaultKind.VALUE_INVALID, field="file", reason=reason, value=option)


def bring_in_calendar(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Bring a calendar in (unless it is a dry run), and tell what came of it."""
    refuse_others(arguments, calendar=True)
    path = arguments.file.expanduser().resolve()
    with shop_of(options) as shop:

        def back_up() -> None:
            back_up_if_changed(shop.workplace, shop.places, shop.key, BackupReason.IMPORT)

        result = import_calendar(shop.workplace, path, dry_run=arguments.dry_run, before=back_up)
        if result.operation is not None:
            fill_occurrences(shop.workplace)
    if arguments.json:
        say_json(_as_json(result))
    else:
        say(*_lines(result, dry_run=arguments.dry_run))


def write_calendar(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Write follow-ups to a calendar file and say how many entries are in it."""
    refuse_others(arguments, calendar=True)
    path = arguments.file.expanduser().resolve()
    with shop_of(options) as shop:
        result = export_calendar(shop.workplace, path, _choice(shop.workplace, arguments))
    if arguments.json:
        say_json({"file": str(path), "rows": result.rows, "seconds": result.seconds, "cut": [], "cleaned": []})
    else:
        say(_T("Command", "%n (entry|entries) (is|are) in {file}.", n=result.rows).format(file=path))


def _choice(workplace: Workplace, arguments: argparse.Namespace) -> CalendarChoice:
    today = shop_today(workplace)
    first, last = (day_and_time(text, today)[0] if text else None for text in (arguments.first, arguments.last))
    owners = frozenset({person_named(workplace, arguments.owner)}) if arguments.owner else None
    customer = None if arguments.customer is None else resolve_customer(workplace, arguments.customer)
    return CalendarChoice(first, last, CalendarFilter(owners), customer)


def _as_json(result: CalendarResult) -> dict[str, object]:
    counts = ("created", "updated", "unchanged", "skipped")
    return {
        **{name: getattr(result, name) for name in counts},
        "errors": errors_as_json(result.errors),
        "operation": result.operation,
        "seconds": result.seconds,
        "series": result.counts.series,
        "exceptions": result.counts.exceptions,
        "with_customer": result.counts.with_customer,
        "over": result.counts.over,
    }


def _lines(result: CalendarResult, *, dry_run: bool) -> list[str]:
    names = ("created", "updated", "unchanged", "skipped")
    text = _T(
        "Command", "New {created}, changed {updated}, as before {unchanged}, left out {skipped}, with errors {errors}."
    )
    if dry_run:
        text = _T("Command", "Nothing is written yet. It would be: {counts}").format(counts=text)
    lines = [text.format(**{name: getattr(result, name) for name in names}, errors=result.problems)]
    if result.counts.over:
        lines.append(_T("Command", "%n of days gone by (is|are) kept as done.", n=result.counts.over))
    for error in result.errors[:_SHOWN]:
        place = _T("Command", "line {line}").format(line=error.row)
        lines.append(f"  {place}: {error.problem} {error.fix}")
    if result.problems > _SHOWN:
        lines.append(_T("Command", "… and %n more", n=result.problems - _SHOWN))
    if result.operation:
        lines.append(_T("Command", "To take it back: undo {operation}").format(operation=result.operation))
    return lines
