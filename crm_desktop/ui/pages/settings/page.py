"""The settings as a page of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.page import Frame, Page, PageView

SETTINGS_PAGE = "settings"


def settings_page() -> Page:
    """Return the page; its place is at the foot of the rail."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.settings.view import SettingsView

        return SettingsView(frame)

    return Page(
        SETTINGS_PAGE,
        _T("Settings", "Settings"),
        "settings",
        make,
        parent=SETTINGS_PAGE,
        at_foot=True,
        example=lambda: None,
        dialogs=_guide,
        topic="settings",
    )


def _guide(frame: Frame) -> Mapping[str, Callable[[], QWidget]]:
    """Return what F1 shows, for pictures: the window of the guide belongs to every page."""

    def guide() -> QWidget:
        from crm_desktop.ui.help.window import GuideWindow

        window = GuideWindow(frame.theme, frame.memory)
        window.open("start")
        window.show()
        return window

    return {"guide": guide}
