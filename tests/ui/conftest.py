"""A window around test pages, for every test of the frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.ui.main_window import Hooks
from tests.support.counter import Counter
from tests.support.frame import Assembled, plain_page
from tests.support.tidied import tidied

__all__ = ["tidied"]

Assemble = Callable[..., Assembled]


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    """Return a real shop behind a real window."""
    made = Counter(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def assemble(qtbot: QtBot, tmp_path: Path) -> Iterator[Assemble]:
    made: list[Assembled] = []

    def make(*pages: str, **hooks: object) -> Assembled:
        listed = [plain_page(page) for page in pages or ("today", "customers")]
        assembled = Assembled(tmp_path, listed, Hooks(**hooks))  # type: ignore[arg-type]
        made.append(assembled)
        return assembled

    yield make
    for assembled in made:
        assembled.close()


@pytest.fixture
def shown(assemble: Assemble, qtbot: QtBot) -> Assembled:
    """Return a window on the screen with its first page open."""
    assembled = assemble()
    assembled.window.stack.open("today")
    with qtbot.waitExposed(assembled.window):
        assembled.window.show()
    return assembled
