"""The foot of the wizard: back, on, straight to the check, and the one main button of each step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.pages.importing.standing import Stage, Standing
from crm_desktop.ui.pages.importing.state import Step

SKIPPING = (Step.KIND, Step.COLUMNS, Step.CLEAN, Step.MATCH)
"""Steps from which the check is one button away."""


class Foot(QWidget):
    """Emits what was pressed."""

    cancelled = Signal()
    went_back = Signal()
    skipped = Signal()
    went_on = Signal()
    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wizard.foot")
        self.cancel = make_button("wizard.cancel", _T("Wizard", "Cancel"), self.cancelled.emit, "quiet")
        self.back = make_button("wizard.back", _T("Wizard", "&Back"), self.went_back.emit)
        self.skip = make_button("wizard.check", _T("Wizard", "&Check all rows now"), self.skipped.emit)
        self.onward = make_button("wizard.next", _T("Wizard", "&Next: step by step"), self.went_on.emit)
        self.primary: QPushButton = make_button("wizard.primary", "", self.accepted.emit, "primary")
        self.waiting = text_label("", "wizard.waiting", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.cancel)
        row.addWidget(self.waiting, 1)
        for button in (self.back, self.skip, self.onward, self.primary):
            row.addWidget(button)

    def show_standing(self, standing: Standing, own: tuple[str, Callable[[], object]] | None) -> None:
        """Offer what can be done now; `own` is the main button that the step has for itself."""
        step, stage, waiting = standing.step, standing.stage, standing.waiting
        usual = _T("Wizard", "Check all rows") if step is Step.FILE else _T("Wizard", "&Next")
        chooses = stage is Stage.CHOOSING
        self.primary.setText(own[0] if own is not None else usual)
        self.primary.setVisible(chooses or stage is Stage.OVER)
        self.primary.setEnabled(standing.may_go_on())
        self.onward.setVisible(chooses and step is Step.FILE)
        self.skip.setVisible(chooses and step in SKIPPING)
        self.back.setVisible(chooses and step is not Step.FILE)
        self.cancel.setVisible(stage not in (Stage.EMPTY, Stage.WRITING))
        self.cancel.setText(_T("Wizard", "Close") if stage is Stage.OVER else _T("Wizard", "Cancel"))
        self.waiting.setText(_T("Wizard", "%n more file(s) (waits|wait)", None, waiting) if waiting else "")
