"""Saved views: named filters with their columns and order, for everybody in the shop or for one person."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.filters import Group
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import SavedView, Sort
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import saved_views
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 60


def read_views(workplace: Workplace) -> list[SavedView]:
    """Return the shared views and the acting person's own."""
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
    view = SavedView(0, _checked(name), filter_, columns, sort, None if shared else workplace.person_id)
    with workplace.unit_of_work(Kind.VIEW_SAVE) as work:
        _refuse_taken(work, view)
        saved_views.insert_view(work, view)
        work.about(count=1)
        return work.commit()


def change_view(workplace: Workplace, view: SavedView) -> ChangeSet:
    """Write a view anew: another name, filter, columns, order, or other people who see it; raise as `save_view`."""
    workplace.require(Right.CUSTOMERS_READ)
    view = replace(view, name=_checked(view.name))
    with workplace.unit_of_work(Kind.VIEW_SAVE) as work:
        saved_views.get_view(work.connection, view.id)
        _refuse_taken(work, view)
        saved_views.update_view(work, view)
        work.about(count=1)
        return work.commit()


def remove_view(workplace: Workplace, view_id: int) -> ChangeSet:
    """Remove a view; its customers stay as they are."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.unit_of_work(Kind.VIEW_REMOVE) as work:
        saved_views.delete_view(work, view_id)
        work.about(count=1)
        return work.commit()


def _checked(name: str) -> str:
    text = clean_text(name)
    if text is None or len(text) > NAME_LENGTH:
        raise Fault(FaultKind.VALUE_INVALID, field="name", reason="empty" if text is None else "too_long")
    return text


def _refuse_taken(work: UnitOfWork, view: SavedView) -> None:
    if saved_views.is_name_taken(work.connection, view):
        raise Fault(FaultKind.VALUE_TAKEN, field="name", value=view.name)
