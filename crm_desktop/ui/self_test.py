"""The part of the self-test that needs Qt: the window, plug-ins, icons, Chinese letters and paper, without a screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QMessageLogContext,
    Qt,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage, QImageReader, QPainter

from crm_desktop.base.text import _T, language_in_use, use_language
from crm_desktop.services.find_customers import find_customers
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.self_test import SelfCheck, a_shop, add_customer, expect
from crm_desktop.ui.pictures import Pictured, draw
from crm_desktop.ui.theme.icons import IconPainter
from crm_desktop.ui.theme.theme import FAMILIES

_FORMATS = {"gif", "ico", "jpeg", "png", "svg"}
_PLUGINS = {"win32": "qwindows", "darwin": "qcocoa", "linux": "qxcb"}
_CHINESE = "客户"
_RED = "#c81e1e"

MakeProgram = Callable[[OpenShop], Pictured]
"""Makes the assembled program on an open shop, which it closes."""


def window_checks(make: MakeProgram) -> Sequence[SelfCheck]:
    """Return the checks; the application object exists, on the platform without a screen."""
    return (
        SelfCheck(_T("SelfTest", "Window painted"), partial(_window, make)),
        SelfCheck(_T("SelfTest", "Parts of Qt for this system"), _plugins),
        SelfCheck(_T("SelfTest", "Icons"), _icons),
        SelfCheck(_T("SelfTest", "Chinese letters"), _letters),
        SelfCheck(_T("SelfTest", "Qt's own words in Chinese"), _words),
        SelfCheck(_T("SelfTest", "Paper drawn by a child process"), _paper),
    )


def _window(make: MakeProgram, folder: Path) -> str:
    """Draw the list of customers of a shop with one, in both languages, light and dark."""
    language = language_in_use()
    shop = a_shop(folder)
    add_customer(shop)
    qInstallMessageHandler(_say)
    try:
        draw(lambda: make(shop), folder / "pictures", "customers")
    finally:
        qInstallMessageHandler(None)
        use_language(language)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()  # the window goes now, with the folders for files it would open
    drawn = sorted((folder / "pictures").glob("customers*.png"))
    expect(len(drawn) >= 4, f"{len(drawn)} pictures")
    for file in drawn:
        expect(_colours(QImage(str(file))) > 8, f"{file.name} is empty")
    return f"Qt {qVersion()}, {len(drawn)} PNG"


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what it says of every window on the platform without a screen."""
    if "propagateSizeHints" not in message and sys.stderr is not None:
        sys.stderr.write(f"{message}\n")


def _colours(picture: QImage) -> int:
    """Return how many colours a picture has, looked at at every seventh point."""
    points = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    return len({picture.pixel(x, y) for x, y in points})


def _plugins(_folder: Path) -> str:
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    expect(formats >= _FORMATS, f"no {', '.join(sorted(_FORMATS - formats))}")
    platforms = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    names = sorted(file.stem.removeprefix("lib") for file in platforms.iterdir())
    expect(_PLUGINS.get(sys.platform, "qxcb") in names, f"only {', '.join(names)}")
    return ", ".join(names)


def _icons(_folder: Path) -> str:
    drawing = IconPainter(lambda _token: _RED).icon("search").pixmap(32, 32).toImage()
    red = sum(drawing.pixelColor(x, y).name() == _RED for x in range(32) for y in range(32))
    expect(red > 20, f"{red} red points")
    return "SVG"


def _letters(_folder: Path) -> str:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return _T("SelfTest", "this computer has no Chinese font; the program cannot bring one")
    first, second = (_letter(font, letter) for letter in _CHINESE)
    expect(first != second, "boxes in place of letters")
    return QFontInfo(font).family()


def _letter(font: QFont, letter: str) -> QImage:
    """Return a letter drawn."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(picture.rect(), int(Qt.AlignmentFlag.AlignCenter), letter)
    painter.end()
    return picture


def _words(_folder: Path) -> str:
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    expect(translator.load("qtbase_zh_CN", folder), folder)
    return translator.translate("QPlatformTheme", "Cancel") or ""


def _paper(folder: Path) -> str:
    from crm_desktop.services.export_person import export_person

    file = folder / "customer.pdf"
    shop = a_shop(folder)
    try:
        add_customer(shop)
        (found,) = find_customers(shop.workplace, "wxm", 5)
        export_person(shop.workplace, found.customer.id, file)
    finally:
        shop.close()
    expect(file.read_bytes().startswith(b"%PDF"), "no PDF")
    return f"{file.stat().st_size:,} B"
