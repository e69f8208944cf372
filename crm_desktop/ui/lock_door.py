"""The window of a locked start: who is at work? Nothing of the shop is read before somebody has signed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.sign_in import AtWork, people_at_work, sign_in, sign_out
from crm_desktop.ui.lock_view import LockView
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.work import Work


class LockDoor(QWidget):
    """Lets people in, one at a time."""

    def __init__(self, shop: OpenShop, work: Work, theme: Theme, entered: Callable[[frozenset[Right]], object]) -> None:
        super().__init__()
        named(self, "lockDoor", _T("Lock", "Who is at work?"))
        self.setWindowTitle(_T("Window", "Customer book"))
        self.setAutoFillBackground(True)
        self._shop, self._work, self._theme, self._entered = shop, work, theme, entered
        sign_out(shop.workplace)
        self.view = LockView(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.wanted.connect(self._enter)
        self.view.forgotten.connect(self._forgotten)
        work.read(lambda: people_at_work(shop.workplace), self._show, group="door.people")

    def _show(self, people: Sequence[AtWork]) -> None:
        current = people[0].id if len(people) == 1 else None
        self.view.show_people(people, current, may_leave=False, locked=True)

    def _enter(self, person_id: int, pin: str) -> None:
        place = self._shop.workplace

        def enter() -> frozenset[Right]:
            sign_in(place, person_id, pin)
            return place.acting_as(person_id).rights()

        self._work.write(enter, self._done, self._refused)

    def _done(self, rights: frozenset[Right]) -> None:
        self._entered(rights)
        self.close()
        self.deleteLater()

    def _refused(self, fault: Fault) -> None:
        self.view.refuse(sentence_for(fault))

    def _forgotten(self, person_id: int) -> None:
        from crm_desktop.ui.dialogs.forgotten_pin import show_forgotten_pin

        show_forgotten_pin(self, self._theme, self._work, self._shop, person_id)
