"""The first start: a new database, and the owner as its first person."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.base.clock import Clock, system_clock, to_stamp
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import Role
from crm_desktop.services.session import Session
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customer_tables, staff
from crm_desktop.store.store import Store, create_database

OWNER_COLOUR = "blue"


def set_up_shop(path: Path, key: bytes, database_id: str, owner: str, clock: Clock = system_clock) -> Store:
    """Make a database with its owner and open it."""
    from crm_desktop.store.unit_of_work import UnitOfWork

    store = create_database(path, key, database_id)
    moment = to_stamp(clock())
    with UnitOfWork(store.writes, Kind.SETUP, at=moment, person_id=None, source=Source.PROGRAM) as work:
        values = {"name": owner, "colour": OWNER_COLOUR, "created_at": moment, "role": Role.OWNER.value}
        work.insert_one(customer_tables.person, public_id=new_public_id(), active=1, **values)
        work.commit()
    return store


def workplace_of_owner(store: Store, source: Source, clock: Clock = system_clock) -> Workplace:
    """Return the workplace of the shop's owner, the first made of several: whoever has said nothing else acts so."""
    with store.read() as connection:
        here = [one for one in staff.all_standings(connection) if one.active]
    owners = [one for one in here if one.role == Role.OWNER]
    return Workplace(store, Session(next((one.person_id for one in owners or here), None)), clock, source)


def name_owner(workplace: Workplace, before: str, after: str) -> None:
    """Call an owner whom the program named `before` by another word: the language was chosen after she was made."""
    workplace.require(Right.STAFF)
    with workplace.as_program().unit_of_work(Kind.PERSON_EDIT) as work:
        named = (customer_tables.person.c.id == workplace.person_id) & (customer_tables.person.c.name == before)
        work.update_where(customer_tables.person, named, {"name": after})
        work.commit()
