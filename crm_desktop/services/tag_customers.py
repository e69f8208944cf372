"""Give customers a tag, take one from them, or turn one into another, as one step of the undo list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.change_tags import checked_colour, checked_tag_name
from crm_desktop.services.preview import SAMPLES, Preview, Sample
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk, customers, parts, relations, tables
from crm_desktop.store.queries import customer_list
from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class TagChange:
    """A tag to add (by name, new ones are made), one to take away (by id), or both: one in the place of the other."""

    add: str = ""
    remove: int | None = None


def add_tag(workplace: Workplace, selection: Selection, name: str) -> ChangeSet:
    """Give selected customers a tag, making it where there is none of this name; raise Fault VALUE_INVALID."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    word = checked_tag_name(name)
    with workplace.unit_of_work(Kind.TAG_ADD) as work:
        one = bulk.only_one(work.connection, selection, work.at)
        work.about(one, count=put_tag(work, selection, word))
        return work.commit()


def remove_tag(workplace: Workplace, selection: Selection, tag_id: int) -> ChangeSet:
    """Take a tag from those selected customers who carry it."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    with workplace.unit_of_work(Kind.TAG_REMOVE) as work:
        one = bulk.only_one(work.connection, selection, work.at)
        work.about(one, count=bulk.remove_tag(work, selection, tag_id))
        return work.commit()


def replace_tag(workplace: Workplace, selection: Selection, old_id: int, name: str) -> ChangeSet:
    """Give those selected customers who carry a tag another in its place; raise Fault VALUE_INVALID."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    word = checked_tag_name(name)
    with workplace.unit_of_work(Kind.TAG_ADD) as work:
        one = bulk.only_one(work.connection, selection, work.at)
        (new_id,) = customers.tag_ids(work, [word])
        if new_id == old_id:
            raise Fault(FaultKind.VALUE_INVALID, field="tag", reason="same_tag")
        work.about(one, count=bulk.replace_tag(work, selection, old_id, new_id))
        return work.commit()


def change_tags(workplace: Workplace, selection: Selection, change: TagChange) -> ChangeSet:
    """Do what a change says; raise Fault VALUE_INVALID."""
    if change.remove is None:
        return add_tag(workplace, selection, change.add)
    if not change.add:
        return remove_tag(workplace, selection, change.remove)
    return replace_tag(workplace, selection, change.remove, change.add)


def preview_tags(
    workplace: Workplace, selection: Selection, change: TagChange, is_cancelled: Callable[[], bool] = lambda: False
) -> Preview:
    """Say what `change_tags` would do, writing nothing; the samples hold the names of tags before and after."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    word = checked_tag_name(change.add) if change.add or change.remove is None else ""
    now = to_stamp(workplace.now())
    with workplace.store.read_apart(is_cancelled) as connection:
        new_id = parts.tag_named(connection, word) if word else None
        if new_id is not None and new_id == change.remove:
            raise Fault(FaultKind.VALUE_INVALID, field="tag", reason="same_tag")
        adds = change.remove is None
        rows = bulk.tagged(connection, selection, new_id if adds else change.remove, now, carry=not adds)
        found = bulk.samples(connection, rows, "name", now, limit=SAMPLES)
        carried = relations.tag_names(connection, [row[0] for row in found])
        old = relations.names_of(connection, tables.tag, [] if change.remove is None else [change.remove])
        samples = [
            Sample(who, name, before := carried.get(who, ()), _after(before, word, old.get(change.remove or 0)))
            for who, name, _ in found
        ]
        total = customer_list.count_selected(connection, selection, now)
        return Preview(total, bulk.count(connection, rows), tuple(samples))


def put_tag(work: UnitOfWork, selection: Selection, word: str, colour: str | None = None) -> int:
    """Give selected customers a tag; one that is new is made, in the given colour; return how many did not carry it."""
    is_new = parts.tag_named(work.connection, word) is None
    (tag_id,) = customers.tag_ids(work, [word])
    if is_new and colour is not None:
        work.update(tables.tag, tag_id, colour=checked_colour(colour))
    return bulk.add_tag(work, selection, tag_id)


def _after(before: tuple[str, ...], added: str, removed: str | None) -> tuple[str, ...]:
    kept = [name for name in before if name not in (removed, added)]
    return (*kept, added) if added else tuple(kept)
