"""The calendar's widget: joins state, book and loader with the views, the filters, the entry line and the card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import CalendarItem, FollowUpDraft, FollowUpKey, FollowUpStatus
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Verb
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.calendar.actions import CalendarActions
from crm_desktop.ui.pages.calendar.agenda_view import AgendaView
from crm_desktop.ui.pages.calendar.book import Book, Line, LineKind
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.dates_popup import DatesPopup
from crm_desktop.ui.pages.calendar.day_entry import Begun, DayEntry
from crm_desktop.ui.pages.calendar.filters import FilterRow
from crm_desktop.ui.pages.calendar.head import CalendarHead
from crm_desktop.ui.pages.calendar.jobs import CalendarJobs, Setup
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.calendar.loading import CalendarLoader
from crm_desktop.ui.pages.calendar.month_view import MonthView
from crm_desktop.ui.pages.calendar.outward import EXPORT_VERB, CalendarOutward
from crm_desktop.ui.pages.calendar.paper import CalendarPaper
from crm_desktop.ui.pages.calendar.peek import PeekCard
from crm_desktop.ui.pages.calendar.state import CalendarState, Span, View
from crm_desktop.ui.pages.calendar.time_drag import Place
from crm_desktop.ui.pages.calendar.time_view import TimeView
from crm_desktop.ui.pages.calendar.tray import Tray
from crm_desktop.ui.pages.calendar.verbs import PAPER_VERBS, VIEW_VERBS, calendar_verbs
from crm_desktop.ui.pages.calendar.words import title, week_name
from crm_desktop.ui.widgets.split_pane import SplitPane

_MEMORY = "calendar/looks"
_LEAST_LINES = 6
MINUTE_MS = 60_000
MORE_DAYS = 28
FILLED_AHEAD = 400
"""An agenda goes on four weeks at a time as it is scrolled; one that does not fill its place, for a year at most."""


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
        self._setup: Setup | None = None
        self._is_ready = False
        self._is_read = self._reads_on = False
        self.loader = CalendarLoader(jobs, frame.work, self.book, self)
        self.actions_ = CalendarActions(frame, jobs, self.book, self.state, self)
        self.head = CalendarHead(frame, workplace)
        self.filters = FilterRow(frame.theme, self.state)
        self.month = MonthView(frame.theme, self.state, self.book, self.chips)
        self.hours = TimeView(frame.theme, self.state, self.book, self.chips, "calendar.hours")
        self.agenda = AgendaView(frame.theme, self.state, self.book, self.chips)
        self.tray = Tray(frame.theme, self.chips)
        self.stack = QStackedWidget()
        self.entry = DayEntry(self.stack)
        self._lay_out()
        self.paper = CalendarPaper(frame, workplace, self.state, self)
        self.outward = CalendarOutward(frame, workplace, self.state, self)
        self.peek = PeekCard(frame, jobs, self.chips, self)
        self._listen()
        self._show()
        self.loader.ask_setup()
        self._clock = QTimer(self, interval=MINUTE_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    # what the frame asks

    def verbs(self) -> Sequence[Verb]:
        """Return the verbs of the calendar."""
        return calendar_verbs(self)

    def open(self, argument: object) -> None:
        """Stand on a day, or look another way."""
        if isinstance(argument, View):
            self.switch(argument)
        elif isinstance(argument, date):
            self.go(argument)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is in sight."""
        if changes is None or changes.entities & {"setting", "person", "follow_up_kind"}:
            self.loader.ask_setup()
        self._read()
        self.loader.ask_overdue()

    def focus_search(self) -> bool:
        """Put the keyboard where a customer is looked for."""
        self.head.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focus_first(self) -> None:
        """Put the keyboard on the days."""
        self.grid().setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.peek.close_card()
        self.state.switch(view)
        self.agenda.begin()
        self._remember()
        self._show()
        self._read()
        self.focus_first()

    def go(self, day: date) -> None:
        """Stand on a day; another span of days is read."""
        before = self._span()
        self.state.go(day)
        if self.state.view is View.AGENDA and not before[0] <= day <= before[1]:
            self.agenda.begin()
        self._show()
        if self._span() != before:
            self._read()

    def step(self, by: int) -> None:
        """Turn the page."""
        self.state.step(by)
        self.agenda.begin()
        self._show()
        self._read()

    def go_today(self) -> None:
        """Stand on the shop's today."""
        self.go(self.state.today)

    def open_day(self, day: date) -> None:
        """Look at one day."""
        self.state.go(day)
        self.switch(View.DAY)

    def open_whole(self, day: date) -> None:
        """Show all that a day holds: the day, and from there the agenda."""
        self.state.go(day)
        self.switch(View.AGENDA if self.state.view in (View.DAY, View.STAFF) else View.DAY)

    def grid(self) -> MonthView | TimeView | AgendaView:
        """Return the view in sight."""
        if self.state.view is View.AGENDA:
            return self.agenda
        return self.month if self.state.view is View.MONTH else self.hours

    def write(self, event: QEvent | None = None) -> None:
        """Begin to type a follow-up on the current day."""
        self._begin(Begun(self.state.day), event)

    def plan_for(self, customer_ids: Sequence[int], day: date) -> None:
        """Begin to type a follow-up for customers on a day."""
        self.go(day)
        self._begin(Begun(day, customer_ids=tuple(customer_ids)))

    def _move_dropped(self, keys: Sequence[FollowUpKey], place: date | Place) -> None:
        self.actions_.move_many(keys, place.day if isinstance(place, Place) else place)

    def _plan_there(self, customer_ids: Sequence[int], place: Place) -> None:
        self.go(place.day)
        self._begin(Begun(place.day, customer_ids=tuple(customer_ids)))

    def _begin(self, begun: Begun, event: QEvent | None = None) -> None:
        grid = self.grid()
        if isinstance(grid, TimeView):
            place = grid.place()
            begun = replace(begun, at=place.at, owner_id=place.owner_id)
        where = grid.editor_place()
        corner = grid.viewport().mapTo(self.stack, where.topLeft())
        self.entry.begin(begun, QRect(corner, where.size()), event)
        if len(begun.customer_ids) == 1 and not begun.customer_name:
            jobs, customer_id = self._jobs, begun.customer_ids[0]
            self.frame.work.read(lambda: jobs.customer_name(customer_id), self.entry.say_name, group="calendar.name")

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
        return self.grid().chosen_item()

    def remove(self) -> None:
        """Remove the chosen entry."""
        if (item := self._chosen_or_say()) is not None:
            self.actions_.remove(item)

    def edit_chosen(self) -> None:
        """Open the editor of the chosen entry."""
        if (item := self._chosen_or_say()) is not None:
            self.edit(item.key)

    def finish(self) -> None:
        """Ask how the chosen entry went."""
        if (item := self._chosen_or_say()) is not None:
            if item.status is FollowUpStatus.OPEN:
                self.open_item(item, self.grid().item_place(item), finish=True)
            else:
                self.frame.notices.toast(_T("Calendar", "It is done already."))

    def _chosen_or_say(self) -> CalendarItem | None:
        item = self.peek.item or self.chosen_item()
        if item is None:
            said = _T("Calendar", "Choose a follow-up first: Tab goes through those of a day.")
            self.frame.notices.toast(said)
        return item

    def toggle_labels(self) -> None:
        """Show or hide lunar days, solar terms and holidays."""
        self.state.labels = not self.state.labels
        self.frame.verbs.set_checked("calendar.labels", self.state.labels)
        self._remember()
        self._repaint()

    def toggle_tray(self) -> None:
        """Show or hide what is late, at the side."""
        self.split.show_second(not self.split.is_second_shown())
        self.frame.verbs.set_checked("calendar.tray", self.split.is_second_shown())

    # inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.head)
        below = QHBoxLayout()
        below.setSpacing(16)
        self.head.views.setMaximumWidth(self.head.views.sizeHint().width())
        below.addWidget(self.head.views, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.filters, 1)
        column.addLayout(below)
        self.stack.addWidget(self.month)
        self.stack.addWidget(self.hours)
        self.stack.addWidget(self.agenda)
        self.split = SplitPane(self.stack, self.tray, self.frame.memory, "calendar.split", 0.78)
        column.addWidget(self.split, 1)

    def _listen(self) -> None:
        self.loader.set_up.connect(self._take_setup)
        self.loader.shown.connect(self._arrived)
        self.loader.more.connect(self._arrived_more)
        self.loader.filled.connect(self._read)
        self.loader.overdue.connect(self.tray.show_overdue)
        self.actions_.painted.connect(self._repaint)
        self.actions_.refused.connect(self._read)
        self.entry.kept.connect(self.actions_.plan_typed)
        self.entry.left.connect(self.focus_first)
        self._listen_to_head()
        self._listen_to_grids()
        self._listen_to_month()
        self._listen_to_sides()

    def _listen_to_head(self) -> None:
        self.head.stepped.connect(self.step)
        self.head.today_wanted.connect(self.go_today)
        self.head.view_chosen.connect(self.switch)
        self.head.new_wanted.connect(self.plan_new)
        self.head.menu_wanted.connect(self._show_page_menu)
        self.head.picker.picked.connect(self._picked)
        self.head.held.pressed_for.connect(self._plan_held)
        self.filters.changed.connect(self._filtered)

    def _listen_to_grids(self) -> None:
        for grid in (self.month, self.hours, self.agenda):
            grid.typed.connect(self.write)
            grid.line_opened.connect(self._open_line)
            grid.dropped_follow_ups.connect(self._move_dropped)
            grid.menu_wanted.connect(self._show_menu)
        for beside in (self.hours, self.agenda):
            beside.item_opened.connect(self.open_item)
            beside.write_wanted.connect(self.write)
        self.hours.day_wanted.connect(self.go)
        self.hours.moved.connect(self._move_to)
        self.hours.dropped_customers.connect(self._plan_there)
        self.agenda.day_wanted.connect(self.state.go)
        self.agenda.moved.connect(self._move)
        self.agenda.dropped_customers.connect(self.plan_for)
        self.agenda.more_wanted.connect(self._read_on)

    def _listen_to_month(self) -> None:
        self.month.day_wanted.connect(self.go)
        self.month.day_opened.connect(self.open_day)
        self.month.moved.connect(self._move)
        self.month.dropped_customers.connect(self.plan_for)
        self.month.page_wanted.connect(self.step)
        self.month.room_changed.connect(self._read_more)

    def _listen_to_sides(self) -> None:
        self.tray.list.opened.connect(self.open_item)
        self.tray.to_today.connect(self.actions_.to_today)
        self.tray.spread_wanted.connect(self.actions_.ask_spread)
        self.tray.close_wanted.connect(self.actions_.ask_close)
        self.tray.hidden.connect(self.toggle_tray)
        for grid in (self.month, self.hours, self.agenda):
            self.peek.leave_with(grid, grid.viewport())
        self.peek.finished.connect(self.actions_.finish)
        self.peek.move_wanted.connect(self._move)
        self.peek.edit_wanted.connect(self.edit)
        self.peek.remove_wanted.connect(self.actions_.remove)
        self.peek.customer_wanted.connect(self._open_customer)
        self.peek.closed.connect(self._peek_closed)

    def _span(self) -> Span:
        return self.agenda.span if self.state.view is View.AGENDA else self.state.span()

    def _read(self) -> None:
        self._reads_on = False
        self.loader.ask(self.state, self._span(), max(_LEAST_LINES, self.month.room()))

    def _read_on(self) -> None:
        """Add weeks to the agenda: as it is scrolled, and until it fills its place."""
        if self.state.view is View.AGENDA and self._is_read and not self._reads_on:
            self._reads_on = True
            self.loader.ask_more(self.state, self.agenda.extend(MORE_DAYS))

    def _arrived_more(self) -> None:
        self._reads_on = False
        self._arrived()

    def _read_more(self) -> None:
        if self.month.room() > _LEAST_LINES:
            self._read()

    def _take_setup(self, setup: Setup) -> None:
        """Take the shop's day and hour; people, kinds and entries are shown anew only where something is new."""
        before, self._setup = self._setup, setup
        if self.state.day == self.state.today:
            self.state.go(setup.today)
        self.state.today = setup.today
        minute = setup.now.hour * 60 + setup.now.minute if setup.now.date() == setup.today else None
        self.hours.set_shop(setup.people, setup.opens_at, minute)
        if before is None or replace(before, now=setup.now) != setup:
            self._take_shop(setup)
        else:
            self._repaint()

    def _take_shop(self, setup: Setup) -> None:
        looks = KindLooks(setup.kinds)
        owners: dict[int | None, str] = {person.id: person.colour for person in setup.people}
        self.chips.use(looks, owners if len(owners) > 1 else {}, setup.today)
        self.filters.offer(looks, setup.people)
        self._order_tabs()
        self._show()
        self._read()
        self.loader.ask_overdue()

    def _tick(self) -> None:
        """Let the line of now go on, and the day turn, while somebody looks."""
        if self.isVisible():
            self.loader.ask_setup()

    def _order_tabs(self) -> None:
        """Let Tab go on from the head to what is shown, then to the days and what is late."""
        grids: list[QWidget] = [self.month, self.hours, self.agenda]
        order = [*self.head.views.buttons(), *self.filters.chips(), *grids]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _arrived(self) -> None:
        self._is_ready = self._is_read = True
        self._repaint()
        ahead = (self.agenda.span[1] - self.agenda.span[0]).days
        if self.state.view is View.AGENDA and not self.agenda.is_full() and ahead < FILLED_AHEAD:
            self._read_on()

    def _show(self) -> None:
        view, day, span = self.state.view, self.state.day, self.state.span()
        self.head.show_view(view)
        self.head.say(title(view, day, span), week_name(day) if view is not View.MONTH else "")
        self._repaint()

    def _repaint(self) -> None:
        grid = self.grid()
        self.stack.setCurrentWidget(grid)
        grid.show_days()

    def _remember(self) -> None:
        self.frame.memory.setValue(_MEMORY, self.state.to_text())

    def _filtered(self) -> None:
        self._remember()
        self._read()

    def _move(self, item: CalendarItem, day: date) -> None:
        self.actions_.move(item, day, item.time, item.length)
        self.go(day)
        found = self.book.find(item.key)
        if found is not None:
            self.grid().choose_item(found)

    def _move_to(self, item: CalendarItem, place: Place, length: int | None) -> None:
        """Move an entry to another day or hour; into another person's column it goes to her."""
        if (place.day, place.at, length) != (item.day, item.time, item.length):
            self.actions_.move(item, place.day, place.at, length)
        if place.is_person and place.owner_id is not None and place.owner_id != item.owner_id:
            self.actions_.hand_over(item, place.owner_id)
        self.go(place.day)
        self.hours.choose_item(self.book.find(item.key))

    def open_item(self, item: CalendarItem, place: QRect, *, finish: bool = False) -> None:
        """Open the card of an entry; `finish` asks at once how it went."""
        self.peek.open_at(item, place, finish=finish)
        self._let_digits(through=False)

    def _let_digits(self, *, through: bool) -> None:
        """Let the digits choose views, or leave them to the card, where they say how it went."""
        for name in VIEW_VERBS.values():
            self.frame.verbs.set_enabled(name, through)

    def _peek_closed(self) -> None:
        self._let_digits(through=True)
        self.focus_first()

    def _open_customer(self, customer_id: int) -> None:
        self.frame.navigator.open("customer", customer_id)

    def _picked(self, customer_id: int) -> None:
        """Plan for a customer on the current day, and hold her ready to be dragged onto others."""
        jobs = self._jobs

        def show(name: str) -> None:
            self.head.hold(customer_id, name)
            self._begin(Begun(self.state.day, customer_ids=(customer_id,), customer_name=name))

        self.frame.work.read(lambda: jobs.customer_name(customer_id), show, group="calendar.customer")

    def _plan_held(self, customer_id: int) -> None:
        self.plan_for([customer_id], self.state.day)

    def _open_line(self, line: Line, place: QRect) -> None:
        if line.item is not None:
            self.open_item(line.item, place)
        elif line.kind is LineKind.MORE:
            self.open_whole(line.day)
        else:
            DatesPopup(self, self.frame, self._jobs, self._open_customer).open_at(line.day, place.bottomLeft())

    def _show_menu(self, place: QPoint) -> None:
        ids = ["calendar.write"]
        if self.chosen_item() is not None:
            ids = ["calendar.done", "calendar.edit", "calendar.remove", "", *ids]
        self.frame.verbs.context_menu(ids, self).popup(place)

    def _show_page_menu(self) -> None:
        menu: QMenu = self.frame.verbs.context_menu(
            ["calendar.labels", "calendar.tray", "", *PAPER_VERBS, "", EXPORT_VERB], self
        )
        button = self.head.menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
