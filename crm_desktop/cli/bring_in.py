"""`import`: bring customers in from a user's file, or follow-ups from a calendar, as one undo step."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.cli.brought import brought_as_json, brought_lines
from crm_desktop.cli.calendars import bring_in_calendar
from crm_desktop.cli.import_plan import ask_password, plan_of, save_plan, source_of
from crm_desktop.cli.output import errors_as_json, progress_shown, say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.backup import BackupReason
from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.services.back_up import back_up_if_changed
from crm_desktop.services.import_calendar import is_calendar
from crm_desktop.services.import_customers import (
    ImportResult,
    StagedImport,
    apply_import,
    stage_import,
    write_bad_rows,
)
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.open_shop import OpenShop, ShopOptions

_SHOWN_ERRORS = 20
_PLANNED = (
    "plan", "save_plan", "sheet", "encoding", "delimiter", "heading_row", "match", "on_match", "conflict", "repeats",
    "known_only", "as_of", "reason", "earn",
)  # fmt: skip
"""Arguments that need the plan before the file is staged."""


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Read, apply (unless it is a dry run), and tell what came of it."""
    if is_calendar(arguments.file.expanduser()):
        bring_in_calendar(options, arguments)
        return
    source = source_of(arguments)
    try:
        _run(options, arguments, source)
    except Fault as fault:
        if fault.kind is not FaultKind.FILE_ENCRYPTED or source.password or not sys.stdin.isatty():
            raise
        _run(options, arguments, replace(source, password=ask_password()))


def _run(options: ShopOptions, arguments: argparse.Namespace, source: ImportSource) -> None:
    with shop_of(options) as shop:
        plan = _plan(shop, source, arguments)
        if plan and arguments.save_plan:
            target = save_plan(plan, arguments.save_plan)
            if not arguments.dry_run:
                _tell_plan(target, arguments)
                return
        kind = plan.kind if plan else arguments.kind
        shown = progress_shown(_rows)
        with stage_import(shop.workplace, source, plan, shown, keep_cells=False, kind=kind) as file:
            result = apply_import(shop.workplace, file, dry_run=arguments.dry_run, before=lambda: _back_up(shop))
            copy = _copy_bad_rows(file, result, arguments.errors)
    if arguments.json:
        say_json(_as_json(result))
    else:
        say(*_lines(result, copy, dry_run=arguments.dry_run), *brought_lines(result))


def _plan(shop: OpenShop, source: ImportSource, arguments: argparse.Namespace) -> ImportPlan | None:
    """Return a plan where the arguments ask for one; else the child that reads the file makes it on the way."""
    if any(getattr(arguments, name) is not None for name in _PLANNED):
        return plan_of(shop.workplace, source, arguments)
    return None


def _tell_plan(target: Path, arguments: argparse.Namespace) -> None:
    if arguments.json:
        say_json({"plan": str(target)})
        return
    text = _T("Command", "The plan is in {plan}. Nothing is imported yet; to follow it: import {file} --plan {plan}")
    say(text.format(plan=target, file=arguments.file))


def _back_up(shop: OpenShop) -> None:
    back_up_if_changed(shop.workplace, shop.places, shop.key, BackupReason.IMPORT)


def _copy_bad_rows(file: StagedImport, result: ImportResult, wanted: Path | None) -> Path | None:
    if wanted is None or not result.errors:
        return None
    target = wanted.expanduser().resolve()
    write_bad_rows(file, result.errors, target)
    return target


def _as_json(result: ImportResult) -> dict[str, object]:
    return {
        **_counts(result),
        "errors": errors_as_json(result.errors),
        "operation": result.operation,
        "seconds": result.seconds,
        "new_fields": list(result.new_fields),
        "asked": list(result.left_over),
        **brought_as_json(result),
    }


def _counts(result: ImportResult) -> dict[str, int]:
    return {name: getattr(result, name) for name in ("created", "updated", "unchanged", "skipped")}


def _lines(result: ImportResult, copy: Path | None, *, dry_run: bool) -> list[str]:
    counts = _counts(result) | {"errors": len(result.errors)}
    text = _T(
        "Command", "New {created}, changed {updated}, as before {unchanged}, left out {skipped}, with errors {errors}."
    )
    if dry_run:
        text = _T("Command", "Nothing is written yet. It would be: {counts}").format(counts=text)
    lines = [text.format(**counts)]
    if result.new_fields:
        made = _T("Command", "Columns kept as fields of your own: {names}.")
        lines.append(made.format(names=", ".join(result.new_fields)))
    lines += [
        _error_line(error.row, error.column, f"{error.problem} {error.fix}") for error in result.errors[:_SHOWN_ERRORS]
    ]
    if len(result.errors) > _SHOWN_ERRORS:
        lines.append(_T("Command", "… and %n more", n=len(result.errors) - _SHOWN_ERRORS))
    if result.left_over:
        rows = ", ".join(map(str, result.left_over[:_SHOWN_ERRORS])) + (" …" if result.asked > _SHOWN_ERRORS else "")
        waiting = _T(
            "Command", "Not sure whose rows these are, so they are left over: {rows}. Say it with --on-match or a plan."
        )
        lines.append(waiting.format(rows=rows))
    if copy:
        lines.append(_T("Command", "The rows with errors are in {file}.").format(file=copy))
    if result.operation:
        lines.append(_T("Command", "To take it back: undo {operation}").format(operation=result.operation))
    return lines


def _error_line(row: int, column: str, words: str) -> str:
    place = _T("Command", "row {row}").format(row=row)
    return f"  {place}, {column}: {words}" if column else f"  {place}: {words}"


def _rows(done: int, total: int) -> str:
    return f"{done:,} / {total:,}"
