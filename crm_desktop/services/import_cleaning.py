"""The clean page of the import wizard: what would change in each column, how often, and what cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.domain.customer import Gender, Status
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import worker
from crm_desktop.exchange.clean import Problem
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, Rule, Target
from crm_desktop.exchange.report_counts import ColumnCount
from crm_desktop.services.import_requests import read_request
from crm_desktop.services.import_sentences import problem_words
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import ColumnReport, Example, ProblemReport, RuleReport, ValueView
from crm_desktop.services.import_words import rule_words
from crm_desktop.services.words import gender_words, status_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.custom_values import all_fields

Choices = tuple[tuple[str, str], ...]


def clean_report(
    workplace: Workplace,
    source: ImportSource,
    plan: ImportPlan,
    progress: worker.Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[ColumnReport, ...]:
    """Return what cleaning does to each column that has a place, over every row; raises Fault."""
    workplace.require(Right.IMPORT)
    counted = worker.report_cleaning(read_request(workplace, source, plan), progress, cancelled)
    with workplace.store.read() as connection:
        fields = all_fields(connection)
    return tuple(_column(plan.at(column.index), column, fields) for column in counted.columns)


def _column(column: ColumnPlan, counted: ColumnCount, fields: Sequence[CustomField]) -> ColumnReport:
    choices = _choices(column, fields)
    titles = dict(choices)
    return ColumnReport(
        index=column.index,
        heading=column.heading,
        target=column.target,
        label=column.label,
        filled=counted.filled,
        blank=counted.blank,
        rules=_rules(counted, titles),
        problems=_problems(counted),
        values=tuple(
            ValueView(text, count, titles.get(becomes, becomes), problem, text in column.values)
            for text, count, becomes, problem in counted.values
        ),
        distinct=counted.distinct,
        choices=choices,
    )


def _rules(counted: ColumnCount, titles: dict[str, str]) -> tuple[RuleReport, ...]:
    words = rule_words()
    return tuple(
        RuleReport(
            rule,
            words[rule],
            found.count,
            tuple(Example(row, before, titles.get(after, after)) for row, before, after in found.examples),
            found.on,
            found.can_switch,
        )
        for rule in Rule
        if (found := counted.rules.get(rule.value))
    )


def _problems(counted: ColumnCount) -> tuple[ProblemReport, ...]:
    reports = []
    for name, found in sorted(counted.problems.items(), key=lambda item: -item[1].count):
        wrong, mend = problem_words(Problem(name), found.examples[0][1])
        examples = tuple(Example(row, text, "") for row, text in found.examples)
        reports.append(ProblemReport(name, wrong, mend, found.count, examples))
    return tuple(reports)


def _choices(column: ColumnPlan, fields: Sequence[CustomField]) -> Choices:
    if column.target is Target.GENDER:
        return tuple((gender.value, gender_words()[gender]) for gender in Gender)
    if column.target is Target.STATUS:
        return tuple((status.value, status_words()[status]) for status in Status)
    if column.target is Target.CUSTOM:
        name = (column.label or column.heading).casefold()
        known = next((field for field in fields if field.name.casefold() == name), None)
        return tuple((choice, choice) for choice in known.choices) if known else ()
    return ()
