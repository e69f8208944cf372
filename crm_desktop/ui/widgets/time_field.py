"""A time of the day, or none: chosen from half hours or typed as one writes it (15:00, 1500, 3pm, 9)."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from crm_desktop.base.text import _T
from crm_desktop.ui.widgets.named import named

_WRITTEN = re.compile(r"(\d{1,2})(?:\s*[:.：点时h]\s*(\d{2})?\s*分?)?\s*(am|pm)?", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,2})(\d{2})")
FIRST, LAST = 8, 20


def read_time(text: str) -> time | None:
    """Return the time a text means; raises ValueError where it means none. "" is None: the whole day."""
    plain = text.strip().lower()
    if not plain:
        return None
    found = _BARE.fullmatch(plain)
    if found is not None:
        return time(int(found[1]), int(found[2]))
    found = _WRITTEN.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    hour, half = int(found[1]), found[3]
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return time(hour, int(found[2] or 0))


class TimeField(QComboBox):
    """Emits `changed`; `moment()` raises ValueError while what is typed is no time."""

    changed = Signal()

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        line = self.findChild(QLineEdit)  # Qt's own: another one would be dressed as a field of its own
        assert isinstance(line, QLineEdit)
        named(line, f"{name}.text", spoken)
        line.setPlaceholderText(_T("TimeField", "All day"))
        self.addItem("")
        for hour in range(FIRST, LAST + 1):
            for minute in (0, 30):
                self.addItem(f"{hour:02}:{minute:02}")
        self.setItemText(0, "")
        self.setMaxVisibleItems(12)
        self.setCurrentIndex(0)
        self.editTextChanged.connect(self._tell)

    def moment(self) -> time | None:
        """Return the time, None for the whole day; raises ValueError."""
        return read_time(self.currentText())

    def set_time(self, moment: time | None) -> None:
        """Show a time, silently."""
        self.blockSignals(True)
        self.setEditText("" if moment is None else f"{moment:%H:%M}")
        self.blockSignals(False)

    def _tell(self, _text: str) -> None:
        self.changed.emit()
