"""The pane beside the list is made when somebody is shown in it, not before."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.ui.pages.customers.detail import LatePane


class Pane(QLabel):
    """A pane that shows an id."""

    made = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).made += 1

    def show_customer(self, customer_id: int | None) -> None:
        self.setText(str(customer_id))

    def refresh(self, changes: object) -> None:
        self.setText("fresh")

    def begin_log(self) -> None:
        self.setText("log")

    def save_state(self) -> dict[str, object]:
        return {"text": self.text()}

    def restore_state(self, state: dict[str, object]) -> None:
        self.setText(str(state["text"]))


def test_a_pane_is_made_once_and_only_when_somebody_is_shown(qtbot: QtBot) -> None:
    Pane.made = 0
    late = LatePane(Pane)
    qtbot.addWidget(late)
    late.refresh(None)
    assert (Pane.made, late.save_state()) == (0, {})
    late.show_customer(7)
    late.show_customer(8)
    assert Pane.made == 1
    assert late.findChild(QLabel).text() == "8"


def test_what_was_being_typed_comes_back_into_a_new_pane(qtbot: QtBot) -> None:
    before, after = LatePane(Pane), LatePane(Pane)
    for late in (before, after):
        qtbot.addWidget(late)
    before.begin_log()
    after.restore_state(before.save_state())
    assert after.findChild(QLabel).text() == "log"
