"""A card of rules: a sentence for each; pressing one opens what changes it, right below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import Rules
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.pages.loyalty.editors import Editor
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.pages.loyalty.state import RulesState, Sentence
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.asked import Ask
from crm_desktop.ui.widgets.asking_form import AskingForm
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.reveal import reveal
from crm_desktop.ui.widgets.sentence_button import SentenceButton
from crm_desktop.ui.widgets.wrapped import wrapped_label

Say = Callable[[RulesState], Sequence[Sentence]]


class SentenceCard(CardPanel):
    """Emits `changed` when the draft changed; `say` makes the sentences of the card from its state."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, heading: str, editors: Mapping[str, Editor], say: Say) -> None:
        super().__init__(heading, name)
        self._theme, self._editors, self._say = theme, editors, say
        self.state = RulesState()
        self._shelf: Shelf | None = None
        self._places = 2
        self._sentences: list[Sentence] = []
        self._buttons: list[SentenceButton] = []
        self._open: EditPanel | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self._offers = named(QWidget(), f"{name}.offers")
        self._flow = FlowLayout(self._offers, gap=4)
        self.body.addWidget(self._offers)

    def use(self, state: RulesState, shelf: Shelf, places: int) -> None:
        """Show the rules of a state; what is open stays open."""
        self.state, self._shelf, self._places = state, shelf, places
        self.refresh()

    def refresh(self) -> None:
        """Say the rules anew."""
        if self.state.draft is None:
            return
        self._sentences = list(self._say(self.state))
        while len(self._buttons) < len(self._sentences):
            self._make_button()
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(self._sentences))
            if number < len(self._sentences):
                button.say(self._sentences[number].text)
                button.setChecked(self._is_open(self._sentences[number]))
        self._show_offers()

    def texts(self) -> list[str]:
        """Return what the card says."""
        return [sentence.text for sentence in self._sentences]

    def edit(self, key: str, place: int, before: Rules | None = None) -> None:
        """Open what changes a rule, below its sentence; `before` is what giving up goes back to."""
        self.close_editor()
        if self._shelf is None:
            return
        name, editor = f"{self.objectName()}.{key}", self._editors[key]
        panel = EditPanel(self._theme, name, editor, place, Draft(self.state, before or self.state.draft))
        self._open = panel
        panel.changed.connect(self._told)
        panel.closed.connect(self.close_editor)
        self._column.insertWidget(self._below(key, place), panel)
        panel.begin(self._shelf, self._places)
        self.refresh()
        reveal(panel)

    def close_editor(self) -> None:
        """Close what is open."""
        panel, self._open = self._open, None
        if panel is not None:
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
            self.refresh()

    def _told(self) -> None:
        self.refresh()
        self.changed.emit()

    def _is_open(self, sentence: Sentence) -> bool:
        return self._open is not None and (self._open.editor.key, self._open.place) == (sentence.key, sentence.place)

    def _below(self, key: str, place: int) -> int:
        for number, sentence in enumerate(self._sentences):
            if (sentence.key, sentence.place) == (key, place):
                return self._column.indexOf(self._buttons[number]) + 1
        return self._column.count()

    def _make_button(self) -> None:
        number = len(self._buttons)
        button = SentenceButton(self._theme, f"{self.objectName()}.rule.{number}")
        button.clicked.connect(partial(self._pressed, number))
        self._buttons.append(button)
        if self._open is not None and number:  # a rule that comes while one is open stands below those before it
            self._column.insertWidget(self._column.indexOf(self._buttons[number - 1]) + 1, button)
        else:
            self._column.addWidget(button)

    def _pressed(self, number: int, _checked: bool = False) -> None:
        sentence = self._sentences[number]
        if self._is_open(sentence):
            self.close_editor()
        else:
            self.edit(sentence.key, sentence.place)

    def _show_offers(self) -> None:
        said = {sentence.key for sentence in self._sentences}
        wanted = [one for one in self._editors.values() if one.offer and (one.key not in said or one.add)]
        wanted = [one for one in wanted if self._can_ask(one)]
        self._flow.clear()
        for editor in wanted:
            name = f"{self.objectName()}.add.{editor.key}"
            self._flow.addWidget(make_button(name, f"+ {editor.offer}", partial(self._add, editor), "link"))
        self._offers.setVisible(bool(wanted))

    def _can_ask(self, editor: Editor) -> bool:
        """Say whether the shop has what the rule is about: goods, categories."""
        questions = editor.questions(self._shelf) if self._shelf is not None else ()
        return bool(questions) and all(asked.choices or asked.ask is not Ask.CHOICE for asked in questions)

    def _add(self, editor: Editor) -> None:
        place = sum(sentence.key == editor.key for sentence in self._sentences)
        before = self.state.draft
        self.state.add(editor)
        self.refresh()
        self.edit(editor.key, place, before)
        if editor.add is not None:
            self.changed.emit()


@dataclass(frozen=True)
class Draft:
    """What is changed, and what giving up goes back to."""

    state: RulesState
    before: Rules | None


class EditPanel(QFrame):
    """The questions of one rule; each answer that makes sense goes into the draft at once. Esc takes all back."""

    changed = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, name: str, editor: Editor, place: int, draft: Draft) -> None:
        super().__init__()
        named(self, f"{name}.editor", panel="raised")
        self.editor, self.place = editor, place
        self._theme, self._name, self._state = theme, name, draft.state
        self._before = draft.before
        self.form: AskingForm | None = None
        self.problem = wrapped_label(f"{name}.problem", "danger")
        self.problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.problem)
        self._column.addLayout(self._foot())

    def begin(self, shelf: Shelf, places: int) -> None:
        """Ask, beginning with what the rule is now."""
        form = AskingForm(self._theme, f"{self._name}.form", self.editor.questions(shelf), shelf.today, places)
        self.form = form
        form.show_answers(self.editor.read(self._state.draft, self.place))
        form.changed.connect(self._answered)
        self._column.insertWidget(0, form)
        form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back on Esc, close on Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        else:
            super().keyPressEvent(event)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.editor.remove is not None:
            row.addWidget(make_button(f"{self._name}.remove", _T("LoyaltyPage", "Take it away"), self._remove, "quiet"))
        row.addStretch(1)
        row.addWidget(make_button(f"{self._name}.leave", _T("LoyaltyPage", "As it was"), self._give_up, "quiet"))
        row.addWidget(make_button(f"{self._name}.done", _T("LoyaltyPage", "Done"), self._done))
        return row

    def _answered(self) -> bool:
        """Put the answers into the draft; say what is wrong with them."""
        if self.form is None:
            return False
        answers = self.form.answers()
        if answers is None:
            return False
        fault = self._state.change(self.editor, self.place, answers)
        self.problem.setText("" if fault is None else sentence_for(fault))
        self.problem.setVisible(fault is not None)
        if fault is None:
            self.changed.emit()
        return fault is None

    def _done(self) -> None:
        if self._answered():
            self.closed.emit()

    def _give_up(self) -> None:
        self._state.draft = self._before
        self.changed.emit()
        self.closed.emit()

    def _remove(self) -> None:
        self._state.remove(self.editor, self.place)
        self.changed.emit()
        self.closed.emit()
