"""The settings, built from the declarations: a search and the groups at the left, every setting at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.declared_settings import ALL_SETTINGS, LANGUAGE
from crm_desktop.base.settings import Group, Setting
from crm_desktop.base.text import _T
from crm_desktop.ui.actions import plain
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.settings.groups import ELSEWHERE, ICONS, group_title
from crm_desktop.ui.pages.settings.row import SettingRow
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press, set_checked
from crm_desktop.ui.widgets.search_field import SearchField

_WIDEST_CARD = 64
"""In points of the text: longer lines are hard to follow from a title to its control."""


class SettingsView(PageView):
    """Shows the settings whose values can be kept; each change counts at once."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._rows = {
            setting.key: SettingRow(setting, frame.settings, frame.theme)
            for setting in ALL_SETTINGS
            if frame.settings.has(setting.scope)
        }
        self._cards: dict[Group | None, CardPanel] = {}
        self._buttons: dict[Group | None, QToolButton] = {}
        self._first: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 0, 0)
        row.setSpacing(18)
        right = self._right()
        row.addLayout(self._left(), 1)
        row.addWidget(right, 4)
        self._unfollow = frame.settings.follow(self._changed)
        frame.notices.changed.connect(self._renew)  # a change that was refused is said there, and stands no longer
        self._filter("")

    def open(self, argument: object) -> None:
        """Show the settings that a text finds; "" are all of them."""
        self.search.set_query(str(argument))

    def refresh(self, changes: object) -> None:  # noqa: ARG002 - whatever it was, a setting of the shop can be among it
        """Show what was set by a command."""
        self._renew()
        self._show_refusals()

    def focus_search(self) -> bool:
        """Put the keyboard in the search."""
        self.search.setFocus()
        self.search.selectAll()
        return True

    def focus_first(self) -> None:
        """Put the keyboard in the search; on the language where that was just chosen."""
        (self._first or self.search).setFocus()
        self._first = None

    def end(self) -> None:
        """Follow the settings no longer."""
        self._unfollow()

    def save_state(self) -> dict[str, object]:
        """Return what is searched for, how far it is scrolled, and whether the language was just chosen here."""
        return {
            "query": self.search.query(),
            "scroll": self._area.verticalScrollBar().value(),
            "language": self.window().focusWidget() is self._rows[LANGUAGE.key].editor,
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back; the keyboard returns to the language that was chosen."""
        self.search.set_query(str(state.get("query") or ""))
        if state.get("language"):
            self._first = self._rows[LANGUAGE.key].editor
        scroll = state.get("scroll")
        if isinstance(scroll, int):
            self._area.verticalScrollBar().setValue(scroll)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what may not be changed, and light the group at the top once the cards have their places."""
        super().showEvent(event)
        self._show_refusals()
        self._light(self._area.verticalScrollBar().value())

    # parts

    def _left(self) -> QVBoxLayout:
        self.search = SearchField(self.frame.theme, _T("Settings", "Find a setting"), "settingsSearch")
        self.search.asked.connect(self._filter)
        self.search.left_down.connect(self._go_to_first_row)
        self.search.entered.connect(self._go_to_first_row)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(named(QLabel(_T("Settings", "Settings")), "settings.title", role="title"))
        column.addSpacing(6)
        column.addWidget(self.search)
        column.addSpacing(8)
        choice = QButtonGroup(self)
        for group in self._cards:
            button = self._group_button(group)
            choice.addButton(button)
            column.addWidget(button)
            self._buttons[group] = button
        column.addStretch(1)
        return column

    def _group_button(self, group: Group | None) -> QToolButton:
        title = group_title(group) if group else _T("Settings", "More to set up")
        button = named(QToolButton(), f"settings.group.{group or 'more'}", title, kind="area")
        button.setText(f" {title}")
        button.setIcon(self.frame.theme.icon(ICONS[group] if group else "wrench", "muted"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.setCheckable(True)
        on_press(button, self._opener(group))
        return button

    def _opener(self, group: Group | None) -> Callable[[], None]:
        return lambda: self._go_to(group)

    def _right(self) -> QScrollArea:
        ground = named(QWidget(), "scrolled")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 4, 18, 18)
        column.setSpacing(12)
        for group in Group:
            own = [row for row in self._rows.values() if row.setting.group == group]
            if own:
                self._cards[group] = self._card(group, own)
        self._cards[None] = self._elsewhere()
        for card in self._cards.values():
            card.setMaximumWidth(round(self.frame.theme.base_points * _WIDEST_CARD))
            column.addWidget(card)
        self._nothing = named(QLabel(_T("Settings", "No setting is called that.")), "settingsNothing", role="muted")
        column.addWidget(self._nothing)
        column.addStretch(1)
        self._area = area = named(QScrollArea(), "settingsScroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        area.verticalScrollBar().valueChanged.connect(self._light)
        return area

    def _card(self, group: Group, rows: list[SettingRow]) -> CardPanel:
        card = CardPanel(group_title(group), f"settings.{group}")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for number, row in enumerate(rows):
            row.put_into(grid, number * 3)
        card.body.addLayout(grid)
        return card

    def _elsewhere(self) -> CardPanel:
        """Return the card with the ways to what is set up in a place of its own."""
        card = CardPanel(_T("Settings", "More to set up"), "settings.more")
        flow = FlowLayout(gap=8)
        verbs = self.frame.verbs
        self._ways = {verb_id: verbs.button(verb_id) for verb_id in ELSEWHERE if verbs.is_known(verb_id)}
        for button in self._ways.values():
            flow.addWidget(button)
        card.body.addLayout(flow)
        return card

    # what happens

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        found = {key for key, row in self._rows.items() if row.matches(words, group_title(row.setting.group))}
        for key, row in self._rows.items():
            row.show(shown=key in found)
        ways = [button for button in self._ways.values() if _holds(plain(button.text()), words)]
        for button in self._ways.values():
            button.setVisible(button in ways)
        for group, card in self._cards.items():
            some = any(self._rows[key].setting.group == group for key in found) if group else bool(ways)
            card.setVisible(some)
            self._buttons_shown(group, shown=some)
        self._nothing.setVisible(not found and not ways)

    def _buttons_shown(self, group: Group | None, *, shown: bool) -> None:
        if group in self._buttons:
            self._buttons[group].setEnabled(shown)

    def _go_to(self, group: Group | None) -> None:
        """Bring a group to the top."""
        bar = self._area.verticalScrollBar()
        bar.setValue(self._cards[group].y() - 4)
        self._light_button(group)

    def _go_to_first_row(self) -> None:
        shown = (row.editor for row in self._rows.values() if not row.editor.isHidden() and row.editor.isEnabled())
        if (editor := next(shown, None)) is not None:
            editor.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(editor)

    def _light(self, top: int) -> None:
        """Light the group that is read now."""
        shown = [group for group, card in self._cards.items() if not card.isHidden()]
        above = [group for group in shown if self._cards[group].y() <= top + 40]
        if above or shown:
            self._light_button((above or shown[:1])[-1])

    def _light_button(self, group: Group | None) -> None:
        for other, button in self._buttons.items():
            set_checked(button, other is group)

    def _changed(self, setting: Setting[str] | Setting[int] | Setting[bool]) -> None:
        if setting.key in self._rows:
            self._rows[setting.key].renew()

    def _renew(self) -> None:
        for row in self._rows.values():
            row.renew()

    def _show_refusals(self) -> None:
        reason = self.frame.verbs.why_not("settings.shop")
        for row in self._rows.values():
            row.refuse(reason)


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text.casefold() for word in words)
