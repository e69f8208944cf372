"""The section about the key: how the book is locked and what that protects, the recovery sheet, what after a leak."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.key_state import KeyState
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.key_flows import KeyFlows
from crm_desktop.ui.page import Frame
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.sign import Sign


class KeysSection(QWidget):
    """Three cards; it asks for what it shows when it is made and whenever something about the key changes."""

    shown = Signal()
    """What it shows has changed, and so perhaps its height."""

    def __init__(self, frame: Frame, keys: KeyFlows) -> None:
        super().__init__()
        self.setObjectName("keysSection")
        self._theme, self._keys = frame.theme, keys
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self._password_card(), self._sheet_card(), self._leak_card()):
            column.addWidget(card)
        keys.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew."""
        self._keys.read_state(self._show)

    def _show(self, state: KeyState) -> None:
        self._mode.setText(state.mode)
        self._protects.setText(state.protection.protects)
        self._does_not.setText(state.protection.does_not)
        self._set.setVisible(not state.has_password)
        for button in (self._change, self._remove):
            button.setVisible(state.has_password)
        self._sheet.setText(state.sheet)
        self._check.setVisible(state.is_on_paper)
        former = _T("Keys", "%n backup(s) can still be read with the old code.", None, state.former_backups)
        self._former.setText(former)
        for widget in (self._former, self._delete):
            widget.setVisible(state.former_backups > 0)
        self.shown.emit()

    def _password_card(self) -> CardPanel:
        card = CardPanel(_T("Keys", "Password"), "keysPassword")
        self._mode = text_label("", "keysMode")
        self._protects = text_label("", "keysProtects", "muted")
        self._does_not = text_label("", "keysDoesNot", "muted")
        card.body.addWidget(self._mode)
        card.body.addWidget(_with_sign(self._theme, "lock", "success", self._protects))
        card.body.addWidget(_with_sign(self._theme, "triangle-alert", "warning", self._does_not))
        self._set = make_button("keysSet", _T("Keys", "Set a password …"), self._keys.set_password)
        self._change = make_button("keysChange", _T("Keys", "Change it …"), self._keys.change_password)
        self._remove = make_button("keysRemove", _T("Keys", "Open without a password …"), self._keys.remove_password)
        card.body.addLayout(_row(self._set, self._change, self._remove))
        return card

    def _sheet_card(self) -> CardPanel:
        card = CardPanel(_T("Keys", "Recovery sheet"), "keysSheet")
        self._sheet = text_label("", "keysSheetState")
        card.body.addWidget(self._sheet)
        show = make_button("keysShowSheet", _T("Keys", "Show and print the code …"), self._keys.show_recovery)
        self._check = make_button(
            "keysCheckSheet", _T("Keys", "See whether it is still there …"), self._keys.check_sheet
        )
        card.body.addLayout(_row(show, self._check))
        return card

    def _leak_card(self) -> CardPanel:
        card = CardPanel(_T("Keys", "If something leaked"), "keysLeak")
        said = _T(
            "Keys",
            "If somebody may know the password or the recovery code, have everything encrypted anew: a changed "
            "password alone does not help against copies made before.",
        )
        card.body.addWidget(text_label(said, "keysLeakWhy"))
        self._former = text_label("", "keysFormer", "danger")
        card.body.addWidget(self._former)
        rekey = make_button("keysRekey", _T("Keys", "It leaked …"), self._keys.rekey)
        self._delete = make_button("keysDelete", _T("Keys", "Delete these backups …"), self._keys.delete_former_backups)
        card.body.addLayout(_row(rekey, self._delete))
        return card


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _with_sign(theme: Theme, icon: str, token: str, label: QLabel) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Sign(theme, icon, token, 1.1), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return whole
