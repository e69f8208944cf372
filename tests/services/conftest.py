"""A shop for the tests of the services."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path)
    yield opened
    opened.store.close()
