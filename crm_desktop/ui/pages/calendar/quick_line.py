"""One line that says it all: "tomorrow 3pm call Wang", 明天下午3点 回访王女士; what it means fills the fields below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from crm_desktop.base.text import _T
from crm_desktop.domain.quick_dates import QuickDateError, read_quick
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named


class QuickLine(QLineEdit):
    """Emits `understood` with a QuickDate at each change; a day there is not leaves the fields as they are."""

    understood = Signal(object)

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        named(self, "editor.quick", _T("FollowUp", "In one line: when and what"))
        self.setPlaceholderText(_T("FollowUp", "In one line, e.g. “tomorrow 3pm call Wang”"))
        # Until the shop's own day is read, which takes a moment, this computer's clock by the workplace will do.
        self._today = workplace.now().date()
        self.textEdited.connect(self._read)
        frame.work.read(lambda: shop_clock(workplace).day_of(workplace.now()), self._take_day, group="editor.today")

    def _take_day(self, today: date) -> None:
        if today != self._today:
            self._today = today
            self._read(self.text())

    def _read(self, text: str) -> None:
        if not text.strip():
            return
        try:
            self.understood.emit(read_quick(text, self._today))
        except QuickDateError:
            return
