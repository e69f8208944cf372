"""What the calendar shows of all there is: whose entries, which kinds, and those that are done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.services.read_calendar import CalendarFilter
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.calendar.state import CalendarState
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press


class FilterRow(QWidget):
    """A menu of kinds, and chips of people and of what is done; nothing chosen means everything."""

    changed = Signal()

    def __init__(self, theme: Theme, state: CalendarState) -> None:
        super().__init__()
        self._state = state
        named(self, "calendar.filters", _T("Calendar", "What is shown"))
        self._theme = theme
        self._flow = FlowLayout(self)
        self._kinds: dict[str, QAction] = {}
        self._owners: dict[int | None, QPushButton] = {}

    def offer(self, looks: KindLooks, people: Sequence[Person]) -> None:
        """Offer the shop's kinds and people, with what is chosen pressed; one person alone is not asked for."""
        who = self._state.who
        self._flow.clear()
        self._owners = {}
        self._offer_kinds(looks, who)
        if len(people) > 1:
            self._offer_people(people, who)
        done = self._done = self._chip("done", _T("Calendar", "Show done"))
        done.setIcon(self._theme.icon("circle-check", "muted"))
        done.setChecked(who.done)
        on_press(done, self._tell_done)
        self.updateGeometry()

    def chips(self) -> list[QWidget]:
        """Return the chips, in the order the keyboard goes through them."""
        return [self._button, *self._owners.values(), self._done]

    def _offer_kinds(self, looks: KindLooks, who: CalendarFilter) -> None:
        self._button = self._chip("kinds", "")
        menu = named(QMenu(self._button), "calendar.kinds", _T("Calendar", "Kinds"))
        self._kinds = {}
        for look in looks.all():
            action = menu.addAction(self._theme.icon(look.icon), look.word)
            action.setObjectName(f"calendar.kind.{look.kind}")
            action.setCheckable(True)
            action.setChecked(look.kind in (who.kinds or ()))
            action.triggered.connect(self._tell_kinds)
            self._kinds[look.kind] = action
        self._button.clicked.connect(self._open_kinds)
        self._menu = menu
        self._say_kinds()

    def _open_kinds(self) -> None:
        self._say_kinds()
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _say_kinds(self) -> None:
        """Name the chosen kinds on the button."""
        words = [action.text() for action in self._kinds.values() if action.isChecked()]
        text = ", ".join(words[:2]) + (" …" if len(words) > 2 else "") if words else _T("Calendar", "All kinds")
        self._button.setText(text)
        self._button.setAccessibleName(_T("Calendar", "Kinds: {kinds}").format(kinds=", ".join(words) or text))
        self._button.setChecked(bool(words))
        self._button.setIcon(self._theme.icon("filter", "muted"))
        self.updateGeometry()

    def _offer_people(self, people: Sequence[Person], who: CalendarFilter) -> None:
        for person in people:
            chip = self._owners[person.id] = self._chip(f"owner.{person.id}", person.name)
            chip.setIcon(_dot(tint(person.colour), self._theme.icon_side()))
            chip.setChecked(person.id in (who.owner_ids or ()))
            on_press(chip, self._tell_owners)

    def _chip(self, name: str, text: str) -> QPushButton:
        chip = named(QPushButton(text), f"calendar.filter.{name}", text, kind="chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        self._flow.addWidget(chip)
        return chip

    def _tell_kinds(self) -> None:
        self._say_kinds()
        self._state.show_kinds(frozenset(kind for kind, action in self._kinds.items() if action.isChecked()))
        self.changed.emit()

    def _tell_owners(self) -> None:
        self._state.show_owners(frozenset(owner for owner, chip in self._owners.items() if chip.isChecked()))
        self.changed.emit()

    def _tell_done(self) -> None:
        self._state.show_done(self._done.isChecked())
        self.changed.emit()


def _dot(colour: str, side: int) -> QIcon:
    """Return a round spot of a person's colour."""
    size = QSize(side, side)
    picture = QPixmap(size)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor(colour))
    inset = side // 5
    painter.drawEllipse(inset, inset, side - 2 * inset, side - 2 * inset)
    painter.end()
    return QIcon(picture)
