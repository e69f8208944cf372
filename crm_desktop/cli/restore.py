"""`restore`: put a backup in the place of the present data, or say what that would change."""

from __future__ import annotations

import argparse
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.paths import find_places
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json, table
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.preview_restore import Line, kind_name, preview_sentences, preview_to_json
from crm_desktop.services.way_back import way_back

_REFUSALS = (
    *(FaultKind.NOT_ALLOWED, FaultKind.PIN_NEEDED, FaultKind.PIN_WRONG, FaultKind.PIN_BLOCKED, FaultKind.NOT_FOUND),
)
"""Faults that say who may not; any other says that the present data do not open, and then a restore is the way out."""


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Restore, and say where the data lies that was there before."""
    if options.now is not None:
        raise Fault(FaultKind.CLOCK_NOT_ALLOWED)
    backup = arguments.file.expanduser().resolve()
    code = _code_in(arguments.code_file)
    if arguments.preview:
        _preview(options, backup, code, as_json=arguments.json)
        return
    way = way_back(find_places(options.data_dir))
    locked = way.locked()
    _refuse_strangers(options, has_password=locked.has_password())
    if code is None and options.password is not None and locked.has_password():
        locked.open_with_password(options.password())
    done = way.restore(backup, code)
    if arguments.json:
        aside = str(done.kept_aside) if done.kept_aside else None
        say_json({"file": str(backup), "kept_aside": aside, "missing_files": done.missing_files})
        return
    say(_T("Command", "{file} is restored.").format(file=backup))
    if done.kept_aside:
        say(_T("Command", "The data from before lies in {folder}.").format(folder=done.kept_aside))
    if done.missing_files:
        say(_T("Command", "%n attached file(s) (is|are) not in the backup.", n=done.missing_files))


def _refuse_strangers(options: ShopOptions, *, has_password: bool) -> None:
    """Ask whoever restores for her PIN, where the present data still open and no password stands before them."""
    if has_password or not find_places(options.data_dir).data.has_database():
        return
    try:
        with shop_of(options) as shop:
            shop.workplace.require(Right.RESTORE, fresh=True)
    except Fault as fault:
        if fault.kind in _REFUSALS:
            raise


def _preview(options: ShopOptions, backup: Path, code: str | None, *, as_json: bool) -> None:
    """Say what a restore would change, and change nothing."""
    preview = way_back(find_places(options.data_dir)).preview(backup, code)
    if as_json:
        say_json(preview_to_json(preview))
        return
    heading = [_T("Preview", "What"), _T("Preview", "Now"), _T("Preview", "In the backup"), _T("Preview", "Difference")]
    say(*table([heading, *(_row(line) for line in preview.lines)]), *preview_sentences(preview))


def _row(line: Line) -> list[str]:
    difference = "–" if line.difference is None else f"{line.difference:+d}"
    return [kind_name(line.kind), "–" if line.now is None else str(line.now), str(line.then), difference]


def _code_in(file: Path | None) -> str | None:
    """Return the recovery code in a file: an argument would stand in the list of processes for all to read."""
    if file is None:
        return None
    with os_faults(file, reading=True):
        return file.read_text(encoding="utf-8-sig", errors="replace").strip()
