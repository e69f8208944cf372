"""Another language, another look: live, and nothing that is being typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.declared_settings import LANGUAGE, SHOP_NAME, TEXT_SIZE, THEME
from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.base.text import language_in_use
from crm_desktop.ui.language import Speaker, language_of
from crm_desktop.ui.main_window import Hooks, MainWindow
from crm_desktop.ui.notices import Notices
from crm_desktop.ui.pages.settings.page import settings_page
from crm_desktop.ui.pictures import draw, scenes_of
from crm_desktop.ui.theme.theme import Mode, Theme
from crm_desktop.ui.theme.tokens import DARK
from crm_desktop.ui.window_keeper import Parts, WindowKeeper
from crm_desktop.ui.work import Work
from tests.support.frame import PlainPage, plain_page, put_away
from tests.support.typing import type_text


def find(window: MainWindow, name: str) -> QWidget:
    return next(one for one in window.findChildren(QWidget) if one.objectName() == name)


class Program:
    """The program's parts, assembled with test pages."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.application = application
        self.settings = Settings(MemoryStore({"language": "en", "theme": "light"}), MemoryStore())
        self.notices = Notices(str)
        self.work = Work(self.notices.tell_fault, self.notices.tell_crash)
        self.theme = Theme(application, folder)
        self.speaker = Speaker(application)
        self.memory = QSettings(str(folder / "w.ini"), QSettings.Format.IniFormat)
        pages = lambda: [plain_page("today"), plain_page("customers"), settings_page()]  # noqa: E731
        self.keeper = WindowKeeper(
            Parts(
                theme=self.theme,
                work=self.work,
                notices=self.notices,
                settings=self.settings,
                memory=self.memory,
                speaker=self.speaker,
                pages=pages,
                hooks=Hooks,
            )
        )

    @property
    def page(self) -> PlainPage:
        view = self.keeper.window.stack.view("customers")
        assert isinstance(view, PlainPage)
        return view

    def close(self) -> None:
        self.work.close()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    made = Program(qapp, tmp_path)
    yield made
    put_away(made.keeper.window)
    made.work.close()
    made.speaker.speak("en")


def new_window(program: Program, qtbot: QtBot, do: Callable[[], None]) -> MainWindow:
    old = program.keeper.window
    do()
    qtbot.waitUntil(lambda: program.keeper.window is not old)
    return program.keeper.window


def test_the_language_changes_and_what_is_typed_stays(program: Program, qtbot: QtBot) -> None:
    program.keeper.open("customers")
    type_text(program.page.field, "half a na")
    window = new_window(program, qtbot, lambda: program.settings.set(LANGUAGE, "zh_CN"))
    assert language_in_use() == "zh_CN"
    assert window.isVisible()
    assert window.stack.current_id == "customers"
    assert program.page.field.text() == "half a na"


def test_what_was_said_before_the_window_is_shown_in_it(program: Program) -> None:
    program.notices.say("Said early.")
    assert program.keeper.open("customers").strip.isVisible()


def test_the_next_start_opens_the_same_page(program: Program) -> None:
    program.memory.setValue("window/page", "today")
    assert program.keeper.open("last").stack.current_id == "today"


def test_the_first_start_opens_the_customers(program: Program) -> None:
    assert program.keeper.open("last").stack.current_id == "customers"


def test_a_page_can_be_chosen_for_every_start(program: Program) -> None:
    program.memory.setValue("window/page", "customers")
    assert program.keeper.open("today").stack.current_id == "today"


def test_qts_own_words_change_too(program: Program, qtbot: QtBot) -> None:
    program.keeper.open("customers")
    new_window(program, qtbot, lambda: program.settings.set(LANGUAGE, "zh_CN"))
    assert program.application.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().name() == "zh_CN"
    new_window(program, qtbot, lambda: program.settings.set(LANGUAGE, "en"))
    assert program.application.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_keyboard_stays_with_the_language_that_was_chosen(program: Program, qtbot: QtBot) -> None:
    window = program.keeper.open("customers")
    window.open_settings()
    find(window, "setting.language").setFocus()
    window = new_window(program, qtbot, lambda: program.settings.set(LANGUAGE, "zh_CN"))
    assert window.stack.current_id == "settings"
    assert window.focusWidget() is find(window, "setting.language")


def test_answers_for_the_old_window_reach_nobody(program: Program, qtbot: QtBot) -> None:
    program.keeper.open("customers")
    heard: list[str] = []
    program.work.read(lambda: "late", heard.append)
    program.work.write(lambda: "written", heard.append)
    program.keeper.speak("zh_CN")
    qtbot.waitUntil(program.work.is_idle)
    assert heard == []


def test_looks_change_live(program: Program) -> None:
    program.keeper.open("customers")
    program.settings.set(THEME, "dark")
    program.settings.set(TEXT_SIZE, 150)
    assert program.theme.tokens == DARK
    assert program.application.font().pointSizeF() == 15
    assert program.keeper.window.verbs.action("view.theme.dark").isChecked()


def test_the_menu_changes_looks(program: Program) -> None:
    verbs = program.keeper.window.verbs
    verbs.run("view.theme.dark")
    verbs.run("view.larger")
    assert (program.settings.get(THEME), program.settings.get(TEXT_SIZE)) == ("dark", 110)
    verbs.run("view.theme.dark")
    assert verbs.action("view.theme.dark").isChecked()
    assert not verbs.action("view.theme.light").isChecked()


def test_the_shops_name_stands_in_the_title(program: Program) -> None:
    window = program.keeper.open("customers")
    program.settings.set(SHOP_NAME, "翼龙茶庄")
    assert window.windowTitle() == "翼龙茶庄 – Customer book"


def test_a_choice_of_language_wins_over_the_computers() -> None:
    assert language_of("zh_CN") == "zh_CN"
    assert language_of("system") in ("zh_CN", "en")


def test_pictures_of_every_page_in_both_languages_and_modes(program: Program, tmp_path: Path) -> None:
    assert draw(lambda: program, tmp_path / "pictures") == 0
    files = sorted(file.name for file in (tmp_path / "pictures").iterdir())
    assert len(files) == 16
    assert "customers_zh_CN_dark.png" in files
    light, dark = (QImage(str(tmp_path / "pictures" / f"today_en_{mode}.png")) for mode in (Mode.LIGHT, Mode.DARK))
    assert (light.width(), light.height()) == (1280, 800)
    assert light.pixelColor(400, 700).lightness() > dark.pixelColor(400, 700).lightness()


def test_no_picture_of_a_page_that_is_not_there(program: Program, tmp_path: Path) -> None:
    assert draw(lambda: program, tmp_path, "nowhere") == 1


def test_a_page_with_steps_has_a_picture_of_each() -> None:
    page = plain_page("import", parent="customers", scenes=lambda: {"1-file": "a", "2-check": "b"})
    assert scenes_of(page) == {"import-1-file": "a", "import-2-check": "b"}
    assert scenes_of(plain_page("record", parent="customers")) == {}
    assert scenes_of(plain_page("today")) == {"today": None}
