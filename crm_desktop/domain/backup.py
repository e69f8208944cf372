"""What a backup is to the shop."""

from __future__ import annotations

from enum import StrEnum


class BackupReason(StrEnum):
    """Why a backup was made."""

    ASKED = "asked"
    CLOSE = "close"
    IMPORT = "import"
    MIGRATION = "migration"
    RESTORE = "restore"
