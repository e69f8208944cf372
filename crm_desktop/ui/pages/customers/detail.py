"""What the list asks of the pane beside it, and the usual one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame


class DetailPane(Protocol):
    """A widget that shows one customer."""

    def show_customer(self, customer_id: int | None) -> None:
        """Show a customer, None for nobody."""
        ...

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what changed; None: something did, outside this window."""
        ...

    def begin_log(self) -> None:
        """Begin to log a contact."""
        ...

    def save_state(self) -> dict[str, object]:
        """Return what is being typed."""
        ...

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back."""
        ...


MakePane = Callable[[Frame, Workplace], DetailPane]


def customer_pane(frame: Frame, workplace: Workplace) -> DetailPane:
    """Return the pane with the customer's card, made when a customer is first shown."""

    def make() -> DetailPane:
        from crm_desktop.ui.pages.customer.pane import CustomerPane

        return CustomerPane(frame, workplace)

    return LatePane(make)


class LatePane(QWidget):
    """Stands in for a pane until somebody is shown in it: the first rows of the list need not wait for its fields."""

    def __init__(self, make: Callable[[], DetailPane]) -> None:
        super().__init__()
        self._make = make
        self._made: DetailPane | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    @property
    def pane(self) -> DetailPane:
        """Return the pane, made when it is first asked for."""
        if self._made is None:
            self._made = self._make()
            if isinstance(self._made, QWidget):
                self._row.addWidget(self._made)
        return self._made

    def show_customer(self, customer_id: int | None) -> None:
        """Show a customer, None for nobody."""
        self.pane.show_customer(customer_id)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what changed, where anything is shown."""
        if self._made is not None:
            self._made.refresh(changes)

    def begin_log(self) -> None:
        """Begin to log a contact."""
        self.pane.begin_log()

    def save_state(self) -> dict[str, object]:
        """Return what is being typed."""
        return {} if self._made is None else self._made.save_state()

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back."""
        if state:
            self.pane.restore_state(state)
