"""The sample shop: the same for the same seed, whole like a shop that was typed in, and only in an empty folder."""

import contextlib
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.phone import parse_phone
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services.begin_trade import begin_trade
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.check_database import check_database
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.day_close import read_day, today_of
from crm_desktop.services.fill_demo import fill_demo
from crm_desktop.services.follow_up_plans import read_plans
from crm_desktop.services.keep_in_touch import read_cadences
from crm_desktop.services.read_customers import count_customers, first_screen, rows
from crm_desktop.services.saved_views import read_views
from crm_desktop.services.suggested_plans import take_suggestion
from crm_desktop.services.undo import undo, undo_steps
from crm_desktop.store.chain import broken_seals
from crm_desktop.store.derived import refresh_derived
from crm_desktop.store.dump import Dump, business_dump
from tests.support.follow_ups import derived_findings
from tests.support.shop import NOON, Shop, open_shop

SIZE = 400


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    shop = open_shop(tmp_path_factory.mktemp("demo"))
    fill_demo(shop.workplace, SIZE)
    yield shop
    shop.store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Shop]:
    shop = open_shop(tmp_path)
    yield shop
    shop.store.close()


def ask(shop: Shop, sql: str) -> list[Any]:
    with shop.store.read() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def sample_of(shop: Shop) -> Dump:
    """Return everything but the owner, who was there before and has a random id."""
    with shop.store.read() as connection:
        dump = business_dump(connection)
    del dump["person"][1]
    return dump


def test_the_same_seed_gives_the_same_shop(demo: Shop, empty: Shop) -> None:
    fill_demo(empty.workplace, SIZE)
    assert sample_of(demo) == sample_of(empty)


def test_another_seed_gives_other_people(demo: Shop, empty: Shop) -> None:
    fill_demo(empty.workplace, SIZE, seed=8)
    assert sample_of(demo)["customer"] != sample_of(empty)["customer"]


def test_a_folder_with_customers_is_left_alone(empty: Shop) -> None:
    empty.add("王小明")
    with pytest.raises(Fault) as fault:
        fill_demo(empty.workplace, SIZE)
    assert fault.value.kind is FaultKind.DATABASE_NOT_EMPTY
    assert ask(empty, "SELECT name FROM customer") == [("王小明",)]
    assert ask(empty, "SELECT count(*) FROM tag") == [(0,)]


def test_customers_in_the_bin_count_as_customers(empty: Shop) -> None:
    empty.add("王小明")
    with empty.store.writes.begin() as connection:
        connection.execute(text("UPDATE customer SET deleted_at = 1"))
    with pytest.raises(Fault):
        fill_demo(empty.workplace, SIZE)


def test_lists_and_search_hold_what_the_program_would_make_itself(demo: Shop) -> None:
    columns = "SELECT id, name_key, phone, email, last_contact_at FROM customer ORDER BY id"
    index = "SELECT term, doc, col, offset FROM temp.words ORDER BY 1, 2, 3, 4"
    spelt = "SELECT name, spelling FROM tag UNION ALL SELECT name, spelling FROM company ORDER BY 1"
    with demo.store.writes.connect() as connection:
        connection.execute(
            text("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'customer_search', 'instance')")
        )
        seen = []
        for again in (False, True):
            if again:
                connection.execute(text("UPDATE tag SET spelling = NULL"))
                connection.execute(text("INSERT INTO temp.touched SELECT id FROM customer"))
                refresh_derived(connection)
            seen.append([connection.execute(text(sql)).all() for sql in (columns, index, spelt)])
        connection.rollback()
    assert len(seen[0][1]) > 10 * SIZE
    assert seen[0] == seen[1]


def test_the_schema_is_that_of_a_new_shop(demo: Shop, empty: Shop) -> None:
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1, 2"
    assert ask(demo, schema) == ask(empty, schema)


def test_references_hold_and_the_file_is_whole(demo: Shop) -> None:
    assert ask(demo, "PRAGMA foreign_key_check") == []
    assert ask(demo, "PRAGMA integrity_check") == [("ok",)]


