"""Coupons for whoever brings one: so many with codes of their own, or one word for all; given out, then printed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.coupons import Batch, Issued, issue_coupons
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.loyalty.actions import opened
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.asked import Ask, Asked
from crm_desktop.ui.widgets.asking_form import AskingForm

MOST = 10_000
A_SHEET = 10


class GiveCoupons(Sheet):
    """Asks how many, gives them out, and shows the sheet before it is printed."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace, batch: Batch, today: date) -> None:
        title = _T("GiveCoupons", "Give out “{name}”").format(name=batch.name)
        super().__init__(parent, frame.theme, "giveCoupons", title)
        self._frame, self._workplace, self._batch, self._parent = frame, workplace, batch, parent
        self._issued: Issued | None = None
        self.say_lead(
            _T("GiveCoupons", "For whoever brings one; ten fit on a sheet. A customer gets hers from her record.")
        )
        questions = [
            Asked("count", _T("GiveCoupons", "How many"), Ask.NUMBER, least=1, most=MOST),
            Asked(
                "code",
                _T("GiveCoupons", "One word for all"),
                Ask.TEXT,
                hint=_T("GiveCoupons", "empty: each has a code of its own"),
                optional=True,
            ),
        ]
        if batch.uses == 1:
            questions = questions[:1]
        self.form = AskingForm(frame.theme, "giveCoupons.form", questions, today)
        self.form.show_answers({"count": A_SHEET})
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.add_verb("giveCoupons.cancel", _T("Loyalty", "Cancel"), self.reject)
        self.add_verb("giveCoupons.go", _T("GiveCoupons", "Give out and print …"), self.give, "primary")

    def give(self) -> None:
        """Give them out."""
        answers = self.form.answers()
        if answers is None:
            return
        place, batch_id, code = self._workplace, self._batch.batch_id, answers.get("code", "")

        def issue() -> ChangeSet:
            self._issued = issue_coupons(place, batch_id, 1 if code else answers["count"], code=code)
            return self._issued.changes

        self._frame.work.write(issue, self._given, self._refused)

    def _given(self, _changes: ChangeSet) -> None:
        from crm_desktop.ui.loyalty.printing import print_coupons

        self.accept()
        if self._issued is not None:
            print_coupons(self._parent, self._frame, self._issued.coupons)

    def _refused(self, fault: Fault) -> None:
        self.say_fault(problem_text(fault) or sentence_for(fault))


def show_give_coupons(parent: QWidget, frame: Frame, workplace: Workplace, batch: Batch, today: date) -> QWidget:
    """Open it."""
    return opened(GiveCoupons(parent, frame, workplace, batch, today))
