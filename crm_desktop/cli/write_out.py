"""`export`: write what a view shows, what a search finds, or everybody; the follow-ups into a calendar file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.cli.calendars import is_calendar_name, refuse_others, write_calendar
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.consent import ContactBy
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.domain.layout import CsvEncoding, ExportLayout, FileFormat, LayoutColumn, format_of
from crm_desktop.domain.query import CustomerQuery, SavedView
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.export_layouts import layout_named
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.saved_views import read_views
from crm_desktop.services.workplace import Workplace


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Write the file and say how many customers are in it; a view and a search together narrow each other."""
    if is_calendar_name(arguments.file):
        write_calendar(options, arguments)
        return
    refuse_others(arguments, calendar=False)
    path = arguments.file.expanduser().resolve()
    with shop_of(options) as shop:
        if arguments.customer is not None:
            _write_person(shop.workplace, path, arguments)
            return
        query, columns = _asked(shop.workplace, arguments.view, arguments.query or "")
        layout = _layout(shop.workplace, arguments, columns)
        contact = _contact(arguments)
        title = arguments.view or ""
        result = export_customers(shop.workplace, path, query, layout=layout, title=title, contact=contact)
    if arguments.json:
        cut = [{"row": row, "column": heading} for row, heading in result.cut]
        cleaned = [{"row": row, "column": heading} for row, heading in result.cleaned]
        counts = {"file": str(path), "rows": result.rows, "seconds": result.seconds}
        say_json(counts | {"left_out": result.left_out, "cut": cut, "cleaned": cleaned})
        return
    say(_T("Command", "%n customer(s) (is|are) in {file}.", n=result.rows).format(file=path))
    if result.left_out:
        said = _T("Command", "%n customer(s) (is|are) left out: they refused this, or never agreed.", n=result.left_out)
        say(said)
    if result.cut:
        say(_T("Command", "%n text(s) (was|were) too long for a spreadsheet and cut.", n=len(result.cut)))
    if result.cleaned:
        say(_T("Command", "%n text(s) held characters that a spreadsheet cannot hold.", n=len(result.cleaned)))


def _contact(arguments: argparse.Namespace) -> ContactBy | None:
    """Return what the file is for: to contact people, or None for the shop's own records."""
    if arguments.contact_by is None:
        return None
    return ContactBy(Channel(arguments.contact_by), Purpose.SERVICE if arguments.service else Purpose.MARKETING)


def _write_person(workplace: Workplace, path: Path, arguments: argparse.Namespace) -> None:
    """Write one customer's record; raise Fault NOT_FOUND, or FILE_KIND_UNKNOWN where the file is no PDF."""
    from crm_desktop.services.export_person import export_person
    from crm_desktop.services.read_customers import resolve_customer

    if format_of(path.name) is not FileFormat.PDF:
        raise Fault(FaultKind.VALUE_INVALID, field="file", reason="not_a_pdf", value=path.name)
    export_person(workplace, resolve_customer(workplace, arguments.customer), path)
    if arguments.json:
        say_json({"file": str(path), "rows": 1})
    else:
        say(_T("Command", "The record is in {file}.").format(file=path))


def _layout(workplace: Workplace, arguments: argparse.Namespace, columns: Sequence[str]) -> ExportLayout:
    """Return the layout that is named, else one of a view's columns; raise Fault NOT_FOUND."""
    named = layout_named(workplace, arguments.layout) if arguments.layout is not None else None
    layout = named or ExportLayout(tuple(map(LayoutColumn, columns)))
    encodings = {"utf-8": CsvEncoding.UTF8, "gb18030": CsvEncoding.GB18030}
    return replace(layout, encoding=encodings[arguments.encoding]) if arguments.encoding else layout


def _asked(workplace: Workplace, name: str | None, text: str) -> tuple[CustomerQuery, Sequence[str]]:
    """Return the query, and the columns of the view where one is named; raise Fault NOT_FOUND where there is none."""
    if name is None:
        return CustomerQuery(text), ()
    view = _view(workplace, name)
    return CustomerQuery(text, view.filter, view.sort), [key for key, _ in view.columns]


def _view(workplace: Workplace, name: str) -> SavedView:
    views = read_views(workplace)
    for view in views:
        if view.name.casefold() == name.casefold():
            return view
    raise Fault(FaultKind.NOT_FOUND, view=name, views=", ".join(view.name for view in views) or "–")
