"""Every fault and every state of protection is said in the user's words, in both languages."""

from __future__ import annotations

import re

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.key_sentences import protection_of
from crm_desktop.services.sentences import sentence_for
from crm_desktop.store.key_vault import KeyPlace

VALUES = {
    "folder": "D:\\shop",
    "file": "客户.xlsx",
    "service": "OneDrive",
    "sheet": "Sheet1",
    "backup": "customers-000007.db",
    "value": "abc",
    "person": "小李",
    "wait": "30 s",
}


@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_has_a_sentence_with_its_values(kind):
    sentence = sentence_for(Fault(kind, **VALUES))
    assert sentence.endswith(".")
    assert "…" not in sentence.replace("phone …", "")
    assert not re.search(r"[{}]|None", sentence)


@pytest.mark.parametrize("kind", FaultKind)
def test_a_fault_without_values_still_has_a_sentence(kind):
    assert sentence_for(Fault(kind, folder=None, file=None))


def test_the_sentence_names_the_service_and_the_folder():
    sentence = sentence_for(Fault(FaultKind.FOLDER_SYNCED, folder="D:\\shop", service="坚果云"))
    assert "D:\\shop" in sentence
    assert "坚果云" in sentence


def test_a_folder_open_elsewhere_names_the_computer_where_it_is_known():
    assert "KASSE-2" in sentence_for(Fault(FaultKind.FOLDER_IN_USE, folder="D:\\shop", host="KASSE-2", pid=7))
    assert "another window" in sentence_for(Fault(FaultKind.FOLDER_IN_USE, folder="D:\\shop", host=""))


def test_a_damaged_database_names_the_backup_to_take():
    assert "b.db" in sentence_for(Fault(FaultKind.DATABASE_DAMAGED, backup="b.db"))


def test_a_value_that_does_not_fit_says_why_beside_the_value():
    said = sentence_for(Fault(FaultKind.VALUE_INVALID, field="phone", value="{12}", reason="not_a_phone"))
    assert said.startswith("“{12}”: This is no phone number")
    assert "colour" in sentence_for(Fault(FaultKind.VALUE_INVALID, field="colour", reason="unknown_field"))


def test_what_was_looked_for_is_named():
    assert "“Kunden”" in sentence_for(Fault(FaultKind.NOT_FOUND, what="sheet", text="Kunden"))
    assert "99" in sentence_for(Fault(FaultKind.NOT_FOUND, operation=99))


def test_an_attachment_that_is_too_large_names_the_limit():
    said = sentence_for(Fault(FaultKind.FILE_TOO_LARGE, file="film.mp4", limit=20 * 1024 * 1024))
    assert "film.mp4" in said
    assert "20 MB" in said
    assert "Divide" in sentence_for(Fault(FaultKind.FILE_TOO_LARGE, file="a.csv", what="rows", limit=7))


def test_a_lost_content_of_our_own_is_no_matter_for_excel():
    assert "Excel" not in sentence_for(Fault(FaultKind.FILE_DAMAGED, file="files.db"))
    assert "Excel" in sentence_for(Fault(FaultKind.FILE_DAMAGED, file="a.xlsx"))


def test_an_action_undone_before_is_told_from_one_that_cannot_be():
    assert "already" in sentence_for(Fault(FaultKind.NOT_UNDOABLE, operation=3, already=True))


def test_braces_in_a_users_value_are_only_characters():
    assert "{x}" in sentence_for(Fault(FaultKind.VALUE_INVALID, value="{x}"))


@pytest.mark.parametrize("place", KeyPlace)
def test_each_place_of_the_key_says_what_it_protects_and_what_not(place):
    said = protection_of(place)
    assert "encrypted" in said.protects
    assert "not protect" in said.does_not


def test_only_the_file_speaks_of_a_file():
    assert "file" in protection_of(KeyPlace.FILE).protects
    assert "file" not in protection_of(KeyPlace.KEYRING).protects
