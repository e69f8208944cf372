"""The theme follows what the user chose, live."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.ui.theme.icons import svg_source
from crm_desktop.ui.theme.style import IMAGES
from crm_desktop.ui.theme.theme import FAMILIES, Density, Mode, Theme
from crm_desktop.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT


@pytest.fixture
def theme(qapp: QApplication, tmp_path: Path) -> Iterator[Theme]:
    made = Theme(qapp, tmp_path / "a folder")
    yield made
    made.use(Mode.LIGHT, 100, Density.NORMAL)


@pytest.mark.parametrize(("mode", "tokens"), [(Mode.LIGHT, LIGHT), (Mode.DARK, DARK), (Mode.CONTRAST, HIGH_CONTRAST)])
def test_the_whole_program_wears_the_chosen_mode(theme: Theme, qapp: QApplication, mode: Mode, tokens: object) -> None:
    theme.use(mode)
    assert theme.tokens == tokens
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.tokens.window
    assert theme.tokens.surface in qapp.styleSheet()


@pytest.mark.parametrize(("asked", "given"), [(80, 8.0), (100, 10.0), (200, 20.0), (500, 20.0), (10, 8.0)])
def test_text_size_stays_within_its_limits(theme: Theme, qapp: QApplication, asked: int, given: float) -> None:
    theme.use(text_percent=asked)
    assert qapp.font().pointSizeF() == given


def test_text_grows_while_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    theme.use(Mode.LIGHT, 100)
    label = QLabel("王小明")
    qtbot.addWidget(label)
    small = label.sizeHint().width()
    theme.use(text_percent=200)
    assert label.sizeHint().width() > small * 1.8


def test_a_chinese_family_comes_first(theme: Theme) -> None:
    assert theme.font().families()[0] == FAMILIES[0] == "Microsoft YaHei UI"


def test_rows_follow_density(theme: Theme) -> None:
    heights = []
    for density in Density:
        theme.use(density=density)
        heights.append(theme.row_height())
    assert heights == sorted(set(heights))


def test_an_icon_changes_colour_with_the_theme(theme: Theme) -> None:
    theme.use(Mode.LIGHT)
    icon = theme.icon("users")
    light = ink(icon)
    theme.use(Mode.DARK)
    assert (light, ink(icon)) == (LIGHT.text, DARK.text)


def test_a_disabled_icon_is_faint(theme: Theme) -> None:
    theme.use(Mode.LIGHT)
    assert ink(theme.icon("users"), QIcon.Mode.Disabled) == LIGHT.faint


def test_an_icon_is_sharp_on_a_dense_screen(theme: Theme) -> None:
    pixmap = theme.icon("users").pixmap(QSize(20, 20), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


def test_an_icon_that_is_not_shipped_is_refused(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_the_pictures_of_the_style_sheet_are_there(theme: Theme, qapp: QApplication) -> None:
    theme.use(Mode.DARK)
    for name, _ in IMAGES.values():
        assert "currentColor" in svg_source(name)
    files = [part.split('"')[0] for part in qapp.styleSheet().split('url("')[1:]]
    assert files
    assert all(Path(file).is_file() for file in files)


def test_sizes_of_text_are_points(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.use(Mode.LIGHT)
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.ensurePolished()
    sizes = [line for line in qapp.styleSheet().splitlines() if "font-size" in line]
    assert button.font().pointSizeF() > 0
    assert not [line for line in sizes if "px" in line.split("font-size")[1].split(";")[0]]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("percent", [80, 100, 150])
@pytest.mark.parametrize("entries", [2, 5, 11])
def test_the_list_of_a_choice_shows_its_last_line_whole(theme: Theme, qtbot: QtBot, percent: int, entries: int) -> None:
    theme.use(Mode.LIGHT, percent)
    box, line = QComboBox(), QLineEdit()
    box.addItems([f"王小明 {number}" for number in range(entries)])
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    shown = box.view()
    qtbot.waitUntil(lambda: shown.isVisible() and shown.viewport().height() > 0)
    last = shown.visualRect(shown.model().index(entries - 1, 0))
    assert last.bottom() < shown.viewport().height()
    box.hidePopup()
    line.ensurePolished()
    assert box.sizeHint().height() == line.sizeHint().height(), "fields of a form are equally tall"


def ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """Return the colour of the most opaque pixel of an icon."""
    image = icon.pixmap(64, 64, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(64) for y in range(64))
    return max(pixels, key=lambda colour: colour.alpha()).name()
