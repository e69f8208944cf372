"""Writes a plain workbook to a stream as the rows come: nothing of it ever lies on the disk but what the stream writes.

Text is written as text, so that no spreadsheet takes it for a formula.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import IO, Any
from xml.sax.saxutils import escape

from crm_desktop.exchange.limits import MAX_CELL_CHARACTERS

ROWS_A_SHEET = 500_000
"""Beyond this a sheet goes on in another: the parts of a workbook must stay below two gigabytes."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class SheetStream:
    """A workbook under way; call `add` for each sheet, then `finish`."""

    def __init__(self, stream: Any) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=5)
        self._names: list[str] = []

    def add(self, name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """Write a sheet, or several where there are too many rows for one; return how many rows."""
        count = part = 0
        remaining = iter(rows)
        while True:
            part += 1
            written = self._sheet(name if part == 1 else f"{name} {part}", headings, remaining)
            count += written
            if written < ROWS_A_SHEET:
                return count

    def finish(self) -> None:
        """Write what holds the sheets together."""
        numbered = list(enumerate(self._names, 1))
        sheets = "".join(f'<sheet name="{_attribute(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered)
        links = "".join(
            f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n, _ in numbered
        )
        links += f'<Relationship Id="rId0" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        kinds = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
            for n, _ in numbered
        )
        self._part(
            "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'
        )
        self._part(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
        )
        self._part("xl/styles.xml", _styles())
        root = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        self._part("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>')
        self._part(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/>{kinds}</Types>',
        )
        self._zip.close()

    def _sheet(self, name: str, headings: Sequence[str], rows: Any) -> int:
        self._names.append(name)
        count = 0
        with self._zip.open(f"xl/worksheets/sheet{len(self._names)}.xml", "w") as part:
            _write(part, f'{_HEAD}<worksheet xmlns="{_MAIN}">{_VIEW}<sheetData>{_row(headings, style=1)}')
            waiting: list[str] = []
            for row in rows:
                waiting.append(_row(row))
                count += 1
                if len(waiting) == 200:
                    _write(part, "".join(waiting))
                    waiting.clear()
                if count == ROWS_A_SHEET:
                    break
            _write(part, "".join(waiting) + "</sheetData></worksheet>")
        return count

    def _part(self, name: str, body: str) -> None:
        self._zip.writestr(name, (_HEAD + body).encode())


_VIEW = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
    'state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
    '<cols><col min="1" max="40" width="16" customWidth="1"/></cols>'
)


def _write(part: IO[bytes], text: str) -> None:
    part.write(text.encode())


def _row(cells: Sequence[Any], style: int = 0) -> str:
    return f"<row>{''.join(_cell(cell, style) for cell in cells)}</row>"


def _cell(value: Any, style: int) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"<c><v>{value}</v></c>"
    text = escape(_NOT_IN_XML.sub("", str(value))[:MAX_CELL_CHARACTERS])
    marked = f' s="{style}"' if style else ""
    return f'<c t="inlineStr"{marked}><is><t xml:space="preserve">{text}</t></is></c>'


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def _styles() -> str:
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    bold = '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/>'
        '<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
        '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/>'
        '<top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
        f'borderId="0"/></cellStyleXfs><cellXfs count="2">{plain}{bold}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
