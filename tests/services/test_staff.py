"""Roles and rights hold in the services: who may not, cannot; and the shop never runs out of owners."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import RIGHTS, Role
from crm_desktop.services.change_people import add_person, set_person_active
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.staff import change_rights, read_staff, set_rights, set_role
from crm_desktop.services.undo import undo
from tests.support.staff import colleague, hire


def member(shop, person_id):
    return next(one for one in read_staff(shop.workplace) if one.id == person_id)


def refused(call, *arguments, **named):
    with pytest.raises(Fault) as fault:
        call(*arguments, **named)
    return fault.value


def test_a_new_person_is_a_clerk(shop):
    add_person(shop.workplace, "小李")
    (_, new) = read_staff(shop.workplace)
    assert (new.name, new.role, new.rights) == ("小李", Role.CLERK, RIGHTS[Role.CLERK])


@pytest.mark.parametrize("role", list(Role))
def test_a_person_may_do_what_her_role_says_and_no_more(shop, role):
    assert colleague(shop.workplace, role).rights() == RIGHTS[role]


def test_a_refusal_says_what_who_may_and_the_way_out(shop):
    trainee = colleague(shop.workplace, Role.TRAINEE)
    fault = refused(register_customer, trainee, CustomerDraft("王"))
    said = sentence_for(fault)
    assert fault.kind is FaultKind.NOT_ALLOWED
    assert "Register and change customers" in said
    assert "Owner, Manager, Clerk may" in said
    assert "Ask the owner" in said


def test_a_right_that_is_taken_is_gone_at_once(shop):
    clerk = colleague(shop.workplace, Role.CLERK)
    assert clerk.may(Right.SELL)
    change_rights(shop.workplace, clerk.person_id, take=[Right.SELL], give=[Right.EXPORT])
    assert not clerk.may(Right.SELL)
    assert clerk.may(Right.EXPORT)
    undo(shop.workplace)
    assert clerk.rights() == RIGHTS[Role.CLERK]


def test_ticks_say_exactly_what_somebody_may(shop):
    clerk = colleague(shop.workplace, Role.CLERK)
    set_rights(shop.workplace, clerk.person_id, {Right.SELL, Right.REVEAL})
    assert clerk.rights() == {Right.SELL, Right.REVEAL}


def test_a_new_role_keeps_what_was_given_beyond_it(shop):
    someone = colleague(shop.workplace, Role.TRAINEE)
    change_rights(shop.workplace, someone.person_id, give=[Right.EXPORT, Right.TOP_UP])
    set_role(shop.workplace, someone.person_id, Role.CLERK)
    assert someone.rights() == RIGHTS[Role.CLERK] | {Right.EXPORT}
    assert member(shop, someone.person_id).own.given == {Right.EXPORT}


def test_whoever_left_may_do_nothing(shop):
    clerk = colleague(shop.workplace, Role.CLERK)
    set_person_active(shop.workplace, clerk.person_id, False)
    assert clerk.rights() == frozenset()


def test_nobody_may_do_anything_before_somebody_has_signed_in(shop):
    assert shop.workplace.acting_as(None).rights() == frozenset()


def test_the_program_may_do_what_it_does_by_itself(shop):
    trainee = colleague(shop.workplace, Role.TRAINEE)
    assert do_daily_work(trainee).complete


def test_the_last_owner_cannot_be_demoted(shop):
    owner = shop.workplace.person_id
    assert refused(set_role, shop.workplace, owner, Role.MANAGER).values["reason"] == "last_owner"
    second = hire(shop.workplace, "Second", Role.OWNER)
    set_role(shop.workplace, owner, Role.MANAGER)
    assert not shop.workplace.may(Right.STAFF)
    assert shop.workplace.acting_as(second).may(Right.STAFF)


def test_the_last_owner_cannot_be_deactivated(shop):
    owner = shop.workplace.person_id
    manager = colleague(shop.workplace, Role.MANAGER)
    change_rights(shop.workplace, manager.person_id, give=[Right.STAFF])
    assert refused(set_person_active, manager, owner, False).kind is FaultKind.NOT_ALLOWED
    second = hire(shop.workplace, "Second", Role.OWNER)
    set_person_active(shop.workplace.acting_as(second), owner, False)
    left = refused(set_person_active, shop.workplace.acting_as(second), second, False)
    assert left.kind is FaultKind.VALUE_INVALID


def test_an_undo_cannot_leave_the_shop_without_an_owner(shop):
    second = shop.workplace.acting_as(hire(shop.workplace, "Second", Role.CLERK))
    made = set_role(shop.workplace, second.person_id, Role.OWNER)
    set_role(second, shop.workplace.person_id, Role.MANAGER)
    assert refused(undo, second, made.operation_id).values["reason"] == "last_owner"


def test_an_undo_is_no_way_to_rights(shop):
    clerk = colleague(shop.workplace, Role.CLERK)
    taken = change_rights(shop.workplace, clerk.person_id, take=[Right.SELL])
    assert refused(undo, clerk, taken.operation_id).values["right"] is Right.STAFF


def test_nobody_gives_more_than_she_has(shop):
    manager = colleague(shop.workplace, Role.MANAGER)
    change_rights(shop.workplace, manager.person_id, give=[Right.STAFF])
    clerk = hire(shop.workplace, "clerk", Role.CLERK)
    assert refused(set_role, manager, manager.person_id, Role.OWNER).kind is FaultKind.NOT_ALLOWED
    assert refused(change_rights, manager, clerk, give=[Right.KEYS]).values["right"] is Right.KEYS
    assert refused(add_person, manager, "Friend", role=Role.OWNER).kind is FaultKind.NOT_ALLOWED
    set_role(manager, clerk, Role.MANAGER)


def test_a_job_acts_as_whoever_asked_for_it(shop):
    session = shop.workplace.session
    job = session.bound(lambda: shop.workplace.person_id)
    owner = shop.workplace.person_id
    session.switch(hire(shop.workplace, "Next", Role.CLERK))
    assert job() == owner
    assert shop.workplace.person_id != owner
