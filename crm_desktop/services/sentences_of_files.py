"""Sentences for faults of workbooks and other files of the user."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.store.store import FILES_FILE


def file_texts() -> dict[FaultKind, str]:
    """Return the sentences for a file as a whole."""
    return {
        FaultKind.FILE_MISSING: _T(
            "Faults", "There is no file {file}. Check its name and folder; a USB stick may have been pulled out."
        ),
        FaultKind.FILE_NOT_READABLE: _T(
            "Faults",
            "The file {file} cannot be read. Check that your user account may open it and that its disk is connected.",
        ),
        FaultKind.FILE_IN_USE: _T(
            "Faults", "The file {file} is open in another program. Close it in Excel or WPS and try again."
        ),
        FaultKind.SECOND_PLACE_MISSING: _T(
            "Faults", "The second place {folder} is not there now. Plug the stick in, or choose another place."
        ),
        FaultKind.SECOND_PLACE_INSIDE: _T(
            "Faults",
            "The folder {folder} belongs to the customer book itself and would be lost with it. Choose one on a USB "
            "stick, another disk or in a synced folder.",
        ),
        FaultKind.FILE_EMPTY: _T("Faults", "The file {file} is empty. Choose another one, or save it again first."),
        FaultKind.FILE_TOO_LARGE: _T(
            "Faults", "The file {file} has more rows, columns or contents than fit. Divide it into smaller files."
        ),
        FaultKind.FILE_HOSTILE: _T(
            "Faults",
            "The file {file} is built in a way that could harm this computer and was not opened. Open it in Excel or "
            "WPS, save it under a new name and choose that one; if you do not know who made it, delete it.",
        ),
        FaultKind.NO_CALENDAR: _T(
            "Faults",
            "The file {file} is no calendar, or so damaged that nothing in it can be read. Export it again as "
            "iCalendar (.ics) from the program it came from.",
        ),
        FaultKind.IS_CALENDAR: _T(
            "Faults", "The file {file} is a calendar. Bring it in with “Import a calendar” in the menu “File”."
        ),
        FaultKind.CALENDAR_HOSTILE: _T(
            "Faults",
            "The calendar {file} would keep this computer busy without end, and was not opened. If you do not know who "
            "made it, delete it.",
        ),
        FaultKind.FILE_ENCRYPTED: _T(
            "Faults",
            "The file {file} is protected with a password. Give the password, or open the file in Excel or WPS, save "
            "it without one and choose that one.",
        ),
        FaultKind.PASSWORD_WRONG: _T(
            "Faults",
            "This password does not open {file}. Mind capital letters and try again, or ask who made the file.",
        ),
        FaultKind.FILE_KIND_UNKNOWN: _T(
            "Faults",
            "The file {file} is of a kind the program cannot read. Save it as an Excel workbook (.xlsx) or as .csv.",
        ),
        FaultKind.FILE_MISNAMED: _T(
            "Faults",
            "The file {file} is not what its name says. Open it in Excel or WPS and save it again as an Excel "
            "workbook (.xlsx).",
        ),
        FaultKind.FILE_DAMAGED: _T(
            "Faults",
            "The file {file} is damaged or incomplete. Open it in Excel or WPS, which can often repair it, and save "
            "it again.",
        ),
    }


def sheet_texts() -> dict[FaultKind, str]:
    """Return the sentences for what is inside a file, and for stopping half-way."""
    return {
        FaultKind.SHEET_UNREADABLE: _T(
            "Faults",
            "The sheet {sheet} of {file} cannot be read. Open it in Excel or WPS and save it again as an Excel "
            "workbook (.xlsx).",
        ),
        FaultKind.NO_HEADINGS: _T(
            "Faults",
            "No row of headings (name, phone …) was found in {file}. Write the headings above the columns and try "
            "again.",
        ),
        FaultKind.PLAN_INVALID: _T(
            "Faults",
            "The file {file} holds no import plan this program can follow. Make a new one with --save-plan and change "
            "that.",
        ),
        FaultKind.ENCODING_UNKNOWN: _T(
            "Faults",
            "The characters of {file} cannot be recognised. Open it in Excel or WPS and save it as an Excel workbook "
            "(.xlsx) or as CSV UTF-8.",
        ),
        FaultKind.NO_PAPER: _T(
            "Faults",
            "A PDF is drawn with the parts of the window, which are not installed here. Write an Excel workbook "
            "(.xlsx) instead, or use the program with its window.",
        ),
        FaultKind.CANCELLED: _T(
            "Faults", "Stopped at your wish. Nothing was changed; you can start again at any time."
        ),
    }


def file_too_large(fault: Fault) -> str | None:
    """Return the sentence for a file to attach, whose limit is a size alone."""
    limit = fault.values.get("limit")
    if "what" in fault.values or not isinstance(limit, int):
        return None
    text = _T("Faults", "The file {file} is larger than {megabytes} MB. Attach a smaller one, such as a scaled photo.")
    return text.replace("{megabytes}", str(limit // 1024 // 1024))


def attached_file_lost(fault: Fault) -> str | None:
    """Return the sentence for a content of the program's own, which no other program can repair."""
    if fault.values.get("file") != FILES_FILE:
        return None
    return _T(
        "Faults",
        "This attached file is no longer whole on this computer. Restore a backup from before, or attach it anew.",
    )
