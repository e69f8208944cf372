"""What is said of backups in the window and by commands alike."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.backup import BackupReason


def reason_words(reason: BackupReason | None) -> str:
    """Return why a backup was made, as a list says it; None for a file without a manifest."""
    return {
        BackupReason.ASKED: _T("Restore", "by hand"),
        BackupReason.CLOSE: _T("Restore", "at closing"),
        BackupReason.SCHEDULE: _T("Restore", "while at work"),
        BackupReason.IMPORT: _T("Restore", "before an import"),
        BackupReason.BULK: _T("Restore", "before a change of many"),
        BackupReason.ERASE: _T("Restore", "before a person was erased"),
        BackupReason.REKEY: _T("Restore", "before a new key"),
        BackupReason.MIGRATION: _T("Restore", "before an update of the program"),
        BackupReason.RESTORE: _T("Restore", "before a restore"),
        None: _T("Restore", "a file"),
    }[reason]
