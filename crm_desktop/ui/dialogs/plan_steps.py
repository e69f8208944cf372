"""The steps of a plan, each a small card: when, what kind, what to do; added, moved and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.plans import LONGEST_DELAY, MOST_STEPS, ON_A_DATE, PlanEvent, PlanStep
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named

_BEFORE, _AFTER = -1, 1
USUAL_GAP = 7
"""Days between the last step and one that is added."""


class StepCard(QFrame):
    """One step; `moved` says by how many places it shall go."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme, number: int, looks: KindLooks) -> None:
        super().__init__()
        named(self, f"planStep.{number}", _T("Plans", "Step {number}").format(number=number + 1), panel="card")
        self._theme = theme
        name = self.objectName()
        self.days = named(QSpinBox(), f"{name}.days", _T("Plans", "Days"))
        self.days.setRange(0, LONGEST_DELAY)
        self.days.lineEdit().setTextMargins(6, 0, 0, 0)
        self.side = named(QComboBox(), f"{name}.side", _T("Plans", "Before or after the date"))
        self.side.addItem(_T("Plans", "before"), _BEFORE)
        self.side.addItem(_T("Plans", "after"), _AFTER)
        self.kind = named(QComboBox(), f"{name}.kind", _T("Plans", "Kind"))
        self.title = named(QLineEdit(), f"{name}.title", _T("Plans", "What is to be done"))
        self.title.setPlaceholderText(_T("Plans", "What is to be done"))
        self.note = named(QLineEdit(), f"{name}.note", _T("Plans", "Note"))
        self.note.setPlaceholderText(_T("Plans", "Note, if any"))
        self.problem = named(QLabel(wordWrap=True), f"{name}.problem", role="danger")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.show_kinds(looks)
        self._lay_out(name)
        self._listen()

    def show_kinds(self, looks: KindLooks) -> None:
        """Offer the kinds of the shop."""
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        for look in looks.all():
            if look.active or look.kind == chosen:
                self.kind.addItem(self._theme.icon(look.icon), look.word, look.kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.blockSignals(False)

    def show_step(self, step: PlanStep, event: PlanEvent, looks: KindLooks) -> None:
        """Show a step, silently."""
        self.blockSignals(True)
        self.days.setValue(abs(step.delay_days))
        self.side.setCurrentIndex(self.side.findData(_BEFORE if step.delay_days < 0 else _AFTER))
        if self.kind.findData(step.kind) < 0:  # one that was put aside
            look = looks.of(step.kind)
            self.kind.addItem(self._theme.icon(look.icon), look.word, step.kind)
        self.kind.setCurrentIndex(self.kind.findData(step.kind))
        self.title.setText(step.title)
        self.note.setText(step.note)
        self.note.setVisible(bool(step.note))
        self.show_event(event)
        self.say("")
        self.blockSignals(False)

    def show_event(self, event: PlanEvent) -> None:
        """Ask for before or after where the plan goes by a date."""
        on_a_date = event in ON_A_DATE
        self.side.setVisible(on_a_date)
        words = _T("Plans", "{day} days") if on_a_date else _T("Plans", "day {day}")
        before, _, behind = words.partition("{day}")
        self.days.setPrefix(before)
        self.days.setSuffix(behind)
        self.days.setSpecialValueText(_T("Plans", "on the day") if on_a_date else _T("Plans", "at once"))

    def step(self) -> PlanStep:
        """Return the step that stands here."""
        before = not self.side.isHidden() and self.side.currentData() == _BEFORE
        days = -self.days.value() if before else self.days.value()
        return PlanStep(days, self.title.text().strip(), str(self.kind.currentData()), self.note.text().strip())

    def say(self, sentence: str) -> None:
        """Say what is wrong with it; "" for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.title.setProperty("invalid", "true" if sentence else "false")
        self.title.setAccessibleDescription(sentence)
        self.title.style().unpolish(self.title)
        self.title.style().polish(self.title)

    def fit(self, *, first: bool, last: bool) -> None:
        """Offer only the moves that lead somewhere."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _lay_out(self, name: str) -> None:
        theme = self._theme
        self.write = IconButton(theme, f"{name}.write", "notebook-pen", _T("Plans", "Add a note"))
        self.up = IconButton(theme, f"{name}.up", "chevron-up", _T("Plans", "Up"))
        self.down = IconButton(theme, f"{name}.down", "chevron-down", _T("Plans", "Down"))
        self.cross = IconButton(theme, f"{name}.remove", "x", _T("Plans", "Take this step away"))
        when = QWidget()
        flow = FlowLayout(when)
        for widget in (self.days, self.side, self.kind):
            flow.addWidget(widget)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(when, 1)
        for button in (self.write, self.up, self.down, self.cross):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 8)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.problem)
        column.addWidget(self.note)

    def _listen(self) -> None:
        self.days.valueChanged.connect(self.changed)
        for box in (self.side, self.kind):
            box.currentIndexChanged.connect(self.changed)
        for line in (self.title, self.note):
            line.textChanged.connect(self.changed)
        self.write.clicked.connect(self._begin_note)
        self.up.clicked.connect(self._go_up)
        self.down.clicked.connect(self._go_down)
        self.cross.clicked.connect(self.removed)
        QShortcut(QKeySequence("Alt+Up"), self, self._go_up, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence("Alt+Down"), self, self._go_down, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _begin_note(self) -> None:
        self.note.show()
        self.note.setFocus()

    def _go_up(self) -> None:
        self.moved.emit(-1)

    def _go_down(self) -> None:
        self.moved.emit(1)


class StepsEditor(QWidget):
    """Emits `changed` with every key; cards are reused from plan to plan."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "planSteps", _T("Plans", "Steps"))
        self._theme = theme
        self._event = PlanEvent.BY_HAND
        self._looks = KindLooks()
        self._cards: list[StepCard] = []
        self._count = 0
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add = make_button("planStepAdd", _T("Plans", "Add a step"), self.add_step)
        self.add.setIcon(theme.icon("plus"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._column)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_kinds(self, looks: KindLooks) -> None:
        """Offer the kinds of the shop."""
        self._looks = looks
        for card in self._cards:
            card.show_kinds(looks)

    def show_steps(self, steps: Sequence[PlanStep], event: PlanEvent) -> None:
        """Show steps."""
        self._event, self._count = event, len(steps)
        while len(self._cards) < len(steps):
            self._make_card()
        for place, card in enumerate(self._cards):
            card.setVisible(place < self._count)
            if place < self._count:
                card.show_step(steps[place], event, self._looks)
                card.fit(first=place == 0, last=place == self._count - 1)
        self.add.setEnabled(self._count < MOST_STEPS)
        self.updateGeometry()

    def show_event(self, event: PlanEvent) -> None:
        """Turn to another event; what was before a date comes after the start of a plan without one."""
        self._event = event
        self.show_steps([replace(step, delay_days=self._fitting(step.delay_days)) for step in self.steps()], event)

    def steps(self) -> tuple[PlanStep, ...]:
        """Return the steps that stand here."""
        return tuple(card.step() for card in self._cards[: self._count])

    def add_step(self) -> None:
        """Add a step some days after the last, and begin in it."""
        steps = self.steps()
        last = max((step.delay_days for step in steps), default=1 - USUAL_GAP)
        kind = steps[-1].kind if steps else PlanStep(0, "").kind
        self.show_steps((*steps, PlanStep(min(last + USUAL_GAP, LONGEST_DELAY), "", kind)), self._event)
        self._cards[self._count - 1].title.setFocus()
        self.changed.emit()

    def set_problem(self, place: int, sentence: str) -> bool:
        """Say what is wrong with a step; False where there is none at this place."""
        if not 0 <= place < self._count:
            return False
        self._cards[place].say(sentence)
        self._cards[place].title.setFocus()
        return True

    def clear_problems(self) -> None:
        """Take the problems away."""
        for card in self._cards:
            card.say("")

    def _fitting(self, days: int) -> int:
        return days if self._event in ON_A_DATE else abs(days)

    def _make_card(self) -> None:
        card = StepCard(self._theme, len(self._cards), self._looks)
        card.changed.connect(self.changed)
        card.moved.connect(self._move)
        card.removed.connect(self._remove)
        self._cards.append(card)
        self._column.addWidget(card)

    def _place_of(self, card: object) -> int:
        return next((place for place, one in enumerate(self._cards) if one is card), -1)

    def _move(self, by: int) -> None:
        place, steps = self._place_of(self.sender()), list(self.steps())
        if not (0 <= place < self._count and 0 <= place + by < self._count):
            return
        steps[place], steps[place + by] = steps[place + by], steps[place]
        self.show_steps(steps, self._event)
        self._cards[place + by].title.setFocus()
        self.changed.emit()

    def _remove(self) -> None:
        place, steps = self._place_of(self.sender()), list(self.steps())
        if 0 <= place < self._count:
            del steps[place]
            self.show_steps(steps, self._event)
            (self._cards[min(place, self._count - 1)].title if steps else self.add).setFocus()
            self.changed.emit()
