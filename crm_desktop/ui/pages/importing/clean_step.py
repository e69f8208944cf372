"""The fourth page: what cleaning would change in each column, how often, and what of it is not wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QStackedWidget, QTreeWidgetItem

from crm_desktop.base.text import _T
from crm_desktop.domain.dates import DateOrder
from crm_desktop.exchange.plan import ImportPlan, Rule, Target
from crm_desktop.exchange.plan_edit import date_order, map_value, phone_country, set_rule
from crm_desktop.services.import_views import ColumnReport
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.setting_editors import countries
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.clean_column import CleanColumn
from crm_desktop.ui.pages.importing.state import Draft, Step, reading_part
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.split_pane import SplitPane


class CleanStep(StepPage):
    """Emits `report_wanted` when the columns must be counted anew."""

    report_wanted = Signal()

    def __init__(self, frame: Frame, cancel: Callable[[], object]) -> None:
        super().__init__(frame, Step.CLEAN, _T("Wizard", "What is tidied on the way in"))
        self._reports: Sequence[ColumnReport] = ()
        self._counted: ImportPlan | None = None
        self._is_counting = False
        headings = [_T("Wizard", "Column"), _T("Wizard", "Tidied"), _T("Wizard", "Not taken")]
        spoken = _T("Wizard", "Columns and what is tidied in them")
        self.list = RowList(self.theme, "wizard.clean.list", spoken, headings, stretch=0, rows=6)
        self.column = CleanColumn(self.theme)
        self._places = QStackedWidget()
        self.progress = ProgressPanel("wizard.cleaning", cancel)
        pane = SplitPane(self.list, self.column, frame.memory, "wizard.clean.split", 0.36)
        for widget in (self.progress, pane):
            self._places.addWidget(widget)
        self.country_label = named(QLabel(_T("Wizard", "Phones without a country are from")), "wizard.country.label")
        self.country = named(QComboBox(), "wizard.country", self.country_label.text())
        own = _T("Wizard", "the shop's country")
        self.country.addItem(own, "")
        self.country.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.country.setMinimumContentsLength(max(12, len(own)))
        for code, text in countries():
            self.country.addItem(text, code)
        self.head.addWidget(self.country_label)
        self.head.addWidget(self.country)
        self.body.addWidget(self._places, 1)
        self.list.currentItemChanged.connect(self._show_current)
        self.column.switched.connect(self._switch)
        self.column.mapped.connect(self._map)
        self.column.ordered.connect(self._order)
        self.country.activated.connect(self._country_chosen)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft, and have its columns counted where they were not."""
        super().show_draft(draft)
        has_phones = draft.plan.column(Target.PHONE) is not None
        for widget in (self.country, self.country_label):
            widget.setVisible(has_phones)
        chosen = draft.plan.phone_country or ""
        if self.country.findData(chosen) < 0:
            self.country.addItem(chosen, chosen)
        self.country.setCurrentIndex(self.country.findData(chosen))
        if self._counted is None or reading_part(self._counted) != reading_part(draft.plan):
            self._begin(draft)

    def show_progress(self, done: int, total: int) -> None:
        """Say how many rows have been counted."""
        self.progress.show_progress(done, total)

    def show_reports(self, reports: Sequence[ColumnReport]) -> None:
        """Show what cleaning does."""
        row = max(0, self.list.current_row())
        self._reports = reports
        self._is_counting = False
        self.list.clear()
        for report in reports:
            item = self.list.add_row([report.heading or report.label, *_numbers(report)])
            _align(item, report)
        self._places.setCurrentIndex(1)
        self.say_lead(self._sentence())
        self.list.choose_row(row)

    def forget(self) -> None:
        """Count anew the next time: it was stopped, or another file came."""
        self._counted = None
        self._reports = ()

    def forget_unfinished(self) -> None:
        """Count anew the next time, where counting was broken off."""
        if self._is_counting:
            self._counted = None

    def has_reports(self) -> bool:
        """Say whether the counts stand."""
        return self._counted is not None and not self._is_counting

    def is_at_work(self) -> bool:
        """Say whether the keyboard is in the details of a column."""
        focused = QApplication.focusWidget()
        return focused is not None and self.column.isAncestorOf(focused)

    def summary(self) -> str:
        """Return in a few words what is tidied; the bar of steps has no room for more."""
        changed = sum(report.changed for report in self._reports)
        return _T("Wizard", "%n value(s) tidied", None, changed) if self._reports else ""

    def focus_first(self) -> None:
        """Put the keyboard on the columns."""
        self.list.setFocus()

    def _sentence(self) -> str:
        wrong = sum(problem.count for report in self._reports for problem in report.problems)
        left_out = [_T("Wizard", "%n not taken", None, wrong)] if wrong else []
        return " · ".join([self.summary(), *left_out])

    def _begin(self, draft: Draft) -> None:
        fresh = not self._reports
        self._counted = draft.plan
        self._is_counting = True
        if fresh:
            self._places.setCurrentIndex(0)
        self.progress.begin(_T("Wizard", "Reading every row …"))
        self.say_lead(_T("Wizard", "Reading every row …"))
        self.report_wanted.emit()

    def _show_current(self) -> None:
        report = self._current()
        if report is not None and self.draft is not None:
            self.column.show_column(report, self.draft.plan.at(report.index))

    def _current(self) -> ColumnReport | None:
        row = self.list.current_row()
        return self._reports[row] if 0 <= row < len(self._reports) else None

    def _switch(self, rule: Rule, on: bool) -> None:
        report = self._current()
        if report is not None and self.draft is not None:
            self._use(set_rule(self.draft.plan, report.index, rule, on))

    def _map(self, text: str, to: object) -> None:
        report = self._current()
        if report is not None and self.draft is not None:
            self._use(map_value(self.draft.plan, report.index, text, None if to is None else str(to)))

    def _order(self, order: DateOrder) -> None:
        report = self._current()
        if report is not None and self.draft is not None:
            self._use(date_order(self.draft.plan, report.index, order))

    def _country_chosen(self) -> None:
        if self.draft is not None:
            self._use(phone_country(self.draft.plan, self.country.currentData() or None))

    def _use(self, plan: ImportPlan) -> None:
        if self.draft is not None and plan != self.draft.plan:
            draft = self.draft.with_plan(plan)
            self.change(draft)
            self.show_draft(draft)


def _align(item: QTreeWidgetItem, report: ColumnReport) -> None:
    for place in (1, 2):
        item.setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(0, report.heading)


def _numbers(report: ColumnReport) -> list[str]:
    wrong = sum(problem.count for problem in report.problems)
    locale = QLocale()
    return [locale.toString(number) if number else "–" for number in (report.changed, wrong)]
