"""What staff, privacy and safe keeping leave in the journal, in words."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind


def safety_names() -> dict[Kind, str]:
    """Return what each operation does, as a menu and a history name it."""
    return {
        Kind.PIN_SET: _T("Operations", "Set a PIN"),
        Kind.SIGN_IN: _T("Operations", "Change who is at work"),
        Kind.REVEAL: _T("Operations", "Show hidden numbers of {whom}"),
        Kind.NOTICE_EDIT: _T("Operations", "Change the words of a consent"),
        Kind.DO_NOT_CONTACT: _T("Operations", "Change the do-not-contact list"),
        Kind.ERASE: _T("Operations", "Erase a person"),
        Kind.AGE: _T("Operations", "Take old values out of the journal"),
        Kind.RESTORE: _T("Operations", "Restore a backup"),
        Kind.REKEY: _T("Operations", "Change the key of the customer book"),
    }


def safety_sentences() -> dict[Kind, str]:
    """Return what has just been done."""
    return {
        Kind.PIN_SET: _T("Changes", "The PIN is set"),
        Kind.SIGN_IN: _T("Changes", "Changed who is at work"),
        Kind.REVEAL: _T("Changes", "Showed hidden numbers of {whom}"),
        Kind.NOTICE_EDIT: _T("Changes", "Changed the words of a consent"),
        Kind.DO_NOT_CONTACT: _T("Changes", "Changed the do-not-contact list"),
        Kind.ERASE: _T("Changes", "Erased a person"),
        Kind.AGE: _T("Changes", "Took old values out of the journal"),
        Kind.RESTORE: _T("Changes", "Restored a backup"),
        Kind.REKEY: _T("Changes", "Changed the key of the customer book"),
    }


def safety_titles() -> dict[Kind, str]:
    """Return what happened in a few words, for a customer's history."""
    return {
        Kind.PIN_SET: _T("Events", "PIN set"),
        Kind.SIGN_IN: _T("Events", "Signed in"),
        Kind.REVEAL: _T("Events", "Hidden numbers shown"),
        Kind.NOTICE_EDIT: _T("Events", "Words of a consent changed"),
        Kind.DO_NOT_CONTACT: _T("Events", "Do-not-contact list changed"),
        Kind.ERASE: _T("Events", "Person erased"),
        Kind.AGE: _T("Events", "Old values taken out of the journal"),
        Kind.RESTORE: _T("Events", "Backup restored"),
        Kind.REKEY: _T("Events", "Key of the customer book changed"),
    }
