"""What every dialog of a flow is made of: a heading, a body that scrolls where it must, a place for a fault, verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.ui.notices import announce
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

EDGE = 22
"""Pixels between the window's edge and what it says."""
SETTLED_MS = 500
"""So long after it was opened a window's own word of its place is not yet to be trusted."""


class Sheet(QDialog):
    """A window with one matter: put widgets into `body`, verbs into the foot; it is as tall as its matter needs."""

    def __init__(self, parent: QWidget | None, theme: Theme, name: str, title: str, ems: int = 46) -> None:
        super().__init__(parent)
        named(self, name, title)
        self.setWindowTitle(title)
        self.theme = theme
        self._ems = ems
        self._measured = False
        self._placed = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._fit_again)
        self.heading = text_label(title, f"{name}.heading", "title")
        self.lead = text_label("", f"{name}.lead", "muted")
        self.fault_text = text_label("", f"{name}.faultText")
        self._fault = self._strip()
        self._ground = named(QWidget(), "scrolled")
        self.body = QVBoxLayout(self._ground)
        self.body.setContentsMargins(EDGE, 6, EDGE, 12)
        self.body.setSpacing(12)
        self._sides: list[QBoxLayout] = []
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(EDGE, 10, EDGE, 16)
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        self._assemble()

    def say_lead(self, text: str) -> None:
        """Put a quieter sentence under the heading."""
        self.lead.setText(text)
        self.lead.setVisible(bool(text))

    def say_fault(self, sentence: str) -> None:
        """Say what went wrong, in sight and aloud; "" takes it away."""
        self.fault_text.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, assertive=True)
        self.fit()

    def add_verb(
        self, name: str, text: str, run: Callable[[], object], kind: str = "", *, at_left: bool = False
    ) -> QPushButton:
        """Add a button to the foot; the primary one answers Enter."""
        button = make_button(name, text, run, kind)
        if kind == "primary":
            button.setDefault(True)
            button.setFocus()
        self._foot.insertWidget(self._verbs_at_left if at_left else self._foot.count(), button)
        self._verbs_at_left += int(at_left)
        return button

    def fit(self, *, may_shrink: bool = False) -> None:
        """Take the height the matter needs, up to that of the screen; shrink only where another matter begins."""
        self._take_height(may_shrink=may_shrink)
        self._again.start()

    def _fit_again(self) -> None:
        """Look once more: what lies deeper in the matter tells its new height only when events have gone round."""
        self._take_height(may_shrink=False)

    def _take_height(self, *, may_shrink: bool) -> None:
        if not self._measured or self.isMaximized():
            return
        ground = self.screen().availableGeometry()
        width = min(max(self.width(), round(self.theme.base_points * self._ems)), ground.width() - 40)
        layout = self.layout()
        if layout is None:
            return
        self._turn_what_is_too_wide(width)
        layout.activate()
        inner = _height(self.body, width)
        around = layout.sizeHint().height() - self._area.sizeHint().height()
        wrapped = sum(
            label.heightForWidth(width - 2 * EDGE) - label.sizeHint().height()
            for label in (self.heading, self.lead, self.fault_text)
            if not label.isHidden() and label.text()
        )
        needed = inner + around + wrapped + 4
        height = min(needed if may_shrink else max(self.height(), needed), ground.height() - 60)
        if (width, height) != (self.width(), self.height()):
            middle = self.geometry().center() if self._placed else self._first_place(ground)
            self.resize(width, height)
            self._stay_on_screen(middle, ground)

    def add_sides(self, left: QLayout, right: QLayout, shares: tuple[int, int] = (1, 1)) -> None:
        """Put two parts side by side; where there is no room for that, one under the other."""
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(left, shares[0])
        row.addLayout(right, shares[1])
        self._sides.append(row)
        self.body.addLayout(row)

    def _turn_what_is_too_wide(self, width: int) -> None:
        """Put what stands side by side one under the other, where large text leaves no room for it."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in (*self._sides, self._foot):
            row.setDirection(across)
            room = width - (0 if row is self._foot else 2 * EDGE)
            row.setDirection(across if row.minimumSize().width() <= room else down)

    def _first_place(self, ground: QRect) -> QPoint:
        parent = self.parentWidget()
        return parent.window().geometry().center() if parent is not None else ground.center()

    def _stay_on_screen(self, middle: QPoint, ground: QRect) -> None:
        """Grow to all sides alike, with the title bar and the verbs in sight."""
        inside, frame = self.geometry(), self.frameGeometry()
        bar, side = max(0, inside.top() - frame.top()), max(0, inside.left() - frame.left())
        left = min(middle.x() - self.width() // 2, ground.x() + ground.width() - self.width() - side)
        top = min(middle.y() - self.height() // 2, ground.y() + ground.height() - self.height() - side)
        self.move(max(ground.x(), left - side), max(ground.y(), top - bar))

    def showEvent(self, event: QShowEvent) -> None:
        """Measure once, when fonts and screen are known."""
        super().showEvent(event)
        if not self._measured:
            self._measured = True
            self.resize(1, 1)
            self.fit()
            QTimer.singleShot(SETTLED_MS, self, self._settle)

    def _settle(self) -> None:
        """Grow from where it stands, from now on: the window manager has put it there, or the user has."""
        self._placed = True
        ground = self.screen().availableGeometry()
        if self.isVisible() and not self.isMaximized() and not ground.contains(self.frameGeometry()):
            self._stay_on_screen(self.geometry().center(), ground)  # put too low or too far aside, verbs out of sight

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def _assemble(self) -> None:
        self._verbs_at_left = 0
        head = QVBoxLayout()
        head.setContentsMargins(EDGE, 18, EDGE, 6)
        head.setSpacing(8)
        for widget in (self.heading, self.lead):
            head.addWidget(widget)
        self.lead.hide()
        self._area = named(QScrollArea(), f"{self.objectName()}.scroll")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._fault)
        column.addWidget(self._area, 1)
        column.addLayout(self._foot)

    def _strip(self) -> QFrame:
        strip = named(QFrame(), f"{self.objectName()}.fault", notice="fault")
        row = QHBoxLayout(strip)
        row.setContentsMargins(EDGE, 10, EDGE, 10)
        row.addWidget(self.fault_text, 1)
        self.fault_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        strip.hide()
        return strip


def text_label(text: str, name: str, role: str = "") -> QLabel:
    """Return a label of plain text that wraps."""
    label = named(QLabel(text, wordWrap=True), name, role=role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def make_button(name: str, text: str, run: Callable[[], object], kind: str = "") -> QPushButton:
    """Return a push button that runs something and answers Enter only with the focus in it."""
    button = named(QPushButton(text), name, kind=kind)
    button.setAutoDefault(False)

    def act() -> None:  # takes no argument, so that the signal's own one is dropped
        run()

    button.clicked.connect(act)
    return button


def _height(body: QVBoxLayout, width: int) -> int:
    return body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()
