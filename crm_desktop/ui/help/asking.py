"""How a page or a dialog leads to the guide: it asks the main window it belongs to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def ask_guide(asker: QWidget, target: str) -> None:
    """Open the guide at "topic" or "topic#place"; nothing happens in a window that belongs to no main one."""
    from crm_desktop.ui.main_window import MainWindow

    widget: QWidget | None = asker
    while widget is not None and not isinstance(widget, MainWindow):
        widget = widget.parentWidget()
    if isinstance(widget, MainWindow):
        widget.guide_asked.emit(target)
