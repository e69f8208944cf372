"""Rename, recolour and merge tags, for every customer who carries them."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import checked_line
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, tables

TAG_LENGTH = 60


def checked_tag_name(name: str) -> str:
    """Return a tag's name without stray blanks; raise Fault VALUE_INVALID where it is empty or too long."""
    return checked_line(name, TAG_LENGTH, "tag")


def checked_colour(colour: str) -> str:
    """Return the name of a tag colour; raise Fault VALUE_INVALID for one the theme does not have."""
    if colour not in TAG_COLOURS:
        raise Fault(FaultKind.VALUE_INVALID, field="colour", value=colour, reason="not_a_choice")
    return colour


def rename_tag(workplace: Workplace, tag_id: int, name: str) -> ChangeSet:
    """Rename a tag; raise Fault VALUE_TAKEN where another has the name (they can be merged), NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    word = checked_tag_name(name)
    with workplace.unit_of_work(Kind.TAG_EDIT) as work:
        parts.get_part(work.connection, tables.tag, tag_id)
        holder = parts.tag_named(work.connection, word)
        if holder not in (None, tag_id):
            raise Fault(FaultKind.VALUE_TAKEN, field="tag", value=word, holder=holder)
        work.update(tables.tag, tag_id, name=word)
        return work.commit()


def recolour_tag(workplace: Workplace, tag_id: int, colour: str) -> ChangeSet:
    """Give a tag another colour, one of TAG_COLOURS."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    with workplace.unit_of_work(Kind.TAG_EDIT) as work:
        parts.get_part(work.connection, tables.tag, tag_id)
        work.update(tables.tag, tag_id, colour=checked_colour(colour))
        return work.commit()


def merge_tags(workplace: Workplace, source: int, target: int) -> ChangeSet:
    """Turn one tag into another for every customer; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    with workplace.unit_of_work(Kind.TAG_EDIT) as work:
        parts.get_part(work.connection, tables.tag, target)
        parts.get_part(work.connection, tables.tag, source)
        if source != target:
            parts.merge_tag(work, source, target)
        return work.commit()
