"""What a list shows at this moment, as whoever exports it or prints it wants to know."""

from __future__ import annotations

from crm_desktop.base.records import dataclass
from crm_desktop.domain.query import CustomerQuery, Selection


@dataclass(frozen=True)
class Showing:
    """The query in force with its order, the selection (None: nothing is selected), and the columns from the left."""

    query: CustomerQuery
    columns: tuple[str, ...]
    selection: Selection | None = None
    title: str = ""
    """The name of the view, for the name of a file; empty for the list of everybody."""
