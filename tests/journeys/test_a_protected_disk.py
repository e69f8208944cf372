"""The disk of the shop takes no writes: the window opens all the same, for looking up, and says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.store.backup_folder import list_backups
from crm_desktop.ui.only_read import NOTICE
from tests.journeys.conftest import Counter
from tests.support.keys import MemoryVault
from tests.support.protected import without_room, write_protected
from tests.support.shop import Shop


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def folder(tmp_path: Path, vault: MemoryVault) -> Path:
    """The data folder of a shop with two customers."""
    with closing(open_shop(ShopOptions(tmp_path / "shop"), Source.WINDOW, vault)) as shop:
        for name in ("王小明", "Anna"):
            Shop(shop.store, shop.workplace).add(name)
    return tmp_path / "shop"


@contextmanager
def window_on(folder: Path, vault: MemoryVault, qtbot: QtBot, qapp: QApplication) -> Iterator[Counter]:
    counter = Counter(qtbot, qapp, folder, vault)
    program = counter.program
    try:
        for part in (program.lock, program.only_read, program.watching, program.daily, program.keeping):
            part.serve(counter.window)
        counter.window.refresh_pages(None)  # as a start shows them: after what may be done is known
        counter.settle()
        yield counter
    finally:
        counter.close()


def banner(counter: Counter) -> str:
    return next((one.text for one in counter.program.notices.standing if one.key == NOTICE), "")


@pytest.mark.usefixtures("tidied")
def test_the_window_opens_for_looking_up_and_gives_a_backup_away(folder, vault, qtbot, qapp, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    with write_protected(folder), window_on(folder, vault, qtbot, qapp) as counter:
        assert "write-protected" in banner(counter)
        assert counter.search("xiaoming") == ["王小明"]
        assert "looking up only" in counter.window.verbs.why_not("customer.new")
        assert not counter.window.verbs.why_not("export")
        assert not counter.find(QPushButton, "pane.log").isEnabled()
        counter.program.flows.backups.back_up_to(stick)
        counter.wait(lambda: not counter.program.flows.backups.is_busy())
        assert counter.window.close()
    assert [one.manifest.counts["customer"] for one in list_backups(stick)] == [2]


@pytest.mark.usefixtures("tidied")
def test_a_full_disk_is_named(folder, vault, qtbot, qapp):
    with without_room(folder), window_on(folder, vault, qtbot, qapp) as counter:
        assert "no room left" in banner(counter)
        assert sorted(counter.names()) == ["Anna", "王小明"]


@pytest.mark.usefixtures("tidied")
def test_every_page_opens_and_nothing_but_the_sentence_comes(folder, vault, qtbot, qapp):
    with write_protected(folder), window_on(folder, vault, qtbot, qapp) as counter:
        for page in counter.window.pages:
            if not page.parent:
                counter.window.stack.open(page.id)
                counter.settle()
        counter.program.keeping.look()
        counter.program.daily.look()
        counter.settle()
        assert [one.key for one in counter.program.notices.standing] == [NOTICE]


@pytest.mark.usefixtures("tidied")
def test_a_disk_that_becomes_protected_while_the_window_is_open(folder, vault, qtbot, qapp):
    with window_on(folder, vault, qtbot, qapp) as counter:
        assert banner(counter) == ""
        with write_protected(folder):
            counter.program.watching.look()
            counter.wait(lambda: banner(counter) != "")
            with pytest.raises(Fault) as caught:
                Shop(counter.shop.store, counter.shop.workplace).add("New")
            assert caught.value.kind is FaultKind.DATABASE_READ_ONLY
            assert sorted(counter.names()) == ["Anna", "王小明"]
