"""Reads the tables of an HTML page; many shop systems export one and call it .xls."""

from __future__ import annotations

from functools import partial
from html.parser import HTMLParser

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import limits
from crm_desktop.exchange.content import UserFile
from crm_desktop.exchange.encoding import decode
from crm_desktop.exchange.table import Cell, FileKind, Row, SheetInfo, Table


class _Tables(HTMLParser):
    """Collects every row of every table of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Cell]] = []
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a row or a cell; a cell over several columns keeps its place in the first."""
        if tag == "tr":
            self._close_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._close_cell()
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), limits.MAX_COLUMNS) if span.isdecimal() else 1
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close a cell with its row or table too; pages forget their end tags."""
        if tag in ("td", "th", "tr", "table"):
            self._close_cell()

    def handle_data(self, data: str) -> None:
        """Collect a cell's text."""
        if self._cell is not None:
            self._cell.append(data)

    def _close_cell(self) -> None:
        if self._cell is None:
            return
        if not self.rows:
            self.rows.append([])
        lines = ("".join(self._cell)).split("\n")
        self.rows[-1].append("\n".join(line.strip() for line in lines).strip())
        self.rows[-1].extend([""] * (self._span - 1))
        self._cell = None


def read_html(path: UserFile, encoding: str | None = None) -> Table:
    """Read all tables of a page as one.

    Raises Fault: FILE_MISNAMED where the page has none, ENCODING_UNKNOWN, FILE_TOO_LARGE.
    """
    text, encoding = decode(path.read_bytes(), path.name, encoding)
    page = _Tables()
    page.feed(text)
    page.close()
    if not any(page.rows):
        raise Fault(FaultKind.FILE_MISNAMED, file=path.name, found="HTML")
    width = max(len(row) for row in page.rows)
    if width > limits.MAX_COLUMNS:
        raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name, what="columns", limit=limits.MAX_COLUMNS)
    numbered: list[Row] = list(enumerate(page.rows, 1))
    info = SheetInfo("", len(numbered), width)
    return Table(FileKind.HTML, info, partial(iter, numbered), (info,), encoding)
