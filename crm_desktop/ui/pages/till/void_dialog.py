"""Void a slip: its full inverse is written, with a reason; nothing is deleted."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.text import _T
from crm_desktop.domain.sales import Slip
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.jobs import TillJobs
from crm_desktop.ui.said import Said
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named


class VoidDialog(Sheet):
    """Accepted once it is written; a reason is needed."""

    def __init__(self, parent: QWidget, frame: Frame, jobs: TillJobs, slip: Slip) -> None:
        title = _T("Void", "Void slip {number}").format(number=slip.number)
        super().__init__(parent, frame.theme, "voidDialog", title, ems=44)
        self._frame, self._jobs, self._slip = frame, jobs, slip
        self._slip_id = new_public_id()
        self.say_lead(_T("Void", "Money, points and stock go back to where they were. The slip stays, marked as void."))
        self.reason = named(QLineEdit(), "void.reason")
        self.reason.setPlaceholderText(_T("Void", "Such as: wrong customer, entered twice"))
        self._form = FormGrid("void.form")
        self._form.add(_T("Void", "Reason"), self.reason)
        self.body.addWidget(self._form)
        self.add_verb("void.cancel", _T("Void", "Leave as it is"), self.reject)
        self._go = self.add_verb("void.go", _T("Void", "Void"), self.save, "danger")
        self.reason.returnPressed.connect(self.save)
        self.reason.setFocus()

    def save(self) -> None:
        """Void the slip."""
        reason = self.reason.text().strip()
        if not reason:
            self._form.set_problem(
                self.reason, _T("Void", "Say why: it stands on the void slip and in the day's close.")
            )
            self.fit()
            return
        if not self._go.isEnabled():
            return
        self._go.setEnabled(False)
        jobs, slip, slip_id = self._jobs, self._slip, self._slip_id

        def write() -> Said:
            recorded = jobs.void(slip.sale_id, reason, slip_id)
            return Said(recorded.changes, _T("Void", "Slip {number} is void").format(number=slip.number))

        self._frame.work.write(write, self._written, self._refused)

    def _written(self, _said: Said) -> None:
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self._go.setEnabled(True)
        self.say_fault(problem_text(fault) or sentence_for(fault))
