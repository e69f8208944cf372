"""Who a row is: sure, probable or possible; what then happens is the user's to say, for each class and each row."""

from dataclasses import replace

import pytest

from crm_desktop.domain.customer import ContactKind, DateKind
from crm_desktop.domain.same_name import names_agree
from crm_desktop.exchange import plan_edit
from crm_desktop.exchange.plan import Conflict, MatchBy, MatchPolicy, OnMatch, Repeats, RowDecision, Target
from crm_desktop.services import change_dates
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_wizard import look


def _import(shop, tmp_path, text, policy=None, change=lambda plan: plan):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    plan = change(look(shop.workplace, ImportSource(path)).plan)
    return import_customers(shop.workplace, path, replace(plan, policy=policy or plan.policy))


def _counts(result):
    return result.created, result.updated, result.unchanged, result.skipped, result.asked


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("王丽", "王莉", True),
        ("王女士", "王丽", True),
        ("Bob Lee", "Lee Bob", True),
        ("Bob Lee", "Bob M. Lee", True),
        ("王丽", "李丽", False),
        ("王妈妈", "王女儿", False),
        ("张总", "李总", False),
    ],
)
def test_names_of_one_person_agree(one, other, agree):
    assert names_agree(one, other) is names_agree(other, one) is agree


def test_a_phone_with_another_name_waits_for_the_users_word(shop, tmp_path):
    customer = shop.add("王妈妈", "13800001234")
    assert _counts(_import(shop, tmp_path, "姓名,手机\n李雷,13800001234\n")) == (0, 0, 0, 0, 1)
    assert shop.customer(customer).name == "王妈妈"


def test_a_phone_with_a_name_that_sounds_alike_is_sure(shop, tmp_path):
    shop.add("王丽", "13800001234", job_title="店员")
    assert _counts(_import(shop, tmp_path, "姓名,手机,职务\n王莉,13800001234,店长\n")) == (0, 1, 0, 0, 0)


def test_name_and_birthday_are_probable(shop, tmp_path):
    customer = shop.add("张三", "13800001234")
    change_dates.add_date(shop.workplace, customer, change_dates.read_date(DateKind.BIRTHDAY, "1990-05-12"))
    text = "姓名,手机,生日\n张三,13900002345,1990-05-12\n"
    assert _counts(_import(shop, tmp_path, text)) == (0, 0, 0, 0, 1)
    every = MatchPolicy(order=tuple(MatchBy), on_probable=OnMatch.UPDATE)
    assert _counts(_import(shop, tmp_path, text, every)) == (0, 1, 0, 0, 0)
    assert len(shop.customer(customer).contacts_of(ContactKind.PHONE)) == 2
    keep = replace(every, on_probable=OnMatch.CREATE)
    assert _counts(_import(shop, tmp_path, text, keep)) == (0, 0, 1, 0, 0)


def test_a_plain_import_knows_nobody_by_name_and_birthday_alone(shop, tmp_path):
    customer = shop.add("张三", "13800001234")
    change_dates.add_date(shop.workplace, customer, change_dates.read_date(DateKind.BIRTHDAY, "1990-05-12"))
    path = tmp_path / "a.csv"
    path.write_text("姓名,手机,生日\n张三,13900002345,1990-05-12\n", encoding="utf-8")
    assert _counts(import_customers(shop.workplace, path)) == (1, 0, 0, 0, 0)


def test_birthdays_of_many_rows_are_walked_through_once(shop, tmp_path, monkeypatch):
    from crm_desktop.store import staged_match

    monkeypatch.setattr(staged_match, "_MANY_BIRTHDAYS", 0)
    test_name_and_birthday_are_probable(shop, tmp_path)


def test_a_similar_name_counts_only_where_it_is_asked_for(shop, tmp_path):
    shop.add("王丽", "13800001234")
    text = "姓名,手机\n王莉,13900002345\n"
    policy = MatchPolicy(order=(*MatchPolicy().order, MatchBy.SIMILAR))
    assert _counts(_import(shop, tmp_path, text, policy)) == (0, 0, 0, 0, 1)
    assert _counts(_import(shop, tmp_path, text)) == (1, 0, 0, 0, 0)


def test_a_name_two_customers_bear_is_not_taken_for_either(shop, tmp_path):
    shop.add("张三", "13800001234")
    shop.add("张三", "13900002345")
    assert _counts(_import(shop, tmp_path, "姓名,备注\n张三,常客\n")) == (0, 0, 0, 0, 1)


def test_a_sure_mark_counts_before_an_unsure_one(shop, tmp_path):
    shop.add("王妈妈", "13800001234")
    sure = shop.add("李雷", "13900002345", card_number="V1")
    policy = MatchPolicy(order=(MatchBy.PHONE, MatchBy.CARD_NUMBER))
    result = _import(shop, tmp_path, "姓名,手机,卡号,职务\n李雷,13800001234,V1,店长\n", policy)
    assert _counts(result) == (0, 1, 0, 0, 0)
    assert shop.customer(sure).job_title == "店长"


