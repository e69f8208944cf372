"""Erased means erased: no byte of her stays, and no total changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.consent import Standing, standing
from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services.as_it_was import record_as_it_was
from crm_desktop.services.check_database import check_database
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.do_not_contact import is_listed, read_list
from crm_desktop.services.erase_person import erase_person, look_before_erasing, read_erased
from crm_desktop.services.find_customers import find_customers
from crm_desktop.services.read_customers import full_list
from crm_desktop.services.read_history import HistoryFilter, read_details, read_history
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.undo import undo, undo_steps
from crm_desktop.store import erasure, merging, tables
from crm_desktop.store.audit import verify_journal
from crm_desktop.store.files import files_path
from tests.support.person import CANARIES, NAME, somebody
from tests.support.raw_bytes import deciphered
from tests.support.shop import KEY, Shop

TOTALS = (
    "SELECT count(*), sum(total) FROM sale",
    "SELECT count(*), sum(net) FROM sale_line",
    "SELECT count(*), sum(amount) FROM sale_payment",
    "SELECT count(*), sum(delta) FROM ledger_entry",
    "SELECT sum(balance) FROM account",
)


def left_in(path: Path) -> list[str]:
    """Return the words of hers that stand anywhere in a database or its log."""
    found = b""
    for ending in ("", "-wal"):
        file = path.with_name(path.name + ending)
        found += deciphered(file, KEY) if file.is_file() else b""
    return [word for word in CANARIES if word.encode() in found or word.casefold().encode() in found]


def rows(shop: Shop, query: str) -> list[tuple[object, ...]]:
    with shop.store.read() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


@pytest.fixture
def one(shop: Shop, tmp_path: Path) -> int:
    return somebody(shop, tmp_path)


def test_no_byte_of_her_stays_in_database_index_log_or_files(shop: Shop, one: int) -> None:
    shop.store.settle()
    there = set(left_in(shop.store.path)) | set(left_in(files_path(shop.store)))
    assert there >= set(CANARIES) - {"jinsique"}
    receipt = erase_person(shop.workplace, one, NAME)
    assert receipt.log_is_empty
    assert left_in(shop.store.path) == []
    assert left_in(files_path(shop.store)) == []


def test_what_was_interrupted_is_done_by_the_daily_work(shop: Shop, one: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as killed:
        killed.setattr("crm_desktop.store.purge._merge_index", lambda _store: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            erase_person(shop.workplace, one, NAME)
    assert left_in(shop.store.path) != []
    do_daily_work(shop.workplace)
    assert left_in(shop.store.path) == left_in(files_path(shop.store)) == []


def test_nothing_of_her_stands_in_any_row_of_any_table(shop: Shop, one: int) -> None:
    erase_person(shop.workplace, one, NAME)
    with shop.store.read() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'table'")).scalars().all()
        told = "".join(str(connection.execute(text(f'SELECT * FROM "{name}"')).all()) for name in names)
    assert [word for word in CANARIES if word in told] == []


def test_money_points_and_stored_value_are_what_they_were(shop: Shop, one: int) -> None:
    before = [rows(shop, query) for query in TOTALS]
    slips = rows(shop, "SELECT id, number, day, total, customer_id FROM sale")
    erase_person(shop.workplace, one, NAME)
    assert [rows(shop, query) for query in TOTALS] == before
    assert rows(shop, "SELECT id, number, day, total, customer_id FROM sale") == slips


def test_the_journal_still_verifies_and_the_book_is_sound(shop: Shop, one: int) -> None:
    erase_person(shop.workplace, one, NAME)
    with shop.store.read() as connection:
        found = verify_journal(connection)
    assert found.is_whole
    assert found.erased
    report = check_database(shop.workplace)
    assert [(r.name, r.findings) for r in report.results if r.findings] == []


def test_she_is_nowhere_to_be_found_and_nothing_of_hers_can_be_undone(shop: Shop, one: int) -> None:
    former = shop.customer(one).name
    erase_person(shop.workplace, one, NAME)
    assert find_customers(shop.workplace, "13712345678", 5) == []
    assert one not in full_list(shop.workplace, CustomerQuery()).ids
    assert one not in full_list(shop.workplace, CustomerQuery(in_bin=True)).ids
    assert shop.customer(one).name != former
    hers = {row[0] for row in rows(shop, f"SELECT operation_id FROM change WHERE customer_id = {one}")}
    offered = undo_steps(shop.workplace)
    assert hers.isdisjoint(step.operation_id for step in (*offered.undo, *offered.redo) if not step.final)
    for operation in sorted(hers):
        with pytest.raises(Fault):
            undo(shop.workplace, operation)
    read_timeline(shop.workplace, one)


def test_others_keep_everything(shop: Shop, one: int) -> None:
    other = 3 - one
    before = shop.customer(other)
    erase_person(shop.workplace, one, NAME)
    assert shop.customer(other) == before


def test_her_name_is_typed_to_confirm_and_a_backup_made_before(shop: Shop, one: int) -> None:
    made: list[str] = []
    with pytest.raises(Fault) as caught:
        erase_person(shop.workplace, one, "somebody else", before=lambda: made.append("backup"))
    assert (caught.value.kind, made) == (FaultKind.VALUE_INVALID, [])
    erase_person(shop.workplace, one, " 金丝雀  quuxanthippe ", before=lambda: made.append("backup"))
    assert made == ["backup"]


def test_erased_twice_is_not_found(shop: Shop, one: int) -> None:
    erase_person(shop.workplace, one, NAME)
    with pytest.raises(Fault) as caught:
        erase_person(shop.workplace, one, NAME)
    assert caught.value.kind is FaultKind.NOT_FOUND


def test_she_is_listed_by_a_random_id_and_left_alone_from_then_on(shop: Shop, one: int) -> None:
    public = rows(shop, f"SELECT public_id FROM customer WHERE id = {one}")[0][0]
    erase_person(shop.workplace, one, NAME)
    assert public in {entry.former_id for entry in read_erased(shop.workplace)}
    assert is_listed(shop.workplace, "13712345678")
    back = shop.add("Somebody", "13712345678")
    assert standing(shop.customer(back).consents, Purpose.MARKETING) is Standing.REFUSED


def test_a_number_that_a_relative_has_too_is_not_listed(shop: Shop, one: int) -> None:
    shop.add("Her husband", "13712345678")
    erase_person(shop.workplace, one, NAME)
    assert not is_listed(shop.workplace, "13712345678")
    assert read_list(shop.workplace)


def test_what_is_owed_to_her_and_who_else_speaks_of_her_is_said_before(shop: Shop, one: int) -> None:
    shop.add("A friend", note="came with 金丝雀 Quuxanthippe")
    found = look_before_erasing(shop.workplace, one)
    assert (found.points > 0, found.stored_value, found.merged) == (True, 10_000, 2)
    assert found.mentions == {"customer": 1}
    assert (found.rows["sale"], found.rows["attachment"]) == (2, 1)


def test_every_table_that_names_a_customer_is_dropped_or_kept() -> None:
    named = {column.table for column in merging.references()} - {tables.customer}
    assert named == erasure.DROPPED | erasure.KEPT


def test_the_history_of_the_shop_and_of_her_record_tell_nothing(shop: Shop, one: int) -> None:
    last = int(str(rows(shop, "SELECT max(id) FROM operation")[0][0]))
    erase_person(shop.workplace, one, NAME)
    told = [str(read_history(shop.workplace, HistoryFilter()))]
    told += [str(read_details(shop.workplace, number)) for number in range(1, last + 2)]
    told += [str(record_as_it_was(shop.workplace, one, after_operation=number)) for number in range(1, last + 2)]
    told.append(str(read_timeline(shop.workplace, one)))
    assert [word for word in CANARIES if any(word in text for text in told)] == []
