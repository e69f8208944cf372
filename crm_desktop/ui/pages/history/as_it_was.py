"""How a customer's record was: a moment is chosen, and each value of then stands beside that of today."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QTimeZone
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QHBoxLayout, QHeaderView, QWidget

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.text import _T
from crm_desktop.services.as_it_was import PastLine, PastRecord, record_as_it_was
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, make_button, text_label
from crm_desktop.ui.moments import local
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList


class AsItWasSheet(Sheet):
    """Reads only; nothing in it can be changed."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace, customer_id: int) -> None:
        super().__init__(parent, frame.theme, "asItWas", _T("History", "As the record was"), ems=72)
        self._frame, self._place, self._customer = frame, workplace, customer_id
        self._record: PastRecord | None = None
        self.moment = named(QDateTimeEdit(), "asItWas.moment", _T("History", "Moment"))
        self.moment.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.moment.setCalendarPopup(True)
        self.earlier = make_button("asItWas.earlier", _T("History", "Change before"), self._go_earlier)
        self.later = make_button("asItWas.later", _T("History", "Change after"), self._go_later)
        self.earlier.setIcon(frame.theme.icon("chevron-left"))
        self.later.setIcon(frame.theme.icon("chevron-right"))
        self.only = named(QCheckBox(_T("History", "Only what is different today")), "asItWas.only")
        self.said = text_label("", "asItWas.said")
        headings = [_T("History", "Value"), _T("History", "Then"), _T("History", "Today")]
        self.list = RowList(frame.theme, "asItWas.list", _T("History", "Values then and today"), headings,
                            stretch=1, rows=9)  # fmt: skip
        self._lay_out()
        self._listen()

    def ask(self, *, after: int | None = None, before: int | None = None, moment: datetime | None = None) -> None:
        """Show the record after or before an operation, or at a moment."""
        place, customer = self._place, self._customer
        self._frame.work.read(
            lambda: record_as_it_was(place, customer, moment=moment, after_operation=after, before_operation=before),
            self._show,
            group="asItWas",
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.earlier, self.moment, self.later):
            row.addWidget(widget)
        row.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self.said, 1)
        second.addWidget(self.only)
        self.body.addLayout(row)
        self.body.addLayout(second)
        for column in (1, 2):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.list, 1)
        self.add_verb("asItWas.close", _T("History", "Close"), self.close)

    def _listen(self) -> None:
        self.moment.dateTimeChanged.connect(self._moment_chosen)
        self.only.toggled.connect(self._fill)

    def _moment_chosen(self, chosen: QDateTime) -> None:
        stamp = chosen.toTimeZone(QTimeZone.utc()).toMSecsSinceEpoch()
        self.ask(moment=from_stamp(stamp + 59_999))  # to the end of the minute that is shown

    def _go_earlier(self) -> None:
        if self._record is not None and self._record.earlier is not None:
            self.ask(after=self._record.earlier)

    def _go_later(self) -> None:
        if self._record is not None and self._record.later is not None:
            self.ask(after=self._record.later)

    def _show(self, record: PastRecord) -> None:
        self._record = record
        if record.at is not None:
            self.moment.blockSignals(True)
            self.moment.setDateTime(local(record.at))
            self.moment.blockSignals(False)
        self.say_lead(record.name)
        self.said.setText(_sentence(record))
        self.earlier.setEnabled(record.earlier is not None)
        self.later.setEnabled(record.later is not None)
        self._fill()
        self.fit()

    def _fill(self, _checked: object = None) -> None:
        self.list.clear()
        for line in self._record.lines if self._record is not None else ():
            if line.differs or not self.only.isChecked():
                item = self.list.add_row(_row(line), faint=not line.differs)
                item.setToolTip(1, line.then)
                item.setToolTip(2, line.today)
                if line.differs:
                    item.setIcon(0, self.theme.icon("pencil", "warning"))
        self.list.say_when_empty(_T("History", "Nothing is different today."))


def show_as_it_was(
    parent: QWidget, frame: Frame, workplace: Workplace, customer_id: int, before_operation: int | None = None
) -> AsItWasSheet:
    """Open the sheet on a customer: before an operation, or as she is now; returns at once."""
    sheet = AsItWasSheet(parent, frame, workplace, customer_id)
    sheet.finished.connect(sheet.deleteLater)
    sheet.ask(before=before_operation)
    sheet.open()
    return sheet


def _sentence(record: PastRecord) -> str:
    if not record.existed:
        return _T("History", "There was no such record at that moment.")
    changed = sum(line.differs for line in record.lines)
    said = _T("History", "Different today: %n.", n=changed) if changed else _T("History", "Nothing is different today.")
    if record.any_erased:
        return f"{said} {_T('History', 'Some values of that time were erased and are not known any more.')}"
    return said


def _row(line: PastLine) -> list[str]:
    then = _T("History", "erased") if line.erased and not line.then else line.then
    return [line.label, then or "–", line.today or "–"]
