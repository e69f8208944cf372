"""The chosen entry beside the list: each change before and after, whom it touched, and what can be done about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.read_history import HistoryDetails
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.moments import local
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named

MOST_LINKS = 8


class DetailsPane(CardPanel):
    """Shows one entry; emits what is asked for with it."""

    customer_asked = Signal(int)
    as_it_was_asked = Signal(int, object)
    """A customer, and the moment just before which she is to be shown."""
    take_back_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(" ", "history.details")
        self._theme = theme
        self._details: HistoryDetails | None = None
        self.meta = text_label("", "history.meta", "muted")
        self.reason = text_label("", "history.reason")
        self.clock = text_label("", "history.clock", "warning")
        self.lines = text_label("", "history.lines")
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.nothing = text_label("", "history.nothing", "muted")
        self.take_back = make_button("history.takeBack", _T("History", "Take this back"), self._take_back)
        self.take_back.setIcon(theme.icon("undo-2"))
        self._links = QWidget()
        self._flow = FlowLayout(self._links)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that an entry is to be chosen."""
        self._details = None
        self.heading.setText(_T("History", "No entry chosen"))
        for widget in (self.meta, self.reason, self.clock, self.lines, self._links, self.take_back, self.nothing):
            widget.hide()

    def show_details(self, details: HistoryDetails, *, clock_was_back: bool) -> None:
        """Show an entry in full."""
        self._details, entry = details, details.entry
        self.heading.setText(" · ".join(part for part in (entry.title, entry.whom) if part))
        self._say(self.meta, _meta(details))
        self._say(self.clock, _T("History", "Written while the clock of the computer was set back.") * clock_was_back)
        self._say(self.reason, _reason(details))
        more = _T("History", "and %n more", n=details.more) if details.more else ""
        self._say(self.lines, "\n".join(part for part in (*details.lines, more) if part))
        empty = _T("History", "This entry changed no values.") if not self.lines.text() else ""
        self._say(self.nothing, empty)
        self._show_links(details)
        self.take_back.setVisible(entry.can_take_back)

    def _lay_out(self) -> None:
        self.heading.setWordWrap(True)
        inside = named(QWidget(), "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for widget in (self.meta, self.clock, self.reason, self.lines, self.nothing, self._links):
            column.addWidget(widget)
        column.addStretch(1)
        area = named(QScrollArea(), "history.area", _T("History", "What the entry changed"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_links(self, details: HistoryDetails) -> None:
        self._flow.clear()
        for customer_id, name in details.customers[:MOST_LINKS]:
            link = make_button(
                f"history.customer.{customer_id}", name, partial(self.customer_asked.emit, customer_id), "quiet"
            )
            link.setIcon(self._theme.icon("user"))
            self._flow.addWidget(link)
        if len(details.customers) == 1:
            customer_id, name = details.customers[0]
            before = make_button(
                "history.asItWas",
                _T("History", "As she was before …"),
                partial(self.as_it_was_asked.emit, customer_id, details.entry.operation_id),
                "quiet",
            )
            before.setToolTip(_T("History", "The record of {name} as it was before this entry").format(name=name))
            before.setIcon(self._theme.icon("history"))
            self._flow.addWidget(before)
        self._links.setVisible(bool(details.customers))

    def _take_back(self) -> None:
        if self._details is not None:
            self.take_back_asked.emit(self._details.entry)

    @staticmethod
    def _say(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))


def _meta(details: HistoryDetails) -> str:
    entry = details.entry
    lines = [
        _T("History", "Entry {number}").format(number=entry.operation_id),
        QLocale().toString(local(entry.at), "yyyy-MM-dd HH:mm:ss ddd"),
        " · ".join(part for part in (entry.person, entry.where_from) if part),
    ]
    if entry.undoes is not None:
        lines.append(_T("History", "Answers entry {number}").format(number=entry.undoes))
    if entry.is_undone:
        lines.append(_T("History", "Taken back since"))
    return "\n".join(lines)


def _reason(details: HistoryDetails) -> str:
    if details.entry.reason_erased:
        return _T("History", "The reason was erased.")
    if not details.entry.reason:
        return ""
    return _T("History", "Reason: {reason}").format(reason=details.entry.reason)
