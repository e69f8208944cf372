"""Whatever is done to the journal behind the program is found, and what went rightly is told as that."""

from __future__ import annotations

import hashlib
import hmac
import json
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm_desktop.domain.journal import Kind
from crm_desktop.services.change_customer import change_customer
from crm_desktop.store import chain, tables
from crm_desktop.store.audit import Trouble, verify_journal
from crm_desktop.store.audit_marks import KEPT, Mark, in_one_course, note_end, read_marks
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.schema import PAYLOADS_MAY_GO
from tests.support.shop import KEY, open_shop
from tests.support.tamper import tamper


@pytest.fixture
def shop(tmp_path):
    opened = open_shop(tmp_path)
    opened.add("王小明", "13800001234")
    opened.add("Anna", "13800001235")
    change_customer(opened.workplace, 1, {"note": "likes green tea"})
    with opened.workplace.unit_of_work(Kind.CUSTOMER_EDIT, reason="asked for by phone") as work:
        work.update(tables.customer, 2, note="calls herself Anne")
        work.about(2)
        work.commit()
    opened.add("李娜", "13800001236")
    yield opened
    opened.store.close()


def verify(shop, marks=()):
    with shop.store.read() as connection:
        return verify_journal(connection, marks)


def found(shop, marks=()):
    return [(one.trouble, one.operation) for one in verify(shop, marks).findings]


def test_an_untouched_journal_is_whole(shop):
    verified = verify(shop)
    assert verified.is_whole
    assert (verified.operations, verified.last) == (6, 6)
    assert verified.erased == ()


HEADS = {
    "at": "at + 60000",
    "person_id": "NULL",
    "kind": "'customer.delete'",
    "source": "'program'",
    "undoes": "1",
    "subject_id": "77",
    "subject_count": "77",
    "public_id": "'x' || public_id",
    "seal": "randomblob(32)",
    "reason_digest": "randomblob(32)",
}


@pytest.mark.parametrize("column", HEADS)
def test_a_changed_head_is_found_whatever_was_changed(shop, column):
    tamper(shop, f"UPDATE operation SET {column} = {HEADS[column]} WHERE id = 4")
    assert (Trouble.CHANGED, 4) in found(shop)


CHANGES = {
    "entity": "'tag'",
    "row_id": "99",
    "customer_id": "3",
    "action": "'delete'",
    "digest": "randomblob(32)",
    "operation_id": "5",
}


@pytest.mark.parametrize("column", CHANGES)
def test_a_changed_change_is_found_whatever_was_changed(shop, column):
    tamper(shop, f"UPDATE change SET {column} = {CHANGES[column]} WHERE operation_id = 4")
    assert (Trouble.CHANGED, 4) in found(shop)


def test_an_operation_taken_out_of_the_middle_is_found(shop):
    tamper(
        shop,
        "DELETE FROM change_payload WHERE change_id IN (SELECT id FROM change WHERE operation_id = 4)",
        "DELETE FROM change WHERE operation_id = 4",
        "DELETE FROM operation WHERE id = 4",
    )
    assert found(shop) == [(Trouble.REMOVED, 5)]


def test_a_removed_operation_whose_number_is_closed_up_is_found(shop):
    tamper(
        shop,
        "DELETE FROM change WHERE operation_id = 4",
        "DELETE FROM operation WHERE id = 4",
        "UPDATE change SET operation_id = operation_id - 1 WHERE operation_id > 4",
        "UPDATE operation SET id = id - 1 WHERE id > 4",
    )
    assert (Trouble.CHANGED, 4) in found(shop)


def test_two_whole_operations_that_changed_places_are_found(shop):
    tamper(
        shop,
        "UPDATE operation SET id = -id WHERE id IN (3, 4)",
        "UPDATE operation SET id = 7 + id WHERE id < 0",
        "UPDATE change SET operation_id = 7 - operation_id WHERE operation_id IN (3, 4)",
    )
    assert {3, 4} <= {operation for _trouble, operation in found(shop)}


def test_an_operation_put_in_between_is_found(shop):
    columns = "public_id, at, person_id, kind, source, subject_count, seal"
    tamper(
        shop,
        f"INSERT INTO operation({columns}) SELECT 'forged', at, person_id, kind, source, 0, seal "
        "FROM operation WHERE id = 6",
    )
    assert found(shop) == [(Trouble.CHANGED, 7)]


