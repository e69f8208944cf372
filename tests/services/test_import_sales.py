"""Old sales come in from a till's file, come in again, and are taken back."""

import json
from dataclasses import replace

import pytest

from crm_desktop.domain.sales import SaleKind
from crm_desktop.exchange.plan import MatchPolicy, RowDecision
from crm_desktop.services.import_customers import import_customers, look_into, stage_import
from crm_desktop.services.import_dry_run import decide, dry_page, dry_run, mend_cell
from crm_desktop.services.import_history import imports, preview_undo_import, undo_import
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import Tab
from crm_desktop.services.import_wizard import look
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.check_derived import Rebuilt
from crm_desktop.store.check_ledger import ledger_findings
from crm_desktop.store.check_rules import journal_findings, rule_findings
from crm_desktop.store.dump import business_dump
from tests.support.data import real_data

SALES = """单号,日期,手机,姓名,商品编码,商品名称,数量,单价,支付方式,收银员
1001,2024-03-01 10:00,13800001111,王小明,T1,绿茶,2,58,微信,小陈
1001,,,,C1,茶杯,1,12.5,,
1002,2024-03-02 11:00,13800002222,李娜,T1,绿茶,1,58,现金,小陈
1003,2024-03-03 11:00,13800001111,王小明,T1,绿茶,-1,58,微信,小陈
1004,2024-03-03 12:00,,,C1,茶杯,1,12.5,现金,
"""


def _file(tmp_path, text=SALES, name="sales.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8-sig")
    return path


def _dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


def _bring_in(shop, path, plan=None):
    return import_customers(shop.workplace, path, plan, kind="purchases")


def _rows(shop, query):
    with shop.store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def _findings(shop):
    with shop.store.read() as connection:
        found = [*journal_findings(connection), *rule_findings(connection), *ledger_findings(connection)]
    with Rebuilt(shop.store) as rebuilt:
        return [*found, *rebuilt.derived_findings(), *rebuilt.search_findings()]


def test_sales_come_in_as_slips_with_their_lines_customers_goods_and_clerks(shop, tmp_path):
    result = _bring_in(shop, _file(tmp_path))
    found = result.sales
    assert (result.created, found.slips, found.lines, found.net, found.products) == (2, 4, 5, 14100, 2)
    assert (found.refunds, found.matched, found.without_customer) == (1, 1, 1)
    assert _rows(shop, "SELECT name, sales, spent, first_sale_on, last_sale_on FROM customer ORDER BY id") == [
        ("王小明", 1, 7050, "2024-03-01", "2024-03-01"),
        ("李娜", 1, 5800, "2024-03-02", "2024-03-02"),
    ]
    assert _rows(shop, "SELECT code, name, price FROM product ORDER BY code") == [
        ("C1", "茶杯", 1250),
        ("T1", "绿茶", 5800),
    ]
    paid = "SELECT s.number, p.method, p.amount FROM sale s JOIN sale_payment p ON p.sale_id = s.id ORDER BY s.id"
    assert _rows(shop, paid)[:3] == [("1001", "wechat", 12850), ("1002", "cash", 5800), ("1003", "wechat", -5800)]
    assert _rows(shop, "SELECT DISTINCT p.name FROM sale s JOIN person p ON p.id = s.person_id") == [("小陈",)]
    assert _findings(shop) == []


def test_a_return_refers_to_what_it_takes_back(shop, tmp_path):
    _bring_in(shop, _file(tmp_path))
    query = (
        "SELECT r.kind, o.number, l.quantity, m.name FROM sale r JOIN sale o ON o.id = r.refers_to "
        "JOIN sale_line l ON l.sale_id = r.id JOIN sale_line m ON m.id = l.refers_to"
    )
    assert _rows(shop, query) == [(SaleKind.REFUND.value, "1001", -1000, "绿茶")]


