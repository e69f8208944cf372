"""An import is worked out beside the shop: saves go on, and it may be stopped or overtaken until its last step."""

from itertools import count

import pytest
from sqlalchemy import text

from crm_desktop.base.errors import OvertakenError, StoppedError
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.check_database import check_database, report_to_json
from crm_desktop.services.import_customers import (
    apply_import,
    import_customers,
    prepare_import,
    stage_import,
    tidy_up,
    write_import,
)
from crm_desktop.services.read_customers import first_screen
from crm_desktop.services.undo import redo, undo
from crm_desktop.store import stoppable
from crm_desktop.store.chain import end_of_journal
from crm_desktop.store.dump import business_dump, replay
from crm_desktop.store.history import customer_events

TEXT = """姓名,手机,邮箱,生日,标签,会员卡号,班次
张三,13800001234,z@a.cn,1990-05-12,VIP,V1,5
李四,13800005678,,,老客,V2,7
"""


@pytest.fixture
def file(shop, tmp_path):
    path = tmp_path / "members.csv"
    path.write_text(TEXT, encoding="utf-8")
    with stage_import(shop.workplace, path) as staged:
        yield staged


def dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


def problems(shop):
    return report_to_json(check_database(shop.workplace))["problems"]


def test_preparing_locks_nobody_out_and_changes_nothing(shop, file):
    before = dump(shop)
    prepared = prepare_import(shop.workplace, file)
    assert (prepared.result.created, dump(shop)) == (2, before)
    shop.add("别人", "13911112222")
    assert write_import(shop.workplace, prepared).created == 2
    assert len(dump(shop)["customer"]) == 3
    assert problems(shop) == []


@pytest.mark.parametrize("values", [{"phone": "13800001234"}, {"card_number": "V2"}])
def test_an_import_that_was_overtaken_is_not_written(shop, file, values):
    prepared = prepare_import(shop.workplace, file)
    shop.add("王五", values.get("phone", "13911112222"), card_number=values.get("card_number"))
    before = dump(shop)
    with pytest.raises(OvertakenError):
        write_import(shop.workplace, prepared)
    assert dump(shop) == before
    assert apply_import(shop.workplace, file).operation is not None


def test_a_change_of_a_customer_the_file_speaks_of_overtakes_it(shop, file):
    customer = shop.add("张三", "13800001234")
    prepared = prepare_import(shop.workplace, file)
    change_customer(shop.workplace, customer, {"name": "张三丰"})
    with pytest.raises(OvertakenError):
        write_import(shop.workplace, prepared)


def test_an_import_stops_before_each_of_its_steps_and_leaves_nothing(shop, file):
    before = dump(shop)
    prepared = prepare_import(shop.workplace, file)
    for allowed in count():
        asked = count()
        try:
            write_import(shop.workplace, prepared, stop=lambda: next(asked) >= allowed)  # noqa: B023
        except StoppedError:
            assert dump(shop) == before
            assert first_screen(shop.workplace, CustomerQuery(text="张三")) == []
        else:
            break
    assert allowed > 5
    assert len(first_screen(shop.workplace, CustomerQuery(text="张三"))) == 1
    assert problems(shop) == []


def test_an_import_stops_in_the_middle_of_any_statement_and_leaves_nothing(shop, tmp_path, monkeypatch):
    monkeypatch.setattr(stoppable, "_LOOK_EVERY", 1_000)
    path = tmp_path / "many.csv"
    path.write_text("姓名,手机\n" + "".join(f"张{n},138{n:08d}\n" for n in range(500)), encoding="utf-8")
    before = dump(shop)
    with stage_import(shop.workplace, path) as many:
        prepared = prepare_import(shop.workplace, many)
        for allowed in count(1, 3):
            asked = count()
            try:
                write_import(shop.workplace, prepared, stop=lambda: next(asked) >= allowed)  # noqa: B023
            except StoppedError:
                continue
            break
    assert allowed > 100
    undo(shop.workplace)
    assert len(dump(shop)["customer"]) == len(before["customer"])
    assert problems(shop) == []


def test_ids_that_were_reserved_for_nothing_are_a_gap(shop, file):
    prepare_import(shop.workplace, file)
    result = write_import(shop.workplace, prepare_import(shop.workplace, file))
    other = shop.add("王五")
    ids = sorted(dump(shop)["customer"])
    assert (result.created, ids) == (2, [3, 4, other])


def test_a_new_customer_has_one_change_with_all_that_came_with_her(shop, file):
    operation = apply_import(shop.workplace, file).operation
    with shop.store.read() as connection:
        written = "SELECT entity, count(*) FROM change WHERE operation_id = :it GROUP BY entity"
        counts = dict(map(tuple, connection.execute(text(written), {"it": operation})))
        customer = min(dump(shop)["customer"])
        (event,) = customer_events(connection, customer)
    assert counts == {"customer": 2, "tag": 2, "custom_field": 1}
    seen = {change.entity: change.after for change in event.changes}
    assert set(seen) == {"customer", "contact_point", "important_date", "customer_tag", "custom_value"}
    assert seen["important_date"]["customer_id"] == customer
    assert "parts" not in seen["customer"]


def test_the_journal_plays_an_import_again(shop, tmp_path, file):
    shop.add("张三", "13800001234")
    earlier = dump(shop)
    with shop.store.read() as connection:
        after, _seal = end_of_journal(connection)
    apply_import(shop.workplace, file)
    undo(shop.workplace)
    redo(shop.workplace)
    with shop.store.read() as connection:
        assert replay(connection, earlier, after) == business_dump(connection)
    assert problems(shop) == []


def test_a_part_that_is_gone_is_noticed(shop, file):
    apply_import(shop.workplace, file)
    with shop.store.writes.begin() as connection:
        connection.execute(text("DELETE FROM important_date"))
    assert ("journal", "row_lost", "important_date") in {(p["check"], p["problem"], p["where"]) for p in problems(shop)}


def test_the_log_is_copied_when_the_import_is_over(shop, file):
    apply_import(shop.workplace, file)
    tidy_up(shop.workplace)
    with shop.store.writes.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() == 1_000


def test_the_search_index_merges_as_before_when_the_import_is_over(shop, tmp_path, file):
    apply_import(shop.workplace, file)
    options = "SELECT k, v FROM customer_search_config"
    with shop.store.read() as connection:
        kept = dict(connection.exec_driver_sql(options).all())
    assert (kept["automerge"], kept["hashsize"], kept["crisismerge"]) == (4, 1_048_576, 16)


def test_rows_already_there_take_no_ids(shop, tmp_path):
    path = tmp_path / "members.csv"
    path.write_text(TEXT, encoding="utf-8")
    import_customers(shop.workplace, path)
    with shop.store.read() as connection:
        before = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence ORDER BY 1").all()
    import_customers(shop.workplace, path)
    with shop.store.read() as connection:
        now = dict(connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence ORDER BY 1").all())
    assert {k: v for k, v in before if k != "import_batch"} == {k: v for k, v in now.items() if k != "import_batch"}
