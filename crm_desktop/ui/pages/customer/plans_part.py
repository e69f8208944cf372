"""The plans that go on for a customer: how many steps are left, when the next is, and the button that stops one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.plans import PlanRun
from crm_desktop.domain.query import Selection
from crm_desktop.services.follow_up_plans import plans_of, read_plans, stop_plan
from crm_desktop.services.read_follow_up import shop_today
from crm_desktop.ui.pages.calendar.kind_look import due_text
from crm_desktop.ui.pages.customer.bindings import RowList
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named

_OnStop = Callable[[PlanRun], object]


@dataclass(frozen=True)
class _Answer:
    runs: list[PlanRun]
    offered: bool
    today: date


class PlansPart(QWidget):
    """A line for each plan that goes on, and a link that starts one, where the shop has any."""

    def __init__(self, model: RecordModel, name: str) -> None:
        super().__init__()
        named(self, name, _T("PlansPart", "Follow-up plans"))
        self._model, self._group = model, f"{name}.runs"
        self._shown: list[PlanRun] = []
        self.link = named(QPushButton(_T("PlansPart", "Start a plan …")), f"{name}.start", kind="link")
        self.link.setAutoDefault(False)
        self.link.clicked.connect(self.start)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = RowList(self._make_row, self._add_row)
        self._show([], offered=False, today=date(2000, 1, 1))
        model.shown.connect(self._start_over)
        model.changed.connect(self._ask)

    def start(self) -> None:
        """Ask which plan to start for the customer."""
        from crm_desktop.ui.dialogs.start_plan import show_start_plan

        customer_id = self._model.customer_id
        if customer_id is not None:
            whom = Selection(frozenset({customer_id}))
            show_start_plan(self.window(), self._model.frame, self._model.workplace, whom)

    # inside

    def _make_row(self, number: int) -> QWidget:
        return _Row(self._model, f"{self.objectName()}.{number}", self._ask_reason)

    def _add_row(self, row: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self.link), row)

    def _start_over(self) -> None:
        self._show([], offered=False, today=date(2000, 1, 1))

    def _ask(self) -> None:
        place = self._model.workplace

        def read(customer_id: int) -> _Answer:
            runs = [run for run in plans_of(place, customer_id) if run.left and not run.stopped]
            offered = any(shown.plan.active for shown in read_plans(place))
            return _Answer(runs, offered, shop_today(place))

        self._model.read_more(read, self._take, self._group)

    def _take(self, answer: _Answer) -> None:
        self._show(answer.runs, offered=answer.offered, today=answer.today)

    def _show(self, runs: list[PlanRun], *, offered: bool, today: date) -> None:
        self._shown = runs
        for run, row in zip(runs, self._rows.show(len(runs)), strict=True):
            if isinstance(row, _Row):
                row.show_run(run, today)
        self.link.setVisible(offered)
        self.setVisible(offered or bool(runs))

    def _ask_reason(self, run: PlanRun) -> None:
        from crm_desktop.ui.dialogs.ask_name import AskName

        title = _T("PlansPart", "Stop “{plan}”").format(plan=run.plan_name)
        dialog = AskName(
            self.window(), title, _T("PlansPart", "Why? Its open steps are closed with that."), _stop_words()
        )
        dialog.suggest(_usual_reasons())
        dialog.accepted.connect(lambda: self._stop(run, dialog.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _stop(self, run: PlanRun, reason: str) -> None:
        place = self._model.workplace
        self._model.save(lambda customer_id: stop_plan(place, customer_id, run.id, reason))


class _Row(QWidget):
    """One plan that goes on."""

    def __init__(self, model: RecordModel, name: str, on_stop: _OnStop) -> None:
        super().__init__()
        named(self, name)
        self._run: PlanRun | None = None
        self._on_stop = on_stop
        self.text = named(ElidedLabel(), f"{name}.text")
        self.left = named(QLabel(), f"{name}.left", role="muted")
        self.stop = IconButton(model.frame.theme, f"{name}.stop", "circle-stop", _stop_words())
        self.stop.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        side = model.frame.theme.icon_side()
        sign = named(QLabel(), f"{name}.sign")
        sign.setPixmap(model.frame.theme.icon("list-todo", "muted").pixmap(side, side))
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.left)
        row.addWidget(self.stop)

    def show_run(self, run: PlanRun, today: date) -> None:
        """Show a plan."""
        self._run = run
        self.text.setText(run.plan_name)
        self.left.setText(_T("PlansPart", "%n step(s) left", n=run.left))
        self.left.setToolTip(_T("PlansPart", "next {when}").format(when=due_text(run.next_day, today)))
        self.stop.say(f"{_stop_words()}: {run.plan_name}")

    def _tell(self) -> None:
        if self._run is not None:
            self._on_stop(self._run)


def _stop_words() -> str:
    return _T("PlansPart", "Stop the plan")


def _usual_reasons() -> list[str]:
    return [
        _T("PlansPart", "The customer does not want to be called"),
        _T("PlansPart", "It is settled"),
        _T("PlansPart", "Started by mistake"),
        _T("PlansPart", "The customer moved away"),
    ]
