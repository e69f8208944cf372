"""Series are worked out in the background: what is stale, as days go by, and for months looked at beyond."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from crm_desktop.base.clock import clock_from
from crm_desktop.domain.recurrence import Moment, occurrences, parse_rule
from crm_desktop.services.fill_occurrences import fill_occurrences, is_filled
from crm_desktop.services.undo import undo_steps
from crm_desktop.services.workplace import Workplace
from tests.support.follow_ups import TODAY, days_of, derived_findings, next_of, plan, plan_series
from tests.support.shop import NOON, Shop, open_shop

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


def test_as_days_go_by_new_ones_come_and_an_undone_one_stays(shop: Shop) -> None:
    customer = shop.add("王小明")
    series = plan_series(shop, "FREQ=DAILY", MONDAY, customer_id=customer)
    assert not is_filled(later(shop, 100))
    assert fill_occurrences(later(shop, 100)).changed
    days = days_of(shop, series)
    assert (days[0], days[-1], len(days)) == ("2026-11-23", "2028-04-30", 525)
    assert next_of(shop, customer) == days[0]
    assert derived_findings(shop) == []


def test_a_shop_that_stood_still_for_years_owes_every_day_of_them(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=WEEKLY", MONDAY)
    hourly = plan_series(shop, "FREQ=HOURLY", MONDAY, start_time=0)
    fill_occurrences(later(shop, 5 * 365))
    days = days_of(shop, series)
    assert days[:2] == ["2026-11-23", "2026-11-30"]
    assert all(date.fromisoformat(one) == MONDAY + timedelta(weeks=week) for week, one in enumerate(days))
    assert days_of(shop, hourly)[0] == "2026-11-23"
    assert days_of(shop, hourly)[-1] == days[-1][:8] + "31"
    assert derived_findings(shop) == []


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(-800, 1500), st.integers(0, 9), st.booleans()), min_size=1, max_size=6),
    st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,SA", "FREQ=MONTHLY;BYMONTHDAY=-1")),
)
def test_wherever_the_clock_jumps_no_undone_day_slips(
    tmp_path_factory: pytest.TempPathFactory, jumps: list[tuple[int, int, bool]], rule: str
) -> None:
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    series = plan_series(shop, rule, MONDAY)
    dealt_with: set[str] = set()
    for days, which, cancelled in jumps:
        fill_occurrences(later(shop, days), is_cancelled=lambda stop=cancelled: stop)
        fill_occurrences(later(shop, days))
        if (there := days_of(shop, series)) and len(dealt_with) < 3:
            dealt_with.add(original := there[which % len(there)])
            plan(shop, TODAY, series_id=series, original=original, status="done")
    fill_occurrences(later(shop, 700))
    said = occurrences(parse_rule(rule), Moment(MONDAY), MONDAY, TODAY + timedelta(days=700))
    owed = {str(one.day) for one in said} - dealt_with
    assert owed <= set(days_of(shop, series))
    assert not dealt_with & set(days_of(shop, series))
    assert derived_findings(shop) == []
    shop.store.close()


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
