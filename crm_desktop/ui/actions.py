"""One registry of verbs: menus, buttons, context menus, the Ctrl+K palette and the shortcut sheet all come from it.

book.add(Verb("customer.new", _T("Verbs", "&New customer"), self._new, shortcut="Ctrl+N", icon="user-plus",
              menu=Menu.FILE, section=1))
button = book.button("customer.new", kind="primary")
table.setContextMenuPolicy(ActionsContextMenu) … or book.context_menu(["customer.edit", "", "customer.delete"])
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QMenuBar, QPushButton, QWidget
from shiboken6 import isValid

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

REASON = "whyNot"
"""The property of an action that says why the acting person may not do it."""
Shortcut = str | QKeySequence.StandardKey | None


class Menu(StrEnum):
    """The menus of the window, in this order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    GO = "go"
    TOOLS = "tools"
    HELP = "help"


@dataclass(frozen=True)
class Verb:
    """Something the user can do: said once, reached from everywhere.

    `text` may hold a mnemonic ("&New customer", "新建客户(&N)"). `page` is the id of the page it works on ("" for all):
    it is enabled only there. `section` orders a menu's groups. `run` takes nothing.
    """

    id: str
    text: str
    run: Callable[[], object]
    shortcut: Shortcut = None
    icon: str = ""
    menu: Menu | None = None
    section: int = 5
    page: str = ""
    checked: bool | None = None
    in_palette: bool = True
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    more_shortcuts: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return a verb's text without its mnemonic and dots: "导入(&I)…" becomes "导入"."""
    import re

    without = re.sub(r"\(&\w\)", "", text)
    return without.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…. ")


def menu_titles() -> dict[Menu, str]:
    """Return the titles of the menus in the language in use, with their Windows mnemonics."""
    return {
        Menu.FILE: _T("Menus", "&File"),
        Menu.EDIT: _T("Menus", "&Edit"),
        Menu.VIEW: _T("Menus", "&View"),
        Menu.GO: _T("Menus", "&Go"),
        Menu.TOOLS: _T("Menus", "&Tools"),
        Menu.HELP: _T("Menus", "&Help"),
    }


class VerbBook:
    """All verbs of one window and the QActions made of them."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        self._window = window
        self._theme = theme
        self._verbs: dict[str, Verb] = {}
        self._actions: dict[str, QAction] = {}
        self._able: dict[str, bool] = {}
        self._page = ""
        self._locked = False
        self._reasons: dict[str, str] = {}
        self._why_not: Callable[[str], str] = lambda _: ""
        self._followers: list[_Follower] = []
        self._menus: dict[Menu, QMenu] = {}
        self._taken: dict[str, list[Verb]] = {}

    def add(self, *verbs: Verb) -> None:
        """Take up verbs; raises ValueError for an id or a shortcut that is already taken."""
        for verb in verbs:
            self._refuse_double(verb)
            self._verbs[verb.id] = verb
            self._actions[verb.id] = self._make(verb)
            self._able[verb.id] = True
            self._refuse(verb.id)
        for menu in dict.fromkeys(verb.menu for verb in verbs if verb.menu in self._menus):
            self._fill(menu)

    def action(self, verb_id: str) -> QAction:
        """Return the QAction of a verb; raises KeyError for an unknown one."""
        return self._actions[verb_id]

    def verbs(self) -> Sequence[Verb]:
        """Return every verb in the order they were added."""
        return tuple(self._verbs.values())

    def is_known(self, verb_id: str) -> bool:
        """Say whether a verb has been added."""
        return verb_id in self._verbs

    def run(self, verb_id: str) -> None:
        """Do it, if it can be done now."""
        self._actions[verb_id].trigger()

    def set_enabled(self, verb_id: str, able: bool) -> None:
        """Say whether a verb can be done now (on its page)."""
        self._able[verb_id] = able
        self._refresh(verb_id)

    def set_text(self, verb_id: str, text: str) -> None:
        """Give a verb another text: "Undo" becomes "Undo: tag 3 customers"."""
        self._actions[verb_id].setText(text)

    def set_checked(self, verb_id: str, checked: bool) -> None:
        """Show that a choice is in force; the verb does not run."""
        self._actions[verb_id].setChecked(checked)

    def show_page(self, page_id: str) -> None:
        """Enable the verbs of a page and disable those of the others."""
        self._page = page_id
        for verb_id in self._verbs:
            self._refresh(verb_id)

    def set_locked(self, locked: bool) -> None:
        """Let nothing be done while nobody is at work."""
        self._locked = locked
        for verb_id in self._verbs:
            self._refresh(verb_id)

    def set_refused(self, why_not: Callable[[str], str]) -> None:
        """Disable what the acting person may not do; `why_not` returns the reason for a verb's id, "" for none.

        The reason stands as tool tip and accessible description wherever the verb is offered.
        """
        self._why_not = why_not
        for verb_id in self._verbs:
            self._refuse(verb_id)
        for menu in self._menus.values():
            menu.setToolTipsVisible(bool(self._reasons))
        self._followers = [one for one in self._followers if isValid(one.button)]
        for follower in self._followers:
            follower.show(why_not(follower.verb_id))

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Make the menus; verbs added later find their place in them."""
        for menu, title in menu_titles().items():
            made = bar.addMenu(title)
            made.setObjectName(f"menu.{menu}")
            made.setToolTipsVisible(bool(self._reasons))
            made.aboutToShow.connect(partial(_give_letters, made))
            self._menus[menu] = made
            self._fill(menu)

    def context_menu(self, verb_ids: Iterable[str], parent: QWidget) -> QMenu:
        """Return a menu of these verbs; "" stands for a separator. The caller shows it with `popup`."""
        menu = QMenu(parent)
        for verb_id in verb_ids:
            if verb_id:
                menu.addAction(self._actions[verb_id])
            else:
                menu.addSeparator()
        return menu

    def button(self, verb_id: str, kind: str = "", with_text: bool = True) -> QPushButton:
        """Return a push button for a verb; `kind` is "", "primary", "quiet" or "danger"."""
        button = named(VerbButton(self._actions[verb_id], with_text), f"button.{verb_id}", kind=kind)
        icon = self._verbs[verb_id].icon
        if icon:
            button.setIcon(self._theme.icon(icon, {"primary": "on_accent", "danger": "danger"}.get(kind, "text")))
        return button

    def follow(self, button: QAbstractButton, verb_id: str) -> None:
        """Disable a button with words of its own, and say why, wherever the acting person may not do its verb."""
        follower = _Follower(button, verb_id, button.toolTip())
        self._followers.append(follower)
        if reason := self._why_not(verb_id):
            follower.show(reason)

    def why_not(self, verb_id: str) -> str:
        """Return why the acting person may not do a verb, "" where she may."""
        return self._why_not(verb_id)

    def _make(self, verb: Verb) -> QAction:
        action = QAction(verb.text, self._window)
        action.setObjectName(f"verb.{verb.id}")
        action.setMenuRole(verb.role)
        action.setShortcuts(sequences(verb))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if verb.icon:
            action.setIcon(self._theme.icon(verb.icon))
            action.setIconVisibleInMenu(sys.platform != "darwin")
        if verb.checked is not None:
            action.setCheckable(True)
            action.setChecked(verb.checked)

        def act() -> None:  # takes no argument, so that the signal's own one is dropped
            verb.run()

        action.triggered.connect(act)
        self._window.addAction(action)
        return action

    def _refuse(self, verb_id: str) -> None:
        reason = self._why_not(verb_id)
        if reason:
            self._reasons[verb_id] = reason
        else:
            self._reasons.pop(verb_id, None)
        action = self._actions[verb_id]
        action.setProperty(REASON, reason)
        action.setToolTip(reason or plain(action.text()))
        action.setStatusTip(reason)
        self._refresh(verb_id)

    def _refresh(self, verb_id: str) -> None:
        verb = self._verbs[verb_id]
        here = not verb.page or verb.page == self._page
        able = here and self._able[verb_id] and not self._locked and verb_id not in self._reasons
        self._actions[verb_id].setEnabled(able)

    def _fill(self, menu: Menu) -> None:
        made = self._menus[menu]
        made.clear()
        section = None
        for verb in sorted((v for v in self._verbs.values() if v.menu == menu), key=lambda v: v.section):
            if section not in (None, verb.section):
                made.addSeparator()
            section = verb.section
            made.addAction(self._actions[verb.id])
        made.menuAction().setVisible(not made.isEmpty())

    def _refuse_double(self, verb: Verb) -> None:
        if verb.id in self._verbs:
            raise ValueError(f"verb {verb.id} is added twice")
        for key in dict.fromkeys(key.toString() for key in sequences(verb)):
            holders = self._taken.setdefault(key, [])
            for other in holders:
                if not verb.page or not other.page or verb.page == other.page:
                    raise ValueError(f"verbs {verb.id} and {other.id} want the same key")
            holders.append(verb)


