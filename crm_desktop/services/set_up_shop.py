"""The first start: a new database, and the owner as its first person."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.base.clock import Clock, system_clock, to_stamp
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import lookups, tables
from crm_desktop.store.store import Store, create_database
from crm_desktop.store.unit_of_work import UnitOfWork

OWNER_COLOUR = "blue"


def set_up_shop(path: Path, key: bytes, database_id: str, owner: str, clock: Clock = system_clock) -> Store:
    """Make a database with its owner and open it."""
    store = create_database(path, key, database_id)
    moment = to_stamp(clock())
    with UnitOfWork(store.writes, Kind.SETUP, at=moment, person_id=None, source=Source.PROGRAM) as work:
        values = {"name": owner, "colour": OWNER_COLOUR, "created_at": moment, "role": "owner"}
        work.insert_one(tables.person, public_id=new_public_id(), active=1, **values)
        work.commit()
    return store


def workplace_of_owner(store: Store, source: Source, clock: Clock = system_clock) -> Workplace:
    """Return the workplace of the shop's first active person: until staff have accounts, the owner acts."""
    with store.read() as connection:
        people = [person for person in lookups.all_people(connection) if person.active]
    return Workplace(store, people[0].id if people else None, clock, source)