@pytest.mark.parametrize(
    ("decision", "counts"),
    [
        (RowDecision.UPDATE, (0, 1, 0, 0, 0)),
        (RowDecision.CREATE, (1, 0, 0, 0, 0)),
        (RowDecision.SKIP, (0, 0, 0, 1, 0)),
    ],
)
def test_the_users_word_ends_the_waiting(shop, tmp_path, decision, counts):
    shop.add("王妈妈", "13800001234")
    text = "姓名,手机\n李雷,13800001234\n"
    decided = _import(shop, tmp_path, text, change=lambda plan: replace(plan, decisions={2: decision}))
    assert _counts(decided) == counts


def test_the_user_names_the_customer(shop, tmp_path):
    customer = shop.add("老王", "13800001234")
    shop.add("李雷", "13900002345")
    result = _import(
        shop,
        tmp_path,
        "姓名,手机,备注\n李雷,13900002345,常客\n",
        change=lambda plan: replace(plan, matches={2: customer}, decisions={2: RowDecision.UPDATE}),
    )
    assert _counts(result) == (0, 1, 0, 0, 0)
    assert (shop.customer(customer).name, shop.customer(customer).note) == ("李雷", "常客")


def test_one_row_fills_blanks_only_where_the_user_says_so(shop, tmp_path):
    customer = shop.add("张三", "13800001234", note="旧")
    text = "姓名,手机,备注,职务\n张三,13800001234,新,店长\n"
    _import(shop, tmp_path, text, change=lambda plan: replace(plan, decisions={2: RowDecision.FILL_BLANKS}))
    assert (shop.customer(customer).note, shop.customer(customer).job_title) == ("旧", "店长")


def test_our_values_stay_and_new_phones_and_tags_come_in(shop, tmp_path):
    customer = shop.add("张三", "13800001234", note="旧", card_number="V1")
    text = "姓名,卡号,手机,备注,标签\n张三,V1,13900002345,新,VIP\n"
    _import(shop, tmp_path, text, MatchPolicy(conflict=Conflict.OURS))
    zhang = shop.customer(customer)
    assert (zhang.note, len(zhang.contacts), [tag.name for tag in zhang.tags]) == ("旧", 2, ["VIP"])


@pytest.mark.parametrize(("changed", "note"), [("2026-11-21", "旧"), ("2026-11-23", "新"), ("", "旧")])
def test_the_newer_value_stays(shop, tmp_path, changed, note):
    customer = shop.add("张三", "13800001234")
    change_customer(shop.workplace, customer, {"note": "旧"})
    text = f"姓名,手机,备注,改于\n张三,13800001234,新,{changed}\n李四,13900002345,,2026-01-01\n"
    _import(
        shop,
        tmp_path,
        text,
        MatchPolicy(conflict=Conflict.NEWER),
        lambda plan: plan_edit.put(plan, 3, Target.CHANGED_AT),
    )
    assert shop.customer(customer).note == note


def test_newer_without_a_column_that_says_when_is_the_file(shop, tmp_path):
    customer = shop.add("张三", "13800001234", note="旧")
    _import(shop, tmp_path, "姓名,手机,备注\n张三,13800001234,新\n", MatchPolicy(conflict=Conflict.NEWER))
    assert shop.customer(customer).note == "新"


TWICE = "姓名,手机,备注\n张三,13800001234,一\n张三,13800001234,二\n"


@pytest.mark.parametrize(
    ("repeats", "decisions", "counts"),
    [
        (Repeats.MERGE, {}, (1, 0, 0, 1, 0)),
        (Repeats.KEEP_BOTH, {}, (2, 0, 0, 0, 0)),
        (Repeats.ASK, {}, (1, 0, 0, 0, 1)),
        (Repeats.ASK, {3: RowDecision.UPDATE}, (1, 0, 0, 1, 0)),
        (Repeats.ASK, {3: RowDecision.CREATE}, (2, 0, 0, 0, 0)),
        (Repeats.MERGE, {3: RowDecision.CREATE}, (2, 0, 0, 0, 0)),
        (Repeats.MERGE, {2: RowDecision.SKIP}, (1, 0, 0, 1, 0)),
    ],
)
def test_rows_of_one_person_within_the_file(shop, tmp_path, repeats, decisions, counts):
    policy = MatchPolicy(repeats=repeats)
    assert _counts(_import(shop, tmp_path, TWICE, policy, lambda plan: replace(plan, decisions=decisions))) == counts


def test_two_rows_with_one_card_are_one_customer_whatever_the_user_says(shop, tmp_path):
    text = "姓名,卡号\n张三,V1\n张三,V1\n"
    assert _counts(_import(shop, tmp_path, text, MatchPolicy(repeats=Repeats.KEEP_BOTH))) == (1, 0, 0, 1, 0)
