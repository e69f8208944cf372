"""What stands around the steps of the wizard: the bar above, a strip for a fault, the foot below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.notices import announce
from crm_desktop.ui.pages.importing.foot import Foot
from crm_desktop.ui.pages.importing.standing import Standing
from crm_desktop.ui.pages.importing.step_bar import StepBar
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.pages.importing.words import draft_summaries
from crm_desktop.ui.widgets.named import named


class Shell:
    """Lays a page out around its steps."""

    def __init__(self, page: QWidget, steps: Sequence[StepPage]) -> None:
        self._page = page
        self._steps = {step.step: step for step in steps}
        self.bar = StepBar(steps[0].theme)
        self.foot = Foot()
        self.stack = QStackedWidget()
        for step in steps:
            self.stack.addWidget(step)
        self._fault_text = text_label("", "wizard.faultText")
        self._fault = named(QFrame(), "wizard.faultStrip", notice="fault")
        strip = QHBoxLayout(self._fault)
        strip.setContentsMargins(12, 8, 12, 8)
        strip.addWidget(self._fault_text)
        self._fault.hide()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self._fault)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)

    def show_standing(self, standing: Standing) -> None:
        """Show where the import stands, in the bar and in the foot."""
        said = {step: page.summary() for step, page in self._steps.items()} if standing.draft is not None else {}
        about_file = draft_summaries(standing.draft) if standing.draft is not None else {}
        done, able = standing.done(), standing.reachable()
        self.bar.show_steps(standing.step, done=done, able=able, summaries=said | about_file)
        self.foot.show_standing(standing, self._steps[standing.step].primary())

    def say_fault(self, sentence: str) -> None:
        """Say what went wrong, in sight and aloud; "" takes it away."""
        self._fault_text.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if sentence:
            announce(self._page, sentence, assertive=True)
