"""The pictures of the user guide, drawn by the program itself from a sample shop: small files of few colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from crm_desktop.base.text import language_in_use
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.page import Page
from crm_desktop.ui.pages.customer.page import Visit
from crm_desktop.ui.pictures import Pictured, scenes_of, settle
from crm_desktop.ui.theme.theme import Mode

WIDEST = 900
COLOURS = 128
REGULAR = "郑静"
"""A customer of the sample shop who holds something of everything."""
SIZE = (1120, 760)
"""The window as it is drawn; smaller ones hide what a page says."""


@dataclass(frozen=True)
class Shot:
    """One picture: a page and its scene, a text or a customer to open it with, a dialog, a verb that opens one."""

    name: str
    page: str
    scene: str = ""
    opened_with: str = ""
    customer: str = ""
    dialog: str = ""
    verb: str = ""


SHOTS = (
    Shot("customers", "customers"),
    Shot("find", "customers", opened_with="wang"),
    Shot("import-columns", "import", scene="import-3-columns"),
    Shot("import-check", "import", scene="import-6-dry_run"),
    Shot("record", "customer", scene="customer"),
    Shot("record-loyalty", "customer", customer=REGULAR, opened_with="loyalty"),
    Shot("today", "today"),
    Shot("calendar", "calendar"),
    Shot("till-sale", "till", dialog="sale"),
    Shot("takings", "takings"),
    Shot("loyalty", "loyalty", scene="loyalty-points"),
    Shot("duplicates", "duplicates"),
    Shot("merge", "merge", scene="merge"),
    Shot("export", "customers", verb="export"),
    Shot("staff", "staff", scene="staff"),
    Shot("backups", "backup", scene="backup"),
    Shot("history", "history", scene="history"),
    Shot("privacy", "privacy", scene="privacy"),
    Shot("settings", "settings", scene="settings"),
)


def draw_guide(make: Callable[[], Pictured], folder: Path) -> int:
    """Write LANGUAGE/NAME.png for each shot in the language in use; return 0. Raises OSError where it cannot."""
    program = make()
    place = folder / language_in_use()
    place.mkdir(parents=True, exist_ok=True)
    try:
        program.theme.use(Mode.LIGHT, text_percent=100)
        for name, image in _shoot(program):
            (place / f"{name}.png").write_bytes(small_png(image))
    finally:
        program.keeper.window.retire()
        program.keeper.window.deleteLater()
        program.close()
    return 0


def small_png(image: QImage) -> bytes:
    """Return a picture as PNG, no wider than a page of the guide, in its commonest colours."""
    if image.width() > WIDEST:
        image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    few = image.convertToFormat(
        QImage.Format.Format_Indexed8, palette_of(image), Qt.ImageConversionFlag.ThresholdDither
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setCompression(100)
    writer.write(few)
    return bytes(buffer.data().data())


def palette_of(image: QImage) -> list[int]:
    """Return the colours that stand for all of a picture: the commonest, no two of them nearly alike."""
    pixels = Counter(memoryview(image.constBits()).cast("I"))
    kept: dict[tuple[int, int, int], int] = {}
    for pixel, _ in pixels.most_common():
        colour = QColor(pixel & 0xFFFFFF)
        kept.setdefault((colour.red() >> 3, colour.green() >> 3, colour.blue() >> 3), pixel | 0xFF000000)
        if len(kept) == COLOURS:
            break
    return list(kept.values())


def _shoot(program: Pictured) -> Iterator[tuple[str, QImage]]:
    window = program.keeper.window
    window.resize(*SIZE)
    window.show()
    pages = {page.id: page for page in window.pages}
    for shot in SHOTS:
        page = pages[shot.page]
        window.stack.open(page.id, _argument(program, shot, page))
        settle(program.work, window.stack.view(page.id))
        for notice in window.frame.notices.standing:
            window.frame.notices.withdraw(notice.key)
        dialog = _dialog_of(shot, window)
        if dialog is None:
            yield shot.name, window.grab(_without_bars(window)).toImage()
        else:
            settle(program.work, window.stack.view(page.id))
            yield shot.name, dialog.grab().toImage()
            dialog.hide()
            dialog.deleteLater()
            QApplication.processEvents()
        if shot.opened_with and not shot.customer:
            window.stack.open(page.id, "")


def _argument(program: Pictured, shot: Shot, page: Page) -> object:
    if shot.customer:
        return Visit(_customer(program, shot.customer), part=shot.opened_with)
    return scenes_of(page)[shot.scene] if shot.scene else shot.opened_with or None


def _customer(program: Pictured, name: str) -> int:
    window, found = program.keeper.window, list[int]()
    if window.hooks.search_customers is not None:
        window.hooks.search_customers(name, lambda rows: found.extend(row[0] for row in rows))
    settle(program.work, window.stack.view(window.stack.current_id))
    return found[0]


def _dialog_of(shot: Shot, window: MainWindow) -> QWidget | None:
    page = next(page for page in window.pages if page.id == shot.page)
    if shot.dialog and page.dialogs is not None:
        return page.dialogs(window.frame)[shot.dialog]()
    if not shot.verb:
        return None
    window.verbs.run(shot.verb)
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def _without_bars(window: MainWindow) -> QRect:
    """Leave out what differs from computer to computer: the menu, and the status bar with its clock."""
    ground = window.centralWidget()
    return ground.geometry() if ground is not None else window.rect()
