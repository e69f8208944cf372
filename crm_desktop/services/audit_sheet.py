"""The sheet of a verification: where the history ends, to be written down where nobody can change it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.audit import AuditResult, moment_text, seal_text
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.shop_settings import value_of

_QUIET = "#5b6875"


def sheet_html(result: AuditResult, shop: str) -> str:
    """Return the sheet as simple HTML; every text of the user's stands in it as text."""
    title = _T("Audit", "Verified history")
    head = f"<h1>{escape(title)}</h1><p>{escape(shop)}</p>" if shop else f"<h1>{escape(title)}</h1>"
    rows = (
        (_T("Audit", "Verified on"), moment_text(result.verified_at)),
        (_T("Audit", "Entries"), f"{result.operations:,}"),
        (_T("Audit", "Last entry"), f"{result.last:,}"),
        (_T("Audit", "Its seal begins with"), seal_text(result.seal)),
        (_T("Audit", "The whole seal"), result.seal),
    )
    cells = "".join(f"<tr><td>{escape(name)}</td><td><b>{escape(value)}</b></td></tr>" for name, value in rows)
    found = "".join(f"<li>{escape(text)}</li>" for text in (*(one.sentence for one in result.found), *result.erased))
    advice = _T(
        "Audit",
        "Write this down, or keep this sheet where nobody who works with the program can change it. A later history "
        "that has another seal at this entry, or ends before it, was cut off or written anew.",
    )
    signed = _T("Audit", "Signed: ____________________")
    return (
        f"{head}<p>{escape(result.sentence)}</p><ul>{found}</ul>"
        f'<table cellpadding="6" cellspacing="0">{cells}</table>'
        f'<p style="color:{_QUIET}">{escape(advice)}</p><p>{escape(signed)}</p>'
    )


def write_audit_sheet(workplace: Workplace, result: AuditResult, path: Path) -> None:
    """Write the sheet as a PDF; raises Fault NO_PAPER, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE."""
    workplace.require(Right.AUDIT)
    with workplace.store.read() as connection:
        shop = value_of(connection, SHOP_NAME)
    worker.write_page(protocol.PageRequest(str(path), _T("Audit", "Verified history"), sheet_html(result, shop)))
    note_export(workplace, path.name)