def test_the_journal_begins_with_one_sealed_operation_and_no_changes(demo: Shop) -> None:
    assert ask(demo, "SELECT kind, source, subject_count FROM operation WHERE id > 1") == [("demo", "program", SIZE)]
    assert ask(demo, "SELECT count(*) FROM change WHERE operation_id > 1") == [(0,)]
    with demo.store.read() as connection:
        assert list(broken_seals(connection)) == []


def test_nobody_can_take_the_sample_shop_back_but_every_change_in_it(empty: Shop) -> None:
    fill_demo(empty.workplace, SIZE)
    assert undo_steps(empty.workplace).undo == ()
    before = sample_of(empty)
    change_customer(empty.workplace, 1, {"note": "下周来取茶"})
    undo(empty.workplace)
    assert sample_of(empty) == before


def test_phones_are_what_the_program_reads_from_the_typed_text(demo: Shop) -> None:
    phones = ask(demo, "SELECT value, normal FROM contact_point WHERE kind = 'phone'")
    assert len(phones) > SIZE * 0.9
    assert [normal for _, normal in phones] == [parse_phone(value).normal for value, _ in phones]


def test_each_customer_has_one_primary_of_each_kind(demo: Shop) -> None:
    primaries = "SELECT sum(is_primary) FROM contact_point GROUP BY customer_id, kind"
    assert set(ask(demo, primaries)) == {(1,)}


def test_nothing_happens_after_now_or_before_the_customer_came(demo: Shop) -> None:
    late = f"at > {NOON.timestamp() * 1000}"
    early = "at < (SELECT created_at FROM customer WHERE id = customer_id)"
    assert ask(demo, f"SELECT count(*) FROM interaction WHERE {late} OR {early}") == [(0,)]


def test_surnames_come_as_often_as_in_life(demo: Shop) -> None:
    surnames = Counter(name[0] for (name,) in ask(demo, "SELECT name FROM customer"))
    common = {surname for surname, _ in surnames.most_common(6)}
    assert len(common & set("王李张刘陈")) >= 4


def test_every_saved_view_has_customers(demo: Shop) -> None:
    views = read_views(demo.workplace)
    assert len(views) == 5
    for view in views:
        assert count_customers(demo.workplace, CustomerQuery(filter=view.filter, sort=view.sort)) > 0, view.name


def test_the_first_screen_of_a_small_shop_is_lively(empty: Shop) -> None:
    fill_demo(empty.workplace)
    ids = first_screen(empty.workplace, CustomerQuery())
    shown = rows(empty.workplace, ids[:25], ("phone", "tags", "last_contact_at", "owner"))
    day = 86_400_000
    assert all(row.values["last_contact_at"] > NOON.timestamp() * 1000 - 14 * day for row in shown)
    assert sum(bool(row.values["tags"]) for row in shown) > 15


def test_the_log_beside_the_file_is_empty_afterwards(empty: Shop) -> None:
    fill_demo(empty.workplace, SIZE)
    log = empty.store.path.with_name(f"{empty.store.path.name}-wal")
    assert not log.exists() or log.stat().st_size == 0


def test_what_is_planned_stands_on_its_days_and_with_its_customers(demo: Shop) -> None:
    assert derived_findings(demo) == []
    assert ask(demo, "SELECT count(*) FROM follow_up_series WHERE filled IS NULL") == [(0,)]
    kinds = "SELECT count(DISTINCT kind) FROM follow_up"
    assert ask(demo, kinds) == [(6,)]


def test_the_day_of_a_small_shop_has_late_and_due_work_and_a_year_behind_it(empty: Shop) -> None:
    fill_demo(empty.workplace)
    counts = (
        "SELECT sum(day < '2026-11-22'), sum(day = '2026-11-22'), sum(promised) FROM follow_up WHERE status = 'open'"
    )
    ((late, due, promised),) = ask(empty, counts)
    assert min(late, due, promised) > 0
    with_customers = "SELECT count(*), min(day) FROM follow_up WHERE status = 'done' AND customer_id IS NOT NULL"
    ((done, first),) = ask(empty, with_customers)
    assert (done > 100, first < "2026-01-31") == (True, True)
    talks = "SELECT count(*) FROM follow_up f JOIN interaction i ON i.id = f.interaction_id AND i.at = f.closed_at"
    assert ask(empty, talks) == [(done,)]
    assert ask(empty, "SELECT count(*) FROM occurrence WHERE customer_id IS NULL")[0][0] > 50


