"""The result of a verification, in words."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from crm_desktop.services.audit import result_to_json, seal_text, verify_history
from crm_desktop.store.driver import raw_connection
from tests.support.safe_shop import safe_shop


@pytest.fixture
def shop(tmp_path):
    made = safe_shop(tmp_path)
    made.add("王小明", "Anna")
    return made


def verify(shop, *tampering):
    with shop.open() as (opened, key):
        if tampering:
            with closing(raw_connection(opened.store.path, key.key)) as connection:
                connection.execute("PRAGMA foreign_keys=OFF")
                for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                    connection.execute(f"DROP TRIGGER {name}")
                for statement in tampering:
                    connection.execute(statement)
        return verify_history(opened.workplace, shop.places)


def test_a_whole_history_is_said_in_one_sentence(shop):
    result = verify(shop)
    assert result.sentence.startswith("The history is whole")
    assert "3" in result.sentence
    assert result.found == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE operation SET at = at + 1 WHERE id = 2", "Entry 2 ("),
        ("DELETE FROM operation WHERE id = 2", "missing just before number 3"),
        ("UPDATE change_payload SET after = '{}' WHERE change_id = 2", "Values before and after were changed"),
        ("DELETE FROM change_payload WHERE change_id = 2", "no erasure tells of it"),
    ],
)
def test_a_finding_says_what_when_and_who(shop, statement, words):
    result = verify(shop, statement)
    assert not result.is_whole
    assert "not as it was written" in result.sentence
    (found,) = result.found
    assert words in found.sentence
    assert found.person == "Owner"
    assert f"{found.at.astimezone():%Y-%m-%d %H:%M}" in found.sentence


def test_a_cut_off_end_names_the_backup_that_knows_more(shop):
    backup = shop.back_up()
    result = verify(shop, "DELETE FROM change WHERE operation_id = 3", "DELETE FROM operation WHERE id = 3")
    (found,) = result.found
    assert backup.path.name in found.sentence
    assert "ends with entry 2" in found.sentence


def test_the_result_as_json_names_no_customer(shop):
    result = verify(shop, "UPDATE operation SET kind = 'odd' WHERE id = 2")
    text = json.dumps(result_to_json(result), ensure_ascii=False)
    assert "entry_changed" in text
    assert "王小明" not in text


def test_a_seal_is_written_down_in_groups():
    assert seal_text("0123456789abcdef0123") == "0123 4567 89AB CDEF"
