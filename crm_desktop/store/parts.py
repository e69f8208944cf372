"""The rows that belong to one customer: finding one, and the few writes services need beyond insert and update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Table, func, select, text

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store import tables as t

if TYPE_CHECKING:
    from crm_desktop.store.unit_of_work import UnitOfWork


def get_part(connection: Connection, table: Table, row_id: int) -> Row[Any]:
    """Return a row by its id; raise Fault NOT_FOUND."""
    row = connection.execute(select(table).where(table.c.id == row_id)).one_or_none()
    if row is None:
        raise Fault(FaultKind.NOT_FOUND, entity=table.name, id=row_id)
    return row


def remove_part(work: UnitOfWork, table: Table, row_id: int) -> None:
    """Delete a row; its image stays in the journal."""
    work.delete_where(table, table.c.id == row_id)


def has_contact(connection: Connection, customer_id: int, kind: str, value: str, normal: str | None) -> int | None:
    """Return the id of the customer's own contact point that is the same, if there is one."""
    point = t.contact_point.c
    same = point.normal == normal if normal else point.value == value
    mine = (point.customer_id == customer_id) & (point.kind == kind)
    return connection.execute(select(point.id).where(mine, same)).scalar()


def make_primary(work: UnitOfWork, customer_id: int, kind: str, contact_id: int) -> None:
    """Mark one contact point as the primary one of its kind, and no other."""
    point = t.contact_point.c
    mine = (point.customer_id == customer_id) & (point.kind == kind)
    work.update_where(t.contact_point, mine & (point.id != contact_id), {"is_primary": 0})
    work.update(t.contact_point, contact_id, is_primary=1)


def leave_one_main_contact(work: UnitOfWork) -> None:
    """Where an undo left a customer two primary contact points of a kind, let the one it did not write stay."""
    point = t.contact_point.c
    touched = text("contact_point.customer_id IN (SELECT customer_id FROM temp.touched)")
    several = (
        select(point.customer_id, point.kind)
        .where(point.is_primary == 1, touched)
        .group_by(point.customer_id, point.kind)
        .having(func.count() > 1)
    )
    marked = func.json_extract(t.change_payload.c.after, "$.is_primary") == 1
    written = (
        select(t.change.c.row_id)
        .join(t.change_payload, t.change_payload.c.change_id == t.change.c.id)
        .where(t.change.c.operation_id == work.operation_written, t.change.c.entity == t.contact_point.name, marked)
    )
    for customer_id, kind in work.connection.execute(several).all():
        mine = (point.customer_id == customer_id) & (point.kind == kind) & (point.is_primary == 1)
        order = (point.id.in_(written), point.id)
        stays = work.connection.execute(select(point.id).where(mine).order_by(*order).limit(1)).scalar()
        work.update_where(t.contact_point, mine & (point.id != stays), {"is_primary": 0})


def first_contact(connection: Connection, customer_id: int, kind: str) -> int | None:
    """Return the oldest contact point of a kind."""
    point = t.contact_point.c
    mine = (point.customer_id == customer_id) & (point.kind == kind)
    return connection.execute(select(point.id).where(mine).order_by(point.id).limit(1)).scalar()


def carries_tag(connection: Connection, customer_id: int, tag_id: int) -> bool:
    """Tell whether a customer carries a tag."""
    link = t.customer_tag.c
    found = connection.execute(select(link.id).where(link.customer_id == customer_id, link.tag_id == tag_id))
    return found.scalar() is not None


def remove_tag(work: UnitOfWork, customer_id: int, tag_id: int) -> None:
    """Take a tag off a customer."""
    link = t.customer_tag.c
    work.delete_where(t.customer_tag, (link.customer_id == customer_id) & (link.tag_id == tag_id))


def tag_named(connection: Connection, name: str) -> int | None:
    """Return the id of a tag by its name."""
    return connection.execute(select(t.tag.c.id).where(t.tag.c.name == name)).scalar()


def merge_tag(work: UnitOfWork, source: int, target: int) -> None:
    """Give every customer with one tag the other instead, and remove the first."""
    link = t.customer_tag.c
    has_target = select(link.customer_id).where(link.tag_id == target).scalar_subquery()
    work.update_where(t.customer_tag, (link.tag_id == source) & link.customer_id.not_in(has_target), {"tag_id": target})
    work.delete_where(t.customer_tag, link.tag_id == source)
    work.update_where(t.follow_up_plan, t.follow_up_plan.c.event_tag_id == source, {"event_tag_id": target})
    _merge_cadences(work, source, target)
    work.delete_where(t.tag, t.tag.c.id == source)


def _merge_cadences(work: UnitOfWork, source: int, target: int) -> None:
    """Let the cadence of a tag go with it: the other tag's own stays, else it becomes the other's."""
    rows = select(t.cadence.c.tag_id, t.cadence.c.id).where(t.cadence.c.tag_id.in_((source, target)))
    found = {row.tag_id: row.id for row in work.connection.execute(rows)}
    if source in found and target in found:
        work.update_where(t.follow_up, t.follow_up.c.cadence_id == found[source], {"cadence_id": found[target]})
        work.delete_where(t.cadence, t.cadence.c.id == found[source])
    else:
        work.update_where(t.cadence, t.cadence.c.tag_id == source, {"tag_id": target})
