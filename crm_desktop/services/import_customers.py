"""Bring customers in from a user's file: read in a child, staged, then applied in one transaction as one undo step."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.declared_settings import CURRENCY
from crm_desktop.base.errors import Fault, FaultKind, OvertakenError, StoppedError
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.exchange.clean import Problem
from crm_desktop.exchange.memory import headings_key, memorable
from crm_desktop.exchange.plan import Conflict, ImportPlan, MatchClass, RowsAre, Target
from crm_desktop.exchange.staging import PREFIX
from crm_desktop.services.import_requests import as_source, read_request
from crm_desktop.services.import_sentences import RowError, row_errors
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.opening_words import opening_words
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import import_batches, staged
from crm_desktop.store.bulk_import import BulkImport
from crm_desktop.store.import_memory import keep_memory
from crm_desktop.store.prepare_balances import BalanceTotals
from crm_desktop.store.prepare_import import Prepared
from crm_desktop.store.prepare_run import Problems, Wanted, prepare
from crm_desktop.store.prepare_sales import SaleCounts
from crm_desktop.store.room import empty_log, large_cache, log_left_alone
from crm_desktop.store.staged_match import Policy
from crm_desktop.store.stoppable import run_steps
from crm_desktop.store.unit_of_work import UnitOfWork

Progress = worker.Progress
_TRIES = 5


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or in a dry run would do."""

    created: int
    updated: int
    unchanged: int
    skipped: int
    errors: tuple[RowError, ...]
    changes: ChangeSet
    seconds: float
    new_fields: tuple[str, ...] = ()
    """Custom fields made for columns that had no place."""
    unknown_introducers: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    asked: int = 0
    """Rows that wait for the user's word; they are left over."""
    left_over: tuple[int, ...] = ()
    """Their numbers."""
    sales: SaleCounts | None = None
    """What a file of sales brings."""
    balances: BalanceTotals | None = None
    """What the file brings of opening balances, with the shop's totals before and after."""
    currency: str = CURRENCY.default

    @property
    def operation(self) -> int | None:
        """Return the operation that an undo takes back; None where nothing changed."""
        return self.changes.operation_id


