"""Reading customers for lists, cards and the command line; nothing here writes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.records import dataclass
from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.domain.customer import Customer, CustomerRow, Interaction, Person, Tag
from crm_desktop.domain.journal import Event
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, lookups
from crm_desktop.store.custom_values import all_fields
from crm_desktop.store.queries import customer_list, customer_rows, customer_search

FIRST_SCREEN = customer_search.FIRST_SCREEN
"""`first_screen` returns at most this many ids; fewer are the whole list."""


@dataclass(frozen=True)
class Listing:
    """A list of customers: ids in order, and whether there may be more than it holds."""

    ids: array[int]
    is_cut_off: bool = False


@dataclass(frozen=True)
class Lookups:
    """What editors and filters choose from."""

    tags: tuple[tuple[Tag, int], ...]
    people: tuple[Person, ...]
    sources: tuple[str, ...]
    fields: tuple[CustomField, ...]
    tiers: tuple[str, ...] = ()


def first_screen(workplace: Workplace, query: CustomerQuery) -> list[int]:
    """Return the ids of the first screen of a list, at once."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return customer_list.first_ids(connection, query, to_stamp(workplace.now()))


@numbers_hidden
def first_page(
    workplace: Workplace, query: CustomerQuery, in_sight: int, columns: Iterable[str]
) -> tuple[list[int], list[CustomerRow]]:
    """Return the ids of the first screen of a list, and the rows of those in sight, of one and the same moment."""
    workplace.require(Right.CUSTOMERS_READ)
    now = to_stamp(workplace.now())
    with workplace.store.read() as connection:
        ids = customer_list.first_ids(connection, query, now)
        seen = ids[:in_sight]
        return ids, customer_rows.customer_rows(connection, seen, columns, now) if seen else []


def full_list(workplace: Workplace, query: CustomerQuery) -> Listing:
    """Return all ids of a list in order."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        ids = customer_list.all_ids(connection, query, to_stamp(workplace.now()))
    return Listing(ids, customer_list.is_cut_off(query, len(ids)))


def count_customers(workplace: Workplace, query: CustomerQuery) -> int:
    """Return how many customers a query has."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return customer_list.count(connection, query, to_stamp(workplace.now()))


def count_selected(workplace: Workplace, selection: Selection) -> int:
    """Return how many customers are selected."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return customer_list.count_selected(connection, selection, to_stamp(workplace.now()))


@numbers_hidden
def rows(workplace: Workplace, ids: Sequence[int], columns: Iterable[str]) -> list[CustomerRow]:
    """Return the rows of these ids, in their order, with plain values by column key."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return customer_rows.customer_rows(connection, ids, columns, to_stamp(workplace.now()))


@numbers_hidden
def read_customer(workplace: Workplace, customer_id: int) -> Customer:
    """Return a customer with everything on the card; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return customers.get_customer(connection, customer_id)


def resolve_customer(workplace: Workplace, given: str) -> int:
    """Return the id meant by a row number, public id or card number; raise Fault NOT_FOUND.

    What was a merged customer's leads to the survivor.
    """
    workplace.require(Right.CUSTOMERS_READ)
    from crm_desktop.store import merging

    with workplace.store.read() as connection:
        found = customers.find_by_public_id(connection, given) or lookups.card_holder(connection, given)
        found = found or merging.former_holder(connection, given)
        if found is None and given.isdigit() and customers.exists(connection, int(given)):
            found = int(given)
        if found is None:
            raise Fault(FaultKind.NOT_FOUND, id=given)
        return merging.survivor_of(connection, found)


def survivor_of(workplace: Workplace, customer_id: int) -> int:
    """Return who a customer was merged into, else the customer."""
    workplace.require(Right.CUSTOMERS_READ)
    from crm_desktop.store import merging

    with workplace.store.read() as connection:
        return merging.survivor_of(connection, customer_id)


@numbers_hidden
def timeline(workplace: Workplace, customer_id: int) -> tuple[list[Interaction], list[Event]]:
    """Return a customer's interactions and journal events, the newest first each."""
    workplace.require(Right.CUSTOMERS_READ)
    from crm_desktop.store import history, interactions

    with workplace.store.read() as connection:
        return (
            interactions.interactions_of(connection, customer_id),
            history.customer_events(connection, customer_id),
        )


def lookups_for_editing(workplace: Workplace) -> Lookups:
    """Return what editors and filters choose from."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return Lookups(
            tuple(lookups.all_tags(connection)),
            tuple(lookups.all_people(connection)),
            tuple(lookups.distinct_sources(connection)),
            tuple(all_fields(connection)),
            tuple(lookups.tier_names(connection)),
        )
