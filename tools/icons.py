"""Draws the program's icon in every size and container a system asks for; run by hand after a change of the drawing.

    python -m tools.icons           write the .png, .bmp, .ico and .icns files
    python -m tools.icons --check   only say which of them no longer show the drawing

The drawings are `packaging/icons/crm-desktop.svg` and, for 16 and 24 pixels, simpler ones made for that grid.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "packaging" / "icons"
SHIPPED = ROOT / "crm_desktop" / "resources" / "app"
NAME = "crm-desktop"

WINDOW_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Sides in pixels of what the program carries for its windows, and of the parts of the .ico."""
DIB_UP_TO = 64
"""Larger parts of an .ico are PNG; older programs that show icons read only bitmaps in the small sizes."""
ICNS_CHUNKS: Mapping[bytes, int] = {
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
"""The chunks of an .icns that hold a PNG, with its side; ic11 to ic14 are the ordinary sizes for a dense screen."""
INSTALLER_SIZES = ((55, 58), (83, 80), (110, 106), (138, 140))
"""Width and height in pixels of the picture in the installer's corner, by the density of the screen."""
INSTALLER_SIDES = ((164, 314), (246, 459))
"""Width and height of the picture beside the installer's last page."""
NEAR = 6
"""How far (of 255) two drawings of one picture may be apart on the mean: versions of Qt smooth edges differently."""


def drawing_for(side: int) -> Path:
    """Return the drawing that is made for this size, or the general one."""
    own = DRAWINGS / f"{NAME}-{side}.svg"
    return own if own.is_file() else DRAWINGS / f"{NAME}.svg"


def draw(side: int) -> QImage:
    """Return the icon with this side in pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing_for(side))).render(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def on_ground(width: int, height: int, side: int, ground: str) -> QImage:
    """Return the icon with this side in the middle of a picture of one colour, for where nothing shines through."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.drawImage((width - side) // 2, (height - side) // 2, draw(side))
    painter.end()
    return image


def installer_pictures() -> dict[Path, bytes]:
    """Return the pictures of the installer: in the corner of its pages, and beside the last one."""
    corners = {width: on_ground(width, height, min(width, height) - 4, "#ffffff") for width, height in INSTALLER_SIZES}
    sides = {width: on_ground(width, height, width * 2 // 3, "#eaf1fe") for width, height in INSTALLER_SIDES}
    return {DRAWINGS / f"installer-{width}.bmp": bmp(image) for width, image in (corners | sides).items()}


def png(image: QImage) -> bytes:
    """Return a picture as a PNG file."""
    return _written(image, b"png")


def bmp(image: QImage) -> bytes:
    """Return a picture as a BMP file."""
    return _written(image, b"bmp")


def _written(image: QImage, kind: bytes) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(store.data())


def dib(image: QImage) -> bytes:
    """Return a picture as the bitmap of an .ico: 32 bits a pixel from the bottom up, and an empty mask."""
    side = image.width()
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    rows = bytes(image.constBits())
    line = image.bytesPerLine()
    pixels = b"".join(rows[row * line : row * line + side * 4] for row in reversed(range(side)))
    mask_line = (side + 31) // 32 * 4
    return head + pixels + bytes(mask_line * side)


def ico(images: Mapping[int, QImage]) -> bytes:
    """Return an icon file for Windows with these pictures, by side."""
    parts = [dib(image) if side <= DIB_UP_TO else png(image) for side, image in images.items()]
    place = 6 + 16 * len(parts)
    directory = struct.pack("<HHH", 0, 1, len(parts))
    for side, part in zip(images, parts, strict=True):
        directory += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(part), place)
        place += len(part)
    return directory + b"".join(parts)


def icns(pictures: Mapping[bytes, bytes]) -> bytes:
    """Return an icon file for macOS with these PNGs, by the names of their chunks."""
    chunks = b"".join(name + struct.pack(">I", len(data) + 8) + data for name, data in pictures.items())
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def files() -> dict[Path, bytes]:
    """Return every file that is made of the drawings, with its content."""
    images = {side: draw(side) for side in WINDOW_SIZES}
    made = {SHIPPED / f"{NAME}-{side}.png": png(image) for side, image in images.items()}
    made[DRAWINGS / f"{NAME}.png"] = png(draw(512))
    made[DRAWINGS / f"{NAME}.ico"] = ico(images)
    made[DRAWINGS / f"{NAME}.icns"] = icns({name: png(draw(side)) for name, side in ICNS_CHUNKS.items()})
    made |= installer_pictures()
    return made


def distance(one: QImage, other: QImage) -> float:
    """Return how far two pictures are apart: the mean over all channels of all pixels, 0 to 255."""
    if one.size() != other.size():
        return 255.0
    shape = QImage.Format.Format_ARGB32
    left, right = (bytes(image.convertToFormat(shape).constBits()) for image in (one, other))
    return sum(abs(a - b) for a, b in zip(left, right, strict=True)) / len(left)


def outdated() -> list[Path]:
    """Return the files that do not show the drawing, or are not there."""
    found = []
    for path, content in files().items():
        now, should = QImage(str(path)), QImage.fromData(content)
        if now.isNull() or distance(now, should) > NEAR:
            found.append(path)
    return found


def main(arguments: list[str]) -> int:
    """Write the files, or check them; return the exit code."""
    _application = QGuiApplication.instance() or QGuiApplication([NAME, "-platform", "offscreen"])
    if arguments == ["--check"]:
        old = outdated()
        print("".join(f"{path.relative_to(ROOT)} does not show the drawing\n" for path in old), end="")
        return 1 if old else 0
    for path, content in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
