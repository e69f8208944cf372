"""The page of today: whom to reach and why, worked through with one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.consent import Standing
from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import FollowUpKey, OnToday, Which
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.change_people import all_people
from crm_desktop.services.close_follow_ups import close_follow_ups, move_to_today, spread_follow_ups
from crm_desktop.services.follow_up_kinds import KindShown, kinds
from crm_desktop.services.read_today import Today, read_today
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.moments import long_day
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.today.bulk import BulkBar, CloseDialog, SpreadDialog
from crm_desktop.ui.pages.today.list import TodayList
from crm_desktop.ui.pages.today.look import Look
from crm_desktop.ui.pages.today.page import STEPS_GONE
from crm_desktop.ui.pages.today.rows import Row, counts_text, open_count, rows_of
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.finish_strip import Finishing
from crm_desktop.ui.widgets.named import named

if TYPE_CHECKING:
    from crm_desktop.ui.pages.today.first_steps import FirstStepsCard, ReadSteps

EVERYBODY = "everybody"


@dataclass(frozen=True)
class _Answer:
    """All the page shows, read in one go."""

    today: Today
    people: list[Person]
    kinds: list[KindShown]


class TodayView(PageView):
    """L or Enter logs and goes on, O opens the customer, E the follow-up, P plans another."""

    def __init__(self, frame: Frame, workplace: Workplace, first_steps: ReadSteps | None = None) -> None:
        super().__init__(frame)
        self._workplace = workplace
        self._read_steps = first_steps
        self._steps: FirstStepsCard | None = None
        self._today: Today | None = None
        self._me = workplace.person_id
        self._who: object = self._me
        self._stale = False
        self.look = Look(frame.theme)
        self.list = TodayList(self.look)
        self.title = named(QLabel(_T("Today", "Today")), "today.title", role="title")
        self.counts = named(QLabel(), "today.counts", role="muted")
        self.who = named(QComboBox(), "today.who", _T("Today", "Whose work"))
        self.hint = named(QLabel(_hint_text(), wordWrap=True), "today.hint", role="caption")
        self.bulk = BulkBar(frame.theme, self._to_today, self._spread, self._close, self._hand_over)
        self.empty = EmptyState(frame.theme, "party-popper", "today.empty")
        self._lay_out()
        self._listen()
        self._fill_who([])
        self._ask()

    # what the frame asks

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002 - a change of anything may show here
        """Ask again; while the finish strip is open that waits."""
        if self.list.strip is not None:
            self._stale = True
        else:
            self._ask()

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    def customer_in_sight(self) -> int | None:
        """Return whom the line with the keyboard is about."""
        row = self.list.current_row()
        return row.customer_id if row else None

    def is_ready(self) -> bool:
        """Say whether the day is shown."""
        return self._today is not None

    def save_state(self) -> dict[str, object]:
        """Return whose work is shown."""
        return {"who": self._who} if self._who != self._me else {}  # whoever comes after has work of her own

    def restore_state(self, state: dict[str, object]) -> None:
        """Show the same person's work."""
        self._who = state.get("who", self._who)
        self._ask()

    # building

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.bulk)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column.addWidget(body, 1)
        column.addWidget(self.hint)

    def _head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.counts)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(names)
        row.addStretch(1)
        row.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        if self.frame.verbs.is_known("follow_up.new"):
            row.addWidget(self.frame.verbs.button("follow_up.new", kind="primary"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _listen(self) -> None:
        self.list.log.connect(self._log)
        self.list.opened.connect(self._open_customer)
        self.list.edited.connect(self._edit)
        self.list.planned.connect(self._plan)
        self.list.copied.connect(self._say_copied)
        self.list.chosen.connect(self._say_bulk)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.who.activated.connect(self._who_chosen)

    # reading and showing

    def _ask(self) -> None:
        place, who = self._workplace, self._person_id()

        def read() -> _Answer:
            return _Answer(read_today(place, who), all_people(place), kinds(place))

        self._stale = False
        self.frame.work.read(read, self._show, group="today.rows")

    def _show(self, answer: _Answer) -> None:
        if self.list.strip is not None:
            self._stale = True
            return
        today = self._today = answer.today
        self.look.kinds = KindLooks(answer.kinds)
        self.look.people = {person.id: person.name for person in answer.people}
        self.look.day, self.look.with_owner = today.day, self._person_id() is None
        self._fill_who(answer.people)
        self.title.setText(_T("Today", "Today, {day}").format(day=long_day(today.day)))
        self.counts.setText(counts_text(today))
        rows = rows_of(today)
        self.list.show_rows(rows)
        self._ask_steps()
        self._show_empty(today, is_empty=not rows)
        self._say_bulk()

    def _ask_steps(self) -> None:
        """Ask how far a new shop is, behind the day itself; where that was sent away nothing is made of it."""
        if self._read_steps is None or self.frame.memory.value(STEPS_GONE):
            return
        if self._steps is None:
            from crm_desktop.ui.pages.today.first_steps import FirstStepsCard

            self._steps = FirstStepsCard(self.frame, self._read_steps)
            self._column.insertWidget(1, self._steps)
        self._steps.ask()

    def _show_empty(self, today: Today, *, is_empty: bool) -> None:
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self.hint.setVisible(not is_empty and open_count(today) > 0)
        if is_empty:
            done = today.done_today
            hint = _T("Today", "%n done today. Well done!", n=done) if done else _T("Today", "Enjoy the quiet.")
            plan = Offer(
                "today.empty.plan", _T("Today", "Plan a follow-up"), self._plan_new, "calendar-plus", "primary"
            )
            self.empty.say(_T("Today", "Nothing waits for you today"), hint, [plan])

    def _say_bulk(self) -> None:
        if self._today is not None:
            self.bulk.say(self._meant()[1] if self._are_several() else 0, self._today.overdue_count)

    # whose work

    def _person_id(self) -> int | None:
        return self._who if isinstance(self._who, int) else None

    def _fill_who(self, people: list[Person]) -> None:
        me = self._workplace.person_id
        self.who.clear()
        self.who.addItem(_T("Today", "My work"), me)
        self.who.addItem(_T("Today", "Everybody"), EVERYBODY)
        for person in people:
            if person.active and person.id != me:
                self.who.addItem(person.name, person.id)
        self.who.setCurrentIndex(max(self.who.findData(self._who), 0))
        self.who.setVisible(len(people) > 1)

    def _who_chosen(self, _index: int) -> None:
        self._who = self.who.currentData()
        self.list.close_strip()
        self._ask()

    # one entry

    def _log(self, row: Row) -> None:
        strip = self.list.open_strip(row)
        if strip is None or row.key is None:
            return
        from crm_desktop.ui.pages.calendar.finishing import days_on_offer
        from crm_desktop.ui.widgets.finish_strip import usual_steps

        key, place = row.key, self._workplace
        strip.finished.connect(lambda answer: self._finish(key, answer))
        strip.given_up.connect(self._catch_up)
        strip.begin("", usual_steps(self.look.day))
        self.list.fit_strip()
        self.frame.work.read(lambda: days_on_offer(place, key), strip.set_steps, group="today.steps")

    def _finish(self, key: FollowUpKey, answer: Finishing) -> None:
        from crm_desktop.ui.pages.calendar.finishing import finish

        self.frame.work.forget("today.steps")
        self.list.done_with(key)
        finish(self.frame, self._workplace, key, answer, on_fault=self._refused, with_missed=True)

    def _refused(self, fault: Fault) -> None:
        self.frame.notices.tell_fault(fault)
        self._ask()

    def _catch_up(self) -> None:
        self.frame.work.forget("today.steps")
        if self._stale:
            self._ask()

    def _open_customer(self, row: Row) -> None:
        if row.customer_id is not None:
            self.frame.navigator.open("customer", row.customer_id)
        elif row.key is not None:
            self._edit(row)

    def _edit(self, row: Row) -> None:
        from crm_desktop.ui.pages.calendar.editor import change

        if row.key is not None:
            change(self.window(), self.frame, self._workplace, row.key)

    def _plan(self, row: Row) -> None:
        from crm_desktop.ui.pages.calendar.planning import plan_for

        title = _T("Today", "Congratulate") if row.birthday and row.birthday.greeting is Standing.OPEN else ""
        plan_for(self.frame, self._workplace, row.customer_id, title)

    def _plan_new(self) -> None:
        from crm_desktop.ui.pages.calendar.planning import plan_for

        plan_for(self.frame, self._workplace, None)

    def _say_copied(self, phone: str) -> None:
        self.frame.notices.toast(_T("Today", "Copied: {phone}").format(phone=phone))

    # many entries

    def _are_several(self) -> bool:
        return len(self.list.chosen_keys()) > 1

    def _meant(self) -> tuple[Which, int]:
        """Return the chosen entries where there are several, else all that are late, and how many that is.

        Where all lines are chosen that is everything the page counts, the entries it has no line for as well.
        """
        today, chosen = self._today, self.list.chosen_keys()
        if today is None:
            return [], 0
        if len(chosen) > 1 and len(chosen) == self.list.count_entries():
            return OnToday(self._person_id(), late_only=False), open_count(today)
        if len(chosen) > 1:
            return chosen, len(chosen)
        return OnToday(self._person_id()), today.overdue_count

    def _to_today(self) -> None:
        self._bring_to_today(self._meant()[0])

    def _bring_to_today(self, which: Which) -> None:
        place = self._workplace
        self._write(lambda: move_to_today(place, which, with_missed=True))

    def _spread(self) -> None:
        (which, count), place = self._meant(), self._workplace

        def spread(quota: int) -> None:
            self._write(lambda: spread_follow_ups(place, which, quota, with_missed=True))

        _open(SpreadDialog(self.window(), self.frame.theme, count, spread))

    def _close(self) -> None:
        self._close_these(*self._meant())

    def _close_these(self, which: Which, count: int) -> None:
        place = self._workplace

        def close(reason: str) -> None:
            self._write(lambda: close_follow_ups(place, which, reason, with_missed=True))

        _open(CloseDialog(self.window(), self.frame.theme, count, close))

    def _hand_over(self) -> None:
        self._hand_these_over(*self._meant())

    def _hand_these_over(self, which: Which, count: int) -> None:
        from crm_desktop.ui.dialogs.hand_over import HandedOver, show_hand_over

        show_hand_over(self.window(), self.frame, self._workplace, HandedOver(which, count))

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.list.close_strip()
        self.frame.work.write(job, on_fault=self._refused)

    # the menu of a line

    def _open_menu(self, point: QPoint) -> None:
        row = self.list.current_row()
        if row is None:
            return
        menu = self.row_menu(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(point))

    def row_menu(self, row: Row) -> QMenu:
        """Return what can be done with a line; with several chosen, the last three are for all of them."""
        menu = named(QMenu(self), "today.menu", _T("Today", "What to do"))
        several = self._are_several()
        which, count = self._meant() if several or row.key is None else ([row.key], 1)

        def add(name: str, icon: str, text: str, run: Callable[[], object]) -> None:
            action = QAction(self.frame.theme.icon(icon), text, menu)
            action.setObjectName(f"today.menu.{name}")
            action.triggered.connect(lambda _=False: run())
            menu.addAction(action)

        if row.entry is not None:
            add("log", "check", _T("Today", "Log and finish\tL"), lambda: self._log(row))
            add("edit", "pencil", _T("Today", "Change …\tE"), lambda: self._edit(row))
        if row.customer_id is not None:
            add("open", "user", _T("Today", "Open the customer\tO"), lambda: self._open_customer(row))
            add("plan", "calendar-plus", _T("Today", "Plan another …\tP"), lambda: self._plan(row))
        if row.phone:
            add("copy", "copy", _T("Today", "Copy the phone\tCtrl+C"), self.list.copy)
        if several or row.key is not None:
            menu.addSeparator()
            add("today", "calendar-check", _T("Today", "To today"), lambda: self._bring_to_today(which))
            add("close", "x", _T("Today", "Close …"), lambda: self._close_these(which, count))
            hand_over = _T("Today", "Hand over …")
            add("handOver", "arrow-right-left", hand_over, lambda: self._hand_these_over(which, count))
        return menu


def _open(dialog: QWidget) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()  # type: ignore[attr-defined]


def _hint_text() -> str:
    return _T("Today", "L or Enter: log and go to the next · O: customer · E: change · P: plan another · Ctrl+C: phone")
