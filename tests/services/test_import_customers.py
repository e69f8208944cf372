"""A shop's own file comes in, comes in again, and is taken back."""

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import ContactKind, DateKind, Gender, Status
from crm_desktop.domain.merge import MergeChoices
from crm_desktop.exchange.plan import ImportPlan, MatchPolicy, OnMatch, RowDecision, Target
from crm_desktop.services import change_customer, change_dates, define_fields
from crm_desktop.services.import_customers import (
    apply_import,
    import_customers,
    look_into,
    stage_import,
    write_bad_rows,
)
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.dump import business_dump
from tests.support.data import real_data

MEMBERS = """会员编号,姓名,手机号,性别,生日,会员卡号,标签,积分,备注
1,曾参,13800001234,男,1990-05-12,V001,"老客、VIP",120,喜欢绿茶
2,李娜,13900002345;13900002346,女,农历八月十五,V002,VIP,35.5,
3,王小明,13700003456,,,V003,,0,"第一行
第二行"
"""


def _file(tmp_path, text=MEMBERS, name="members.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8-sig")
    return path


def _dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


def _counts(result):
    return result.created, result.updated, result.unchanged, result.skipped, len(result.errors)


def _by_name(shop, name):
    dump = _dump(shop)
    return shop.customer(next(i for i, row in dump["customer"].items() if row["name"] == name))


def test_a_member_list_comes_in_with_everything_in_its_place(shop, tmp_path):
    result = import_customers(shop.workplace, _file(tmp_path))
    assert _counts(result) == (3, 0, 0, 0, 0)
    assert result.new_fields == ("积分",)
    li = _by_name(shop, "李娜")
    assert [c.normal for c in li.contacts_of(ContactKind.PHONE)] == ["+8613900002345", "+8613900002346"]
    assert (li.gender, li.card_number, li.file_number) == (Gender.FEMALE, "V002", "2")
    assert [(d.kind, d.lunar, d.month, d.day, d.year) for d in li.dates] == [(DateKind.BIRTHDAY, True, 8, 15, None)]
    assert [tag.name for tag in _by_name(shop, "曾参").tags] == ["老客", "VIP"] or {
        t.name for t in _by_name(shop, "曾参").tags
    } == {"老客", "VIP"}
    assert _by_name(shop, "王小明").note == "第一行\n第二行"
    assert define_fields.all_fields(shop.workplace)[0].type is FieldType.NUMBER


def test_the_same_file_again_changes_nothing_and_leaves_no_undo_step(shop, tmp_path):
    path = _file(tmp_path)
    import_customers(shop.workplace, path)
    before = _dump(shop)
    again = import_customers(shop.workplace, path)
    assert _counts(again) == (0, 0, 3, 0, 0)
    assert again.operation is None
    assert _dump(shop) == before


def test_an_import_is_one_undo_step(shop, tmp_path):
    shop.add("老客户", "13600000000")
    before = _dump(shop)
    import_customers(shop.workplace, _file(tmp_path))
    after = _dump(shop)
    undo(shop.workplace)
    assert _dump(shop) == before
    redo(shop.workplace)
    assert _dump(shop) == after


