"""A form made of questions that are data; it says under a field what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.answer_fields import AnswerField, answer_field
from crm_desktop.ui.widgets.asked import Asked
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named


class AskingForm(QWidget):
    """Emits `changed` with every change of an answer; `today` is where an empty day begins."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, questions: Sequence[Asked], today: date, places: int = 2) -> None:
        super().__init__()
        named(self, name)
        self._questions = tuple(questions)
        self._grid = FormGrid(f"{name}.grid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)
        self.fields: dict[str, AnswerField] = {}
        for asked in self._questions:
            field = answer_field(theme, f"{name}.{asked.key}", asked, today, places)
            self.fields[asked.key] = field
            if isinstance(field.widget, QCheckBox):
                self._grid.add_wide(field.widget)
            else:
                self._grid.add(asked.label, field.widget)
                field.editor.setAccessibleName(asked.label)
            field.changed.connect(self._tell)
        self._show_rows()

    def show_answers(self, answers: Mapping[str, Any]) -> None:
        """Show answers, silently; a key that is missing is left as it is."""
        for key, field in self.fields.items():
            if key in answers:
                field.set_answer(answers[key])
        self.clear_problems()
        self._show_rows()

    def answers(self) -> dict[str, Any] | None:
        """Return the answers to the questions in sight; None where one is not readable, said under its field."""
        given: dict[str, Any] = {}
        whole = True
        for asked in self._asked_now():
            field = self.fields[asked.key]
            try:
                given[asked.key] = field.answer()
            except ValueError:
                problem = _problem(asked)
            else:
                problem = _missing(asked, given[asked.key])
            self.say_problem(asked.key, problem)
            whole = whole and not problem
        return given if whole else None

    def drafts(self) -> dict[str, Any]:
        """Return what can be read of the answers, for a preview; nothing is said about the others."""
        found: dict[str, Any] = {}
        for key, field in self.fields.items():
            try:
                found[key] = field.answer()
            except ValueError:
                continue
        return found

    def say_problem(self, key: str, sentence: str) -> None:
        """Say what is wrong with an answer, "" for nothing."""
        field = self.fields[key]
        if not isinstance(field.widget, QCheckBox):
            self._grid.set_problem(field.widget, sentence)

    def clear_problems(self) -> None:
        """Take every problem away."""
        for key in self.fields:
            self.say_problem(key, "")

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        first = next(iter(self._asked_now()), None)
        if first is not None:
            self.fields[first.key].editor.setFocus()

    def _tell(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        asked_now = {asked.key for asked in self._asked_now()}
        for key, field in self.fields.items():
            if isinstance(field.widget, QCheckBox):
                field.widget.setVisible(key in asked_now)
            else:
                self._grid.set_shown(field.widget, key in asked_now)

    def _asked_now(self) -> list[Asked]:
        drafts = self.drafts()
        return [asked for asked in self._questions if asked.shown is None or asked.shown(drafts)]


def _missing(asked: Asked, answer: Any) -> str:
    if answer in (None, "") and not asked.optional:
        return _T("Asking", "This is needed.")
    if isinstance(answer, int) and not isinstance(answer, bool) and not asked.least <= answer <= asked.most:
        return _T("Asking", "This is too small.") if answer < asked.least else _T("Asking", "This is too large.")
    return ""


def _problem(_asked: Asked) -> str:
    return _T("Asking", "This is no number.")