def test_one_return_may_take_back_goods_of_several_slips(shop, tmp_path):
    more = """1005,2024-03-04 10:00,13800001111,王小明,T1,绿茶,-1,58,微信,小陈
1005,,,,C1,茶杯,-1,12.5,,
1006,2024-03-04 11:00,13800002222,李娜,C1,茶杯,1,12.5,现金,小陈
1007,2024-03-05 10:00,13800002222,李娜,T1,绿茶,-1,58,现金,小陈
1007,,,,C1,茶杯,-1,12.5,,
"""
    _bring_in(shop, _file(tmp_path, SALES + more))
    took_back = "SELECT r.number, s.number, r.total, s.total FROM sale r JOIN sale s ON s.id = r.refers_to"
    assert ("1007", "1002", -7050, 5800) in _rows(shop, took_back)
    assert _findings(shop) == []


def test_what_came_back_may_have_been_sold_in_an_earlier_file_and_no_more_comes_back_than_that(shop, tmp_path):
    head, *lines = SALES.splitlines()
    _bring_in(shop, _file(tmp_path, "\n".join([head, *lines[:3]])))
    back = "\n".join([head, lines[3], lines[3].replace("1003", "1005"), lines[3].replace("1003", "1006")])
    found = _bring_in(shop, _file(tmp_path, back, "later.csv")).sales
    assert (found.refunds, found.matched, found.returned_lines, found.matched_lines) == (3, 2, 3, 2)


def test_the_same_file_again_changes_nothing(shop, tmp_path):
    path = _file(tmp_path)
    _bring_in(shop, path)
    before = _dump(shop)
    again = _bring_in(shop, path)
    assert (again.created, again.sales.slips, again.sales.known, again.operation) == (0, 0, 4, None)
    assert _dump(shop) == before


def test_a_longer_file_brings_only_what_is_new_and_names_what_differs(shop, tmp_path):
    _bring_in(shop, _file(tmp_path))
    longer = SALES.replace(
        "1002,2024-03-02 11:00,13800002222,李娜,T1,绿茶,1,58", "1002,2024-03-02 11:00,13800002222,李娜,T1,绿茶,3,58"
    )
    found = _bring_in(shop, _file(tmp_path, longer + "1005,2024-03-04,13800002222,李娜,T1,绿茶,1,58,现金,\n")).sales
    assert (found.slips, found.known, found.different) == (1, 3, 1)


def test_an_import_of_sales_is_one_undo_step(shop, tmp_path):
    shop.add("王小明", "13800001111")
    before = _dump(shop)
    _bring_in(shop, _file(tmp_path))
    after = _dump(shop)
    undo(shop.workplace)
    assert _dump(shop) == before
    assert _findings(shop) == []
    redo(shop.workplace)
    assert _dump(shop) == after
    assert _findings(shop) == []


def test_customers_who_are_there_stay_as_they_are_and_get_their_slips(shop, tmp_path):
    known = shop.add("王小明", "13800001111", note="老客户")
    result = _bring_in(shop, _file(tmp_path))
    assert (result.created, result.updated) == (1, 0)
    assert shop.customer(known).note == "老客户"
    assert _rows(shop, f"SELECT sales FROM customer WHERE id = {known}") == [(1,)]


def test_unknown_customers_can_be_left_out_and_their_slips_belong_to_nobody(shop, tmp_path):
    path = _file(tmp_path)
    plan = look(shop.workplace, ImportSource(path), kind="purchases").plan
    result = _bring_in(shop, path, replace(plan, policy=replace(plan.policy, create_new=False)))
    assert (result.created, result.sales.slips, result.sales.without_customer) == (0, 4, 4)
    assert _rows(shop, "SELECT count(*) FROM customer") == [(0,)]


def test_a_refund_at_the_counter_keeps_its_slip_when_the_file_is_taken_back(shop, tmp_path):
    known = shop.add("王小明", "13800001111")
    _bring_in(shop, _file(tmp_path))
    (sale_id,) = _rows(shop, "SELECT id FROM sale WHERE number = '1001'")[0]
    _void(shop, sale_id, known)
    seen = preview_undo_import(shop.workplace, imports(shop.workplace)[0].id)
    changes = undo_import(shop.workplace, seen.entry.id)
    left = _rows(shop, "SELECT number, kind FROM sale ORDER BY id")
    assert left == [("1001", "sale"), ("1003", "refund"), ("1001-V", "void")]
    assert [conflict.customer_id for conflict in changes.conflicts if conflict.entity == "sale"] == [known]
    assert _rows(shop, f"SELECT count(*) FROM sale_line WHERE sale_id = {sale_id}") == [(2,)]
    assert _findings(shop) == []


