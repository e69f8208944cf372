"""Saved views: named filters with their columns and order, for everybody in the shop or for one person."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.domain.filters import Group
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import SavedView, Sort
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import checked_line
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customer_tables, saved_views
from crm_desktop.store.owned import refuse_taken

NAME_LENGTH = 60


def read_views(workplace: Workplace) -> list[SavedView]:
    """Return the shared views and the acting person's own."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return saved_views.views_of(connection, workplace.person_id)


def save_view(
    workplace: Workplace,
    name: str,
    filter_: Group,
    columns: tuple[tuple[str, int], ...],
    sort: Sort | None,
    *,
    shared: bool,
) -> ChangeSet:
    """Save a new view; raise Fault VALUE_INVALID (no name) or VALUE_TAKEN (a view in sight has it)."""
    workplace.require(Right.CUSTOMERS_READ)
    owner = None if shared else workplace.person_id
    view = SavedView(0, checked_line(name, NAME_LENGTH), filter_, columns, sort, owner)
    with workplace.unit_of_work(Kind.VIEW_SAVE) as work:
        refuse_taken(work.connection, customer_tables.saved_view, view)
        saved_views.insert_view(work, view)
        work.about(count=1)
        return work.commit()


def change_view(workplace: Workplace, view: SavedView) -> ChangeSet:
    """Write a view anew: another name, filter, columns, order, or other people who see it; raise as `save_view`."""
    workplace.require(Right.CUSTOMERS_READ)
    from crm_desktop.store import parts

    view = replace(view, name=checked_line(view.name, NAME_LENGTH))
    with workplace.unit_of_work(Kind.VIEW_SAVE) as work:
        parts.get_part(work.connection, customer_tables.saved_view, view.id)
        refuse_taken(work.connection, customer_tables.saved_view, view)
        saved_views.update_view(work, view)
        work.about(count=1)
        return work.commit()


def remove_view(workplace: Workplace, view_id: int) -> ChangeSet:
    """Remove a view; its customers stay as they are."""
    workplace.require(Right.CUSTOMERS_READ)
    from crm_desktop.store import parts

    with workplace.unit_of_work(Kind.VIEW_REMOVE) as work:
        parts.remove_part(work, customer_tables.saved_view, view_id)
        work.about(count=1)
        return work.commit()
