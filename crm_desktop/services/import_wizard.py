"""What the import wizard asks for before anything is staged: the file's insides, and what cleaning changes."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.exchange.made import make_cell
from crm_desktop.exchange.plan import ImportPlan, MatchBy, RowsAre, Target
from crm_desktop.services.import_history import entries_of_file
from crm_desktop.services.import_requests import read_request
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import FileLook, MatchRuleView, PreviewRow, SheetView
from crm_desktop.services.import_words import match_words
from crm_desktop.services.read_follow_up import shop_today
from crm_desktop.services.workplace import Workplace

_FEWEST_HEADINGS = 2
_SAMPLES = 12
_NAMES = frozenset({Target.NAME, Target.FAMILY_NAME, Target.GIVEN_NAME, Target.NICKNAME})
_MARKS = {
    MatchBy.PUBLIC_ID: frozenset({Target.PUBLIC_ID}),
    MatchBy.FILE_NUMBER: frozenset({Target.FILE_NUMBER, Target.PUBLIC_ID}),
    MatchBy.CARD_NUMBER: frozenset({Target.CARD_NUMBER}),
    MatchBy.PHONE: frozenset({Target.PHONE}),
    MatchBy.EMAIL: frozenset({Target.EMAIL}),
    MatchBy.NAME_BIRTHDAY: frozenset({Target.BIRTHDAY, Target.LUNAR_BIRTHDAY}),
    MatchBy.NAME: _NAMES,
    MatchBy.SIMILAR: _NAMES,
}


@dataclass(frozen=True)
class FileChoices:
    """What the user says about a file over the program's own choice; None leaves it to the program."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    heading_row: int | None = None
    """0 where the file has none."""
    heading_rows: int | None = None
    kind: str | None = None
    """What the rows are, a value of `RowsAre`."""


_OWN_CHOICE = FileChoices()


def look(
    workplace: Workplace,
    source: ImportSource,
    choices: FileChoices = _OWN_CHOICE,
    *,
    kind: str = RowsAre.CUSTOMERS,
    force: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> FileLook:
    """Return what a file holds and the plan the program proposes for it; `force` also where no column is known.

    Without a kind the headings say whether its rows are customers or sales.

    Raises Fault: what is wrong with the file (FILE_ENCRYPTED, PASSWORD_WRONG, ENCODING_UNKNOWN, NO_HEADINGS …).
    """
    workplace.require(Right.IMPORT)
    request = replace(
        read_request(workplace, source, None, kind=choices.kind or kind),
        preview_only=True,
        sheet=choices.sheet,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
        heading_row=choices.heading_row,
        heading_rows=choices.heading_rows,
        force=force,
    )
    read = worker.read_file(request, secrets.token_bytes(32), cancelled=cancelled)
    return _as_look(workplace, source, read)


def _as_look(workplace: Workplace, source: ImportSource, read: protocol.ReadResult) -> FileLook:
    plan = _with_birthdays(read.plan)
    preview = zip(read.preview_numbers, read.preview, strict=True)
    return FileLook(
        name=source.name,
        kind=read.kind,
        plan=plan,
        sheets=tuple(_as_sheet(sheet) for sheet in read.sheets),
        rows=read.data_rows,
        preview=tuple(PreviewRow(number, cells) for number, cells in preview),
        encoding=plan.encoding,
        delimiter=plan.delimiter,
        heading_row=plan.heading_row,
        notes=read.notes,
        remembered=read.remembered,
        sample_rows=read.sample_rows,
        seen=entries_of_file(workplace, source.digest()),
        today=shop_today(workplace),
    )


def _with_birthdays(plan: ImportPlan) -> ImportPlan:
    """Look for the same name and birthday too: here somebody sees each row that waits."""
    order, mark = plan.policy.order, MatchBy.NAME_BIRTHDAY
    if mark in order or not _is_usable(mark, {column.target for column in plan.columns}):
        return plan
    place = order.index(MatchBy.NAME) if MatchBy.NAME in order else len(order)
    return replace(plan, policy=replace(plan.policy, order=(*order[:place], mark, *order[place:])))


def _as_sheet(sheet: dict[str, object]) -> SheetView:
    score, rows = float(str(sheet["score"])), int(str(sheet["rows"]))
    data = score >= _FEWEST_HEADINGS and rows > 1
    return SheetView(str(sheet["name"]), rows, int(str(sheet["columns"])), bool(sheet["hidden"]), data)


def samples(look: FileLook, plan: ImportPlan) -> dict[int, tuple[str, ...]]:
    """Return the first different values of each column, those the plan makes included."""
    last = -1 if plan.heading_row is None else plan.heading_row + plan.heading_rows - 1
    rows = [row.cells for row in look.preview if row.number > last]
    return {column.index: _samples_of(plan, column.index, rows) for column in plan.columns}


def _samples_of(plan: ImportPlan, index: int, rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    made = plan.at(index).made
    if made is None:
        texts = [cells[index].strip() for cells in rows if index < len(cells)]
    else:
        texts = [str(make_cell(made, cells)).strip() for cells in rows]
    return tuple(dict.fromkeys(text for text in texts if text))[:_SAMPLES]


def match_rules(plan: ImportPlan) -> tuple[MatchRuleView, ...]:
    """Return the marks rows find customers by: those of the plan in their order, then the others."""
    titles, targets = match_words(), {column.target for column in plan.columns}
    order = (*plan.policy.order, *(rule for rule in MatchBy if rule not in plan.policy.order))
    return tuple(MatchRuleView(rule, titles[rule], _is_usable(rule, targets)) for rule in order)


def _is_usable(rule: MatchBy, targets: set[Target]) -> bool:
    named = rule is not MatchBy.NAME_BIRTHDAY or bool(_NAMES & targets)
    return named and bool(_MARKS[rule] & targets)
