"""Start a plan by hand, for one customer or for many: which, counted from which day, and what that comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.plans import ON_A_DATE, Plan
from crm_desktop.domain.query import Selection
from crm_desktop.services.follow_up_kinds import KindShown, kinds
from crm_desktop.services.follow_up_plans import read_plans, start_plan
from crm_desktop.services.read_customers import count_selected
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.plan_line import PlanLine
from crm_desktop.ui.dialogs.sheet import Sheet, make_button, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.kind_look import KindLooks, day_text
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

MOST_LINES = 8
"""So many steps are listed; a plan of more says how many follow."""


@dataclass(frozen=True)
class _Offers:
    """What there is to choose from, and for how many."""

    plans: list[Plan]
    kinds: list[KindShown]
    count: int
    today: date


class StartPlanDialog(Sheet):
    """Closes once the plan is started; the frame says so and offers to take it back."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace, whom: Selection) -> None:
        super().__init__(parent, frame.theme, "startPlan", _T("StartPlan", "Start a follow-up plan"), ems=56)
        self._frame, self._workplace, self._whom = frame, workplace, whom
        self._plans: list[Plan] = []
        self._looks, self._count, self._today = KindLooks(), 0, date(2000, 1, 1)
        self.plan = named(QComboBox(), "startPlan.plan", _T("StartPlan", "Plan"))
        self.day = DayField(frame.theme, "startPlan.day", _T("StartPlan", "Counts from"))
        self.line = PlanLine(frame.theme, "startPlan.line")
        self.steps = text_label("", "startPlan.steps", "muted")
        self._form = FormGrid("startPlan.form")
        self._form.add(_T("StartPlan", "Plan"), self.plan)
        self._form.add(_T("StartPlan", "Counts from"), self.day)
        self._none = text_label(
            _T("StartPlan", "No plan is switched on yet. Make one, or take a suggested one over."), "startPlan.none"
        )
        self._make = make_button("startPlan.make", _T("StartPlan", "Follow-up plans …"), self._open_plans)
        for widget in (self._form, self.line, self.steps, self._none):
            self.body.addWidget(widget)
        self.body.addWidget(self._make, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.add_verb("startPlan.cancel", _T("StartPlan", "Cancel"), self.reject)
        self._go = self.add_verb("startPlan.go", _T("StartPlan", "Start"), self.start, "primary")
        self.plan.currentIndexChanged.connect(self._show_plan)
        self.day.dateChanged.connect(self._show_plan)
        self._show([])
        frame.work.read(self._read, self._take, group="startPlan")

    def start(self) -> None:
        """Start the chosen plan."""
        plan, place, whom, day = self._chosen(), self._workplace, self._whom, self.day.day()
        if plan is None or plan.id is None:
            return
        plan_id = plan.id
        self.say_fault("")
        self._go.setEnabled(False)
        self._frame.work.write(lambda: start_plan(place, plan_id, whom, day), self._started, self._refused)

    # inside

    def _read(self) -> _Offers:
        place = self._workplace
        plans = [shown.plan for shown in read_plans(place) if shown.plan.active]
        today = shop_clock(place).day_of(place.now())
        return _Offers(plans, kinds(place), count_selected(place, self._whom), today)

    def _take(self, offers: _Offers) -> None:
        self._looks, self._count, self._today = KindLooks(offers.kinds), offers.count, offers.today
        self.day.set_day(offers.today)
        self._show(offers.plans)
        self.plan.setFocus()

    def _show(self, plans: list[Plan]) -> None:
        self._plans = plans
        self.plan.blockSignals(True)
        self.plan.clear()
        for plan in plans:
            self.plan.addItem(plan.name, plan.id)
        self.plan.blockSignals(False)
        known = bool(plans) or self._count == 0
        self._none.setVisible(not known)
        self._make.setVisible(not known)
        self._form.setVisible(known)
        self._go.setText(_T("StartPlan", "Start for %n customer(s)", n=self._count))
        self._go.setEnabled(bool(plans) and self._count > 0)
        self._show_plan()
        self.fit()

    def _chosen(self) -> Plan | None:
        return next((plan for plan in self._plans if plan.id == self.plan.currentData()), None)

    def _show_plan(self) -> None:
        plan = self._chosen()
        self.line.show_steps(plan.steps if plan else (), plan.event if plan else Plan("", ()).event, self._looks)
        self.steps.setText(self._steps_text(plan) if plan else "")
        self.fit()

    def _steps_text(self, plan: Plan) -> str:
        start = self.day.day()
        ordered = sorted(plan.steps, key=lambda step: step.delay_days)
        lines = [
            _T("StartPlan", "{day}: {title}").format(
                day=day_text(max(start, start + timedelta(days=step.delay_days)), self._today), title=step.title
            )
            for step in ordered[:MOST_LINES]
        ]
        if len(ordered) > MOST_LINES:
            lines.append(_T("StartPlan", "and %n more", n=len(ordered) - MOST_LINES))
        if plan.event in ON_A_DATE:
            lines.append(_T("StartPlan", "The day above counts as the date itself."))
        return "\n".join(lines)

    def _started(self, changes: ChangeSet) -> None:
        if changes.changed:
            self.accept()
        else:
            self._go.setEnabled(True)
            self.say_fault(_T("StartPlan", "This plan already goes on for whoever is chosen: nothing was started."))

    def _refused(self, fault: Fault) -> None:
        self._go.setEnabled(True)
        self.say_fault(sentence_for(fault))

    def _open_plans(self) -> None:
        self.reject()
        self._frame.verbs.run("plans")


def show_start_plan(parent: QWidget, frame: Frame, workplace: Workplace, whom: Selection) -> StartPlanDialog:
    """Ask which plan to start for these customers."""
    dialog = StartPlanDialog(parent, frame, workplace, whom)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
