"""Says that a customer lies in the recycle bin, and offers to take her out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from crm_desktop.base.text import _T
from crm_desktop.domain.query import Selection
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.restore_customers import restore_customers
from crm_desktop.ui.moments import short_moment
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.named import named


class BinBanner(QFrame):
    """Shown on a deleted record only."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        named(self, "binBanner")
        self.setProperty("notice", "warning")
        self._model = model
        self._text = named(QLabel(wordWrap=True), "binBanner.text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.restore = named(QPushButton(_T("Bin", "Restore")), "binBanner.restore")
        self.restore.setIcon(model.frame.theme.icon("archive-restore"))
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(lambda: restore(model))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self.restore)
        self.hide()
        model.changed.connect(self._show)

    def _show(self) -> None:
        record = self._model.record
        deleted_at = record.customer.deleted_at if record else None
        self.setVisible(deleted_at is not None)
        if deleted_at is not None:
            when = short_moment(deleted_at, self._model.workplace.now())
            text = _T("Bin", "In the recycle bin since {when}. Nothing is lost: restoring brings everything back.")
            self._text.setText(text.format(when=when))
            self.setAccessibleName(self._text.text())


def restore(model: RecordModel) -> None:
    """Take the customer in sight out of the bin."""
    place = model.workplace
    model.save(lambda customer_id: restore_customers(place, Selection(frozenset({customer_id}))))


def delete(model: RecordModel) -> None:
    """Put the customer in sight into the bin."""
    place = model.workplace
    model.save(lambda customer_id: delete_customers(place, Selection(frozenset({customer_id}))))
