"""The first steps of a new shop, above its day: what is done is ticked, the rest is one press away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.first_steps import FirstStep
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.today.page import STEPS_GONE
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

ReadSteps = Callable[[], Mapping[FirstStep, bool] | None]
_VERBS = {
    FirstStep.CUSTOMERS: "import",
    FirstStep.RECOVERY: "recovery",
    FirstStep.SECOND_PLACE: "backup.place",
    FirstStep.TRADE: "help.first",
    FirstStep.STAFF: "people",
}


class FirstStepsCard(CardPanel):
    """Reads by itself how far the shop is: when it comes into sight, and when the window is active again."""

    def __init__(self, frame: Frame, read: ReadSteps) -> None:
        super().__init__(_T("FirstSteps", "First steps"), "today.first")
        self._frame, self._read = frame, read
        self._shown: Mapping[FirstStep, bool] = {}
        away = IconButton(
            frame.theme, "today.first.away", "x", _T("FirstSteps", "Do not show the first steps any more")
        )
        away.clicked.connect(self._send_away)
        self.add_tool(away)
        self._place = QWidget()
        self._flow = FlowLayout(self._place)
        self.body.addWidget(self._place)
        self.hide()

    def ask(self) -> None:
        """Ask how far the shop is."""
        if self._is_wanted():
            self._frame.work.read(self._read, self._show, group="today.first", patient=True)

    def event(self, event: QEvent) -> bool:
        """Ask again when a window over this one was closed: it may have been one of the steps."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.ask()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again on the way back to the page."""
        super().showEvent(event)
        self.ask()

    def _show(self, steps: Mapping[FirstStep, bool] | None) -> None:
        if steps is not None and all(steps.values()):
            self._send_away()
        if not steps or not self._is_wanted():
            self.hide()
            return
        if steps != self._shown:
            self._shown = steps
            self._say(steps)
        self.show()

    def _say(self, steps: Mapping[FirstStep, bool]) -> None:
        text = _T("FirstSteps", "First steps: {done} of {count} done")
        self.heading.setText(text.format(done=sum(steps.values()), count=len(steps)))
        self._flow.clear()
        words = _words()
        for step, done in steps.items():
            self._flow.addWidget(self._done(step, words[step]) if done else self._step(step, words[step]))
        self._place.updateGeometry()

    def _step(self, step: FirstStep, text: str) -> QPushButton:
        button = named(QPushButton(text), f"today.first.{step}")
        button.setIcon(self._frame.theme.icon("circle-dot", "muted"))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._take, _VERBS[step]))
        return button

    def _done(self, step: FirstStep, text: str) -> QWidget:
        said = _T("FirstSteps", "{step}: done").format(step=text)
        whole = named(QWidget(), f"today.first.{step}.done", said)
        row = QHBoxLayout(whole)
        row.setContentsMargins(4, 5, 10, 5)
        row.addWidget(Sign(self._frame.theme, "circle-check", "success"))
        row.addWidget(named(QLabel(text), f"today.first.{step}.text", said, role="muted"))
        return whole

    def _take(self, verb: str, _checked: bool = False) -> None:
        self._frame.verbs.run(verb)

    def _is_wanted(self) -> bool:
        return not self._frame.memory.value(STEPS_GONE)

    def _send_away(self) -> None:
        self._frame.memory.setValue(STEPS_GONE, "gone")
        self.hide()


def _words() -> dict[FirstStep, str]:
    return {
        FirstStep.CUSTOMERS: _T("FirstSteps", "Bring your customers"),
        FirstStep.RECOVERY: _T("FirstSteps", "Put the recovery code on paper"),
        FirstStep.SECOND_PLACE: _T("FirstSteps", "Back up to a second place"),
        FirstStep.TRADE: _T("FirstSteps", "Choose how regulars are thanked"),
        FirstStep.STAFF: _T("FirstSteps", "Add your staff, or set a PIN"),
    }
