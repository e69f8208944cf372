"""The verbs of the frame itself: pages, undo, search, looks, settings, help."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from crm_desktop.base.declared_settings import DENSITY, TEXT_SIZE, THEME
from crm_desktop.base.settings import Setting
from crm_desktop.base.text import _T
from crm_desktop.ui.actions import Menu, Verb

if TYPE_CHECKING:
    from crm_desktop.ui.main_window import MainWindow

Key = QKeySequence.StandardKey


def frame_verbs(window: MainWindow) -> list[Verb]:
    """Return the verbs every window has; those whose hook is missing are left out."""
    return [*_page_verbs(window), *_edit_verbs(window), *_view_verbs(window), *_other_verbs(window)]


def _page_verbs(window: MainWindow) -> list[Verb]:
    listed = [page for page in window.pages if not page.parent]
    verbs = [
        Verb(
            f"go.{page.id}",
            page.title,
            lambda page_id=page.id: window.stack.open(page_id),  # type: ignore[misc]
            shortcut=f"Ctrl+{number}" if number < 10 else None,
            icon=page.icon,
            menu=Menu.GO,
            section=1,
        )
        for number, page in enumerate(listed, start=1)
    ]
    verbs.append(Verb("go.back", _T("Verbs", "&Back"), window.stack.back, Key.Back, "arrow-left", Menu.GO, 2))
    verbs.append(
        Verb("go.forward", _T("Verbs", "&Forward"), window.stack.forward, Key.Forward, "arrow-right", Menu.GO, 2)
    )
    verbs.append(Verb("go.notice", _T("Verbs", "To the &notice"), window.go_to_notice, "F6", "", Menu.GO, 3))
    return verbs


def _edit_verbs(window: MainWindow) -> list[Verb]:
    verbs = []
    if window.hooks.undo is not None:
        verbs.append(Verb("edit.undo", _T("Verbs", "&Undo"), window.hooks.undo, Key.Undo, "undo-2", Menu.EDIT, 1))
    if window.hooks.redo is not None:
        redo = Verb("edit.redo", _T("Verbs", "&Redo"), window.hooks.redo, "Ctrl+Y", "redo-2", Menu.EDIT, 1)
        verbs.append(redo)
    find = Verb("edit.find", _T("Verbs", "&Find"), window.go_to_search, Key.Find, "search", Menu.EDIT, 3)
    return [*verbs, *_clipboard_verbs(), find]


def _clipboard_verbs() -> list[Verb]:
    """Return verbs for whatever has the keyboard; a list that wants to be copied from has a method `copy`."""

    def tell_focus(method: str) -> Callable[[], None]:
        def tell() -> None:
            act = getattr(QApplication.focusWidget(), method, None)
            if act is not None:
                act()

        return tell

    return [
        Verb("edit.cut", _T("Verbs", "Cu&t"), tell_focus("cut"), Key.Cut, "", Menu.EDIT, 2, in_palette=False),
        Verb("edit.copy", _T("Verbs", "&Copy"), tell_focus("copy"), Key.Copy, "copy", Menu.EDIT, 2, in_palette=False),
        Verb("edit.paste", _T("Verbs", "&Paste"), tell_focus("paste"), Key.Paste, "", Menu.EDIT, 2, in_palette=False),
    ]


def _view_verbs(window: MainWindow) -> list[Verb]:
    def resize(step: int) -> None:
        settings = window.frame.settings
        settings.set(TEXT_SIZE, max(80, min(200, settings.get(TEXT_SIZE) + step)))

    refresh = _T("Verbs", "&Refresh")
    size = _T("Verbs", "&Ordinary text size")
    larger = _T("Verbs", "&Larger text")
    keep = window.frame.settings.set
    return [
        Verb("view.refresh", refresh, lambda: window.refresh_pages(None), Key.Refresh, "refresh-cw", Menu.VIEW, 1),
        *_choice_verbs(window, THEME, _T("Verbs", "Colours: {choice}"), section=6),
        *_choice_verbs(window, DENSITY, _T("Verbs", "Rows: {choice}"), section=7),
        Verb("view.larger", larger, lambda: resize(10), "Ctrl++", "", Menu.VIEW, 8, more_shortcuts=("Ctrl+=",)),
        Verb("view.smaller", _T("Verbs", "&Smaller text"), lambda: resize(-10), "Ctrl+-", "", Menu.VIEW, 8),
        Verb("view.ordinary", size, lambda: keep(TEXT_SIZE, TEXT_SIZE.default), "Ctrl+0", "", Menu.VIEW, 8),
    ]


def _choice_verbs(window: MainWindow, setting: Setting[str], text: str, section: int) -> list[Verb]:
    """Return a verb for each choice of a setting, ticked where it is in force."""

    def chooser(value: str) -> Callable[[], None]:
        def choose() -> None:
            window.frame.settings.set(setting, value)
            show_choices(window)  # choosing what is chosen already must not take its tick away

        return choose

    return [
        Verb(
            f"view.{setting.key}.{value}",
            text.format(choice=choice),
            chooser(value),
            menu=Menu.VIEW,
            section=section,
            checked=False,
        )
        for value, choice in (setting.choices() if setting.choices else ())
    ]


def show_choices(window: MainWindow) -> None:
    """Tick the choices in force."""
    for setting in (THEME, DENSITY):
        for value, _ in setting.choices() if setting.choices else ():
            window.verbs.set_checked(f"view.{setting.key}.{value}", value == window.frame.settings.get(setting))


def _other_verbs(window: MainWindow) -> list[Verb]:
    role = QAction.MenuRole
    settings = Verb(
        "tools.settings",
        _T("Verbs", "&Settings …"),
        window.open_settings,
        "Ctrl+,",
        "settings",
        Menu.TOOLS,
        9,
        role=role.PreferencesRole,
    )
    about = Verb(
        "help.about", _T("Verbs", "&About"), window.open_about, None, "info", Menu.HELP, 9, role=role.AboutRole
    )
    guide = _T("Verbs", "&User guide")
    news = _T("Verbs", "&What is new")
    palette = _T("Verbs", "&Find a command …")
    sheet = _T("Verbs", "&Keyboard shortcuts")
    close = _T("Verbs", "&Close the window")
    quits = Verb("file.quit", _T("Verbs", "&Quit"), window.close, "Ctrl+Q", "log-out", Menu.FILE, 9, role=role.QuitRole)
    return [
        *([Verb("file.close", close, window.close, Key.Close, "", Menu.FILE, 8)] if sys.platform == "darwin" else []),
        quits,
        Verb("tools.palette", palette, window.open_palette, "Ctrl+K", "command", Menu.TOOLS, 1, in_palette=False),
        settings,
        Verb("help.guide", guide, window.open_guide, Key.HelpContents, "circle-help", Menu.HELP, 1),
        Verb("help.shortcuts", sheet, window.open_shortcuts, "Ctrl+/", "keyboard", Menu.HELP, 1),
        Verb("help.news", news, lambda: window.open_guide("news"), None, "", Menu.HELP, 1),
        about,
    ]
