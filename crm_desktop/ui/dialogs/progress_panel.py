"""How far a long job is: a sentence, a bar, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.widgets.named import named


class ProgressPanel(QWidget):
    """Shows one job; `cancel` is called once when the user wants it to stop."""

    def __init__(self, name: str, cancel: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._cancel = cancel
        self.sentence = text_label("", f"{name}.sentence")
        self.bar = named(QProgressBar(), f"{name}.bar", _T("Progress", "Progress"))
        self.bar.setTextVisible(False)
        self.button = make_button(f"{name}.cancel", _T("Progress", "Cancel"), self._stop)
        self.count = text_label("", f"{name}.count", "muted")
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addWidget(self.bar)
        column.addLayout(row)

    def begin(self, sentence: str, *, can_stop: bool = True) -> None:
        """Say what begins; how long it takes is not known yet."""
        self.sentence.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.bar.setRange(0, 0)
        self.count.setText("")
        self.button.setEnabled(can_stop)
        self.button.setVisible(can_stop)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of how many; a total of 0 is one that nobody knows."""
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        locale = QLocale()
        if total > 0:
            text = _T("Progress", "{done} of {total}")
            self.count.setText(text.format(done=locale.toString(done), total=locale.toString(total)))
        else:
            self.count.setText(locale.toString(done) if done else "")

    def _stop(self) -> None:
        self.button.setEnabled(False)
        self.sentence.setText(_T("Progress", "Stopping …"))
        self._cancel()
