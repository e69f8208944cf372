"""Fills the list through the reading thread: the first screen at once, all ids behind it, rows when they are missed."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.base.records import dataclass
from crm_desktop.domain.customer import CustomerRow
from crm_desktop.domain.fields import Field
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import read_customers
from crm_desktop.services.read_customers import FIRST_SCREEN, Listing
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.models.customer_model import CustomerModel
from crm_desktop.ui.pages.customers.cells import DUE_DAYS, NEXT, CellMaker
from crm_desktop.ui.work import Work

FIRST, ALL, ROWS, AHEAD = "customers.first", "customers.all", "customers.rows", "customers.ahead"

_AHEAD_ROWS = 500
"""So many rows are read behind a list, while nothing else is asked: most scrolling ends within them."""
_IN_USE_MS = 1_000
_AFTER_MS = 40
"""The whole list is read when its first screen has been painted and nobody types on."""


@dataclass(frozen=True)
class Count:
    """How many customers the list has: exactly, or at least so many."""

    number: int
    more: bool = False


class ListLoader(QObject):
    """Asks for lists and rows and gives them to the model."""

    shown = Signal()
    """The first screen of what was asked for is in the model."""
    counted = Signal(object)

    def __init__(self, workplace: Workplace, work: Work, model: CustomerModel) -> None:
        super().__init__(model)
        self._workplace = workplace
        self._work = work
        self._model = model
        self._query = CustomerQuery()
        self._maker = CellMaker((), workplace.now().date(), None, mask=False)
        self._made_of: tuple[object, ...] = ()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._read_all)
        self.is_in_use: Callable[[], bool] = lambda: False
        """Whether the list must stay as it is for now: a cell is being edited."""
        self.stays: Callable[[], bool] = lambda: False
        """Whether what is chosen stays where it stands in another list: at its top, as usual while somebody types."""
        self.before_reset: Callable[[], object] = lambda: None
        self.after_reset: Callable[[object], None] = lambda _kept: None
        model.missing.connect(self._read_rows)

    @property
    def query(self) -> CustomerQuery:
        """What is shown or on its way."""
        return self._query

    def use_columns(self, fields: Sequence[Field], mask: bool, currency: str) -> None:
        """Make rows for these columns from now on; `mask` hides phones, amounts are in `currency`."""
        today = self._workplace.now().astimezone().date()
        made_of = (tuple(fields), today, mask, currency)
        if made_of != self._made_of:
            self._made_of = made_of
            self._maker = CellMaker(fields, today, None, mask, currency)

    def ask(self, query: CustomerQuery, in_sight: int) -> None:
        """Show another list; what is shown now stays until its first screen is there."""
        self._query = query
        self._later.stop()
        for group in (ALL, ROWS, AHEAD):
            self._work.forget(group)
        self._model.missed()
        workplace, maker = self._workplace, self._maker

        def read() -> tuple[CellMaker, list[int], list[CustomerRow]]:
            return maker, *read_customers.first_page(workplace, query, in_sight, _keys(maker))

        self._work.read(read, self._show_first, group=FIRST)

    def ask_again(self) -> None:
        """Read the same list anew behind what is shown: somebody may have come, gone or moved."""
        self._read_all()

    def _show_first(self, answer: tuple[CellMaker, list[int], list[CustomerRow]]) -> None:
        maker, first, rows = answer
        ids = array("q", first)
        if self._model.ids[: len(ids)] == ids and len(self._model.ids) > len(ids) >= FIRST_SCREEN:
            self._model.put(rows, maker.make)
        else:
            self._model.show(ids, rows, maker.make, stays=self.stays())
        complete = len(ids) < FIRST_SCREEN
        self.shown.emit()
        self.counted.emit(Count(len(ids), more=not complete))
        if not complete:
            self._later.start(_AFTER_MS)

    def _read_all(self) -> None:
        workplace, query = self._workplace, self._query
        self._work.read(lambda: read_customers.full_list(workplace, query), self._show_all, group=ALL, patient=True)

    def _show_all(self, listing: Listing) -> None:
        ids = listing.ids
        if self._model.can_extend(ids):
            self._model.extend(ids)
        elif self.is_in_use():
            self._later.start(_IN_USE_MS)
            return
        elif ids != self._model.ids:
            kept = self.before_reset()
            self._model.show(ids)
            self.after_reset(kept)
        self.counted.emit(Count(len(ids), listing.is_cut_off))
        unread = self._model.unread(_AHEAD_ROWS)
        if unread:
            self._work.read(self._reading(unread), self._take_ahead, group=AHEAD, patient=True)

    def _read_rows(self, ids: list[int]) -> None:
        self._work.read(self._reading(ids), self._take_rows, group=ROWS)

    def _reading(self, ids: list[int]) -> Callable[[], tuple[CellMaker, list[CustomerRow]]]:
        """Return what reads the rows of these ids."""
        workplace, maker = self._workplace, self._maker
        return lambda: (maker, read_customers.rows(workplace, ids, _keys(maker)))

    def _take_ahead(self, answer: tuple[CellMaker, list[CustomerRow]]) -> None:
        maker, rows = answer
        if maker is self._maker:
            self._model.take(rows, maker.make)

    def _take_rows(self, answer: tuple[CellMaker, list[CustomerRow]]) -> None:
        maker, rows = answer
        if maker is self._maker:
            self._model.put(rows, maker.make)
        else:
            self._model.missed()


def _keys(maker: CellMaker) -> list[str]:
    due = [DUE_DAYS] if any(field.key == NEXT for field in maker.columns) else []
    return [*(field.key for field in maker.columns), *due, "name_key", "phone"]
