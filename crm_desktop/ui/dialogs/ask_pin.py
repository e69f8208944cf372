"""Asks whoever is at work for her PIN again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.pin_pad import PinPad


class AskPin(Sheet):
    """A small window with a pad; closed without a PIN it means no."""

    def __init__(self, parent: QWidget | None, theme: Theme, name: str, wrong: str = "") -> None:
        super().__init__(parent, theme, "askPin", _T("Pins", "PIN of {name}").format(name=name), ems=26)
        self.say_lead(_T("Pins", "This asks for your PIN again. It is not asked for twice within two minutes."))
        self.pin: str | None = None
        self.pad = PinPad(theme, "askPin.pad")
        self.pad.entered.connect(self._take)
        self.body.addWidget(self.pad)
        self.add_verb("askPin.cancel", _T("Pins", "Cancel"), self.reject)
        if wrong:
            self.say_fault(wrong)
        self.pad.setFocus()

    def _take(self, pin: str) -> None:
        self.pin = pin
        self.accept()
