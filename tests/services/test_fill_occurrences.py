"""Series are worked out in the background: what is stale, as days go by, and for months looked at beyond."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import text

from crm_desktop.base.clock import clock_from
from crm_desktop.services.fill_occurrences import fill_occurrences, is_filled
from crm_desktop.services.undo import undo_steps
from crm_desktop.services.workplace import Workplace
from tests.support.follow_ups import TODAY, days_of, derived_findings, next_of, plan_series
from tests.support.shop import NOON, Shop

MONDAY = date(2026, 11, 23)


def later(shop: Shop, days: int) -> Workplace:
    """Return the shop's workplace some days later."""
    return replace(shop.workplace, clock=clock_from(NOON + timedelta(days=days)))


def test_what_was_left_stale_is_worked_out(shop: Shop) -> None:
    customer = shop.add("王小明")
    series = plan_series(shop, "FREQ=WEEKLY", MONDAY, customer_id=customer)
    with shop.store.writes.begin() as connection:
        connection.execute(text("DELETE FROM occurrence"))
        connection.execute(text("UPDATE follow_up_series SET filled = NULL"))
    assert not is_filled(shop.workplace)
    filled = fill_occurrences(shop.workplace)
    assert (filled.series, filled.changed, filled.complete) == (1, True, True)
    assert days_of(shop, series)[0] == next_of(shop, customer) == "2026-11-23"
    assert is_filled(shop.workplace)


def test_a_second_run_finds_nothing_to_do(shop: Shop) -> None:
    plan_series(shop, "FREQ=WEEKLY", MONDAY)
    fill_occurrences(shop.workplace)
    assert fill_occurrences(shop.workplace).changed is False


def test_as_days_go_by_old_ones_are_dropped_and_new_ones_come(shop: Shop) -> None:
    customer = shop.add("王小明")
    series = plan_series(shop, "FREQ=DAILY", MONDAY, customer_id=customer)
    assert not is_filled(later(shop, 100))
    assert fill_occurrences(later(shop, 100)).changed
    days = days_of(shop, series)
    assert (days[0], days[-1]) == (str(TODAY + timedelta(days=40)), "2028-04-30")
    assert next_of(shop, customer) == days[0]
    assert derived_findings(shop) == []


def test_a_clock_set_back_by_a_year_and_forth_again_leaves_every_day_once(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=WEEKLY", MONDAY)
    before = days_of(shop, series)
    fill_occurrences(later(shop, -365))
    assert derived_findings(shop) == []
    fill_occurrences(shop.workplace)
    assert days_of(shop, series) == before


def test_a_month_far_ahead_is_worked_out_when_somebody_looks_at_it(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=WEEKLY", MONDAY)
    fill_occurrences(shop.workplace, [date(2029, 11, 22)])
    assert [day for day in days_of(shop, series) if day > "2028"] == [
        "2029-11-05", "2029-11-12", "2029-11-19", "2029-11-26",
    ]  # fmt: skip
    assert derived_findings(shop) == []


def test_a_series_planned_later_is_worked_out_for_months_looked_at_too(shop: Shop) -> None:
    fill_occurrences(shop.workplace, [date(2029, 11, 1)])
    series = plan_series(shop, "FREQ=MONTHLY", MONDAY)
    assert days_of(shop, series)[-1] == "2029-11-23"


def test_who_asks_it_to_stop_keeps_what_is_done(shop: Shop) -> None:
    for _ in range(3):
        plan_series(shop, "FREQ=WEEKLY", MONDAY)
    filled = fill_occurrences(later(shop, 40), is_cancelled=lambda: True)
    assert not filled.complete
    assert derived_findings(shop) == []
    assert fill_occurrences(later(shop, 40)).complete
    assert derived_findings(shop) == []


def test_nothing_of_it_is_journaled(shop: Shop) -> None:
    plan_series(shop, "FREQ=WEEKLY", MONDAY)
    before = undo_steps(shop.workplace)
    fill_occurrences(later(shop, 100), [date(2029, 11, 1)])
    assert undo_steps(shop.workplace) == before
