"""A customer's statement: every entry of a span, and a signed balance that this program can check with no server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.loyalty.words import EntryShown, ProgrammeKind
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class StatementPart:
    """One programme on the statement: what stood there before, the entries (the oldest first), and what stands now."""

    programme_id: int
    kind: ProgrammeKind
    name: str
    before: int
    entries: tuple[EntryShown, ...]
    after: int
    principal: int = 0
    gift: int = 0
    expiring: tuple[tuple[date, int], ...] = ()
    """What goes when, as things stand."""


@dataclass(frozen=True)
class Statement:
    """What the page, the PDF and the workbook show; `signed` is the text of the code."""

    customer_id: int
    name: str
    card_number: str
    shop_name: str
    first: date
    last: date
    made_on: date
    parts: tuple[StatementPart, ...]
    signed: str


@dataclass(frozen=True)
class Verified:
    """What a signed text says, and whether this shop signed it."""

    genuine: bool
    customer_id: int | None = None
    name: str = ""
    day: date | None = None
    balances: tuple[tuple[str, int], ...] = ()
    """The name of each programme and what stood there on the day."""
    now: tuple[tuple[str, int], ...] = ()
    """The same today."""


def statement_of(
    workplace: Workplace, customer_id: int, first: date | None = None, last: date | None = None
) -> Statement:
    """Return a customer's statement of a span (the last twelve months); raise Fault NOT_FOUND."""
    raise NotImplementedError


def sign_balance(workplace: Workplace, customer_id: int) -> str:
    """Return today's balances as a signed text of capitals, digits and colons, short enough for a small code."""
    raise NotImplementedError


def verify_statement(workplace: Workplace, text: str) -> Verified:
    """Tell whether this shop signed a text, and what it says."""
    raise NotImplementedError
