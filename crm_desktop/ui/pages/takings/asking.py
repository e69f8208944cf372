"""The small dialogs of the takings: close a day, put cash in or take it out, set a closed day right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.asked import Answers, Ask, Asked
from crm_desktop.ui.widgets.asking_form import AskingForm

Job = Callable[[Answers], Callable[[], ChangeSet]]
"""What books the answers: made on the GUI thread, run on the writing one."""

OUT = "out"
"""The answer that cash is taken out."""


@dataclass(frozen=True)
class SheetWords:
    """What a sheet is called, by the program and by people, and the word of its main button."""

    name: str
    title: str
    verb: str


class AskingSheet(Sheet):
    """Asks, writes, and closes when it is written; what is refused is said beside the answer it is about."""

    def __init__(self, parent: QWidget, frame: Frame, words: SheetWords, questions: Sequence[Asked]) -> None:
        name = words.name
        super().__init__(parent, frame.theme, name, words.title, ems=36)
        self._frame = frame
        self._job: Job | None = None
        places = Amounts.of(frame.settings).places
        self.form = AskingForm(frame.theme, f"{name}.form", questions, date.min, places)
        self.note = text_label("", f"{name}.note", "muted")
        self.note.hide()
        self.body.addWidget(self.form)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.add_verb(f"{name}.cancel", _T("Takings", "Cancel"), self.reject)
        self.go = self.add_verb(f"{name}.go", words.verb, self._write, "primary")
        self.form.focus_first()

    def begin(self, job: Job) -> None:
        """Open; `job` makes of the answers what is written."""
        self._job = job
        self.open()

    def say_note(self, text: str) -> None:
        """Say below the form what the answers come to."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.fit()

    def _write(self) -> None:
        answers = self.form.answers()
        self.say_fault("")
        if answers is None or self._job is None:
            return
        self.go.setEnabled(False)
        self._frame.work.write(self._job(answers), self._written, self._refused)

    def _written(self, _changes: ChangeSet) -> None:
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self.go.setEnabled(True)
        sentence, field = problem_text(fault), str(fault.values.get("field", ""))
        if sentence is not None and field in self.form.fields:
            self.form.say_problem(field, sentence)
            self.form.fields[field].editor.setFocus()
        else:
            self.say_fault(sentence or sentence_for(fault))


class CloseSheet(AskingSheet):
    """Counts the drawer against what should be in it; a difference wants a word."""

    def __init__(self, parent: QWidget, frame: Frame, day: date, expected: int) -> None:
        note = _T("Takings", "Note")
        questions = (
            Asked("counted", _T("Takings", "Counted in the drawer"), Ask.MONEY, most=10**11),
            Asked("note", note, Ask.TEXT, optional=True, hint=_T("Takings", "where the difference comes from")),
        )
        title = _T("Takings", "Close {day}").format(day=day.isoformat())
        words = SheetWords("takings.close", title, _T("Takings", "Close the day"))
        super().__init__(parent, frame, words, questions)
        self._amounts, self._expected = Amounts.of(frame.settings), expected
        lead = _T("Takings", "There should be {amount} in the drawer. A closed day is not changed any more.")
        self.say_lead(lead.format(amount=self._amounts.money(expected)))
        self.form.changed.connect(self._say_difference)

    def _say_difference(self) -> None:
        counted = self.form.drafts().get("counted")
        if counted is None:
            self.say_note("")
        elif counted == self._expected:
            self.say_note(_T("Takings", "As it should be."))
        else:
            said = _T("Takings", "{amount} missing") if counted < self._expected else _T("Takings", "{amount} too much")
            self.say_note(said.format(amount=self._amounts.money(abs(counted - self._expected))))


def cash_questions() -> tuple[Asked, ...]:
    """Return what is asked when cash moves without a sale."""
    ways = ((OUT, _T("Takings", "Take out")), ("in", _T("Takings", "Put in")))
    return (
        Asked("way", _T("Takings", "Cash"), Ask.CHOICE, ways),
        Asked("amount", _T("Takings", "Amount"), Ask.MONEY, least=1, most=10**11),
        Asked("note", _T("Takings", "What for"), Ask.TEXT),
    )


def correction_questions(methods: Sequence[tuple[str, str]]) -> tuple[Asked, ...]:
    """Return what is asked to set a closed day right."""
    ways = (("more", _T("Takings", "more than was booked")), (OUT, _T("Takings", "less than was booked")))
    return (
        Asked("method", _T("Takings", "Way of payment"), Ask.CHOICE, tuple(methods)),
        Asked("way", _T("Takings", "It was"), Ask.CHOICE, ways),
        Asked("amount", _T("Takings", "Amount"), Ask.MONEY, least=1, most=10**11),
        Asked("note", _T("Takings", "Why"), Ask.TEXT),
    )


def signed(answers: Answers) -> Any:
    """Return the amount with its sign."""
    return -answers["amount"] if answers["way"] == OUT else answers["amount"]
