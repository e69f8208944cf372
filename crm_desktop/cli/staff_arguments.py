"""The arguments of `staff`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import Role


def add_staff(
    parser: argparse.ArgumentParser,
    make: type[argparse.ArgumentParser],
    everywhere: Callable[[], argparse.ArgumentParser],
) -> None:
    """Say what `staff` takes; without an action it lists everybody."""
    parser.set_defaults(action="list", json=False)
    actions = parser.add_subparsers(
        dest="action", title=_T("Command", "actions"), metavar=_T("Command", "ACTION"), parser_class=make
    )

    def action(name: str, help_: str, *, person: bool = True) -> Any:
        added = actions.add_parser(name, help=help_, description=help_, parents=[everywhere()])
        if person:
            added.add_argument("name", metavar=_T("Command", "NAME"))
        return added

    listing = action("list", _T("Command", "list everybody with role, rights and PIN"), person=False)
    listing.add_argument("--json", action="store_true", help=_T("Command", "print one JSON value"))
    add = action("add", _T("Command", "add a person"))
    _role(add, "--role", default=Role.CLERK.value)
    role = action("role", _T("Command", "give a person another role"))
    _role(role, "role")
    rights = action("rights", _T("Command", "give a person single rights, or take them from her"))
    for option, help_ in (("--give", _T("Command", "rights to give")), ("--take", _T("Command", "rights to take"))):
        choices, metavar = [right.value for right in Right], _T("Command", "RIGHT")
        rights.add_argument(option, nargs="+", default=[], choices=choices, metavar=metavar, help=help_)
    pin = action("pin", _T("Command", "set a person's PIN, or take it away"))
    source = _T("Command", "a file whose first line is the new PIN; - for standard input")
    pin.add_argument("--new-pin-file", type=Path, metavar=_T("Command", "FILE"), help=source)
    pin.add_argument("--remove", action="store_true", help=_T("Command", "let the person work without a PIN"))
    action("deactivate", _T("Command", "note that a person has left; what she did stays hers"))
    action("activate", _T("Command", "note that a person works here again"))


def _role(parser: Any, name: str, **options: Any) -> None:
    text = _T("Command", "owner, manager, clerk or trainee")
    choices, metavar = [role.value for role in Role], _T("Command", "ROLE")
    parser.add_argument(name, choices=choices, metavar=metavar, help=text, **options)
