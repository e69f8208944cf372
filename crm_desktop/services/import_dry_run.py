"""The dry run page of the import wizard: what each row would do, page by page; cells mended and rows decided there.

Nothing is written to the shop: all of it lies in the staging file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind, StoppedError
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import worker
from crm_desktop.exchange.clean import Problem, shown
from crm_desktop.exchange.packed_cells import unpack
from crm_desktop.exchange.plan import ImportPlan, MatchBy, MatchClass, RowDecision, RowsAre, Target
from crm_desktop.exchange.table import Cell
from crm_desktop.services.dry_run_words import describe, reason, slip_summary, summary_of
from crm_desktop.services.import_customers import StagedImport, heading_of, stage_import, wanted_by
from crm_desktop.services.import_requests import row_cleaner
from crm_desktop.services.import_sentences import row_errors
from crm_desktop.services.import_views import Candidate, DryRow, Tab, TabCounts
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import dry_run as store

Known = tuple[str, str | None, str | None]


def dry_run(
    workplace: Workplace,
    staged: StagedImport,
    progress: worker.Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> TabCounts:
    """Work out what every row would do by the plan of the staged file; raises Fault CANCELLED."""
    workplace.require(Right.IMPORT)
    card = (heading_of(staged.plan, Target.CARD_NUMBER) or "", Problem.CARD_TAKEN.value)
    try:
        found = store.work_out(
            workplace.store,
            (staged.staging, staged.key),
            wanted_by(workplace, staged),
            to_stamp(workplace.now()),
            card_problem=card,
            told=progress,
            stop=cancelled,
        )
    except StoppedError as error:
        raise Fault(FaultKind.CANCELLED) from error
    counts = {Tab(tab): count for tab, count in found.counts.items()}
    return TabCounts(counts, found.created, found.sales, found.balances, currency_of(workplace))


def dry_page(
    workplace: Workplace, staged: StagedImport, tab: Tab, offset: int = 0, limit: int = 50
) -> tuple[DryRow, ...]:
    """Return some rows of a tab, in the file's order; `dry_run` must have been made."""
    workplace.require(Right.IMPORT)
    page = store.page(workplace.store, (staged.staging, staged.key), tab.value, offset, limit)
    return _rows(staged.plan, page, currency_of(workplace))


def dry_row(workplace: Workplace, staged: StagedImport, number: int) -> DryRow:
    """Return one row by its number; raises Fault NOT_FOUND."""
    workplace.require(Right.IMPORT)
    found = store.one_row(workplace.store, (staged.staging, staged.key), number)
    rows = _rows(staged.plan, found, currency_of(workplace))
    if not rows:
        raise Fault(FaultKind.NOT_FOUND, what="row", text=number)
    return rows[0]


@numbers_hidden
def candidates(workplace: Workplace, staged: StagedImport, number: int) -> tuple[Candidate, ...]:
    """Return every customer a row may be, the surest first, by every mark there is."""
    workplace.require(Right.IMPORT)
    rules = [rule.value for rule in _all_marks(staged.plan)]
    found = store.row_candidates(workplace.store, (staged.staging, staged.key), number, rules)
    return tuple(_candidate(pair.customer_id, known, pair.match_class, pair.rule) for pair, known in found)


def mend_cell(workplace: Workplace, staged: StagedImport, number: int, index: int, text: str) -> TabCounts:
    """Put another text into a cell and clean that row anew; the plan of the staged file keeps it."""
    workplace.require(Right.IMPORT)
    cells = {**staged.plan.cells, number: {**staged.plan.cells.get(number, {}), index: text}}
    plan = replace(staged.plan, cells=cells)
    if _clean_again(workplace, staged, plan, number):
        staged.use(plan)
    else:
        _stage_again(workplace, staged, plan)
    return dry_run(workplace, staged)


