"""`staff`: who works here, what each may do, and their PINs."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json, table
from crm_desktop.cli.pin import read_pin
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import Role
from crm_desktop.services import pins, staff
from crm_desktop.services.change_people import add_person, set_person_active
from crm_desktop.services.open_shop import OpenShop, ShopOptions
from crm_desktop.services.right_words import role_name
from crm_desktop.services.staff import Member, read_staff


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """List the staff, or change one of them and say how she stands then."""
    with shop_of(options) as shop:
        if arguments.action in (None, "list"):
            _list(read_staff(shop.workplace), as_json=arguments.json)
            return
        _ACTIONS[arguments.action](shop, arguments)
        say(*table([_line(_named(shop, arguments.name))]))


def _list(members: list[Member], *, as_json: bool) -> None:
    if as_json:
        say_json([_as_json(member) for member in members])
    else:
        say(*table(map(_line, members)))


def _line(member: Member) -> tuple[str, ...]:
    pin = _T("Command", "PIN") if member.has_pin else _T("Command", "no PIN")
    here = "" if member.active else _T("Command", "left")
    return member.name, role_name(member.role), pin, member.own.text or "", here


def _as_json(member: Member) -> dict[str, object]:
    plain = {"name": member.name, "role": member.role, "active": member.active, "has_pin": member.has_pin}
    return plain | {"rights": sorted(member.rights), "own": member.own.text}


def _named(shop: OpenShop, name: str) -> Member:
    members = read_staff(shop.workplace)
    for member in members:
        if member.name.casefold() == name.strip().casefold():
            return member
    raise Fault(FaultKind.NOT_FOUND, person=name, people=", ".join(member.name for member in members))


def _add(shop: OpenShop, arguments: argparse.Namespace) -> None:
    add_person(shop.workplace, arguments.name, role=Role(arguments.role))


def _set_role(shop: OpenShop, arguments: argparse.Namespace) -> None:
    staff.set_role(shop.workplace, _named(shop, arguments.name).id, Role(arguments.role))


def _set_rights(shop: OpenShop, arguments: argparse.Namespace) -> None:
    give, take = map(Right, arguments.give), map(Right, arguments.take)
    staff.change_rights(shop.workplace, _named(shop, arguments.name).id, give=give, take=take)


def _set_pin(shop: OpenShop, arguments: argparse.Namespace) -> None:
    member, place = _named(shop, arguments.name), shop.workplace
    asked = _T("Command", "New PIN of {name}: ").format(name=member.name)
    new = None if arguments.remove else read_pin(arguments.new_pin_file, asked, member.name)
    pins.reset_pin(place, member.id, new)


def _set_active(active: bool) -> Callable[[OpenShop, argparse.Namespace], None]:
    def note(shop: OpenShop, arguments: argparse.Namespace) -> None:
        set_person_active(shop.workplace, _named(shop, arguments.name).id, active)

    return note


_ACTIONS: dict[str, Callable[[OpenShop, argparse.Namespace], None]] = {
    "add": _add,
    "role": _set_role,
    "rights": _set_rights,
    "pin": _set_pin,
    "deactivate": _set_active(False),
    "activate": _set_active(True),
}
