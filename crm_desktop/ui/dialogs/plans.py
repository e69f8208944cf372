"""Follow-up plans: the list at the left, the chosen one at the right; saved with its verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTreeWidgetItem, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Tag
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.plans import ON_A_DATE, Plan, PlanEvent
from crm_desktop.services.follow_up_kinds import KindShown, kinds
from crm_desktop.services.follow_up_plans import PlanShown, read_plans, remove_plan, save_plan
from crm_desktop.services.plan_reach import PlanReach, plan_reach, start_for_fitting
from crm_desktop.services.read_customers import lookups_for_editing
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.suggested_plans import suggestions, take_suggestion
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.confirm import confirm
from crm_desktop.ui.dialogs.plan_form import PlanForm
from crm_desktop.ui.dialogs.plan_words import event_text, steps_text
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

_REACH_MS = 250


@dataclass(frozen=True)
class _Offers:
    """What the form chooses from."""

    kinds: list[KindShown]
    tags: list[Tag]


class PlansDialog(Sheet):
    """Adds and changes plans, takes suggested ones over, switches them off, and starts them for whom they fit."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "plansDialog", _T("Plans", "Follow-up plans"), ems=108)
        self._frame, self._workplace = frame, workplace
        self._plans: list[PlanShown] = []
        self._tags: dict[int, str] = {}
        self._choose: str | None = None
        self._row = -1
        self._reach_timer = QTimer(self, singleShot=True, interval=_REACH_MS)
        self._reach_timer.timeout.connect(self._ask_reach)
        self.say_lead(
            _T("Plans", "A plan sets follow-ups on the days after something happened, so that nobody is forgotten.")
        )
        self.add_sides(self._left(), self._right(), (5, 6))
        self._remove = self.add_verb("planRemove", _T("Plans", "Remove"), self._remove_plan, at_left=True)
        self.add_verb("plansClose", _T("Plans", "Close"), self.reject)
        self._save = self.add_verb("planSave", _T("Plans", "Save"), self.save, "primary")
        self._frame.work.read(self._read_offers, self._show_offers, group="plans.offers")
        self._ask()

    def shown_plan(self) -> PlanShown | None:
        """Return the chosen plan; None while a new one is being made."""
        return self._plans[self._row] if 0 <= self._row < len(self._plans) else None

    def reject(self) -> None:
        """Leave; where something was typed, ask before."""
        self._unless_changed(super().reject)

    # parts

    def _left(self) -> QVBoxLayout:
        headings = [_T("Plans", "Plan"), _T("Plans", "Starts with"), _T("Plans", "Goes on for")]
        self.list = RowList(self.theme, "plansList", _T("Plans", "Plans"), headings, stretch=0, rows=9)
        self.list.currentItemChanged.connect(self._row_chosen)
        new = make_button("planNew", _T("Plans", "New plan"), self.begin_new)
        self._suggest = make_button("planSuggest", _T("Plans", "Suggested plans"), self._open_suggestions)
        self._suggest.setIcon(self.theme.icon("list-todo"))
        line = QHBoxLayout()
        line.addWidget(new, 1)
        line.addWidget(self._suggest, 1)
        column = QVBoxLayout()
        column.addLayout(line)
        column.addWidget(self.list, 1)
        return column

    def _right(self) -> QVBoxLayout:
        self.form = PlanForm(self.theme)
        self.form.changed.connect(self._form_changed)
        self.form.reach.start.clicked.connect(self._start_now)
        column = QVBoxLayout()
        column.addWidget(self.form)
        column.addStretch(1)
        return column

    # what the user does

    def begin_new(self) -> None:
        """Empty the form for a new plan."""
        self._unless_changed(self._empty)

    def save(self) -> None:
        """Keep what stands in the form."""
        plan = self.form.plan()
        self._choose = plan.name
        self._write(lambda: save_plan(self._workplace, plan))

    def _empty(self) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentItem(None)  # type: ignore[call-overload]
        self.list.blockSignals(False)
        self._row = -1
        self._show_plan()
        self.form.name.setFocus()

    def _open_suggestions(self) -> None:
        menu = named(QMenu(self), "planSuggestions")
        menu.setToolTipsVisible(True)
        known = {shown.plan.name for shown in self._plans}
        for one in suggestions():
            mark = " ✓" if one.plan.name in known else ""
            action = menu.addAction(f"{one.plan.name.replace('&', '&&')}{mark}", partial(self._take, one.key))
            action.setObjectName(f"planSuggestion.{one.key}")
            action.setToolTip(f"{steps_text(one.plan.steps, one.plan.event)}")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._suggest.mapToGlobal(self._suggest.rect().bottomLeft()))

    def _take(self, key: str) -> None:
        def take() -> None:
            self._choose = next(one.plan.name for one in suggestions() if one.key == key)
            self._write(lambda: take_suggestion(self._workplace, key))

        self._unless_changed(take)

    def _remove_plan(self) -> None:
        shown = self.shown_plan()
        if shown is not None and shown.plan.id is not None:
            plan_id = shown.plan.id
            self._write(lambda: remove_plan(self._workplace, plan_id))

    def _start_now(self) -> None:
        shown = self.shown_plan()
        if shown is not None and shown.plan.id is not None:
            plan_id = shown.plan.id
            self._write(lambda: start_for_fitting(self._workplace, plan_id))

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.say_fault("")
        self.form.clear_problems()
        self._frame.work.write(job, self._changed, self._refused)

    def _changed(self, _changes: ChangeSet) -> None:
        self.form.take_as_kept()
        self._frame.work.read(self._read_offers, self._show_offers, group="plans.offers")
        self._ask()

    def _refused(self, fault: Fault) -> None:
        self._choose = None
        if not self.form.refuse(fault):
            self.say_fault(sentence_for(fault))

    def _row_chosen(self, _item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        row = self.list.current_row()
        if not self.form.is_changed():
            self._go_to(row)
            return
        self._select(self._row)
        self._unless_changed(lambda: self._go_to(row))

    def _go_to(self, row: int) -> None:
        self._row = row
        self._select(row)
        self._show_plan()

    def _select(self, row: int) -> None:
        self.list.blockSignals(True)
        item = self.list.topLevelItem(row) if row >= 0 else None
        self.list.setCurrentItem(item)  # type: ignore[arg-type]
        self.list.blockSignals(False)

    def _unless_changed(self, go_on: Callable[[], object]) -> None:
        if not self.form.is_changed():
            go_on()
            return

        def leave() -> None:
            self.form.take_as_kept()
            go_on()

        confirm(self, _T("Plans", "Leave this plan without saving it?"), _T("Plans", "Leave"), leave)

    # what is shown

    def _read_offers(self) -> _Offers:
        tags = [tag for tag, _count in lookups_for_editing(self._workplace).tags]
        return _Offers(kinds(self._workplace), tags)

    def _show_offers(self, offers: _Offers) -> None:
        self._tags = {tag.id: tag.name for tag in offers.tags}
        changed = self.form.is_changed()
        self.form.show_kinds(KindLooks(offers.kinds))
        self.form.show_tags(offers.tags)
        self._fill_list()
        if not changed:
            self._show_plan()

    def _ask(self) -> None:
        self._frame.work.read(lambda: read_plans(self._workplace), self._show, group="plans.rows")

    def _show(self, plans: list[PlanShown]) -> None:
        self._plans = plans
        names = [shown.plan.name for shown in plans]
        if self._choose in names:
            self._row = names.index(self._choose)
        elif plans:
            self._row = min(max(self._row, 0), len(plans) - 1)
        self._choose = None
        self._fill_list()
        self._show_plan()

    def _fill_list(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for shown in self._plans:
            plan = shown.plan
            state = f"{shown.running:,}" if plan.active or shown.running else _T("Plans", "off")
            self.list.add_row([plan.name, event_text(plan, self._tags), state], faint=not plan.active)
        self.list.blockSignals(False)
        self._select(self._row if self._row < len(self._plans) else -1)

    def _show_plan(self) -> None:
        shown = self.shown_plan()
        self.form.show_plan(shown.plan if shown else None)
        self._form_changed()
        self.fit()

    def _form_changed(self) -> None:
        shown, changed = self.shown_plan(), self.form.is_changed()
        self._save.setText(_T("Plans", "Save") if shown else _T("Plans", "Add plan"))
        self._save.setEnabled(changed and bool(self.form.name.text().strip()))
        self._remove.setVisible(shown is not None and not shown.started)
        self._reach_timer.start()

    def _ask_reach(self) -> None:
        plan, place = self.form.plan(), self._workplace
        self._frame.work.read(lambda: plan_reach(place, plan), self._show_reach, group="plans.reach", patient=True)

    def _show_reach(self, reach: PlanReach) -> None:
        plan, kept = self.form.plan(), not self.form.is_changed() and self.shown_plan() is not None
        start = _T("Plans", "Start it now for %n customer(s)", n=reach.count) if reach.startable and kept else ""
        self.form.say_reach(_reach_text(plan, reach), start)


def _reach_text(plan: Plan, reach: PlanReach) -> str:
    if plan.event is PlanEvent.BY_HAND:
        return ""
    if plan.event in ON_A_DATE:
        return _T("Plans", "%n customer(s) have such a date.", n=reach.count)
    if plan.event is PlanEvent.FIRST_PURCHASE:
        return _T(
            "Plans",
            "It starts for whoever buys for the first time. %n customer(s) did in the last 30 days.",
            n=reach.count,
        )
    if plan.event is PlanEvent.NEW_CUSTOMER:
        return _T(
            "Plans", "It starts for whoever comes from now on. %n customer(s) came in the last 30 days.", n=reach.count
        )
    return _T(
        "Plans",
        "It starts for those it comes to from now on. Starting it now would concern %n customer(s).",
        n=reach.count,
    )


def show_plans(parent: QWidget, frame: Frame, workplace: Workplace) -> PlansDialog:
    """Open the follow-up plans."""
    dialog = PlansDialog(parent, frame, workplace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
