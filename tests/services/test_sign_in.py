"""Who is at work: a switch counts for every page at once, and what was asked for before stays in the asker's name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from crm_desktop.base.declared_settings import MASK_PHONES
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.domain.roles import Role
from crm_desktop.services.change_people import set_person_active
from crm_desktop.services.delete_customers import MANY, delete_customers
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.pins import reset_pin, set_own_pin
from crm_desktop.services.session import Session
from crm_desktop.services.shop_settings import ShopSettings, change_setting
from crm_desktop.services.sign_in import is_locked_at_start, people_at_work, sign_in, sign_out
from crm_desktop.services.undo import undo, undo_steps
from crm_desktop.store import tables
from tests.support.staff import hire


@pytest.fixture
def clerk(shop):
    found = hire(shop.workplace, "小李", Role.CLERK)
    reset_pin(shop.workplace, found, "4711")
    return found


@pytest.fixture
def asked(shop):
    """Give the owner a PIN that is not fresh any more; answer each question with the next of a list."""
    set_own_pin(shop.workplace, "2580")
    time = [0.0]
    place = replace(shop.workplace, session=Session(shop.workplace.person_id, lambda: time[0]))
    answers: list[str | None] = []
    questions: list[tuple[str, str]] = []

    def ask(name, wrong):
        questions.append((name, wrong))
        return answers.pop(0)

    place.session.asker = ask
    return place, answers, questions, time


def test_whoever_signs_in_is_at_work_everywhere(shop, clerk):
    sign_in(shop.workplace, clerk, "4711")
    assert shop.workplace.person_id == clerk
    shop.add("王小明")
    with shop.store.read() as connection:
        last = connection.execute(select(tables.operation).order_by(tables.operation.c.id.desc()).limit(2)).all()
    assert [(row.kind, row.person_id, row.reason) for row in last] == [
        ("customer.add", clerk, None),
        ("sign_in", clerk, "小李"),
    ]


def test_a_wrong_pin_changes_nothing(shop, clerk):
    owner = shop.workplace.person_id
    with pytest.raises(Fault) as fault:
        sign_in(shop.workplace, clerk, "0000")
    assert fault.value.kind is FaultKind.PIN_WRONG
    assert shop.workplace.person_id == owner


def test_each_takes_back_her_own_actions_only(shop, clerk):
    shop.add("of the owner")
    sign_in(shop.workplace, clerk, "4711")
    assert undo_steps(shop.workplace).undo == ()
    shop.add("of the clerk")
    assert undo(shop.workplace).subject_name == "of the clerk"
    assert undo_steps(shop.workplace).undo == ()


def test_signing_in_ends_no_redo_list(shop, clerk):
    sign_in(shop.workplace, clerk, "4711")
    shop.add("王")
    undo(shop.workplace)
    sign_in(shop.workplace, clerk, "4711")
    assert len(undo_steps(shop.workplace).redo) == 1


def test_whoever_left_cannot_sign_in(shop, clerk):
    set_person_active(shop.workplace, clerk, False)
    assert [one.name for one in people_at_work(shop.workplace)] == ["Owner"]
    with pytest.raises(Fault, match="not_found"):
        sign_in(shop.workplace, clerk, "4711")


def test_a_start_asks_who_is_there_only_where_somebody_here_has_a_pin(shop, clerk):
    assert is_locked_at_start(shop.workplace)
    set_person_active(shop.workplace, clerk, False)
    assert not is_locked_at_start(shop.workplace)


def test_after_signing_out_nothing_is_allowed(shop):
    sign_out(shop.workplace)
    with pytest.raises(Fault, match="not_allowed"):
        shop.add("王")


def test_what_asks_for_the_pin_again_is_done_when_it_is_right(asked, tmp_path):
    place, answers, questions, _ = asked
    answers += ["1111", "2580"]
    export_customers(place, tmp_path / "a.csv")
    export_customers(place, tmp_path / "b.csv")
    assert [name for name, _ in questions] == ["Owner", "Owner"], "once it is known it is not asked for again"
    assert questions[1][1].startswith("This is not the PIN of Owner")


def test_what_asks_for_the_pin_again_is_not_done_without_it(asked, tmp_path):
    place, answers, _, _ = asked
    answers += [None]
    with pytest.raises(Fault) as fault:
        export_customers(place, tmp_path / "a.csv")
    assert fault.value.kind is FaultKind.PIN_NEEDED
    assert not (tmp_path / "a.csv").exists()


def test_two_minutes_later_it_is_asked_for_again(asked, tmp_path):
    place, answers, questions, time = asked
    answers += ["2580", "2580"]
    export_customers(place, tmp_path / "a.csv")
    time[0] += 121
    export_customers(place, tmp_path / "a.csv")
    assert len(questions) == 2


def test_deleting_many_asks_again_and_a_few_does_not(shop, asked):
    place, answers, questions, _ = asked
    ids = [shop.add(f"顾客{number}") for number in range(MANY + 1)]
    delete_customers(place, Selection(frozenset(ids[:1])))
    assert questions == []
    answers += [None]
    with pytest.raises(Fault, match="pin_needed"):
        delete_customers(place, Selection(query=CustomerQuery()))
    assert shop.customer(ids[1]).deleted_at is None


def test_showing_every_number_in_lists_asks_again(asked):
    place, answers, questions, _ = asked
    change_setting(place, MASK_PHONES.key, True)
    assert questions == []
    answers += ["2580"]
    change_setting(place, MASK_PHONES.key, False)
    assert len(questions) == 1


def test_a_setting_that_was_refused_does_not_count(shop, clerk):
    sign_in(shop.workplace, clerk, "4711")
    settings = ShopSettings(shop.workplace, lambda job: job())
    with pytest.raises(Fault, match="not_allowed"):
        settings.set(MASK_PHONES.key, True)
    assert settings.get(MASK_PHONES.key) is None
