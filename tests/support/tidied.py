"""Garbage of tests with windows is collected on their own thread, as the program does it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from crm_desktop.ui.safety_net import tidy


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """Let go of what the test before forgot before a thread of this one does: a widget deleted there ends the run."""
    gc.disable()
    tidy()
    yield
    tidy()
