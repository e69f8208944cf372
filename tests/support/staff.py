"""People of a shop for tests: one of each role, and their workplaces."""

from __future__ import annotations

from crm_desktop.domain.roles import Role
from crm_desktop.services.change_people import add_person, all_people
from crm_desktop.services.workplace import Workplace


def hire(workplace: Workplace, name: str, role: Role) -> int:
    """Add a person; return the id."""
    add_person(workplace, name, role=role)
    return next(person.id for person in all_people(workplace) if person.name == name)


def colleague(workplace: Workplace, role: Role, name: str = "") -> Workplace:
    """Return the workplace of a new person with this role."""
    return workplace.acting_as(hire(workplace, name or f"the {role}", role))
