"""The place at the foot of the page for the section about the key."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crm_desktop.ui.page import Frame

if TYPE_CHECKING:
    from crm_desktop.ui.flows import Flows

_SECTION = "crm_desktop.ui.pages.backup.keys_section"


def keys_section(frame: Frame, flows: Flows) -> QWidget | None:
    """Return the section about the key; None where the program has none."""
    keys = getattr(flows, "keys", None)
    if keys is None or find_spec(_SECTION) is None:
        return None
    section: QWidget = import_module(_SECTION).KeysSection(frame, keys)
    return section
