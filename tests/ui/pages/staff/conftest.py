"""A window over a shop with the page of the staff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.counter import Counter


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    made = Counter(tmp_path, qtbot)
    yield made
    made.close()
