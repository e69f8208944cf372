"""The page of privacy, and erasing somebody from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.base.clock import clock_from
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.customer import Purpose
from crm_desktop.services.notices import words_in_use
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.purge import is_owed
from crm_desktop.ui.pages.privacy.page import EraseWhom, privacy_page
from crm_desktop.ui.widgets.row_list import RowList
from tests.support.follow_up_desk import FollowUpDesk
from tests.support.shop import NOON

backups: list[BackupReason] = []


def back_up(reason: BackupReason, go: Callable[[], object]) -> None:
    backups.append(reason)
    go()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[FollowUpDesk]:
    def pages(place: Workplace) -> list:
        later = replace(place, clock=clock_from(NOON + timedelta(days=1500)))
        return [privacy_page(later, back_up)]

    backups.clear()
    opened = FollowUpDesk(qtbot, tmp_path, pages)
    yield opened
    opened.close()


def rows(desk: FollowUpDesk, name: str) -> list[list[str]]:
    return desk.find(RowList, name).texts()


def test_other_words_are_kept_as_a_new_version(desk: FollowUpDesk) -> None:
    desk.show("privacy")
    desk.find(QPlainTextEdit, "privacy.words.marketing").setPlainText("We write once a month.")
    desk.find(QPushButton, "privacy.words.marketing.save").click()
    desk.settle()
    assert words_in_use(desk.place)[Purpose.MARKETING] == "We write once a month."
    assert desk.find(QLabel, "privacy.words.marketing.version").text().startswith("Words no. 1")


def test_a_number_is_left_alone_asked_for_and_taken_off(desk: FollowUpDesk) -> None:
    desk.show("privacy")
    field = desk.find(QLineEdit, "privacy.alone.field")
    for verb, said in (("add", ""), ("ask", "Yes, it is on the list."), ("remove", ""), ("ask", "No, it is not")):
        field.setText("13800001234")
        desk.find(QPushButton, f"privacy.alone.{verb}").click()
        desk.settle()
        if said:
            assert desk.find(QLabel, "privacy.alone.answer").text().startswith(said)
        if verb == "add":
            assert [row[0] for row in rows(desk, "privacy.alone.list")] == ["Phone"]
    assert rows(desk, "privacy.alone.list") == []


def test_who_is_ticked_is_erased_after_a_backup_and_a_question(desk: FollowUpDesk) -> None:
    desk.shop.add("王小明")
    two = desk.shop.add("李娜")
    desk.show("privacy")
    listed = desk.find(RowList, "privacy.review.list")
    assert [row[0] for row in listed.texts()] == ["王小明", "李娜"]
    assert not desk.find(QPushButton, "privacy.review.erase").isEnabled()
    item = listed.topLevelItem(1)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Checked)
    desk.find(QPushButton, "privacy.review.erase").click()
    desk.find(QPushButton, "confirmVerb").click()
    desk.settle()
    assert backups == [BackupReason.ERASE]
    assert desk.shop.customer(two).name == "(erased)"
    assert [row[0] for row in rows(desk, "privacy.review.list")] == ["王小明"]
    assert len(rows(desk, "privacy.erased.list")) == 1


def test_her_name_frees_the_verb_and_the_receipt_follows(desk: FollowUpDesk) -> None:
    one = desk.shop.add("王小明", "13800001234")
    desk.show("privacy", EraseWhom(one))
    verb = desk.find(QPushButton, "eraseVerb")
    name = desk.find(QLineEdit, "erase.name")
    name.setText("王")
    assert not verb.isEnabled()
    desk.find(QCheckBox, "erase.backup").setChecked(False)
    name.setText("王小明")
    assert verb.isEnabled()
    verb.click()
    desk.settle()
    assert backups == []
    assert "Kept without a name" in desk.find(QLabel, "erase.receipt").text()
    assert "王小明" not in desk.find(QLabel, "erase.receipt").text()
    assert desk.shop.customer(one).name == "(erased)"
    desk.bot.waitUntil(lambda: not is_owed(desk.shop.store))
    desk.find(QPushButton, "eraseClose").click()
    desk.settle()
