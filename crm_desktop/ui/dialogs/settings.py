"""The settings dialog, built from the declarations: one row each, a search, and every change at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.settings import Group, Kind, Scope, Setting, Settings
from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.close_box import close_box
from crm_desktop.ui.dialogs.setting_editors import make_editor
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.search_field import SearchField

AnySetting = Setting[str] | Setting[int] | Setting[bool]


def group_title(group: Group) -> str:
    """Return the heading of a group."""
    return {
        Group.LOOK: _T("Settings", "Look and language"),
        Group.SHOP: _T("Settings", "The shop"),
        Group.TILL: _T("Settings", "Till and slips"),
        Group.REMINDERS: _T("Settings", "Reminders"),
        Group.PRIVACY: _T("Settings", "Privacy"),
        Group.DUPLICATES: _T("Settings", "Duplicates"),
    }[group]


class SettingsDialog(QDialog):
    """Shows the settings whose values can be kept."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        declared: Sequence[AnySetting],
        theme: Theme,
        query: str = "",
        *,
        shop_refused: str = "",
    ) -> None:
        """Show the settings a text finds; `shop_refused` says why those of the shop cannot be changed now."""
        super().__init__(parent)
        self._shop_refused = shop_refused
        named(self, "settingsDialog", _T("Settings", "Settings"))
        self.setWindowTitle(_T("Settings", "Settings"))
        self._settings = settings
        self._rows: dict[str, list[QWidget]] = {}
        self._declared = [setting for setting in declared if settings.has(setting.scope)]
        self.search = SearchField(theme, _T("Settings", "Find a setting"), "settingsSearch")
        self.search.asked.connect(self._filter)
        self._nothing = named(QLabel(_T("Settings", "No setting is called that.")), "settingsNothing", role="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cards: dict[Group, CardPanel] = {}
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(close_box(self))
        self.resize(round(theme.base_points * 68), round(theme.base_points * 62))
        self.search.set_query(query)
        self._filter(query)

    def _scrolled(self) -> QScrollArea:
        ground = named(QWidget(), "scrolled")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 4, 6, 4)
        column.setSpacing(12)
        for group in Group:
            own = [setting for setting in self._declared if setting.group == group]
            if own:
                self._cards[group] = self._card(group, own)
                column.addWidget(self._cards[group])
        column.addWidget(self._nothing)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("settingsScroll")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        return area

    def _card(self, group: Group, settings: Sequence[AnySetting]) -> CardPanel:
        card = CardPanel(group_title(group), f"settings.{group}")
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for number, setting in enumerate(settings):
            self._add(grid, number * 3, setting)
        card.body.addLayout(grid)
        return card

    def _add(self, grid: QGridLayout, row: int, setting: AnySetting) -> None:
        problem = named(QLabel(wordWrap=True), f"setting.{setting.key}.problem", role="danger")
        problem.hide()
        editor = make_editor(setting, self._settings, lambda text: _say(problem, text))
        title = named(QLabel(setting.title()), f"setting.{setting.key}.title")
        title.setBuddy(editor)
        said = setting.help()
        if setting.restart:
            said = _T("Settings", "{help} Takes effect at the next start.").format(help=said)
        help_text = named(QLabel(said, wordWrap=True), f"setting.{setting.key}.help", role="caption")
        named(editor, f"setting.{setting.key}", setting.title()).setAccessibleDescription(said)
        if self._shop_refused and setting.scope is Scope.SHOP:
            editor.setEnabled(False)
            editor.setToolTip(self._shop_refused)
            editor.setAccessibleDescription(self._shop_refused)
        grid.addWidget(title, row, 0)
        grid.addWidget(editor, row, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(help_text, row + 1, 0)
        grid.addWidget(problem, row + 2, 1)
        grid.setRowMinimumHeight(row + 2, 8)
        if setting.kind is Kind.TICKS:  # taller than its words, which stay together at the top
            title.setContentsMargins(0, 4, 0, 0)
            help_text.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.setRowStretch(row + 1, 1)
        self._rows[setting.key] = [title, editor, help_text]

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        shown = {setting.key for setting in self._declared if matches(setting, words)}
        for key, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(key in shown)
        for group, card in self._cards.items():
            card.setVisible(any(setting.key in shown for setting in self._declared if setting.group == group))
        self._nothing.setVisible(not shown)


def _say(problem: QLabel, text: str) -> None:
    problem.setText(text)
    problem.setVisible(bool(text))


def matches(setting: AnySetting, words: Sequence[str]) -> bool:
    """Say whether title, group, help, choices or key hold every word (given in lower case)."""
    choices = " ".join(text for _, text in setting.choices()) if setting.choices else ""
    held = f"{setting.title()} {group_title(setting.group)} {setting.help()} {choices} {setting.key}".casefold()
    return all(word in held for word in words)