def test_an_operation_of_another_database_in_the_place_of_one_is_found(shop, tmp_path):
    (tmp_path / "other").mkdir()
    other = open_shop(tmp_path / "other")
    for name in ("甲", "乙", "丙", "丁"):
        other.add(name)
    with closing(raw_connection(shop.store.path, KEY)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(f"ATTACH DATABASE '{other.store.path}' AS other KEY \"x'{KEY.hex()}'\"")
        tamper(shop, "DELETE FROM change WHERE operation_id = 4", "DELETE FROM operation WHERE id = 4")
        connection.execute("INSERT INTO operation SELECT * FROM other.operation WHERE id = 4")
    other.store.close()
    assert (Trouble.CHANGED, 4) in found(shop)


OF_4, OF_5 = (f"(SELECT min(id) FROM change WHERE operation_id = {number})" for number in (4, 5))


@pytest.mark.parametrize("column", ["before", "after", "salt"])
def test_a_changed_value_is_found(shop, column):
    changed = {"before": "'{}'", "after": '\'{"note":"x"}\'', "salt": "randomblob(16)"}[column]
    tamper(shop, f"UPDATE change_payload SET {column} = {changed} WHERE change_id = {OF_4}")
    assert [trouble for trouble, _ in found(shop)] == [Trouble.VALUES_CHANGED]


def test_two_payloads_that_changed_places_are_found(shop):
    tamper(
        shop,
        f"UPDATE change_payload SET change_id = -change_id WHERE change_id IN ({OF_4}, {OF_5})",
        f"UPDATE change_payload SET change_id = {OF_4} + {OF_5} + change_id WHERE change_id < 0",
    )
    assert found(shop) == [(Trouble.VALUES_CHANGED, 4), (Trouble.VALUES_CHANGED, 5)]


def test_a_payload_that_nobody_erased_is_missed(shop):
    tamper(shop, f"DELETE FROM change_payload WHERE change_id = {OF_4}")
    assert found(shop) == [(Trouble.VALUES_GONE, 4)]


def test_how_far_values_aged_cannot_be_moved(shop):
    erase(shop, Kind.AGE, changes="SELECT id FROM change WHERE operation_id < 4", aged_to=3)
    tamper(
        shop, f"DELETE FROM change_payload WHERE change_id = {OF_4}", "INSERT INTO meta VALUES ('values_aged_to', '4')"
    )
    assert found(shop) == [(Trouble.VALUES_GONE, 4)]
    tamper(shop, "UPDATE operation SET subject_count = 4 WHERE kind = 'age'")
    assert [trouble for trouble, _ in found(shop)] == [Trouble.CHANGED]


@pytest.mark.parametrize(
    "change",
    ["reason = 'forged'", "reason = NULL", "reason_salt = NULL", "reason_salt = randomblob(16)", "reason = ''"],
)
def test_a_changed_reason_is_found(shop, change):
    tamper(shop, f"UPDATE operation SET {change} WHERE id = 5")
    assert found(shop) == [(Trouble.REASON_CHANGED, 5)]


def test_a_reason_put_where_none_was_is_found(shop):
    tamper(shop, "UPDATE operation SET reason = 'forged' WHERE id = 4")
    assert found(shop) == [(Trouble.CHANGED, 4)]


def test_a_digest_passed_off_as_a_reason_of_the_older_form_is_found(shop):
    tamper(shop, "UPDATE operation SET reason = lower(hex(reason_digest)), reason_digest = NULL WHERE id = 5")
    assert found(shop) == [(Trouble.CHANGED, 5)]


def test_an_erased_reason_leaves_the_chain_whole(shop):
    with shop.store.writes.begin() as connection:
        connection.exec_driver_sql("UPDATE operation SET reason = NULL, reason_salt = NULL WHERE id = 5")
    assert verify(shop).is_whole


def _first_seal(connection, operation_id):
    """Seal as the release 0.1.0 did: over the reason itself, and without whose a change is."""
    head, _seal, changes = chain._operation(connection, operation_id)
    digests = hashlib.sha256()
    for what, _whose, digest in changes:
        digests.update(what.encode() + digest)
    query = "SELECT seal FROM operation WHERE id < ? ORDER BY id DESC LIMIT 1"
    previous = connection.exec_driver_sql(query, (operation_id,)).scalar()
    text = previous + json.dumps(head[:-1]).encode() + digests.digest()
    return hmac.digest(chain.chain_key(connection), text, hashlib.sha256)


def test_operations_of_the_first_release_keep_their_seal(shop, monkeypatch):
    with monkeypatch.context() as first:
        first.setattr(chain, "seal_of", _first_seal)
        first.setattr(chain, "reason_columns", lambda reason: {"reason": reason})
        with shop.workplace.unit_of_work(Kind.CUSTOMER_EDIT, reason="old") as work:
            work.update(tables.customer, 1, note="old")
            work.commit()
    shop.add("New")
    assert verify(shop).is_whole
    tamper(shop, "UPDATE operation SET reason = 'x' WHERE id = 7")
    assert found(shop) == [(Trouble.CHANGED, 7)]


# erasing


def erase(shop, kind, *, customer=None, changes="SELECT id FROM change WHERE customer_id = 1", aged_to=0):
    with shop.workplace.unit_of_work(kind) as work:
        if customer is not None:
            work.update(tables.customer, customer, name="–", erased_at=work.at)
            work.about(customer)
        elif kind is Kind.AGE:
            work.about(count=aged_to)
        work.keep_operation()
        work.connection.exec_driver_sql("INSERT INTO meta VALUES (?, '1')", (PAYLOADS_MAY_GO,))
        before = work.operation_id
        work.connection.exec_driver_sql(
            f"DELETE FROM change_payload WHERE change_id IN ({changes} AND operation_id < {before})"
        )
        work.connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (PAYLOADS_MAY_GO,))
        work.commit()


