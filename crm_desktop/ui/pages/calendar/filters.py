"""What the calendar shows of all there is: whose entries, which kinds, and those that are done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.services.read_calendar import CalendarFilter
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named

_DONE = "done"


class FilterRow(QWidget):
    """Chips to press; none of the kinds pressed means all of them, and so with people."""

    kinds_chosen = Signal(object)
    owners_chosen = Signal(object)
    done_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "calendar.filters", _T("Calendar", "What is shown"))
        self._theme = theme
        self._flow = FlowLayout(self)
        self._kinds: dict[str, QPushButton] = {}
        self._owners: dict[int | None, QPushButton] = {}
        self._done = self._chip(_DONE, _T("Calendar", "Show done"))

    def offer(self, looks: KindLooks, people: Sequence[Person], who: CalendarFilter) -> None:
        """Offer the shop's kinds and people, with what is chosen pressed; one person alone is not asked for."""
        self._flow.clear()
        self._kinds, self._owners = {}, {}
        for look in looks.all():
            chip = self._kinds[look.kind] = self._chip(f"kind.{look.kind}", look.word)
            chip.setIcon(self._theme.icon(look.icon, "muted"))
            chip.setChecked(look.kind in (who.kinds or ()))
            chip.clicked.connect(self._tell_kinds)
        if len(people) > 1:
            self._offer_people(people, who)
        self._done = self._chip(_DONE, _T("Calendar", "Show done"))
        self._done.setIcon(self._theme.icon("circle-check", "muted"))
        self._done.setChecked(who.done)
        self._done.clicked.connect(self.done_chosen)
        self.updateGeometry()

    def _offer_people(self, people: Sequence[Person], who: CalendarFilter) -> None:
        for person in people:
            chip = self._owners[person.id] = self._chip(f"owner.{person.id}", person.name)
            chip.setIcon(_dot(tint(person.colour), self._theme.icon_side()))
            chip.setChecked(person.id in (who.owner_ids or ()))
            chip.clicked.connect(self._tell_owners)

    def _chip(self, name: str, text: str) -> QPushButton:
        chip = named(QPushButton(text), f"calendar.filter.{name}", text, kind="chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        self._flow.addWidget(chip)
        return chip

    def _tell_kinds(self) -> None:
        self.kinds_chosen.emit(frozenset(kind for kind, chip in self._kinds.items() if chip.isChecked()))

    def _tell_owners(self) -> None:
        self.owners_chosen.emit(frozenset(owner for owner, chip in self._owners.items() if chip.isChecked()))


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
