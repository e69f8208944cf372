"""An import taken back: what nobody touched goes or comes back; what was done since stays and is named."""

from dataclasses import replace

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import ContactKind, InteractionKind
from crm_desktop.domain.query import Selection
from crm_desktop.services import change_contacts
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.import_history import import_of, imports, preview_undo_import, undo_import
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.restore_customers import restore_customers
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.dump import business_dump

ROWS = (
    "姓名,手机,备注,职务,公司,生日\n"
    "张三,13800001234,新,店长,好茶,1990-05-12\n"
    "李四,13900002345,新,店员,好茶,\n"
    "王五,13700003456,常客,,,\n"
    "赵六,13600004567,,,,\n"
    "钱七,13500005678,,,,\n"
)


@pytest.fixture
def known(shop):
    return (
        shop.add("张三", "13800001234", note="旧", source="路过"),
        shop.add("李四", "13900002345", note="旧"),
    )


@pytest.fixture
def before(shop, known):
    return _dump(shop)


@pytest.fixture
def imported(shop, known, before, tmp_path):
    path = tmp_path / "客户.csv"
    path.write_text(ROWS, encoding="utf-8")
    result = import_customers(shop.workplace, path)
    assert (result.created, result.updated) == (3, 2)
    return imports(shop.workplace)[0]


def _dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


def _named(shop, name):
    rows = _dump(shop)["customer"]
    return next((row_id for row_id, row in rows.items() if row["name"] == name and not row.get("deleted_at")), None)


def _values(seen):
    return [(kept.customer, kept.title, kept.imported, kept.now, kept.person) for kept in seen.kept_values]


def test_an_import_nobody_touched_leaves_no_trace(shop, before, imported):
    seen = preview_undo_import(shop.workplace, imported.id)
    assert (seen.removed, seen.restored, seen.kept_values, seen.kept_customers) == (3, 2, (), ())
    changes = undo_import(shop.workplace, imported.id)
    assert (_dump(shop), changes.conflicts) == (before, ())


def test_an_undo_of_an_import_is_done_again(shop, imported):
    after = _dump(shop)
    undo_import(shop.workplace, imported.id)
    redo(shop.workplace)
    assert _dump(shop) == after
    assert not imports(shop.workplace)[0].undone


def test_three_customers_edited_since_are_named_and_the_rest_goes(shop, known, imported):
    change_customer(shop.workplace, known[0], {"note": "更新"})
    change_customer(shop.workplace, _named(shop, "王五"), {"note": "换了"})
    log_interaction(shop.workplace, _named(shop, "赵六"), Contact(InteractionKind.CALL, text="想买茶"))
    seen = preview_undo_import(shop.workplace, imported.id)
    assert _values(seen) == [("张三", "Note", "新", "更新", "Owner")]
    assert seen.kept_values[0].put_back == "旧"
    assert [kept.customer for kept in seen.kept_customers] == ["王五", "赵六"]
    assert "Note: 常客 → 换了" in seen.kept_customers[0].why[0]
    assert "Owner" in seen.kept_customers[1].why[0]
    assert (seen.removed, seen.restored) == (1, 2)
    changes = undo_import(shop.workplace, imported.id)
    zhang = shop.customer(known[0])
    assert (zhang.note, zhang.job_title, zhang.company, zhang.dates) == ("更新", None, None, ())
    assert (shop.customer(known[1]).note, _named(shop, "钱七")) == ("旧", None)
    assert shop.customer(_named(shop, "王五")).note == "换了"
    assert _named(shop, "赵六")
    assert {conflict.field for conflict in changes.conflicts} == {"note", "id"}


def test_the_user_puts_back_what_was_changed_and_bins_what_was_used(shop, known, before, imported):
    change_customer(shop.workplace, known[0], {"note": "更新"})
    wang = _named(shop, "王五")
    change_customer(shop.workplace, wang, {"note": "换了"})
    seen = preview_undo_import(shop.workplace, imported.id)
    changes = undo_import(shop.workplace, imported.id, {kept.change_id for kept in seen.kept_values}, {wang})
    assert shop.customer(known[0]).note == "旧"
    assert shop.customer(wang).deleted_at is not None
    assert changes.conflicts == ()
    restore_customers(shop.workplace, Selection((wang,)))
    assert shop.customer(wang).note == "换了"


def test_a_phone_the_import_added_and_somebody_corrected_stays(shop, known, tmp_path):
    path = tmp_path / "b.csv"
    path.write_text("姓名,手机,备注\n张三,13800001234/13000001111,\n", encoding="utf-8")
    import_customers(shop.workplace, path)
    point = shop.customer(known[0]).contacts_of(ContactKind.PHONE)[1]
    change_contacts.change_contact(shop.workplace, point.id, "13000002222")
    batch = imports(shop.workplace)[0].id
    seen = preview_undo_import(shop.workplace, batch)
    assert _values(seen) == [("张三", "Phone", "13000001111", "13000002222", "Owner")]
    undo_import(shop.workplace, batch)
    assert len(shop.customer(known[0]).contacts) == 2


def test_who_introduced_somebody_does_not_disappear(shop, known, imported):
    zhao = _named(shop, "赵六")
    change_customer(shop.workplace, known[0], {"introducer_id": zhao})
    seen = preview_undo_import(shop.workplace, imported.id)
    assert [(kept.customer, kept.why) for kept in seen.kept_customers] == [
        ("赵六", ("Another record refers to this customer",))
    ]
    undo_import(shop.workplace, imported.id)
    assert shop.customer(known[0]).introducer == "赵六"
    assert shop.customer(zhao).deleted_at is None


def test_an_edit_that_was_taken_back_counts_for_nothing(shop, before, imported):
    change_customer(shop.workplace, _named(shop, "王五"), {"note": "换了"})
    undo(shop.workplace)
    assert preview_undo_import(shop.workplace, imported.id).kept_customers == ()
    undo_import(shop.workplace, imported.id)
    assert _dump(shop) == before


def test_a_customer_who_lies_in_the_bin_is_named_too(shop, imported):
    wang = _named(shop, "王五")
    delete_customers(shop.workplace, Selection((wang,)))
    assert [kept.customer for kept in preview_undo_import(shop.workplace, imported.id).kept_customers] == ["王五"]


def test_the_general_undo_spares_what_was_edited_too(shop, known, imported):
    change_customer(shop.workplace, _named(shop, "王五"), {"note": "换了"})
    undo(shop.workplace, imported.operation)
    assert shop.customer(_named(shop, "王五")).note == "换了"
    assert _named(shop, "赵六") is None


def test_an_import_is_taken_back_once(shop, imported):
    undo_import(shop.workplace, imported.id)
    assert imports(shop.workplace)[0].undone
    with pytest.raises(Fault) as caught:
        undo_import(shop.workplace, imported.id)
    assert caught.value.kind is FaultKind.NOT_UNDOABLE


def test_an_import_older_than_the_shop_keeps_them_stands(shop, imported):
    from datetime import timedelta

    change_setting(shop.workplace, "import_undo_days", 30)
    for days, allowed in ((29, True), (31, False)):
        later = replace(shop.workplace, clock=lambda days=days: imported.at + timedelta(days=days))
        assert imports(later)[0].can_undo is allowed
    with pytest.raises(Fault):
        preview_undo_import(later, imported.id)


def test_an_import_is_known_by_its_operation(shop, imported):
    assert import_of(shop.workplace, imported.operation).id == imported.id
    assert import_of(shop.workplace, 1) is None
