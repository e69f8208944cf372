"""The guide in its window: opened at the right place, searched, walked through by keys, printed, put away."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QShortcut, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop import __version__
from crm_desktop.app import pages_of
from crm_desktop.base.text import LANGUAGES, use_language
from crm_desktop.services.user_guide import TOPICS, read_topic
from crm_desktop.ui.dialogs.paper import pdf_document
from crm_desktop.ui.flows import Flows, Ways
from crm_desktop.ui.guide_pictures import COLOURS, SHOTS, WIDEST, small_png
from crm_desktop.ui.help.asking import answer_help, ask_guide
from crm_desktop.ui.help.dress import MARGIN
from crm_desktop.ui.help.paper import paper_of
from crm_desktop.ui.help.reader import GuideReader
from crm_desktop.ui.help.serving import SEEN, Guide
from crm_desktop.ui.help.topics import PLACES, place_of, topic_at
from crm_desktop.ui.help.window import GuideWindow
from crm_desktop.ui.theme.theme import Mode
from crm_desktop.ui.theme.tokens import DARK
from tests.support.counter import Counter
from tests.support.frame import Assembled, plain_page
from tests.support.typing import type_text

UI = Path(__file__).parents[2] / "crm_desktop" / "ui"
PLACES_OF_THE_GUIDE = {
    f"{topic}#{one.anchor}" if one.anchor else topic for topic in TOPICS for one in read_topic(topic, "en").sections
}

Assemble = Callable[..., Assembled]


@pytest.fixture
def desk(assemble: Assemble, qtbot: QtBot) -> Iterator[Assembled]:
    """Return a window with two pages that name their places, and the guide that serves it."""
    desk = assemble()
    desk.pages = [plain_page("till", topic="till#sale"), plain_page("customers", topic="find")]
    desk.window.deleteLater()
    desk.window = desk.make_window()
    desk.guide = Guide(desk.theme, desk.memory)  # type: ignore[attr-defined]
    desk.guide.serve(desk.window)  # type: ignore[attr-defined]
    desk.window.stack.open("till")
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    desk.window.settle()
    yield desk
    desk.guide.close()  # type: ignore[attr-defined]


def opened(desk: Assembled) -> GuideWindow:
    guide = desk.guide.guide  # type: ignore[attr-defined]
    assert isinstance(guide, GuideWindow)
    return guide


def open_guide(desk: Assembled, target: str) -> GuideWindow:
    desk.window.open_guide(target)
    return opened(desk)


def listed(guide: GuideWindow) -> list[str]:
    return [guide.list.item(row).text() for row in range(guide.list.count())]


# at the right place


def test_f1_opens_the_place_of_the_page_in_sight(desk: Assembled, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window.stack.currentWidget().field, Qt.Key.Key_F1)
    assert opened(desk).here == "till#sale"
    assert "Record a sale" in opened(desk).reader.toPlainText()
    desk.window.stack.open("customers")
    desk.window.activateWindow()
    desk.window.verbs.run("help.guide")
    assert opened(desk).here == "find"


def test_f1_in_a_dialog_opens_the_place_of_the_dialog(desk: Assembled, qtbot: QtBot) -> None:
    dialog = QDialog(desk.window, objectName="restoreDialog")
    field = QLineEdit(objectName="restoreDialog.code")
    QVBoxLayout(dialog).addWidget(field)
    dialog.open()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: dialog.findChild(QShortcut) is not None)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    assert opened(desk).here == "backups#restore"
    assert opened(desk).isEnabled()
    assert QApplication.activeModalWidget() is dialog  # the guide is no part of what the dialog blocks


def test_the_nearest_name_counts(qtbot: QtBot) -> None:
    assert place_of("wizard.match.rules") == "import#match"
    assert place_of("wizard.elsewhere") == "import"
    assert place_of("nothing.of.that.name") == ""


def test_what_has_no_place_opens_the_first_page(qtbot: QtBot) -> None:
    lone = QWidget()
    qtbot.addWidget(lone)
    assert topic_at(lone) == topic_at(None) == "start"


def test_every_page_names_a_place_of_the_guide(tmp_path: Path, qtbot: QtBot) -> None:
    counter = Counter(tmp_path, qtbot)
    pages = pages_of(counter.shop, Flows(counter.shop, Ways(lambda: None, lambda _key: None)))
    counter.close()
    assert {page.id: page.topic for page in pages if page.topic not in PLACES_OF_THE_GUIDE} == {}


def test_every_name_leads_to_a_place_that_is_there() -> None:
    assert {name: place for name, place in PLACES.items() if place not in PLACES_OF_THE_GUIDE} == {}


def dialog_names() -> dict[str, set[str]]:
    """Return the literal names that each class of a window gives to itself."""
    found: dict[str, set[str]] = {}
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(_is_window(base) for base in node.bases):
                found[node.name] = set(_own_names(node))
    return found


def _is_window(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id in ("QDialog", "Sheet", "CustomerJob", "_MadeDialog")


def _own_names(node: ast.ClassDef) -> Iterator[str]:
    for call in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
        called = ast.unparse(call.func)
        if called in ("super().__init__", "self.setObjectName") or (
            called == "named" and ast.unparse(call.args[0]) == "self"
        ):
            literals = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield from literals[:1]


UNNAMED = {"Sheet", "CustomerJob", "_MadeDialog", "AskingSheet"}
"""Bases: whoever derives from them gives the name."""
OF_WHAT_IS_UNDER_THEM = {"ConfirmDialog"}
"""A question about what is done on the page: its place is the page's."""


