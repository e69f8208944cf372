"""Who served: one person, or two who share the commission."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.domain.sales import WHOLE, StaffShare
from crm_desktop.ui.widgets.named import named


class StaffField(QWidget):
    """Emits `changed`; the second person takes what the first leaves."""

    changed = Signal()

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__()
        named(self, "till.staff", _T("Till", "Served by"))
        self.first = self._people("till.staff.first", _T("Till", "Served by"), people)
        self.share = named(QSpinBox(), "till.staff.share", _T("Till", "Share of the first, per cent"))
        self.share.setRange(1, 99)
        self.share.setValue(50)
        self.share.setSuffix(" %")
        self.second = self._people("till.staff.second", _T("Till", "Shared with"), people)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.first, 3)
        row.addWidget(self.share)
        row.addWidget(self.second, 3)
        self.setFocusProxy(self.first)
        self.share.valueChanged.connect(self._tell)
        self._tell()

    def shares(self) -> tuple[StaffShare, ...]:
        """Return who gets which share of the commission."""
        first, second = self.first.currentData(), self.second.currentData()
        if first is None:
            return ()
        if second is None or second == first:
            return (StaffShare(int(first)),)
        share = self.share.value() * WHOLE // 100
        return StaffShare(int(first), share), StaffShare(int(second), WHOLE - share)

    def _people(self, name: str, spoken: str, people: Sequence[Person]) -> QComboBox:
        box = named(QComboBox(), name, spoken)
        box.addItem("–", None)
        for person in people:
            box.addItem(person.name, person.id)
        box.activated.connect(self._tell)
        return box

    def _tell(self, *_said: object) -> None:
        somebody = self.first.currentData() is not None
        self.second.setVisible(somebody)
        self.share.setVisible(somebody and self.second.currentData() is not None)
        self.changed.emit()
