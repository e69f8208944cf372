"""One setting: title, what it does, control, the way back to the usual value, and what is wrong with a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from crm_desktop.base.settings import Kind, Scope, Setting, Settings
from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.setting_editors import make_editor
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named


class SettingRow:
    """Takes three lines of a card's grid; a change counts at once, one made elsewhere shows at once."""

    def __init__(self, setting: Setting[Any], settings: Settings, theme: Theme) -> None:
        self.setting = setting
        self._settings = settings
        self._keeps = self._is_shown = False
        self._refused = ""
        name = f"setting.{setting.key}"
        self.title = named(QLabel(setting.title()), f"{name}.title")
        self.help = named(QLabel(self._said(), wordWrap=True), f"{name}.help", role="caption")
        self.problem = named(QLabel(wordWrap=True), f"{name}.problem", role="danger")
        spoken = _T("Settings", "Back to the usual: {title}").format(title=setting.title())
        self.usual = IconButton(theme, f"{name}.usual", "undo-2", spoken)
        self.usual.clicked.connect(self._go_back)
        policy = self.usual.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the control beside it must not move
        self.usual.setSizePolicy(policy)
        self.editor = self._make_editor()

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Take its place in a grid of three columns."""
        self._grid, self._place = grid, row
        grid.addWidget(self.title, row, 0)
        grid.addWidget(self.help, row + 1, 0)
        grid.addWidget(self.usual, row, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.problem, row + 2, 1)
        grid.setRowMinimumHeight(row + 2, 8)
        if self.setting.kind is Kind.TICKS:  # taller than its words, which stay together at the top
            self.title.setContentsMargins(0, 4, 0, 0)
            self.help.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.setRowStretch(row + 1, 1)
        self._place_editor()
        self.show(shown=True)

    def show(self, *, shown: bool) -> None:
        """Show the row, or take it out of sight."""
        self._is_shown = shown
        for widget in (self.title, self.help, self.editor):
            widget.setVisible(shown)
        self._show_marks()

    def refuse(self, reason: str) -> None:
        """Let a setting of the shop be seen but not changed, and say why; "" lets it be changed."""
        self._refused = reason if self.setting.scope is Scope.SHOP else ""
        self._show_refusal()
        self._show_marks()

    def renew(self) -> None:
        """Show the value in use, where another stands here: it was set elsewhere, or refused."""
        if not self._keeps and self._settings.get(self.setting) != self._shown:
            self._replace_editor()
        self._show_marks()

    def matches(self, words: Sequence[str], group_title: str) -> bool:
        """Say whether title, group, help, choices or key hold every word (given in lower case)."""
        setting = self.setting
        choices = " ".join(text for _, text in setting.choices()) if setting.choices else ""
        held = f"{setting.title()} {group_title} {setting.help()} {choices} {setting.key}".casefold()
        return all(word in held for word in words)

    def _said(self) -> str:
        said = self.setting.help()
        return (
            _T("Settings", "{help} Takes effect at the next start.").format(help=said) if self.setting.restart else said
        )

    def _make_editor(self) -> QWidget:
        self._shown = self._settings.get(self.setting)
        editor = make_editor(self.setting, self._shown, self._keep)
        named(editor, f"setting.{self.setting.key}", self.setting.title()).setAccessibleDescription(self._said())
        self.title.setBuddy(editor)
        return editor

    def _place_editor(self) -> None:
        self._grid.addWidget(self.editor, self._place, 1, 2, 1, Qt.AlignmentFlag.AlignTop)

    def _replace_editor(self) -> None:
        old, had_focus = self.editor, self.editor.window().focusWidget() is self.editor
        self._grid.removeWidget(old)
        old.hide()
        old.setObjectName("")
        old.deleteLater()
        self.editor = self._make_editor()
        self._place_editor()
        self.editor.setVisible(self._is_shown)
        self._show_refusal()
        if had_focus:
            self.editor.setFocus()

    def _keep(self, value: object) -> None:
        fits = self.setting.accepts(value)
        self._tell("" if fits else _T("Settings", "This value does not fit."))
        if not fits:
            return
        self._keeps, self._shown = True, value
        try:
            self._settings.set(self.setting, value)
        finally:
            self._keeps = False
            self._show_marks()

    def _go_back(self) -> None:
        self._tell("")
        self._settings.set(self.setting, self.setting.default)
        self.editor.setFocus()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self._show_marks()

    def _show_marks(self) -> None:
        usual = self._settings.get(self.setting) == self.setting.default
        self.usual.setVisible(self._is_shown and not usual and not self._refused)
        self.problem.setVisible(self._is_shown and bool(self.problem.text()))

    def _show_refusal(self) -> None:
        self.editor.setEnabled(not self._refused)
        self.editor.setToolTip(self._refused)
        self.editor.setAccessibleDescription(self._refused or self._said())
