"""Keeping in touch: one open follow-up each, and every real contact begins the gap anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.plans import Cadence
from crm_desktop.domain.query import Selection
from crm_desktop.services import daily_work
from crm_desktop.services.change_tags import merge_tags
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.keep_in_touch import read_cadences, remove_cadence, save_cadence
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.tag_customers import add_tag, remove_tag
from crm_desktop.services.undo import undo
from crm_desktop.store import tables
from tests.support.shop import Shop


def tagged(shop: Shop, *customers: int, tag: str = "VIP") -> int:
    add_tag(shop.workplace, Selection(frozenset(customers)), tag)
    with shop.store.read() as connection:
        found: int = connection.exec_driver_sql("SELECT id FROM tag WHERE name = ?", (tag,)).scalar_one()
    return found


def rows(shop: Shop, customer: int) -> list[tuple[str, int, str]]:
    with shop.store.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT day, priority, status FROM follow_up WHERE customer_id = ? ORDER BY id", (customer,)
        )
        return [tuple(row) for row in found]


def due(shop: Shop, in_days: int) -> str:
    return (shop.workplace.now().date() + timedelta(days=in_days)).isoformat()


def later(shop: Shop, days: int) -> Shop:
    moment = shop.workplace.now() + timedelta(days=days)
    return replace(shop, workplace=replace(shop.workplace, clock=lambda: moment))


def test_everybody_with_the_tag_gets_one_follow_up_and_never_two(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    save_cadence(shop.workplace, Cadence(tagged(shop, wang, li), 30, 60))
    save_cadence(shop.workplace, Cadence(tagged(shop, wang, tag="老客"), 90, 120))
    do_daily_work(shop.workplace)
    assert rows(shop, wang) == rows(shop, li) == [(due(shop, 30), 1, "open")]
    assert do_daily_work(shop.workplace).changes == ()


def test_a_real_contact_of_any_way_puts_the_next_off_and_undo_brings_it_back(shop: Shop) -> None:
    wang = shop.add("王小明")
    save_cadence(shop.workplace, Cadence(tagged(shop, wang), 30, 60))
    do_daily_work(shop.workplace)
    next_week = later(shop, 7)
    log_interaction(next_week.workplace, wang, Contact(InteractionKind.WECHAT))
    assert rows(shop, wang) == [(due(next_week, 30), 1, "open")]
    undo(next_week.workplace)
    assert rows(shop, wang) == [(due(shop, 30), 1, "open")]


def test_a_note_and_a_vain_call_put_nothing_off(shop: Shop) -> None:
    wang = shop.add("王小明")
    save_cadence(shop.workplace, Cadence(tagged(shop, wang), 30, 60))
    do_daily_work(shop.workplace)
    next_week = later(shop, 7)
    log_interaction(next_week.workplace, wang, Contact(InteractionKind.NOTE, "来过电话"))
    log_interaction(next_week.workplace, wang, Contact(InteractionKind.CALL, outcome=Outcome.NO_ANSWER))
    assert rows(shop, wang) == [(due(shop, 30), 1, "open")]


def test_a_backlog_is_spread_over_days_and_nobody_left_out(shop: Shop) -> None:
    crowd = [shop.add(f"老顾客{number}") for number in range(40)]
    tag = tagged(shop, *crowd)
    next_year = later(shop, 365)
    save_cadence(next_year.workplace, Cadence(tag, 20, 60))
    do_daily_work(next_year.workplace)
    planned = [rows(shop, customer)[0][0] for customer in crowd]
    assert {planned.count(day) for day in planned} == {2}
    assert max(planned) == due(next_year, 19)


def test_a_backlog_planned_in_turns_is_spread_as_evenly(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daily_work, "MOST_AT_ONCE", 7)
    crowd = [shop.add(f"老顾客{number}") for number in range(40)]
    tag = tagged(shop, *crowd)
    next_year = later(shop, 365)
    save_cadence(next_year.workplace, Cadence(tag, 20, 60))
    answers = iter([False, False, False, True])
    assert not do_daily_work(next_year.workplace, lambda: next(answers, True)).complete
    assert do_daily_work(next_year.workplace).complete
    planned = [rows(shop, customer)[0][0] for customer in crowd]
    assert {planned.count(day) for day in planned} == {2}


def test_the_longest_gap_passed_makes_it_matter_more(shop: Shop) -> None:
    wang = shop.add("王小明")
    save_cadence(shop.workplace, Cadence(tagged(shop, wang), 30, 60))
    do_daily_work(shop.workplace)
    do_daily_work(later(shop, 59).workplace)
    assert rows(shop, wang) == [(due(shop, 30), 1, "open")]
    do_daily_work(later(shop, 61).workplace)
    assert rows(shop, wang) == [(due(shop, 30), 2, "open")], "nothing is moved silently"


def test_without_the_tag_or_the_cadence_the_open_one_is_closed(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    tag = tagged(shop, wang, li)
    save_cadence(shop.workplace, Cadence(tag, 30, 60))
    do_daily_work(shop.workplace)
    remove_tag(shop.workplace, Selection(frozenset({wang})), tag)
    do_daily_work(shop.workplace)
    assert rows(shop, wang)[0][2] == "closed"
    assert rows(shop, li)[0][2] == "open"
    (cadence,) = read_cadences(shop.workplace)
    remove_cadence(shop.workplace, cadence.id or 0)
    assert rows(shop, li)[0][2] == "closed"


def close(shop: Shop, customer: int, status: str, outcome: str | None = None) -> None:
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_CLOSE) as work:
        closed = {"status": status, "outcome": outcome, "closed_at": work.at, "closed_by": work.person_id}
        work.update_where(tables.follow_up, tables.follow_up.c.customer_id == customer, closed)
        work.commit()


def test_what_was_closed_does_not_stand_there_again_at_once(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    save_cadence(shop.workplace, Cadence(tagged(shop, wang, li), 30, 60))
    do_daily_work(shop.workplace)
    late = later(shop, 40)
    close(late, wang, "closed")
    close(late, li, "done", "no_answer")
    do_daily_work(late.workplace)
    assert rows(shop, wang)[1:] == [(due(late, 30), 1, "open")]
    assert rows(shop, li)[1:] == [(due(late, 3), 1, "open")], "tried in vain: soon again"


def test_a_contact_logged_long_afterwards_makes_nothing_due(shop: Shop) -> None:
    wang = shop.add("王小明")
    save_cadence(shop.workplace, Cadence(tagged(shop, wang), 30, 60))
    do_daily_work(shop.workplace)
    long_ago = shop.workplace.now() - timedelta(days=400)
    log_interaction(shop.workplace, wang, Contact(InteractionKind.CALL, at=long_ago))
    assert rows(shop, wang) == [(due(shop, 30), 1, "open")]


def test_another_gap_moves_what_is_planned(shop: Shop) -> None:
    wang = shop.add("王小明")
    save_cadence(shop.workplace, Cadence(tagged(shop, wang), 30, 60))
    do_daily_work(shop.workplace)
    (cadence,) = read_cadences(shop.workplace)
    save_cadence(shop.workplace, replace(cadence, ideal_days=10))
    assert rows(shop, wang) == [(due(shop, 10), 1, "open")]


def test_two_tags_merged_keep_one_cadence(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("李静")
    vip, old = tagged(shop, wang), tagged(shop, li, tag="老客")
    save_cadence(shop.workplace, Cadence(vip, 30, 60))
    save_cadence(shop.workplace, Cadence(old, 90, 120))
    do_daily_work(shop.workplace)
    merge_tags(shop.workplace, old, vip)
    assert [one.tag_id for one in read_cadences(shop.workplace)] == [vip]
    assert do_daily_work(shop.workplace).changes == (), "her entry stays, and it is one"


def test_two_customers_merged_are_met_once(shop: Shop) -> None:
    wang, li = shop.add("王小明"), shop.add("王小明")
    save_cadence(shop.workplace, Cadence(tagged(shop, wang, li), 30, 60))
    do_daily_work(shop.workplace)
    merge_customers(shop.workplace, [wang, li])
    do_daily_work(shop.workplace)
    assert [status for _day, _priority, status in rows(shop, wang)] == ["open", "closed"]
    assert do_daily_work(shop.workplace).changes == ()
