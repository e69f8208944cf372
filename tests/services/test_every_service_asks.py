"""Every command of the services names the right it needs, before it looks at anything: all of them, times all roles."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import MagicMock

import pytest

from crm_desktop import services
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import RIGHTS, Role
from crm_desktop.services.session import Session
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.staff import Standing

BY_ITSELF = "the program does it by itself, whoever is at work"
SHOWN = "how things are shown is asked before anybody has signed in, and says nothing of a customer"
PART = "a part of commands that have asked"

EXEMPT = {
    "back_up.back_up_before": BY_ITSELF,
    "after_restore.apply_kept": BY_ITSELF,
    "back_up.back_up_if_changed": BY_ITSELF,
    "catch_up.catch_up": BY_ITSELF,
    "catch_up.catch_up_if_behind": BY_ITSELF,
    "catch_up.standing": BY_ITSELF,
    "check_database.check_database": "whoever fears damage may look; it tells no customer's data",
    "check_database.check_since_backup": "whoever fears damage may look; it tells no customer's data",
    "clock_check.clock_behind": BY_ITSELF,
    "daily_loyalty.loyalty_jobs": BY_ITSELF,
    "daily_work.do_daily_work": BY_ITSELF,
    "expire_lots.expire_lots": BY_ITSELF,
    "first_steps.first_steps": "whoever may not take the steps gets none",
    "fill_occurrences.fill_occurrences": BY_ITSELF,
    "finish_restore.finish_restore": BY_ITSELF,
    "fill_occurrences.is_filled": BY_ITSELF,
    "give_gifts.birthdays_due": BY_ITSELF,
    "give_gifts.give_birthday_gifts": BY_ITSELF,
    "give_gifts.note_looked": BY_ITSELF,
    "read_calendar.needs_filling": BY_ITSELF,
    "watch_database.rescue": "whoever is there when the disk fails must be able to save the shop",
    "noted_export.note_export": "whoever wrote the file was asked; the note is what the journal gets of it",
    "readable_copy.make_readable": BY_ITSELF,
    "recheck_tiers.recheck_tiers": BY_ITSELF,
    "rehearse_backup.rehearse_newest": BY_ITSELF,
    "safety.how_safe": SHOWN,
    "second_place.carry": BY_ITSELF,
    "second_place.put_off": "to be asked again a week later is nobody's right",
    "change_people.all_people": SHOWN,
    "day_close.today_of": SHOWN,
    "end_sample_shop.is_sample_shop": SHOWN,
    "read_backups.read_backups": "when backups were made says nothing of a customer",
    "read_follow_up.shop_today": SHOWN,
    "say_money.currency_of": SHOWN,
    "shop_clock.shop_clock": SHOWN,
    "shop_settings.read_settings": SHOWN,
    "pins.prove": "whoever knows a PIN may show it: nobody is at work yet",
    "pins.remove_own_pin": "one's own PIN is one's own, and the old one is asked for",
    "pins.reset_by_proof": "the recovery code says more than a right",
    "pins.set_own_pin": "one's own PIN is one's own, and the old one is asked for",
    "masking.sees_numbers": "it tells what the acting person may, and nothing else",
    "key_state.key_state": "how the book is locked says nothing of a customer",
    "notices.kept_notice": PART,
    "notices.words_in_use": SHOWN,
    "pins.ask_again": PART,
    "reveal.hide_again": "to hide needs no right",
    "sign_in.act_as": "this is how a command comes to act for somebody; the PIN is asked for",
    "sign_in.is_locked_at_start": SHOWN,
    "sign_in.people_at_work": SHOWN,
    "sign_in.sign_in": "this is how somebody comes to have rights; the PIN is asked for",
    "sign_in.sign_out": "whoever is at work may leave",
    "sign_in.unlock": "the PIN is asked for",
    "staff.refuse_higher": PART,
    "undo.undo_steps": "whoever may undo nothing gets an empty list",
}
"""Functions that ask nothing, each with its reason."""

SHOP = ("Workplace", "OpenShop")


class Touched(Exception):
    """The store was asked for something."""


class ClosedStore:
    """A store that knows how one person stands, and complains when it is asked for anything else."""

    def __init__(self, role: str, rights: str | None) -> None:
        self.staff = self
        self._standing = Standing(1, "Somebody", role, rights, active=True, has_pin=False)

    def standing(self, _person_id: int) -> Standing:
        return self._standing

    def __getattr__(self, name: str) -> Any:
        raise Touched(name)


def commands() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield every public function of the services that is given a workplace, by its name."""
    for found in pkgutil.walk_packages(services.__path__, "crm_desktop.services."):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            ours = function.__module__ == module.__name__ and not name.startswith("_")
            if ours and any(given_shop(parameter) for parameter in inspect.signature(function).parameters.values()):
                yield f"{found.name.removeprefix('crm_desktop.services.')}.{name}", function


def given_shop(parameter: inspect.Parameter) -> bool:
    return str(parameter.annotation) in SHOP


ALL = dict(commands())
ASKING = sorted(set(ALL) - set(EXEMPT))


def call(function: Callable[..., Any], role: str, rights: str | None = None) -> Fault | None:
    """Call a command as a person of this role; return the refusal, None where it went on to work."""
    place = Workplace(ClosedStore(role, rights), Session(1))  # type: ignore[arg-type]
    given: dict[str, Any] = {"Workplace": place, "OpenShop": MagicMock(workplace=place, store=place.store)}
    arguments, named = [], {}
    for parameter in inspect.signature(function).parameters.values():
        value = given.get(str(parameter.annotation), MagicMock())
        if parameter.default is parameter.empty and parameter.kind is parameter.KEYWORD_ONLY:
            named[parameter.name] = value
        elif parameter.default is parameter.empty and parameter.kind is not parameter.VAR_POSITIONAL:
            arguments.append(value)
    try:
        result = function(*arguments, **named)
        if inspect.isgenerator(result):
            next(result)
    except Fault as fault:
        return fault if fault.kind is FaultKind.NOT_ALLOWED else None
    except Exception:  # noqa: BLE001 - whatever it is, it is no refusal
        return None
    return None


def right_asked(name: str) -> Right:
    """Return the right a command asks for first."""
    refusal = call(ALL[name], "nobody")
    assert refusal is not None, f"{name} goes on without asking for a right"
    right = refusal.values["right"]
    assert isinstance(right, Right)
    return right


@pytest.mark.parametrize("name", ASKING)
def test_each_role_is_refused_what_it_may_not_do_and_nothing_else(name):
    right = right_asked(name)
    for role in Role:
        refusal = call(ALL[name], role)
        if right not in RIGHTS[role]:
            assert refusal is not None, role
            assert refusal.values["right"] is right
        elif refusal is not None:
            assert refusal.values["right"] not in RIGHTS[role]


@pytest.mark.parametrize("name", ASKING)
def test_the_right_alone_opens_the_door_and_without_it_the_owner_of_all_others_is_refused(name):
    right = right_asked(name)
    refusal = call(ALL[name], Role.TRAINEE, f"+{right}")
    assert refusal is None or refusal.values["right"] is not right
    lacking = " ".join([f"-{right}", *(f"+{other}" for other in Right if other is not right)])
    assert call(ALL[name], Role.CLERK, lacking) is not None


def test_the_list_of_functions_that_need_not_ask_names_no_other():
    assert set(EXEMPT) <= set(ALL)
    assert all(EXEMPT.values())
