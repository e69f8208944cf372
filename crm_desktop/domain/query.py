"""What a list shows: typed text, filter, order, live customers or the bin; and a selection made in it."""

from __future__ import annotations

from dataclasses import field

from crm_desktop.base.records import dataclass
from crm_desktop.domain.filters import EVERYONE, Group


@dataclass(frozen=True)
class Sort:
    """Order by one column; what is empty comes last either way."""

    key: str
    descending: bool = False


DEFAULT_SORT = Sort("last_contact_at", descending=True)
"""Lists start with those the shop was in touch with last."""


@dataclass(frozen=True)
class CustomerQuery:
    """Which customers a list shows. With text and no order of its own, the best matches come first."""

    text: str = ""
    filter: Group = EVERYONE
    sort: Sort | None = None
    in_bin: bool = False

    @property
    def is_search(self) -> bool:
        """Tell whether something was typed."""
        return bool(self.text.strip())


@dataclass(frozen=True)
class Selection:
    """Customers chosen in a list: some ids, or all of a query but some; never a list of a million ids."""

    ids: frozenset[int] = frozenset()
    query: CustomerQuery | None = None
    excluded: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_everything(self) -> bool:
        """Tell whether the selection is a whole query, less its exceptions."""
        return self.query is not None


@dataclass(frozen=True)
class SavedView:
    """A named list: filter, columns with widths, order; private to a person or, with none, shared."""

    id: int
    name: str
    filter: Group
    columns: tuple[tuple[str, int], ...]
    sort: Sort | None
    person_id: int | None = None
    position: int = 0
