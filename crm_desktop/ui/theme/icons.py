"""Lucide icons drawn in the theme's colours, sharp at every size and screen density.

An icon knows its name and the token it is drawn in, not a colour: after a change of theme the next paint is right.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Colour = Callable[[str], str]
"""Answers the "#rrggbb" of a token's name in the theme of this moment."""


@cache
def svg_source(name: str) -> str:
    """Return the drawing of an icon; raises FileNotFoundError for a name that is not shipped."""
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _shipped() -> frozenset[str]:
    return frozenset(file.name.removesuffix(".svg") for file in _folder().iterdir())


@cache
def _folder() -> Traversable:
    return resources.files("crm_desktop") / "resources" / "icons"


def coloured_svg(name: str, colour: str) -> str:
    """Return the drawing of an icon in one colour."""
    return svg_source(name).replace("currentColor", colour)


class IconPainter:
    """Draws icons and remembers the drawn pixmaps."""

    def __init__(self, colour: Colour) -> None:
        self._colour = colour
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def icon(self, name: str, token: str = "text") -> QIcon:
        """Return an icon in the colour of a token ("text", "muted", "on_accent", "danger" …).

        Its drawing is read when it is first painted. Raises FileNotFoundError for a name that is not shipped.
        """
        if name not in _shipped():
            raise FileNotFoundError(name)
        return QIcon(_ThemedEngine(self, name, token))

    def pixmap(self, name: str, token: str, side: int) -> QPixmap:
        """Return a square pixmap of `side` physical pixels."""
        key = (name, self._colour(token), side)
        if key not in self._drawn:
            self._drawn[key] = _draw(*key)
        return self._drawn[key]


def _draw(name: str, colour: str, side: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(coloured_svg(name, colour).encode()).render(painter)
    painter.end()
    return picture


class _ThemedEngine(QIconEngine):
    """What a QIcon asks for its pixels; disabled icons are drawn in the "faint" token."""

    def __init__(self, painter: IconPainter, name: str, token: str) -> None:
        super().__init__()
        self._painter = painter
        self._name = name
        self._token = token

    def _pixels(self, size: QSize, mode: QIcon.Mode, scale: float) -> QPixmap:
        """Return the square that fits `size` (device-independent) on a screen of that density."""
        token = "faint" if mode == QIcon.Mode.Disabled else self._token
        side = max(1, round(min(size.width(), size.height()) * scale))
        return self._painter.pixmap(self._name, token, side)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw the icon into the middle of a rectangle of the painter."""
        scale = painter.device().devicePixelRatioF()
        picture = QPixmap(self._pixels(rect.size(), mode, scale))
        picture.setDevicePixelRatio(scale)
        side = min(rect.width(), rect.height())
        corner = rect.topLeft() + QPoint((rect.width() - side) // 2, (rect.height() - side) // 2)
        painter.drawPixmap(corner, picture)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002
        """Return the icon as pixels."""
        return self._pixels(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002
        """Return the icon as pixels for a dense screen; QIcon notes the density on it."""
        return self._pixels(size, mode, scale)

    def clone(self) -> QIconEngine:
        """Return an engine like this one."""
        return _ThemedEngine(self._painter, self._name, self._token)

    def key(self) -> str:
        """Return the kind of engine."""
        return "lucide"

    def isNull(self) -> bool:
        """Say that there is always something to draw."""
        return False
