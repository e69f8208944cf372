"""The member card of a customer: seen as it will be printed; who has no number yet is given the next free one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPdfWriter
from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.card_numbers import give_card, next_card_number
from crm_desktop.services.read_loyalty import Loyalty, loyalty_of
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.loyalty.actions import Desk
from crm_desktop.ui.loyalty.printing import print_drawing, save_drawing
from crm_desktop.ui.paper.member_card import HEIGHT_MM, WIDTH_MM, MemberCard, draw_member_card
from crm_desktop.ui.paper.mm import MM_PER_INCH
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.widgets.named import named

_FIRST_MM = 4.0
"""Where on the paper the card begins."""


@dataclass(frozen=True)
class _Answer:
    loyalty: Loyalty
    next_number: str


class CardPicture(QWidget):
    """Draws the card in the size it has on paper."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "memberCard.picture", _T("MemberCard", "Member card"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.card: MemberCard | None = None

    def show_card(self, card: MemberCard) -> None:
        """Show a card."""
        self.card = card
        self.setAccessibleDescription(" · ".join(part for part in (card.name, card.tier, card.number) if part))
        self.update()

    def sizeHint(self) -> QSize:
        """Wish for the card and a little around it."""
        dots = self.logicalDpiX() / MM_PER_INCH
        return QSize(round((WIDTH_MM + 2) * dots), round((HEIGHT_MM + 2) * dots))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        if self.card is not None:
            painter = QPainter(self)
            draw_member_card(painter, self, self.card, 1, 1)
            painter.end()


class MemberCardDialog(Sheet):
    """Prints the card, or writes it to a PDF file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.parent, desk.frame.theme, "memberCard", _T("MemberCard", "Member card"))
        self._desk = desk
        self.picture = CardPicture()
        self.hint = text_label("", "memberCard.hint", "muted")
        self.body.addWidget(self.picture)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self.add_verb("memberCard.close", _T("Loyalty", "Close"), self.reject, at_left=True)
        self.give = self.add_verb("memberCard.give", "", self._give)
        self.give.hide()
        self._verbs = [
            self.add_verb("memberCard.pdf", _T("Statement", "Save as PDF …"), self._save),
            self.add_verb("memberCard.print", _T("Loyalty", "Print …"), self._print, "primary"),
        ]
        for button in self._verbs:
            button.setEnabled(False)
        self._ask()

    def _ask(self) -> None:
        place, customer_id = self._desk.workplace, self._desk.customer_id

        def read() -> _Answer:
            loyalty = loyalty_of(place, customer_id)
            return _Answer(loyalty, "" if loyalty.card_number else next_card_number(place))

        self._desk.frame.work.read(read, self._show, self._refuse, "memberCard.read")

    def _show(self, answer: _Answer) -> None:
        loyalty = answer.loyalty
        tier = loyalty.tier
        self.picture.show_card(
            MemberCard(
                self._desk.frame.settings.get(SHOP_NAME) or self.windowTitle(),
                loyalty.name,
                loyalty.card_number,
                tier.name if tier else "",
                _since(tier.since) if tier and tier.since else "",
                tint(tier.colour if tier else "blue"),
            )
        )
        numbered = bool(loyalty.card_number)
        self.give.setVisible(not numbered)
        self.give.setText(_T("MemberCard", "Give her number {number}").format(number=answer.next_number))
        said = _T("MemberCard", "The code holds the card number: the scanner of the shop finds her by it.")
        none = _T("MemberCard", "She has no card number yet; without one the card carries no code.")
        self.hint.setText(said if numbered else none)
        for button in self._verbs:
            button.setEnabled(True)
        self.fit()

    def _refuse(self, fault: Fault) -> None:
        self.say_fault(sentence_for(fault))

    def _give(self) -> None:
        place, customer_id = self._desk.workplace, self._desk.customer_id
        self._desk.frame.work.write(lambda: give_card(place, customer_id), self._given, self._refuse)

    def _given(self, _changes: ChangeSet) -> None:
        self._ask()

    def _print(self) -> None:
        print_drawing(self._desk.parent, self._desk.frame, self._title(), self._draw)

    def _save(self) -> None:
        save_drawing(self._desk.parent, self._desk.frame, self._title(), self._draw)

    def _title(self) -> str:
        name = self.picture.card.name if self.picture.card else ""
        return _T("MemberCard", "Member card {name}").format(name=name)

    def _draw(self, painter: QPainter, device: QPdfWriter, _new_page: Callable[[], object]) -> None:
        if self.picture.card is not None:
            draw_member_card(painter, device, self.picture.card, _FIRST_MM, _FIRST_MM)


def _since(day: date) -> str:
    return _T("MemberCard", "since {day}").format(day=day)
