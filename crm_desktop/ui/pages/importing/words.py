"""What the wizard says about files, columns and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale

from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.exchange.plan import ColumnPlan, Target
from crm_desktop.exchange.table import FileKind
from crm_desktop.services.import_views import FileLook, ImportEntry, Tab
from crm_desktop.ui.moments import local
from crm_desktop.ui.pages.importing.state import Draft, PlanSummary, Step, field_name, is_noted, own_field, plan_summary

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "shift_jis", "euc_kr", "cp1252")
"""What a text file can be read as, where the program's own guess is wrong."""


def kind_word(kind: str) -> str:
    """Return what a file is."""
    words = {
        FileKind.XLSX: _T("ImportFile", "Excel workbook"),
        FileKind.XLS: _T("ImportFile", "Older Excel workbook"),
        FileKind.XLSB: _T("ImportFile", "Binary Excel workbook"),
        FileKind.ODS: _T("ImportFile", "OpenDocument workbook"),
        FileKind.CSV: _T("ImportFile", "Text file"),
        FileKind.HTML: _T("ImportFile", "Web page saved as a workbook"),
        FileKind.VCARD: _T("ImportFile", "Contacts (vCard)"),
    }
    return words[FileKind(kind)]


def note_sentence(kind: str, text: str) -> str:
    """Return a remark about the file as a whole."""
    said = {
        "misnamed": _T("ImportNote", "The file is not what its name says; it was read as what it is."),
        "nuls_removed": _T("ImportNote", "The file held empty bytes, which were left out."),
        "quotes_ignored": _T("ImportNote", "A quotation mark is never closed, so all of them count as text."),
        "photos_left_out": _T("ImportNote", "Photos in the file are not brought in."),
        "other_sheets": _T("ImportNote", "The workbook has more sheets: {text}"),
        "errors_not_seen": _T("ImportNote", "Cells with errors look empty in this kind of file."),
        "merged_headings": _T("ImportNote", "Some headings are merged cells; each of their columns took the text."),
        "two_heading_rows": _T("ImportNote", "The headings take two rows, which were read together."),
        "sample_rows": _T("ImportNote", "Sample rows of the blank template are left out."),
        "headings_twice": _T("ImportNote", "Headings that stand there more than once: {text}"),
    }
    known = said.get(str(kind))
    return known.format(text=text) if known else text


def found_sentence(look: FileLook) -> str:
    """Return what kind of file it is, how many rows it has and where its headings are."""
    parts = [kind_word(look.kind), _T("Wizard", "%n row(s)", None, look.rows)]
    if look.heading_row is not None:
        parts.append(_T("Import", "headings in row {row}").format(row=look.heading_row))
    elif look.kind != FileKind.VCARD:
        parts.append(_T("Import", "without a row of headings"))
    return " · ".join(parts)


def seen_sentence(entry: ImportEntry) -> str:
    """Say that this very file was brought in before."""
    if entry.undone:
        text = _T("Wizard", "This very file was brought in on {when} by {person}, and taken back.")
    else:
        text = _T("Wizard", "This very file was brought in on {when} by {person}: {created} added, {updated} updated.")
    someone = entry.person or _T("Wizard", "somebody")
    when = moment_word(entry.at)
    return text.format(when=when, person=someone, created=entry.created, updated=entry.updated)


def moment_word(moment: datetime) -> str:
    """Return a moment for reading, short and whole."""
    return QLocale().toString(local(moment), QLocale.FormatType.ShortFormat)


def delimiters() -> Sequence[tuple[str, str]]:
    """Return what can stand between the values of a text file."""
    return (
        (",", _T("ImportFile", "Comma")),
        (";", _T("ImportFile", "Semicolon")),
        ("\t", _T("ImportFile", "Tab")),
        ("|", _T("ImportFile", "Vertical bar")),
        (" ", _T("ImportFile", "Blanks")),
    )


def summary_sentence(counted: PlanSummary) -> str:
    """Return where the columns go, in one line."""
    parts = [_T("Import", "%n column(s) have a place", None, counted.placed)]
    if counted.new_fields:
        said = _T("Import", "%n new field(s): {names}", None, len(counted.new_fields))
        parts.append(said.format(names=_T("Wizard", ", ", "between names").join(counted.new_fields)))
    if counted.noted:
        parts.append(_T("Wizard", "%n into the note", None, counted.noted))
    if counted.left_out:
        parts.append(_T("Import", "%n left out", None, counted.left_out))
    return " · ".join(parts)


def short_summary(counted: PlanSummary) -> str:
    """Return where the columns go, in a few words."""
    parts = [_T("Wizard", "%n column(s)", None, counted.placed + counted.noted + len(counted.new_fields))]
    if counted.new_fields:
        parts.append(_T("Wizard", "%n new", None, len(counted.new_fields)))
    return " · ".join(parts)


def draft_summaries(draft: Draft) -> dict[Step, str]:
    """Return in a few words what the file is and where its columns go."""
    return {
        Step.FILE: _T("Wizard", "%n row(s)", None, draft.look.rows),
        Step.COLUMNS: short_summary(plan_summary(draft.plan, draft.own_fields)),
    }


def guessed_word(guessed_by: str) -> str:
    """Return what told the program where a column goes."""
    return {
        "heading": _T("Wizard", "by its heading"),
        "values": _T("Wizard", "by its values"),
        "memory": _T("Wizard", "as last time"),
        "user": _T("Wizard", "by you"),
    }.get(guessed_by, "")


def place_word(column: ColumnPlan, titles: dict[Target, str], own_fields: Sequence[str]) -> str:
    """Return where a column goes."""
    if column.target is Target.SKIP:
        return _T("ImportPlace", "Left out")
    if column.target is Target.CUSTOM:
        known = own_field(column, own_fields)
        if known is not None:
            return _T("ImportPlace", "Field: {name}").format(name=known)
        return _T("ImportPlace", "New field: {name}").format(name=field_name(column))
    if is_noted(column):
        return _T("ImportPlace", "Into the note, with its heading")
    title = titles.get(column.target, column.target.value)
    return f"{title} ({column.label})" if column.target is Target.OTHER_DATE and column.label else title


def heading_word(column: ColumnPlan) -> str:
    """Return what a column is called."""
    return column.heading.strip() or _T("Import", "Column {number}").format(number=column.index + 1)


def field_type_words() -> Sequence[tuple[FieldType, str]]:
    """Return what a field can hold, in the user's words, the usual first."""
    from crm_desktop.ui.dialogs.field_form import type_words

    return tuple(type_words().items())


def tab_word(tab: Tab) -> str:
    """Return what a part of the dry run is called."""
    return {
        Tab.NEW: _T("Wizard", "New"),
        Tab.UPDATE: _T("Wizard", "To update"),
        Tab.UNCHANGED: _T("Wizard", "As before"),
        Tab.SKIP: _T("Wizard", "Left out"),
        Tab.ERROR: _T("Wizard", "With errors"),
        Tab.ASK: _T("Wizard", "To decide"),
    }[tab]
