"""What is said of backups in the window and by commands alike."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.backup import BackupReason
from crm_desktop.services.backup_schedule import Chore
from crm_desktop.services.second_place import SecondPlace


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
        BackupReason.RESCUE: _T("Restore", "the file was moved while open"),
        None: _T("Restore", "a file"),
    }[reason]


def chore_failed(chore: Chore, fault: Fault, why: str) -> str:
    """Return what to say of something that was to be done by itself and failed; `why` is the fault's own sentence."""
    if chore is Chore.REHEARSE and fault.kind is FaultKind.BACKUP_DAMAGED:
        return trial_failed()
    text = {
        Chore.BACK_UP: _T("Backup", "The backup by itself could not be made; work goes on as usual. {why}"),
        Chore.CARRY: _T("Backup", "The backup could not be copied to the second place; work goes on as usual. {why}"),
        Chore.READABLE: _T("Backup", "The readable copy could not be made; work goes on as usual. {why}"),
        Chore.REHEARSE: _T("Backup", "The newest backup could not be tried out; work goes on as usual. {why}"),
        Chore.REPORTS: _T("Backup", "Old reports of mistakes could not be deleted; work goes on as usual. {why}"),
    }[chore]
    return text.format(why=why)


def trial_failed() -> str:
    """Return what to say of a backup that could not be restored."""
    return _T(
        "Backup",
        "The newest backup could not be restored in a trial. Make a new one now; the older ones are still there.",
    )


def place_overdue(place: SecondPlace) -> str:
    """Return what the yellow bar says of a second place that went without a backup for a week."""
    if place.folder is None:
        return _T("Backup", "All backups lie on this computer. If it is lost or stolen, they are lost with it.")
    return _T("Backup", "For more than a week no backup has come to {folder}.").format(folder=place.folder)


def place_words(*, here: bool, there: bool) -> str:
    """Return where a backup lies."""
    if here and there:
        return _T("Backup", "here and in the second place")
    return _T("Backup", "here") if here else _T("Backup", "in the second place")


def whole_words(*, is_whole: bool) -> str:
    """Return what is known of a backup's soundness."""
    return _T("Backup", "checked ✓") if is_whole else _T("Backup", "cannot be restored")
