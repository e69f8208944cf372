"""What the list asks of the pane beside it, and the usual one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

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
    """Return the pane with the customer's card."""
    from crm_desktop.ui.pages.customer.pane import CustomerPane

    return CustomerPane(frame, workplace)
