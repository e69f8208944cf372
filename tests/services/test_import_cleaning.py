"""The clean page counts every rule over every row, shows examples, and lets values be mapped."""

import pytest

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.exchange import plan_edit
from crm_desktop.exchange.plan import Rule, Target
from crm_desktop.services import define_fields
from crm_desktop.services.import_cleaning import clean_report
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_wizard import look


def _look(shop, tmp_path, text):
    path = tmp_path / "客户.csv"
    path.write_text(text, encoding="utf-8")
    source = ImportSource(path)
    return source, look(shop.workplace, source).plan


def _report(shop, tmp_path, text, change=lambda plan: plan):
    source, plan = _look(shop, tmp_path, text)
    return {column.heading: column for column in clean_report(shop.workplace, source, change(plan))}


def _rule(column, rule):
    return next((one for one in column.rules if one.rule is rule), None)


def _shown(column, rule):
    return [(one.row, one.before, one.after) for one in _rule(column, rule).examples]


def test_full_width_digits_of_a_phone_are_counted_and_shown(shop, tmp_path):
    phone = _report(shop, tmp_path, "姓名,手机\n张三,１３８００００１２３４\n李四,13900002345\n")["手机"]
    assert _rule(phone, Rule.HALF_WIDTH).count == 1
    assert _shown(phone, Rule.HALF_WIDTH) == [(2, "１３８００００１２３４", "13800001234")]
    assert not _rule(phone, Rule.HALF_WIDTH).can_switch
    assert (phone.filled, phone.blank, phone.distinct) == (2, 0, 2)


def test_spread_names_and_blanks_are_counted(shop, tmp_path):
    name = _report(shop, tmp_path, "姓名,手机\n 张　三 ,1\n李四\u200b,2\nTom  Lee,3\n")["姓名"]
    assert _rule(name, Rule.TRIM).count == 1
    assert _rule(name, Rule.INVISIBLE).count == 1
    assert _shown(name, Rule.SPREAD_NAME) == [(2, "张 三", "张三")]
    assert _shown(name, Rule.INNER_SPACES)[-1] == (4, "Tom  Lee", "Tom Lee")


def test_a_rule_that_is_off_says_what_it_would_do(shop, tmp_path):
    text = "姓名,备注\n张三,ＶＩＰ客户\n"
    column = _rule(_report(shop, tmp_path, text)["备注"], Rule.HALF_WIDTH)
    assert (column.on, column.can_switch, column.count) == (False, True, 1)
    on = _report(shop, tmp_path, text, lambda plan: plan_edit.set_rule(plan, 1, Rule.HALF_WIDTH, True))["备注"]
    assert (_rule(on, Rule.HALF_WIDTH).on, on.values[0].becomes, on.changed) == (True, "VIP客户", 1)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("1990.5.3", "1990-05-03"),
        ("1990年5月3日", "1990-05-03"),
        ("19900503", "1990-05-03"),
        ("32996", "1990-05-03"),
        ("农历八月十五", "lunar:--08-15"),
        ("1990年闰五月初三", "lunar:1990-L05-03"),
        ("5月3日", "--05-03"),
    ],
)
def test_dates_of_every_form_are_understood(shop, tmp_path, written, understood):
    day = _report(shop, tmp_path, f"姓名,生日\n张三,{written}\n")["生日"]
    assert (day.values[0].becomes, _shown(day, Rule.DATE_FORM)) == (understood, [(2, written, understood)])


def test_what_cannot_be_taken_is_counted_by_reason(shop, tmp_path):
    text = "姓名,手机,生日,卡号\n张三,1.38E+10,2024/2/30,6.2E+18\n李四,1.39E+10,,\n"
    report = _report(shop, tmp_path, text)
    phone, card = report["手机"].problems[0], report["卡号"].problems[0]
    assert (phone.kind, phone.count, [one.row for one in phone.examples]) == ("digits_lost", 2, [2, 3])
    assert (card.kind, report["生日"].problems[0].kind) == ("digits_lost", "no_such_day")
    assert "1.38E+10" in phone.title
    assert phone.fix


def test_values_are_listed_by_how_often_and_mapped(shop, tmp_path):
    text = "姓名,状态\n张三,睡眠\n李四,睡眠\n王五,正常\n"
    status = _report(shop, tmp_path, text)["状态"]
    assert [(v.text, v.count, v.becomes, v.problem) for v in status.values] == [
        ("睡眠", 2, "", "not_a_status"),
        ("正常", 1, "Active", ""),
    ]
    assert ("frozen", "Frozen") in status.choices
    mapped = _report(shop, tmp_path, text, lambda plan: plan_edit.map_value(plan, 1, "睡眠", "frozen"))["状态"]
    assert (mapped.problems, mapped.values[0].becomes, mapped.values[0].mapped) == ((), "Frozen", True)


def test_values_are_mapped_to_the_choices_of_a_field(shop, tmp_path):
    draft = define_fields.FieldDraft("等级", FieldType.CHOICE, choices=("Gold", "Silver"))
    define_fields.add_field(shop.workplace, draft)
    source, plan = _look(shop, tmp_path, "姓名,等级\n张三,金卡\n")
    level = clean_report(shop.workplace, source, plan)[1]
    assert (level.choices, level.problems[0].kind) == ((("Gold", "Gold"), ("Silver", "Silver")), "not_a_choice")
    import_customers(shop.workplace, source, plan_edit.map_value(plan, 1, "金卡", "Gold"))
    assert shop.customer(1).custom_values[0].text == "Gold"


def test_values_are_mapped_to_tags(shop, tmp_path):
    source, plan = _look(shop, tmp_path, "姓名,等级\n张三,金卡\n李四,\n")
    plan = plan_edit.map_value(plan_edit.put(plan, 1, Target.TAGS), 1, "金卡", "Gold,VIP")
    import_customers(shop.workplace, source, plan)
    assert {tag.name for tag in shop.customer(1).tags} == {"Gold", "VIP"}


def test_several_phones_in_a_cell_are_told(shop, tmp_path):
    phone = _report(shop, tmp_path, "姓名,手机\n张三,13800001234/13900002345\n")["手机"]
    assert phone.values[0].becomes == "+8613800001234; +8613900002345"


def test_made_columns_are_reported_too(shop, tmp_path):
    report = _report(
        shop, tmp_path, "姓名\n张三\n", lambda plan: plan_edit.constant(plan, Target.GENDER, "先生", "性别")
    )
    assert report["性别"].values[0].becomes == "Male"


@pytest.mark.parametrize("kind", ["purchases", "balances"])
def test_the_columns_of_sales_and_balances_are_looked_through_too(shop, tmp_path, kind):
    heads = "单号,日期,会员姓名,商品名称,数量,单价,积分,余额,剩余次数,有效期至,会员等级"
    text = f"{heads}\n1,2024-03-01,王,茶,两,30,5,1.5,3,2027-01-01,金卡\n"
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8-sig")
    plan = look(shop.workplace, ImportSource(path), kind=kind).plan
    reports = {report.heading: report for report in clean_report(shop.workplace, ImportSource(path), plan)}
    if kind == "purchases":
        assert [problem.kind for problem in reports["数量"].problems] == ["not_a_number"]
        assert reports["日期"].problems == ()
    else:
        assert [(report.heading, report.problems) for report in reports.values() if report.problems] == []
        assert reports["积分"].filled == 1
