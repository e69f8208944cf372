"""`layouts`: the saved layouts of export files."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json, table
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.layout import ExportLayout
from crm_desktop.services.export_cells import sheet_words
from crm_desktop.services.export_layouts import read_layouts
from crm_desktop.services.open_shop import ShopOptions


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Print a line for each layout: its name, its kind of file, how many columns, and the further sheets."""
    with shop_of(options) as shop:
        layouts = read_layouts(shop.workplace)
    if arguments.json:
        say_json([_as_json(layout) for layout in layouts])
    elif layouts:
        say(*table(map(_line, layouts)))
    else:
        say(_T("Command", "No layout is saved yet. Save one in the window, under Export."))


def _as_json(layout: ExportLayout) -> dict[str, object]:
    columns = [{"key": column.key, "heading": column.heading or None} for column in layout.columns]
    sheets = [sheet.value for sheet in layout.sheets]
    plain = {"name": layout.name, "format": layout.format.value, "encoding": layout.encoding.value}
    return plain | {"columns": columns, "sheets": sheets}


def _line(layout: ExportLayout) -> tuple[str, ...]:
    count = len(layout.columns)
    columns = _T("Command", "%n column(s)", n=count) if count else _T("Command", "every column")
    return layout.name, f".{layout.format.value}", columns, ", ".join(sheet_words()[s] for s in layout.sheets)
