"""About: what the program is, which versions it runs on, and under which licences it and all it stands on are."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop import __version__
from crm_desktop.base.notices import shipped_notices
from crm_desktop.base.text import _T
from crm_desktop.services.program_details import program_details
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.identity import program_icon
from crm_desktop.ui.notices import announce
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.tabs import Tabs

LICENCES = 1


class AboutDialog(Sheet):
    """Two tabs: the program, and the licences. Nothing in it leads to the network."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme, "aboutDialog", _T("About", "About the customer book"), ems=58)
        self.heading.setText(_T("Window", "Customer book"))
        self.say_lead(_T("About", "Version {version}").format(version=__version__))
        self.details = program_details(f"Qt {PySide6.QtCore.qVersion()}, PySide6 {PySide6.__version__}")
        self.tabs = Tabs("aboutTabs", _T("About", "About the customer book"))
        self.licences = _long_text("aboutLicences", _T("About", "Licences"))
        self.tabs.add(self._program(), _T("About", "The program"))
        self.tabs.add(self._licences(), _T("About", "Licences"))
        self.tabs.bar.currentChanged.connect(self._show)
        self.body.addWidget(self.tabs)
        copy = _T("About", "&Copy details for support")
        self.copying = self.add_verb("aboutCopy", copy, self._copy, at_left=True)
        self.add_verb("aboutDialog.close", _T("About", "Close"), self.reject, "primary")

    def _program(self) -> QWidget:
        page = named(QWidget(), "aboutProgram")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(20)
        row.addWidget(ProgramIcon(self.theme), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(10)
        what = _T("About", "Customers, follow-ups, sales and loyalty of a small shop, on one computer.")
        stays = _T(
            "About",
            "Your data stay on this computer, encrypted. There is no server and no account, and the program sends "
            "nothing anywhere.",
        )
        free = _T("About", "Free software under the MIT licence. © 2026 The crm-desktop authors.")
        column.addWidget(text_label(what, "aboutWhat"))
        column.addWidget(text_label(stays, "aboutStays"))
        column.addWidget(text_label(free, "aboutFree", "muted"))
        column.addWidget(_selectable(text_label("\n".join(self.details), "aboutDetails", "muted")))
        column.addStretch(1)
        row.addLayout(column, 1)
        return page

    def _licences(self) -> QWidget:
        page = named(QWidget(), "aboutNotices")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        said = _T(
            "About",
            "What this program is made of, with the full text of each licence. Qt is under the LGPL: its libraries lie "
            "as files of their own beside the program and may be replaced.",
        )
        column.addWidget(text_label(said, "aboutLicencesLead", "muted"))
        column.addWidget(self.licences, 1)
        return page

    def _show(self, tab: int) -> None:
        """Read the notices when they are first wanted: they are long."""
        if tab == LICENCES and not self.licences.toPlainText():
            none = _T("About", "Each installed package carries the text of its licence in its own folder.")
            self.licences.setPlainText(shipped_notices() or none)
        self.fit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.details))
        said = _T("About", "Copied: versions only, nothing about your shop.")
        self.copying.setText(_T("About", "Copied ✓"))
        self.copying.setToolTip(said)
        announce(self, said)


class ProgramIcon(QWidget):
    """The program's icon, as large as goes with the text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._icon = program_icon()

    def sizeHint(self) -> QSize:
        """Wish for a square."""
        side = self._theme.icon_side(5.5)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the icon in the size that fits."""
        painter = QPainter(self)
        self._icon.paint(painter, QRect(0, 0, self.width(), self.height()))
        painter.end()


def _selectable(label: QLabel) -> QLabel:
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label


def _long_text(name: str, spoken: str) -> QPlainTextEdit:
    """Return a field to read in, which the keyboard can leave."""
    text = named(QPlainTextEdit(readOnly=True), name, spoken)
    text.setTabChangesFocus(True)
    text.setMinimumHeight(text.fontMetrics().height() * 14)
    text.document().setDefaultFont(QFont(text.font()))
    return text
