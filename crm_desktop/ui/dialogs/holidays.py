"""Holidays and closed days: the year at a glance, its special days as a list, and the chosen one to change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTreeWidgetItem, QVBoxLayout, QWidget

from crm_desktop.base.declared_settings import CLOSED_WEEKDAYS
from crm_desktop.base.errors import Fault
from crm_desktop.base.settings import Scope
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.shop_days import DayEntry, ShopDay, YearShown, keep_days, read_year, remove_days
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, make_button, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.year_view import Mark, YearView

LONGEST_SPAN = 366
_CLOSED, _OPEN = "closed", "open"


class HolidaysDialog(Sheet):
    """Every change is kept at once; follow-ups that come again pass over closed days where they are told to."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "holidaysDialog", _T("Holidays", "Holidays and closed days"), ems=122)
        self._frame, self._workplace = frame, workplace
        self._year = workplace.now().year
        self._entries: dict[date, DayEntry] = {}
        self._order: list[date] = []
        self.say_lead(_T("Holidays", "Follow-ups that come again can pass over the days on which the shop is closed."))
        self.add_sides(self._left(), self._right(), (7, 4))
        self.add_verb("holidaysBring", _T("Holidays", "Bring holidays in …"), self.bring, at_left=True)
        self.add_verb("holidaysClose", _T("Holidays", "Close"), self.accept)
        self._ask()
        self.view.setFocus()

    def show_year(self, year: int) -> None:
        """Show another year."""
        self._year = max(1900, min(2199, year))
        self._ask()

    def bring(self) -> None:
        """Bring in the holidays of a year from a text or a file."""
        from crm_desktop.ui.dialogs.bring_holidays import BringHolidays

        dialog = BringHolidays(self, self._frame, self._workplace, self._year)
        dialog.brought.connect(self._brought)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # parts

    def _left(self) -> QVBoxLayout:
        self.before = IconButton(self.theme, "holidaysBefore", "chevron-left", _T("Holidays", "The year before"))
        self.after = IconButton(self.theme, "holidaysAfter", "chevron-right", _T("Holidays", "The year after"))
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.title = named(QLabel(), "holidaysYear", role="heading")
        head = QHBoxLayout()
        for widget in (self.before, self.title, self.after):
            head.addWidget(widget)
        head.addStretch(1)
        self.view = YearView(self.theme, "holidaysView")
        self.view.chosen.connect(self._day_chosen)
        legend = text_label(
            _T("Holidays", "Red: closed. Blue: open, though it would not be. With a ring: entered by the shop."),
            "holidaysLegend",
            "caption",
        )
        self._unknown = text_label("", "holidaysUnknown", "muted")
        column = QVBoxLayout()
        column.addLayout(head)
        column.addWidget(self.view)
        column.addWidget(legend)
        column.addWidget(self._unknown)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        headings = [_T("Holidays", "Day"), _T("Holidays", "Name"), _T("Holidays", "The shop is")]
        self.list = RowList(self.theme, "holidaysList", _T("Holidays", "Special days"), headings, stretch=1, rows=7)
        self.list.currentItemChanged.connect(self._row_chosen)
        self.form = FormGrid("holidayForm")
        self.first = DayField(self.theme, "holidayFirst", _T("Holidays", "From"))
        self.last = DayField(self.theme, "holidayLast", _T("Holidays", "To"))
        self.first.dateChanged.connect(self._first_moved)
        self.state = ChipRow(
            [(_CLOSED, _T("Holidays", "closed")), (_OPEN, _T("Holidays", "open"))],
            "holidayState",
            _T("Holidays", "The shop is"),
        )
        self.name = named(QLineEdit(), "holidayName", _T("Holidays", "Name"))
        self.name.setPlaceholderText(_T("Holidays", "Such as: spring cleaning, fair"))
        self.form.add(_T("Holidays", "From"), self.first)
        self.form.add(_T("Holidays", "To"), self.last)
        self.form.add(_T("Holidays", "The shop is"), self.state)
        self.form.add(_T("Holidays", "Name"), self.name)
        self._keep = make_button("holidayKeep", _T("Holidays", "Keep"), self.keep, "primary")
        self._back = make_button("holidayRemove", _T("Holidays", "Take away"), self.remove)
        line = QHBoxLayout()
        line.addWidget(self._keep)
        line.addWidget(self._back)
        line.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(self.list)
        column.addWidget(self.form)
        column.addLayout(line)
        column.addLayout(self._weekdays())
        column.addStretch(1)
        return column

    def _weekdays(self) -> QVBoxLayout:
        choices = CLOSED_WEEKDAYS.choices() if CLOSED_WEEKDAYS.choices else ()
        self.weekdays = ChipRow(
            list(choices), "holidayWeekday", _T("Holidays", "Closed every week on"), exclusive=False
        )
        self.weekdays.chosen.connect(self._weekdays_chosen)
        label = named(QLabel(_T("Holidays", "Closed every week on")), "holidayWeekday.label", role="muted")
        column = QVBoxLayout()
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(label)
        column.addWidget(self.weekdays)
        settings = self._frame.settings
        kept = settings.get(CLOSED_WEEKDAYS) if settings.has(Scope.SHOP) else ""
        self.weekdays.choose(kept.split(",") if kept else [])
        for widget in (label, self.weekdays):
            widget.setVisible(settings.has(Scope.SHOP))
        return column

    # what the user does

    def keep(self) -> None:
        """Keep what stands in the form, for one day or several."""
        first, last = self.first.day(), self.last.day()
        if not 0 <= (last - first).days < LONGEST_SPAN:
            self.form.set_problem(self.last, _T("Holidays", "This lies before the first day, or a year behind it."))
            return
        closed, name = self.state.keys() == (_CLOSED,), self.name.text()
        days = [ShopDay(first + timedelta(days=number), closed, name) for number in range((last - first).days + 1)]
        self._write(lambda: keep_days(self._workplace, days))

    def remove(self) -> None:
        """Take the shop's own entry away: the day is as in the official calendar, or ordinary, again."""
        first, last = self.first.day(), max(self.first.day(), self.last.day())
        days = [first + timedelta(days=number) for number in range(min(LONGEST_SPAN, (last - first).days + 1))]
        self._write(lambda: remove_days(self._workplace, days))

    def _go_back(self) -> None:
        self.show_year(self._year - 1)

    def _go_on(self) -> None:
        self.show_year(self._year + 1)

    def _day_chosen(self, day: date) -> None:
        self.list.blockSignals(True)
        if day in self._entries:
            self.list.choose_row(self._order.index(day))
        else:
            self.list.setCurrentItem(None)  # type: ignore[call-overload]
        self.list.blockSignals(False)
        self._show_day(day)

    def _row_chosen(self, _item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        row = self.list.current_row()
        if 0 <= row < len(self._order):
            self.view.choose(self._order[row])
            self._show_day(self._order[row])

    def _first_moved(self) -> None:
        """Let a span never end before it begins."""
        if self.last.day() < self.first.day():
            self.last.set_day(self.first.day())

    def _weekdays_chosen(self, keys: tuple[object, ...]) -> None:
        self._frame.settings.set(CLOSED_WEEKDAYS, ",".join(str(key) for key in keys))
        self._ask_after_writes()

    def _ask_after_writes(self) -> None:
        """Ask when the setting is written: it goes its own way, in turn with the writes."""
        self._frame.work.watch(lambda: None, self._ask)

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.say_fault("")
        for field in (self.last, self.name):
            self.form.set_problem(field, "")
        self._frame.work.write(job, self._ask, self._refused)

    def _refused(self, fault: Fault) -> None:
        said = problem_text(fault)
        if said is not None and fault.values.get("field") == "name":
            self.form.set_problem(self.name, said)
            self.name.setFocus()
        else:
            self.say_fault(said or sentence_for(fault))

    def _brought(self, year: int) -> None:
        self.show_year(year)

    # what is shown

    def _ask(self, _done: object = None) -> None:
        year, place = self._year, self._workplace
        self._frame.work.read(lambda: read_year(place, year), self._show, group="holidays")

    def _show(self, shown: YearShown) -> None:
        self._entries = {one.day: one for one in shown.entries}
        self._order = [one.day for one in shown.entries]
        self.title.setText(str(shown.year))
        marks = {one.day: (Mark.CLOSED if one.closed else Mark.OPEN, one.name, one.own) for one in shown.entries}
        self.view.show_year(shown.year, marks, shown.closed_weekdays, shown.today)
        unknown = _T("Holidays", "No holidays are known after {year} yet: bring them in when they are announced.")
        self._unknown.setText(unknown.format(year=shown.known_until.year))
        self._unknown.setVisible(shown.year > shown.known_until.year)
        self._fill_list(shown)
        self._show_day(self.view.day())
        self.fit()

    def _fill_list(self, shown: YearShown) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for one in shown.entries:
            state = _T("Holidays", "closed") if one.closed else _T("Holidays", "open")
            mark = _T("Holidays", "{state} (own)").format(state=state) if one.own else state
            self.list.add_row([_day_text(one.day), one.name, mark])
        day = self.view.day()
        if day in self._entries:
            self.list.choose_row(self._order.index(day))
        else:
            self.list.setCurrentItem(None)  # type: ignore[call-overload]
        self.list.blockSignals(False)

    def _show_day(self, day: date) -> None:
        entry = self._entries.get(day)
        self.first.set_day(day)
        self.last.set_day(day)
        closed = not entry.closed if entry is not None and not entry.own else entry.closed if entry else True
        self.state.choose([_CLOSED if closed else _OPEN])
        self.name.setText(entry.name if entry is not None and entry.own else "")
        for field in (self.last, self.name):
            self.form.set_problem(field, "")
        own = entry is not None and entry.own
        self._back.setVisible(own)
        official = own and entry is not None and entry.official is not None
        self._back.setText(_T("Holidays", "As in the official calendar") if official else _T("Holidays", "Take away"))


def _day_text(day: date) -> str:
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, _T("Holidays", "d MMM ddd", "Qt date format: day, month, weekday"))


def show_holidays(parent: QWidget, frame: Frame, workplace: Workplace) -> HolidaysDialog:
    """Open the holidays and closed days."""
    dialog = HolidaysDialog(parent, frame, workplace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
