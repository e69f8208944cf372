"""Add, rename, recolour people of the shop, and say who no longer works there."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import TAG_COLOURS, Person
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import RIGHTS, Role
from crm_desktop.services.change_tags import checked_colour
from crm_desktop.services.staff import refuse_higher, refuse_no_owner
from crm_desktop.services.values import checked_line
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import lookups, parts, tables
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 60


def all_people(workplace: Workplace) -> list[Person]:
    """Return everybody, those who left too, the first made first."""
    with workplace.store.read() as connection:
        return lookups.all_people(connection)


def add_person(workplace: Workplace, name: str, colour: str | None = None, *, role: Role = Role.CLERK) -> ChangeSet:
    """Add a person who works here.

    Raises Fault VALUE_INVALID or VALUE_TAKEN (a name in use), PIN_NEEDED, NOT_ALLOWED for a role with more rights than
    one has oneself.
    """
    workplace.require(Right.STAFF, fresh=True)
    for right in sorted(RIGHTS[role] - workplace.rights()):
        raise Fault(FaultKind.NOT_ALLOWED, right=right)
    with workplace.unit_of_work(Kind.PERSON_EDIT) as work:
        people = lookups.all_people(work.connection)
        values = {"name": _free_name(work, name, None), "colour": checked_colour(colour or _next_colour(people))}
        work.insert_one(
            tables.person, public_id=new_public_id(), active=1, created_at=work.at, role=role.value, **values
        )
        return work.commit()


def change_person(
    workplace: Workplace, person_id: int, *, name: str | None = None, colour: str | None = None
) -> ChangeSet:
    """Give a person another name or colour; raise Fault VALUE_INVALID, VALUE_TAKEN or NOT_FOUND."""
    workplace.require(Right.STAFF)
    with workplace.unit_of_work(Kind.PERSON_EDIT) as work:
        parts.get_part(work.connection, tables.person, person_id)
        values = {"name": _free_name(work, name, person_id)} if name is not None else {}
        values |= {"colour": checked_colour(colour)} if colour is not None else {}
        work.update(tables.person, person_id, **values)
        return work.commit()


def set_person_active(workplace: Workplace, person_id: int, active: bool) -> ChangeSet:
    """Note that a person left, or came back; what they did stays theirs.

    Raises Fault VALUE_INVALID for the person who is at work now and for the last owner: somebody must be able to go
    on. NOT_ALLOWED for an owner where the acting person is none, PIN_NEEDED.
    """
    workplace.require(Right.STAFF, fresh=True)
    with workplace.unit_of_work(Kind.PERSON_EDIT) as work:
        person = parts.get_part(work.connection, tables.person, person_id)
        if not active and person_id == workplace.person_id:
            raise Fault(FaultKind.VALUE_INVALID, field="active", value=person.name, reason="at_work")
        refuse_higher(workplace, work, person_id)
        work.update(tables.person, person_id, active=int(active))
        refuse_no_owner(work, person.name)
        return work.commit()


def _free_name(work: UnitOfWork, given: str, own_id: int | None) -> str:
    name = checked_line(given, NAME_LENGTH)
    others = {person.name.casefold() for person in lookups.all_people(work.connection) if person.id != own_id}
    if name.casefold() in others:
        raise Fault(FaultKind.VALUE_TAKEN, field="name", value=name)
    return name


def _next_colour(people: list[Person]) -> str:
    """Return a colour nobody has yet, as long as there is one."""
    taken = [person.colour for person in people]
    return min(TAG_COLOURS, key=taken.count)
