from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import Gender, Status
from crm_desktop.domain.dates import DateOrder, PartialDate
from crm_desktop.exchange import clean
from crm_desktop.exchange.clean import Problem, ValueProblem
from crm_desktop.exchange.delimited import text_table
from crm_desktop.exchange.formula_guard import guard, unguard
from crm_desktop.exchange.mapping import propose
from crm_desktop.exchange.plan import ImportPlan, Target
from crm_desktop.exchange.rows import RowCleaner
from crm_desktop.exchange.table import BadCell, CellProblem


def _problem(function, *arguments, **named):
    with pytest.raises(ValueProblem) as caught:
        function(*arguments, **named)
    return caught.value.problem


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        (13812345678.0, ["13812345678"]),
        ("１３８１２３４５６７８", ["13812345678"]),
        (" 138\u200b12345678 ", ["13812345678"]),
        ("13812345678/13987654321", ["13812345678", "13987654321"]),
        ("13812345678;010-8888 6666、无", ["13812345678", "010-8888 6666"]),
        ("+1 555 0100 ::: +1 555 0101", ["+1 555 0100", "+1 555 0101"]),
        ("'13812345678", ["13812345678"]),
        ("无", []),
        (None, []),
    ],
)
def test_phones_are_taken_as_people_write_them(cell, phones):
    assert clean.to_phones(cell) == phones


@pytest.mark.parametrize("cell", ["1.38E+10", "6.2170012E+18", 6.2170012e18, "1E10"])
def test_a_number_whose_digits_are_lost_is_an_error_never_a_guess(cell):
    assert _problem(clean.to_digits, cell) is Problem.DIGITS_LOST


@pytest.mark.parametrize("cell", [BadCell(CellProblem.ERROR_VALUE, "#N/A"), "#N/A", "#REF!", "Err:502"])
def test_an_error_of_the_sheet_is_an_error_of_the_row(cell):
    assert _problem(clean.to_text, cell) is Problem.ERROR_VALUE


def test_dates_are_taken_from_cells_texts_and_serials():
    leap_day = PartialDate("solar", 2024, 2, 29)
    for cell in (
        date(2024, 2, 29),
        datetime(2024, 2, 29, 8, 0, tzinfo=UTC),
        "2024年2月29日",
        "45351",
        45351.0,
        "20240229",
    ):
        assert clean.to_date(cell) == leap_day
    assert clean.to_date("0/0/00") is None
    assert _problem(clean.to_date, "2024/2/30") is Problem.NO_SUCH_DAY
    assert _problem(clean.to_date, "03/04/2024") is Problem.TWO_READINGS
    assert clean.to_date("03/04/2024", DateOrder.DAY_FIRST) == PartialDate("solar", 2024, 4, 3)


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("老客,高消费", ("老客", "高消费")),
        ("VIP、生日月", ("VIP", "生日月")),
        ("* myContacts ::: * Starred ::: Family", ("Starred", "Family")),
        ("洗/剪", ("洗", "剪")),
        ("洗/剪; VIP", ("洗/剪", "VIP")),
        ("A, B;", ("A, B",)),
    ],
)
def test_tags_are_parted_by_the_strongest_mark(words, tags):
    assert clean.to_words(words) == tags


def test_words_for_gender_and_status_are_known_in_both_languages():
    assert [clean.to_gender(word) for word in ("女", "先生", "Female", "保密", "ｆ")] == [
        Gender.FEMALE,
        Gender.MALE,
        Gender.FEMALE,
        None,
        Gender.FEMALE,
    ]
    assert clean.to_status("已挂失") is Status.LOST_CARD
    assert _problem(clean.to_gender, "武当派") is Problem.NOT_A_GENDER
    assert _problem(clean.to_status, "Lead") is Problem.NOT_A_STATUS


@pytest.mark.parametrize(
    ("cell", "number"), [("¥1,234.50", "1234.5"), ("１２３", "123"), (12.0, "12"), ("8.5%", "8.5"), ("100", "100")]
)
def test_numbers_lose_their_dress(cell, number):
    assert clean.to_number(cell) == number


@given(st.text())
def test_the_guard_comes_off_as_it_went_on(text):
    assert unguard(guard(text)) == text


@given(st.sampled_from("=+-@\t＝＋"), st.text(max_size=20))
def test_nothing_dangerous_goes_out_bare(sign, rest):
    assert guard(sign + rest).startswith("'")


