"""A customer's statement on paper and in a workbook: every entry of a span, and the code that proves the balance."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import EntryShown, ProgrammeKind
from crm_desktop.domain.money import places_of
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.exchange.code_pictures import as_source, qr_png
from crm_desktop.services.loyalty_words import cause_words
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.say_money import MINUS, currency_of, money_text
from crm_desktop.services.statement import Statement, StatementPart
from crm_desktop.services.workplace import Workplace

QUIET = "#5b6875"
"""The colour on paper of what is said more quietly; on a dark screen it could not be read."""
_CODE_SIDE = 130


def write_statement(workplace: Workplace, statement: Statement, path: Path) -> None:
    """Write a statement to a .pdf or .xlsx file; the export is noted.

    Raises Fault: VALUE_INVALID for another ending, NO_PAPER, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    workplace.require(Right.LOYALTY_READ)
    currency = currency_of(workplace)
    ending = path.suffix.lower()
    if ending == ".pdf":
        worker.write_page(protocol.PageRequest(str(path), _title(statement), statement_html(statement, currency)))
    elif ending == ".xlsx":
        _write_workbook(statement, currency, path)
    else:
        raise Fault(FaultKind.VALUE_INVALID, field="file", reason="not_a_statement")
    note_export(workplace, path.name, statement.customer_id)


def statement_html(statement: Statement, currency: str) -> str:
    """Return a statement as simple HTML; every text of the user's stands in it as text.

    Tables keep off the edge: at 100 % Qt makes some a pixel wider than the page, which then scrolls sideways.
    """
    code = as_source(qr_png(statement.signed))
    parts = [
        f"<h1>{escape(_title(statement))}</h1>",
        f'<table cellspacing="0" width="99%"><tr><td>{_head(statement)}{_sums(statement, currency)}</td>',
        f'<td align="right" width="{_CODE_SIDE + 60}"><img src="{code}" width="{_CODE_SIDE}" height="{_CODE_SIDE}">',
        f'<p style="color:{QUIET};font-size:8pt">{escape(_proof())}</p></td></tr></table>',
        *(_part(part, currency) for part in statement.parts),
    ]
    return "".join(parts)


def amount_text(kind: ProgrammeKind, quantity: int, currency: str) -> str:
    """Return an amount of a programme: money for stored value, a plain number for points and visits."""
    if kind is ProgrammeKind.STORED:
        return money_text(quantity, currency)
    return f"{quantity:,}".replace("-", MINUS)


def _title(statement: Statement) -> str:
    return _T("Statement", "Statement for {name}").format(name=statement.name)


def _proof() -> str:
    return _T(
        "Statement", "This code holds the balances, signed by the shop. Its program can tell whether they are genuine."
    )


def _head(statement: Statement) -> str:
    span = _T("Statement", "{first} to {last}").format(first=statement.first, last=statement.last)
    made = _T("Statement", "made on {day}").format(day=statement.made_on)
    card = _T("Statement", "card {number}").format(number=statement.card_number) if statement.card_number else ""
    said = " · ".join(escape(part) for part in (statement.shop_name, card, span, made) if part)
    return f'<p style="color:{QUIET}">{said}</p>'


def _sums(statement: Statement, currency: str) -> str:
    headings = ("", _T("Statement", "Before"), _T("Statement", "Now"))
    rows = [_row(headings, heading=True)]
    for part in statement.parts:
        before, after = (amount_text(part.kind, value, currency) for value in (part.before, part.after))
        rows.append(_row((part.name, before, after)))
        if part.kind is ProgrammeKind.STORED:
            said = _T("Statement", "of it {principal} paid in, {gift} gift").format(
                principal=money_text(part.principal, currency), gift=money_text(part.gift, currency)
            )
            rows.append(_row((said, "", "")))
        for day, quantity in part.expiring:
            ends = _T("Statement", "{quantity} can be used until {day}").format(
                quantity=amount_text(part.kind, quantity, currency), day=day
            )
            rows.append(_row((ends, "", "")))
    return f'<table cellpadding="4">{"".join(rows)}</table>'


def _part(part: StatementPart, currency: str) -> str:
    if not part.entries:
        return ""
    headings = (
        _T("Statement", "Day"), _T("Statement", "What"), _T("Statement", "Slip"), _T("Statement", "Change"),
        _T("Statement", "After"),
    )  # fmt: skip
    rows = [_row(headings, heading=True), *(_row(_cells(entry, part.kind, currency)) for entry in part.entries)]
    return f'<h2>{escape(part.name)}</h2><table cellpadding="4" cellspacing="0" width="99%">{"".join(rows)}</table>'


def _cells(entry: EntryShown, kind: ProgrammeKind, currency: str) -> tuple[str, ...]:
    sign = "+" if entry.delta > 0 else ""
    change = f"{sign}{amount_text(kind, entry.delta, currency)}"
    return str(entry.day), _what(entry), entry.number, change, amount_text(kind, entry.balance_after, currency)


def _what(entry: EntryShown) -> str:
    return " · ".join(part for part in (cause_words()[entry.cause], entry.reason) if part)


def _row(texts: tuple[str, ...], *, heading: bool = False) -> str:
    """Return a row whose last two cells, the figures, stand at the right."""
    style = f'style="color:{QUIET}"' if heading else ""
    sides = ["left"] * (len(texts) - 2) + ["right"] * 2
    cells = (f'<td align="{side}" {style}>{escape(text)}</td>' for side, text in zip(sides, texts, strict=True))
    return f"<tr>{''.join(cells)}</tr>"


def _write_workbook(statement: Statement, currency: str, path: Path) -> None:
    columns = (
        protocol.Column("programme", _T("Statement", "Programme"), width=18),
        protocol.Column("day", _T("Statement", "Day"), "date", 12),
        protocol.Column("what", _T("Statement", "What"), width=32),
        protocol.Column("slip", _T("Statement", "Slip"), width=16),
        protocol.Column("change", _T("Statement", "Change"), "number", 12),
        protocol.Column("after", _T("Statement", "After"), "number", 12),
    )
    sheet = protocol.Sheet(_T("Statement", "Statement"), columns)
    request = protocol.WriteRequest(str(path), "xlsx", (sheet,), title=_title(statement))
    page = protocol.dumps(list(_sheet_rows(statement, currency))).encode("utf-8")
    worker.write_file(request, [protocol.plain_frame(page), protocol.END_OF_ROWS])


def _sheet_rows(statement: Statement, currency: str) -> Iterator[list[object]]:
    for part in statement.parts:
        unit = 10 ** places_of(currency) if part.kind is ProgrammeKind.STORED else 1
        opening = _T("Statement", "Before")
        yield [part.name, statement.first.isoformat(), opening, "", None, part.before / unit]
        for entry in part.entries:
            day, number = entry.day.isoformat(), entry.number
            yield [part.name, day, _what(entry), number, entry.delta / unit, entry.balance_after / unit]
