"""Asks which occurrences of a series a change is for: this one, this and every later one, or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import Scope
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.theme.theme import Theme

OnScope = Callable[[Scope], object]


class ScopeDialog(Sheet):
    """Three buttons, one under the other; the first has the keyboard, Esc changes nothing."""

    def __init__(
        self, parent: QWidget, theme: Theme, question: str, on_scope: OnScope, scopes: Sequence[Scope]
    ) -> None:
        super().__init__(parent, theme, "scopeDialog", question, ems=40)
        self._on_scope = on_scope
        self.say_lead(_T("Scope", "It comes again and again. Which ones do you mean?"))
        words = scope_words()
        self.buttons = [
            make_button(f"scope.{scope.value}", words[scope], self._chooser(scope), "primary" if not number else "")
            for number, scope in enumerate(scopes)
        ]
        for button in self.buttons:
            self.body.addWidget(button)
        self.buttons[0].setDefault(True)
        self.add_verb("scope.back", _T("Scope", "Cancel"), self.reject, "quiet")
        self.buttons[0].setFocus()

    def _chooser(self, scope: Scope) -> Callable[[], None]:
        def choose() -> None:
            self.accept()
            self._on_scope(scope)

        return choose


def scope_words() -> dict[Scope, str]:
    """Return what the scopes are called."""
    return {
        Scope.THIS: _T("Scope", "Only this one"),
        Scope.LATER: _T("Scope", "This and all later ones"),
        Scope.ALL: _T("Scope", "All of the series"),
    }


def ask_scope(
    parent: QWidget, theme: Theme, question: str, on_scope: OnScope, scopes: Sequence[Scope] = tuple(Scope)
) -> ScopeDialog:
    """Ask, and call `on_scope` with the answer; returns at once."""
    dialog = ScopeDialog(parent, theme, question, on_scope, scopes)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
