"""What members had when the shop moved in comes in as opening balances: once, to the last point, and goes again."""

from dataclasses import replace

import pytest

from crm_desktop.domain.loyalty.words import Cause, LotSource
from crm_desktop.exchange.plan import Target
from crm_desktop.services.import_customers import import_customers, stage_import
from crm_desktop.services.import_dry_run import dry_page, dry_run
from crm_desktop.services.import_figures import balance_rows
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import Tab
from crm_desktop.services.import_wizard import look
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.check_derived import Rebuilt
from crm_desktop.store.check_rules import journal_findings, rule_findings
from crm_desktop.store.dump import business_dump

MEMBERS = """姓名,手机,积分,储值余额(元),赠送金,剩余次数,服务项目,有效期至,会员等级
张三,13800001111,120,88.5,10,3,洗剪吹,2027-01-31,金卡
张三,13800001111,,,,5,护理,,
李四,13800002222,30,,,,,,银卡
王五,13800003333,7,0,,2,,,
"""


def _file(tmp_path, text=MEMBERS, name="members.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8-sig")
    return path


def _dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


def _rows(shop, query):
    with shop.store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def _findings(shop):
    with shop.store.read() as connection:
        found = [*journal_findings(connection), *rule_findings(connection)]
    with Rebuilt(shop.store) as rebuilt:
        return [*found, *rebuilt.derived_findings(), *rebuilt.search_findings()]


def _sums(totals):
    return {kind: (of.file, of.taken, of.before, of.after) for kind, of in totals.kinds.items()}


def test_a_member_file_brings_balances_whose_totals_are_those_of_the_file(shop, tmp_path):
    totals = import_customers(shop.workplace, _file(tmp_path)).balances
    assert _sums(totals) == {
        "points": (157, 157, 0, 157),
        "principal": (8850, 8850, 0, 8850),
        "gift": (1000, 1000, 0, 1000),
        "visits": (10, 10, 0, 10),
    }
    held = "SELECT name, points, stored_value, uses_left FROM customer ORDER BY id"
    assert _rows(shop, held) == [("张三", 120, 9850, 8), ("李四", 30, None, None), ("王五", 7, None, 2)]
    tiers = "SELECT c.name, t.name FROM customer c JOIN tier t ON t.id = c.tier_id ORDER BY c.id"
    assert _rows(shop, tiers) == [("张三", "金卡"), ("李四", "银卡")]
    assert _findings(shop) == []