def test_plans_go_on_some_were_stopped_and_one_is_switched_off(empty: Shop) -> None:
    fill_demo(empty.workplace)
    shown = {one.plan.name: one for one in read_plans(empty.workplace)}
    assert {name: one.running for name, one in shown.items() if one.running} == {
        "新客关怀：第 1、3、7、30 天": 24,
        "礼盒报价后的跟进": 10,
    }
    assert [name for name, one in shown.items() if not one.plan.active] == ["生日祝福"]
    assert ask(empty, "SELECT count(*) > 2 FROM follow_up_plan_run WHERE stopped_at IS NOT NULL") == [(1,)]
    assert [one.active for one in read_cadences(empty.workplace)] == [False, True]
    assert derived_findings(empty) == []


def test_everybody_with_the_tag_is_kept_in_touch_with_from_the_start(empty: Shop) -> None:
    fill_demo(empty.workplace)
    tagged = "SELECT count(*) FROM customer_tag JOIN customer ON customer.id = customer_id JOIN tag ON tag.id = tag_id "
    due = "SELECT count(DISTINCT customer_id) FROM follow_up WHERE cadence_id IS NOT NULL AND status = 'open'"
    assert ask(empty, due) == ask(empty, f"{tagged} WHERE tag.name = 'VIP' AND deleted_at IS NULL")
    do_daily_work(empty.workplace)
    assert ask(empty, due) == ask(empty, f"{tagged} WHERE tag.name = 'VIP' AND deleted_at IS NULL")


def test_what_was_bought_earned_and_spent_adds_up(empty: Shop) -> None:
    fill_demo(empty.workplace)
    assert check_database(empty.workplace).is_clean
    with empty.store.read() as connection:
        run = connection.exec_driver_sql
        assert run('SELECT count(*) FROM lot WHERE "left" < 0 OR "left" > quantity').scalar() == 0
        causes = set(run("SELECT DISTINCT cause FROM ledger_entry").scalars())
        assert causes >= {"earn", "spend", "top_up", "use", "take_back"}
        assert run("SELECT count(DISTINCT tier_id) FROM customer WHERE tier_id IS NOT NULL").scalar() >= 2
        assert run("SELECT count(*) FROM sale WHERE at > ?", (to_stamp(empty.workplace.now()),)).scalar() == 0


def test_the_last_days_are_closed_and_the_drawer_holds_the_change(empty: Shop) -> None:
    fill_demo(empty.workplace)
    yesterday = today_of(empty.workplace) - timedelta(days=1)
    shown = read_day(empty.workplace, yesterday)
    assert shown.close is not None
    assert (shown.close.counted, shown.close.difference) == (50_000, 0)
    today = read_day(empty.workplace, today_of(empty.workplace))
    cash = sum(one.amounts.taken for one in today.figures.methods if one.is_cash)
    assert today.expected == 50_000 + cash


@pytest.mark.parametrize("key", ["salon", "tea_wine", "sales_team"])
def test_what_a_trade_was_begun_with_makes_room(shop: Shop, key: str) -> None:
    begin_trade(shop.workplace, key)
    fill_demo(shop.workplace, 30)
    assert check_database(shop.workplace).is_clean
    assert undo_steps(shop.workplace).undo[-1].kind is Kind.TRADE_BEGIN
    with contextlib.suppress(Fault):
        undo(shop.workplace)
    assert check_database(shop.workplace).is_clean


def test_rules_somebody_worked_on_are_never_replaced(shop: Shop) -> None:
    take_suggestion(shop.workplace, "birthday")
    with pytest.raises(Fault) as refused:
        fill_demo(shop.workplace, 30)
    assert refused.value.kind is FaultKind.DATABASE_NOT_EMPTY
    assert [shown.plan.name for shown in read_plans(shop.workplace)] == ["Birthday"]