def test_every_dialog_has_a_place_in_the_guide() -> None:
    names = dialog_names()
    assert len(names) > 50
    without = {one for one, own in names.items() if not any(map(place_of, own))}
    assert without - UNNAMED - OF_WHAT_IS_UNDER_THEM == set()


def test_every_place_belongs_to_something_that_is_there() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py") if path.name != "topics.py")
    steps = {f"wizard.{step}" for step in ("file", "kind", "columns", "clean", "match", "dry_run", "result")}
    gone = [name for name in PLACES if f'"{name}' not in source and f"{name.rpartition('.')[2]}" not in source]
    assert [name for name in gone if name not in steps] == []


# the window


def test_a_search_lists_what_says_it_and_enter_opens_the_first(desk: Assembled, qtbot: QtBot) -> None:
    guide = open_guide(desk, "start")
    type_text(guide.search, "second place")
    assert any(text.startswith("Backups, restore, a new computer › A second place") for text in listed(guide))
    qtbot.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.here == "backups#second"
    assert guide.reader.verticalScrollBar().value() > 0
    qtbot.keyClick(guide.search, Qt.Key.Key_Escape)
    assert listed(guide) == [read_topic(topic, "en").title for topic in TOPICS]


def test_a_search_for_nothing_known_says_so(desk: Assembled) -> None:
    guide = open_guide(desk, "start")
    type_text(guide.search, "zebra")
    assert guide.list.count() == 0
    assert guide.findChild(QWidget, "guideNothing").isVisible()


def test_arrows_walk_through_the_contents(desk: Assembled, qtbot: QtBot) -> None:
    guide = open_guide(desk, "start")
    guide.list.setFocus()
    qtbot.waitUntil(guide.list.hasFocus)
    qtbot.keyClick(guide.list, Qt.Key.Key_Down)
    assert guide.here == "import"
    qtbot.keyClick(guide.list, Qt.Key.Key_Up)
    qtbot.keyClick(guide.list, Qt.Key.Key_Up)
    assert guide.search.hasFocus()


def test_links_lead_on_and_back_leads_back(desk: Assembled) -> None:
    guide = open_guide(desk, "start")
    guide.reader.anchorClicked.emit(QUrl("password.md#recovery"))
    assert guide.here == "password#recovery"
    guide.back()
    assert guide.here == "start"
    guide.forward()
    assert guide.here == "password#recovery"


