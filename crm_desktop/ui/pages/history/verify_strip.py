"""One click verifies the whole history; the answer is one sentence with a sign, and what does not fit below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.services.audit import AuditResult, seal_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.notices import announce
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.sign import Sign

MOST_SHOWN = 12


class VerifyStrip(CardPanel):
    """Hidden until it is begun; `ended` tells that a verification came to its end or was stopped."""

    ended = Signal()
    sheet_asked = Signal(object)

    def __init__(self, frame: Frame, workplace: Workplace, places: Places) -> None:
        super().__init__("", "history.verification")
        self._frame, self._place, self._places = frame, workplace, places
        self._job: LongJob | None = None
        self.result: AuditResult | None = None
        self.progress = ProgressPanel("history.progress", self._cancel)
        self._good = Sign(frame.theme, "circle-check", "success", 1.3)
        self._bad = Sign(frame.theme, "circle-alert", "danger", 1.3)
        self.sentence = text_label("", "history.result", "heading")
        self.told = text_label("", "history.found")
        self.seal = text_label("", "history.seal", "muted")
        self.sheet = make_button("history.sheet", _T("Audit", "Save a sheet of it …"), self._ask_sheet)
        self._answer = self._lay_out()
        self.body.addWidget(self.progress)
        self.body.addWidget(self._answer)
        self.hide()

    def begin(self) -> None:
        """Verify, beside the window's threads."""
        if self._job is not None and self._job.is_running():
            return
        place, places = self._place, self._places

        def verify(progress: Progress) -> AuditResult:
            from crm_desktop.services.audit import verify_history

            return verify_history(place, places, progress.report, progress.is_cancelled)

        self._answer.hide()
        self.progress.begin(_T("Audit", "Verifying the history …"))
        self.progress.show()
        self.show()
        self._job = LongJob(verify)
        self._job.progressed.connect(self.progress.show_progress)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._refused)
        self._job.crashed.connect(self._crashed)
        self._job.start()

    def end(self) -> None:
        """Stop what runs: the window goes."""
        if self._job is not None:
            self._job.end()

    def _lay_out(self) -> QWidget:
        answer = QWidget()
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in (self._good, self._bad):
            row.addWidget(widget)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.sheet)
        column = QVBoxLayout(answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.seal)
        return answer

    def _show(self, result: object) -> None:
        assert isinstance(result, AuditResult)
        self.result = result
        self.progress.hide()
        self._good.setVisible(result.is_whole)
        self._bad.setVisible(not result.is_whole)
        self.sentence.setText(result.sentence)
        lines = [one.sentence for one in result.found[:MOST_SHOWN]]
        if result.findings > MOST_SHOWN:
            lines.append(_T("Audit", "and %n more", n=result.findings - MOST_SHOWN))
        self.told.setText("\n".join([*lines, *result.erased]))
        self.told.setVisible(bool(self.told.text()))
        ends = _T("Audit", "It ends with entry {number}; the seal begins with {seal}.")
        self.seal.setText(ends.format(number=result.last, seal=seal_text(result.seal)))
        self._answer.show()
        announce(self, result.sentence, assertive=not result.is_whole)
        self.ended.emit()

    def _refused(self, fault: object) -> None:
        assert isinstance(fault, Fault)
        self.hide()
        if fault.kind is not FaultKind.CANCELLED:
            self._frame.notices.tell_fault(fault)
        self.ended.emit()

    def _crashed(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self.hide()
        self._frame.notices.tell_crash(error)
        self.ended.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ask_sheet(self) -> None:
        if self.result is not None:
            self.sheet_asked.emit(self.result)
