"""Whether a statement is genuine: its code is scanned or pasted, and the program says whose it is and what it holds."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.programmes import read_programmes
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.statement import Verified, verify_statement
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts, count
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.loyalty.actions import opened
from crm_desktop.ui.notices import announce
from crm_desktop.ui.page import Frame
from crm_desktop.ui.takes_scans import takes_scans
from crm_desktop.ui.widgets.line_row import set_role
from crm_desktop.ui.widgets.named import named

_LOOK_MS = 250


class CheckStatement(Sheet):
    """Answers a moment after the last key, so that a scanner needs no press at all."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "checkStatement", _T("CheckStatement", "Is this statement genuine?"))
        self._frame, self._workplace = frame, workplace
        self._amounts = Amounts.of(frame.settings)
        self.say_lead(_T("CheckStatement", "Scan the code on the statement, or paste its text here."))
        self.field = named(QPlainTextEdit(), "checkStatement.field", _T("CheckStatement", "Text of the code"))
        takes_scans(self.field)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * 3 + 22)
        self.answer = text_label("", "checkStatement.answer", "heading")
        self.detail = text_label("", "checkStatement.detail")
        for widget in (self.field, self.answer, self.detail):
            self.body.addWidget(widget)
        self.answer.hide()
        self.detail.hide()
        self.body.addStretch(1)
        self.add_verb("checkStatement.close", _T("Loyalty", "Close"), self.reject)
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.field.textChanged.connect(self._timer.start)
        self.field.setFocus()

    def take_scan(self, code: str) -> None:
        """Check what a scanner read, whatever has the keyboard."""
        self.field.setPlainText(code)

    def _look(self) -> None:
        text = "".join(self.field.toPlainText().split())
        if not text:
            self._say("", "", "")
            return
        place = self._workplace

        def read() -> tuple[Verified, frozenset[str]]:
            programmes = read_programmes(place).programmes
            stored = frozenset(one.name for one in programmes if one.kind is ProgrammeKind.STORED)
            return verify_statement(place, text), stored

        self._frame.work.read(read, self._show, self._refuse, "checkStatement.look")

    def _show(self, answer: tuple[Verified, frozenset[str]]) -> None:
        verified, stored = answer
        if not verified.genuine:
            sentence = _T("CheckStatement", "Not genuine: this shop did not sign it, or it was changed.")
            self._say(sentence, "", "danger")
            return
        said = _T("CheckStatement", "Genuine: {name} on {day}").format(name=verified.name, day=verified.day)
        now = dict(verified.now)
        lines = []
        for name, then in verified.balances:
            say = self._amounts.money if name in stored else count
            text = _T("CheckStatement", "{programme}: {then} on that day, {now} today")
            lines.append(text.format(programme=name, then=say(then), now=say(now.get(name, 0))))
        self._say(said, "\n".join(lines), "success")

    def _refuse(self, fault: Fault) -> None:
        self._say(sentence_for(fault), "", "danger")

    def _say(self, answer: str, detail: str, role: str) -> None:
        self.answer.setText(answer)
        self.answer.setVisible(bool(answer))
        set_role(self.answer, role or "heading")
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        if answer:
            announce(self, f"{answer} {detail}".strip(), assertive=True)
        self.fit()


def show_check(parent: QWidget, frame: Frame, workplace: Workplace, code: str = "") -> CheckStatement:
    """Open it, perhaps with what was scanned."""
    dialog = CheckStatement(parent, frame, workplace)
    opened(dialog)
    if code:
        dialog.take_scan(code)
    return dialog
