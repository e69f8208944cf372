"""The ways back into a shop that does not open: the code of the printed sheet, or a backup."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crm_desktop.base.clock import Clock, system_clock
from crm_desktop.base.paths import Places
from crm_desktop.services.list_backups import BackupEntry, backups_in
from crm_desktop.services.mend_database import Mended, MendPlan, Progress, mend, mend_plan
from crm_desktop.services.preview_restore import RestorePreview, preview_restore
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.store.key_vault import KeyVault, SystemVault
from crm_desktop.store.keys import open_with_code
from crm_desktop.store.restore import Restored


@dataclass(frozen=True)
class WayBack:
    """A shop that is closed: where its files lie, and where its key rests."""

    places: Places
    vault: KeyVault
    clock: Clock = system_clock

    def unlock(self, typed: str) -> None:
        """Find the key with a typed recovery code and keep it for the next starts.

        Raises Fault CODE_WRONG, or KEY_MISSING where the key header is gone as well.
        """
        open_with_code(self.places, self.vault, typed)

    def locked(self) -> LockedShop:
        """Return the same shop as one that a password opens."""
        return LockedShop(self.places, self.vault, self.clock)

    def backups(self) -> list[BackupEntry]:
        """Return the shop's own backups, the newest first."""
        return backups_in(self.places.data.backups)

    def preview(self, backup: Path, code: str | None = None) -> RestorePreview:
        """Say what a restore would change; raises the faults of `preview_restore`."""
        return preview_restore(self.places, self.vault, backup, code)

    def restore(self, backup: Path, code: str | None = None) -> Restored:
        """Put a backup in the place of the present data; raises the faults of `restore_backup`."""
        return restore_backup(self.places, self.vault, backup, self.clock, code=code)

    def mend_plan(self) -> MendPlan:
        """Say what mending a damaged book would do; raises the faults of `mend_plan`."""
        return mend_plan(self.places, self.vault)

    def mend(self, progress: Progress = lambda _step, _done, _of: None) -> Mended:
        """Put a mended book in the place of the damaged one; raises the faults of `mend`."""
        return mend(self.places, self.vault, self.clock, progress=progress)


def way_back(places: Places, vault: KeyVault | None = None) -> WayBack:
    """Return the ways back for this user, whose key rests where the system keeps passwords."""
    return WayBack(places, vault or SystemVault(places.config))