def test_the_place_stays_at_the_top_when_the_window_takes_another_width(desk: Assembled, qtbot: QtBot) -> None:
    guide = open_guide(desk, "import#columns")
    reader = guide.findChild(GuideReader)

    def is_at_top() -> bool:
        heading = reader.document().documentLayout().blockBoundingRect(reader.textCursor().block())
        return 0 <= heading.top() - reader.verticalScrollBar().value() <= MARGIN

    for width in (1100, 760):
        guide.resize(width, 700)
        qtbot.waitUntil(is_at_top)


def test_what_is_not_in_the_guide_is_not_fetched(desk: Assembled) -> None:
    reader = open_guide(desk, "start").reader
    kind = QTextDocument.ResourceType.ImageResource.value
    for name in ("https://example.com/a.png", "file:///etc/passwd", "../pictures/../../icons/x.svg"):
        assert reader.loadResource(kind, QUrl(name)).isNull()
    assert not reader.loadResource(kind, QUrl("../pictures/en/customers.png")).isNull()
    guide = opened(desk)
    reader.anchorClicked.emit(QUrl("https://example.com"))
    assert guide.here == "start"


def test_esc_closes_it_and_its_place_is_kept(desk: Assembled, qtbot: QtBot) -> None:
    guide = open_guide(desk, "till")
    qtbot.keyClick(guide.reader, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    assert desk.memory.contains("guide/geometry")
    assert open_guide(desk, "till").isVisible()


def test_it_goes_with_the_main_window(desk: Assembled) -> None:
    guide = open_guide(desk, "till")
    desk.window.close()
    assert not guide.isVisible()


def test_it_follows_the_theme_and_the_size_of_the_text(desk: Assembled) -> None:
    guide = open_guide(desk, "start")
    before = guide.reader.document().size().height()
    desk.theme.use(Mode.DARK, text_percent=150)
    assert guide.reader.document().size().height() > before * 1.15
    assert guide.reader.palette().base().color().name() == DARK.surface


def test_another_language_shows_the_same_page(desk: Assembled) -> None:
    open_guide(desk, "till#refund")
    use_language("zh_CN")
    desk.window.retire()
    desk.window.deleteLater()
    desk.window = desk.make_window()
    desk.guide.serve(desk.window)  # type: ignore[attr-defined]
    assert opened(desk).here == "till#refund"
    assert "退货" in opened(desk).reader.toPlainText()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [80, 200])
def test_every_page_fits_its_width(desk: Assembled, language: str, percent: int) -> None:
    use_language(language)
    desk.theme.use(text_percent=percent)
    guide = GuideWindow(desk.theme, desk.memory)
    guide.resize(1000, 700)
    guide.show()
    for topic in TOPICS:
        guide.open(topic)
        assert guide.reader.horizontalScrollBar().maximum() == 0, topic
    guide.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_of_the_source_is_left_on_a_page(desk: Assembled, language: str) -> None:
    use_language(language)
    guide = open_guide(desk, "start")
    for topic in TOPICS:
        guide.open(topic)
        text = guide.reader.toPlainText().replace("138****1234", "")
        assert re.findall(r"\*\*|`|\]\(|<a |^#|^\|", text, re.MULTILINE) == [], topic


