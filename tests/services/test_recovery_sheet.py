"""The recovery sheet holds what a shop needs on paper, and counts as printed only when it was typed back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.base.paths import find_places
from crm_desktop.services.recovery_sheet import confirm_sheet, groups_to_confirm, is_confirmed, make_sheet
from crm_desktop.store.keys import create_key, open_key
from tests.support.keys import MemoryVault


def clock():
    return datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def places(tmp_path):
    return find_places(tmp_path / "data", tmp_path / "config")


@pytest.fixture
def vault():
    return MemoryVault()


@pytest.fixture
def key(places, vault):
    return create_key(places, vault, clock)


@pytest.fixture
def sheet(key):
    return make_sheet(key, date(2026, 11, 22))


def test_the_sheet_shows_every_group_and_which_database(key, sheet):
    content = sheet.as_html()
    assert all(group in content for group in sheet.groups)
    assert key.database_id in content
    assert "2026-11-22" in content


def test_the_printed_code_opens_the_data_on_another_computer(key, sheet, places):
    assert key.header.key_from_code("".join(sheet.groups)) == key.key


def test_two_different_groups_are_asked_for():
    for _ in range(50):
        first, second = groups_to_confirm()
        assert 0 <= first < second <= 6


def test_typing_two_groups_back_is_remembered(key, sheet, places, vault):
    confirm_sheet(key, places, {1: sheet.groups[1].lower(), 5: f" {sheet.groups[5]} "}, clock)
    assert is_confirmed(open_key(places, vault))


@pytest.mark.parametrize("typed", [{}, {1: "right"}, {1: "right", 2: "2222"}])
def test_a_wrong_or_missing_group_confirms_nothing(key, sheet, places, vault, typed):
    answers = {place: sheet.groups[place] if text == "right" else text for place, text in typed.items()}
    with pytest.raises(Fault, match="code_wrong"):
        confirm_sheet(key, places, answers, clock)
    assert not is_confirmed(open_key(places, vault))
