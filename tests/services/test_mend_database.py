"""A damaged shop comes back: the newest good backup, and what was entered after it."""

from __future__ import annotations

import json
import shutil

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Kind
from crm_desktop.services.check_database import check_database, report_to_text
from crm_desktop.services.erase_person import erase_person
from crm_desktop.services.look_for_damage import quick_look
from crm_desktop.services.mend_database import mend, mend_plan
from crm_desktop.services.mend_words import result_sentences
from crm_desktop.services.pins import remove_own_pin, set_own_pin
from crm_desktop.services.sign_in import is_locked_at_start
from tests.support.damage import zero_pages, zero_some
from tests.support.safe_shop import noon, safe_shop

OLD, NEW = [f"Old {n}" for n in range(40)], [f"New {n}" for n in range(120)]


@pytest.fixture
def shop(tmp_path):
    """A shop that was backed up, in which much was entered since."""
    shop = safe_shop(tmp_path)
    shop.add(*OLD)
    shop.back_up()
    shop.add(*NEW)
    return shop


def mended(shop):
    return mend(shop.places, shop.vault, noon)


def test_the_shop_is_back_with_nearly_all_that_was_newer(shop):
    before = zero_some(shop.places.data.database, 3)
    result = mended(shop)
    names = shop.names()
    assert names[:40] == OLD
    assert len(set(names) & set(NEW)) >= 80
    assert set(names) <= {*OLD, *NEW}
    assert set(result.names) == set(names) & set(NEW)
    assert (result.kept_aside / "customers.db").read_bytes() == before


def test_the_mended_book_passes_every_check(shop):
    zero_some(shop.places.data.database, 3)
    mended(shop)
    with shop.open() as (one, _key):
        report = check_database(one.workplace, places=shop.places)
    assert report.is_clean, report_to_text(report)


def test_it_is_one_entry_of_the_journal(shop):
    zero_some(shop.places.data.database, 3)
    mended(shop)
    with shop.open() as (one, _key), one.store.read() as connection:
        last = connection.exec_driver_sql("SELECT kind, person_id FROM operation ORDER BY id DESC").first()
    assert last == (Kind.RESTORE.value, None)


def test_where_the_newest_backup_is_damaged_too_an_older_one_serves(shop):
    newest = shop.back_up()
    zero_pages(newest.path, 1)
    zero_some(shop.places.data.database, 3)
    plan = mend_plan(shop.places, shop.vault)
    assert (plan.passed_over, plan.customers) == (1, 40)
    mended(shop)
    assert "New 119" in shop.names()


def test_without_any_backup_what_can_be_read_is_the_shop(tmp_path):
    shop = safe_shop(tmp_path)
    shop.add(*NEW)
    zero_some(shop.places.data.database, 3)
    result = mended(shop)
    assert result.plan.backup is None
    assert len(set(shop.names()) & set(NEW)) >= 80
    with shop.open() as (one, key):
        assert one.store.meta("database_id") == key.database_id
        assert check_database(one.workplace).is_clean


@pytest.mark.parametrize("pages", [(0,), (2,), (0, 2, 3), range(4)])
def test_a_file_that_no_longer_names_its_tables_gives_what_is_newer_all_the_same(shop, pages):
    zero_pages(shop.places.data.database, *pages)
    result = mended(shop)
    assert set(shop.names()) == {*OLD, *NEW}
    assert set(result.names) == set(NEW)
    with shop.open() as (one, _key):
        assert check_database(one.workplace, places=shop.places).is_clean


def test_a_file_without_its_first_page_that_was_cut_off_tells_nothing_wrong(shop):
    path = shop.places.data.database
    for pages in (280, 150, 40):
        content = path.read_bytes()
        path.write_bytes(content[: pages * 4096])
        zero_pages(path, 0, 2)
        mended(shop)
        assert set(OLD) <= set(shop.names()) <= {*OLD, *NEW}
        with shop.open() as (one, _key):
            assert check_database(one.workplace, places=shop.places).is_clean
        path.write_bytes(content)


def test_what_lies_in_the_log_alone_comes_from_a_file_without_its_first_page(shop, tmp_path):
    data, killed = shop.places.data.path, tmp_path / "killed"
    with shop.open() as (one, _key):
        one.add("In the log")
        shutil.copytree(data, killed)
    for file in killed.glob("customers.db*"):
        shutil.copy(file, data / file.name)
    zero_pages(shop.places.data.database, 0)
    log = shop.places.data.database.with_name("customers.db-wal")
    log.write_bytes(without_page(log.read_bytes(), 1))
    mended(shop)
    assert "In the log" in shop.names()


