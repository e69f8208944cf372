"""The row with "Close" under a dialog whose changes are kept as they are made."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from crm_desktop.ui.widgets.named import named


def close_box(dialog: QDialog) -> QDialogButtonBox:
    """Return the row; Enter in a field must not press it."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    button: QPushButton = box.button(QDialogButtonBox.StandardButton.Close)
    named(button, f"{dialog.objectName()}.close")
    button.setAutoDefault(False)
    button.setDefault(False)
    box.rejected.connect(dialog.reject)
    return box
