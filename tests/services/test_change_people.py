"""People of the shop come, change and go; all of it can be taken back."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.services.change_people import add_person, all_people, change_person, set_person_active
from crm_desktop.services.undo import undo
from tests.support.shop import open_shop


@pytest.fixture
def desk(tmp_path):
    shop = open_shop(tmp_path)
    yield shop.workplace
    shop.store.close()


def shown(desk):
    return [(person.name, person.colour, person.active) for person in all_people(desk)]


def test_a_new_person_gets_a_colour_of_her_own(desk):
    add_person(desk, "  小 李 ")
    add_person(desk, "Anna", "teal")
    assert shown(desk) == [("Owner", "blue", True), ("小 李", "green", True), ("Anna", "teal", True)]


def test_every_change_can_be_taken_back(desk):
    before = shown(desk)
    person_id = add_person(desk, "Anna") and all_people(desk)[-1].id
    change_person(desk, person_id, name="Anne", colour="red")
    set_person_active(desk, person_id, False)
    assert shown(desk)[-1] == ("Anne", "red", False)
    for _ in range(3):
        undo(desk)
    assert shown(desk) == before


@pytest.mark.parametrize(
    ("name", "kind"), [(" \n", "value_invalid"), ("x" * 61, "value_invalid"), ("owner", "value_taken")]
)
def test_a_name_that_does_not_do_is_refused(desk, name, kind):
    with pytest.raises(Fault, match=kind):
        add_person(desk, name)
    assert len(shown(desk)) == 1


def test_a_colour_the_program_does_not_have_is_refused(desk):
    with pytest.raises(Fault, match="value_invalid"):
        change_person(desk, 1, colour="#ff0000")


def test_whoever_is_at_work_cannot_have_left(desk):
    with pytest.raises(Fault, match="value_invalid"):
        set_person_active(desk, desk.person_id, False)
    assert shown(desk) == [("Owner", "blue", True)]


def test_the_same_name_again_changes_nothing(desk):
    assert not change_person(desk, 1, name="Owner").changed


def test_somebody_who_is_not_there_cannot_be_changed(desk):
    with pytest.raises(Fault, match="not_found"):
        change_person(desk, 99, name="Nobody")
