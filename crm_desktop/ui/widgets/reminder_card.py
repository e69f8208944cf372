"""The card of what is to be reminded of, at the foot of the window: Done, Snooze and Open for each entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.ui.notices import announce
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.finish_strip import Finishing, FinishStrip, NextDay
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.page_stack import PageStack

MOST_SHOWN = 3
"""Entries with buttons of their own; the page of today has them all."""
_WIDTH_EMS = 28
_MARGIN = 18
_TOAST_ROOM = 56
"""The foot of the page is left to the toast."""


@dataclass(frozen=True)
class Line:
    """One entry as the card shows it; `name` tells it apart."""

    name: str
    title: str
    note: str
    icon: str

    @property
    def spoken(self) -> str:
        """The entry as a screen reader says it."""
        return f"{self.title}, {self.note}"


class ReminderCard(QFrame):
    """Shows lines and emits what is to be done with them; it knows no follow-up and no service."""

    done = Signal(str)
    """The name of the entry that is to be finished: `begin_finish` goes on."""
    finished = Signal(str, object)
    """The name of an entry, and how it went: a `Finishing`."""
    snoozed = Signal(list, str)
    """The names of entries, and which of the choices of `set_snoozes`."""
    opened = Signal(str)
    more_wanted = Signal()
    closed = Signal()

    def __init__(self, ground: PageStack, theme: Theme) -> None:
        super().__init__(ground.parentWidget())  # beside the stack: that shows screen readers nothing but its pages
        named(self, "reminders", _T("Reminders", "Reminders"), panel="raised")
        self._ground, self._theme = ground, theme
        self._lines: list[Line] = []
        self._rows: dict[str, ReminderRow] = {}
        self._snoozes: list[tuple[str, str]] = []
        self._finishing: str | None = None
        self._before: QWidget | None = None
        self.strip = FinishStrip(theme, "reminders.finish")
        self.strip.finished.connect(self._finish)
        self.strip.given_up.connect(self._strip_left)
        self._lay_out()
        ground.installEventFilter(self)
        self.hide()

    def set_snoozes(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these choices, each a key and its words."""
        self._snoozes = list(choices)

    def show_lines(self, lines: Sequence[Line], *, ring: bool) -> None:
        """Show these entries, the first of them with buttons; `ring` has a screen reader say them."""
        self._lines = list(lines)
        shown = {line.name: line for line in lines[:MOST_SHOWN]}
        for name in [name for name in self._rows if name not in shown]:
            self._drop(name)
        for place, line in enumerate(shown.values()):
            self._place_row(line, place)
        self._say_count()
        self.setVisible(bool(lines))
        self.fit()
        if ring and lines:
            self.raise_()
            announce(self, f"{self.head.text()}: " + "; ".join(line.spoken for line in shown.values()), assertive=True)

    def begin_finish(self, name: str, steps: Sequence[NextDay]) -> None:
        """Ask under an entry how it went."""
        row = self._rows.get(name)
        if row is None:
            return
        self._finishing = name
        self._column.insertWidget(self._column.indexOf(row) + 1, self.strip)
        self.strip.begin("", steps)
        self.fit()
        self._scroll.ensureWidgetVisible(self.strip)

    def set_steps(self, steps: Sequence[NextDay]) -> None:
        """Offer these days for the next one, while it is asked how it went."""
        if self._finishing is not None:
            self.strip.set_steps(steps)
            self.fit()

    def take_focus(self) -> bool:
        """Put the keyboard on the first entry; says whether there is one."""
        if not self.isVisible():
            return False
        here = self.window().focusWidget()
        if here is not None and here is not self._before and not self.isAncestorOf(here):
            self._before = here
            here.destroyed.connect(self._forget_before)
        next(iter(self._rows.values())).done.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def fit(self) -> None:
        """Stand at the foot, at the right, as large as the entries need and the page allows."""
        ground = self._ground.geometry()
        em = self.fontMetrics().height()
        width = max(1, min(_WIDTH_EMS * em, ground.width() - 2 * _MARGIN))
        self._body.setFixedWidth(max(1, width - 2 - (self._scroll.verticalScrollBar().sizeHint().width())))
        layout = self._body.layout()
        wanted = layout.totalHeightForWidth(self._body.width()) if layout is not None else 0
        wanted = max(wanted, layout.totalSizeHint().height() if layout is not None and wanted < 0 else 0)
        self._body.setFixedHeight(max(1, wanted))
        around = self._head_box.sizeHint().height() + 8
        height = min(wanted + around, ground.height() - _TOAST_ROOM - 2 * _MARGIN)
        right, foot = ground.right() + 1 - _MARGIN, ground.bottom() + 1 - _MARGIN - _TOAST_ROOM
        self.setGeometry(right - width, foot - height, width, max(1, height))

    def close_card(self) -> None:
        """Put the card away; what it showed stays as late as it is."""
        self._give_focus_back()
        self.strip.hide()
        self._finishing = None
        self.hide()
        self.closed.emit()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window changes its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and watched is self._ground and self.isVisible():
            self.fit()
        return super().eventFilter(watched, event)

    # building

    def _lay_out(self) -> None:
        theme = self._theme
        self.head = named(QLabel(), "reminders.head", role="heading")
        self.snooze_all = _button("reminders.snoozeAll", _T("Reminders", "Snooze all"), "quiet")
        self.snooze_all.clicked.connect(self._offer_all)
        cross = IconButton(theme, "reminders.close", "x", _T("Reminders", "Close the reminders"))
        cross.clicked.connect(self.close_card)
        self._head_box = QWidget()
        head = QHBoxLayout(self._head_box)
        head.setContentsMargins(14, 8, 8, 0)
        head.addWidget(self.head, 1)
        head.addWidget(self.snooze_all)
        head.addWidget(cross)
        self.more = _button("reminders.more", "", "link")
        self.more.clicked.connect(self.more_wanted)
        self._body = named(QWidget(), "reminders.body")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(14, 4, 12, 12)
        self._column.setSpacing(10)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll = named(QScrollArea(), "reminders.scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        self._scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(4)
        whole.addWidget(self._head_box)
        whole.addWidget(self._scroll, 1)

    def _place_row(self, line: Line, place: int) -> None:
        row = self._rows.get(line.name)
        if row is None:
            row = self._rows[line.name] = ReminderRow(self._theme, line.name)
            row.done.clicked.connect(self._teller(self.done, line.name))
            row.open.clicked.connect(self._teller(self.opened, line.name))
            row.snooze.clicked.connect(self._offerer(row))
        row.say(line)
        strip_above = self._finishing is not None and 0 <= self._column.indexOf(self.strip) <= place
        self._column.insertWidget(place + int(strip_above), row)
        row.show()
        if self._finishing == line.name:
            self._column.insertWidget(self._column.indexOf(row) + 1, self.strip)

    def _drop(self, name: str) -> None:
        row = self._rows.pop(name)
        had_focus = row.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        if self._finishing == name:
            self._finishing = None
            self.strip.hide()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if had_focus:
            self._focus_on()

    def _say_count(self) -> None:
        count = len(self._lines)
        self.head.setText(_T("Reminders", "%n reminder(s)", n=count))
        self.setAccessibleName(self.head.text())
        self.snooze_all.setVisible(count > 1)
        hidden = count - min(count, MOST_SHOWN)
        self.more.setText(_T("Reminders", "%n more: open Today", n=hidden))
        self.more.setVisible(hidden > 0)

    # doing

    def _teller(self, signal: object, name: str) -> object:
        def tell() -> None:
            signal.emit(name)  # type: ignore[attr-defined]

        return tell

    def _offerer(self, row: ReminderRow) -> object:
        def offer() -> None:
            self._offer(row.snooze, [row.name])

        return offer

    def _offer_all(self) -> None:
        self._offer(self.snooze_all, [line.name for line in self._lines])

    def _offer(self, button: QPushButton, names: list[str]) -> None:
        menu = named(QMenu(self), "reminders.snoozeMenu", _T("Reminders", "Snooze"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, text in self._snoozes:
            action = menu.addAction(text)
            action.setObjectName(f"reminders.snooze.{key}")
            action.triggered.connect(self._snoozer(names, key))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _snoozer(self, names: list[str], key: str) -> object:
        def snooze() -> None:
            self.snoozed.emit(names, key)

        return snooze

    def _finish(self, answer: Finishing) -> None:
        name, self._finishing = self._finishing, None
        if name is not None:
            self.finished.emit(name, answer)
        self.fit()
        self._focus_on()  # the strip had the keyboard

    def _strip_left(self) -> None:
        name, self._finishing = self._finishing, None
        if name in self._rows:
            self._rows[name].done.setFocus()
        self.fit()

    def _focus_on(self) -> None:
        """Keep the keyboard in the card while there is anything in it, else give it back to the page."""
        left = next(iter(self._rows.values()), None)
        if left is not None and left.isVisible():
            left.done.setFocus()
        else:
            self._give_focus_back()

    def _give_focus_back(self) -> None:
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        else:
            self._ground.focus_first()
        self._before = None

    def _forget_before(self) -> None:
        self._before = None


class ReminderRow(QFrame):
    """One entry with its buttons."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.name = name
        self._theme = theme
        named(self, "reminder")
        self.title = named(QLabel(wordWrap=True), "reminder.title", role="strong")
        self.note = named(QLabel(wordWrap=True), "reminder.note", role="muted")
        for label in (self.title, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sign = QLabel()
        self.done = _button("reminder.done", _T("Reminders", "Done"))
        self.done.setIcon(theme.icon("check"))
        self.snooze = _button("reminder.snooze", _T("Reminders", "Snooze"))
        self.snooze.setIcon(theme.icon("clock"))
        self.open = _button("reminder.open", _T("Reminders", "Open"), "quiet")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in (self.done, self.snooze, self.open):
            flow.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.note)
        words.addSpacing(4)
        words.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, line: Line) -> None:
        """Show an entry."""
        self.title.setText(line.title)
        self.note.setText(line.note)
        side = self._theme.icon_side(1.2)
        self.sign.setPixmap(self._theme.icon(line.icon, "accent_text").pixmap(side, side))
        self.setAccessibleName(line.spoken)
        for button in (self.done, self.snooze, self.open):
            button.setAccessibleName(
                _T("Reminders", "{verb}: {entry}", "a button of one reminder").format(
                    verb=button.text(), entry=line.title
                )
            )


def _button(name: str, text: str, kind: str = "") -> QPushButton:
    return named(QPushButton(text), name, text, kind=kind) if kind else named(QPushButton(text), name, text)
