"""Who may do what: roles and single rights of the people of the shop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import OwnRights, Role, rights_of, single_rights
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, staff, tables
from crm_desktop.store.unit_of_work import UnitOfWork

RightsMaker = Callable[[Role, frozenset[Right]], OwnRights]
"""Returns the single rights of a person from her role and what she may do now."""


@dataclass(frozen=True)
class Member:
    """One person of the shop with what she may do."""

    id: int
    name: str
    colour: str
    active: bool
    role: str
    rights: frozenset[Right]
    own: OwnRights
    has_pin: bool


def read_staff(workplace: Workplace) -> list[Member]:
    """Return everybody with role, rights and whether they have a PIN, the first made first."""
    workplace.require(Right.STAFF)
    with workplace.store.read() as connection:
        colours = staff.colours(connection)
        return [_member(one, colours[one.person_id]) for one in staff.all_standings(connection)]


def set_role(workplace: Workplace, person_id: int, role: Role) -> ChangeSet:
    """Give a person another role; single rights that the new role says anyway go.

    Raises Fault NOT_ALLOWED where it would give what the acting person has not herself, VALUE_INVALID for the last
    owner, PIN_NEEDED, NOT_FOUND.
    """
    workplace.require(Right.STAFF, fresh=True)
    with workplace.unit_of_work(Kind.PERSON_EDIT) as work:
        person = parts.get_part(work.connection, tables.person, person_id)
        refuse_higher(workplace, work, person_id)
        own = OwnRights.read(person.rights).beside(role)
        _refuse_more_than_own(workplace, rights_of(role, own.text))
        work.update(tables.person, person_id, role=role.value, rights=own.text)
        refuse_no_owner(work, person.name)
        return work.commit()


def set_rights(workplace: Workplace, person_id: int, wanted: Iterable[Right]) -> ChangeSet:
    """Let a person do exactly this, whatever her role says; an owner may always do everything.

    Raises Fault NOT_ALLOWED, PIN_NEEDED, NOT_FOUND.
    """
    return _keep_rights(workplace, person_id, lambda role, _had: single_rights(role, frozenset(wanted)))


def change_rights(
    workplace: Workplace, person_id: int, *, give: Iterable[Right] = (), take: Iterable[Right] = ()
) -> ChangeSet:
    """Give a person some rights and take others from her; raise Fault NOT_ALLOWED, PIN_NEEDED, NOT_FOUND."""
    given, taken = frozenset(give), frozenset(take)
    return _keep_rights(workplace, person_id, lambda role, had: single_rights(role, (had | given) - taken))


def refuse_higher(workplace: Workplace, work: UnitOfWork, person_id: int) -> None:
    """Refuse to touch an owner by anybody who is none; raise Fault NOT_ALLOWED."""
    standing = staff.standing_of(work.connection, person_id)
    if standing is not None and standing.role == Role.OWNER:
        _refuse_more_than_own(workplace, frozenset(Right))


def refuse_no_owner(work: UnitOfWork, name: str) -> None:
    """Refuse what would leave the shop without an owner at work; raise Fault VALUE_INVALID."""
    if not staff.owners(work.connection):
        raise Fault(FaultKind.VALUE_INVALID, field="role", value=name, reason="last_owner")


def _keep_rights(workplace: Workplace, person_id: int, make: RightsMaker) -> ChangeSet:
    workplace.require(Right.STAFF, fresh=True)
    with workplace.unit_of_work(Kind.PERSON_EDIT) as work:
        person = parts.get_part(work.connection, tables.person, person_id)
        refuse_higher(workplace, work, person_id)
        had = rights_of(person.role, person.rights)
        if person.role == Role.OWNER or person.role not in set(Role):
            return work.commit()
        own = make(Role(person.role), had)
        _refuse_more_than_own(workplace, rights_of(person.role, own.text) - had)
        work.update(tables.person, person_id, rights=own.text)
        return work.commit()


def _refuse_more_than_own(workplace: Workplace, rights: frozenset[Right]) -> None:
    """Refuse to give what the acting person has not herself."""
    for right in sorted(rights - workplace.rights()):
        raise Fault(FaultKind.NOT_ALLOWED, right=right)


def _member(one: staff.Standing, colour: str) -> Member:
    rights = rights_of(one.role, one.rights)
    own = OwnRights.read(one.rights)
    return Member(one.person_id, one.name, colour, one.active, one.role, rights, own, one.has_pin)
