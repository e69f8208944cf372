"""What of the history is shown: about whom, by whom, what sort of thing, on which days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.audit import HistoryFilter, KindGroup
from crm_desktop.domain.customer import Person
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.chips import ChipRow, OptionalChips
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.search_field import SearchField

ANY, TODAY, WEEK, MONTH, CHOSEN = "any", "today", "week", "month", "chosen"
_BACK = {TODAY: 0, WEEK: 6, MONTH: 29}
UNDONE, PROGRAM = "undone", "program"
TYPED_MS = 250


class HistoryFilters(QWidget):
    """Emits `changed` when something else is asked for."""

    changed = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        named(self, "history.filters", _T("History", "What is shown"))
        self._today = today
        self.search = SearchField(theme, _T("History", "Customer: name, phone or card"), "history.search")
        self.person = named(QComboBox(), "history.person", _T("History", "By whom"))
        self.period = named(QComboBox(), "history.period", _T("History", "On which days"))
        self.since = DayField(theme, "history.since", _T("History", "First day"))
        self.until = DayField(theme, "history.until", _T("History", "Last day"))
        self.groups = OptionalChips(list(group_words().items()), "history.group", _T("History", "Sort of thing"))
        flags = ((UNDONE, _T("History", "Only what was taken back")), (PROGRAM, _T("History", "Only the program")))
        self.flags = ChipRow(flags, "history.only", _T("History", "Only these"), exclusive=False)
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._fill()
        self._lay_out()
        self._listen()

    def wanted(self) -> HistoryFilter:
        """Return what is asked for."""
        since, until = self._days()
        group, flags = self.groups.keys(), self.flags.keys()
        person = self.person.currentData()
        return HistoryFilter(
            person if isinstance(person, int) else None,
            KindGroup(str(group[0])) if group else None,
            since,
            until,
            self.search.query(),
            UNDONE in flags,
            PROGRAM in flags,
        )

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer everyone who ever worked here."""
        chosen = self.person.currentData()
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(_T("History", "Everyone"), None)
        for person in people:
            self.person.addItem(person.name, person.id)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
        self.person.blockSignals(False)

    def clear(self) -> None:
        """Show everything."""
        for widget in (self.search, self.person, self.period):
            widget.blockSignals(True)
        self.search.clear()
        self.person.setCurrentIndex(0)
        self.period.setCurrentIndex(0)
        for widget in (self.search, self.person, self.period):
            widget.blockSignals(False)
        self.groups.choose(())
        self.flags.choose(())
        self._fit_days()
        self.changed.emit()

    def state(self) -> dict[str, object]:
        """Return what is asked for, to be put back."""
        return {
            "text": self.search.text(),
            "person": self.person.currentData(),
            "period": self.period.currentData(),
            "since": self.since.day(),
            "until": self.until.day(),
            "groups": self.groups.keys(),
            "flags": self.flags.keys(),
        }

    def restore(self, state: dict[str, object]) -> None:
        """Ask for what was asked for."""
        for field, name in ((self.since, "since"), (self.until, "until")):
            day = state.get(name)
            if isinstance(day, date):
                field.set_day(day)
        self.period.setCurrentIndex(max(self.period.findData(state.get("period", ANY)), 0))
        person = state.get("person")
        if isinstance(person, int) and self.person.findData(person) < 0:
            self.person.addItem("…", person)  # named when the people are read
        self.person.setCurrentIndex(max(self.person.findData(person), 0))
        groups, flags = state.get("groups"), state.get("flags")
        self.groups.choose(groups if isinstance(groups, tuple) else ())
        self.flags.choose(flags if isinstance(flags, tuple) else ())
        self.search.setText(str(state.get("text", "")))

    def _fill(self) -> None:
        self.set_people(())
        for key, text in (
            (ANY, _T("History", "Any day")),
            (TODAY, _T("History", "Today")),
            (WEEK, _T("History", "The last 7 days")),
            (MONTH, _T("History", "The last 30 days")),
            (CHOSEN, _T("History", "From … to …")),
        ):
            self.period.addItem(text, key)
        self.since.set_day(self._today - timedelta(days=30))
        self.until.set_day(self._today)

    def _lay_out(self) -> None:
        self.search.setMinimumWidth(round(self.fontMetrics().averageCharWidth() * 34))
        self._to = named(QLabel("–"), "history.to", role="muted")
        first = FlowLayout()
        for widget in (self.search, self.person, self.period, self.since, self._to, self.until):
            first.addWidget(widget)
        second = FlowLayout()
        second.addWidget(self.groups)
        second.addWidget(self.flags)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        self._fit_days()

    def _listen(self) -> None:
        self._typed.timeout.connect(self.changed)
        self.search.asked.connect(self._later)
        self.person.currentIndexChanged.connect(self._now)
        self.period.currentIndexChanged.connect(self._period_chosen)
        self.since.dateChanged.connect(self._now)
        self.until.dateChanged.connect(self._now)
        self.groups.chosen.connect(self._now)
        self.flags.chosen.connect(self._now)

    def _later(self, _text: str) -> None:
        self._typed.start()

    def _now(self, _what: object = None) -> None:
        self._typed.stop()
        self.changed.emit()

    def _period_chosen(self, _index: int) -> None:
        self._fit_days()
        self._now()

    def _fit_days(self) -> None:
        chosen = self.period.currentData() == CHOSEN
        for widget in (self.since, self._to, self.until):
            widget.setVisible(chosen)

    def _days(self) -> tuple[date | None, date | None]:
        period = self.period.currentData()
        if period == CHOSEN:
            first, last = sorted((self.since.day(), self.until.day()))
            return first, last
        return (self._today - timedelta(days=_BACK[period]), None) if period in _BACK else (None, None)


def group_words() -> dict[KindGroup, str]:
    """Return what sorts of things are called."""
    return {
        KindGroup.CUSTOMERS: _T("History", "Customers"),
        KindGroup.SALES: _T("History", "Sales"),
        KindGroup.LOYALTY: _T("History", "Loyalty"),
        KindGroup.FOLLOW_UPS: _T("History", "Follow-ups"),
        KindGroup.STAFF: _T("History", "Staff"),
        KindGroup.SETTINGS: _T("History", "Settings"),
        KindGroup.SAFE_KEEPING: _T("History", "Safe keeping"),
    }
