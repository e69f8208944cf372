"""The fifth page: how rows find the customers the shop has, and what happens then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import Conflict, MatchBy, OnMatch, Repeats, Target
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.importing.engine import Engine
from crm_desktop.ui.pages.importing.match_words import conflict_words, example_sentence, match_words, repeat_words
from crm_desktop.ui.pages.importing.rules_list import RulesList
from crm_desktop.ui.pages.importing.state import Draft, Step
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.widgets.card_panel import CardPanel
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
        self._say(draft)

    def focus_first(self) -> None:
        """Put the keyboard on the rules."""
        self.rules.setFocus()

    def summary(self) -> str:
        """Return in a few words what happens to known customers."""
        looked_at = self.draft is not None and Step.MATCH in self.draft.visited
        return self.combos["on_match"].currentText() if looked_at else ""

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
        form = FormGrid("wizard.match.form")
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
        card.body.addWidget(form)
        return card

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
        if not usable:
            self.example.setText(
                _T("Wizard", "No ticked rule fits this file, so every row comes in as a new customer.")
            )
            return
        self.example.setText(example_sentence(policy, usable[0]))
