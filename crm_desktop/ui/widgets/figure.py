"""A large figure on a card, with what it is and a quieter line below it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label


class FigureCard(QFrame):
    """Shows one figure."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, name, panel="card")
        self._theme = theme
        self.value = named(ElidedLabel(), f"{name}.value")
        self.caption = named(ElidedLabel(), f"{name}.caption", role="caption")
        self.hint = wrapped_label(f"{name}.hint", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(1)
        for label in (self.value, self.caption, self.hint):
            column.addWidget(label)
        theme.changed.connect(self._dress)
        self._dress()

    def show_figure(self, value: str, caption: str, hint: str = "") -> None:
        """Show a figure."""
        for label, text in ((self.value, value), (self.caption, caption), (self.hint, hint)):
            label.setText(text)
        self.setAccessibleName(": ".join(part for part in (caption, value, hint) if part))

    def _dress(self) -> None:
        self.value.setFont(self._theme.font(1.15, bold=True))