def test_customers_who_are_there_change_only_where_the_file_has_a_value(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    before = _dump(shop)
    text = "姓名,手机号,性别,会员卡号,备注,标签\n曾参,13800009999,,V001,,新标签\n"
    result = import_customers(shop.workplace, _file(tmp_path, text, "b.csv"))
    assert _counts(result) == (0, 1, 0, 0, 0)
    zeng = _by_name(shop, "曾参")
    assert len(zeng.contacts_of(ContactKind.PHONE)) == 2
    assert (zeng.gender, zeng.note) == (Gender.MALE, "喜欢绿茶")
    assert {tag.name for tag in zeng.tags} == {"老客", "VIP", "新标签"}
    undo(shop.workplace)
    assert _dump(shop) == before


def test_an_undo_of_an_update_keeps_what_was_edited_since(shop, tmp_path):
    customer = shop.add("曾参", "13800001234", note="旧", source="路过")
    text = "姓名,手机号,备注,来源\n曾参,13800001234,新,抖音\n"
    import_customers(shop.workplace, _file(tmp_path, text))
    change_customer.change_customer(shop.workplace, customer, {"note": "更新"})
    changes = undo(shop.workplace, _last_import(shop))
    assert (shop.customer(customer).note, shop.customer(customer).source) == ("更新", "路过")
    assert [conflict.field for conflict in changes.conflicts] == ["note"]


def _last_import(shop):
    with shop.store.read() as connection:
        return connection.exec_driver_sql("SELECT max(id) FROM operation WHERE kind = 'import'").scalar_one()


@pytest.mark.parametrize(
    ("heading", "value", "shared"),
    [
        ("会员卡号", "V9", {"card_number": "V9"}),
        ("会员编号", "77", {"file_number": "77"}),
        ("手机号", "+86 138 0000 1234", {}),
    ],
)
def test_a_row_finds_its_customer(shop, tmp_path, heading, value, shared):
    customer = shop.add("张三", "13800001234", **shared)
    result = import_customers(shop.workplace, _file(tmp_path, f"姓名,{heading},职务\n张三,{value},店长\n"))
    assert _counts(result) == (0, 1, 0, 0, 0)
    assert shop.customer(customer).job_title == "店长"


def test_a_row_with_no_number_finds_its_customer_by_the_whole_name(shop, tmp_path):
    customer = shop.add("张三", "13800001234")
    result = import_customers(shop.workplace, _file(tmp_path, "姓名,备注\n张三,新\n张三丰,别人\n"))
    assert _counts(result) == (1, 1, 0, 0, 0)
    assert shop.customer(customer).note == "新"


def test_numbers_of_another_program_do_not_mix_customers_up(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    result = import_customers(shop.workplace, _file(tmp_path, "编号,姓名,手机\n1,赵六,13600001111\n", "other.csv"))
    assert _counts(result) == (1, 0, 0, 0, 0)
    assert _by_name(shop, "曾参").file_number == "1"


def test_the_old_numbers_of_a_merged_customer_find_the_survivor_and_leave_her_own(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    survivor, merged = _by_name(shop, "曾参").id, _by_name(shop, "李娜").id
    merge_customers(shop.workplace, [survivor, merged], MergeChoices(survivor))
    result = import_customers(shop.workplace, _file(tmp_path, "姓名,会员卡号,备注\n曾参,V002,新的备注\n"))
    assert _counts(result) == (0, 1, 0, 0, 0)
    whole = shop.customer(survivor)
    assert (whole.note, whole.card_number, whole.name) == ("新的备注", "V001", "曾参")


def test_a_family_with_one_phone_stays_a_family(shop, tmp_path):
    path = _file(tmp_path, "姓名,手机\n王妈妈,13800001234\n王女儿,13800001234\n")
    assert _counts(import_customers(shop.workplace, path)) == (2, 0, 0, 0, 0)
    assert _counts(import_customers(shop.workplace, path)) == (0, 0, 2, 0, 0)


def test_the_same_person_twice_in_a_file_is_one_customer_with_both_rows_values(shop, tmp_path):
    path = _file(tmp_path, "姓名,手机,邮箱,备注\n张三,13800001234,,\n张三,13800001234,a@b.cn,常客\n")
    assert _counts(import_customers(shop.workplace, path)) == (1, 0, 0, 1, 0)
    zhang = _by_name(shop, "张三")
    assert (zhang.note, [c.value for c in zhang.contacts_of(ContactKind.EMAIL)]) == ("常客", ["a@b.cn"])
    assert _counts(import_customers(shop.workplace, path)) == (0, 0, 1, 1, 0)


def test_rows_with_errors_stay_out_and_come_back_in_a_copy(shop, tmp_path):
    text = "姓名,手机,生日,卡号\n张三,1.38E+10,,\n李四,13800001234,2024/2/30,\n王五,13800005678,,=1+1\n"
    with stage_import(shop.workplace, _file(tmp_path, text)) as file:
        result = apply_import(shop.workplace, file)
        assert _counts(result) == (1, 0, 0, 0, 2)
        assert [(e.row, e.column, e.kind) for e in result.errors] == [
            (2, "手机", "digits_lost"),
            (3, "生日", "no_such_day"),
        ]
        assert all(error.problem and error.fix for error in result.errors)
        copy = tmp_path / "errors.xlsx"
        assert write_bad_rows(file, result.errors, copy) == 2
    again = import_customers(shop.workplace, copy)
    assert _counts(again) == (0, 0, 0, 0, 2)


def test_a_mended_copy_brings_the_rest_in(shop, tmp_path):
    from openpyxl import load_workbook

    with stage_import(shop.workplace, _file(tmp_path, "姓名,手机\n张三,1.38E+10\n")) as file:
        write_bad_rows(file, apply_import(shop.workplace, file).errors, tmp_path / "e.xlsx")
    book = load_workbook(tmp_path / "e.xlsx")
    book.active["B2"] = "13800001234"
    book.save(tmp_path / "e.xlsx")
    result = import_customers(shop.workplace, tmp_path / "e.xlsx")
    assert _counts(result) == (1, 0, 0, 0, 0)
    assert result.new_fields == ()


def test_a_card_somebody_else_holds_is_an_error(shop, tmp_path):
    shop.add("张三", card_number="V1")
    other = shop.add("李四", file_number="7")
    result = import_customers(shop.workplace, _file(tmp_path, "编号,姓名,卡号\n7,李四,V1\n"))
    # The card is the stronger mark: the row is taken for its holder, never given to a second customer.
    assert shop.customer(other).card_number is None
    assert result.created == 0


def test_two_people_with_one_card_in_a_file_are_an_error(shop, tmp_path):
    result = import_customers(shop.workplace, _file(tmp_path, "姓名,卡号\n张三,V1\n李四,V1\n"))
    assert _counts(result) == (1, 0, 0, 0, 1)
    assert result.errors[0].kind == "card_twice"


def test_a_dry_run_writes_nothing(shop, tmp_path):
    before = _dump(shop)
    result = import_customers(shop.workplace, _file(tmp_path), dry_run=True)
    assert _counts(result) == (3, 0, 0, 0, 0)
    assert result.operation is None
    assert _dump(shop) == before


def test_a_cancelled_import_leaves_nothing(shop, tmp_path):
    before = _dump(shop)
    with pytest.raises(Fault) as caught:
        import_customers(shop.workplace, _file(tmp_path, "姓名\n" + "张三\n" * 200_000), cancelled=lambda: True)
    assert caught.value.kind is FaultKind.CANCELLED
    assert _dump(shop) == before
    assert not list(tmp_path.glob("import-*"))


def test_the_staging_file_is_encrypted_and_goes_away(shop, tmp_path):
    with stage_import(shop.workplace, _file(tmp_path)) as file:
        content = file.staging.read_bytes()
        assert b"SQLite format 3" not in content
        assert "曾参".encode() not in content
    assert not file.staging.exists()


def test_the_backup_comes_before_the_first_row(shop, tmp_path):
    seen = []
    import_customers(shop.workplace, _file(tmp_path), before=lambda: seen.append(len(_dump(shop)["customer"])))
    assert seen == [0]


def test_what_is_imported_is_found_at_once(shop, tmp_path):
    from crm_desktop.domain.query import CustomerQuery
    from crm_desktop.services.read_customers import first_screen

    import_customers(shop.workplace, _file(tmp_path))
    for typed in ("曾", "zengcan", "1234", "v001"):
        ids = first_screen(shop.workplace, CustomerQuery(text=typed))
        assert [shop.customer(i).name for i in ids] == ["曾参"], typed


def test_derived_values_are_those_the_program_itself_makes(shop, tmp_path):
    from crm_desktop.store.derived import refresh_derived

    import_customers(shop.workplace, _file(tmp_path))
    shown = "SELECT id, name_key, phone, email FROM customer ORDER BY id"
    with shop.store.read() as connection:
        imported = connection.exec_driver_sql(shown).all()
    with shop.store.writes.begin() as connection:
        connection.exec_driver_sql("INSERT OR IGNORE INTO temp.touched SELECT id FROM customer")
        refresh_derived(connection)
        assert connection.exec_driver_sql(shown).all() == imported


def test_owner_company_and_introducer_are_found_or_kept(shop, tmp_path):
    shop.add("老王", "13600001111")
    text = "姓名,手机,公司,负责人,介绍人\n张三,13800001234,好公司,小美,老王\n李四,13800005678,好公司,小美,不认识\n"
    result = import_customers(shop.workplace, _file(tmp_path, text))
    zhang, li = _by_name(shop, "张三"), _by_name(shop, "李四")
    assert (zhang.introducer, zhang.company, zhang.owner) == ("老王", "好公司", "小美")
    assert zhang.company_id == li.company_id
    assert result.unknown_introducers == ("不认识",)
    assert [value.text for value in li.custom_values] == ["不认识"]


def test_an_introducer_may_come_in_the_same_file(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path, "姓名,手机,推荐人\n张三,13800001234,\n李四,13800005678,张三\n"))
    assert _by_name(shop, "李四").introducer == "张三"


def test_a_field_the_shop_has_keeps_its_type(shop, tmp_path):
    define_fields.add_field(shop.workplace, define_fields.FieldDraft("积分", FieldType.TEXT))
    result = import_customers(shop.workplace, _file(tmp_path))
    assert result.new_fields == ()
    assert _by_name(shop, "李娜").custom_values[0].text == "35.5"


def test_a_birthday_is_corrected_and_taken_back(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path))
    before = _dump(shop)
    result = import_customers(shop.workplace, _file(tmp_path, "姓名,卡号,生日\n曾参,V001,1991-05-12\n", "b.csv"))
    assert _counts(result) == (0, 1, 0, 0, 0)
    assert [d.year for d in _by_name(shop, "曾参").dates] == [1991]
    undo(shop.workplace)
    assert _dump(shop) == before


def test_a_file_that_knows_no_year_does_not_forget_ours(shop, tmp_path):
    customer = shop.add("曾参", card_number="V001")
    change_dates.add_date(shop.workplace, customer, change_dates.read_date(DateKind.BIRTHDAY, "1990-05-12"))
    result = import_customers(shop.workplace, _file(tmp_path, "姓名,卡号,生日\n曾参,V001,5月12日\n"))
    assert _counts(result) == (0, 0, 1, 0, 0)


def test_the_users_plan_is_followed(shop, tmp_path):
    path = _file(tmp_path)
    plan = look_into(shop.workplace, path).plan
    note = next(column for column in plan.columns if column.target is Target.NOTE)
    from dataclasses import replace

    plan = replace(
        plan.with_column(replace(note, target=Target.LIKES)), decisions={3: RowDecision.SKIP}, cells={2: {1: "曾子"}}
    )
    result = import_customers(shop.workplace, path, ImportPlan.from_json(plan.to_json()))
    assert _counts(result) == (2, 0, 0, 1, 0)
    assert _by_name(shop, "曾子").likes == "喜欢绿茶"


@pytest.mark.parametrize(("on_match", "counts", "note"), [
    (OnMatch.UPDATE, (0, 1, 0, 0, 0), "新"),
    (OnMatch.FILL_BLANKS, (0, 1, 0, 0, 0), "旧"),
    (OnMatch.SKIP, (0, 0, 0, 1, 0), "旧"),
])  # fmt: skip
def test_the_policy_says_what_happens_to_known_customers(shop, tmp_path, on_match, counts, note):
    from dataclasses import replace

    customer = shop.add("张三", "13800001234", note="旧")
    path = _file(tmp_path, "姓名,手机,备注,职务\n张三,13800001234,新,店长\n")
    plan = replace(look_into(shop.workplace, path).plan, policy=MatchPolicy(on_match=on_match))
    assert _counts(import_customers(shop.workplace, path, plan)) == counts
    assert shop.customer(customer).note == note


def test_statuses_are_read_in_the_shops_words(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path, "姓名,卡号,状态\n张三,1,挂失\n李四,2,正常\n"))
    assert (_by_name(shop, "张三").status, _by_name(shop, "李四").status) == (Status.LOST_CARD, Status.ACTIVE)


