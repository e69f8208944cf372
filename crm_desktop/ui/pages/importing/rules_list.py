"""The marks by which rows find customers, in their order: ticked, dragged, or moved with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import MatchBy
from crm_desktop.services.import_views import MatchRuleView
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

_RULE = Qt.ItemDataRole.UserRole


class RulesList(QListWidget):
    """Emits `ordered` with the rules in force, in their order."""

    ordered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "wizard.rules", _T("Wizard", "How rows find your customers"))
        self._theme = theme
        self._filling = False
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformItemSizes(True)
        self.itemChanged.connect(self._tell)

    def show_rules(self, rules: Sequence[MatchRuleView], order: Sequence[MatchBy]) -> None:
        """Show the rules; those the file has no column for are greyed."""
        row = self.currentRow()
        self._filling = True
        self.clear()
        for rule in rules:
            self.addItem(self._item(rule, rule.rule in order))
        self.setCurrentRow(max(0, row))
        self._filling = False
        self.updateGeometry()

    def rules(self) -> tuple[MatchBy, ...]:
        """Return the rules in force from above."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(MatchBy(i.data(_RULE)) for i in items if i.checkState() == Qt.CheckState.Checked)

    def move(self, by: int) -> None:  # type: ignore[override]
        """Move the current rule up (-1) or down (1)."""
        row = self.currentRow()
        if 0 <= row < self.count() and 0 <= row + by < self.count():
            self._filling = True
            self.insertItem(row + by, self.takeItem(row))
            self.setCurrentRow(row + by)
            self._filling = False
            self._tell()

    def sizeHint(self) -> QSize:
        """Wish for all rules."""
        return QSize(260, max(1, self.count()) * self._theme.row_height() + 12)

    def minimumSizeHint(self) -> QSize:
        """Need some of them."""
        return QSize(200, 4 * self._theme.row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current rule with Alt+Up and Alt+Down; leave Enter to the page."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the new order."""
        super().dropEvent(event)
        self._tell()

    def _item(self, rule: MatchRuleView, is_on: bool) -> QListWidgetItem:
        text = rule.title if rule.usable else _T("Wizard", "{rule} – not in this file").format(rule=rule.title)
        item = QListWidgetItem(text)
        item.setData(_RULE, rule.rule.value)
        item.setSizeHint(QSize(0, self._theme.row_height()))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        if not rule.usable:
            item.setForeground(self._theme.colour("muted"))
        return item

    def _tell(self, _item: object = None) -> None:
        if not self._filling:
            self.ordered.emit(self.rules())
