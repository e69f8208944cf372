"""The fifth page: how rows find the customers the shop has, and what happens then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import Conflict, MatchBy, OnMatch, Repeats, RowsAre, Target
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.importing.engine import Engine
from crm_desktop.ui.pages.importing.match_words import (
    conflict_words,
    example_sentence,
    match_words,
    repeat_words,
    sales_sentence,
)
from crm_desktop.ui.pages.importing.rules_list import RulesList
from crm_desktop.ui.pages.importing.state import Draft, Step
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named


class MatchStep(StepPage):
    """Rules at the left, answers at the right, an example under both."""

    def __init__(self, frame: Frame, engine: Engine) -> None:
        super().__init__(frame, Step.MATCH, _T("Wizard", "Customers you have already"))
        self._engine = engine
        self.rules = RulesList(self.theme)
        self.example = text_label("", "wizard.match.example")
        self.combos: dict[str, QComboBox] = {}
        scrolled = ScrolledColumn("wizard.match.scroll", 12)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._rules_card(), 4)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._answers_card())
        self.openings = self._openings_card()
        right.addWidget(self.openings)
        right.addWidget(self._example_card())
        right.addStretch(1)
        sides.addLayout(right, 6)
        scrolled.column.addLayout(sides)
        scrolled.column.addStretch(1)
        self.body.addWidget(scrolled, 1)
        self.rules.ordered.connect(self._order)

    def show_draft(self, draft: Draft) -> None:
        """Show the policy of a draft."""
        super().show_draft(draft)
        policy, plan = draft.plan.policy, draft.plan
        rules = self._engine.match_rules(plan)
        self.rules.show_rules(rules, policy.order)
        for key, combo in self.combos.items():
            combo.setCurrentIndex(combo.findData(getattr(policy, key).value))
        newer = plan.column(Target.CHANGED_AT) is not None or policy.conflict is Conflict.NEWER
        self._offer_newer(newer)
        self.create_new.setChecked(policy.create_new)
        self._show_for(draft)
        self._say(draft)

    def focus_first(self) -> None:
        """Put the keyboard on the rules."""
        self.rules.setFocus()

    def summary(self) -> str:
        """Return in a few words what happens to known customers."""
        if self.draft is None or Step.MATCH not in self.draft.visited:
            return ""
        of_sales = self.draft.plan.kind == RowsAre.PURCHASES
        return "" if of_sales else self.combos["on_match"].currentText()

    def _rules_card(self) -> QWidget:
        card = CardPanel(_T("Wizard", "How a row finds its customer"), "wizard.match.rules")
        hint = _T("Wizard", "The first rule that fits decides. Drag to reorder, or press Alt+Up and Alt+Down.")
        card.body.addWidget(text_label(hint, "wizard.match.hint", "muted"))
        card.body.addWidget(self.rules, 1)
        row = QHBoxLayout()
        row.addWidget(make_button("wizard.rules.up", _T("Wizard", "&Up"), lambda: self.rules.move(-1)))
        row.addWidget(make_button("wizard.rules.down", _T("Wizard", "&Down"), lambda: self.rules.move(1)))
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _answers_card(self) -> QWidget:
        card = CardPanel(_T("Wizard", "What happens then"), "wizard.match.answers")
        form = self.form = FormGrid("wizard.match.form")
        rows: Sequence[tuple[str, str, Sequence[tuple[StrEnum, str]]]] = (
            ("on_match", _T("Wizard", "Surely the same"), match_words()),
            ("on_probable", _T("Wizard", "Very likely the same"), match_words()),
            ("on_possible", _T("Wizard", "Perhaps the same"), match_words()),
            ("conflict", _T("Wizard", "Where both have a value"), conflict_words()),
            ("repeats", _T("Wizard", "Twice in the file"), repeat_words()),
        )
        for key, label, words in rows:
            combo = named(QComboBox(), f"wizard.match.{key}")
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
            for value, text in words:
                combo.addItem(text, value.value)
            combo.activated.connect(self._answer)
            form.add(label, combo)
            self.combos[key] = combo
        self.create_new = named(QCheckBox(_T("Wizard", "Add those who are not yet customers")), "wizard.match.new")
        self.create_new.clicked.connect(self._answer)
        form.add_wide(self.create_new)
        self.earn = named(QCheckBox(_T("Wizard", "Let these sales earn points")), "wizard.match.earn")
        self.earn.clicked.connect(self._let_earn)
        hint = _T("Wizard", "By the rules of today, and not for customers with an opening balance of points.")
        self.earn_hint = text_label(hint, "wizard.match.earn.hint", "muted")
        self.earn_hint.setContentsMargins(30, 0, 0, 0)
        form.add_wide(self.earn)
        form.add_wide(self.earn_hint)
        card.body.addWidget(form)
        return card

    def _show_for(self, draft: Draft) -> None:
        """Ask only what makes a difference: a file of sales leaves customers as they are."""
        plan = draft.plan
        of_sales = plan.kind == RowsAre.PURCHASES
        for key in ("on_match", "conflict", "repeats"):
            self.form.set_shown(self.combos[key], not of_sales)
        for widget in (self.earn, self.earn_hint):
            widget.setVisible(of_sales)
        self.earn.setChecked(plan.earn)
        self.openings.setVisible(plan.brings_balances)
        if plan.brings_balances:
            self.as_of.set_day(date.fromisoformat(plan.as_of) if plan.as_of else draft.look.today)
            self.reason.setText(plan.reason)

    def _openings_card(self) -> CardPanel:
        card = CardPanel(_T("Wizard", "Opening balances"), "wizard.match.openings")
        hint = _T(
            "Wizard",
            "Points, stored value, visits and tiers of the file become opening entries, one for each account. Who has "
            "had one keeps it: the same file again changes nothing.",
        )
        card.body.addWidget(text_label(hint, "wizard.match.openings.hint", "muted"))
        form = FormGrid("wizard.match.openings.form")
        self.as_of = DayField(self.theme, "wizard.match.asOf", _T("Wizard", "Balances of"))
        self.reason = named(QLineEdit(), "wizard.match.reason")
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(_T("Wizard", "Opening balance from the file"))
        form.add(_T("Wizard", "Balances of"), self.as_of)
        form.add(_T("Wizard", "Reason in the ledger"), self.reason)
        self.as_of.dateChanged.connect(self._open_with)
        self.reason.editingFinished.connect(self._open_with)
        card.body.addWidget(form)
        return card

    def _let_earn(self) -> None:
        if self.draft is not None:
            self.change(self.draft.with_plan(replace(self.draft.plan, earn=self.earn.isChecked())))

    def _open_with(self) -> None:
        draft = self.draft
        if draft is not None and draft.plan.brings_balances:
            as_of, reason = self.as_of.day().isoformat(), self.reason.text().strip()
            changed = replace(draft.plan, as_of=as_of, reason=reason)
            if changed != draft.plan:
                self.change(draft.with_plan(changed))

    def _example_card(self) -> QWidget:
        card = CardPanel(_T("Wizard", "What this means"), "wizard.match.exampleCard")
        card.body.addWidget(self.example)
        return card

    def _offer_newer(self, able: bool) -> None:
        combo = self.combos["conflict"]
        row = combo.findData(Conflict.NEWER.value)
        if able and row < 0:
            words = dict(conflict_words())
            combo.addItem(words[Conflict.NEWER], Conflict.NEWER.value)
        elif not able and row >= 0:
            combo.removeItem(row)

    def _order(self, order: tuple[MatchBy, ...]) -> None:
        self._use(order=order)

    def _answer(self) -> None:
        kinds = {"on_match": OnMatch, "on_probable": OnMatch, "on_possible": OnMatch}
        kinds_too: dict[str, Any] = {**kinds, "conflict": Conflict, "repeats": Repeats}
        values = {key: kinds_too[key](combo.currentData()) for key, combo in self.combos.items()}
        self._use(**values, create_new=self.create_new.isChecked())

    def _use(self, **values: Any) -> None:
        draft = self.draft
        if draft is None:
            return
        policy = replace(draft.plan.policy, **values)
        if policy != draft.plan.policy:
            changed = draft.with_plan(replace(draft.plan, policy=policy))
            self.change(changed)
            self._say(changed)

    def _say(self, draft: Draft) -> None:
        policy = draft.plan.policy
        views = {view.rule: view for view in self._engine.match_rules(draft.plan)}
        usable = [views[rule].title for rule in policy.order if rule in views and views[rule].usable]
        if not usable and draft.plan.kind == RowsAre.PURCHASES:
            self.example.setText(_T("Wizard", "No ticked rule fits this file, so its sales belong to nobody you know."))
            return
        if not usable:
            self.example.setText(
                _T("Wizard", "No ticked rule fits this file, so every row comes in as a new customer.")
            )
            return
        of_sales = draft.plan.kind == RowsAre.PURCHASES
        said = sales_sentence(policy, usable[0]) if of_sales else example_sentence(policy, usable[0])
        self.example.setText(said)
