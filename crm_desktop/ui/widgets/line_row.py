"""A line of a card: a sign, what it is, a quieter sentence under it, a figure at the right, and small buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label


class LineRow(QWidget):
    """Shows one thing of a list; rows are reused, so buttons get what they do with each thing."""

    def __init__(self, theme: Theme, name: str, icon: str = "") -> None:
        super().__init__()
        named(self, name)
        self._theme = theme
        self._tools: dict[str, tuple[IconButton, Callable[[], object]]] = {}
        self.sign = named(QLabel(), f"{name}.sign")
        self.title = wrapped_label(f"{name}.title")
        self.detail = wrapped_label(f"{name}.detail", "muted")
        self.figure = named(QLabel(), f"{name}.figure", role="strong")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 3, 0, 3)
        self._row.setSpacing(8)
        self._row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        self.sign.hide()
        if icon:
            self.set_icon(icon)

    def show_line(self, title: str, detail: str = "", figure: str = "") -> None:
        """Show texts; an empty one takes no room."""
        for label, text in ((self.title, title), (self.detail, detail), (self.figure, figure)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(" · ".join(text for text in (title, detail, figure) if text))

    def set_icon(self, icon: str, token: str = "muted") -> None:
        """Show a sign before the line."""
        side = self._theme.icon_side()
        self.sign.setPixmap(self._theme.icon(icon, token).pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.sign.show()

    def set_tool(self, key: str, icon: str, spoken: str, run: Callable[[], object], *, shown: bool = True) -> None:
        """Give the line a small button, or the button another meaning."""
        known = self._tools.get(key)
        button = known[0] if known else self._made_tool(key)
        self._tools[key] = (button, run)
        button.setIcon(self._theme.icon(icon, "muted"))
        button.say(spoken)
        button.setVisible(shown)

    def focus_tool(self, key: str) -> None:
        """Put the keyboard on a small button."""
        self._tools[key][0].setFocus()

    def focused_tool(self) -> str:
        """Return on which small button the keyboard is, "" for none."""
        here = self.window().focusWidget()
        return next((key for key, (button, _) in self._tools.items() if button is here), "")

    def set_quiet(self, quiet: bool) -> None:
        """Show the title muted: what is there, but not in use."""
        set_role(self.title, "muted" if quiet else "")

    def _made_tool(self, key: str) -> IconButton:
        button = IconButton(self._theme, f"{self.objectName()}.{key}", "ellipsis", "")

        def act() -> None:
            self._tools[key][1]()

        button.clicked.connect(act)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button


def set_role(label: QLabel, role: str) -> None:
    """Give a label another look; below a style sheet the property alone does not repaint it."""
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
