"""Roles say what people may do; what is not said is denied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.journal import NOT_UNDOABLE, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import RIGHTS, OwnRights, Role, rights_of, roles_with, single_rights
from crm_desktop.domain.undo_rights import RIGHT_OF, rights_to_undo

roles = st.sampled_from(list(Role))
some = st.frozensets(st.sampled_from(list(Right)))


def test_an_owner_may_do_everything():
    assert rights_of(Role.OWNER, "-staff -export") == frozenset(Right)


def test_each_role_may_do_less_than_the_one_above():
    owner, manager, clerk, trainee = (RIGHTS[role] for role in Role)
    assert owner > manager > clerk > trainee


@pytest.mark.parametrize("role", ["", "boss", "OWNER"])
def test_a_role_nobody_knows_may_do_nothing(role):
    assert rights_of(role, "+export") == frozenset()


def test_single_rights_are_given_and_taken():
    rights = rights_of(Role.CLERK, "+export -sell")
    assert Right.EXPORT in rights
    assert Right.SELL not in rights


def test_words_nobody_knows_give_nothing():
    assert rights_of(Role.TRAINEE, "+everything export ++export +") == RIGHTS[Role.TRAINEE]


@given(some, some)
def test_single_rights_are_read_as_they_were_written(given_, taken):
    own = OwnRights(given_, taken)
    assert OwnRights.read(own.text) == own


@given(roles, some)
def test_any_set_of_rights_can_be_reached_from_any_role_but_the_owners(role, wanted):
    reached = rights_of(role, single_rights(role, wanted).text)
    assert reached == (frozenset(Right) if role is Role.OWNER else wanted)


@given(roles, some, some)
def test_what_a_role_says_anyway_need_not_be_kept(role, given_, taken):
    own = OwnRights(given_, taken - given_)
    assert rights_of(role, own.beside(role).text) == rights_of(role, own.text)


def test_only_an_owner_gives_rights():
    assert roles_with(Right.STAFF) == [Role.OWNER]


def test_every_action_that_can_be_taken_back_names_the_right_for_it():
    assert set(Kind) - NOT_UNDOABLE == set(RIGHT_OF)


def test_a_strangers_sale_is_taken_back_only_by_who_may_void():
    assert rights_to_undo(Kind.SALE, own=True) == (Right.UNDO, Right.SELL)
    assert Right.VOID in rights_to_undo(Kind.SALE, own=False)
