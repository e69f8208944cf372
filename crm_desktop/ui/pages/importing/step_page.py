"""What every page of the import wizard is: a heading, a quiet sentence, a body; and what it knows of the import."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.state import Draft, Step
from crm_desktop.ui.widgets.named import named


class StepPage(QWidget):
    """Shows a draft and emits `changed` with another one when the user decided something."""

    changed = Signal(object)
    """A Draft."""
    step: Step

    def __init__(self, frame: Frame, step: Step, title: str, lead: str = "") -> None:
        super().__init__()
        named(self, f"wizard.{step}", title)
        self.step = step
        self.frame = frame
        self.theme = frame.theme
        self.draft: Draft | None = None
        self.title = text_label(title, f"wizard.{step}.title", "heading")
        self.lead = text_label(lead, f"wizard.{step}.lead", "muted")
        self.lead.setVisible(bool(lead))
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addWidget(self.lead)
        column.addSpacing(2)
        column.addLayout(self.body, 1)

    def show_draft(self, draft: Draft) -> None:
        """Show another draft; called before the page comes into sight, and while it is."""
        self.draft = draft

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.setFocus()

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Return the text of the main button and what it does, where that is not simply the next step."""
        return None

    def summary(self) -> str:
        """Return in a few words what came of the step, for the bar; "" where there is nothing to say yet."""
        return ""

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the job of the step is, where it has one that takes its time."""

    def say_lead(self, text: str) -> None:
        """Put another quiet sentence under the heading."""
        self.lead.setText(text)
        self.lead.setVisible(bool(text))

    def change(self, draft: Draft) -> None:
        """Take a change of the user and tell it."""
        self.draft = draft
        self.changed.emit(draft)
