"""Building a filter: nested groups of conditions over every field, and how many customers it lets through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field
from crm_desktop.domain.filters import Group
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import read_customers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customers.filter_parts import ChoicesOf, GroupFrame, Kit
from crm_desktop.ui.widgets.named import named

_COUNT_GROUP = "customers.filter.count"
_WAIT_MS = 150


class FilterDialog(QDialog):
    """Emits `applied` with the filter, `saving` with the filter that is to become a view."""

    applied = Signal(object)
    saving = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        frame: Frame,
        workplace: Workplace,
        *,
        fields: Sequence[Field],
        choices_of: ChoicesOf,
        filter_: Group,
    ) -> None:
        super().__init__(parent)
        named(self, "filterDialog", _T("Filters", "Filter"))
        self.setWindowTitle(_T("Filters", "Filter"))
        self._frame = frame
        self._workplace = workplace
        self._root = GroupFrame(Kit(frame.theme, fields, choices_of), filter_)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._count)
        self._root.changed.connect(self._timer.start)
        self._build()
        self.resize(720, 460)
        if not filter_.parts:
            self._root.add_condition()
        self._count()

    def filter(self) -> Group:
        """Return the filter as it stands, without what is not complete."""
        return self._root.group()

    def done(self, result: int) -> None:
        """Close; nobody waits for the count any more."""
        self._frame.work.forget(_COUNT_GROUP)
        super().done(result)

    def _build(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        inside = named(QWidget(), "scrolled")
        held = QVBoxLayout(inside)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self._root)
        held.addStretch(1)
        scroll.setWidget(inside)
        self._label = named(QLabel(), "filterCount", role="heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._label, 1)
        save = named(QPushButton(_T("Filters", "Save as view …")), "filterSave")
        save.setIcon(self._frame.theme.icon("bookmark"))
        save.setAutoDefault(False)
        save.clicked.connect(self._save)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        apply = box.addButton(_T("Filters", "Show"), QDialogButtonBox.ButtonRole.AcceptRole)
        apply.setObjectName("filterApply")
        apply.setDefault(True)
        box.accepted.connect(self._apply)
        box.rejected.connect(self.reject)
        row.addWidget(save)
        row.addWidget(box)
        return row

    def _apply(self) -> None:
        self.applied.emit(self.filter())
        self.accept()

    def _save(self) -> None:
        self.saving.emit(self.filter())
        self.accept()

    def _count(self) -> None:
        workplace, query = self._workplace, CustomerQuery(filter=self.filter())
        self._label.setText(_T("Filters", "Counting …"))
        self._frame.work.read(
            lambda: read_customers.count_customers(workplace, query), self._show, group=_COUNT_GROUP, patient=True
        )

    def _show(self, count: int) -> None:
        self._label.setText(_T("Filters", "%n customer(s)", None, count))
