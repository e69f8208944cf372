import json

import pytest

from crm_desktop.exchange.headings import map_headings, normalise
from crm_desktop.exchange.plan import Target
from tests.exchange.heading_answers import ANSWERS
from tests.support.data import real_data


def _lists():
    return json.loads(real_data("contacts", "headings.json").read_text(encoding="utf-8"))["lists"]


def test_the_collected_heading_lists_are_mapped(capsys):
    placed = right = kept = columns = 0
    misses = []
    for one in _lists():
        answers = ANSWERS[one["key"]]
        for column in map_headings(one["columns"]):
            expected = answers.get(column.heading, "custom")
            columns += 1
            placed += expected != "custom"
            right += expected == column.target.value != "custom"
            kept += expected == column.target.value == "custom"
            if expected != column.target.value:
                misses.append(f"{one['key']}: {column.heading} → {column.target.value}, not {expected}")
    with capsys.disabled():
        print(f"\n{columns} headings: {right} of {placed} with a place guessed right ({right / placed:.1%}), ", end="")  # noqa: T201 - the share is to be seen
        print(f"{kept} of {columns - placed} others kept as fields; misses: {misses}")  # noqa: T201 - the share is to be seen
    assert right >= placed * 0.98
    assert kept >= (columns - placed) * 0.98


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("姓名*", "name"),
        ("手 机 号（必填）", "phone"),
        ("ＰＨＯＮＥ", "phone"),
        (" 会员 卡号：", "card_number"),
        ("FirstName", "given_name"),
        ("手机2", "phone"),
        ("电话号码 3", "phone"),
        ("E-mail 2 - Value", "email"),
        ("密码(明文)", "skip"),
        ("阴历生日", "lunar_birthday"),
        ("手机是否验证", "custom"),
        ("积分", "points"),
        ("储值余额(元)", "principal"),
        ("赠送金", "gift"),
        ("有效期", "custom"),
        ("紧急联系人电话", "custom"),
    ],
)
def test_headings_are_known_however_they_are_dressed(heading, target):
    assert map_headings([heading])[0].target.value == target


def test_the_same_name_column_means_the_company_beside_a_person():
    assert [c.target for c in map_headings(["名称", "联系人"])] == [Target.COMPANY, Target.NAME]
    assert [c.target for c in map_headings(["客户名称", "电话"])] == [Target.NAME, Target.PHONE]


def test_a_nickname_is_the_name_where_there_is_no_other():
    assert map_headings(["昵称", "手机号"])[0].target is Target.NAME
    assert map_headings(["昵称", "姓名"])[0].target is Target.NICKNAME


def test_a_heading_that_comes_twice_loses_no_column():
    assert [c.target for c in map_headings(["备注", "备注", "生日", "生日"])] == [
        Target.NOTE,
        Target.NOTE,
        Target.BIRTHDAY,
        Target.CUSTOM,
    ]


def test_a_phone_and_its_type_belong_together():
    kind, phone = map_headings(["Phone 3 - Type", "Phone 3 - Value"])
    assert (kind.target, kind.group) == (Target.PHONE_LABEL, phone.group)


def test_words_are_compared_without_their_dress():
    assert normalise("*Customer_ID（Required）") == "customer id"
