"""Password, recovery sheet and key in a window of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.key_flows import KeyFlows
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.backup.keys_section import KeysSection


class KeysDialog(Sheet):
    """The section of the backup page, by itself."""

    def __init__(self, parent: QWidget, frame: Frame, keys: KeyFlows) -> None:
        super().__init__(parent, frame.theme, "keysDialog", _T("Keys", "Password and key"), ems=58)
        self.section = KeysSection(frame, keys)
        self.section.shown.connect(self.fit)
        self.body.addWidget(self.section)
        self.body.addStretch(1)
        self.add_verb("keysClose", _T("Keys", "Close"), self.accept, "primary")


def show_keys(parent: QWidget, frame: Frame, keys: KeyFlows) -> KeysDialog:
    """Open the window."""
    dialog = KeysDialog(parent, frame, keys)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
