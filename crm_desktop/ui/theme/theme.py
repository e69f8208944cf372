"""The theme in use: follows the system or the user's choice, and carries palette, style sheet, fonts and icons along.

Widgets that paint for themselves ask `theme.tokens` in their paintEvent, and nothing else is needed for a live change;
those that compute sizes connect to `theme.changed`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QApplication

from crm_desktop.ui.theme.icons import IconPainter, coloured_svg
from crm_desktop.ui.theme.palette import palette_of, tokens_of
from crm_desktop.ui.theme.style import IMAGES, style_sheet
from crm_desktop.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Segoe UI",
    "Helvetica Neue",
    "Noto Sans",
    "DejaVu Sans",
)
"""A Chinese family comes first: with a Latin one first, digits sit two pixels higher than the characters."""

BASE_POINTS = 10.0
SMALLEST, LARGEST = 80, 200


class Mode(StrEnum):
    """What the user chose; SYSTEM follows the desktop, in its contrast too."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Density(StrEnum):
    """How tall the rows of lists are."""

    COMPACT = "compact"
    NORMAL = "normal"
    ROOMY = "roomy"


_ROW_FACTORS = {Density.COMPACT: 1.5, Density.NORMAL: 2.1, Density.ROOMY: 2.7}
_FIXED = {Mode.LIGHT: LIGHT, Mode.DARK: DARK, Mode.CONTRAST: HIGH_CONTRAST}


class Theme(QObject):
    """The one theme of the running program, made before its first window."""

    changed = Signal()

    def __init__(self, application: QApplication, cache_folder: Path) -> None:
        super().__init__(application)
        self._application = application
        self._cache_folder = cache_folder
        self._system_palette = application.palette()
        self._mode = Mode.SYSTEM
        self._percent = 100
        self._density = Density.NORMAL
        self.tokens: Tokens = LIGHT
        self._icons = IconPainter(lambda token: token if token.startswith("#") else str(getattr(self.tokens, token)))
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    def use(self, mode: Mode | None = None, text_percent: int | None = None, density: Density | None = None) -> None:
        """Take what is given (text size in percent, 80–200), keep the rest, and show it at once."""
        self._mode = mode or self._mode
        self._percent = max(SMALLEST, min(LARGEST, text_percent or self._percent))
        self._density = density or self._density
        self._tell_desktop()
        self.tokens = self._choose()
        self._apply()
        self.changed.emit()

    @property
    def mode(self) -> Mode:
        """What the user chose."""
        return self._mode

    @property
    def text_percent(self) -> int:
        """The text size, 80–200."""
        return self._percent

    @property
    def base_points(self) -> float:
        """The size of ordinary text in points."""
        return BASE_POINTS * self._percent / 100

    def icon(self, name: str, token: str = "text") -> QIcon:
        """Return a Lucide icon in the colour of a token; it follows the theme by itself."""
        return self._icons.icon(name, token)

    def tinted_icon(self, name: str, colour: str) -> QIcon:
        """Return a Lucide icon in a colour of the user's data, "#rrggbb", as it reads in this moment's theme."""
        return self._icons.icon(name, colour)

    def colour(self, token: str) -> QColor:
        """Return the colour of a token, for painters."""
        return QColor(getattr(self.tokens, token))

    def font(self, factor: float = 1.0, bold: bool = False) -> QFont:
        """Return the program's font, `factor` times as large as ordinary text."""
        font = QFont(list(FAMILIES))
        font.setPointSizeF(self.base_points * factor)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def row_height(self) -> int:
        """Return the height of a list's row in pixels for the text size and density in use."""
        return round(QFontMetrics(self._application.font()).height() * _ROW_FACTORS[self._density])

    def icon_side(self, factor: float = 1.0) -> int:
        """Return the side of an icon that fits ordinary text, in pixels."""
        return round(QFontMetrics(self._application.font()).ascent() * 1.15 * factor)

    def _choose(self) -> Tokens:
        if self._mode != Mode.SYSTEM:
            return _FIXED[self._mode]
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return tokens_of(self._system_palette)
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _tell_desktop(self) -> None:
        """Let native title bars and file dialogs match; a desktop without themes ignores it."""
        hints = self._application.styleHints()
        if self._mode == Mode.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if _FIXED[self._mode].dark else Qt.ColorScheme.Light)

    def _apply(self) -> None:
        self._application.setFont(self.font())
        self._application.setPalette(palette_of(self.tokens))
        line = QFontMetrics(self._application.font()).height()
        images = {key: self._image(*drawing) for key, drawing in IMAGES.items()}
        self._application.setStyleSheet(style_sheet(self.tokens, self.base_points, line, self.icon_side(), images))

    def _image(self, name: str, token: str) -> str:
        """Return a file with an icon in a token's colour; a style sheet can only name files."""
        colour = str(getattr(self.tokens, token))
        file_name = f"{name}-{colour[1:]}.svg"
        file = self._cache_folder / file_name
        with suppress(OSError):  # a window without these signs is better than none
            if not file.is_file():
                file = self._writable_folder() / file_name
                file.write_text(coloured_svg(name, colour), encoding="utf-8")
        return file.as_posix()

    def _writable_folder(self) -> Path:
        """Return the folder for images: a temporary one where the usual one takes no files."""
        try:
            self._cache_folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            writable = False
        else:
            writable = os.access(self._cache_folder, os.W_OK)
        if not writable:
            from tempfile import TemporaryDirectory

            self._temporary = TemporaryDirectory(prefix="crm-desktop-images-", ignore_cleanup_errors=True)
            self._cache_folder = Path(self._temporary.name)
        return self._cache_folder

    def _system_changed(self) -> None:
        if self._mode == Mode.SYSTEM and self._choose() != self.tokens:
            self.use()
