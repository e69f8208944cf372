"""The loyalty of the customer in sight: read while somebody looks at it, and again when something changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.words import EntryShown
from crm_desktop.services.programmes import Programmes, read_programmes
from crm_desktop.services.read_loyalty import Loyalty, ledger_of, loyalty_of
from crm_desktop.ui.pages.customer.model import RecordModel

PAGE = 20
"""Entries of the history that are read at once."""


@dataclass(frozen=True)
class Standing:
    """What is shown of a customer: her accounts, and whether the shop has programmes at all."""

    loyalty: Loyalty
    programmes: Programmes


class LoyaltyModel(QObject):
    """Follows the record's model; reads nothing while it is not watched."""

    changed = Signal()
    history_changed = Signal()

    def __init__(self, record: RecordModel, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.record = record
        self.standing: Standing | None = None
        self.entries: list[EntryShown] = []
        self.has_more = False
        self._name = name
        self._watched = False
        self._stale = True
        self._wanted = PAGE
        record.shown.connect(self._start_over)
        record.changed.connect(self._ask)

    @property
    def loyalty(self) -> Loyalty | None:
        """Return what stands on the accounts of the customer in sight, once it has been read."""
        return self.standing.loyalty if self.standing else None

    def watch(self, *, watched: bool) -> None:
        """Begin to read, or stop: a tab that nobody looks at asks nothing."""
        self._watched = watched
        if watched and self._stale:
            self._ask()

    def more(self) -> None:
        """Read more of the history."""
        self._wanted += PAGE * 5
        self._ask_history()

    def _start_over(self) -> None:
        self.standing, self.entries, self.has_more = None, [], False
        self._stale, self._wanted = True, PAGE
        self._forget()
        self.changed.emit()
        self.history_changed.emit()

    def _forget(self) -> None:
        for part in ("standing", "history"):
            self.record.frame.work.forget(f"{self._name}.{part}")

    def _ask(self) -> None:
        self._stale = True
        record, place = self.record.record, self.record.workplace
        if record is None or not self._watched:
            return
        self._stale = False
        customer_id = record.customer.id

        def read() -> Standing:
            return Standing(loyalty_of(place, customer_id), read_programmes(place))

        self.record.frame.work.read(read, self._take, self._lost, f"{self._name}.standing")
        self._ask_history()

    def _ask_history(self) -> None:
        record, place, wanted = self.record.record, self.record.workplace, self._wanted
        if record is None:
            return
        customer_id = record.customer.id

        def read() -> tuple[int, list[EntryShown]]:
            return customer_id, ledger_of(place, customer_id, limit=wanted + 1)

        self.record.frame.work.read(read, self._take_history, self._lost, f"{self._name}.history")

    def _take(self, standing: Standing) -> None:
        if standing.loyalty.customer_id == self.record.customer_id:
            self.standing = standing
            self.changed.emit()

    def _take_history(self, answer: tuple[int, list[EntryShown]]) -> None:
        customer_id, entries = answer
        if customer_id == self.record.customer_id:
            self.entries, self.has_more = entries[: self._wanted], len(entries) > self._wanted
            self.history_changed.emit()

    def _lost(self, fault: Fault) -> None:
        if fault.kind is not FaultKind.NOT_FOUND:  # a customer who is gone is told by the record
            self.record.frame.notices.tell_fault(fault)