def without_page(log, number):
    """Return a log in which a page is called by another number, so that nobody finds it."""
    frames = [log[start : start + 4120] for start in range(32, len(log), 4120)]
    assert frames
    return log[:32] + b"".join(frame for frame in frames if int.from_bytes(frame[:4]) != number)


def test_a_note_of_this_computer_serves_where_there_is_no_backup(tmp_path):
    shop = safe_shop(tmp_path)
    shop.add(*NEW)
    with shop.open() as (one, key):
        assert quick_look(one.store, shop.places, key, noon()) is None
    zero_pages(shop.places.data.database, 0, 2)
    mended(shop)
    assert set(shop.names()) == set(NEW)


def test_a_layout_of_another_revision_or_file_is_not_believed(shop):
    manifest = next(shop.places.data.backups.glob("customers-*.json"))
    noted = json.loads(manifest.read_bytes())
    for wrong in (
        {"schema": "0000"},
        {"salt": "00" * 16},
        {"roots": {**noted["layout"]["roots"], "alembic_version": 7}},
        {"spare": [3]},
    ):
        manifest.write_text(json.dumps({**noted, "layout": {**noted["layout"], **wrong}}), encoding="utf-8")
        damaged = zero_pages(shop.places.data.database, 0)
        assert (mended(shop).lost, shop.names()) == (None, OLD)
        shop.places.data.database.write_bytes(damaged)


def test_a_file_that_tells_nothing_gives_way_to_the_backup(shop):
    manifest = next(shop.places.data.backups.glob("customers-*.json"))
    manifest.write_text(json.dumps({**json.loads(manifest.read_bytes()), "layout": None}), encoding="utf-8")
    zero_pages(shop.places.data.database, 0)
    result = mended(shop)
    assert (shop.names(), result.lost) == (OLD, None)


def test_nothing_to_read_and_no_backup_leaves_everything_as_it_was(tmp_path):
    shop = safe_shop(tmp_path)
    shop.add("Anna")
    zero_pages(shop.places.data.database, 0)
    before = shop.places.data.database.read_bytes()
    with pytest.raises(Fault) as refused:
        mended(shop)
    assert refused.value.kind is FaultKind.DATABASE_DAMAGED
    assert shop.places.data.database.read_bytes() == before


def test_a_sound_book_is_left_alone(shop):
    before = shop.places.data.database.read_bytes()
    assert mended(shop).plan.is_sound
    assert shop.places.data.database.read_bytes() == before


@pytest.mark.parametrize("step", ["keep", "read", "prove"])
def test_stopped_at_any_step_it_is_done_by_the_next_try(shop, step):
    damaged = zero_some(shop.places.data.database, 3)

    def stop(now, _done, _of):
        if now == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mend(shop.places, shop.vault, noon, progress=stop)
    assert shop.places.data.database.read_bytes() == damaged
    mended(shop)
    assert set(OLD) <= set(shop.names())
    assert [path.name for path in shop.places.data.path.glob(".*customers.db*")] == []


def test_who_was_erased_meanwhile_does_not_come_back(shop):
    with shop.open() as (one, _key):
        erase_person(one.workplace, 4, "Old 3")
    zero_some(shop.places.data.database, 3)
    mended(shop)
    assert "Old 3" not in shop.names()
    with shop.open() as (one, _key), one.store.read() as connection:
        images = connection.exec_driver_sql("SELECT before, after FROM change_payload").all()
    assert not [image for image in images if 'Old 3"' in str(image)]


def test_where_people_have_pins_nobody_is_named_before_one_is_given(shop):
    with shop.open() as (one, _key):
        set_own_pin(one.workplace, "4711")
    zero_some(shop.places.data.database, 3)
    result = mended(shop)
    assert (result.names, result.hides_names) == ((), True)
    assert result.customers >= 80
    assert any("history" in sentence for sentence in result_sentences(result))


def test_a_pin_set_after_the_backup_guards_the_mended_book_and_one_taken_away_does_not(shop):
    for pin in ("4711", None):
        with shop.open() as (one, _key):
            set_own_pin(one.workplace, pin) if pin else remove_own_pin(one.workplace, "4711")
            one.add(f"After {pin}")
        zero_pages(shop.places.data.database, 0)
        mended(shop)
        with shop.open() as (one, _key):
            assert is_locked_at_start(one.workplace) is bool(pin)
        shop.back_up()
