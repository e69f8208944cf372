"""Small pictures of images, safe to make on any thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QImageWriter

SIDE = 256
"""The longest side of a thumbnail in pixels."""
LARGEST_PIXELS = 60_000_000


def thumbnail_png(content: bytes) -> bytes | None:
    """Return a small PNG of an image, None for what is no image or too large to draw."""
    held = QByteArray(content)
    source = QBuffer(held)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or size.width() * size.height() > LARGEST_PIXELS:
        return None
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return None
    if max(image.width(), image.height()) > SIDE:
        image = image.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    made = QByteArray()
    target = QBuffer(made)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    return bytes(made.data()) if QImageWriter(target, QByteArray(b"png")).write(image) else None
