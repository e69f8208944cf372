"""What is known of the last search for duplicates, how far one is that runs, and the way to begin and stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.scan_duplicates import ScanReport
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.duplicate_scan import DuplicateScan
from crm_desktop.ui.moments import short_moment
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.duplicates.words import skipped_text
from crm_desktop.ui.widgets.named import named


class ScanStrip(QWidget):
    """A line at the head of the page."""

    def __init__(self, frame: Frame, workplace: Workplace, scan: DuplicateScan) -> None:
        super().__init__()
        self.setObjectName("scan")
        self._place = workplace
        self._scan = scan
        self.state = named(QLabel(), "scan.state", role="muted")
        self.bar = named(QProgressBar(), "scan.bar", _T("Duplicates", "Looking for duplicates"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setFixedWidth(round(frame.theme.base_points * 14))
        self.begin = named(QPushButton(_T("Duplicates", "Look for duplicates now")), "scan.begin")
        self.begin.setIcon(frame.theme.icon("scan-search"))
        self.begin.setAutoDefault(False)
        self.stop = named(QPushButton(_T("Duplicates", "Stop")), "scan.stop")
        self.stop.setIcon(frame.theme.icon("circle-stop"))
        self.stop.setAutoDefault(False)
        self.skipped = named(QLabel(wordWrap=True), "scan.skipped", role="caption")
        for label in (self.state, self.skipped):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.skipped.hide()
        self._last: ScanReport | None = None
        self._lay_out()
        self.begin.clicked.connect(self._begin)
        self.stop.clicked.connect(self._end)
        scan.changed.connect(self.show_state)
        self.show_state()

    def show_last(self, last: ScanReport | None) -> None:
        """Show what the last search found."""
        self._last = last
        skipped = "; ".join(map(skipped_text, last.skipped)) if last is not None else ""
        said = _T("Duplicates", "Shared by too many to be compared, so not searched: {what}")
        self.skipped.setText(said.format(what=skipped))
        self.skipped.setVisible(bool(skipped))
        self.show_state()

    def show_state(self) -> None:
        """Show whether a search runs and how far it is."""
        running = self._scan.is_running()
        self.begin.setVisible(not running)
        self.bar.setVisible(running)
        self.stop.setVisible(running)
        self.stop.setEnabled(not self._scan.is_stopping())
        self.bar.setValue(self._scan.thousandths)
        self.state.setText(self._running_text() if running else self._last_text())

    def _running_text(self) -> str:
        if self._scan.is_stopping():
            return _T("Duplicates", "Stopping …")
        percent = self._scan.thousandths // 10
        return _T("Duplicates", "Looking for duplicates … {percent} %").format(percent=percent)

    def _last_text(self) -> str:
        if self._last is None:
            return _T("Duplicates", "Not searched yet")
        when = short_moment(self._last.at, self._place.now())
        among = _T("Duplicates", "among %n customer(s)", n=self._last.customers)
        shown = among.replace(str(self._last.customers), f"{self._last.customers:,}")
        return _T("Duplicates", "Last search: {when}, {among}").format(when=when, among=shown)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for widget in (self.state, self.bar, self.stop, self.begin):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)

    def _begin(self) -> None:
        self._scan.start()
        self.stop.setFocus()

    def _end(self) -> None:
        self._scan.stop()