def test_values_of_an_erased_person_are_told_as_erased(shop):
    erase(shop, Kind.ERASE, customer=1)
    verified = verify(shop)
    assert verified.is_whole
    (erased,) = verified.erased
    assert (erased.kind, erased.operation, erased.changes) == (Kind.ERASE, 7, 3)


def test_values_of_somebody_else_are_not_explained_by_an_erasure(shop):
    erase(shop, Kind.ERASE, customer=1, changes="SELECT id FROM change WHERE customer_id = 2")
    assert {trouble for trouble, _ in found(shop)} == {Trouble.VALUES_GONE}


def test_values_that_went_after_the_erasure_are_missed(shop):
    erase(shop, Kind.ERASE, customer=1)
    change_customer(shop.workplace, 1, {"note": "again"})
    tamper(shop, "DELETE FROM change_payload WHERE change_id = (SELECT max(id) FROM change)")
    assert found(shop) == [(Trouble.VALUES_GONE, 8)]


def test_aged_values_are_told_as_such_and_younger_ones_are_missed(shop):
    erase(shop, Kind.AGE, changes="SELECT id FROM change WHERE operation_id < 4", aged_to=3)
    verified = verify(shop)
    assert verified.is_whole
    assert [one.kind for one in verified.erased] == [Kind.AGE]
    tamper(shop, f"DELETE FROM change_payload WHERE change_id = {OF_4}")
    assert found(shop) == [(Trouble.VALUES_GONE, 4)]


# the end


def end_of(shop, **more):
    with shop.store.read() as connection:
        return Mark(0, *chain.end_of_journal(connection), **more)


CUT = ("DELETE FROM change WHERE operation_id = 6", "DELETE FROM operation WHERE id = 6")


def test_a_cut_off_end_is_found_by_what_was_noted_of_it(shop):
    mark = end_of(shop)
    tamper(shop, *CUT)
    assert verify(shop).is_whole
    (finding,) = verify(shop, [mark]).findings
    assert (finding.trouble, finding.operation, finding.count, finding.mark) == (Trouble.CUT_OFF, 5, 1, mark)


def test_an_end_that_was_written_anew_is_found(shop):
    mark = end_of(shop)
    tamper(shop, *CUT, "UPDATE sqlite_sequence SET seq = 5 WHERE name = 'operation'")
    shop.add("Somebody else")
    assert found(shop, [mark]) == [(Trouble.OTHER_COURSE, 6)]


def test_notes_from_before_a_restore_raise_no_alarm_and_later_ones_do(shop):
    early = end_of(shop)
    tamper(shop, *CUT)
    restored = end_of(shop, is_restore=True)
    assert verify(shop, in_one_course([early, restored])).is_whole
    shop.add("Later")
    later = end_of(shop)
    tamper(shop, "DELETE FROM change WHERE operation_id > 5", "DELETE FROM operation WHERE id > 5")
    assert [trouble for trouble, _ in found(shop, in_one_course([early, restored, later]))] == [Trouble.CUT_OFF]


def test_notes_are_kept_in_order_and_once(tmp_path):
    for number in (1, 1, 2, 2, 3):
        note_end(tmp_path, Mark(number, number, f"{number:064x}"))
    assert [mark.operation for mark in read_marks(tmp_path)] == [1, 2, 3]


def test_only_the_newest_notes_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("crm_desktop.store.audit_marks.KEPT", 3)
    assert KEPT > 3
    for number in range(1, 6):
        note_end(tmp_path, Mark(number, number, "ab"))
    assert [mark.operation for mark in read_marks(tmp_path)] == [3, 4, 5]


def test_unreadable_notes_count_for_nothing(tmp_path):
    (tmp_path / "audit_marks.json").write_text('{"marks": [{"at": "now"}]}')
    assert read_marks(tmp_path) == []
    assert note_end(tmp_path, Mark(1, 1, "ab"))
    assert len(read_marks(tmp_path)) == 1


def _columns():
    heads = [("operation", column) for column in ("at", "person_id", "kind", "source", "subject_count", "seal")]
    changes = [("change", column) for column in ("entity", "row_id", "customer_id", "action", "digest")]
    return [*heads, *changes, ("change_payload", "after"), ("change_payload", "salt"), ("operation", "reason")]


@settings(max_examples=20)
@given(data=st.data())
def test_any_one_value_changed_anywhere_is_found(tmp_path_factory, data):
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    for name in ("王小明", "Anna"):
        shop.add(name, "13800001234")
    table, column = data.draw(st.sampled_from(_columns()))
    with shop.store.read() as connection:
        key = "change_id" if table == "change_payload" else "id"
        ids = connection.exec_driver_sql(f"SELECT {key} FROM {table}").scalars().all()
    row = data.draw(st.sampled_from(ids))
    value = "77" if column == "person_id" else "'7f'"
    if column in ("seal", "digest", "salt"):
        value = "randomblob(20)"
    if column in ("at", "row_id", "customer_id", "subject_count"):
        value = str(data.draw(st.integers(1000, 9999)))
    tamper(shop, f"UPDATE {table} SET {column} = {value} WHERE {key} = {row}")
    assert not verify(shop).is_whole
    shop.store.close()
