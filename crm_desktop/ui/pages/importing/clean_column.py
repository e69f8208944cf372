"""What cleaning does to one column: rules with their counts and examples, what cannot be taken, the values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.dates import DateOrder
from crm_desktop.exchange.plan import ColumnPlan, Rule
from crm_desktop.services.import_views import ColumnReport, Example, ProblemReport, RuleReport
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.importing.values_table import ValuesTable
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

EXAMPLES = 3


class CleanColumn(ScrolledColumn):
    """Emits what the user wants otherwise."""

    switched = Signal(object, bool)
    """A Rule, and whether it is to hold."""
    mapped = Signal(str, object)
    ordered = Signal(object)
    """A DateOrder."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("wizard.clean.column", 12, 0)
        self._theme = theme
        self.values = ValuesTable(theme)
        self.values.mapped.connect(self.mapped)
        self._cards: list[QWidget] = []
        self._values_card = CardPanel(_T("Wizard", "Its values"), "wizard.clean.values")
        self._values_hint = text_label("", "wizard.clean.valuesHint", "muted")
        self._values_card.body.addWidget(self._values_hint)
        self._values_card.body.addWidget(self.values)
        self.column.addWidget(self._values_card)
        self.column.addStretch(1)

    def show_column(self, report: ColumnReport, column: ColumnPlan) -> None:
        """Show one column."""
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._tidy_card(report)]
        if is_two_ways(report, column):
            self._cards.append(self._order_card(column))
        if report.problems:
            self._cards.append(self._problem_card(report.problems))
        for place, card in enumerate(self._cards):
            self.column.insertWidget(place, card)
        self._values_card.setVisible(bool(report.values))
        self._values_hint.setText(_values_sentence(report))
        self.values.show_report(report)

    def _tidy_card(self, report: ColumnReport) -> QWidget:
        card = CardPanel(_T("Wizard", "What is tidied"), "wizard.clean.rules")
        shown = [rule for rule in report.rules if rule.count or rule.can_switch]
        if not shown:
            card.body.addWidget(
                text_label(_T("Wizard", "Nothing has to be tidied here."), "wizard.clean.nothing", "muted")
            )
        for rule in shown:
            card.body.addLayout(self._rule_row(rule))
        return card

    def _rule_row(self, rule: RuleReport) -> QVBoxLayout:
        count = _T("Wizard", "%n value(s)", None, rule.count) if rule.count else _T("Wizard", "none")
        row = QHBoxLayout()
        if rule.can_switch:
            box = named(QCheckBox(rule.title), f"wizard.rule.{rule.rule}")
            box.setChecked(rule.on)
            box.setAccessibleDescription(count)
            box.clicked.connect(lambda on, which=rule.rule: self.switched.emit(Rule(which), bool(on)))
            row.addWidget(box)
        else:
            row.addWidget(self._tick())
            row.addWidget(text_label(rule.title, f"wizard.rule.{rule.rule}.title"), 1)
        row.addStretch(1)
        row.addWidget(named(QLabel(count), f"wizard.rule.{rule.rule}.count", role="muted"))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(row)
        for example in rule.examples[:EXAMPLES] if rule.count else ():
            column.addWidget(_example(example, f"wizard.rule.{rule.rule}.example", indent=30))
        return column

    def _tick(self) -> Sign:
        tick = Sign(self._theme, "check", "success", 0.9)
        tick.setContentsMargins(5, 0, 3, 0)
        return tick

    def _order_card(self, column: ColumnPlan) -> QWidget:
        card = CardPanel(_T("Wizard", "How the days are written"), "wizard.clean.order")
        said = _T("Wizard", "03/04/2024 can be two days. Which one is meant in this column?")
        card.body.addWidget(text_label(said, "wizard.clean.orderText", "muted"))
        group = QButtonGroup(card)
        for order, text in order_words():
            button = named(QRadioButton(text), f"wizard.order.{order.value}")
            button.setChecked(column.date_order is order)
            button.clicked.connect(lambda _on=False, chosen=order: self.ordered.emit(chosen))
            group.addButton(button)
            card.body.addWidget(button)
        return card

    def _problem_card(self, problems: Sequence[ProblemReport]) -> QWidget:
        card = CardPanel(_T("Wizard", "What cannot be taken"), "wizard.clean.problems")
        for problem in problems:
            row = QHBoxLayout()
            row.addWidget(text_label(problem.title, f"wizard.problem.{problem.kind}", "danger"), 1)
            count = _T("Wizard", "%n value(s)", None, problem.count)
            row.addWidget(named(QLabel(count), f"wizard.problem.{problem.kind}.count", role="muted"))
            card.body.addLayout(row)
            for example in problem.examples[:EXAMPLES]:
                card.body.addWidget(_example(example, f"wizard.problem.{problem.kind}.example", indent=12))
            card.body.addWidget(text_label(problem.fix, f"wizard.problem.{problem.kind}.fix", "muted"))
        return card


def is_two_ways(report: ColumnReport, column: ColumnPlan) -> bool:
    """Say whether days of the column can be read two ways, or the user said already which one holds."""
    return column.date_order is not None or any(problem.kind == "two_readings" for problem in report.problems)


def order_words() -> Sequence[tuple[DateOrder, str]]:
    """Return the two ways to read such a day, with an example."""
    return (
        (DateOrder.DAY_FIRST, _T("Wizard", "Day first: 03/04/2024 is 3 April")),
        (DateOrder.MONTH_FIRST, _T("Wizard", "Month first: 03/04/2024 is 4 March")),
    )


def _example(example: Example, name: str, indent: int) -> ElidedLabel:
    before, after = _visible(example.before), _visible(example.after)
    row = QLocale().toString(example.row)
    text = _T("Wizard", "row {row}: {before} → {after}") if example.after else _T("Wizard", "row {row}: {before}")
    label = named(ElidedLabel(text.format(row=row, before=before, after=after)), name, role="muted")
    label.setContentsMargins(indent, 0, 0, 0)
    return label


def _visible(text: str) -> str:
    """Return a text in which spaces and line ends can be seen."""
    shown = text.replace("\r", "").replace("\n", "↵").replace("\t", "⇥").replace("\u3000", "□")
    edge_left, edge_right = len(shown) - len(shown.lstrip(" ")), len(shown) - len(shown.rstrip(" "))
    inner = shown.strip(" ")
    return "␣" * edge_left + inner + "␣" * edge_right if inner else shown


def _values_sentence(report: ColumnReport) -> str:
    more = report.distinct - len(report.values)
    said = _T("Wizard", "Double-click or F2 changes what a value becomes; Delete leaves it out.")
    return f"{said} {_T('Wizard', '%n more (is|are) not shown.', None, more)}" if more > 0 else said
