"""Blank workbooks for each kind of import, in the language in use."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import worker
from crm_desktop.exchange.protocol import TemplateRequest
from crm_desktop.services.import_kinds import kind_of
from crm_desktop.services.workplace import Workplace


def write_template(workplace: Workplace, kind: str, path: Path) -> None:
    """Write the blank template of a kind (.xlsx), with drop-downs, sample rows and the shop's own fields.

    Raises Fault: NOT_FOUND, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    workplace.require(Right.IMPORT)
    known = kind_of(kind)
    explanations = (
        _T("Template", "How to fill it in"),
        _T("Template", "Column"),
        _T("Template", "What belongs there"),
        _T("Template", "Choices"),
    )
    worker.write_template(TemplateRequest(str(path), known.title(), explanations, known.template(workplace)))


def template_name(kind: str) -> str:
    """Return a file name to propose."""
    return _T("Template", "{kind} template.xlsx", "a file's name").format(kind=kind_of(kind).title())