@given(st.one_of(st.text(max_size=40), st.floats(allow_nan=False), st.integers(), st.booleans(), st.dates(), st.none()))
def test_any_cell_is_a_value_or_a_problem(cell):
    for function in (clean.to_text, clean.to_digits, clean.to_phones, clean.to_emails, clean.to_words, clean.to_date):
        with suppress(ValueProblem):
            function(cell)


def _rows(text):
    table = text_table(text, "a.csv")
    plan = propose(table, "a.csv")
    return plan, list(RowCleaner(plan).rows(table))


def test_the_heading_row_is_found_under_a_title():
    plan, rows = _rows("会员资料表,,\n2024年导出,,\n,,\n姓名,手机,积分\n张三,13800001234,5\n")
    assert plan.heading_row == 4
    assert [row.name for row in rows] == ["张三"]


def test_a_file_without_headings_is_mapped_by_its_values():
    plan, rows = _rows("张三,13800001234,女\n李四,13900001234,男\n王五,13700001234,女\n")
    assert plan.heading_row is None
    assert [column.target for column in plan.columns] == [Target.NAME, Target.PHONE, Target.GENDER]
    assert len(rows) == 3


def test_unknown_columns_become_fields_of_the_type_their_values_have():
    plan, _ = _rows("姓名,积分,到期,班次,编码,空\n张三,1.5,2024-01-02,金,001,\n李四,20,2025-11-30,银,002,\n")
    types = {column.heading: column.custom_type for column in plan.columns if column.target is Target.CUSTOM}
    assert types == {"积分": FieldType.NUMBER, "到期": FieldType.DATE, "班次": FieldType.TEXT, "编码": FieldType.TEXT}
    assert plan.columns[-1].target is Target.SKIP


def test_a_password_column_is_never_kept():
    plan, rows = _rows("姓名,手机,密码\n张三,13800001234,hunter2\n")
    assert plan.columns[2].target is Target.SKIP
    assert "hunter2" not in repr(rows)


def test_a_column_of_dates_decides_its_own_order():
    plan, rows = _rows("name,phone,birthday\nA,13800001234,03/04/1990\nB,13800001235,25/12/1991\n")
    assert plan.columns[2].date_order is DateOrder.DAY_FIRST
    assert rows[0].dates[0][2] == PartialDate("solar", 1990, 4, 3)
    _, doubtful = _rows("name,phone,birthday\nA,13800001234,03/04/1990\n")
    assert doubtful[0].problems[0].problem is Problem.TWO_READINGS


def test_names_and_addresses_are_put_together():
    _, rows = _rows(
        "姓氏,名字,手机,省,市,区,详细地址,邮编\n欧阳,娜娜,13800001234,北京市,北京市,朝阳区,建国路1号,100020\n"
    )
    assert rows[0].name == "欧阳娜娜"
    assert [c.value for c in rows[0].contacts if c.kind == "address"] == ["北京市朝阳区建国路1号 100020"]
    _, western = _rows(
        "First Name,Last Name,Phone,Street,City,State,Zip,Country\n"
        "Ada,Lovelace,+1 212 555 0100,1 Main St,NY,NY,10011,USA\n"
    )
    assert western[0].name == "Ada Lovelace"
    assert western[0].contacts[1].value == "1 Main St, NY, NY 10011, USA"


def test_a_row_without_a_name_is_called_by_its_company_or_phone():
    _, rows = _rows("姓名,公司,手机,邮箱\n,好公司,13800001234,\n,,13800001235,\n,,,\n")
    assert [row.name for row in rows] == ["好公司", "13800001235"]
    assert not rows[1].name_given


def test_labels_of_phones_are_kept():
    _, rows = _rows("Name,Phone 1 - Type,Phone 1 - Value,Business Fax\nA,* Work,010-88886666,010-88887777\n")
    assert [(c.label, c.value) for c in rows[0].contacts] == [("work", "010-88886666"), ("fax", "010-88887777")]


def test_a_plan_survives_its_journey_as_text():
    plan, _ = _rows("姓名,手机,生日,积分\n张三,13800001234,1990-01-01,5\n")
    assert ImportPlan.from_json(plan.to_json()) == plan
    with pytest.raises((ValueError, KeyError)):
        ImportPlan.from_json("{}")