class StagedImport:
    """A file that has been read and waits to be applied; a context manager that removes its staging file."""

    def __init__(
        self, source: ImportSource, staging: Path, key: bytes, read: protocol.ReadResult, seconds: float
    ) -> None:
        self.source = source
        self.staging = staging
        self.key = key
        self.read = read
        self.seconds = seconds
        self.plan = read.plan
        """The plan the rows were read by, with what was decided since."""

    def use(self, plan: ImportPlan) -> None:
        """Follow another policy or other decisions; columns, rules and cells that changed need staging anew."""
        self.plan = plan

    def replace_by(self, other: StagedImport) -> None:
        """Take the place of what was staged with what has been staged anew."""
        self.close()
        self.staging, self.key, self.read, self.plan = other.staging, other.key, other.read, other.plan

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove the staging file; its key goes with this object."""
        with suppress(OSError):
            self.staging.unlink(missing_ok=True)
            self.staging.with_name(f"{self.staging.name}-journal").unlink(missing_ok=True)


def look_into(
    workplace: Workplace,
    path: Path,
    plan: ImportPlan | None = None,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> protocol.ReadResult:
    """Return what a file holds and the plan the program proposes for it, without staging any row; raises Fault.

    A sheet or an encoding given is taken in place of the program's own choice.
    """
    workplace.require(Right.IMPORT)
    request = read_request(workplace, ImportSource(path), plan)
    request = replace(request, preview_only=True, sheet=sheet, encoding=encoding)
    return worker.read_file(request, secrets.token_bytes(32), cancelled=cancelled)


def stage_import(
    workplace: Workplace,
    source: ImportSource | Path,
    plan: ImportPlan | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    keep_cells: bool = True,
    kind: str = "customers",
) -> StagedImport:
    """Read a file into a staging file beside the database; the shop is not locked meanwhile.

    `keep_cells` keeps the cells as they are too, for a dry run in which they are shown and mended. `kind` is what the
    rows are taken for where there is no plan.

    Raises Fault: what is wrong with the file, or CANCELLED; no file is left behind then.
    """
    workplace.require(Right.IMPORT)
    began = time.monotonic()
    folder = workplace.store.path.parent
    staging, key = folder / f"{PREFIX}{secrets.token_hex(8)}.db", secrets.token_bytes(32)
    source = as_source(source)
    request = replace(read_request(workplace, source, plan, staging, kind), keep_cells=keep_cells)
    try:
        read = worker.read_file(request, key, progress, cancelled)
    except BaseException:
        staging.unlink(missing_ok=True)
        raise
    return StagedImport(source, staging, key, read, time.monotonic() - began)


@dataclass(frozen=True)
class PreparedImport:
    """A staged file with everything worked out that writing it needs, and what writing it will have done."""

    file: StagedImport
    prepared: Prepared
    result: ImportResult


def prepare_import(
    workplace: Workplace,
    file: StagedImport,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    dry_run: bool = False,
) -> PreparedImport:
    """Work out what a staged file changes, beside everything else that goes on; nobody waits for it.

    Ids are reserved unless it is a dry run, which writes nothing at all. Raises Fault CANCELLED.
    """
    workplace.require(Right.IMPORT)
    staging, at = (file.staging, file.key), to_stamp(workplace.now())
    if not dry_run:
        worker.make_search_texts(*staging, progress, cancelled)
    with _cancellable():
        prepared, problems = prepare(
            workplace.store, staging, wanted_by(workplace, file), at, dry_run=dry_run, told=progress, stop=cancelled
        )
    result = replace(_result(file, prepared, problems), currency=currency_of(workplace))
    return PreparedImport(file, prepared, result)


def write_import(
    workplace: Workplace,
    prepared: PreparedImport,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
) -> ImportResult:
    """Write a prepared import in one transaction, as one undo step; none where nothing changes.

    Raises OvertakenError where somebody changed meanwhile what it was worked out from, StoppedError where `stop` said
    yes before the commit; nothing has happened then. `tidy_up` should follow.
    """
    workplace.require(Right.IMPORT)
    file, result, writes = prepared.file, prepared.result, workplace.store.writes

    def finish() -> None:
        work.about(prepared.prepared.matching.only_subject, count=result.created + result.updated)
        _remember(work, file, result)
        work.seal()

    with (
        staged.attached(writes, file.staging, file.key),
        large_cache(writes),
        log_left_alone(writes),
        workplace.unit_of_work(Kind.IMPORT) as work,
    ):
        run_steps(work.connection, [*BulkImport(work, prepared.prepared).steps(), finish], progress, stop)
        return replace(result, changes=work.commit())


def tidy_up(workplace: Workplace) -> None:
    """Copy what was written into the database file, beside everything else that goes on."""
    workplace.require(Right.IMPORT)
    with workplace.store.aside() as aside:
        empty_log(aside, workplace.store.writes)


def apply_import(
    workplace: Workplace,
    file: StagedImport,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    dry_run: bool = False,
    before: Callable[[], object] | None = None,
) -> ImportResult:
    """Prepare and write a staged file in one go; see `prepare_import` and `write_import`.

    `before` runs first where anything may be written: the verified backup. A dry run writes nothing.
    """
    began = time.monotonic()
    if before is not None and not dry_run and (file.read.customers or file.read.slips):
        before()
    prepared = prepare_import(workplace, file, progress, cancelled, dry_run=dry_run)
    result = prepared.result
    if not dry_run:
        result = _write_at_last(workplace, prepared, progress, cancelled)
        tidy_up(workplace)
    return replace(result, seconds=round(file.seconds + time.monotonic() - began, 3))


def _write_at_last(
    workplace: Workplace,
    prepared: PreparedImport,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> ImportResult:
    """Write, preparing anew where somebody was faster; raise Fault DATABASE_BUSY where that does not end."""
    with _cancellable():
        for _ in range(_TRIES):
            try:
                return write_import(workplace, prepared, progress, cancelled)
            except OvertakenError:
                prepared = prepare_import(workplace, prepared.file, progress, cancelled)
    raise Fault(FaultKind.DATABASE_BUSY)


@contextmanager
def _cancellable() -> Iterator[None]:
    try:
        yield
    except StoppedError as error:
        raise Fault(FaultKind.CANCELLED) from error


def import_customers(
    workplace: Workplace,
    source: ImportSource | Path,
    plan: ImportPlan | None = None,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    before: Callable[[], object] | None = None,
    kind: str = "customers",
) -> ImportResult:
    """Read and apply a file in one go; see `stage_import` and `apply_import`."""
    with stage_import(workplace, source, plan, progress, cancelled, keep_cells=False, kind=kind) as file:
        return apply_import(workplace, file, progress, cancelled, dry_run=dry_run, before=before)


def write_bad_rows(file: StagedImport, errors: Iterable[RowError], target: Path) -> int:
    """Write the rows with errors to a copy of the user's file, with what is wrong and how to mend it; return how many.

    Raises Fault: FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    from crm_desktop.services.import_sentences import error_headings, words_by_row

    request = protocol.ErrorCopyRequest(
        str(file.source.path or file.source.name),
        str(target),
        file.plan.to_json(),
        error_headings(),
        words_by_row(errors),
        file.source.text,
        file.source.password,
    )
    return worker.copy_errors(request)