def test_the_palette_finds_a_page_of_the_guide(desk: Assembled, qtbot: QtBot) -> None:
    desk.window.verbs.run("tools.palette")
    palette = desk.window.findChild(QDialog, "palette")
    type_text(palette.field, "odd columns")
    assert palette.titles() == ["Bringing customers in"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened(desk).here == "import"


def test_a_page_or_a_dialog_may_lead_to_the_guide(desk: Assembled, qtbot: QtBot) -> None:
    dialog = QDialog(desk.window)
    ask_guide(dialog, "backups#second")
    assert opened(desk).here == "backups#second"
    ask_guide(desk.window.stack.currentWidget(), "loyalty")
    assert opened(desk).here == "loyalty"


# news


def news_of(desk: Assembled) -> list[str]:
    return [notice.text for notice in desk.notices.standing if notice.key == "guide.news"]


def test_after_an_upgrade_a_notice_says_once_what_is_new(desk: Assembled) -> None:
    desk.memory.setValue("window/page", "till")
    desk.memory.setValue(SEEN, "0.0.9")
    desk.window.settled.emit()
    assert news_of(desk) == [f"The program is now version {__version__}."]
    desk.notices.standing[0].choices[0].run()
    assert opened(desk).here == "news"
    desk.window.settled.emit()
    assert news_of(desk) == []


def test_at_the_first_start_nothing_is_new(desk: Assembled) -> None:
    desk.memory.remove(SEEN)
    desk.memory.setValue("window/page", "till")
    serving = Guide(desk.theme, desk.memory, is_new=True)
    desk.window.settled.disconnect()
    serving.serve(desk.window)
    desk.window.settled.emit()
    assert news_of(desk) == []
    assert desk.memory.value(SEEN) == __version__


# paper, pictures, the start


def test_a_page_goes_onto_paper_with_its_pictures(desk: Assembled) -> None:
    document = paper_of("till")
    assert "Record a sale" in document.toPlainText()
    assert document.metaInformation(QTextDocument.MetaInformation.DocumentTitle) == "The till"
    pdf = pdf_document("The till", document)
    assert pdf.startswith(b"%PDF")
    assert b"/Image" in pdf


def test_the_pdf_is_written_where_it_was_asked_for(desk: Assembled, tmp_path: Path, qtbot: QtBot) -> None:
    from tests.support.counter import Hands as Fingers

    guide = open_guide(desk, "takings")
    guide.save_page()
    Fingers(qtbot).choose_file(tmp_path / "takings.pdf")
    qtbot.waitUntil((tmp_path / "takings.pdf").is_file)
    assert "takings.pdf" in guide.findChild(QWidget, "guideSaid").text()


def test_pictures_are_narrow_and_of_few_colours() -> None:
    image = QImage(1200, 60, QImage.Format.Format_RGB32)
    image.fill(0xF4F6F8)
    for x in range(1200):
        image.setPixel(x, 5, 0xFF000000 + x * 977)
    small = QImage.fromData(small_png(image))
    assert small.width() == WIDEST
    assert 0 < small.colorCount() <= COLOURS
    assert small.pixelColor(10, 40).name() == "#f4f6f8"


def test_every_shot_is_shown_in_a_page() -> None:
    folder = Path(__file__).parents[2] / "crm_desktop" / "resources" / "guide" / "pictures"
    for language in LANGUAGES:
        assert {path.stem for path in (folder / language).iterdir()} == {shot.name for shot in SHOTS}


def test_a_start_reads_nothing_of_the_guide() -> None:
    late = re.compile(r"user_guide|ui\.help\.(window|reader|dress|topics)|guide_pictures")
    code = "import crm_desktop.__main__ as m, sys; m.prepare_window(); import crm_desktop.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert [name for name in loaded.split() if late.search(name)] == []


def test_a_window_before_the_main_one_has_a_guide_of_its_own(desk: Assembled, qtbot: QtBot) -> None:
    dialog = QDialog(objectName="locked")
    qtbot.addWidget(dialog)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    answer_help(dialog, desk.theme)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.keyClick(field, Qt.Key.Key_F1)
    guide = dialog.findChild(GuideWindow)
    assert guide.here == "password#forgotten"
    guide.search.setFocus()
    type_text(guide.search, "stick")
    assert guide.list.count() > 0
    guide.close()


def test_the_shortcut_sheet_leads_on_to_the_keys_of_each_page(desk: Assembled, qtbot: QtBot) -> None:
    desk.window.verbs.run("help.shortcuts")
    desk.window.findChild(QPushButton, "shortcutMore").click()
    assert opened(desk).here == "shortcuts#pages"
