"""A pytest plugin for the run of what needs Qt or kills processes; the rest runs in `tests.support.no_qt`."""

from __future__ import annotations

import pytest

from tests.support.no_qt import asks_for_a_window, is_of_the_window


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of the window, of whole processes, and single ones elsewhere that ask for a window."""
    kept = [item for item in items if is_of_the_window(item.path, config) or asks_for_a_window(item)]
    config.hook.pytest_deselected(items=list(set(items) - set(kept)))
    items[:] = kept