def test_each_balance_is_an_opening_entry_with_its_day_and_its_reason(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    query = "SELECT DISTINCT e.cause, l.source, e.day, e.reason FROM ledger_entry e JOIN lot l ON l.id = e.lot_id"
    said = (Cause.OPENING.value, LotSource.OPENING.value, "2026-11-22", "Opening balance from members.csv")
    assert _rows(shop, query) == [said]
    cards = (
        "SELECT p.name, l.quantity, l.expires_on FROM lot l JOIN account a ON a.id = l.account_id "
        "JOIN programme p ON p.id = a.programme_id WHERE p.kind = 'visits' ORDER BY l.id"
    )
    assert _rows(shop, cards) == [("洗剪吹", 3, "2027-01-31"), ("护理", 5, None), ("Visit card", 2, None)]


def test_the_plan_says_another_day_and_another_reason(shop, tmp_path):
    path = _file(tmp_path)
    plan = look(shop.workplace, ImportSource(path)).plan
    import_customers(shop.workplace, path, replace(plan, as_of="2026-01-31", reason="旧系统"))
    assert _rows(shop, "SELECT DISTINCT day, reason FROM ledger_entry") == [("2026-01-31", "旧系统")]


def test_the_same_file_again_changes_nothing(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    before = _dump(shop)
    again = import_customers(shop.workplace, _file(tmp_path))
    assert (again.updated, again.operation) == (0, None)
    assert {kind: of.known for kind, of in again.balances.kinds.items()} == {
        "points": 157,
        "principal": 8850,
        "gift": 1000,
        "visits": 10,
    }
    assert _dump(shop) == before


def test_a_second_opening_is_refused_and_named_never_doubled(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    other = _file(tmp_path, "手机,积分\n13800001111,150\n13800002222,30\n", "b.csv")
    result = import_customers(shop.workplace, other, kind="balances")
    (refused,) = result.balances.refused
    assert (refused.row, refused.name, refused.quantity, refused.has) == (2, "张三", 150, 120)
    assert (result.balances.kinds["points"].after, result.operation) == (157, None)


def test_opening_balances_are_one_undo_step(shop, tmp_path):
    shop.add("张三", "13800001111")
    before = _dump(shop)
    import_customers(shop.workplace, _file(tmp_path))
    after = _dump(shop)
    undo(shop.workplace)
    assert _dump(shop) == before
    assert _rows(shop, "SELECT points, stored_value, uses_left, tier_id FROM customer") == [(None, None, None, None)]
    redo(shop.workplace)
    assert _dump(shop) == after
    assert _findings(shop) == []


def test_points_that_were_spent_since_keep_their_account_when_the_file_is_taken_back(shop, tmp_path):
    known = shop.add("张三", "13800001111")
    import_customers(shop.workplace, _file(tmp_path))
    _spend(shop, 20)
    changes = undo(shop.workplace, _rows(shop, "SELECT max(id) FROM operation WHERE kind = 'import'")[0][0])
    assert _rows(shop, "SELECT name, points, stored_value FROM customer ORDER BY id") == [("张三", 100, None)]
    assert known in {conflict.customer_id for conflict in changes.conflicts}
    assert _findings(shop) == []


def _spend(shop, points):
    from crm_desktop.domain.journal import Kind
    from crm_desktop.domain.loyalty.words import Take
    from crm_desktop.store.ledger import write_takes

    with shop.workplace.unit_of_work(Kind.REDEEM) as work:
        lot = work.connection.exec_driver_sql("SELECT min(id) FROM lot WHERE kind = 'points'").scalar_one()
        write_takes(work, [Take(lot, points)], Cause.SPEND)
        work.commit()


def test_the_check_shows_what_each_customer_gets_and_the_sums(shop, tmp_path):
    shop.add("张三", "13800001111")
    with stage_import(shop.workplace, _file(tmp_path)) as staged:
        counts = dry_run(shop.workplace, staged)
        assert _sums(counts.balances)["points"] == (157, 157, 0, 157)
        (row,) = dry_page(shop.workplace, staged, Tab.UPDATE)
        told = {difference.title: difference.after for difference in row.differences}
        assert told["Points"] == "120"
        assert told["Stored value, paid for"] == "¥88.50"
        assert told["Visits left (洗剪吹)"] == "3"
        assert told["Tier"] == "金卡"
        points, *_ = balance_rows(counts.balances, "CNY")
        assert (points.file, points.before, points.after, points.left) == ("157", "0", "157", "")


def test_a_balance_twice_in_one_file_is_an_error_of_its_row(shop, tmp_path):
    text = "姓名,手机,积分\n张三,13800001111,120\n张三,13800001111,120\n"
    result = import_customers(shop.workplace, _file(tmp_path, text))
    assert [(error.row, error.kind) for error in result.errors] == [(3, "balance_twice")]
    assert result.balances.kinds["points"].taken == 120


def test_a_column_can_stay_a_field_of_the_shop(shop, tmp_path):
    path = _file(tmp_path, "姓名,手机,积分\n张三,13800001111,120\n")
    plan = look(shop.workplace, ImportSource(path)).plan
    points = plan.column(Target.POINTS)
    kept = plan.with_column(replace(points, target=Target.CUSTOM, label="积分", guessed_by="user"))
    result = import_customers(shop.workplace, path, kept)
    assert (result.new_fields, result.balances) == (("积分",), None)


@pytest.mark.parametrize("kind", ["customers", "balances"])
def test_a_card_that_stands_beside_a_balance_becomes_the_customers(shop, tmp_path, kind):
    known = shop.add("张三", "13800001111")
    text = "姓名,手机,会员卡号,积分\n张三,13800001111,V1,5\n"
    import_customers(shop.workplace, _file(tmp_path, text), kind=kind)
    assert shop.customer(known).card_number == "V1"