def _void(shop, sale_id, customer_id):
    """Write the void of a slip, as the till does: its head and its payments the other way round."""
    from crm_desktop.domain.journal import Kind
    from crm_desktop.domain.sales import Payment
    from crm_desktop.store.ledger import when_of
    from crm_desktop.store.sales import NewSlip, insert_slip

    with shop.workplace.unit_of_work(Kind.SALE_VOID) as work:
        when = when_of(work.connection, work.at)
        payments = (Payment("wechat", -12850),)
        slip = NewSlip("b" * 16, SaleKind.VOID, when, (), payments, -12850, 0, -12850, customer_id, "1001-V")
        insert_slip(work, replace(slip, refers_to=sale_id))
        work.commit()


def test_the_check_shows_slips_and_lets_one_stay_out(shop, tmp_path):
    with stage_import(shop.workplace, _file(tmp_path), kind="purchases") as staged:
        counts = dry_run(shop.workplace, staged)
        assert (counts[Tab.NEW], counts.sales.slips, counts.sales.net) == (4, 4, 14100)
        first, *_ = dry_page(shop.workplace, staged, Tab.NEW)
        assert (first.number, first.name) == (2, "王小明")
        assert "1001" in first.summary
        assert "128.50" in first.summary
        counts = decide(shop.workplace, staged, [2], RowDecision.SKIP)
        assert (counts[Tab.NEW], counts[Tab.SKIP], counts.sales.net) == (3, 1, 1250)


def test_a_slip_that_cannot_be_taken_is_mended_in_the_check(shop, tmp_path):
    path = _file(tmp_path, SALES.replace("T1,绿茶,1,58,现金", "T1,绿茶,一,58,现金"))
    with stage_import(shop.workplace, path, kind="purchases") as staged:
        assert dry_run(shop.workplace, staged)[Tab.ERROR] == 1
        (row,) = dry_page(shop.workplace, staged, Tab.ERROR)
        assert (row.number, row.errors[0].column) == (4, "数量")
        counts = mend_cell(shop.workplace, staged, 4, 6, "1")
        assert (counts[Tab.ERROR], counts[Tab.NEW]) == (0, 4)


def test_a_customer_the_file_is_not_sure_of_waits_with_her_slips(shop, tmp_path):
    shop.add("赵六", "13800001111")
    with stage_import(shop.workplace, _file(tmp_path), kind="purchases") as staged:
        counts = dry_run(shop.workplace, staged)
        assert (counts[Tab.ASK], counts[Tab.NEW]) == (2, 2)
        counts = decide(shop.workplace, staged, [2], RowDecision.CREATE)
        assert (counts[Tab.ASK], counts[Tab.NEW], counts.created) == (0, 4, 2)


@pytest.mark.parametrize("name", ["online_retail_sample.csv", "CDNOW_sample.txt"])
def test_real_sales_come_in_to_the_cent_and_go_again(shop, name):
    path = real_data("purchases", name)
    before = _dump(shop)
    result = _bring_in(shop, path)
    found = result.sales
    if name.startswith("online"):
        facts = json.loads(path.with_name("online_retail_sample.facts.json").read_text())
        assert (result.created, found.slips - found.without_customer) == (facts["customers"], facts["invoices"])
        assert found.refunds - found.refunds_without_customer == facts["cancel_invoices"]
        assert found.net - found.net_without_customer == round(facts["net_with_customer"] * 100)
    else:
        assert (result.created, found.lines) == (2357, 6919)
    assert _rows(shop, "SELECT sum(spent) FROM customer") == [(found.net - found.net_without_customer,)]
    assert _bring_in(shop, path).operation is None
    undo(shop.workplace)
    assert _dump(shop) == before
    assert _findings(shop) == []


