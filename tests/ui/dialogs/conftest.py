"""A counter to stand at: a shop, its window, and hands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.counter import Counter


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    counter = Counter(tmp_path, qtbot)
    yield counter
    counter.close()
