"""Pictures of every page, in both languages, light and dark: for the README, for review, for who cannot run it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from crm_desktop.base.text import LANGUAGES
from crm_desktop.ui.page import Page, PageView
from crm_desktop.ui.theme.theme import Mode, Theme
from crm_desktop.ui.window_keeper import WindowKeeper
from crm_desktop.ui.work import Work

SIZE = (1280, 800)
MODES = (Mode.LIGHT, Mode.DARK)
QUIET_LOOKS = 20
LONGEST_WAIT_MS = 15_000


class Pictured(Protocol):
    """What the pictures need of the assembled program."""

    keeper: WindowKeeper
    theme: Theme
    work: Work

    def close(self) -> None:
        """End the program."""
        ...


def draw(make: Callable[[], Pictured], folder: Path, page: str | None = None) -> int:
    """Write PAGE_LANGUAGE_THEME.png for every page and scene; return 0, or 1 where there is no such page.

    `page` names one page to draw alone. Nothing is written to the settings. Raises OSError where a picture cannot be
    written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    program = make()
    try:
        drawn = list(_draw_all(program, folder, page))
    finally:
        program.keeper.window.retire()
        program.keeper.window.deleteLater()
        program.close()
    return 0 if drawn else 1


def _draw_all(program: Pictured, folder: Path, wanted: str | None) -> Iterator[Path]:
    for language in LANGUAGES:
        program.keeper.speak(language)
        for mode in MODES:
            program.theme.use(mode, text_percent=100)
            for page in program.keeper.window.pages:
                if wanted in (None, page.id):
                    for name, argument in scenes_of(page).items():
                        file = folder / f"{name}_{language}_{mode}.png"
                        _draw_page(program, page, argument, file)
                        yield file
                    yield from _draw_dialogs(program, page, folder, f"{language}_{mode}")


def scenes_of(page: Page) -> dict[str, object]:
    """Return what of a page is drawn: the name of each picture and what the page is opened with."""
    if page.scenes is not None:
        first = {page.id: page.example()} if page.example is not None else {}
        return first | {f"{page.id}-{name}": argument for name, argument in page.scenes().items()}
    if page.parent and page.example is None:
        return {}
    return {page.id: page.example() if page.example is not None else None}


def _draw_page(program: Pictured, page: Page, argument: object, file: Path) -> None:
    window = program.keeper.window
    window.resize(*SIZE)
    window.stack.open(page.id, argument)
    window.show()
    settle(program.work, window.stack.view(page.id))
    if not window.grab().save(str(file)):
        raise OSError(file)


def _draw_dialogs(program: Pictured, page: Page, folder: Path, look: str) -> Iterator[Path]:
    """Draw the dialogs that belong to a page, each alone."""
    window = program.keeper.window
    for name, open_dialog in (page.dialogs(window.frame) if page.dialogs is not None else {}).items():
        window.stack.open(page.id)
        dialog = open_dialog()
        settle(program.work, window.stack.view(page.id))
        file = folder / f"{page.id}-{name}_{look}.png"
        if not dialog.grab().save(str(file)):
            raise OSError(file)
        dialog.hide()
        dialog.deleteLater()
        QApplication.processEvents()
        yield file


def settle(work: Work, view: PageView) -> None:
    """Let everything asked for come home and be painted."""
    loop = QEventLoop()
    quiet: list[bool] = []
    watch = QTimer(interval=30)

    def look() -> None:
        # One answer leads to the next question: only a while without any means that all is there.
        quiet.append(work.is_idle() and view.is_ready())
        if len(quiet) >= QUIET_LOOKS and all(quiet[-QUIET_LOOKS:]):
            loop.quit()

    watch.timeout.connect(look)
    watch.start()
    QTimer.singleShot(LONGEST_WAIT_MS, loop, loop.quit)
    loop.exec()
    QApplication.processEvents()
