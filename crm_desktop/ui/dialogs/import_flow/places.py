"""The places a column can go to, as the choices of a combo box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import Target
from crm_desktop.ui.dialogs.import_flow.state import NEW_FIELD, OWN_FIELD
from crm_desktop.ui.dialogs.import_flow.words import place_groups
from crm_desktop.ui.widgets.named import named

PLACE = Qt.ItemDataRole.UserRole


def places_model(own_fields: Sequence[str]) -> QStandardItemModel:
    """Return the choices, which every column of a file shares."""
    model = QStandardItemModel()
    _add(model, Target.SKIP.value, _T("ImportPlace", "Leave out"))
    _add(model, NEW_FIELD, _T("ImportPlace", "A new field of this name"))
    for group in place_groups():
        _separate(model)
        for target, text in group:
            _add(model, target.value, text)
    if own_fields:
        _separate(model)
    for name in own_fields:
        _add(model, OWN_FIELD + name, _T("ImportPlace", "Field: {name}").format(name=name))
    return model


class PlaceCombo(QComboBox):
    """Lets the wheel scroll the list around it unless the combo box has the keyboard."""

    def __init__(self, model: QStandardItemModel, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self.setModel(model)
        self.setMaxVisibleItems(18)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def place(self) -> str:
        """Return the key of the chosen place."""
        return str(self.currentData(PLACE))

    def choose(self, place: str) -> None:
        """Show a place, silently."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(place, PLACE))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change only what the keyboard is on."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _add(model: QStandardItemModel, key: str, text: str) -> None:
    item = QStandardItem(text)
    item.setData(key, PLACE)
    model.appendRow(item)


def _separate(model: QStandardItemModel) -> None:
    """Add a line the way combo boxes know one."""
    item = QStandardItem()
    item.setData("separator", Qt.ItemDataRole.AccessibleDescriptionRole)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    model.appendRow(item)