def rest_plan(file: StagedImport, result: ImportResult) -> ImportPlan | None:
    """Return the plan to import the rest by: the rows that waited, all else as before; None where none did."""
    return replace(file.plan, only_rows=result.left_over) if result.left_over else None


def wanted_by(workplace: Workplace, file: StagedImport) -> Wanted:
    """Return what the plan of a staged file says of matching and writing, as the store wants it."""
    workplace.require(Right.IMPORT)
    plan = file.plan
    policy = plan.policy
    matching = Policy(
        order=tuple(rule.value for rule in policy.order),
        create_new=policy.create_new,
        actions={one.value: policy.action(one).value for one in MatchClass},
        conflict=_conflict(plan),
        decisions={number: decision.value for number, decision in plan.decisions.items()},
        matches=plan.matches,
    )
    unnamed = _T("ImportSales", "Purchase", "what a line of a slip is called that names no goods")
    return Wanted(
        matching,
        introducer_field=heading_of(plan, Target.INTRODUCER),
        earn=plan.earn,
        unnamed_goods=unnamed if plan.kind == RowsAre.PURCHASES else None,
        openings=opening_words(workplace, file.source.name, plan) if plan.brings_balances else None,
    )


def _conflict(plan: ImportPlan) -> str:
    """Return whose value stays; which is newer can only be told by a column that says when a row was changed."""
    if plan.policy.conflict is Conflict.NEWER and plan.column(Target.CHANGED_AT) is None:
        return Conflict.FILE.value
    return plan.policy.conflict.value


def _result(file: StagedImport, prepared: Prepared, problems: Problems) -> ImportResult:
    plan, matching = file.plan, prepared.matching
    taken = [
        (number, -1, heading_of(plan, Target.CARD_NUMBER) or "", Problem.CARD_TAKEN.value, card)
        for _, number, card in matching.card_taken
    ]
    return ImportResult(
        created=matching.created,
        updated=prepared.updated,
        unchanged=len(matching.known) - prepared.updated,
        skipped=len(matching.skipped) + file.read.repeated + file.read.left_out,
        asked=len(prepared.waiting),
        left_over=prepared.waiting,
        errors=row_errors(problems + taken),
        changes=ChangeSet(None, Kind.IMPORT),
        seconds=0.0,
        new_fields=tuple(prepared.new_fields),
        unknown_introducers=tuple(prepared.unknown_introducers),
        notes=file.read.notes,
        sales=prepared.sales.counts if prepared.sales else None,
        balances=prepared.balances.totals if prepared.balances else None,
    )


def _remember(work: UnitOfWork, file: StagedImport, result: ImportResult) -> None:
    """Note the import, and where the user put the columns of such a file."""
    import_batches.remember(work, file.source.name, file.source.digest(), file.plan.to_json(), _counts(result))
    headings = headings_key(file.plan)
    if headings:
        keep_memory(work, headings, memorable(file.plan))


def heading_of(plan: ImportPlan, target: Target) -> str | None:
    """Return the heading of the first column that goes to a place."""
    column = plan.column(target)
    return column.heading if column else None


def _counts(result: ImportResult) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "skipped")
    return {name: getattr(result, name) for name in names} | {"errors": len(result.errors)}
