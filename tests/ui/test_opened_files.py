"""Files opened with the program: they wait for a window that can take them, and wrong ones are named."""

import gc
import weakref

import pytest
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QDialog, QWidget

from crm_desktop.services.back_up import back_up
from crm_desktop.ui.flows import Flows, Ways
from crm_desktop.ui.inbox import Application, Inbox, inbox
from crm_desktop.ui.opened_files import LOOK_MS, OpenedFiles


class Window(QWidget):
    """What is asked of a window before it stands."""

    settled, closed = Signal(), Signal()


@pytest.fixture
def flows(counter):
    flows = Flows(counter.shop, Ways(restart=lambda: None, on_key=lambda _key: None))
    flows.start(counter.window)
    return flows


@pytest.fixture
def box():
    return Inbox()


@pytest.fixture
def opened(box, counter):
    taken = []
    files = OpenedFiles(box, taken.extend)
    files.serve(counter.window)
    yield taken
    files.end()


def customers(folder, name="会员.csv"):
    file = folder / name
    file.write_text("姓名,手机\n王小明,13800001234\n", encoding="utf-8")
    return file


def notices(counter):
    return [notice.text for notice in counter.frame.notices.standing]


def test_a_file_that_comes_before_the_window_stands_waits_for_it(counter, box, opened, tmp_path, qtbot):
    counter.window.settle()
    counter.window.closed.emit()
    box.put([tmp_path / "a.csv"])
    qtbot.wait(LOOK_MS * 2)
    assert opened == []
    counter.window.settled.emit()
    qtbot.waitUntil(lambda: opened == [tmp_path / "a.csv"])


def test_a_file_waits_while_the_window_is_locked(counter, box, opened, tmp_path):
    counter.window.settled.emit()
    counter.window.is_locked = True
    box.put([tmp_path / "a.csv"])
    counter.qtbot.wait(LOOK_MS * 2)
    assert opened == []
    counter.window.is_locked = False
    counter.wait(lambda: opened == [tmp_path / "a.csv"])


def test_a_file_waits_while_a_dialog_is_open(counter, box, opened, tmp_path):
    counter.window.settled.emit()
    dialog = QDialog(counter.window)
    dialog.open()
    box.put([tmp_path / "a.csv"])
    counter.qtbot.wait(LOOK_MS * 2)
    assert opened == []
    dialog.close()
    counter.wait(lambda: opened == [tmp_path / "a.csv"])


def test_the_same_file_twice_is_opened_once(counter, box, opened, tmp_path, qtbot):
    counter.window.settled.emit()
    box.put([tmp_path / "a.csv"])
    box.put([tmp_path / "a.csv", tmp_path / "b.csv"])
    qtbot.waitUntil(lambda: opened == [tmp_path / "a.csv", tmp_path / "b.csv"])


def test_a_window_that_was_replaced_is_let_go(qapp, box):
    files, window = OpenedFiles(box, list), Window()
    known = weakref.ref(window)
    files.serve(window)
    del window
    files.serve(Window())
    gc.collect()
    assert known() is None
    files.end()


def test_the_mac_hands_files_over_as_an_event(qapp, tmp_path):
    Application.event(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "会员.csv"))))
    assert inbox().take() == [tmp_path / "会员.csv"]
    assert inbox().take() == []


def test_an_event_without_a_file_opens_nothing(qapp):
    assert isinstance(qapp, Application)
    qapp.event(QFileOpenEvent(QUrl("https://example.com/a.csv")))
    assert inbox().take() == []


def test_a_list_of_customers_is_brought_in(counter, flows, tmp_path):
    flows.open_files([customers(tmp_path)])
    counter.wait(lambda: counter.see("wizard.file"))
    assert notices(counter) == []


def test_wrong_files_are_named_and_the_right_one_is_brought_in(counter, flows, tmp_path):
    (tmp_path / "letter.docx").touch()
    flows.open_files([tmp_path / "letter.docx", tmp_path / "gone.xlsx", customers(tmp_path)])
    assert any("letter.docx is of a kind" in text for text in notices(counter))
    assert any("gone.xlsx" in text for text in notices(counter))
    counter.wait(lambda: counter.see("wizard.file"))


def test_a_backup_is_offered_to_go_back_to(counter, flows):
    shop = counter.shop
    made = back_up(shop.workplace, shop.places, shop.key)
    flows.open_files([made.path])
    counter.wait(lambda: counter.see("restoreDialog"))


def test_who_may_not_import_is_told_why(counter, flows, tmp_path):
    counter.window.verbs.set_refused(lambda verb_id: "Ask the owner." if verb_id == "import" else "")
    flows.open_files([customers(tmp_path)])
    assert notices(counter) == ["Ask the owner."]
    assert not counter.see("wizard.file")
