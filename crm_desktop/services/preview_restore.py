"""What a restore would change, before it is done: counts on both sides, and who and what would be missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.errors import Fault
from crm_desktop.base.files import os_faults
from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.services.restore_backup import key_of_backup, present_key
from crm_desktop.store.comparison import Comparison, MissingSale, compare
from crm_desktop.store.file_state import state_of
from crm_desktop.store.key_vault import KeyVault
from crm_desktop.store.manifest import read_manifest


@dataclass(frozen=True)
class Line:
    """One kind of thing: how many now and in the backup, and the newest of each."""

    kind: str
    now: int | None
    then: int
    newest_now: datetime | None
    newest_then: datetime | None

    @property
    def difference(self) -> int | None:
        """How many more there would be; None where there is nothing to compare with."""
        return None if self.now is None else self.then - self.now


@dataclass(frozen=True)
class RestorePreview:
    """What a restore of one backup would do."""

    backup: Path
    made_at: datetime | None
    lines: tuple[Line, ...]
    gone_customers: int
    gone_names: tuple[str, ...]
    gone_sales: int
    gone_slips: tuple[MissingSale, ...]
    back_customers: int
    back_names: tuple[str, ...]
    money_now: dict[str, int]
    money_then: dict[str, int]

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing would be missing and nothing come back."""
        return not (self.gone_customers or self.gone_sales or self.back_customers) and not any(
            line.difference for line in self.lines
        )


def preview_restore(places: Places, vault: KeyVault, backup: Path, code: str | None = None) -> RestorePreview:
    """Compare a backup with what is there now; nothing is changed, and the backup is not proven yet.

    Raises Fault: FILE_MISSING, KEY_MISSING (ask for the code), CODE_WRONG, BACKUP_DAMAGED, DATABASE_NEWER.
    """
    with os_faults(backup, reading=True):
        backup.stat()
    key = key_of_backup(places, vault, backup, code)
    state_of(backup, key.key)
    present = present_key(places, vault)
    if present is not None:
        try:
            state_of(places.data.database, present.key)
        except Fault:
            present = None  # what does not open is kept aside as it is; there is nothing to compare with
    database = places.data.database if present is not None else None
    found = compare(backup, key.key, database, present.key if present else b"")
    manifest = read_manifest(backup)
    return RestorePreview(
        backup,
        from_stamp(manifest.made_at) if manifest else None,
        _lines(found),
        found.gone_customers,
        found.gone_names,
        found.gone_sales,
        found.gone_slips,
        found.back_customers,
        found.back_names,
        found.present.totals if found.present else {},
        found.backup.totals,
    )


def _lines(found: Comparison) -> tuple[Line, ...]:
    present = found.present
    return tuple(
        Line(
            kind,
            None if present is None else present.counts.get(kind, 0),
            count,
            _moment(present.newest.get(kind)) if present else None,
            _moment(found.backup.newest.get(kind)),
        )
        for kind, count in found.backup.counts.items()
    )


def _moment(stamp: int | None) -> datetime | None:
    return None if stamp is None else from_stamp(stamp)


def kind_name(kind: str) -> str:
    """Return what a line counts."""
    return {
        "customers": _T("Preview", "Customers"),
        "sales": _T("Preview", "Slips"),
        "follow_ups": _T("Preview", "Follow-ups"),
        "interactions": _T("Preview", "Contacts had"),
        "files": _T("Preview", "Attached files"),
        "changes": _T("Preview", "Journal"),
    }[kind]


def preview_sentences(preview: RestorePreview) -> list[str]:
    """Return in words what would be missing and what would be there again."""
    if preview.changes_nothing:
        return [_T("Preview", "The backup holds just what is there now.")]
    found = []
    if preview.gone_customers:
        text = _T("Preview", "%n customer(s) entered since would be missing: {names}", n=preview.gone_customers)
        found.append(text.format(names=_named(preview.gone_names, preview.gone_customers)))
    if preview.gone_sales:
        slips = tuple(_slip(slip) for slip in preview.gone_slips)
        text = _T("Preview", "%n slip(s) written since would be missing: {slips}", n=preview.gone_sales)
        found.append(text.format(slips=_named(slips, preview.gone_sales)))
    if preview.back_customers:
        text = _T("Preview", "%n customer(s) would be there again: {names}", n=preview.back_customers)
        found.append(text.format(names=_named(preview.back_names, preview.back_customers)))
    return found or [_T("Preview", "Nobody would be missing; entries changed since go back to what they were.")]


def _slip(slip: MissingSale) -> str:
    return f"{slip.number} ({slip.customer})" if slip.customer else slip.number


def _named(names: tuple[str, ...], count: int) -> str:
    listed = ", ".join(names)
    return f"{listed} …" if count > len(names) else listed


def preview_to_json(preview: RestorePreview) -> dict[str, object]:
    """Return a preview as scripts read it; amounts are in the smallest unit of the currency."""
    return {
        "file": str(preview.backup),
        "made_at": preview.made_at.isoformat() if preview.made_at else None,
        "counts": {line.kind: {"now": line.now, "then": line.then} for line in preview.lines},
        "totals": {"now": preview.money_now, "then": preview.money_then},
        "missing_customers": {"count": preview.gone_customers, "names": list(preview.gone_names)},
        "missing_sales": {"count": preview.gone_sales, "numbers": [slip.number for slip in preview.gone_slips]},
        "returning_customers": {"count": preview.back_customers, "names": list(preview.back_names)},
    }
