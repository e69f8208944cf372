"""How long things are kept: a list to confirm, and values that leave the journal while it still verifies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from crm_desktop.base.clock import clock_from
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import InteractionKind
from crm_desktop.services import log_interaction
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.check_database import check_database
from crm_desktop.services.privacy_hints import record_hints
from crm_desktop.services.retention import age_journal, erase_listed, review
from crm_desktop.services.undo import undo, undo_steps
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.audit import verify_journal
from tests.support.shop import NOON, Shop


def years_on(shop: Shop, years: int) -> Workplace:
    return replace(shop.workplace, clock=clock_from(NOON + timedelta(days=366 * years)))


def test_whom_nobody_met_for_three_years_is_listed_and_nobody_else(shop: Shop) -> None:
    silent, met = shop.add("王小明"), shop.add("李娜")
    assert review(shop.workplace).count == 0
    later = years_on(shop, 4)
    log_interaction.log_interaction(
        replace(shop.workplace, clock=clock_from(NOON + timedelta(days=600))), met,
        log_interaction.Contact(InteractionKind.CALL, "still here"),
    )  # fmt: skip
    found = review(later)
    assert [one.customer_id for one in found.customers] == [silent]
    assert found.count == 1


def test_only_who_was_confirmed_and_is_still_silent_is_erased(shop: Shop) -> None:
    one, two, met = shop.add("王小明", "13800001234"), shop.add("李娜"), shop.add("张三")
    later = years_on(shop, 4)
    log_interaction.log_interaction(later, met, log_interaction.Contact(InteractionKind.CALL, "hello"))
    made: list[str] = []
    assert erase_listed(later, [one, met], before=lambda: made.append("backup")).subject_count == 1
    assert made == ["backup"]
    assert shop.customer(one).name == "(erased)"
    assert (shop.customer(two).name, shop.customer(met).name) == ("李娜", "张三")


def test_by_a_clock_that_was_set_back_nothing_is_old(shop: Shop) -> None:
    shop.add("王小明")
    early = replace(shop.workplace, clock=clock_from(NOON - timedelta(days=3000)))
    for job in (review, age_journal):
        with pytest.raises(Fault) as caught:
            job(early)
        assert caught.value.kind is FaultKind.CLOCK_BEHIND


def test_old_values_leave_the_journal_and_it_still_verifies(shop: Shop) -> None:
    one = shop.add("王小明", note="oldnote")
    change_customer(shop.workplace, one, {"note": "newnote"})
    later = years_on(shop, 4)
    change_customer(later, one, {"note": "latest"})
    aged = age_journal(later)
    assert aged.values > 0
    with shop.store.read() as connection:
        payloads = str(connection.execute(text("SELECT before, after FROM change_payload")).all())
        assert "oldnote" not in payloads
        assert "latest" in payloads
        assert verify_journal(connection).is_whole
    assert check_database(later).is_clean
    assert not age_journal(later).changes.changed


def test_what_lost_its_values_cannot_be_taken_back(shop: Shop) -> None:
    one = shop.add("王小明")
    change_customer(shop.workplace, one, {"note": "a"})
    later = years_on(shop, 4)
    age_journal(later)
    assert [step for step in undo_steps(later).undo if not step.final] == []
    with pytest.raises(Fault) as caught:
        undo(later, 3)
    assert caught.value.kind is FaultKind.NOT_UNDOABLE


def test_a_note_with_a_card_number_and_a_child_are_hinted_at(shop: Shop) -> None:
    one = shop.add("小朵", note="4111 1111 1111 1111")
    assert len(record_hints(shop.customer(one), NOON.date())) == 1
    assert record_hints(shop.customer(shop.add("李娜", note="绿茶")), NOON.date()) == []
