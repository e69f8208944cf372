"""What the customer list shows, free of Qt: view, text, filter, order and columns, and how each changes the others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.domain.fields import DEFAULT_COLUMNS, Field, ValueType, standard_fields
from crm_desktop.domain.filters import EVERYONE, Group
from crm_desktop.domain.query import DEFAULT_SORT, CustomerQuery, SavedView, Sort

ALL = "all"
BIN = "bin"
Place = str | int
"""Where the list stands: everybody, the recycle bin, or the id of a saved view."""

BIN_SORT = Sort("deleted_at", descending=True)
_BIN_COLUMNS = ("name", "phone", "deleted_at", "deleted_by", "tags")
NARROWEST, WIDEST = 40, 900
Columns = tuple[tuple[str, int], ...]


def bin_fields() -> tuple[Field, ...]:
    """Return the fields that only customers in the bin have."""
    return (
        Field("deleted_at", _T("Field", "Deleted"), ValueType.MOMENT, 130),
        Field("deleted_by", _T("Field", "Deleted by"), ValueType.CHOICE, 120),
    )


@dataclass(frozen=True)
class Layout:
    """How one view is arranged: its columns with widths in pixels, and its order."""

    columns: Columns
    sort: Sort | None = None


@dataclass
class ListState:
    """The state of the page; each method is something the user does."""

    fields: tuple[Field, ...] = field(default_factory=standard_fields)
    place: Place = ALL
    view: SavedView | None = None
    text: str = ""
    filter: Group = EVERYONE
    columns: Columns = ()
    sort: Sort | None = None
    search_sort: Sort | None = None
    layouts: dict[Place, Layout] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.columns:
            self.columns = self._usual_columns()

    @property
    def in_bin(self) -> bool:
        """Tell whether the list shows the recycle bin."""
        return self.place == BIN

    def is_arranged(self) -> bool:
        """Tell whether somebody has arranged the columns of this place."""
        return self.place in self.layouts

    def query(self) -> CustomerQuery:
        """Return what the store is asked for."""
        if self.text:
            return CustomerQuery(self.text, self.filter, self.search_sort, self.in_bin)
        return CustomerQuery("", self.filter, self.sort or self._usual_sort(), self.in_bin)

    def sort_in_force(self) -> Sort | None:
        """Return the order whose heading carries the arrow; a search stands in the order of its matches."""
        return self.search_sort if self.text else self.sort or self._usual_sort()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the columns, from the left."""
        return tuple(key for key, _ in self.columns)

    def field_of(self, key: str) -> Field:
        """Return a field by key; one that is gone is shown by its key."""
        known = {field.key: field for field in self.all_fields()}
        return known.get(key) or Field(key, key, ValueType.TEXT, sortable=False)

    def all_fields(self) -> tuple[Field, ...]:
        """Return every field that can be a column here."""
        return (*self.fields, *bin_fields()) if self.in_bin else self.fields

    def is_changed(self) -> bool:
        """Tell whether the filter differs from the saved view's."""
        return self.view is not None and self.view.filter != self.filter

    # what the user does

    def type_text(self, text: str) -> None:
        """Search; each new search begins in the order of its matches."""
        if not text or not self.text:
            self.search_sort = None
        self.text = text

    def click_heading(self, key: str) -> bool:
        """Order by a column: upwards at the first click, then the other way; False where it cannot be ordered by."""
        if not self.field_of(key).sortable:
            return False
        now = self.sort_in_force()
        first_down = self.field_of(key).type is ValueType.MOMENT
        order = Sort(key, not now.descending) if now and now.key == key else Sort(key, first_down)
        if self.text:
            self.search_sort = order
        else:
            self.sort = order
            self._remember()
        return True

    def go(self, place: Place, view: SavedView | None = None) -> None:
        """Go to another view; the typed text stays."""
        self.place, self.view = place, view
        self.filter = view.filter if view else EVERYONE
        self.search_sort = None
        kept = self.layouts.get(place)
        self.columns = self._known(kept.columns) if kept else self._known(view.columns if view else ())
        self.sort = kept.sort if kept else view.sort if view else None

    def arrange(self, columns: Iterable[tuple[str, int]]) -> None:
        """Take columns as they were moved, resized, shown or hidden."""
        self.columns = tuple((key, max(NARROWEST, min(WIDEST, width))) for key, width in columns)
        self._remember()

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns in this order; those that were there keep their widths."""
        widths = dict(self.columns)
        self.arrange((key, widths.get(key, self.field_of(key).width)) for key in keys)

    def use_fields(self, fields: tuple[Field, ...]) -> None:
        """Take the fields there are now; columns that could not be shown before come back."""
        self.fields = fields
        kept = self.layouts.get(self.place)
        self.columns = self._known(kept.columns if kept else self.view.columns if self.view else ())

    def as_view(self, name: str, *, person_id: int | None) -> SavedView:
        """Return the list as it stands as a view to be saved, over the one it came from."""
        view = self.view or SavedView(0, name, self.filter, self.columns, self.sort)
        return replace(view, name=name, person_id=person_id, filter=self.filter, columns=self.columns, sort=self.sort)

    # inside

    def _usual_sort(self) -> Sort:
        return BIN_SORT if self.in_bin else DEFAULT_SORT

    def _usual_columns(self) -> Columns:
        keys = _BIN_COLUMNS if self.in_bin else DEFAULT_COLUMNS
        return tuple((key, self.field_of(key).width) for key in keys)

    def _known(self, columns: Columns) -> Columns:
        known = {field.key for field in self.all_fields()}
        return tuple((key, width) for key, width in columns if key in known) or self._usual_columns()

    def _remember(self) -> None:
        self.layouts[self.place] = Layout(self.columns, self.sort)


def layouts_to_text(layouts: dict[Place, Layout]) -> str:
    """Return the arrangements as the window's memory keeps them."""
    return json.dumps([[place, layout.columns, _pair(layout.sort)] for place, layout in layouts.items()])


def layouts_from_text(text: str) -> dict[Place, Layout]:
    """Read the arrangements; a text that makes no sense arranges nothing."""
    try:
        return {place: _layout(columns, sort) for place, columns, sort in json.loads(text)}
    except (ValueError, TypeError):
        return {}


def _layout(columns: Iterable[tuple[str, int]], sort: tuple[str, bool] | None) -> Layout:
    return Layout(tuple((str(key), int(width)) for key, width in columns), Sort(*sort) if sort else None)


def _pair(sort: Sort | None) -> tuple[str, bool] | None:
    return None if sort is None else (sort.key, sort.descending)
