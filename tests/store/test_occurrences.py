"""What series fall on and what is next for a customer is as if worked out anew, whatever is done and taken back."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, event, text

from crm_desktop.base.errors import Fault
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.merge import MergeChoices
from crm_desktop.domain.query import Selection
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.restore_customers import restore_customers
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import redo, undo, undo_steps
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables as t
from tests.support.follow_ups import (
    TODAY,
    change,
    days_of,
    derived_findings,
    next_of,
    plan,
    plan_series,
    remove,
    take_out,
)
from tests.support.shop import Shop, open_shop

MONDAY = date(2026, 11, 23)


def test_a_series_falls_on_its_days_as_soon_as_it_is_planned(shop: Shop) -> None:
    days = days_of(shop, plan_series(shop, "FREQ=WEEKLY", MONDAY))
    assert days[:3] == ["2026-11-23", "2026-11-30", "2026-12-07"]
    assert days[-1] == "2027-12-27"


def test_a_series_taken_back_leaves_no_day_behind(shop: Shop) -> None:
    customer = shop.add("王小明")
    series = plan_series(shop, "FREQ=WEEKLY", MONDAY, customer_id=customer)
    undo(shop.workplace)
    assert days_of(shop, series) == []
    assert next_of(shop, customer) is None
    redo(shop.workplace)
    assert next_of(shop, customer) == "2026-11-23"


def test_an_occurrence_that_became_a_follow_up_is_counted_once(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=WEEKLY", MONDAY)
    plan(shop, date(2026, 11, 25), series_id=series, original="2026-11-23")
    assert days_of(shop, series)[0] == "2026-11-30"
    undo(shop.workplace)
    assert days_of(shop, series)[0] == "2026-11-23"


def test_an_occurrence_taken_out_comes_back_with_its_undo(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=DAILY;COUNT=3", MONDAY)
    take_out(shop, series, "2026-11-24")
    assert days_of(shop, series) == ["2026-11-23", "2026-11-25"]
    undo(shop.workplace)
    assert days_of(shop, series) == ["2026-11-23", "2026-11-24", "2026-11-25"]


def test_a_new_rule_counts_at_once_and_a_new_title_moves_nothing(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=WEEKLY", MONDAY, start_time=540)
    change(shop, t.follow_up_series, series, title="问候")
    change(shop, t.follow_up_series, series, rule="FREQ=MONTHLY;COUNT=2")
    assert days_of(shop, series) == ["2026-11-23", "2026-12-23"]


def test_what_is_counted_from_the_last_one_done_has_no_days_ahead(shop: Shop) -> None:
    assert days_of(shop, plan_series(shop, "FREQ=DAILY;INTERVAL=30", anchor="after_done")) == []


def test_a_rule_nobody_can_read_falls_on_no_day_and_check_names_it(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=SOMETIMES")
    assert days_of(shop, series) == []
    assert [finding.code for finding in derived_findings(shop)] == ["rule_unreadable"]


def test_the_next_follow_up_is_the_earliest_open_one(shop: Shop) -> None:
    customer = shop.add("王小明")
    plan_series(shop, "FREQ=WEEKLY", MONDAY, customer_id=customer)
    earlier = plan(shop, date(2026, 11, 20), customer_id=customer)
    assert next_of(shop, customer) == "2026-11-20"
    change(shop, t.follow_up, earlier, status="done")
    assert next_of(shop, customer) == "2026-11-23"


def test_who_is_in_the_bin_has_no_follow_ups_until_she_comes_out(shop: Shop) -> None:
    customer = shop.add("王小明")
    plan(shop, TODAY, customer_id=customer)
    plan_series(shop, "FREQ=WEEKLY", MONDAY, customer_id=customer)
    delete_customers(shop.workplace, Selection(ids=frozenset([customer])))
    assert (next_of(shop, customer), live(shop)) == (None, {0})
    undo(shop.workplace)
    assert (next_of(shop, customer), live(shop)) == ("2026-11-22", {1})


@pytest.mark.parametrize("table", [t.follow_up, t.follow_up_series])
def test_taken_from_who_is_in_the_bin_it_is_nobodys_and_shown_again(shop: Shop, table: Table) -> None:
    customer = shop.add("王小明")
    row = {"follow_up": plan, "follow_up_series": plan_everyday}[table.name](shop, TODAY, customer_id=customer)
    delete_customers(shop.workplace, Selection(ids=frozenset([customer])))
    change(shop, table, row, customer_id=None)
    assert live(shop) == {1}
    undo(shop.workplace)
    assert live(shop) == {0}


def plan_everyday(shop: Shop, day: date, **values: object) -> int:
    return plan_series(shop, "FREQ=DAILY", day, **values)


def test_a_merge_brings_follow_ups_and_series_along_and_its_undo_back(shop: Shop) -> None:
    one, other = shop.add("王小明", "13800001234"), shop.add("王晓明")
    plan(shop, TODAY, customer_id=other)
    plan_series(shop, "FREQ=WEEKLY", MONDAY, customer_id=other)
    merge_customers(shop.workplace, [one, other], MergeChoices(survivor_id=one))
    assert (next_of(shop, one), next_of(shop, other)) == ("2026-11-22", None)
    assert derived_findings(shop) == []
    undo(shop.workplace)
    assert (next_of(shop, one), next_of(shop, other)) == (None, "2026-11-22")
    assert derived_findings(shop) == []


def test_days_move_when_the_shop_closes_on_them(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=WEEKLY;COUNT=2", MONDAY, on_closed="after")
    change_setting(shop.workplace, "closed_weekdays", "0")
    assert days_of(shop, series) == ["2026-11-24", "2026-12-01"]
    change_setting(shop.workplace, "closed_weekdays", "")
    assert days_of(shop, series) == ["2026-11-23", "2026-11-30"]


def test_a_day_the_shop_enters_as_closed_is_passed_over(shop: Shop) -> None:
    series = plan_series(shop, "FREQ=DAILY;COUNT=2", MONDAY, on_closed="skip")
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_EDIT) as work:
        work.insert_one(t.shop_day, day="2026-11-24", closed=1, name="盘点")
        work.commit()
    assert days_of(shop, series) == ["2026-11-23"]


def test_many_series_changed_at_once_are_left_for_the_background(shop: Shop) -> None:
    for _ in range(51):
        plan_series(shop, "FREQ=WEEKLY;COUNT=2", MONDAY)
    with shop.workplace.unit_of_work(Kind.FOLLOW_UP_EDIT) as work:
        work.update_where(t.follow_up_series, t.follow_up_series.c.id > 0, {"rule": "FREQ=DAILY;COUNT=2"})
        work.commit()
    with shop.store.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM follow_up_series WHERE filled IS NULL")).scalar() == 51


def live(shop: Shop) -> set[int]:
    """Return how follow-ups and occurrences are marked."""
    with shop.store.read() as connection:
        return set(connection.execute(text("SELECT live FROM follow_up UNION SELECT live FROM occurrence")).scalars())


def test_a_save_that_touches_no_follow_up_asks_nothing_about_them(shop: Shop) -> None:
    customer = shop.add("王小明")
    plan(shop, TODAY, customer_id=customer)
    asked: list[str] = []
    listen = ("before_cursor_execute", lambda _c, _cursor, statement, *_more: asked.append(statement))
    event.listen(shop.store.writes, *listen)
    change_customer(shop.workplace, customer, {"note": "喜欢龙井"})
    event.remove(shop.store.writes, *listen)
    assert asked
    assert [statement for statement in asked if "dated" in statement or "follow_up" in statement] == []


RULES = ("FREQ=DAILY;COUNT=5", "FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA")
_NUMBER = st.integers(0, 5)
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("customer"), _NUMBER, _NUMBER),
        st.tuples(st.just("plan"), _NUMBER, st.integers(-70, 70)),
        st.tuples(st.just("series"), _NUMBER, _NUMBER),
        st.tuples(st.just("rule"), _NUMBER, _NUMBER),
        st.tuples(st.just("own"), _NUMBER, st.integers(0, 12)),
        st.tuples(st.just("take out"), _NUMBER, st.integers(0, 12)),
        st.tuples(st.just("done"), _NUMBER, _NUMBER),
        st.tuples(st.just("move"), _NUMBER, st.integers(-70, 70)),
        st.tuples(st.just("remove"), _NUMBER, _NUMBER),
        st.tuples(st.just("give"), _NUMBER, _NUMBER),
        st.tuples(st.just("bin"), _NUMBER, _NUMBER),
        st.tuples(st.just("out"), _NUMBER, _NUMBER),
        st.tuples(st.just("merge"), _NUMBER, _NUMBER),
        st.tuples(st.just("undo"), _NUMBER, _NUMBER),
        st.tuples(st.just("undo"), _NUMBER, _NUMBER),
        st.tuples(st.just("redo"), _NUMBER, _NUMBER),
    ),
    min_size=4,
    max_size=16,
)


class Story:
    """A shop in which things happen by number; what is not possible just now does not happen."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.customers = [shop.add("王小明"), shop.add("曾丽")]

    def step(self, verb: str, which: int, what: int) -> None:
        """Let one thing happen."""
        getattr(self, f"_{verb.replace(' ', '_')}")(which, what)

    def _customer(self, _which: int, _what: int) -> None:
        self.customers.append(self.shop.add("单雄信"))

    def _plan(self, which: int, days: int) -> None:
        plan(self.shop, TODAY + timedelta(days=days), customer_id=self._live(which))

    def _series(self, which: int, what: int) -> None:
        shift = "after" if which % 2 else "keep"
        rule = RULES[what % len(RULES)]
        plan_series(self.shop, rule, MONDAY, customer_id=self._live(which), on_closed=shift)

    def _rule(self, which: int, what: int) -> None:
        if series := self._one("follow_up_series", which):
            change(self.shop, t.follow_up_series, series, rule=RULES[what % len(RULES)])

    def _own(self, which: int, what: int) -> None:
        if found := self._occurrence(which, what):
            plan(self.shop, TODAY, series_id=found[0], original=found[1], customer_id=found[2])

    def _take_out(self, which: int, what: int) -> None:
        if found := self._occurrence(which, what):
            take_out(self.shop, found[0], found[1])

    def _done(self, which: int, what: int) -> None:
        if row := self._one("follow_up", which):
            change(self.shop, t.follow_up, row, status=("done", "closed", "open")[what % 3])

    def _move(self, which: int, days: int) -> None:
        if row := self._one("follow_up", which):
            change(self.shop, t.follow_up, row, day=(TODAY + timedelta(days=days)).isoformat())

    def _remove(self, which: int, what: int) -> None:
        table = (t.follow_up, t.series_exception)[what % 2]
        if row := self._one(table.name, which):
            remove(self.shop, table, row)

    def _give(self, which: int, what: int) -> None:
        table = (t.follow_up, t.follow_up_series)[what % 2]
        if row := self._one(table.name, which):
            change(self.shop, table, row, customer_id=self._live(what))

    def _bin(self, which: int, _what: int) -> None:
        if customer := self._live(which):
            delete_customers(self.shop.workplace, Selection(ids=frozenset([customer])))

    def _out(self, which: int, _what: int) -> None:
        if row := self._one("customer WHERE deleted_at IS NOT NULL AND merged_into IS NULL", which):
            restore_customers(self.shop.workplace, Selection(ids=frozenset([row])))

    def _merge(self, which: int, what: int) -> None:
        one, other = self._live(which), self._live(what)
        if one and other and one != other:
            merge_customers(self.shop.workplace, [one, other])

    def _undo(self, _which: int, _what: int) -> None:
        if undo_steps(self.shop.workplace).undo:
            self._try(undo)

    def _redo(self, _which: int, _what: int) -> None:
        if undo_steps(self.shop.workplace).redo:
            self._try(redo)

    def _try(self, verb: Callable[[Workplace], object]) -> None:
        with suppress(Fault):  # refused in words: nothing happened
            verb(self.shop.workplace)

    def _live(self, which: int) -> int | None:
        return self._one("customer WHERE deleted_at IS NULL", which)

    def _one(self, rows: str, which: int) -> int | None:
        with self.shop.store.read() as connection:
            ids = list(connection.execute(text(f"SELECT id FROM {rows} ORDER BY id")).scalars())
        return ids[which % len(ids)] if ids else None

    def _occurrence(self, which: int, what: int) -> tuple[int, str, int | None] | None:
        series = self._one("follow_up_series", which)
        sql = "SELECT series_id, original, customer_id FROM occurrence WHERE series_id = :id ORDER BY original"
        with self.shop.store.read() as connection:
            rows = connection.execute(text(sql), {"id": series}).all()
        return tuple(rows[what % len(rows)]) if rows else None  # type: ignore[return-value]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STEPS)
def test_whatever_is_done_and_taken_back_what_is_derived_is_as_rebuilt(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    story = Story(shop)
    for step in steps:
        story.step(*step)
    assert derived_findings(shop) == []
    shop.store.close()
