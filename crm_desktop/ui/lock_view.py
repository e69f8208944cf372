"""Who is at work: everybody as a card, then the PIN; by keyboard alone or by mouse alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.services.right_words import role_name
from crm_desktop.services.sign_in import AtWork
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.notices import announce
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.person_chip import person_icon
from crm_desktop.ui.widgets.pin_pad import PinPad
from crm_desktop.ui.widgets.presses import on_press, set_checked

_ACROSS = 4
_WITH_NUMBERS = 9


class LockView(QWidget):
    """Emits `wanted` with a person's id and PIN; `left` where somebody goes back to work as she was."""

    wanted = Signal(int, str)
    left = Signal()
    forgotten = Signal(int)
    """An owner has forgotten her PIN."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "lockView", _T("Lock", "Who is at work?"))
        self._theme = theme
        self._people: list[AtWork] = []
        self._chosen: AtWork | None = None
        self._may_leave = False
        self._cards: list[QToolButton] = []
        self.heading = text_label("", "lock.heading", "title")
        self.fault = text_label("", "lock.fault", "danger")
        for label in (self.heading, self.fault):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._people_page())
        self._pages.addWidget(self._pin_page())
        middle = QVBoxLayout()
        middle.setSpacing(14)
        middle.addStretch(1)
        for widget in (self.heading, self._pages, self.fault):
            middle.addWidget(widget)
        middle.addStretch(1)
        middle.addWidget(self._honest_word())
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 20)
        row.addStretch(1)
        row.addLayout(middle, 8)
        row.addStretch(1)

    def show_people(self, people: Sequence[AtWork], current: int | None, *, may_leave: bool, locked: bool) -> None:
        """Show who works here; where it is locked, whoever was at work is asked for first."""
        self._people, self._may_leave = list(people), may_leave
        self.refuse("")
        self._fill_cards(current)
        mine = next((one for one in people if one.id == current), None)
        if locked and mine is not None:
            self._choose(mine)
        else:
            self._show_list()

    def refuse(self, sentence: str) -> None:
        """Say why somebody is not let in, in sight and aloud; the field is empty again."""
        self.fault.setText(sentence)
        self.pad.set_able(True)
        self.pad.clear()
        if sentence:
            announce(self, sentence, assertive=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick a person by her number, press what the keyboard is on with Enter; go back with Esc."""
        here = self.focusWidget()
        number = int(event.text()) if event.text() in list("123456789") else 0
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif self._pages.currentIndex() == 0 and 0 < number <= len(self._people):
            self._choose(self._people[number - 1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(here, QAbstractButton):
            here.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard in here: what lies behind is nobody's to reach."""
        inside = [one for one in self.findChildren(QWidget) if one.isVisible() and self._takes_tab(one)]
        if not inside:
            return True
        here = next((place for place, one in enumerate(inside) if one.hasFocus()), -1)
        step = 1 if forward else -1
        inside[(here + step) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    # parts

    def _people_page(self) -> QWidget:
        page = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._back = make_button("lock.leave", _T("Lock", "Go on as before (Esc)"), self.left.emit, "quiet")
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(_ACROSS + 1, 1)
        column = QVBoxLayout(page)
        column.addLayout(self._grid)
        column.addSpacing(8)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _pin_page(self) -> QWidget:
        page = QWidget()
        self.avatar = Avatar(self._theme, 4.2)
        self.pad = PinPad(self._theme, "lock.pin")
        self.pad.setFixedWidth(round(self._theme.base_points * 22))
        self.pad.entered.connect(self._enter)
        self.go_on = make_button("lock.go", _T("Lock", "Go on"), partial(self._enter, ""), "primary")
        self._others = make_button("lock.others", _T("Lock", "Somebody else"), self._show_list, "quiet")
        self._forgot = make_button("lock.forgot", _T("Lock", "Forgot the PIN?"), self._forget, "quiet")
        column = QVBoxLayout(page)
        column.setSpacing(12)
        for widget in (self.avatar, self.pad, self.go_on):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self._others, self._forgot):
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        return page

    def _honest_word(self) -> QWidget:
        label = text_label(honest_word(), "lock.honest", "caption")
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _fill_cards(self, current: int | None) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(one, place, one.id == current) for place, one in enumerate(self._people, start=1)]
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // _ACROSS, place % _ACROSS + 1)
            card.show()  # now, so that the keyboard can be put on it

    def _card(self, person: AtWork, number: int, is_current: bool) -> QToolButton:
        role = role_name(person.role)
        card = named(QToolButton(), f"lock.person.{number}", f"{person.name}, {role}", kind="button")
        key = f"{number}  " if number <= _WITH_NUMBERS else ""
        card.setText(f"{key}{person.name}\n{role}")
        card.setCheckable(True)
        set_checked(card, is_current)
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        side = self._theme.icon_side(3.4)
        card.setIconSize(QSize(side, side))
        card.setIcon(person_icon(person.name, person.colour, side, self.devicePixelRatioF()))
        card.setMinimumSize(round(self._theme.base_points * 15), round(self._theme.base_points * 13))
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        on_press(card, partial(self._choose, person))
        return card

    # what is done

    def _choose(self, person: AtWork) -> None:
        self._chosen = person
        self.refuse("")
        self.heading.setText(person.name)
        self.avatar.set_person(person.name, None, tint(person.colour))
        self.pad.setVisible(person.has_pin)
        self.go_on.setVisible(not person.has_pin)
        self._forgot.setVisible(person.has_pin and person.role == "owner")
        self._others.setVisible(len(self._people) > 1)
        self._pages.setCurrentIndex(1)
        (self.pad.field if person.has_pin else self.go_on).setFocus()

    def _show_list(self) -> None:
        self._chosen = None
        self.fault.setText("")
        self.heading.setText(_T("Lock", "Who is at work?"))
        self._back.setVisible(self._may_leave)
        self._pages.setCurrentIndex(0)
        marked = next((card for card in self._cards if card.isChecked()), None) or next(iter(self._cards), None)
        if marked is not None:
            marked.setFocus()

    def _go_back(self) -> None:
        if self._pages.currentIndex() == 1 and len(self._people) > 1:
            self._show_list()
        elif self._may_leave:
            self.left.emit()

    def _enter(self, pin: str = "") -> None:
        if self._chosen is not None:
            self.pad.set_able(False)
            self.wanted.emit(self._chosen.id, pin)

    def _forget(self) -> None:
        if self._chosen is not None:
            self.forgotten.emit(self._chosen.id)

    def _takes_tab(self, widget: QWidget) -> bool:
        return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.focusProxy()


def honest_word() -> str:
    """Return what a PIN is for, and what it is not."""
    return _T(
        "Staff",
        "PINs of the staff tell who did what and prevent slips; they do not replace the password of the computer.",
    )
