"""The calendar's widget: joins state, book and loader with the views, the filters, the entry line and the card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import CalendarItem, FollowUpDraft, FollowUpKey
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Verb
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.calendar.actions import CalendarActions
from crm_desktop.ui.pages.calendar.book import Book, Line, LineKind
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.day_entry import Begun, DayEntry
from crm_desktop.ui.pages.calendar.filters import FilterRow
from crm_desktop.ui.pages.calendar.head import CalendarHead
from crm_desktop.ui.pages.calendar.jobs import CalendarJobs, Setup
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.calendar.loading import CalendarLoader
from crm_desktop.ui.pages.calendar.month_view import MonthView
from crm_desktop.ui.pages.calendar.page import New
from crm_desktop.ui.pages.calendar.state import CalendarState, View
from crm_desktop.ui.pages.calendar.verbs import calendar_verbs
from crm_desktop.ui.pages.calendar.words import title, week_name

_MEMORY = "calendar/looks"
_LEAST_LINES = 6


class CalendarView(PageView):
    """The page."""

    def __init__(self, frame: Frame, workplace: Workplace, jobs: CalendarJobs) -> None:
        super().__init__(frame)
        self._workplace = workplace
        self._jobs = jobs
        today = workplace.now().astimezone().date()
        self.state = CalendarState(today, today, week_start=QLocale().firstDayOfWeek().value - 1)
        self.state.take_text(str(frame.memory.value(_MEMORY) or ""))
        self.book = Book()
        self.chips = ChipPainter(frame.theme)
        self._people: tuple[object, ...] = ()
        self._is_ready = False
        self.loader = CalendarLoader(jobs, frame.work, self.book, self)
        self.actions_ = CalendarActions(frame, jobs, self.book, self)
        self.head = CalendarHead(frame, workplace)
        self.filters = FilterRow(frame.theme)
        self.month = MonthView(frame.theme, self.state, self.book, self.chips)
        self.entry = DayEntry(self.month.viewport())
        self.stack = QStackedWidget()
        self._lay_out()
        self._listen()
        self._show()
        self.loader.ask_setup()

    # what the frame asks

    def verbs(self) -> Sequence[Verb]:
        """Return the verbs of the calendar."""
        return calendar_verbs(self)

    def open(self, argument: object) -> None:
        """Stand on a day, look another way, or open the editor of a new follow-up."""
        if isinstance(argument, View):
            self.switch(argument)
        elif isinstance(argument, date):
            self.go(argument)
        elif isinstance(argument, New):
            self.plan_new()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is in sight."""
        if changes is None or changes.entities & {"setting", "person", "follow_up_kind"}:
            self.loader.ask_setup()
        self._read()

    def focus_search(self) -> bool:
        """Put the keyboard where a customer is looked for."""
        self.head.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focus_first(self) -> None:
        """Put the keyboard on the days."""
        self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_ready(self) -> bool:
        """Say whether the first answer is shown."""
        return self._is_ready

    def save_state(self) -> dict[str, object]:
        """Return the view and the day."""
        return {"view": self.state.view, "day": self.state.day, "text": self.entry.text()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take them back, with what was being typed."""
        view, day, text = state.get("view"), state.get("day"), state.get("text")
        if isinstance(view, View) and isinstance(day, date):
            self.state.switch(view)
            self.go(day)
        if text:
            self.write()
            self.entry.setText(str(text))

    # what the user does

    def switch(self, view: View) -> None:
        """Look another way."""
        self.state.switch(view)
        self._remember()
        self._show()
        self._read()

    def go(self, day: date) -> None:
        """Stand on a day; another span of days is read."""
        before = self.state.span()
        self.state.go(day)
        self._show()
        if self.state.span() != before:
            self._read()

    def step(self, by: int) -> None:
        """Turn the page."""
        self.state.step(by)
        self._show()
        self._read()

    def go_today(self) -> None:
        """Stand on the shop's today."""
        self.go(self.state.today)

    def open_day(self, day: date) -> None:
        """Look at one day."""
        self.state.go(day)
        self.switch(View.DAY)

    def write(self, event: QEvent | None = None) -> None:
        """Begin to type a follow-up on the current day."""
        self.entry.begin(Begun(self.state.day), self.month.editor_place(), event)

    def plan_for(self, customer_ids: Sequence[int], day: date) -> None:
        """Begin to type a follow-up for customers on a day."""
        self.go(day)
        begun = Begun(day, customer_ids=tuple(customer_ids))
        self.entry.begin(begun, self.month.editor_place())

    def plan_new(self) -> None:
        """Open the editor of a new follow-up."""
        from crm_desktop.ui.pages.calendar.editor import plan

        plan(self, self.frame, self._workplace, FollowUpDraft("", self.state.day))

    def edit(self, key: FollowUpKey) -> None:
        """Open the editor of an entry."""
        from crm_desktop.ui.pages.calendar.editor import change

        change(self, self.frame, self._workplace, key)

    def chosen_item(self) -> CalendarItem | None:
        """Return the entry the keyboard stands on."""
        return self.month.chosen_item()

    def remove(self) -> None:
        """Remove the chosen entry."""
        item = self.chosen_item()
        if item is not None:
            self.actions_.remove(item)

    def toggle_labels(self) -> None:
        """Show or hide lunar days, solar terms and holidays."""
        self.state.labels = not self.state.labels
        self.frame.verbs.set_checked("calendar.labels", self.state.labels)
        self._remember()
        self._repaint()

    # inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        self.stack.addWidget(self.month)
        column.addWidget(self.stack, 1)

    def _listen(self) -> None:
        self.loader.set_up.connect(self._take_setup)
        self.loader.shown.connect(self._arrived)
        self.loader.filled.connect(self._read)
        self.actions_.painted.connect(self._repaint)
        self.actions_.refused.connect(self._read)
        self.head.stepped.connect(self.step)
        self.head.today_wanted.connect(self.go_today)
        self.head.view_chosen.connect(self.switch)
        self.head.menu_wanted.connect(self._show_page_menu)
        self.head.picker.picked.connect(self._picked)
        self.filters.kinds_chosen.connect(self._show_kinds)
        self.filters.owners_chosen.connect(self._show_owners)
        self.filters.done_chosen.connect(self._show_done)
        self.entry.kept.connect(self.actions_.plan_typed)
        self.entry.left.connect(self.focus_first)
        self.month.day_wanted.connect(self.go)
        self.month.day_opened.connect(self.open_day)
        self.month.line_opened.connect(self._open_line)
        self.month.moved.connect(self._move)
        self.month.typed.connect(self.write)
        self.month.dropped_customers.connect(self.plan_for)
        self.month.dropped_follow_ups.connect(self.actions_.move_many)
        self.month.page_wanted.connect(self.step)
        self.month.menu_wanted.connect(self._show_menu)
        self.month.room_changed.connect(self._read_more)

    def _read(self) -> None:
        self.loader.ask(self.state, max(_LEAST_LINES, self.month.room()))

    def _read_more(self) -> None:
        if self.month.room() > _LEAST_LINES:
            self._read()

    def _take_setup(self, setup: Setup) -> None:
        if self.state.day == self.state.today:
            self.state.go(setup.today)
        self.state.today = setup.today
        looks = KindLooks(setup.kinds)
        owners = {person.id: person.colour for person in setup.people} if len(setup.people) > 1 else {}
        self.chips.use(looks, owners, setup.today)
        self.filters.offer(looks, setup.people, self.state.who)
        self._show()
        self._read()

    def _arrived(self) -> None:
        self._is_ready = True
        self._repaint()

    def _show(self) -> None:
        view, day, span = self.state.view, self.state.day, self.state.span()
        self.head.show_view(view)
        self.head.say(title(view, day, span), week_name(day) if view is not View.MONTH else "")
        self._repaint()

    def _repaint(self) -> None:
        self.month.show_days()

    def _remember(self) -> None:
        self.frame.memory.setValue(_MEMORY, self.state.to_text())

    def _show_kinds(self, kinds: frozenset[str]) -> None:
        self.state.show_kinds(kinds)
        self._filtered()

    def _show_owners(self, owners: frozenset[int | None]) -> None:
        self.state.show_owners(owners)
        self._filtered()

    def _show_done(self, shown: bool) -> None:
        self.state.show_done(shown)
        self._filtered()

    def _filtered(self) -> None:
        self._remember()
        self._read()

    def _move(self, item: CalendarItem, day: date) -> None:
        self.actions_.move(item, day, item.time, item.length)
        self.go(day)
        self.month.choose_item(item)

    def _picked(self, customer_id: int) -> None:
        self.plan_for([customer_id], self.state.day)

    def _open_line(self, line: Line, place: QRect) -> None:
        if line.item is not None:
            self.edit(line.item.key)
        elif line.kind is LineKind.MORE:
            self.open_day(line.day)

    def _show_menu(self, place: QPoint) -> None:
        ids = ["calendar.write", "calendar.new"]
        if self.chosen_item() is not None:
            ids += ["", "calendar.remove"]
        self.frame.verbs.context_menu(ids, self).popup(place)

    def _show_page_menu(self) -> None:
        menu: QMenu = self.frame.verbs.context_menu(["calendar.labels"], self)
        button = self.head.menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
