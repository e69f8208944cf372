"""Who is at work: everybody who can be, and the change from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.services.pins import prove
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import lookups, staff


@dataclass(frozen=True)
class AtWork:
    """Somebody who works here, as the sign-in shows her."""

    id: int
    name: str
    colour: str
    role: str
    has_pin: bool


def people_at_work(workplace: Workplace) -> list[AtWork]:
    """Return everybody who works here, the first made first."""
    with workplace.store.read() as connection:
        standings = {one.person_id: one for one in staff.all_standings(connection)}
        people = [person for person in lookups.all_people(connection) if person.active]
    return [AtWork(one.id, one.name, one.colour, standings[one.id].role, standings[one.id].has_pin) for one in people]


def is_locked_at_start(workplace: Workplace) -> bool:
    """Tell whether a start asks who is there: anybody who works here has a PIN."""
    with workplace.store.read() as connection:
        return staff.anybody_has_pin(connection)


def sign_in(workplace: Workplace, person_id: int, pin: str = "") -> ChangeSet:
    """Let somebody be at work in this session from now on; what was asked for before stays in whose name it was.

    Raises Fault PIN_WRONG, PIN_BLOCKED, and NOT_FOUND for whoever does not work here.
    """
    standing = _standing_here(workplace, person_id)
    prove(workplace, person_id, pin)
    workplace.session.switch(person_id)
    if standing.has_pin:
        workplace.session.prove(person_id)
    if workplace.store.is_only_read:
        return ChangeSet(None, Kind.SIGN_IN)
    with workplace.acting_as(person_id).unit_of_work(Kind.SIGN_IN, reason=standing.name) as work:
        work.keep_operation()
        return work.commit()


def act_as(workplace: Workplace, name: str | None, ask_pin: Callable[[str], str] | None) -> None:
    """Let a command act for a person, by name, or for the owner; her PIN is asked for where she has one.

    Raises Fault NOT_FOUND (`person`, `people`) for a name nobody here has, PIN_NEEDED, PIN_WRONG, PIN_BLOCKED.
    """
    people = people_at_work(workplace)
    wanted = None if name is None else name.strip().casefold()
    for one in people:
        if one.name.casefold() == wanted or (wanted is None and one.id == workplace.person_id):
            _act(workplace, one, ask_pin)
            return
    if wanted is not None:
        raise Fault(FaultKind.NOT_FOUND, person=name, people=", ".join(one.name for one in people))


def _act(workplace: Workplace, person: AtWork, ask_pin: Callable[[str], str] | None) -> None:
    if person.has_pin:
        if ask_pin is None:
            raise Fault(FaultKind.PIN_NEEDED, person=person.name, person_id=person.id)
        prove(workplace, person.id, ask_pin(person.name))
    workplace.session.switch(person.id)
    if person.has_pin:
        workplace.session.prove(person.id)


def unlock(workplace: Workplace, pin: str = "") -> None:
    """Go on as whoever is at work; raise Fault PIN_WRONG, PIN_BLOCKED."""
    if workplace.session.signed_in is not None:
        prove(workplace, workplace.session.signed_in, pin)


def sign_out(workplace: Workplace) -> None:
    """Let nobody be at work: nothing is allowed until somebody signs in."""
    workplace.session.switch(None)


def _standing_here(workplace: Workplace, person_id: int) -> staff.Standing:
    with workplace.store.read() as connection:
        standing = staff.standing_of(connection, person_id)
    if standing is None or not standing.active:
        raise Fault(FaultKind.NOT_FOUND, person_id=person_id)
    return standing
