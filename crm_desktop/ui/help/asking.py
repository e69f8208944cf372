"""How a page or a dialog leads to the guide: it asks the main window it belongs to, or has one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from crm_desktop.ui.theme.theme import Theme

ANSWERS = "answersHelp"
"""The property of a window that has the key of the guide already."""


def ask_guide(asker: QWidget, target: str) -> None:
    """Open the guide at "topic" or "topic#place"; nothing happens in a window that belongs to no main one."""
    from crm_desktop.ui.main_window import MainWindow

    widget: QWidget | None = asker
    while widget is not None and not isinstance(widget, MainWindow):
        widget = widget.parentWidget()
    if isinstance(widget, MainWindow):
        widget.guide_asked.emit(target)


def answer_help(top: QWidget, theme: Theme) -> None:
    """Give a window that opens before the main one the key of the guide, which then is a part of that window.

    It waits for an answer and blocks all windows but its own.
    """

    def show() -> None:
        from crm_desktop.ui.help.topics import topic_at
        from crm_desktop.ui.help.window import GuideWindow

        guide = top.findChild(GuideWindow) or GuideWindow(theme, None, top)
        guide.open(topic_at(top))
        guide.show()
        guide.activateWindow()
        guide.reader.setFocus()

    top.setProperty(ANSWERS, True)
    for key in QKeySequence.keyBindings(QKeySequence.StandardKey.HelpContents):
        QShortcut(key, top).activated.connect(show)
