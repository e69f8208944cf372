"""The rail, when something is dragged over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from crm_desktop.ui.carried import carry_customers
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.rail import Rail
from tests.support.frame import plain_page


def rail(qtbot: QtBot, folder: Path) -> Rail:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme = Theme(application, folder)
    theme.use()
    made = Rail([plain_page("customers"), plain_page("calendar")], theme, "Shop")
    qtbot.addWidget(made)
    made.resize(180, 400)
    made.show()
    return made


def drag_over(made: Rail, data: QMimeData, page: str) -> None:
    button = made.findChild(QToolButton, f"rail.{page}")
    assert button is not None
    place: QPoint = button.geometry().center()
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(made, QDragEnterEvent(place, *held))
    QApplication.sendEvent(made, QDragMoveEvent(place, *held))


def test_customers_held_over_a_page_open_it(qtbot: QtBot, tmp_path: Path) -> None:
    made = rail(qtbot, tmp_path)
    with qtbot.waitSignal(made.chosen, timeout=3000) as opened:
        drag_over(made, carry_customers([4]), "calendar")
    assert opened.args == ["calendar"]


def test_other_things_open_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    made = rail(qtbot, tmp_path)
    text = QMimeData()
    text.setText("calendar")
    event = QDragEnterEvent(
        QPoint(20, 90), Qt.DropAction.CopyAction, text, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(made, event)
    assert not event.isAccepted()
