"""The icon: every file shows the drawing, and is told apart on light and dark ground."""

import struct

import pytest
from PySide6.QtGui import QImage, QImageReader

from crm_desktop.ui.theme.tokens import contrast
from tools import icons

pytestmark = pytest.mark.usefixtures("qapp")


def parts(path):
    reader = QImageReader(str(path))
    found = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        found.append(reader.read())
    return found


def test_every_file_made_of_the_drawing_still_shows_it():
    assert icons.outdated() == []


def test_windows_gets_every_size_with_the_drawing_in_it():
    found = parts(icons.DRAWINGS / "crm-desktop.ico")
    assert [image.width() for image in found] == [16, 24, 32, 48, 64, 128, 256]
    assert max(icons.distance(image, icons.draw(image.width())) for image in found) < icons.NEAR


def test_the_mac_gets_every_size_under_the_name_it_knows():
    content = (icons.DRAWINGS / "crm-desktop.icns").read_bytes()
    assert struct.unpack(">4sI", content[:8]) == (b"icns", len(content))
    place, sides = 8, {}
    while place < len(content):
        name, length = struct.unpack(">4sI", content[place : place + 8])
        sides[name] = QImage.fromData(content[place + 8 : place + length], "PNG").width()
        place += length
    assert sides == icons.ICNS_CHUNKS


@pytest.mark.parametrize("ground", ["#f3f3f3", "#202020"])
@pytest.mark.parametrize("side", icons.WINDOW_SIZES)
def test_the_icon_stands_out_on_a_light_and_a_dark_task_bar(side, ground):
    image = icons.draw(side)
    pixels = [image.pixelColor(x, y) for x in range(side) for y in range(side)]
    solid = [pixel.name() for pixel in pixels if pixel.alpha() == 255]
    assert len(solid) > side * side / 2
    assert sum(contrast(pixel, ground) >= 3 for pixel in solid) > len(solid) * 0.35


def test_small_sizes_have_a_drawing_of_their_own():
    assert [icons.drawing_for(side).name for side in (16, 24, 32)] == [
        "crm-desktop-16.svg",
        "crm-desktop-24.svg",
        "crm-desktop.svg",
    ]


def test_another_picture_is_noticed():
    blank = QImage(32, 32, QImage.Format.Format_ARGB32)
    blank.fill(0)
    assert icons.distance(blank, icons.draw(32)) > icons.NEAR
    assert icons.distance(icons.draw(16), icons.draw(32)) > icons.NEAR
