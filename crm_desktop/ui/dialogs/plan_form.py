"""What a plan is made of, as a form: its name, what starts it, whether an answer stops it, and its steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Tag
from crm_desktop.domain.plans import LONGEST_DELAY, Plan, PlanEvent, PlanStep
from crm_desktop.services.problems import problem_text
from crm_desktop.ui.dialogs.plan_line import PlanLine
from crm_desktop.ui.dialogs.plan_steps import StepsEditor
from crm_desktop.ui.dialogs.plan_words import event_words
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.colour_row import spot
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

USUAL_QUIET = 60


class ReachLine(QWidget):
    """Says whom a plan would concern now, with the button that starts it for them."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "planReach.line")
        self.text = named(QLabel(wordWrap=True), "planReach", role="muted")
        self.start = named(QPushButton(), "planStart")
        self.start.setAutoDefault(False)
        self.start.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, text: str, start: str) -> None:
        """Show a sentence, and the button where it has a text."""
        self.text.setText(text)
        self.start.setText(start)
        self.start.setVisible(bool(start))


class PlanForm(QWidget):
    """Emits `changed` with every key; `plan` is what stands there."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("planForm")
        self._theme = theme
        self._shown = Plan("", ())
        self._looks = KindLooks()
        self.name = named(QLineEdit(), "planName", _T("Plans", "Name"))
        self.starts = named(QComboBox(), "planEvent", _T("Plans", "Starts with"))
        for event, word in event_words().items():
            self.starts.addItem(word, event.value)
        self.tag = named(QComboBox(), "planTag", _T("Plans", "Tag"))
        self.quiet = named(QSpinBox(), "planQuiet", _T("Plans", "Days without a contact"))
        self.quiet.setRange(1, LONGEST_DELAY)
        self.quiet.lineEdit().setTextMargins(6, 0, 0, 0)
        before, _, behind = _T("Plans", "{day} days").partition("{day}")
        self.quiet.setPrefix(before)
        self.quiet.setSuffix(behind)
        self.label = named(QLineEdit(), "planDate", _T("Plans", "Name of the date"))
        self.label.setPlaceholderText(_T("Plans", "As it is called on the card; empty: any"))
        self.stops = named(QCheckBox(_T("Plans", "Stops when the customer answers")), "planStops")
        self.active = named(QCheckBox(_T("Plans", "Switched on")), "planActive")
        self.reach = ReachLine()
        self.steps = StepsEditor(theme)
        self.line = PlanLine(theme, "planLine")
        self._lay_out()
        self._listen()

    def show_kinds(self, looks: KindLooks) -> None:
        """Offer the kinds of the shop."""
        self._looks = looks
        self.steps.show_kinds(looks)
        self._draw_line()

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Offer the tags of the shop."""
        self.tag.blockSignals(True)
        chosen = self.tag.currentData() or self._shown.event_tag_id
        self.tag.clear()
        for one in tags:
            self.tag.addItem(spot(one.colour, self._theme.icon_side(), self.devicePixelRatioF()), one.name, one.id)
        self.tag.setCurrentIndex(self.tag.findData(chosen))
        self.tag.blockSignals(False)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; None: an empty form for a new one, with a first step."""
        self._shown = plan or Plan("", (PlanStep(1, ""),))
        shown = self._shown
        self.blockSignals(True)
        self.name.setText(shown.name)
        self.starts.setCurrentIndex(self.starts.findData(shown.event.value))
        self.tag.setCurrentIndex(self.tag.findData(shown.event_tag_id))
        self.quiet.setValue(shown.event_days or USUAL_QUIET)
        self.label.setText(shown.event_label)
        self.stops.setChecked(shown.stops_on_answer)
        self.active.setChecked(shown.active)
        self.steps.show_steps(shown.steps, shown.event)
        self.blockSignals(False)
        self.clear_problems()
        self._show_event()

    def plan(self) -> Plan:
        """Return what stands in the form."""
        event = self._event()
        return replace(
            self._shown,
            name=self.name.text().strip(),
            steps=self.steps.steps(),
            event=event,
            event_days=self.quiet.value() if event is PlanEvent.QUIET else None,
            event_tag_id=self.tag.currentData() if event is PlanEvent.TAGGED else None,
            event_label=self.label.text().strip() if event is PlanEvent.OTHER_DATE else "",
            stops_on_answer=self.stops.isChecked(),
            active=self.active.isChecked(),
        )

    def is_changed(self) -> bool:
        """Say whether there is anything to save."""
        return self.plan() != self._shown

    def say_reach(self, text: str, start: str) -> None:
        """Say whom the plan would concern, and offer to start it for them."""
        self.reach.say(text, start)
        self._form.set_shown(self.reach, bool(text))

    def take_as_kept(self) -> None:
        """Count what stands here as kept: nothing is asked when it is left."""
        self._shown = self.plan()

    def refuse(self, fault: Fault) -> bool:
        """Say beside its field what cannot be kept; False for a fault of something else."""
        said, field, step = problem_text(fault), str(fault.values.get("field")), fault.values.get("step")
        if said is None:
            return False
        if isinstance(step, int):
            return self.steps.set_problem(step, said)
        part = self._parts().get(field)
        if part is None:
            return False
        self._form.set_problem(part, said)
        (self.steps.add if part is self.steps else part).setFocus()
        return True

    def clear_problems(self) -> None:
        """Take the problems away."""
        for part in self._parts().values():
            self._form.set_problem(part, "")
        self.steps.clear_problems()
        self._show_hint()

    # inside

    def _parts(self) -> dict[str, QWidget]:
        parts: dict[str, QWidget] = {"name": self.name, "event_tag": self.tag, "event_days": self.quiet}
        return {**parts, "steps": self.steps}

    def _event(self) -> PlanEvent:
        return PlanEvent(self.starts.currentData())

    def _lay_out(self) -> None:
        self._form = FormGrid("planGrid")
        self._hint = named(QLabel(wordWrap=True), "planHint", role="caption")
        self._form.add(_T("Plans", "Name"), self.name)
        self._form.add(_T("Plans", "Starts with"), self.starts)
        self._form.add(_T("Plans", "Tag"), self.tag)
        self._form.add(_T("Plans", "Quiet for"), self.quiet)
        self._form.add(_T("Plans", "Which date"), self.label)
        self._form.add("", self._hint)
        self._form.add("", self.reach)
        self._form.add("", self.stops)
        self._form.add("", self.active)
        self._form.add(_T("Plans", "Days"), self.line)
        self._form.add(_T("Plans", "Steps"), self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    def _listen(self) -> None:
        self.starts.currentIndexChanged.connect(self._event_changed)
        for signal in (
            self.name.textChanged,
            self.tag.currentIndexChanged,
            self.quiet.valueChanged,
            self.label.textChanged,
            self.stops.toggled,
            self.active.toggled,
        ):
            signal.connect(self._tell)
        self.steps.changed.connect(self._tell)

    def _event_changed(self) -> None:
        self.steps.show_event(self._event())
        self._show_event()
        self._tell()

    def _tell(self) -> None:
        self._draw_line()
        self.changed.emit()

    def _show_event(self) -> None:
        event = self._event()
        self._form.set_shown(self.tag, event is PlanEvent.TAGGED)
        self._form.set_shown(self.quiet, event is PlanEvent.QUIET)
        self._form.set_shown(self.label, event is PlanEvent.OTHER_DATE)
        self._show_hint()
        self._draw_line()

    def _show_hint(self) -> None:
        hint = _hints().get(self._event(), "")
        self._hint.setText(hint)
        self._form.set_shown(self._hint, bool(hint))

    def _draw_line(self) -> None:
        self.line.show_steps(self.steps.steps(), self._event(), self._looks)


def _hints() -> dict[PlanEvent, str]:
    return {
        PlanEvent.BY_HAND: _T("Plans", "From the list of customers or a record, for one or for many."),
        PlanEvent.NEW_CUSTOMER: _T("Plans", "For whoever is entered; customers from an imported file do not start it."),
        PlanEvent.QUIET: _T("Plans", "Counts from the last contact that was logged."),
        PlanEvent.OTHER_DATE: _T("Plans", "A date with a year counts once, in that year; without one every year."),
        PlanEvent.FIRST_PURCHASE: _T("Plans", "For whoever buys at the till and never bought before."),
        PlanEvent.WARRANTY_END: _T("Plans", "Counts from the sale by the months of the goods; what came back is over."),
    }
