"""Trying rules before they are saved: past sales replayed with the rules that count now and with those on the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import PointsRules
from crm_desktop.services.simulate_rules import DraftFigures, RulesDraft, Simulation, simulate_rules
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts, count
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.loyalty.page_state import PageState
from crm_desktop.ui.pages.loyalty.sections import Section
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.wrapped import wrapped_label

USUAL_MONTHS, MOST_MONTHS = 12, 60


class TrySection(Section):
    """Compares the rules the shop keeps with the draft; first figures come from one customer in fifty."""

    _sampled = Signal(object)

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        named(self, "loyalty.try")
        self._frame, self._workplace = frame, workplace
        self._shelf: Shelf | None = None
        self._state: PageState | None = None
        self._job: LongJob | None = None
        self._sampled.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.lead = wrapped_label("loyalty.try.lead", "muted")
        self.months = named(QSpinBox(), "loyalty.try.months", _T("TryRules", "Months"))
        self.months.setRange(1, MOST_MONTHS)
        self.months.setValue(USUAL_MONTHS)
        self.months.setSuffix(_T("TryRules", " months", "behind a number"))
        self.run = make_button("loyalty.try.run", _T("TryRules", "Try it"), self.start, "primary")
        self.panel = ProgressPanel("loyalty.try.progress", self.stop)
        self.panel.hide()
        self.said = wrapped_label("loyalty.try.said", "muted")
        headings = ["", _T("TryRules", "As it is"), _T("TryRules", "As on this page"), _T("TryRules", "Difference")]
        self.list = RowList(frame.theme, "loyalty.try.list", _T("TryRules", "Figures"), headings, stretch=0, rows=9)
        self.list.hide()
        self._lay_out()

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:  # noqa: ARG002
        """Take what the shop keeps."""
        self._shelf, self._state = shelf, state
        self.refresh()

    def refresh(self) -> None:
        """Say what would be compared."""
        changed = self._state is not None and self._state.points.is_changed()
        drafted = _T("TryRules", "The rules on this page are compared with those that count now, on the same sales.")
        same = _T(
            "TryRules",
            "Nothing is changed yet: this shows what the rules come to. Change a sentence to compare.",
        )
        self.lead.setText(drafted if changed else same)
        self.run.setEnabled(self._state is not None and self._state.points_rules() is not None)

    def start(self) -> None:
        """Replay the sales."""
        drafts = self._drafts()
        if not drafts or self._job is not None:
            return
        place, months, tell = self._workplace, self.months.value(), self._sampled.emit

        def work(progress: Progress) -> Simulation:
            return simulate_rules(
                place, drafts, months, progress=progress.report, first=tell, cancelled=progress.is_cancelled
            )

        job = self._job = LongJob(work)
        job.progressed.connect(self.panel.show_progress)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.crashed.connect(self._crashed)
        self.run.setEnabled(False)
        self.panel.begin(_T("TryRules", "Replaying the sales of the last months …"))
        self.panel.show()
        self.panel.button.setFocus()
        job.start()

    def stop(self) -> None:
        """Stop the replay."""
        if self._job is not None:
            self._job.cancel()

    def end(self) -> None:
        """Stop and wait: the window goes."""
        job, self._job = self._job, None
        if job is not None:
            job.end()

    # inside

    def _lay_out(self) -> None:
        card = CardPanel(_T("TryRules", "Try the rules on past sales"), "loyalty.try.card")
        row = QHBoxLayout()
        row.addWidget(self.months)
        row.addWidget(self.run)
        row.addStretch(1)
        card.body.addWidget(self.lead)
        card.body.addLayout(row)
        card.body.addWidget(self.panel)
        card.body.addWidget(self.said)
        card.body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def _drafts(self) -> tuple[RulesDraft, ...]:
        if self._state is None or self._shelf is None:
            return ()
        tiers = self._shelf.engine_tiers()
        state = self._state.points
        wanted = [state.kept, state.draft] if state.is_changed() else [state.draft]
        return tuple(RulesDraft(rules, tiers) for rules in wanted if isinstance(rules, PointsRules))

    def _done(self, simulation: Simulation) -> None:
        self._finish()
        self._show(simulation)

    def _failed(self, fault: Fault) -> None:
        self._finish()
        if fault.kind is not FaultKind.CANCELLED:
            self._frame.notices.tell_fault(fault)

    def _crashed(self, error: BaseException) -> None:
        self._finish()
        self._frame.notices.tell_crash(error)

    def _finish(self) -> None:
        self._job = None
        had_keyboard = self.panel.button.hasFocus()
        self.refresh()
        if had_keyboard:
            self.run.setFocus()
        self.panel.hide()

    def _show(self, simulation: Simulation) -> None:
        amounts = Amounts(self._shelf.currency) if self._shelf else Amounts("CNY")
        said = _T("TryRules", "{slips} slips of %n customer(s), {turnover} altogether.", n=simulation.customers)
        text = said.format(slips=count(simulation.slips), turnover=amounts.money(simulation.turnover))
        if simulation.sample:
            text = f"{text} {_T('TryRules', 'First figures, raised from one customer in fifty; the others follow.')}"
        self.said.setText(text)
        self.list.clear()
        rows = simulation_rows(simulation.drafts, amounts)
        for row in rows:
            self.list.add_row(row)
        for column in (2, 3):
            self.list.setColumnHidden(column, len(simulation.drafts) < 2)
        self.list.set_height_in_rows(len(rows))
        self.list.show()


def simulation_rows(drafts: Sequence[DraftFigures], amounts: Amounts) -> list[list[str]]:
    """Return a row for each figure: what it is, as it is, as on the page, and the difference where there are two."""
    if not drafts:
        return []
    plain = (
        (_T("TryRules", "Points given"), "issued"),
        (_T("TryRules", "Points spent"), "spent"),
        (_T("TryRules", "Points that ended"), "expired"),
        (_T("TryRules", "Points left at the end"), "unspent"),
    )
    of_money = (
        (_T("TryRules", "Cost of the points"), "points_cost"),
        (_T("TryRules", "Cost of lower prices"), "price_cost"),
        (_T("TryRules", "Cost altogether"), "cost"),
        (_T("TryRules", "Owed at the end"), "liability"),
    )
    rows = [_row(label, [getattr(draft, key) for draft in drafts], money=None) for label, key in plain]
    rows += [_row(label, [getattr(draft, key) for draft in drafts], money=amounts) for label, key in of_money]
    return [*rows, *_tier_rows(drafts)]


def _tier_rows(drafts: Sequence[DraftFigures]) -> list[list[str]]:
    found = []
    for number, tier in enumerate(drafts[0].tiers):
        moves = [draft.tiers[number] for draft in drafts if number < len(draft.tiers)]
        told = _T("TryRules", "{members} in it, {up} up, {down} down")
        texts = [told.format(members=count(one.members), up=count(one.up), down=count(one.down)) for one in moves]
        difference = count_difference(moves[-1].members - moves[0].members) if len(moves) > 1 else ""
        found.append([tier.name, *texts, *([""] * (2 - len(texts))), difference])
    return found


def _row(label: str, values: list[int], *, money: Amounts | None) -> list[str]:
    say = money.money if money else count
    texts = [say(value) for value in values]
    difference = ""
    if len(values) > 1:
        by = values[-1] - values[0]
        difference = (money.change(by) if by else money.money(0)) if money else count_difference(by)
    return [label, *texts, *([""] * (2 - len(texts))), difference]


def count_difference(by: int) -> str:
    """Return how many more or fewer."""
    return f"+{count(by)}" if by > 0 else count(by)
