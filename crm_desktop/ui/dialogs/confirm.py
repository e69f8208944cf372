"""A question before what cannot be undone; its buttons say what they do, and the safe one is the default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.widgets.named import named


class ConfirmDialog(QDialog):
    """One question, a verb, and a way back."""

    def __init__(self, parent: QWidget | None, question: str, verb: str, detail: str = "") -> None:
        super().__init__(parent)
        named(self, "confirmDialog", question)
        self.setWindowTitle(verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(_label(question, "confirmQuestion", "heading"))
        if detail:
            column.addWidget(_label(detail, "confirmDetail", "muted"))
        box = QDialogButtonBox()
        act = named(box.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole), "confirmVerb", kind="danger")
        act.setAutoDefault(False)
        back = box.addButton(_T("Confirm", "Leave as it is"), QDialogButtonBox.ButtonRole.RejectRole)
        named(back, "confirmBack").setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.setMinimumWidth(420)
        back.setFocus()


def confirm(
    parent: QWidget | None, question: str, verb: str, on_yes: Callable[[], object], detail: str = ""
) -> ConfirmDialog:
    """Ask, and call `on_yes` when the verb is pressed; returns at once."""
    dialog = ConfirmDialog(parent, question, verb, detail)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def act() -> None:
        on_yes()

    dialog.accepted.connect(act)
    dialog.open()
    return dialog


def _label(text: str, name: str, role: str) -> QLabel:
    label = named(QLabel(text, wordWrap=True), name, role=role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
