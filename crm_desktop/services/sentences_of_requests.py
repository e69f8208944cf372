"""Sentences for what a user asked for and cannot have."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.problems import problem_text


def request_texts() -> dict[FaultKind, str]:
    """Return the sentences for refused requests."""
    return {
        FaultKind.VALUE_INVALID: _T("Faults", "This value does not fit here: {value}. Correct it and save again."),
        FaultKind.VALUE_TAKEN: _T(
            "Faults", "{value} is already in use by another entry. Choose another, or open the one that has it."
        ),
        FaultKind.NOT_FOUND: _T(
            "Faults", "This entry does not exist any more. It may have been deleted: look in the recycle bin."
        ),
        FaultKind.NOTHING_TO_UNDO: _T("Faults", "There is nothing left to undo. Only your own last actions are kept."),
        FaultKind.NOT_UNDOABLE: _T(
            "Faults", "This action cannot be undone, because later entries build on it. Change the entry by hand."
        ),
        FaultKind.NOT_ALLOWED: _T(
            "Faults", "You are not allowed to do this. Ask the owner of the shop to do it or to give you the right."
        ),
        FaultKind.CLOCK_NOT_ALLOWED: _T(
            "Faults",
            "--now works only with folders made by demo, so that real records keep the real time. Leave it out, or "
            "choose another folder with --data-dir.",
        ),
        FaultKind.PIN_NEEDED: _T(
            "Faults", "This asks for the PIN of {person} again. It was not given, so nothing was changed."
        ),
        FaultKind.PIN_WRONG: _T("Faults", "This is not the PIN of {person}. Try again, or ask the owner to reset it."),
        FaultKind.PIN_BLOCKED: _T(
            "Faults", "Too many wrong PINs for {person}. The next try is possible in {wait}. The owner can reset it."
        ),
        FaultKind.CLOCK_BEHIND: _T(
            "Faults", "The clock of this computer is behind what was written last. Set it right first."
        ),
        FaultKind.CONTACT_REFUSED: _T(
            "Faults", "She has refused to be contacted this way. Her record says when, among her answers."
        ),
    }


def value_invalid(fault: Fault) -> str | None:
    """Return the sentence that says why a value does not fit."""
    if fault.values.get("reason") == "unknown_field":
        return _T("Faults", "Customers have no field “{field}”. Check how it is written, or add it in the settings.")
    problem = problem_text(fault) if fault.values.get("reason") else None
    if problem is None or not fault.values.get("value"):
        return problem
    return _T("Faults", "“{value}”: {problem}").replace("{problem}", problem)


def not_allowed(fault: Fault) -> str | None:
    """Return the sentence that names the right, who has it and the way out."""
    from crm_desktop.services.right_words import why_not

    right = fault.values.get("right")
    return why_not(right) if isinstance(right, Right) else None


def not_found(fault: Fault) -> str | None:
    """Return the sentence that names what was looked for, where it has a name."""
    if "what" in fault.values:
        return _things().get(str(fault.values["what"]))
    named = (key for key in _named() if key in fault.values)
    return next((_named()[key] for key in named), None)


def _things() -> dict[str, str]:
    slip = _T("Faults", "There is no such slip. Look for its number in the customer's purchases.")
    goods = _T("Faults", "This is not in the catalogue any more. Choose something else.")
    return {
        "sheet": _T("Faults", "There is no sheet “{text}” in this file. Check its name at the foot of the workbook."),
        "slip": slip,
        "line": slip,
        "product": goods,
        "reward": goods,
        "category": goods,
        "person": _T("Faults", "Whoever is said to have served does not work here. Choose somebody else."),
    }


def _named() -> dict[str, str]:
    return {
        "view": _T("Faults", "There is no view “{view}”. There are: {views}."),
        "layout": _T("Faults", "There is no layout “{layout}”. There are: {layouts}."),
        "people": _T("Faults", "Nobody called “{person}” works here. There are: {people}."),
        "operation": _T(
            "Faults", "There is no action number {operation}. Look its number up in the customer's history."
        ),
    }


def not_undoable(fault: Fault) -> str | None:
    """Return the sentence for what was undone before, or has to wait for another."""
    if fault.values.get("refund"):
        return _T("Faults", "Something of this slip has come back. Void its refund {refund} first.")
    if fault.values.get("later"):
        return _T("Faults", "A later merge builds on this one. Take that back first: unmerge {later}.")
    if (sentence := _stands_for_good().get(str(fault.values.get("what")))) is not None:
        return sentence
    if not fault.values.get("already"):
        return None
    return _T("Faults", "This action has been undone already. Nothing was changed.")


def _stands_for_good() -> dict[str, str]:
    """Return the sentences for what a person did last and cannot take back, and what to do instead."""
    return {
        Kind.SALE_VOID: _T(
            "Faults", "A void cannot be taken back, so nothing was changed. Record the slip again instead."
        ),
        Kind.LEDGER_REVERSE: _T(
            "Faults", "What was taken back at the till stays so, and nothing was changed. Book it again instead."
        ),
        Kind.DAY_CLOSE: _T(
            "Faults", "The close of a day cannot be taken back, so nothing was changed. Write a correction instead."
        ),
        Kind.DAY_CORRECT: _T(
            "Faults", "A correction cannot be taken back, so nothing was changed. Write another one instead."
        ),
        Kind.SETTING_SET: _T(
            "Faults", "A setting cannot be taken back here, so nothing was changed. Change it in the settings."
        ),
    }
