"""A notice of the system: where there is a place for it, and only while something waits."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from crm_desktop.ui.tray_notice import TrayNotice

# The platform without a screen has no tray to listen to.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.fixture
def said(monkeypatch):
    heard: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, title, text, _picture: heard.append((title, text))
    )
    return heard


@pytest.fixture
def tray(assemble, qtbot):
    made = TrayNotice(assemble().theme)
    yield made
    made.deleteLater()


def test_it_says_what_waits_and_its_icon_goes_with_it(tray, said):
    tray.say("1 reminder", "王小明")
    icon = tray.findChild(QSystemTrayIcon)
    assert (said, icon.isVisible(), icon.icon().isNull()) == ([("1 reminder", "王小明")], True, False)
    tray.clear()
    assert not icon.isVisible()


def test_a_click_on_notice_or_icon_leads_to_the_window(tray, said, qtbot):
    tray.say("1 reminder", "王小明")
    icon = tray.findChild(QSystemTrayIcon)
    for click in (icon.messageClicked.emit, lambda: icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)):
        with qtbot.waitSignal(tray.clicked, timeout=1000):
            click()


def test_where_the_system_has_no_place_for_it_nothing_is_made(tray, monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    tray.say("1 reminder", "王小明")
    tray.clear()
    assert tray.findChild(QSystemTrayIcon) is None
