"""What is planned with a customer: when next, every open follow-up, and the strip that finishes one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import CalendarItem, FollowUpKey, FollowUpStatus, Priority, joined
from crm_desktop.services.follow_up_kinds import KindShown, kinds
from crm_desktop.services.read_follow_up import follow_ups_of, shop_today
from crm_desktop.ui.pages.calendar.kind_look import KindLooks, due_text, due_token
from crm_desktop.ui.pages.customer.bindings import RowList
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.plans_part import PlansPart
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.finish_strip import Finishing, FinishStrip, usual_steps
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named

_ROLES = {"danger": "danger", "warning": "warning", "text": "strong", "muted": "muted"}
"""The role of the label that says when: by the token of the day."""


@dataclass(frozen=True)
class _Answer:
    items: list[CalendarItem]
    kinds: list[KindShown]
    today: date


class FollowUpsPart(QWidget):
    """The line "Next follow-up" and the open entries below it; a narrow pane shows the first three."""

    def __init__(self, model: RecordModel, name: str, most: int) -> None:
        super().__init__()
        named(self, name, _T("FollowUps", "Follow-ups"))
        self._model, self._most = model, most
        self._group = f"{name}.items"
        self._looks = KindLooks()
        self._today = date(2000, 1, 1)
        self._open: list[CalendarItem] = []
        self._finishing: FollowUpKey | None = None
        self._stale = False
        self.caption = named(QLabel(_T("FollowUps", "Next follow-up")), f"{name}.caption", role="muted")
        self.next = named(QLabel(), f"{name}.next", role="muted")
        self.next.setTextFormat(Qt.TextFormat.PlainText)
        self.plan_link = named(QPushButton(_T("FollowUps", "Plan one")), f"{name}.plan", kind="link")
        self.plan_link.setAutoDefault(False)
        self.plan_link.clicked.connect(self.plan)
        self.more = named(QLabel(), f"{name}.more", role="caption")
        self.plans = PlansPart(model, f"{name}.plans")
        self.strip: FinishStrip | None = None
        self._lay_out()
        self._rows = RowList(lambda number: _Row(model, f"{name}.{number}"), self._add_row)
        model.shown.connect(self._start_over)
        model.changed.connect(self._ask)

    def plan(self) -> None:
        """Open the editor for a new follow-up of the customer."""
        from crm_desktop.ui.pages.calendar.planning import plan_for

        if self._model.customer_id is not None:
            plan_for(self._model.frame, self._model.workplace, self._model.customer_id)

    # building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.caption)
        head.addWidget(self.next)
        head.addWidget(self.plan_link)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self.more)
        self._column.addWidget(self.plans)

    def _add_row(self, row: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self.more), row)

    # reading and showing

    def _start_over(self) -> None:
        """Show nothing of the customer before."""
        self._finishing = None
        if self.strip is not None:
            self.strip.hide()
        self._show_items([])

    def _ask(self) -> None:
        place = self._model.workplace

        def read(customer_id: int) -> _Answer:
            return _Answer(follow_ups_of(place, customer_id), kinds(place), shop_today(place))

        self._stale = False
        self._model.read_more(read, self._take, self._group)

    def _take(self, answer: _Answer) -> None:
        if self.strip is not None and not self.strip.isHidden():
            self._stale = True
            return
        self._looks, self._today = KindLooks(answer.kinds), answer.today
        is_open = [item for item in answer.items if item.status is FollowUpStatus.OPEN]
        self._show_items(joined(is_open, answer.today), is_open[0].day if is_open else None)

    def _show_items(self, items: list[CalendarItem], first: date | None = None) -> None:
        self._open = items
        self.next.setText(due_text(first, self._today))
        _set_role(self.next, _ROLES[due_token(first, self._today)])
        rows = self._rows.show(min(len(items), self._most))
        for item, row in zip(items, rows, strict=False):
            if isinstance(row, _Row):
                row.show_item(
                    item, self._looks, self._today, self._runner(self._begin, item), self._runner(self._edit, item)
                )
        left = len(items) - len(rows)
        self.more.setText(_T("FollowUps", "and %n more", n=left) if left > 0 else "")
        self.more.setVisible(left > 0)

    def _runner(self, run: Callable[[CalendarItem], object], item: CalendarItem) -> Callable[[], None]:
        def act() -> None:
            run(item)

        return act

    # doing

    def _begin(self, item: CalendarItem) -> None:
        """Open the strip right under the entry."""
        from crm_desktop.ui.pages.calendar.finishing import days_on_offer

        place, key = self._model.workplace, item.key
        self._finishing = key
        strip = self._made_strip()
        self._column.removeWidget(strip)
        row = self._rows.rows[self._open.index(item)]
        self._column.insertWidget(self._column.indexOf(row) + 1, strip)
        strip.begin(item.title, usual_steps(self._today))
        steps_group = f"{self._group}.steps"
        self._model.frame.work.read(lambda: days_on_offer(place, key), strip.set_steps, group=steps_group)

    def _made_strip(self) -> FinishStrip:
        """Return the strip, made when it is first needed: most cards are only read."""
        if self.strip is None:
            self.strip = FinishStrip(self._model.frame.theme, f"{self.objectName()}.finish")
            self.strip.finished.connect(self._finish)
            self.strip.given_up.connect(self._catch_up)
        return self.strip

    def _finish(self, answer: Finishing) -> None:
        from crm_desktop.ui.pages.calendar.finishing import finish

        key, self._finishing = self._finishing, None
        self._model.frame.work.forget(f"{self._group}.steps")
        if key is not None:
            finish(self._model.frame, self._model.workplace, key, answer, with_missed=True)

    def _catch_up(self) -> None:
        self._model.frame.work.forget(f"{self._group}.steps")
        if self._stale:
            self._ask()
        self.plan_link.setFocus()

    def _edit(self, item: CalendarItem) -> None:
        from crm_desktop.ui.pages.calendar.editor import change

        change(self.window(), self._model.frame, self._model.workplace, item.key)


class _Row(QWidget):
    """One open entry: its kind, when, what, and the buttons to finish and to change it."""

    def __init__(self, model: RecordModel, name: str) -> None:
        super().__init__()
        named(self, name)
        self._theme = model.frame.theme
        self.icon = named(QLabel(), f"{name}.kind")
        self.due = named(QLabel(), f"{name}.due")
        self.title = named(ElidedLabel(), f"{name}.title")
        self.done = IconButton(self._theme, f"{name}.done", "check", _T("FollowUps", "Log and finish"), token="text")
        self.edit = IconButton(self._theme, f"{name}.edit", "pencil", _T("FollowUps", "Change"))
        self._on_done: Callable[[], object] = lambda: None
        self._on_edit: Callable[[], object] = lambda: None
        self.done.clicked.connect(self._tell_done)
        self.edit.clicked.connect(self._tell_edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.due)
        row.addWidget(self.title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.done)
        buttons.addWidget(self.edit)
        row.addLayout(buttons)

    def show_item(
        self,
        item: CalendarItem,
        looks: KindLooks,
        today: date,
        on_done: Callable[[], object],
        on_edit: Callable[[], object],
    ) -> None:
        """Show an entry."""
        look = looks.of(item.kind)
        self._on_done, self._on_edit = on_done, on_edit
        side = self._theme.icon_side()
        picture = self._theme.tinted_icon(look.icon, look.colours(self._theme.tokens)[1])
        self.icon.setPixmap(picture.pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.icon.setToolTip(look.word)
        self.icon.setAccessibleName(look.word)
        said = due_text(item.day, today)
        self.due.setText(f"{said} {item.time:%H:%M}" if item.time else said)
        _set_role(self.due, _ROLES[due_token(item.day, today)])
        marks = _T("FollowUps", "important") if item.priority is Priority.HIGH else ""
        promised = _T("FollowUps", "promised") if item.promised else ""
        self.title.setText(" · ".join(part for part in (item.title, look.word, marks, promised) if part))
        for button, verb in ((self.done, _T("FollowUps", "Log and finish")), (self.edit, _T("FollowUps", "Change"))):
            button.say(f"{verb}: {item.title}")

    def _tell_done(self) -> None:
        self._on_done()

    def _tell_edit(self) -> None:
        self._on_edit()


def _set_role(label: QLabel, role: str) -> None:
    """Give a label another colour; below a style sheet the property alone does not repaint it."""
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
