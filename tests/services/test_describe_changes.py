"""Every operation has a name and a sentence, in both languages."""

from __future__ import annotations

import pytest

from crm_desktop.base.text import use_language
from crm_desktop.domain.journal import ChangeSet, Conflict, Kind, Step
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.describe_changes import change_sentence, operation_name
from crm_desktop.services.describe_events import event_title
from crm_desktop.services.read_timeline import Names
from crm_desktop.services.undo import redo, undo, undo_steps
from tests.support.shop import Shop


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_name_and_a_sentence(language: str, kind: Kind) -> None:
    use_language(language)
    name = operation_name(Step(1, kind, 1, 1, "王小明"))
    sentence = change_sentence(ChangeSet(1, kind, subject_id=1, subject_count=1, subject_name="王小明"))
    assert name
    assert sentence
    assert "{" not in name + sentence
    assert name != sentence or language == "zh_CN"


def test_an_edit_is_named_after_the_customer(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    changes = change_customer(shop.workplace, customer_id, {"note": "likes tea"})
    assert change_sentence(changes) == "Edited 王小明"
    assert operation_name(undo_steps(shop.workplace).undo[-1]) == "Edit 王小明"


def test_many_customers_are_counted() -> None:
    assert operation_name(Step(1, Kind.TAG_ADD, None, 3)) == "Tag 3 customers"
    assert change_sentence(ChangeSet(1, Kind.TAG_ADD, subject_count=3)) == "Tagged 3 customers"


def test_an_undo_names_what_it_took_back_even_where_the_customer_is_gone(shop: Shop) -> None:
    shop.add("王小明")
    assert change_sentence(undo(shop.workplace)) == "Taken back: Add 王小明"
    assert change_sentence(redo(shop.workplace)) == "Done again: Add 王小明"


def test_an_undo_says_what_had_to_stay() -> None:
    kept = (Conflict("customer", 1, "note"), Conflict("customer", 2, "note"))
    changes = ChangeSet(2, Kind.CUSTOMER_EDIT, conflicts=kept, undoes=1, subject_name="李娜")
    assert change_sentence(changes).endswith("values changed since then stayed as they are: 2")


def test_nothing_done_is_said_so() -> None:
    assert change_sentence(ChangeSet(None, Kind.CUSTOMER_EDIT)) == "Nothing had to be changed"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_title_in_the_history(kind: Kind) -> None:
    from datetime import UTC, datetime

    from crm_desktop.domain.journal import Event, Source

    assert event_title(Event(1, datetime(2026, 1, 1, tzinfo=UTC), kind, None, Source.WINDOW, None, ()), Names())