def test_odd_names_come_in_as_they_are(shop, tmp_path):
    names = ["=1+1", "🐼大熊", "שלום", "O'Neil", "<b>x</b>", "Ω≈ç", "𠮷野家"]
    text = "姓名,手机\n" + "".join(f'"{name}",1380000{place:04d}\n' for place, name in enumerate(names))
    import_customers(shop.workplace, _file(tmp_path, text))
    assert sorted(row["name"] for row in _dump(shop)["customer"].values()) == sorted(names)


def test_a_note_of_forty_thousand_characters_comes_in_whole(shop, tmp_path):
    import_customers(shop.workplace, _file(tmp_path, "姓名,手机,备注\n张三,13800001234," + "茶" * 40_000 + "\n"))
    assert len(_by_name(shop, "张三").note) == 40_000


def test_chinook_comes_in_goes_out_and_leaves_no_trace(shop):
    path = real_data("chinook", "customers.xlsx")
    before = _dump(shop)
    assert _counts(import_customers(shop.workplace, path)) == (59, 0, 0, 0, 0)
    again = import_customers(shop.workplace, path)
    assert (_counts(again), again.operation) == ((0, 0, 59, 0, 0), None)
    undo(shop.workplace)
    assert _dump(shop) == before


@pytest.mark.parametrize(
    ("name", "customers"),
    [
        ("contacts/ez-vcard/John_Doe_IPHONE.vcf", 1),
        ("contacts/ez-vcard/John_Doe_GMAIL.vcf", 1),
        ("contacts/ez-vcard/John_Doe_MS_OUTLOOK.vcf", 1),
        ("contacts/ez-vcard/John_Doe_ANDROID.vcf", 4),
        ("contacts/ez-vcard/gmail-list.vcf", 3),
        ("purchases/cdnow_customers_summary.csv", 2357),
    ],
)
def test_contacts_of_other_programs_come_in_and_are_known_again(shop, name, customers):
    path = real_data(*name.split("/"))
    assert import_customers(shop.workplace, path).created == customers
    again = import_customers(shop.workplace, path)
    assert (again.created, again.unchanged) == (0, customers)


def test_matching_a_row_never_walks_all_customers(shop, tmp_path):
    from crm_desktop.store.staged import _RULES, attached

    with (
        stage_import(shop.workplace, _file(tmp_path)) as file,
        attached(shop.store.writes, file.staging, file.key),
        shop.store.writes.connect() as connection,
    ):
        for rule, source in _RULES.items():
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN SELECT r.n, c.id {source}").all()
            steps = [row[3] for row in plan]
            assert not any(step.startswith(("SCAN c", "SCAN p")) for step in steps), rule
            assert not any("(deleted_at=?)" in step for step in steps), rule
