"""The words that customers agree to, purpose by purpose; each change is a new version."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Purpose
from crm_desktop.services import words
from crm_desktop.services.notices import change_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.privacy.reading import Shown
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label

_LINES = 3.4


class WordsCard(CardPanel):
    """An editor per purpose, with the version in use and how often somebody was asked by it."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(_T("Privacy", "What customers agree to"), "privacy.words")
        self._frame, self._place = frame, workplace
        self.editors: dict[Purpose, QPlainTextEdit] = {}
        self._versions: dict[Purpose, QLabel] = {}
        self._shown: dict[Purpose, str] = {}
        for purpose, word in words.purpose_words().items():
            self._add(purpose, word)

    def show_words(self, shown: Shown) -> None:
        """Show the words in use, unless somebody is writing others."""
        for purpose, text in shown.words.items():
            editor = self.editors[purpose]
            untouched = editor.toPlainText() == self._shown.get(purpose, "")
            self._shown[purpose] = text
            if untouched:
                editor.setPlainText(text)
            newest = next((notice for notice in shown.notices if notice.purpose is purpose), None)
            told = _T("Privacy", "The usual words; nobody was asked by them yet.")
            if newest is not None:
                asked = _T("Privacy", "%n answer(s)", n=newest.answers)
                day = newest.made_at.astimezone().date().isoformat()
                told = _T("Privacy", "Words no. {version}, since {day} · {asked}").format(
                    version=newest.version, day=day, asked=asked
                )
            self._versions[purpose].setText(told)

    def _add(self, purpose: Purpose, word: str) -> None:
        name = f"privacy.words.{purpose.value}"
        label = named(QLabel(word), f"{name}.label", role="muted")
        editor = named(QPlainTextEdit(), name, word)
        editor.setTabChangesFocus(True)
        editor.setFixedHeight(round(editor.fontMetrics().lineSpacing() * _LINES + 18))
        label.setBuddy(editor)
        version = wrapped_label(f"{name}.version", "caption")
        save = make_button(f"{name}.save", _T("Privacy", "Use these words from now on"), partial(self._save, purpose))
        save.setEnabled(False)
        editor.textChanged.connect(
            lambda: save.setEnabled(editor.toPlainText().strip() not in ("", self._shown.get(purpose, "")))
        )
        line = QHBoxLayout()
        line.addWidget(version, 1)
        line.addWidget(save)
        self.body.addWidget(label)
        self.body.addWidget(editor)
        self.body.addLayout(line)
        self.editors[purpose], self._versions[purpose] = editor, version

    def _save(self, purpose: Purpose) -> None:
        text, place = self.editors[purpose].toPlainText(), self._place
        self._frame.work.write(lambda: change_words(place, purpose, text))
