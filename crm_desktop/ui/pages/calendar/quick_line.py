"""One line that says it all: "tomorrow 3pm call Wang", 明天下午3点 回访王女士; what it means fills the fields below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.widgets.named import named


class QuickLine(QLineEdit):
    """Emits `understood`."""

    understood = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        named(self, "editor.quick", _T("FollowUp", "In one line: when and what"))
        self.setPlaceholderText(_T("FollowUp", "In one line, e.g. “tomorrow 3pm call Wang”"))
        self._workplace = workplace
        self.has_day = False
