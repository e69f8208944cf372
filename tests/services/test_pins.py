"""PINs: kept as hashes outside the journal, and guessing them takes longer and longer, a restart or not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.pins import WAITS_MS, left_to_wait, wait_after
from crm_desktop.domain.roles import Role
from crm_desktop.services import pins
from crm_desktop.services.change_people import add_person
from crm_desktop.services.session import Session
from crm_desktop.services.undo import undo_steps
from crm_desktop.store import tables
from tests.support.shop import NOON
from tests.support.staff import colleague, hire


class Clock:
    """A clock on the wall and one that only goes on, both set by hand."""

    def __init__(self) -> None:
        self.wall, self.running = NOON, 1000.0

    def pass_(self, seconds: float) -> None:
        self.wall, self.running = self.wall + timedelta(seconds=seconds), self.running + seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(shop, clock):
    session = Session(shop.workplace.person_id, lambda: clock.running)
    return replace(shop.workplace, session=session, clock=lambda: clock.wall)


def restarted(desk):
    """Return the desk as the next start of the program has it: the same database, a memory of nothing."""
    return replace(desk, session=Session(desk.person_id))


def fault_of(call, *arguments, **named):
    with pytest.raises(Fault) as fault:
        call(*arguments, **named)
    return fault.value


def guess(desk, times, pin="0000"):
    return [fault_of(pins.prove, desk, desk.person_id, pin).kind for _ in range(times)]


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "", "１２３４", "12 34"])
def test_a_pin_is_four_to_twelve_digits(desk, pin):
    assert fault_of(pins.set_own_pin, desk, pin).values["reason"] == "not_a_pin"


def test_the_right_pin_proves_who_one_is_for_two_minutes(desk, clock):
    pins.set_own_pin(desk, "2580")
    clock.pass_(121)
    assert fault_of(desk.require_proof).kind is FaultKind.PIN_NEEDED
    pins.prove(desk, desk.person_id, " 2580 ")
    clock.pass_(119)
    desk.require_proof()


def test_whoever_has_no_pin_is_never_asked(desk):
    desk.require_proof()
    pins.prove(desk, desk.person_id, "")


def test_a_new_pin_asks_for_the_old_one(desk):
    pins.set_own_pin(desk, "2580")
    assert fault_of(pins.set_own_pin, desk, "1111").kind is FaultKind.PIN_WRONG
    pins.set_own_pin(desk, "1111", old="2580")
    pins.prove(desk, desk.person_id, "1111")


def test_the_journal_says_that_a_pin_was_set_and_holds_none_of_it(desk, shop):
    pins.set_own_pin(desk, "73195")
    with shop.store.read() as connection:
        last = connection.execute(select(tables.operation).order_by(tables.operation.c.id.desc()).limit(1)).one()
        kept = connection.execute(text("SELECT hash FROM person_pin")).scalar_one()
        changes = connection.execute(select(tables.change).where(tables.change.c.operation_id == last.id)).all()
        payloads = connection.execute(select(tables.change_payload)).all()
    assert (last.kind, last.reason, changes) == (Kind.PIN_SET, "Owner", [])
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert "73195" not in kept + json.dumps([str(row) for row in payloads])
    assert not any(step.kind is Kind.PIN_SET for step in undo_steps(desk).undo)


def test_after_five_wrong_tries_even_the_right_one_has_to_wait(desk, clock):
    pins.set_own_pin(desk, "2580")
    assert guess(desk, 5) == [FaultKind.PIN_WRONG] * 5
    blocked = fault_of(pins.prove, desk, desk.person_id, "2580")
    assert (blocked.kind, blocked.values["wait"]) == (FaultKind.PIN_BLOCKED, "30 seconds")
    clock.pass_(30)
    pins.prove(desk, desk.person_id, "2580")
    assert guess(desk, 5) == [FaultKind.PIN_WRONG] * 5, "the count begins anew"


def test_each_further_wrong_try_waits_longer_up_to_a_quarter_of_an_hour(desk, clock):
    pins.set_own_pin(desk, "2580")
    guess(desk, 4)
    waits = []
    for _ in range(6):
        guess(desk, 1)
        waits.append(fault_of(pins.prove, desk, desk.person_id, "2580").values["left_ms"])
        clock.pass_(waits[-1] / 1000)
    assert waits == [30_000, 60_000, 300_000, 900_000, 900_000, 900_000]


def test_the_wait_survives_a_restart(desk):
    pins.set_own_pin(desk, "2580")
    guess(desk, 3)
    guess(restarted(desk), 2)
    assert guess(restarted(desk), 1, "2580") == [FaultKind.PIN_BLOCKED]


@pytest.mark.parametrize("days", [-400, -1])
def test_a_clock_set_back_neither_shortens_the_wait_nor_makes_it_years(desk, clock, days):
    pins.set_own_pin(desk, "2580")
    guess(desk, 5)
    clock.wall += timedelta(days=days)
    left = fault_of(pins.prove, restarted(desk), desk.person_id, "2580").values["left_ms"]
    assert left == 30_000


def test_a_clock_set_forward_does_not_shorten_the_wait_while_the_program_runs(desk, clock):
    pins.set_own_pin(desk, "2580")
    guess(desk, 5)
    clock.wall += timedelta(days=1)
    assert fault_of(pins.prove, desk, desk.person_id, "2580").values["left_ms"] == 30_000


def test_a_try_counts_though_the_program_ends_before_the_answer(desk, monkeypatch):
    pins.set_own_pin(desk, "2580")
    monkeypatch.setattr(pins, "_verifies", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            pins.prove(restarted(desk), desk.person_id, "2580")
    monkeypatch.undo()
    assert guess(restarted(desk), 1, "2580") == [FaultKind.PIN_BLOCKED]


def test_waits_never_shrink():
    waits = [wait_after(failures) for failures in range(12)]
    assert waits == sorted(waits)
    assert left_to_wait(5, None, 0) == 0
    assert left_to_wait(5, 10, 10) == 0
    assert left_to_wait(5, 10_000_000, 0) == WAITS_MS[0]


def test_the_owner_resets_the_pin_of_others(desk):
    clerk = colleague(desk, Role.CLERK)
    pins.set_own_pin(clerk, "1111")
    guess(clerk, 5)
    pins.reset_pin(desk, clerk.person_id, "2222")
    pins.prove(restarted(clerk), clerk.person_id, "2222")
    pins.reset_pin(desk, clerk.person_id)
    clerk.require_proof()


def test_nobody_but_an_owner_resets_an_owners_pin(desk):
    pins.set_own_pin(desk, "2580")
    manager = colleague(desk, Role.MANAGER)
    assert fault_of(pins.reset_pin, manager, desk.person_id, "1").kind is FaultKind.NOT_ALLOWED
    pins.reset_pin(desk.acting_as(hire(desk, "Second", Role.OWNER)), desk.person_id, "1111")


def test_the_owner_who_forgot_hers_comes_back_with_the_recovery_code(desk):
    pins.set_own_pin(desk, "2580")
    guess(desk, 5)

    def no_proof():
        raise Fault(FaultKind.CODE_WRONG)

    assert fault_of(pins.reset_by_proof, desk, desk.person_id, "1111", no_proof).kind is FaultKind.CODE_WRONG
    pins.reset_by_proof(desk, desk.person_id, "1111", lambda: None)
    pins.prove(restarted(desk), desk.person_id, "1111")


def test_the_recovery_code_resets_no_pin_but_an_owners(desk):
    clerk = hire(desk, "clerk", Role.CLERK)
    assert fault_of(pins.reset_by_proof, desk, clerk, None, lambda: None).kind is FaultKind.NOT_ALLOWED


def test_changing_the_staff_asks_for_the_pin_again(desk, clock):
    pins.set_own_pin(desk, "2580")
    add_person(desk, "小李")
    clock.pass_(121)
    assert fault_of(add_person, desk, "小王").kind is FaultKind.PIN_NEEDED
