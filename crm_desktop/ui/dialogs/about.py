"""About: the version, what the program stands on, and under which licences."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from crm_desktop import __version__
from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.close_box import close_box
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign


class AboutDialog(QDialog):
    """A few lines and a cross."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        title = _T("About", "About the customer book")
        named(self, "aboutDialog", title)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(10)
        column.addWidget(Sign(theme, "store", "accent_text", 3.2))
        column.addWidget(named(QLabel(_T("Window", "Customer book")), "aboutName", role="title"))
        version = _T("About", "Version {version}").format(version=__version__)
        column.addWidget(_text(version, "aboutVersion"))
        column.addWidget(
            _text(_T("About", "Your customers stay on this computer, encrypted. No server, no account."), "")
        )
        stands = f"Qt {qVersion()} · Python {platform.python_version()} · {platform.system()} {platform.machine()}"
        column.addWidget(_text(stands, "aboutParts", "muted"))
        licences = _T("About", "Free software under the MIT licence. Qt: LGPL 3. Icons: Lucide, ISC licence.")
        column.addWidget(_text(licences, "aboutLicences", "muted"))
        column.addWidget(close_box(self))
        self.setMinimumWidth(round(theme.base_points * 46))


def _text(text: str, name: str, role: str = "") -> QLabel:
    label = named(QLabel(text, wordWrap=True), name, role=role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
