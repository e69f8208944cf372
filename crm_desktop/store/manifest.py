"""The manifest beside each backup: what it is a copy of, how much is in it, and the key header that opens it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from crm_desktop.base.files import write_whole
from crm_desktop.base.records import dataclass
from crm_desktop.domain.backup import BackupReason
from crm_desktop.store.key_header import KeyHeader, header_from_json, header_to_json
from crm_desktop.store.layout import Layout, layout_from_json, layout_to_json

FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """What stands beside a backup. Times are milliseconds since 1970 UTC; sizes are bytes."""

    database_id: str
    revision: str
    app_version: str
    reason: BackupReason
    made_at: int
    size: int
    sha256: str
    counts: dict[str, int]
    totals: dict[str, int]
    """What slips and balances add up to; empty in manifests from before there were totals."""
    files: int | None
    """How many contents of attached files belong to it; None where nobody counted them."""
    last_operation: int
    last_seal: str
    header: KeyHeader
    layout: Layout | None = None
    """Where the tables of the live file begin, not those of the copy; None in manifests from before that was noted."""


def manifest_path(backup: Path) -> Path:
    """Return where the manifest of a backup file lies."""
    return backup.with_suffix(".json")


def write_manifest(manifest: Manifest, backup: Path) -> None:
    """Write the manifest of a backup, whole or not at all."""
    write_whole(manifest_path(backup), json.dumps(_to_json(manifest), indent=1).encode() + b"\n")


def read_manifest(backup: Path) -> Manifest | None:
    """Return the manifest of a backup; None where it is lost or unreadable."""
    try:
        return _from_json(json.loads(manifest_path(backup).read_bytes()))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _to_json(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "database": manifest.database_id,
        "schema": manifest.revision,
        "app_version": manifest.app_version,
        "reason": manifest.reason.value,
        "made_at": manifest.made_at,
        "size": manifest.size,
        "sha256": manifest.sha256,
        "counts": manifest.counts,
        "totals": manifest.totals,
        "files": manifest.files,
        "last_operation": manifest.last_operation,
        "last_seal": manifest.last_seal,
        "key_header": header_to_json(manifest.header),
        "layout": layout_to_json(manifest.layout),
    }


def _from_json(value: dict[str, Any]) -> Manifest:
    return Manifest(
        database_id=value["database"],
        revision=value["schema"],
        app_version=value["app_version"],
        reason=BackupReason(value["reason"]),
        made_at=int(value["made_at"]),
        size=int(value["size"]),
        sha256=value["sha256"],
        counts=_numbers(value["counts"]),
        totals=_numbers(value.get("totals") or {}),
        files=None if value.get("files") is None else int(value["files"]),
        last_operation=int(value["last_operation"]),
        last_seal=value["last_seal"],
        header=header_from_json(value["key_header"]),
        layout=layout_from_json(value.get("layout")),
    )


def _numbers(value: dict[str, Any]) -> dict[str, int]:
    return {str(name): int(number) for name, number in value.items()}
