"""A theme for widgets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from crm_desktop.ui.theme.theme import Mode, Theme


@pytest.fixture
def theme(qapp: QApplication, tmp_path: Path) -> Theme:
    made = Theme(qapp, tmp_path)
    made.use(Mode.LIGHT, 100)
    return made
