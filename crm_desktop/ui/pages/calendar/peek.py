"""The card that opens beside an entry: what, when, whom and how to reach her, and what can be done at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.consent import refused_calls_words
from crm_desktop.domain.follow_up import CalendarItem, FollowUp, FollowUpStatus
from crm_desktop.services.finish_follow_up import Finish, NextStep
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.jobs import CalendarJobs
from crm_desktop.ui.pages.calendar.kind_look import distance_text, due_token
from crm_desktop.ui.pages.calendar.words import clock, day_name, short_day
from crm_desktop.ui.widgets.finish_strip import Finishing, FinishStrip, NextDay
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named

_GAP = 6


class PeekCard(QFrame):
    """Emits what is to be done with its entry; Esc closes it."""

    finished = Signal(object, object)
    """The entry's key and a `Finish`."""
    move_wanted = Signal(object, object)
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    customer_wanted = Signal(int)
    closed = Signal()

    def __init__(self, frame: Frame, jobs: CalendarJobs, chips: ChipPainter, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        named(self, "calendar.peek", _T("Calendar", "Follow-up"), panel="raised")
        self._frame = frame
        self._jobs = jobs
        self._chips = chips
        self._item: CalendarItem | None = None
        self._found: FollowUp | None = None
        self._steps: list[NextStep] = []
        self._place = QRect()
        self.title = _label("calendar.peek.title", "heading")
        self.when = _label("calendar.peek.when")
        self.state = _label("calendar.peek.state", "muted")
        self.whom = _label("calendar.peek.whom", "strong")
        self.note = _label("calendar.peek.note", "muted")
        self.strip = FinishStrip(frame.theme, "calendar.finish")
        self._make_buttons()
        self._lay_out()
        self.strip.finished.connect(self._finish)
        self.strip.given_up.connect(self._strip_left)
        self.hide()

    @property
    def item(self) -> CalendarItem | None:
        """The entry it shows."""
        return self._item

    def open_at(self, item: CalendarItem, place: QRect, *, finish: bool = False) -> None:
        """Open beside a place on the screen; `finish` goes on to how it went."""
        self._item, self._found, self._place = item, None, place
        self._show_item(item)
        self.show()
        self.raise_()
        self._fit()
        self.done.setFocus(Qt.FocusReason.PopupFocusReason)
        jobs = self._jobs
        self._frame.work.read(lambda: jobs.read(item.key), self._take, group="calendar.peek")
        if finish:
            self._begin_finish()

    def leave_with(self, *grounds: QWidget) -> None:
        """Close as soon as one of these is clicked or gets the keyboard."""
        for ground in grounds:
            ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the user goes elsewhere."""
        if self.isVisible() and event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn):
            self.close_card()
        return super().eventFilter(watched, event)

    def close_card(self) -> None:
        """Close it."""
        if self.isVisible():
            self.strip.hide()
            self.hide()
            self._item = None
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)
            event.accept()

    # building

    def _make_buttons(self) -> None:
        theme = self._frame.theme
        self.done = _button("calendar.peek.done", _T("Calendar", "Done"), "primary")
        self.done.setIcon(theme.icon("check", "on_accent"))
        self.move_to = _button("calendar.peek.move", _T("Calendar", "Move …"))
        self.customer = _button("calendar.peek.customer", _T("Calendar", "Open customer"))
        self.edit = _button("calendar.peek.edit", _T("Calendar", "Edit …"))
        self.remove = IconButton(theme, "calendar.peek.remove", "trash-2", _T("Calendar", "Remove"))
        self.cross = IconButton(theme, "calendar.peek.close", "x", _T("Calendar", "Close"))
        self.done.clicked.connect(self._begin_finish)
        self.move_to.clicked.connect(self._offer_days)
        self.customer.clicked.connect(self._open_customer)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.cross.clicked.connect(self.close_card)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for label in (self.when, self.state, self.whom, self.note):
            column.addWidget(label)
        self._buttons = wrapping(QWidget())
        flow = FlowLayout(self._buttons)
        for button in (self.done, self.move_to, self.customer, self.edit):
            flow.addWidget(button)
        column.addSpacing(4)
        column.addWidget(self._buttons)
        column.addWidget(self.strip)

    # showing

    def _show_item(self, item: CalendarItem) -> None:
        look = self._chips.looks.of(item.kind)
        self.title.setText(item.title)
        self.when.setText(f"{look.word} · {when_text(item)}")
        self.whom.setText(item.customer_name or "")
        self.whom.setVisible(bool(item.customer_name))
        self.note.hide()
        is_open = item.status is FollowUpStatus.OPEN
        self._show_state(item, is_open=is_open)
        for button in (self.done, self.move_to):
            button.setVisible(is_open)
        self.customer.setVisible(item.customer_id is not None)
        self.setAccessibleName(f"{item.title}, {self.when.text()}")

    def _show_state(self, item: CalendarItem, *, is_open: bool) -> None:
        today = self._chips.today
        parts = [distance_text(item.day, today)] if is_open else [_T("Calendar", "done or closed")]
        if item.repeats:
            parts.append(_T("Calendar", "repeats"))
        if item.promised:
            parts.append(_T("Calendar", "promised"))
        self.state.setText(" · ".join(parts))
        role = {"danger": "danger", "warning": "warning"}.get(due_token(item.day, today), "muted")
        self.state.setProperty("role", role if is_open else "muted")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def _take(self, found: FollowUp) -> None:
        if self._item is None:
            return
        self._found = found
        phone = refused_calls_words() if found.refused_calls else found.customer_phone
        whom = " · ".join(part for part in (found.customer_name, phone) if part)
        self.whom.setText(whom)
        self.whom.setVisible(bool(whom))
        note = found.draft.note or found.close_reason or ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._fit()

    def _fit(self) -> None:
        """Take a width that goes with the text size and stand beside the entry, within the page."""
        ground = self._ground
        width = min(round(self._frame.theme.base_points * 44), ground.width() - 20)
        self.setFixedWidth(width)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(width)
            self.resize(width, min(needed, ground.height() - 10))
        spot = QRect(ground.mapFromGlobal(self._place.topLeft()), self._place.size())
        left = spot.right() + _GAP
        if left + width > ground.width() - 8:
            left = spot.left() - width - _GAP
        top = min(spot.top() - 4, ground.height() - self.height() - 8)
        self.move(max(8, min(left, ground.width() - width - 8)), max(8, top))

    # doing

    def _begin_finish(self) -> None:
        item, jobs = self._item, self._jobs
        if item is None:
            return
        self._frame.work.read(lambda: jobs.next_steps(item.key), self._show_strip, group="calendar.steps")

    def _show_strip(self, steps: list[NextStep]) -> None:
        if self._item is None:
            return
        self._steps = steps
        self._buttons.hide()
        self.strip.begin("", [NextDay(step.label, step.day, step.comes_anyway) for step in steps])
        self._fit()

    def _strip_left(self) -> None:
        self._buttons.show()
        self._fit()
        self.done.setFocus()

    def _finish(self, chosen: Finishing) -> None:
        item, found = self._item, self._found
        if item is None:
            return
        planned = {step.day for step in self._steps if step.comes_anyway}
        following = None
        if found is not None and chosen.next_day is not None and chosen.next_day not in planned:
            following = replace(found.draft, day=chosen.next_day, repeat=None, promised=False)
        self._buttons.show()
        self.close_card()
        self.finished.emit(item.key, Finish(chosen.outcome, chosen.text, next=following))

    def _offer_days(self) -> None:
        """Offer the days one usually moves to; any other day is a matter of the editor, or of dragging."""
        menu = named(QMenu(self), "calendar.peek.days")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, day in usual_days(self._chips.today):
            menu.addAction(f"{text}  ({short_day(day)})").setData(day)
        menu.triggered.connect(lambda action: self._move(action.data()))
        menu.popup(self.move_to.mapToGlobal(QPoint(0, self.move_to.height())))

    def _move(self, day: date) -> None:
        item = self._item
        if item is not None:
            self.close_card()
            self.move_wanted.emit(item, day)

    def _open_customer(self) -> None:
        if self._item is not None and self._item.customer_id is not None:
            customer_id = self._item.customer_id
            self.close_card()
            self.customer_wanted.emit(customer_id)

    def _edit(self) -> None:
        if self._item is not None:
            key = self._item.key
            self.close_card()
            self.edit_wanted.emit(key)

    def _remove(self) -> None:
        item = self._item
        if item is not None:
            self.close_card()
            self.remove_wanted.emit(item)


def usual_days(today: date) -> list[tuple[str, date]]:
    """Return the days one usually moves an entry to."""
    return [
        (_T("Calendar", "Today"), today),
        (_T("Calendar", "Tomorrow"), today + timedelta(days=1)),
        (_T("Calendar", "In three days"), today + timedelta(days=3)),
        (_T("Calendar", "Next Monday"), today + timedelta(days=7 - today.weekday())),
        (_T("Calendar", "In a month"), today + timedelta(days=30)),
    ]


def when_text(item: CalendarItem) -> str:
    """Return the day and the hours of an entry."""
    if item.time is None:
        return day_name(item.day)
    if not item.length:
        return f"{day_name(item.day)}, {clock(item.time)}"
    end = (item.time.hour * 60 + item.time.minute + item.length) % (24 * 60)
    return f"{day_name(item.day)}, {clock(item.time)} – {end // 60:02d}:{end % 60:02d}"


def wrapping(widget: QWidget) -> QWidget:
    """Let a widget be as tall as its width makes it; without this, layouts cut its second row off."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return widget


def _label(name: str, role: str = "") -> QLabel:
    label = named(QLabel(wordWrap=True), name, role=role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(name: str, text: str, kind: str = "") -> QPushButton:
    button = named(QPushButton(text), name, kind=kind)
    button.setAutoDefault(False)
    return button
