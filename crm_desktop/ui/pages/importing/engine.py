"""The services of an import as the wizard asks for them: plain calls that take their time, for threads of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.exchange.plan import ImportPlan, RowDecision
from crm_desktop.services.import_customers import ImportResult, PreparedImport, StagedImport
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import (
    Candidate,
    ColumnReport,
    DryRow,
    FileLook,
    MatchRuleView,
    Tab,
    TabCounts,
    TargetView,
)
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.long_job import Progress

if TYPE_CHECKING:
    from crm_desktop.services.import_wizard import FileChoices

READ = 1000
"""Rows asked for at once where all of them are wanted."""


class Engine:
    """One shop's imports."""

    def __init__(self, shop: OpenShop) -> None:
        self.shop = shop

    def look(self, source: ImportSource, choices: FileChoices, progress: Progress, *, force: bool = False) -> FileLook:
        """Return what a source holds and the plan proposed for it."""
        from crm_desktop.services.import_wizard import look

        place = self.shop.workplace
        return look(place, source, choices, kind="", cancelled=progress.is_cancelled, force=force)

    def clean_report(self, source: ImportSource, plan: ImportPlan, progress: Progress) -> tuple[ColumnReport, ...]:
        """Return what cleaning does to every column."""
        from crm_desktop.services.import_cleaning import clean_report

        return clean_report(self.shop.workplace, source, plan, progress.report, progress.is_cancelled)

    def stage(self, source: ImportSource, plan: ImportPlan, progress: Progress) -> StagedImport:
        """Read every row into a staging file."""
        from crm_desktop.services.import_customers import stage_import

        return stage_import(self.shop.workplace, source, plan, progress.report, progress.is_cancelled)

    def dry_run(self, staged: StagedImport, plan: ImportPlan, progress: Progress) -> TabCounts:
        """Say what would become of every row; only policy and decisions of the plan may differ from the staged one."""
        from crm_desktop.services.import_dry_run import dry_run

        staged.use(plan)
        return dry_run(self.shop.workplace, staged, progress.report, progress.is_cancelled)

    def page(self, staged: StagedImport, tab: Tab, offset: int, limit: int) -> tuple[DryRow, ...]:
        """Return some rows of a tab."""
        from crm_desktop.services.import_dry_run import dry_page

        return dry_page(self.shop.workplace, staged, tab, offset, limit)

    def mend(self, staged: StagedImport, number: int, index: int, text: str) -> TabCounts:
        """Put another text into a cell."""
        from crm_desktop.services.import_dry_run import mend_cell

        return mend_cell(self.shop.workplace, staged, number, index, text)

    def decide(
        self, staged: StagedImport, numbers: Sequence[int], decision: RowDecision | None, customer: int | None
    ) -> TabCounts:
        """Decide what becomes of rows; None takes the decision back."""
        from crm_desktop.services.import_dry_run import decide

        return decide(self.shop.workplace, staged, numbers, decision, customer)

    def candidates(self, staged: StagedImport, number: int) -> tuple[Candidate, ...]:
        """Return who a row may be."""
        from crm_desktop.services.import_dry_run import candidates

        return candidates(self.shop.workplace, staged, number)

    def back_up(self, progress: Progress) -> None:
        """Make a verified backup where anything changed since the last one."""
        from crm_desktop.domain.backup import BackupReason
        from crm_desktop.services.back_up import back_up_if_changed

        back_up_if_changed(self.shop.workplace, self.shop.places, self.shop.key, BackupReason.IMPORT)
        if progress.is_cancelled():
            raise Fault(FaultKind.CANCELLED)

    def prepare(self, staged: StagedImport, progress: Progress) -> PreparedImport:
        """Work out what is to be written, beside everything else that goes on."""
        from crm_desktop.services.import_customers import prepare_import

        return prepare_import(self.shop.workplace, staged, progress.report, progress.is_cancelled)

    def write(
        self, prepared: PreparedImport, tell: Callable[[int, int], None], stop: Callable[[], bool]
    ) -> ImportResult:
        """Write it in one transaction; raises OvertakenError and StoppedError."""
        from crm_desktop.services.import_customers import write_import

        return write_import(self.shop.workplace, prepared, tell, stop)

    def tidy_up(self) -> None:
        """Copy what was written into the database file."""
        from crm_desktop.services.import_customers import tidy_up

        tidy_up(self.shop.workplace)

    def write_bad_rows(self, staged: StagedImport, result: ImportResult, target: Path) -> int:
        """Write the rows with errors to a copy of the file."""
        from crm_desktop.services.import_customers import write_bad_rows

        return write_bad_rows(staged, result.errors, target)

    def rest_plan(self, staged: StagedImport, result: ImportResult) -> ImportPlan | None:
        """Return the plan for the rows that were left waiting; None where none were."""
        from crm_desktop.services.import_customers import rest_plan

        return rest_plan(staged, result)

    def undo(self, operation: int) -> ChangeSet:
        """Take an import back; what was changed since stays."""
        from crm_desktop.services.import_history import import_of, undo_import

        found = import_of(self.shop.workplace, operation)
        if found is None:
            raise Fault(FaultKind.NOT_FOUND, what="import", text=operation)
        return undo_import(self.shop.workplace, found.id)

    def write_template(self, kind: str, path: Path) -> None:
        """Write a blank workbook to fill in."""
        from crm_desktop.services.import_templates import write_template

        write_template(self.shop.workplace, kind, path)

    def own_fields(self) -> tuple[str, ...]:
        """Return the names of the fields the shop has."""
        from crm_desktop.services.define_fields import all_fields

        return tuple(field.name for field in all_fields(self.shop.workplace) if field.active)

    def targets(self, kind: str) -> tuple[TargetView, ...]:
        """Return the places a column can go to."""
        from crm_desktop.services.import_words import target_views

        return target_views(kind)

    def samples(self, look: FileLook, plan: ImportPlan) -> Mapping[int, tuple[str, ...]]:
        """Return the first different values of each column, of those the plan makes too."""
        from crm_desktop.services.import_wizard import samples

        return samples(look, plan)

    def match_rules(self, plan: ImportPlan) -> tuple[MatchRuleView, ...]:
        """Return the marks by which rows find customers."""
        from crm_desktop.services.import_wizard import match_rules

        return match_rules(plan)
