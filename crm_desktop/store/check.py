"""Checks an open database in every way the program knows, and reports by codes and row numbers, never by contents."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from crm_desktop.base.errors import Fault
from crm_desktop.store import check_rules
from crm_desktop.store.audit_marks import Mark
from crm_desktop.store.blob_backup import named_contents
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.chain import is_sealed_as
from crm_desktop.store.check_derived import Rebuilt
from crm_desktop.store.check_ledger import ledger_findings
from crm_desktop.store.check_rules import Finding
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.store import FILES_FILE, Store
from crm_desktop.store.verify import cache_for


class CheckName(StrEnum):
    """Every check, in the order in which they run."""

    SIGNATURES = "signatures"
    INTEGRITY = "integrity"
    FOREIGN_KEYS = "foreign_keys"
    JOURNAL = "journal"
    DERIVED = "derived"
    SEARCH = "search"
    LEDGER = "ledger"
    FILES = "files"
    RULES = "rules"


@dataclass(frozen=True)
class CheckResult:
    """One check: what it found, and how long it took (seconds)."""

    name: CheckName
    findings: tuple[Finding, ...]
    seconds: float


@dataclass(frozen=True)
class CheckReport:
    """All checks of one run."""

    results: tuple[CheckResult, ...]

    @property
    def is_clean(self) -> bool:
        """Whether no check found anything."""
        return not any(result.findings for result in self.results)


def check_store(
    store: Store, progress: Callable[[CheckName], None] = lambda _name: None, marks: Sequence[Mark] = ()
) -> CheckReport:
    """Run every check; one that a damaged page ends early reports that. `progress` hears of each check as it begins.

    `marks` are what was noted of the journal's end elsewhere.
    """
    results = []
    with Rebuilt(store) as rebuilt:
        for name, check in _checks(store, rebuilt, marks).items():
            progress(name)
            results.append(_run(name, check))
    return CheckReport(tuple(results))


def check_newest(store: Store, proven: Iterable[tuple[int, str]], marks: Sequence[Mark] = ()) -> CheckReport:
    """Check at once what matters at the till: the seals since the last backup, the journal's end, and every sum.

    `proven` are the last operations of backups and their seals, the newest first; the first that the journal has as it
    was is where it begins. After a restore newer backups are of another course of things. `marks` are all that was
    noted of the journal's end elsewhere.
    """
    with store.read() as connection:
        last = next((last for last, seal in proven if is_sealed_as(connection, last, seal)), 0)
    checks = {
        CheckName.JOURNAL: lambda: _in_snapshot(
            store, lambda c: chain(check_rules.findings_since(c, last), check_rules.end_findings(c, marks))
        ),
        CheckName.LEDGER: lambda: _in_snapshot(store, ledger_findings),
    }
    return CheckReport(tuple(_run(name, check) for name, check in checks.items()))


def _run(name: CheckName, check: Callable[[], Iterator[Finding]]) -> CheckResult:
    started = time.perf_counter()
    findings = tuple(_until_damage(check()))
    return CheckResult(name, findings, time.perf_counter() - started)


def _checks(store: Store, rebuilt: Rebuilt, marks: Sequence[Mark]) -> dict[CheckName, Callable[[], Iterator[Finding]]]:
    return {
        CheckName.SIGNATURES: lambda: _signatures(store),
        CheckName.INTEGRITY: lambda: _integrity(store),
        CheckName.FOREIGN_KEYS: lambda: _foreign_keys(store),
        CheckName.JOURNAL: lambda: _in_snapshot(
            store, lambda c: chain(check_rules.journal_findings(c), check_rules.end_findings(c, marks))
        ),
        CheckName.DERIVED: rebuilt.derived_findings,
        CheckName.SEARCH: rebuilt.search_findings,
        CheckName.LEDGER: lambda: _in_snapshot(store, ledger_findings),
        CheckName.FILES: lambda: _files_named(store),
        CheckName.RULES: lambda: _in_snapshot(store, check_rules.rule_findings),
    }


def _until_damage(findings: Iterator[Finding]) -> Iterator[Finding]:
    try:
        yield from findings
    except Fault as fault:
        yield Finding(f"stopped_by_{fault.kind.value}", "", ())


def _signatures(store: Store) -> Iterator[Finding]:
    store.checkpoint()
    for path in _files(store):
        found = _pragma(path, store.key, "cipher_integrity_check")
        if found:
            yield Finding("page_signature_wrong", path.name, (), len(found))


def _integrity(store: Store) -> Iterator[Finding]:
    for path in _files(store):
        found = [row for row in _pragma(path, store.key, "integrity_check") if row != ("ok",)]
        if found:
            yield Finding("structure_wrong", path.name, (), len(found))


def _foreign_keys(store: Store) -> Iterator[Finding]:
    by_table: dict[str, list[int]] = {}
    for table, row_id, *_rest in _pragma(store.path, store.key, "foreign_key_check"):
        by_table.setdefault(table, []).append(row_id or 0)
    yield from (Finding.of("points_at_nothing", table, ids) for table, ids in by_table.items())


def _files_named(store: Store) -> Iterator[Finding]:
    kept = Blobs(store.path.with_name(FILES_FILE), store.key).names()
    missing = named_contents(store.path, store.key) - kept
    if missing:
        yield Finding("content_missing", FILES_FILE, (), len(missing))


def _in_snapshot(store: Store, check: Callable[[Connection], Iterator[Finding]]) -> Iterator[Finding]:
    with store.read() as connection:
        yield from check(connection)


def _pragma(path: Path, key: bytes, pragma: str) -> list[tuple[Any, ...]]:
    with as_fault(file=str(path)), closing(open_read_only(path, key, cache_kib=cache_for(path))) as connection:
        found: list[tuple[Any, ...]] = connection.execute(f"PRAGMA {pragma}").fetchall()
        return found


def _files(store: Store) -> list[Path]:
    paths = (store.path, store.path.with_name(FILES_FILE))
    return [path for path in paths if path.is_file()]