def decide(
    workplace: Workplace,
    staged: StagedImport,
    numbers: Iterable[int],
    decision: RowDecision | None,
    customer: int | None = None,
) -> TabCounts:
    """Say what happens to rows over the policy; `customer` is who they are; None takes the decision back."""
    workplace.require(Right.IMPORT)
    plan, wanted = staged.plan, set(numbers)
    decisions = {number: known for number, known in plan.decisions.items() if number not in wanted}
    matches = {number: known for number, known in plan.matches.items() if number not in wanted}
    if decision is not None:
        decisions |= dict.fromkeys(wanted, decision)
        matches |= dict.fromkeys(wanted, customer) if customer is not None else {}
    decided = replace(plan, decisions=decisions, matches=matches)
    if _needs_staging(workplace, staged, wanted):
        _stage_again(workplace, staged, decided)
    else:
        staged.use(decided)
    return dry_run(workplace, staged)


def _all_marks(plan: ImportPlan) -> tuple[MatchBy, ...]:
    return (*plan.policy.order, *(rule for rule in MatchBy if rule not in plan.policy.order))


def _needs_staging(workplace: Workplace, staged: StagedImport, numbers: set[int]) -> bool:
    """Tell whether rows were put together with others, or left out, as they were staged."""
    if any(staged.read.plan.decisions.get(number) for number in numbers):
        return True
    rows = (store.one_row(workplace.store, (staged.staging, staged.key), number).rows for number in numbers)
    return any(row.state for found in rows for row in found)


def _clean_again(workplace: Workplace, staged: StagedImport, plan: ImportPlan, number: int) -> bool:
    from crm_desktop.exchange.staging_edit import clean_again

    if staged.read.plan.decisions.get(number) or plan.kind == RowsAre.PURCHASES:
        return False
    return clean_again(staged.staging, staged.key, row_cleaner(workplace, plan), number)


def _stage_again(workplace: Workplace, staged: StagedImport, plan: ImportPlan) -> None:
    staged.replace_by(stage_import(workplace, staged.source, plan))


def _rows(plan: ImportPlan, page: store.Page, currency: str) -> tuple[DryRow, ...]:
    errors = row_errors(page.problems)
    return tuple(
        DryRow(
            number=row.number,
            tab=Tab(row.tab),
            name=row.name,
            cells=_cells(plan, row),
            summary=slip_summary(page.slips[row.number], currency)
            if row.number in page.slips
            else summary_of(row, decided=row.number in plan.decisions),
            match=_match(row, page.customers),
            differences=describe(page.changes.get(row.customer_id or 0, []), currency)
            if row.tab == store.UPDATE
            else (),
            errors=tuple(error for error in errors if error.row == row.number),
            decided=row.number in plan.decisions or row.number in plan.matches,
            mended=tuple(plan.cells.get(row.number, {})),
        )
        for row in page.rows
    )


def _cells(plan: ImportPlan, row: store.Seen) -> tuple[str, ...]:
    """Return a row's cells in the order of the plan's columns; those the plan makes are made."""
    from crm_desktop.exchange.made import make_cell

    mended = plan.cells.get(row.number, {})
    cells: list[Cell] = unpack(row.cells) if row.cells is not None else []
    cells = [mended.get(index, cell) for index, cell in enumerate(cells)]
    found = []
    for column in plan.columns:
        if column.index in mended:
            found.append(mended[column.index])
        elif column.made is not None:
            found.append(shown(make_cell(column.made, cells)))
        else:
            found.append(shown(cells[column.index]) if column.index < len(cells) else "")
    return tuple(found)


def _match(row: store.Seen, customers: dict[int, Known]) -> Candidate | None:
    if row.customer_id is None or row.customer_id not in customers or not row.rule or not row.match_class:
        return None
    return _candidate(row.customer_id, customers[row.customer_id], row.match_class, row.rule)


def _candidate(customer_id: int, known: Known, match_class: str, rule: str) -> Candidate:
    return Candidate(customer_id, *known, MatchClass(match_class), (reason(rule),))
