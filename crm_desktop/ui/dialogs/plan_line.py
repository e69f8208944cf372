"""A plan at a glance: its steps as spots on a line, with their days below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.plans import ON_A_DATE, PlanEvent, PlanStep
from crm_desktop.ui.dialogs.plan_words import delay_text, steps_text
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

MOST_SPOTS = 8
"""So many days stand apart; those after them are said as one."""


class PlanLine(QWidget):
    """Days are set apart evenly, for a month would push the first week together."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, name, _T("Plans", "Days of the plan"))
        self._theme = theme
        self._event = PlanEvent.BY_HAND
        self._days: list[tuple[int, list[PlanStep]]] = []
        self._looks = KindLooks()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[PlanStep], event: PlanEvent, looks: KindLooks) -> None:
        """Show steps."""
        ordered = sorted(steps, key=lambda step: step.delay_days)
        self._days = [(days, list(group)) for days, group in groupby(ordered, key=lambda step: step.delay_days)]
        self._event, self._looks = event, looks
        self.setAccessibleDescription(steps_text(steps, event))
        self.setToolTip("\n".join(f"{delay_text(step.delay_days, event)}: {step.title}" for step in ordered))
        self.setVisible(bool(steps))
        self.update()

    def sizeHint(self) -> QSize:
        """Wish for the spots and a line of text."""
        line = self.fontMetrics().height()
        return QSize(line * 12, round(line * 3.1))

    def minimumSizeHint(self) -> QSize:
        """Need the height; the width can be little."""
        return QSize(self.fontMetrics().height() * 8, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw line, spots and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._days[:MOST_SPOTS]
        if not shown:
            return
        metrics = painter.fontMetrics()
        radius = metrics.height() * 0.42
        middle = radius + metrics.height() * 0.5
        room = self.width() / len(shown)
        painter.setPen(QPen(self._theme.colour("line"), 2))
        painter.drawLine(QPointF(room / 2, middle), QPointF(self.width() - room / 2, middle))
        for place, (days, steps) in enumerate(shown):
            left = room * place
            self._paint_spot(painter, QPointF(left + room / 2, middle), radius, steps)
            is_date = days == 0 and self._event in ON_A_DATE
            painter.setPen(self._theme.colour("text" if is_date else "muted"))
            words = delay_text(days, self._event)
            if place == MOST_SPOTS - 1 and len(self._days) > MOST_SPOTS:
                words = _T("Plans", "{day} and later").format(day=words)
            box = QRectF(left, middle + radius + 4, room, metrics.height() + 2)
            text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room) - 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)

    def _paint_spot(self, painter: QPainter, middle: QPointF, radius: float, steps: list[PlanStep]) -> None:
        look = self._looks.of(steps[0].kind)
        ground, front = look.colours(self._theme.tokens)
        painter.setPen(QPen(QColor(tint(look.colour)), 1.5))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(middle, radius * 1.25, radius * 1.25)
        side = round(radius * 1.5)
        place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        if len(steps) > 1:
            painter.setPen(QColor(front))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(len(steps)))
        else:
            self._theme.icon(look.icon).paint(painter, place.toRect())
