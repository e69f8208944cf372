"""Puts the rows of a file of sales together into slips, and says which of them take something back.

A slip is known by its number and day, without a number by whose it is and when. What it is known by is the same
whenever the file is read, so that a slip that came in once is known again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from crm_desktop.domain.sales import SaleKind
from crm_desktop.exchange.sale_words import CAME_BACK

Moment = tuple[int, str, bool]
"""Stamp, the shop's day, and whether a time of day was named."""

_CANCELS = re.compile(r"(?:c|cn|cr|r|退|红|取消|作废|退货|退款)[-_ ]?(?=\d)", re.IGNORECASE)
_PLAIN = re.compile(r"\d+")
_CHINESE = tuple(word for word in CAME_BACK if not word.isascii())


@dataclass(slots=True)
class SlipLine:
    """One row of a slip; quantities are thousandths, money is minor units."""

    row: int
    item: int
    quantity: int
    unit_price: int
    discount: int
    amount: int


@dataclass(slots=True)
class FileSlip:
    """A slip of a file. `customer` is the place of whoever bought among the customers of the file."""

    row: int
    """The number of its first row."""
    number: str
    identity: str
    """What it is known by; empty until the end for a row alone that belongs to nobody."""
    customer: int | None = None
    moment: Moment | None = None
    lines: list[SlipLine] = field(default_factory=list)
    came_back: bool = False
    """Whether a word of the file says so."""
    broken: int = 0
    """The number of a row of it that cannot be taken; 0 where all can."""
    rows: list[int] = field(default_factory=list)
    """Rows without a line of their own: those that cannot be taken."""
    clerk: str = ""
    paid_by: str = ""
    note: str = ""
    kind: SaleKind = SaleKind.SALE
    cancels: str = ""
    """The number of the slip that it says it takes back."""

    @property
    def total(self) -> int:
        """Return what the slip comes to."""
        return sum(line.amount for line in self.lines)


class SlipBook:
    """Finds the slip each row belongs to. At the end `finish` settles what only the whole file tells."""

    def __init__(self) -> None:
        self.slips: list[FileSlip] = []
        self._by_key: dict[tuple[object, ...], FileSlip] = {}
        self._days: dict[str, str] = {}
        self._last: FileSlip | None = None

    def slip_of(self, row: int, number: str, moment: Moment | None, customer: int | None, mark: str) -> FileSlip:
        """Return the slip of a row; `mark` is what the customer is known by wherever the file is read."""
        if number:
            slip = self._numbered(row, number, moment, customer, mark)
        elif moment is None and customer is None:
            # What merged cells leave behind: a row of its own goods, and nothing else, belongs to the one above.
            slip = self._last or self._new(row, "", "", ())
        elif customer is None:
            slip = self._new(row, "", "", ())
        else:
            at = "" if moment is None else moment[0] if moment[2] else moment[1]
            slip = self._found((mark, at), row, "", f"{mark}@{at}")
        if slip.customer is None:
            slip.customer = customer
        if slip.moment is None:
            slip.moment = moment
        self._last = slip
        return slip

    def _numbered(self, row: int, number: str, moment: Moment | None, customer: int | None, mark: str) -> FileSlip:
        """Return the slip of a number and day; two customers under one number have a slip each."""
        day = self._days.get(number, "") if moment is None else moment[1]
        self._days[number] = day
        slip = self._found((number, day, ""), row, number, f"{number}@{day}")
        if customer is None or slip.customer in (None, customer):
            return slip
        return self._found((number, day, mark), row, number, f"{number}@{day}/{mark}")

    def _found(self, key: tuple[object, ...], row: int, number: str, identity: str) -> FileSlip:
        return self._by_key.get(key) or self._new(row, number, identity, key)

    def _new(self, row: int, number: str, identity: str, key: tuple[object, ...]) -> FileSlip:
        slip = FileSlip(row, number, identity)
        self.slips.append(slip)
        if key:
            self._by_key[key] = slip
        return slip

    def finish(self) -> None:
        """Say of each slip what it is; slips that come to something the other way round are turned."""
        plain = {slip.number for slip in self.slips if _PLAIN.fullmatch(slip.number)}
        numbers = {slip.number for slip in self.slips}
        for slip in self.slips:
            stripped = _CANCELS.sub("", slip.number, count=1)
            marked = stripped != slip.number and bool(plain)
            worded = slip.came_back or any(word in slip.number for word in _CHINESE)
            slip.kind = kind_of(slip, said=worded or (marked and _is_other_way_round(slip, stripped in numbers)))
            if slip.kind is SaleKind.REFUND and marked and stripped in numbers:
                slip.cancels = stripped
            if slip.kind is SaleKind.REFUND and slip.total > 0:
                _turn(slip)
        for number, slip in self._alone():
            line = slip.lines[0] if slip.lines else SlipLine(slip.row, 0, 0, 0, 0, 0)
            at = slip.moment[0] if slip.moment else ""
            slip.identity = f"@{at}:{line.quantity}:{line.amount}:{number}"

    def _alone(self) -> Iterator[tuple[int, FileSlip]]:
        """Yield rows that belong to nobody and have no number, counted among those that are just alike."""
        seen: Counter[tuple[object, ...]] = Counter()
        for slip in self.slips:
            if not slip.identity:
                alike = (slip.moment, *((line.item, line.quantity, line.amount) for line in slip.lines[:1]))
                seen[alike] += 1
                yield seen[alike], slip


def kind_of(slip: FileSlip, *, said: bool) -> SaleKind:
    """Return what a slip is: a refund where that is said, or where it takes more back than it sells."""
    gives = any(line.quantity > 0 or line.amount > 0 for line in slip.lines)
    takes = any(line.quantity < 0 or line.amount < 0 for line in slip.lines)
    back = said or (takes and not gives) or slip.total < 0
    return SaleKind.REFUND if back else SaleKind.SALE


def _is_other_way_round(slip: FileSlip, has_original: bool) -> bool:
    """Tell whether a slip with a marked number is a cancellation: of one of the file, or of less than nothing."""
    return has_original or all(line.quantity <= 0 for line in slip.lines)


def _turn(slip: FileSlip) -> None:
    """Give what came back the sign it has in every sum."""
    for line in slip.lines:
        line.quantity, line.discount, line.amount = -line.quantity, -line.discount, -line.amount
