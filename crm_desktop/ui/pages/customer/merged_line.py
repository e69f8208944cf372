"""A quiet line on a customer into whom others were merged, with the way to take them apart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.unmerge_customers import PastMerge, merges_of
from crm_desktop.ui.moments import local, short_date
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.named import named


class MergedLine(QWidget):
    """Shown only where somebody was merged; `name` tells pane and page apart."""

    def __init__(self, model: RecordModel, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._model = model
        self._group = f"{name}.merges"
        self._merges: list[PastMerge] = []
        self.text = named(QLabel(wordWrap=True), f"{name}.text", role="muted")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.apart = named(QPushButton(_T("Merge", "Take apart …")), f"{name}.apart", kind="link")
        self.apart.setAutoDefault(False)
        self.apart.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 100)
        row.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.hide()
        model.shown.connect(self.hide)
        model.changed.connect(self._ask)

    def _ask(self) -> None:
        record, place = self._model.record, self._model.workplace
        if record is None:
            self._take([])
            return
        customer_id = record.customer.id
        work = self._model.frame.work
        work.read(lambda: merges_of(place, customer_id), self._take, group=self._group, patient=True)

    def _take(self, merges: list[PastMerge]) -> None:
        self._merges = merges
        self.setVisible(bool(merges))
        if not merges:
            return
        people = [one.name for merge in merges for one in merge.merged]
        when = short_date(local(merges[0].at).date(), local(self._model.workplace.now()).date())
        said = _T("Merge", "Merged from %n others, last on {when}: {names}", n=len(people))
        if len(people) == 1:
            said = _T("Merge", "Merged with {names} on {when}")
        names = _T("Merge", ", ").join(dict.fromkeys(people))
        self.text.setText(said.format(when=when, names=names))
        self.text.setMaximumWidth(self.text.fontMetrics().horizontalAdvance(self.text.text()) + 8)
        self.apart.setAccessibleName(_T("Merge", "Take apart: {what}").format(what=self.text.text()))

    def _open(self) -> None:
        from crm_desktop.ui.dialogs.take_apart import take_apart

        if self._merges:
            model = self._model
            take_apart(self.window(), model.frame, model.workplace, self._merges[0].operation_id)
