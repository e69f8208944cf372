"""The settings as a page of the window."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.ui.page import Frame, Page, PageView

SETTINGS_PAGE = "settings"


def settings_page() -> Page:
    """Return the page; its place is at the foot of the rail."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.settings.view import SettingsView

        return SettingsView(frame)

    title = _T("Settings", "Settings")
    return Page(
        SETTINGS_PAGE,
        title,
        "settings",
        make,
        parent=SETTINGS_PAGE,
        at_foot=True,
        example=lambda: None,
        topic="settings",
    )