def _give_letters(menu: QMenu) -> None:
    """Give the entries letters that differ: only a menu that is open needs them."""
    from crm_desktop.ui.mnemonics import distinct

    actions = [action for action in menu.actions() if not action.isSeparator()]
    for action, text in zip(actions, distinct(action.text() for action in actions), strict=True):
        action.setText(text)


@dataclass(frozen=True)
class _Follower:
    """A button with words of its own that does what a verb does."""

    button: QAbstractButton
    verb_id: str
    tip: str

    def show(self, reason: str) -> None:
        """Be disabled for a reason, or able without one."""
        self.button.setEnabled(not reason)
        self.button.setToolTip(reason or self.tip)
        self.button.setAccessibleDescription(reason)


class VerbButton(QPushButton):
    """A button that is what its action is: text, tool tip, enabled or not."""

    def __init__(self, action: QAction, with_text: bool) -> None:
        super().__init__()
        self._action = action
        self._with_text = with_text
        self.setAutoDefault(False)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        text = plain(self._action.text())
        self.setText(text if self._with_text else "")
        self.setAccessibleName(text)
        self.setToolTip(tip(self._action))
        self.setAccessibleDescription(str(self._action.property(REASON) or ""))
        self.setEnabled(self._action.isEnabled())


def sequences(verb: Verb) -> list[QKeySequence]:
    """Return the keys of a verb, the first one is shown."""
    if verb.shortcut is None:
        found = []
    elif isinstance(verb.shortcut, str):
        found = [QKeySequence(verb.shortcut)]
    else:
        found = QKeySequence.keyBindings(verb.shortcut)
    return [*found, *(QKeySequence(key) for key in verb.more_shortcuts)]


def key_texts(verb: Verb) -> list[str]:
    """Return the keys of a verb as the user reads them; what a platform adds to a standard key is left out."""
    form = QKeySequence.SequenceFormat.NativeText
    extra = len(verb.more_shortcuts)
    keys = sequences(verb)
    shown = [*keys[: min(1, len(keys) - extra)], *keys[len(keys) - extra :]]
    return list(dict.fromkeys(key.toString(form) for key in shown))


def tip(action: QAction) -> str:
    """Return the tool tip of a button: the text and the key that does the same, or why it may not be done."""
    if reason := action.property(REASON):
        return str(reason)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain(action.text())}  {keys}" if keys else plain(action.text())
