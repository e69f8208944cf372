"""Help → About: what the program is, its versions to copy, and every licence, read where it is shown."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QTabBar

from crm_desktop import __version__
from crm_desktop.base import notices
from crm_desktop.base.text import use_language
from crm_desktop.ui.dialogs import about as module
from crm_desktop.ui.dialogs.about import AboutDialog


@pytest.fixture
def about(counter):
    counter.window.open_about()
    counter.wait_for("aboutDialog")
    return counter.window.findChild(AboutDialog)


def to_licences(counter):
    counter.find("aboutTabs", QTabBar).setCurrentIndex(1)
    counter.wait_for("aboutLicences")
    return counter.find("aboutLicences", QPlainTextEdit).toPlainText()


def test_it_says_the_version_and_that_the_data_stay(counter, about):
    assert counter.read("aboutDialog.lead") == f"Version {__version__}"
    assert "stay on this computer" in counter.read("aboutStays")


def test_it_speaks_chinese(counter):
    use_language("zh_CN")
    counter.window.open_about()
    counter.wait_for("aboutDialog")
    assert counter.read("aboutDialog.heading") == "客户管家"


def test_the_licences_are_those_that_are_shipped(counter, about):
    text = to_licences(counter)
    assert text == notices.shipped_notices()
    assert "GNU Lesser General Public License" in text


def test_a_package_without_notices_says_where_the_licences_are(counter, monkeypatch):
    monkeypatch.setattr(module, "shipped_notices", lambda: "")
    counter.window.open_about()
    counter.wait_for("aboutDialog")
    assert "carries the text of its licence" in to_licences(counter)


def test_details_for_support_are_versions_and_nothing_of_the_shop(counter, about):
    counter.press("aboutCopy")
    copied = QGuiApplication.clipboard().text()
    assert copied == counter.read("aboutDetails")
    assert f"crm-desktop {__version__}" in copied
    assert all(word in copied for word in ("Python", "Qt 6", "PySide6", "SQLite 3", "SQLCipher"))
    assert str(counter.shop.places.data.path) not in copied


def test_nothing_in_it_leads_to_the_network(counter, about):
    for label in about.findChildren(module.QLabel):
        assert not label.openExternalLinks()
        assert "<a" not in label.text()
