"""The kinds of follow-ups: those every shop has, and the shop's own."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.domain.follow_up import FollowUpKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.follow_up_values import own_kind
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, tables
from crm_desktop.store.follow_up_kinds import own_kinds
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 40
DEFAULT_ICON = "tag"


@dataclass(frozen=True)
class KindShown:
    """A kind as it is shown: its name, the name of a tag colour and of an icon.

    `kind` is what follow-ups hold; `own_id` is the shop's own kind, None for a built-in one.
    """

    kind: str
    name: str
    colour: str
    icon: str
    own_id: int | None = None
    active: bool = True


def kind_words() -> dict[str, str]:
    """Return the words for the built-in kinds."""
    return {
        FollowUpKind.CALL.value: _T("FollowUpKinds", "Call"),
        FollowUpKind.VISIT.value: _T("FollowUpKinds", "Visit"),
        FollowUpKind.MESSAGE.value: _T("FollowUpKinds", "Message"),
        FollowUpKind.SERVICE.value: _T("FollowUpKinds", "Service"),
        FollowUpKind.COLLECT.value: _T("FollowUpKinds", "Collect payment"),
        FollowUpKind.OTHER.value: _T("FollowUpKinds", "Other"),
    }


_LOOKS = {
    FollowUpKind.CALL.value: ("blue", "phone"),
    FollowUpKind.VISIT.value: ("green", "map-pin"),
    FollowUpKind.MESSAGE.value: ("teal", "message-circle"),
    FollowUpKind.SERVICE.value: ("amber", "wrench"),
    FollowUpKind.COLLECT.value: ("violet", "hand-coins"),
    FollowUpKind.OTHER.value: ("slate", "list-todo"),
}


def kinds(workplace: Workplace) -> list[KindShown]:
    """Return the built-in kinds, then the shop's own by name, those put aside too."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        own = own_kinds(connection)
    shown = [KindShown(kind, word, *_LOOKS[kind]) for kind, word in kind_words().items()]
    return shown + [
        KindShown(own_kind(row.id), row.name, row.colour, row.icon, row.id, bool(row.active)) for row in own
    ]


def add_kind(workplace: Workplace, name: str, colour: str, icon: str = DEFAULT_ICON) -> ChangeSet:
    """Add a kind of the shop's own; raise Fault VALUE_INVALID or VALUE_TAKEN (a name in use)."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.FOLLOW_UP_KIND) as work:
        values = {"name": _free_name(work, name, None), "colour": _colour(colour), "icon": icon}
        work.insert_one(tables.follow_up_kind, public_id=new_public_id(), active=1, **values)
        return work.commit()


def change_kind(
    workplace: Workplace,
    kind_id: int,
    *,
    name: str | None = None,
    colour: str | None = None,
    icon: str | None = None,
    active: bool | None = None,
) -> ChangeSet:
    """Rename, recolour or put aside a kind of the shop's own; raise Fault VALUE_INVALID, VALUE_TAKEN or NOT_FOUND."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.FOLLOW_UP_KIND) as work:
        parts.get_part(work.connection, tables.follow_up_kind, kind_id)
        values: dict[str, object] = {} if name is None else {"name": _free_name(work, name, kind_id)}
        values |= {} if colour is None else {"colour": _colour(colour)}
        values |= {} if icon is None else {"icon": icon}
        values |= {} if active is None else {"active": int(active)}
        if values:
            work.update(tables.follow_up_kind, kind_id, **values)
        return work.commit()


def _free_name(work: UnitOfWork, given: str, own_id: int | None) -> str:
    name = " ".join((clean_text(given) or "").split())
    if not name or len(name) > NAME_LENGTH:
        raise Fault(FaultKind.VALUE_INVALID, field="name", value=name, reason="too_long" if name else "empty")
    taken = {row.name.casefold() for row in own_kinds(work.connection) if row.id != own_id}
    taken |= {word.casefold() for word in kind_words().values()}
    if name.casefold() in taken:
        raise Fault(FaultKind.VALUE_TAKEN, field="name", value=name)
    return name


def _colour(colour: str) -> str:
    if colour not in TAG_COLOURS:
        raise Fault(FaultKind.VALUE_INVALID, field="colour", value=colour, reason="not_a_choice")
    return colour
