"""A file of sales: its columns, its rows put together into slips, and what came back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.sales import SaleKind
from crm_desktop.exchange.clean import Problem, ValueProblem
from crm_desktop.exchange.mapping import propose
from crm_desktop.exchange.plan import Target
from crm_desktop.exchange.reader import read_table, read_text
from crm_desktop.exchange.sale_headings import map_sale_headings
from crm_desktop.exchange.sale_reader import SaleReader, ShopHabits
from crm_desktop.exchange.sale_staging import public_id_of
from crm_desktop.exchange.sale_values import half_up, scaled
from crm_desktop.exchange.sale_words import pay_by
from tests.support.data import real_data


def _bought(text, **habits):
    table = read_text(text, "sales.csv")
    reader = SaleReader(propose(table, "sales.csv", kind="purchases"), ShopHabits(**habits))
    list(reader.read(table))
    return reader.found


def _told(found):
    return [(slip.kind.value, slip.total, len(slip.lines)) for slip in found.slips]


@pytest.mark.parametrize(
    ("headings", "targets"),
    [
        (
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
            "slip_number,product_code,product,quantity,sold_at,unit_price,file_number,skip",
        ),
        (
            "单号,日期,时间,会员卡号,会员姓名,手机号,商品编码,商品名称,数量,单价,优惠金额,实收金额,支付方式,收银员,备注",
            "slip_number,sold_at,sold_time,card_number,name,phone,product_code,product,quantity,unit_price,"
            "line_discount,amount,paid_by,clerk,slip_note",
        ),
        (
            "订单号,下单时间,买家手机,商品,数量,单价,订单金额",
            "slip_number,sold_at,phone,product,quantity,unit_price,skip",
        ),
        ("订单号,下单时间,手机,订单金额", "slip_number,sold_at,phone,amount"),
        ("消费日期,客户,消费金额,应收金额", "sold_at,name,amount,skip"),
        ("Date,Customer Name,Item,Qty,Total,Payment Method", "sold_at,name,product,quantity,amount,paid_by"),
    ],
)
def test_the_columns_of_a_till_are_known(headings, targets):
    assert [c.target.value for c in map_sale_headings(headings.split(","))] == targets.split(",")


def test_rows_of_one_number_are_one_slip_also_where_only_its_first_row_says_whose_it_is():
    found = _bought(
        "单号,日期,会员姓名,商品名称,数量,单价\nA1,2024-03-01 10:00,王小明,茶,2,30\nA1,,,杯,1,12.5\n,,,袋,1,0.5\n"
        "A2,2024-03-01 10:05,李娜,茶,1,30\n"
    )
    assert _told(found) == [("sale", 7300, 3), ("sale", 3000, 1)]
    assert [row.name for row in found.customers] == ["王小明", "李娜"]


def test_without_a_number_a_customer_and_a_moment_or_a_day_make_a_slip():
    timed = "时间,手机,商品,金额\n2024-03-01 10:00,13800001111,茶,30\n2024-03-01 10:00,13800001111,杯,10\n"
    timed += "2024-03-01 18:00,13800001111,茶,30\n"
    assert _told(_bought(timed)) == [("sale", 4000, 2), ("sale", 3000, 1)]
    days = (
        "日期,手机,商品,金额\n2024-03-01,13800001111,茶,30\n2024-03-01,13800002222,杯,10\n2024-03-01,13800001111,壶,9\n"
    )
    assert _told(_bought(days)) == [("sale", 3900, 2), ("sale", 1000, 1)]


def test_a_number_that_starts_anew_every_day_is_another_slip_every_day():
    found = _bought("小票号,日期,商品,金额\n1,2024-03-01,茶,30\n1,2024-03-02,茶,31\n1,2024-03-02,杯,5\n")
    assert _told(found) == [("sale", 3000, 1), ("sale", 3600, 2)]
    assert len({public_id_of(slip.identity) for slip in found.slips}) == 2


@pytest.mark.parametrize(
    "row",
    [
        "C1,2024-03-02,王,茶,2,30,",
        "9,2024-03-02,王,茶,-2,30,",
        "9,2024-03-02,王,茶,2,30,退货",
        "退1,2024-03-02,王,茶,2,30,",
    ],
)
def test_what_came_back_is_told_by_sign_by_number_and_by_word(row):
    found = _bought(f"单号,日期,会员姓名,商品,数量,单价,类型\n1,2024-03-01,王,茶,2,30,销售\n{row}\n")
    assert _told(found) == [("sale", 6000, 1), ("refund", -6000, 1)]
    assert [line.quantity for line in found.slips[1].lines] == [-2000]


def test_a_shop_whose_numbers_all_begin_with_c_cancels_nothing():
    found = _bought("单号,日期,会员姓名,商品,数量,单价\nC1,2024-03-01,王,茶,2,30\nC2,2024-03-02,王,茶,1,30\n")
    assert [slip.kind for slip in found.slips] == [SaleKind.SALE, SaleKind.SALE]


def test_a_slip_of_which_one_row_cannot_be_taken_stays_out_whole_and_says_why():
    found = _bought(
        "单号,日期,商品,数量,单价\n1,2024-03-01,茶,2,30\n1,2024-03-01,杯,两,30\n2,,壶,1,1\n3,2024-03-01,壶,1,\n"
    )
    assert [(number, p.problem) for number, p in sorted(found.problems, key=lambda one: one[0])] == [
        (2, Problem.SLIP_BROKEN),
        (3, Problem.NOT_A_NUMBER),
        (4, Problem.NO_DATE),
        (5, Problem.NO_AMOUNT),
    ]
    assert all(slip.broken for slip in found.slips)


def test_an_amount_that_is_said_counts_and_the_rest_of_the_price_is_a_discount():
    found = _bought(
        "日期,商品,数量,单价,金额\n2024-03-01,茶,3,0.035,0.10\n2024-03-01,茶,2,30,54\n2024-03-01,茶,2,30,70\n"
    )
    lines = [slip.lines[0] for slip in found.slips]
    assert [(line.unit_price, line.discount, line.amount) for line in lines] == [
        (4, 1, 10),
        (3000, 600, 5400),
        (3500, 0, 7000),
    ]


def test_after_midnight_it_is_still_the_day_before_and_a_day_alone_is_that_day():
    found = _bought("时间,商品,金额\n2024-03-02 01:30,茶,30\n2024-03-02,茶,30\n")
    assert [slip.moment[1] for slip in found.slips] == ["2024-03-01", "2024-03-02"]


def test_lines_that_are_just_alike_are_counted_as_the_file_has_them():
    found = _bought("日期,商品,金额\n2024-03-01,茶,30\n2024-03-01,茶,30\n")
    assert len({public_id_of(slip.identity) for slip in found.slips}) == 2


def test_the_sample_of_a_web_shop_has_its_slips_and_its_sum():
    path = real_data("purchases", "online_retail_sample.csv")
    facts = json.loads(path.with_name("online_retail_sample.facts.json").read_text())
    table = read_table(path)
    reader = SaleReader(propose(table, path.name, kind="purchases"), ShopHabits())
    list(reader.read(table))
    theirs = [slip for slip in reader.found.slips if slip.customer is not None]
    assert (reader.found.rows, len(reader.found.customers), len(theirs)) == (
        facts["rows"],
        facts["customers"],
        facts["invoices"],
    )
    assert sum(slip.kind is SaleKind.REFUND for slip in theirs) == facts["cancel_invoices"]
    assert sum(slip.total for slip in theirs) == round(facts["net_with_customer"] * 100)


def test_a_table_of_numbers_without_headings_is_read_by_its_shape():
    path = real_data("purchases", "CDNOW_sample.txt")
    table = read_table(path)
    plan = propose(table, path.name, kind="purchases")
    kept = [c.target for c in plan.columns if c.target is not Target.SKIP]
    assert kept == [Target.FILE_NUMBER, Target.SOLD_AT, Target.QUANTITY, Target.AMOUNT]
    reader = SaleReader(plan, ShopHabits())
    list(reader.read(table))
    assert (reader.found.rows, len(reader.found.customers)) == (6919, 2357)


@given(st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_amounts_are_read_to_the_last_digit(value, places):
    text = f"{'-' if value < 0 else ''}{abs(value) // 10**places}" + (
        f".{abs(value) % 10**places:0{places}d}" if places else ""
    )
    assert scaled(text, 1000) == value * 1000 // 10**places


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_halves_are_rounded_away_from_zero_on_both_sides(value, by):
    assert half_up(-value, by) == -half_up(value, by)
    assert abs(half_up(value, by) * by - value) * 2 <= by


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("¥1,234.50", 123450),
        ("(12.00)", -1200),
        ("12-", -1200),
        (2.55, 255),
        ("１２.５元", 1250),
        ("-", None),
        (0.29, 29),
    ],
)
def test_amounts_are_read_however_a_till_writes_them(cell, minor):
    assert scaled(cell, 100) == minor


def test_what_is_no_amount_is_refused():
    with pytest.raises(ValueProblem):
        scaled("abc", 100)


@pytest.mark.parametrize(
    ("word", "way"),
    [
        ("现金", "cash"),
        ("微信支付", "wechat"),
        ("支付宝", "alipay"),
        ("Visa", "bank_card"),
        ("会员卡", "other"),
        ("", "other"),
    ],
)
def test_ways_to_pay_are_known_by_their_words(word, way):
    assert pay_by(word) == way
