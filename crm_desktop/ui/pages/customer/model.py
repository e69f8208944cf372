"""The customer in sight: read when asked for and when something changed, written by small jobs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import Customer
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.problems import problem_text
from crm_desktop.services.read_record import Record, read_record
from crm_desktop.services.read_timeline import Timeline, read_timeline
from crm_desktop.services.reveal import hide_again, reveal
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame

T = TypeVar("T")

SHARED = frozenset({
    "tag", "custom_field", "household", "company", "person",
    "programme", "programme_version", "tier", "reward", "coupon_batch", "product",
})  # fmt: skip
"""Records that belong to no single customer; a change of one may show on any card."""

Job = Callable[[int], ChangeSet]
"""What to do to the customer with this id, on the writing thread."""
Problem = Callable[[str], object]
"""Takes the sentence on what is wrong with a value; called on the GUI thread."""


class RecordModel(QObject):
    """One customer for all parts of a pane or page."""

    leaving = Signal()
    """Another customer is about to be shown: whoever holds something typed saves it now."""
    shown = Signal()
    """Another customer (or none) is in sight; what she is comes with `changed`."""
    changed = Signal()
    timeline_changed = Signal()
    saved = Signal()
    gone = Signal()
    """The customer does not exist any more."""

    def __init__(self, frame: Frame, workplace: Workplace, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.frame = frame
        self.workplace = workplace
        self.customer_id: int | None = None
        self.record: Record | None = None
        self.timeline = Timeline()
        self._name = name
        self._last_operation: int | None = None

    def show(self, customer_id: int | None) -> None:
        """Show a customer, None for nobody."""
        if customer_id == self.customer_id:
            return
        self.leaving.emit()
        self.end_visit()
        self.customer_id = customer_id
        self._last_operation = None
        if customer_id is None:
            self.record, self.timeline = None, Timeline()
        self.shown.emit()
        self.reload()

    def reload(self) -> None:
        """Read the customer again."""
        customer_id = self.customer_id
        if customer_id is None:
            self.frame.work.forget(f"{self._name}.record")
            self.frame.work.forget(f"{self._name}.timeline")
            self.changed.emit()
            self.timeline_changed.emit()
            return
        place, work = self.workplace, self.frame.work
        work.read(lambda: read_record(place, customer_id), self._take_record, self._lost, f"{self._name}.record")
        work.read(lambda: read_timeline(place, customer_id), self._take_timeline, self._lost, f"{self._name}.timeline")

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again where the changes concern this customer; None: somebody else changed something."""
        if self.customer_id is None:
            return
        if changes is None or changes.concerns(self.customer_id) or changes.entities & SHARED:
            if changes is not None and changes.operation_id == self._last_operation:
                return
            self.reload()

    def show_numbers(self) -> None:
        """Show the hidden numbers of the customer in sight until she is left; it is noted."""
        customer_id, place = self.customer_id, self.workplace
        if customer_id is not None:
            self.frame.work.write(lambda: reveal(place, customer_id), self._numbers_shown)

    def end_visit(self) -> bool:
        """Hide again what was shown of the customer in sight; tell whether anything was."""
        was_shown = self.customer_id is not None and self.workplace.session.shown_in_full == self.customer_id
        if was_shown:
            hide_again(self.workplace)
        return was_shown

    def read_more(self, read: Callable[[int], T], take: Callable[[T], object], group: str) -> None:
        """Read something of the customer in sight; what comes when another is shown already is dropped."""
        if self.record is None:
            return
        customer_id = self.record.customer.id

        def take_hers(answer: T) -> None:
            if customer_id == self.customer_id:
                take(answer)

        self.frame.work.read(lambda: read(customer_id), take_hers, group=group)

    def save(self, job: Job, problem: Problem | None = None) -> None:
        """Run a job on this customer; what is wrong with the value goes to `problem`, other faults to the strip."""
        customer_id = self.customer_id
        if customer_id is None:
            return

        def refuse(fault: Fault) -> None:
            sentence = problem_text(fault)
            if sentence is not None and problem is not None and self.customer_id == customer_id:
                problem(sentence)
            else:
                self.frame.notices.tell_fault(fault)

        self.frame.work.write(lambda: job(customer_id), self._written, refuse)

    def _numbers_shown(self, _customer: Customer) -> None:
        self.reload()

    def _written(self, changes: ChangeSet) -> None:
        self._last_operation = changes.operation_id
        self.saved.emit()
        if self.customer_id is not None:
            self.reload()

    def _take_record(self, record: Record) -> None:
        if self.customer_id in (record.customer.id, record.asked_id):
            self.customer_id = record.customer.id  # she may have been merged into another meanwhile
            self.record = record
            self.changed.emit()

    def _take_timeline(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.timeline_changed.emit()

    def _lost(self, fault: Fault) -> None:
        if fault.kind is not FaultKind.NOT_FOUND:
            self.frame.notices.tell_fault(fault)
            return
        self.customer_id, self.record, self.timeline = None, None, Timeline()
        self.gone.emit()
        self.changed.emit()
        self.timeline_changed.emit()