def test_the_program_knows_a_file_of_sales_by_its_headings(shop, tmp_path):
    seen = look_into(shop.workplace, _file(tmp_path))
    assert seen.plan.policy == MatchPolicy()
    assert look(shop.workplace, ImportSource(_file(tmp_path)), kind="purchases").plan.kind == "purchases"


def _with_points(shop):
    from crm_desktop.domain.loyalty.rules import PointsRules
    from crm_desktop.domain.loyalty.words import ProgrammeKind
    from crm_desktop.services.programmes import save_rules

    save_rules(shop.workplace, ProgrammeKind.POINTS, PointsRules())


def _earning(shop, path):
    plan = look(shop.workplace, ImportSource(path), kind="purchases").plan
    return _bring_in(shop, path, replace(plan, earn=True))


def test_old_sales_earn_nothing_unless_that_is_asked(shop, tmp_path):
    _with_points(shop)
    assert _bring_in(shop, _file(tmp_path)).sales.points == 0
    assert _rows(shop, "SELECT count(*) FROM lot") == [(0,)]


def test_old_sales_earn_by_todays_rules_where_that_is_asked_less_what_came_back(shop, tmp_path):
    _with_points(shop)
    before = _dump(shop)
    found = _earning(shop, _file(tmp_path)).sales
    assert (found.points, found.earning_slips) == (58 + 12 + 58, 2)
    assert _rows(shop, "SELECT name, points FROM customer ORDER BY id") == [("王小明", 70), ("李娜", 58)]
    query = "SELECT s.number, l.quantity, l.earned_on FROM lot l JOIN sale s ON s.id = l.sale_id ORDER BY s.id"
    assert _rows(shop, query) == [("1001", 70, "2024-03-01"), ("1002", 58, "2024-03-02")]
    assert _findings(shop) == []
    undo(shop.workplace)
    assert _dump(shop) == before
    assert _findings(shop) == []


def test_sales_and_opening_balances_never_give_the_same_points_twice(shop, tmp_path):
    _with_points(shop)
    opening = _file(tmp_path, "姓名,手机,积分\n王小明,13800001111,500\n", "members.csv")
    import_customers(shop.workplace, opening)
    found = _earning(shop, _file(tmp_path)).sales
    assert (found.points, found.not_earning) == (58, 1)
    late = _file(tmp_path, "姓名,手机,积分\n李娜,13800002222,300\n", "late.csv")
    result = import_customers(shop.workplace, late)
    assert [(one.name, one.has) for one in result.balances.refused] == [("李娜", 58)]


def test_two_who_bring_in_the_same_file_at_once_bring_it_in_once(shop, tmp_path):
    from crm_desktop.base.errors import OvertakenError
    from crm_desktop.services.import_customers import apply_import, prepare_import, write_import

    with stage_import(shop.workplace, _file(tmp_path), kind="purchases", keep_cells=False) as staged:
        prepared = prepare_import(shop.workplace, staged)
        _bring_in(shop, _file(tmp_path, name="the same.csv"))
        with pytest.raises(OvertakenError):
            write_import(shop.workplace, prepared)
        assert apply_import(shop.workplace, staged).sales.known == 4
    assert _rows(shop, "SELECT count(*) FROM sale") == [(4,)]


def test_the_journal_plays_sales_again_each_slip_one_change_with_its_lines(shop, tmp_path):
    from crm_desktop.store.chain import end_of_journal
    from crm_desktop.store.dump import replay

    earlier = _dump(shop)
    with shop.store.read() as connection:
        after, _seal = end_of_journal(connection)
    operation = _bring_in(shop, _file(tmp_path)).operation
    counts = dict(_rows(shop, f"SELECT entity, count(*) FROM change WHERE operation_id = {operation} GROUP BY entity"))
    assert counts == {"customer": 2, "person": 1, "product": 2, "sale": 4}
    undo(shop.workplace)
    redo(shop.workplace)
    with shop.store.read() as connection:
        assert replay(connection, earlier, after) == business_dump(connection)
