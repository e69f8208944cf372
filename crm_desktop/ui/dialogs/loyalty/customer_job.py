"""What the dialogs that book something for a customer have in common: read, ask, preview, book, say what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from crm_desktop.base.errors import Fault
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.sales import Payment
from crm_desktop.services.booked import Booked
from crm_desktop.services.payment_methods import PaymentMethod
from crm_desktop.services.problems import problem_text
from crm_desktop.services.read_loyalty import Loyalty, loyalty_of
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.loyalty.actions import Action, Desk
from crm_desktop.ui.notices import Level, announce
from crm_desktop.ui.widgets.asked import Ask, Asked
from crm_desktop.ui.widgets.asking_form import AskingForm
from crm_desktop.ui.widgets.wrapped import wrapped_label

PREVIEW_MS = 200
LARGEST = 100_000_000
"""A million of the currency: more is a slip of the finger."""

T = TypeVar("T")
Answer = Booked | ChangeSet


@dataclass(frozen=True)
class Read(Generic[T]):
    """What a dialog works on: the customer's accounts, and what else it asked for."""

    loyalty: Loyalty
    more: T


@dataclass(frozen=True)
class Instead:
    """What is said where there is nothing to ask for, and the next step: the words of its button, and what it opens."""

    sentence: str
    step: str
    run: Action


class CustomerJob(Sheet, Generic[T]):
    """A dialog that books one thing for one customer.

    A subclass answers `read_more` (off the GUI thread), `questions` and `job`; it may answer `instead`, `begun` and
    `preview_of`.
    """

    def __init__(self, desk: Desk, name: str, title: str, verb: str, ems: int = 46) -> None:
        super().__init__(desk.parent, desk.frame.theme, name, title, ems=ems)
        self.desk = desk
        self.amounts = Amounts.of(desk.frame.settings)
        self.slip_id = new_public_id()
        self.read: Read[T] | None = None
        self.form: AskingForm | None = None
        self._answer: Answer | None = None
        self._instead: Instead | None = None
        self.preview = wrapped_label(f"{name}.preview", "muted")
        self.preview.hide()
        self.body.addWidget(self.preview)
        self.body.addStretch(1)
        self._preview_timer = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._preview_timer.timeout.connect(self.say_preview)
        self.add_verb(f"{name}.cancel", _T("Loyalty", "Cancel"), self.reject)
        self.go: QPushButton = self.add_verb(f"{name}.go", verb, self.book, "primary")
        self.go.setEnabled(False)
        desk.frame.work.read(self._read, self._take, self._refuse_to_open, f"{name}.read")

    # what a dialog of one kind answers

    def read_more(self, place: Workplace, loyalty: Loyalty) -> T:
        """Return what else the dialog needs; runs off the GUI thread."""
        raise NotImplementedError

    def questions(self, read: Read[T]) -> Sequence[Asked]:
        """Return what is asked."""
        raise NotImplementedError

    def job(self, read: Read[T], answers: dict[str, Any]) -> Callable[[], Answer]:
        """Return what books the answers; it runs on the writing thread."""
        raise NotImplementedError

    def instead(self, read: Read[T]) -> Instead | None:  # noqa: ARG002
        """Return what is said in place of a form that nothing could be chosen in; None where there is something."""
        return None

    def begun(self, read: Read[T]) -> dict[str, Any]:  # noqa: ARG002
        """Return the answers the form begins with."""
        return {}

    def preview_of(self, read: Read[T], drafts: dict[str, Any]) -> str:  # noqa: ARG002
        """Return what booking it would make of her accounts, "" where there is nothing to say."""
        return ""

    def done_with(self, answer: Answer) -> None:
        """Do what follows once it is booked."""

    # the frame of them all

    def book(self) -> None:
        """Book what is in the form; the slip's own id keeps a second press from booking it twice."""
        if self._instead is not None:
            self.accept()
            self._instead.run(self.desk)
            return
        if self.read is None or self.form is None:
            return
        answers = self.form.answers()
        self.say_fault("")
        if answers is None:
            return
        self.go.setEnabled(False)
        job, keep = self.job(self.read, answers), self._keep
        self.desk.frame.work.write(lambda: keep(job()), self._booked, self._refused)

    def say_preview(self) -> None:
        """Say what it would come to."""
        if self.read is not None and self.form is not None:
            self.tell(self.preview_of(self.read, self.form.drafts()))

    def tell(self, text: str) -> None:
        """Show a preview, "" for none."""
        self.preview.setText(text)
        self.preview.setVisible(bool(text))
        self.fit()

    def payments(self, answers: dict[str, Any], amount: int) -> tuple[Payment, ...]:
        """Return the one payment that was chosen, for an amount."""
        return (Payment(answers["method"], amount),) if amount else ()

    def _read(self) -> Read[T]:
        place = self.desk.workplace
        loyalty = loyalty_of(place, self.desk.customer_id)
        return Read(loyalty, self.read_more(place, loyalty))

    def _take(self, read: Read[T]) -> None:
        self.read, today = read, read.loyalty.today
        self.say_lead(" · ".join(part for part in (read.loyalty.name, read.loyalty.card_number) if part))
        self._instead = self.instead(read)
        if self._instead is not None:
            self._offer(self._instead)
            return
        form = AskingForm(self.theme, f"{self.objectName()}.form", self.questions(read), today, self.amounts.places)
        self.form = form
        self.body.insertWidget(self.body.indexOf(self.preview), form)
        self.go.setEnabled(True)
        form.show_answers(self.begun(read))
        form.changed.connect(self._preview_timer.start)
        form.focus_first()
        self.say_preview()
        self.fit()

    def _offer(self, instead: Instead) -> None:
        """Say why there is no form, with the next step on the button."""
        self.body.insertWidget(0, text_label(instead.sentence, f"{self.objectName()}.instead"))
        self.go.setText(instead.step)
        self.go.setAccessibleName(instead.step)
        self.go.setEnabled(True)
        self.go.setFocus()
        announce(self, instead.sentence)
        self.fit()

    def _refuse_to_open(self, fault: Fault) -> None:
        self.say_fault(sentence_for(fault))

    def _keep(self, answer: Answer) -> ChangeSet:
        """Put the answer aside and return the changes, of which the window tells; runs on the writing thread."""
        self._answer = answer
        return answer.changes if isinstance(answer, Booked) else answer

    def _booked(self, _changes: ChangeSet) -> None:
        answer = self._answer
        if isinstance(answer, Booked):
            for warning in answer.warnings:
                self.desk.frame.notices.say(warning, Level.WARNING)
        if answer is not None:
            self.done_with(answer)
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self.go.setEnabled(True)
        sentence, field = problem_text(fault), str(fault.values.get("field", ""))
        if sentence is not None and self.form is not None and field in self.form.fields:
            self.form.say_problem(field, sentence)
            self.form.fields[field].editor.setFocus()
        else:
            self.say_fault(sentence or sentence_for(fault))


def paid_by(methods: Sequence[PaymentMethod], label: str = "") -> Asked:
    """Return the question how money came or went."""
    choices = tuple((method.key, method.name) for method in methods)
    return Asked("method", label or _T("Loyalty", "Paid by"), Ask.CHOICE, choices)


def first_method(methods: Sequence[PaymentMethod]) -> str | None:
    """Return the way to pay that a form begins with."""
    return methods[0].key if methods else None
