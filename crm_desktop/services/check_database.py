"""Checks the whole database, and tells the result in words or as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.services.audit_marks import marks_of
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.store.check import CheckName, CheckReport, check_newest, check_store


def check_database(
    workplace: Workplace,
    progress: Callable[[CheckName], None] = lambda _name: None,
    places: Places | None = None,
) -> CheckReport:
    """Run every check; nothing is changed. `progress` hears of each check as it begins.

    With `places` the journal's end is compared with what backups and closings noted of it.
    """
    return check_store(workplace.store, progress, marks_of(workplace.store, places) if places else ())


def check_since_backup(workplace: Workplace, places: Places) -> CheckReport:
    """Verify the seals since the newest backup (all of them without one), the journal's end, and every sum; at once."""
    proven = [(one.manifest.last_operation, one.manifest.last_seal) for one in list_backups(places.data.backups)]
    return check_newest(workplace.store, proven, marks_of(workplace.store, places))


def report_to_json(report: CheckReport) -> dict[str, Any]:
    """Return a report as one JSON value; it holds codes, tables and row numbers, no contents."""
    return {
        "ok": report.is_clean,
        "checks": [
            {"name": result.name.value, "ok": not result.findings, "seconds": round(result.seconds, 3)}
            for result in report.results
        ],
        "problems": [
            {
                "check": result.name.value,
                "problem": finding.code,
                "where": finding.where,
                "rows": list(finding.rows),
                "count": finding.count,
            }
            for result in report.results
            for finding in result.findings
        ],
    }


def report_to_text(report: CheckReport) -> str:
    """Return a report for the screen: a line for each check, what was found, and what to do."""
    lines = [_line_of(result.name, is_clean=not result.findings) for result in report.results]
    lines += [
        f"    {finding.code}: {finding.where} {', '.join(map(str, finding.rows))} ({finding.count})"
        for result in report.results
        for finding in result.findings
    ]
    return "\n".join([*lines, advice_for(report)])


def advice_for(report: CheckReport) -> str:
    """Return the one sentence that a report comes to, with the way out."""
    found = {result.name for result in report.results if result.findings}
    if not found:
        return _T("Check", "Everything is in order.")
    if found & {CheckName.SIGNATURES, CheckName.INTEGRITY}:
        return _T("Check", "The customer book is damaged. Restore the newest backup from before the damage.")
    if found & {CheckName.DERIVED, CheckName.SEARCH} == found:
        return _T(
            "Check",
            "The customers themselves are in order; lists or search may show some of them wrongly. Change such a "
            "customer and save, and her entries are made anew.",
        )
    return _T(
        "Check",
        "The file is readable, but some entries do not fit together. Make a backup, and send this list to the makers "
        "of the program: it holds no customer data.",
    )


def name_of(check: CheckName) -> str:
    """Return what a check looks at, in the user's words."""
    names = {
        CheckName.SIGNATURES: _T("Check", "Every page is as it was written"),
        CheckName.INTEGRITY: _T("Check", "The file is put together rightly"),
        CheckName.FOREIGN_KEYS: _T("Check", "Everything belongs to something"),
        CheckName.JOURNAL: _T("Check", "The journal is complete and unchanged"),
        CheckName.DERIVED: _T("Check", "Lists show what the entries say"),
        CheckName.SEARCH: _T("Check", "Search finds what the entries say"),
        CheckName.LEDGER: _T("Check", "Slips, points and balances add up"),
        CheckName.FILES: _T("Check", "Attached files are there"),
        CheckName.RULES: _T("Check", "Entries follow the program's rules"),
    }
    return names[check]


def _line_of(check: CheckName, *, is_clean: bool) -> str:
    text = _T("Check", "{check}: in order") if is_clean else _T("Check", "{check}: not in order, see below")
    return text.format(check=name_of(check))
