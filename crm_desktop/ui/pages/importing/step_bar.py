"""The steps of an import side by side: where one is, what is done, and in a few words what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.pages.importing.state import STEPS, Step
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press, set_checked

NARROW_EMS = 7.5
"""Below this width of a step only the current one has words."""


def step_title(step: Step) -> str:
    """Return what a step is called."""
    return {
        Step.FILE: _T("Wizard", "File"),
        Step.KIND: _T("Wizard", "Kind"),
        Step.COLUMNS: _T("Wizard", "Columns"),
        Step.CLEAN: _T("Wizard", "Clean up"),
        Step.MATCH: _T("Wizard", "Match"),
        Step.DRY_RUN: _T("Wizard", "Check"),
        Step.RESULT: _T("Wizard", "Result"),
    }[step]


class StepButton(QAbstractButton):
    """One step: a number or a tick, its title, and its summary."""

    def __init__(self, theme: Theme, step: Step, number: int) -> None:
        super().__init__()
        named(self, f"wizard.step.{step}", step_title(step))
        self._theme = theme
        self.step = step
        self._number = number
        self._summary = ""
        self._is_done = False
        self.is_narrow = False
        self.setCheckable(True)
        self.setText(step_title(step))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_state(self, *, here: bool, done: bool, able: bool, summary: str) -> None:
        """Show whether one is here, whether it is done, whether one may go there."""
        set_checked(self, here)
        self.setEnabled(able)
        self._is_done, self._summary = done and not here, summary
        said = _T("Wizard", "done") if self._is_done else ""
        self.setAccessibleDescription(" ".join(part for part in (summary, said) if part))
        self.setToolTip(summary)
        self.update()

    def summary(self) -> str:
        """Return what came of the step."""
        return self._summary

    def has_words(self) -> bool:
        """Say whether there is room for more than the number."""
        return self.isChecked() or not self.is_narrow

    def sizeHint(self) -> QSize:
        """Wish for two lines."""
        return QSize(self.fontMetrics().height() * 8, round(self.fontMetrics().height() * 2.9))

    def minimumSizeHint(self) -> QSize:
        """Need the number."""
        return QSize(round(self.fontMetrics().height() * 1.9), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw circle, words, the line of the current one and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(self.fontMetrics().height() * 1.45)
        circle = QRectF(6, (self.height() - side) / 2 - 1, side, side)
        self._paint_circle(painter, circle)
        if self.has_words():
            self._paint_words(painter, self.rect().adjusted(round(circle.right()) + 7, 3, -4, -6))
        ground = self.rect().adjusted(2, 0, -2, 0)
        colour = "accent_text" if self.isChecked() else "success" if self._is_done else "line"
        painter.fillRect(QRect(ground.left(), self.height() - 3, ground.width(), 3), self._theme.colour(colour))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -4.5), 5, 5)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        theme = self._theme
        ground = "accent" if self.isChecked() else "success_soft" if self._is_done else "hover"
        front = "on_accent" if self.isChecked() else "success" if self._is_done else "muted"
        painter.setPen(QPen(theme.colour(front if self._is_done else "line"), 1))
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(circle)
        if self._is_done:
            inset = circle.width() * 0.24
            theme.icon("check", front).paint(painter, circle.adjusted(inset, inset, -inset, -inset).toRect())
            return
        painter.setPen(theme.colour(front))
        painter.setFont(theme.font(0.95, bold=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        theme = self._theme
        token = "text" if self.isChecked() else "muted" if self.isEnabled() else "faint"
        title, small = theme.font(1.0, bold=self.isChecked()), theme.font(0.85)
        painter.setPen(theme.colour(token))
        painter.setFont(title)
        whole = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        upper = room if not self._summary else QRect(room.left(), room.top(), room.width(), room.height() // 2)
        painter.drawText(upper, int(whole), _elided(painter, self.text(), room.width()))
        if self._summary:
            lower = QRect(room.left(), upper.bottom(), room.width(), room.height() - upper.height())
            painter.setPen(theme.colour("muted"))
            painter.setFont(small)
            painter.drawText(lower, int(whole), _elided(painter, self._summary, room.width()))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class StepBar(QWidget):
    """Emits `wanted` with the step that was clicked."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "wizard.steps", _T("Wizard", "Steps of the import"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.buttons = {step: StepButton(theme, step, number) for number, step in enumerate(STEPS, start=1)}
        for button in self.buttons.values():
            on_press(button, partial(self._go_to, button))
            self._row.addWidget(button, 1)

    def show_steps(self, here: Step, *, done: set[Step], able: set[Step], summaries: Mapping[Step, str]) -> None:
        """Show where one is and what may be reached."""
        for step, button in self.buttons.items():
            button.show_state(here=step is here, done=step in done, able=step in able, summary=summaries.get(step, ""))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words away where there is no room for them."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        each = self.width() / len(STEPS)
        narrow = each < self.fontMetrics().height() * NARROW_EMS * 0.8
        for button in self.buttons.values():
            button.is_narrow = narrow
            self._row.setStretchFactor(button, 0 if narrow and not button.isChecked() else 1)
            button.setSizePolicy(
                QSizePolicy.Policy.Minimum if narrow and not button.isChecked() else QSizePolicy.Policy.Ignored,
                QSizePolicy.Policy.Fixed,
            )
            button.setMaximumWidth(button.minimumSizeHint().width() + 6 if not button.has_words() else 16777215)
            button.update()

    def _go_to(self, button: StepButton) -> None:
        set_checked(button, True)
        self.wanted.emit(button.step)
