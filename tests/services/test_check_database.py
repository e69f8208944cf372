"""The check is clean after every action, and each kind of damage is found and named without showing anyone's data."""

from __future__ import annotations

import json

import pytest

from crm_desktop.base.paths import find_places
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.check_database import (
    advice_for,
    check_database,
    check_since_backup,
    report_to_json,
    report_to_text,
)
from crm_desktop.services.fill_demo import fill_demo
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.chain import end_of_journal
from crm_desktop.store.check import check_newest
from tests.support.shop import open_shop
from tests.support.tamper import tamper


@pytest.fixture
def shop(tmp_path):
    opened = open_shop(tmp_path)
    for name in ("王小明", "Anna", "!!!"):
        opened.add(name, "13800001234")
    yield opened
    opened.store.close()


def problems(shop):
    return {(each["check"], each["problem"]) for each in report_to_json(check_database(shop.workplace))["problems"]}


def test_a_shop_in_order_is_clean_after_changes_and_undo(shop):
    change_customer(shop.workplace, 2, {"name": "Anne", "card_number": "88"})
    undo(shop.workplace)
    undo(shop.workplace)
    redo(shop.workplace)
    report = check_database(shop.workplace)
    assert report_to_json(report)["problems"] == []
    assert report.is_clean
    assert "in order" in advice_for(report)


def test_the_sample_shop_is_clean(tmp_path):
    shop = open_shop(tmp_path)
    fill_demo(shop.workplace, 500)
    assert problems(shop) == set()
    shop.store.close()


TAMPERED = [
    ("UPDATE operation SET at = at + 1 WHERE id = 2", ("journal", "seal_broken")),
    ("DELETE FROM change WHERE operation_id = 3", ("journal", "seal_broken")),
    ("UPDATE change_payload SET after = '{}' WHERE change_id = 2", ("journal", "payload_changed")),
    ("DELETE FROM contact_point WHERE id = 1", ("journal", "row_lost")),
    ("UPDATE contact_point SET customer_id = 99 WHERE id = 1", ("foreign_keys", "points_at_nothing")),
    ("UPDATE customer SET name_key = 'x' WHERE id = 1", ("derived", "derived_name_key")),
    ("UPDATE customer SET phone = '1' WHERE id = 1", ("derived", "derived_phone")),
    ("UPDATE customer SET last_contact_at = 5 WHERE id = 1", ("derived", "derived_last_contact_at")),
    ("DELETE FROM customer_search WHERE rowid = 1", ("search", "search_index_differs")),
    ("DELETE FROM customer_search WHERE rowid = 3", ("search", "search_index_differs")),
    ("UPDATE contact_point SET normal = '+8613800001299' WHERE id = 1", ("search", "search_index_differs")),
    ("UPDATE customer SET photo_sha256 = 'ab' WHERE id = 1", ("files", "content_missing")),
    ("UPDATE customer SET name = ' ' WHERE id = 1", ("rules", "name_empty")),
    ("UPDATE customer SET status = 'odd' WHERE id = 1", ("rules", "unknown_status")),
    ("UPDATE customer SET introducer_id = 1 WHERE id = 1", ("rules", "introduced_herself")),
    ("UPDATE contact_point SET customer_id = 1", ("rules", "two_primaries")),
    (
        "INSERT INTO important_date(customer_id, kind, month, day) VALUES (1, 'birthday', 2, 30)",
        ("rules", "day_impossible"),
    ),
]


@pytest.mark.parametrize(("statement", "problem"), TAMPERED)
def test_what_was_changed_behind_the_program_is_found(shop, statement, problem):
    tamper(shop, statement)
    assert problem in problems(shop)


def test_a_row_that_came_back_behind_the_journal_is_found(shop):
    undo(shop.workplace)
    tamper(shop, "INSERT INTO customer(id, public_id, name, created_at) VALUES (3, 'x', 'Back', 0)")
    assert ("journal", "row_returned") in problems(shop)


def test_two_names_swapped_in_the_index_are_found_by_customer(shop):
    tamper(
        shop,
        "DELETE FROM customer_search WHERE rowid = 2",
        "INSERT INTO customer_search(rowid, name, spelling, numbers) VALUES (2, 'hanna', 'hanna', '13800001234')",
    )
    (found,) = (p for p in report_to_json(check_database(shop.workplace))["problems"] if p["check"] == "search")
    assert found["rows"] == [2]


def test_a_flipped_bit_is_reported_and_no_check_dies(shop):
    shop.store.close()
    content = bytearray(shop.store.path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    shop.store.path.write_bytes(content)
    report = check_database(shop.workplace)
    found = {result.name.value for result in report.results if result.findings}
    assert {"signatures", "integrity", "derived"} <= found
    assert "damaged" in advice_for(report)


def test_a_report_is_one_json_value_without_anyones_data(shop):
    tamper(shop, "UPDATE customer SET name = 'Secret', status = 'odd' WHERE id = 1")
    report = check_database(shop.workplace)
    for text in (json.dumps(report_to_json(report), ensure_ascii=False), report_to_text(report)):
        assert "Secret" not in text
        assert "1380000" not in text
        assert "unknown_status" in text


def test_wrong_lists_are_told_from_wrong_entries(shop):
    tamper(shop, "UPDATE customer SET name_key = 'x' WHERE id = 1")
    assert "customers themselves are in order" in advice_for(check_database(shop.workplace))


def test_since_the_last_backup_a_broken_seal_is_found_at_once(shop, tmp_path):
    places = find_places(tmp_path / "data", tmp_path / "config")
    assert check_since_backup(shop.workplace, places).is_clean
    tamper(shop, "UPDATE operation SET reason = 'x' WHERE id = 4")
    report = check_since_backup(shop.workplace, places)
    assert [(one["problem"], one["rows"]) for one in report_to_json(report)["problems"]] == [("seal_broken", [4])]


def test_what_a_backup_proves_is_not_looked_at_again(shop):
    with shop.store.read() as connection:
        proven = end_of_journal(connection)
    shop.add("Later")
    tamper(shop, "UPDATE operation SET reason = 'x' WHERE id = 3")
    assert check_newest(shop.store, [(99, "ab"), proven]).is_clean
    assert not check_newest(shop.store, [(99, "ab")]).is_clean


def test_a_change_moved_to_another_operation_breaks_both_and_no_other(shop):
    tamper(shop, "UPDATE change SET operation_id = 4 WHERE operation_id = 3")
    (found,) = (p for p in report_to_json(check_database(shop.workplace))["problems"] if p["problem"] == "seal_broken")
    assert found["rows"] == [3, 4]
