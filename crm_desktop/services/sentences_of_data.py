"""Sentences for faults of the data folder, the database and its key."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T


def folder_texts() -> dict[FaultKind, str]:
    """Return the sentences for the data folder and its disk."""
    return {
        FaultKind.FOLDER_SYNCED: _T(
            "Faults",
            "The folder {folder} is synchronised by {service}, which copies the database piece by piece while it is "
            "open and can destroy it. Choose a folder on this computer's own disk; backups may lie in {service}.",
        ),
        FaultKind.FOLDER_ON_NETWORK: _T(
            "Faults",
            "The folder {folder} lies on a network drive, where a lost connection can destroy the "
            "database. Choose a folder on this computer's own disk; backups may lie on the network.",
        ),
        FaultKind.FOLDER_NOT_WRITABLE: _T(
            "Faults",
            "Nothing can be written to the folder {folder}. Check that the disk is not write-protected and that your "
            "user account may write there, or choose another folder.",
        ),
        FaultKind.FOLDER_IN_USE: _T(
            "Faults",
            "The customer book in {folder} is open in another window or command. Close it there and try again.",
        ),
        FaultKind.DISK_FULL: _T(
            "Faults",
            "The disk is full, so this was not saved; everything saved before is safe. Free some space (empty the "
            "recycle bin, move large files away) and try again.",
        ),
        FaultKind.DISK_ERROR: _T(
            "Faults",
            "The disk reports an error, so this was not saved; everything saved before is still in the file. Check "
            "cable and disk, make a backup on another disk, and start the program again.",
        ),
    }


def folder_in_use(fault: Fault) -> str | None:
    """Return the sentence that names the computer, where it is known."""
    if not fault.values.get("host"):
        return None
    return _T(
        "Faults",
        "The customer book in {folder} is already open on the computer {host}. Close it there and try again.",
    )


def disk_refuses(fault: Fault) -> str | None:
    """Return the sentence for a book whose disk has no room or fails; None where it is protected."""
    if fault.values.get("why") is FaultKind.DISK_FULL:
        return _T(
            "Faults",
            "The customer book can be read but not changed, because its disk has no room left. Free some space (empty "
            "the recycle bin, move large files away) and try again.",
        )
    if fault.values.get("why") is FaultKind.DISK_ERROR:
        return _T(
            "Faults",
            "The customer book can be read but not changed, because its disk reports errors. Check cable and disk, "
            "and make a backup on another disk.",
        )
    return None


def database_texts() -> dict[FaultKind, str]:
    """Return the sentences for the database and its backups."""
    return {
        FaultKind.DATABASE_NEWER: _T(
            "Faults",
            "This customer book was made by a newer version of the program. Nothing was changed in it. Install the "
            "newest version and open it with that.",
        ),
        FaultKind.DATABASE_DAMAGED: _T(
            "Faults",
            "The customer book is damaged and is not opened, so that nothing wrong is shown. Leave the file where it "
            "is and restore the newest backup.",
        ),
        FaultKind.DATABASE_BUSY: _T(
            "Faults",
            "The customer book is being used by another program at this moment (a backup, an import or an update). "
            "Nothing was changed. Try again in a minute.",
        ),
        FaultKind.DATABASE_READ_ONLY: _T(
            "Faults",
            "The customer book can be read but not changed, because its file or disk is write-protected. Remove the "
            "write protection, or copy the whole data folder to this computer's own disk.",
        ),
        FaultKind.DATABASE_NOT_OURS: _T(
            "Faults",
            "The file {file} is not a customer book of this program. Nothing was changed in it. Choose another file.",
        ),
        FaultKind.DATABASE_NOT_EMPTY: _T(
            "Faults",
            "There are already customers or rules of your own in {folder}. The sample shop goes only into an empty "
            "folder: choose another with --data-dir.",
        ),
        FaultKind.DATABASE_MOVED: _T(
            "Faults",
            "The file of the customer book was moved, renamed or replaced by another program while it was open, so "
            "nothing more is saved. Everything saved before is safe. Start the program again, and restore the newest "
            "backup if something is missing.",
        ),
        FaultKind.DATABASE_GONE: _T(
            "Faults",
            "The customer book is no longer in {folder}, but backups of it are there. Put the file back, or restore "
            "the newest backup: {backup}.",
        ),
        FaultKind.MIGRATION_FAILED: _T(
            "Faults",
            "The customer book could not be brought to this version of the program and is exactly as it was. Go on "
            "with the version used so far and tell the makers of the program; a backup lies in {backup}.",
        ),
        FaultKind.BACKUP_DAMAGED: _T(
            "Faults",
            "The backup {file} is incomplete or damaged and was not used; your present data is unchanged. Choose "
            "another backup.",
        ),
    }


def database_damaged(fault: Fault) -> str | None:
    """Return the sentence that names the newest good backup, where one is known."""
    if not fault.values.get("backup"):
        return None
    return _T(
        "Faults",
        "The customer book is damaged and is not opened, so that nothing wrong is shown. Leave the file where it is "
        "and restore the newest backup: {backup}.",
    )


def key_texts() -> dict[FaultKind, str]:
    """Return the sentences for the key and the recovery code."""
    return {
        FaultKind.KEY_MISSING: _T(
            "Faults",
            "The key of this customer book is not on this computer. Type the recovery code from your printed sheet; "
            "if the computer's password store is locked, unlock it and try again.",
        ),
        FaultKind.KEY_WRONG: _T(
            "Faults",
            "The key on this computer belongs to another customer book. Type the recovery code from your printed "
            "sheet; the data itself is not damaged.",
        ),
        FaultKind.CODE_WRONG: _T(
            "Faults",
            "This recovery code does not fit. It has seven groups of four letters and digits: compare them with your "
            "printed sheet and type it again.",
        ),
        FaultKind.PASSWORD_NEEDED: _T(
            "Faults",
            "The customer book is locked with a password. A command asks for it on a screen; elsewhere give a file "
            "with the password in it: --password-file FILE, or - for standard input.",
        ),
        FaultKind.BOOK_PASSWORD_WRONG: _T("Faults", "This is not the password of this customer book."),
        FaultKind.PASSWORD_WEAK: _T(
            "Faults",
            "This password would be among the first that a thief tries. Take at least eight characters: three or four "
            "words that have nothing to do with each other are good and easy to remember.",
        ),
        FaultKind.TRY_LATER: _T("Faults", "Too many wrong passwords. Wait a little before the next try."),
        FaultKind.KEY_STILL_KEPT: _T(
            "Faults",
            "The password store of this computer did not let go of the key, so a password would protect nothing, and "
            "none was set. Unlock the store and try again.",
        ),
    }


def try_later(fault: Fault) -> str | None:
    """Return the sentence that says how long, where it is known."""
    seconds = fault.values.get("seconds")
    if not isinstance(seconds, int):
        return None
    if seconds < 60:
        return _T("Faults", "Too many wrong passwords. The next try is possible in %n second(s).", None, seconds)
    minutes = -(-seconds // 60)
    return _T("Faults", "Too many wrong passwords. The next try is possible in %n minute(s).", None, minutes)


def key_missing(fault: Fault) -> str | None:
    """Return the sentence for a folder whose key header is gone as well."""
    if fault.values.get("header", True):
        return None
    return _T(
        "Faults",
        "The key file key.json is missing from {folder}, and there is no copy of it on this computer. Restore a "
        "backup with your recovery code; the backup carries a copy of the file.",
    )
