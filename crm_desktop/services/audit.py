"""Verifies the history of the shop and tells the result: one sentence, and each finding with what, when and who."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.audit_marks import marks_of
from crm_desktop.services.describe_changes import name_of
from crm_desktop.services.second_place import second_place_of
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import audit, journal_pages, lookups
from crm_desktop.store.audit import Trouble
from crm_desktop.store.audit_marks import Mark

NAMED = 200
"""How many findings are told one by one."""


@dataclass(frozen=True)
class Found:
    """One finding in words: what is wrong, with which entry, when that was made and by whom (as far as it is left)."""

    code: str
    operation: int
    sentence: str
    at: datetime | None = None
    person: str = ""


@dataclass(frozen=True)
class AuditResult:
    """What a verification came to. `last` and `seal` are where the history ends: to be written down."""

    is_whole: bool
    operations: int
    last: int
    seal: str
    verified_at: datetime
    found: tuple[Found, ...]
    findings: int
    erased: tuple[str, ...]
    """What was rightly taken out, and when, in words."""
    marks: int

    @property
    def sentence(self) -> str:
        """Return the result in one sentence."""
        if self.is_whole:
            return _T(
                "Audit",
                "The history is whole: nothing was changed, removed or cut off (entries verified: %n).",
                n=self.operations,
            )
        return _T("Audit", "The history is not as it was written. Places that do not fit: %n.", n=self.findings)


def verify_history(
    workplace: Workplace,
    places: Places,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AuditResult:
    """Verify every entry, and compare the end with what backups and closings noted of it; raises Fault CANCELLED.

    The backups of the second place count, too, where it is in sight.
    """
    workplace.require(Right.AUDIT)
    second = second_place_of(places, workplace.store.meta("database_id") or "")
    marks = marks_of(workplace.store, places, *([second.folder] if second.folder and second.is_there() else []))
    with workplace.store.read_apart(is_cancelled) as connection:
        verified = audit.verify_journal(connection, marks, progress, is_cancelled)
        people = {person.id: person.name for person in lookups.all_people(connection)}
        found = tuple(_found(connection, finding, people) for finding in verified.findings[:NAMED])
    return AuditResult(
        verified.is_whole,
        verified.operations,
        verified.last,
        verified.seal,
        workplace.now(),
        found,
        len(verified.findings),
        tuple(_erased(one) for one in verified.erased),
        verified.marks,
    )


def result_to_json(result: AuditResult) -> dict[str, Any]:
    """Return a result as one JSON value; it holds codes, numbers and names of staff, nothing of customers."""
    return {
        "ok": result.is_whole,
        "entries": result.operations,
        "last": result.last,
        "seal": result.seal,
        "compared": result.marks,
        "problems": [
            {
                "problem": one.code,
                "entry": one.operation,
                "at": one.at.isoformat() if one.at else None,
                "person": one.person or None,
            }
            for one in result.found
        ],
        "erased": list(result.erased),
    }


def moment_text(moment: datetime) -> str:
    """Return a moment by the clock of this computer, to the minute."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def seal_text(seal: str) -> str:
    """Return the first part of a seal in groups of four, as a person writes it down."""
    return " ".join(seal[place : place + 4] for place in range(0, min(len(seal), 16), 4)).upper()


def _found(connection: Any, finding: audit.Finding, people: dict[int, str]) -> Found:
    row = journal_pages.operation_row(connection, finding.operation)
    moment = from_stamp(row.at) if row is not None else None
    person = people.get(row.person_id or 0, "") if row is not None else ""
    made = _T("Audit", "{moment}, {person}").format(
        moment=moment_text(moment) if moment else "–", person=person or _T("Audit", "the program")
    )
    what = _what(row.kind) if row is not None else ""
    if finding.mark is not None:
        sentence = _of_mark(finding, finding.mark)
    else:
        sentence = _sentences(finding)[finding.trouble].format(number=finding.operation, made=made, what=what)
    return Found(finding.trouble.value, finding.operation, sentence, moment, person)


def _what(kind: str) -> str:
    """Return what an operation did; the word itself for one that no release ever wrote."""
    known = next((one for one in Kind if one.value == kind), None)
    return name_of(known, _T("Audit", "somebody")) if known is not None else kind


def _sentences(finding: audit.Finding) -> dict[Trouble, str]:
    return {
        Trouble.CHANGED: _T("Audit", "Entry {number} ({made}: {what}) was changed, moved or put in afterwards."),
        Trouble.REMOVED: _T(
            "Audit", "Entries are missing just before number {number} ({made}: {what}): %n.", n=finding.count
        ),
        Trouble.VALUES_CHANGED: _T(
            "Audit", "Values before and after were changed in entry {number} ({made}: {what}): %n.", n=finding.count
        ),
        Trouble.VALUES_GONE: _T(
            "Audit", "Values are gone from entry {number} ({made}: {what}), and no erasure tells of it: %n.",
            n=finding.count,
        ),
        Trouble.REASON_CHANGED: _T("Audit", "The reason given in entry {number} ({made}: {what}) was changed."),
    }  # fmt: skip


def _of_mark(finding: audit.Finding, mark: Mark) -> str:
    noted = moment_text(from_stamp(mark.at))
    by = _T("Audit", "the backup {file}").format(file=mark.where) if mark.where else _T("Audit", "a note at closing")
    if finding.trouble is Trouble.CUT_OFF:
        said = _T(
            "Audit",
            "The end of the history is missing. It ends with entry {number}, but {by} of {moment} says that entry "
            "{noted} stood there. Where nobody put an older file in its place, entries were cut off.",
        )
    else:
        said = _T(
            "Audit",
            "Entry {number} is another one than the one that stood there by {moment}, as {by} says. Where nobody put "
            "another file in its place, the history was written anew.",
        )
    return said.format(number=finding.operation, by=by, moment=noted, noted=mark.operation)


def _erased(erased: audit.Erased) -> str:
    day = f"{from_stamp(erased.at).astimezone():%Y-%m-%d}"
    if erased.kind is Kind.AGE:
        return _T("Audit", "Aged values were taken out on {day}: %n.", n=erased.changes).format(day=day)
    return _T("Audit", "Values of a person were erased on {day}: %n.", n=erased.changes).format(day=day)
