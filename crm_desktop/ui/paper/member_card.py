"""A member's card of the usual size: shop, name, tier, number, and the number as a code for the shop's scanner."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

from crm_desktop.exchange.code_pictures import qr_rows
from crm_desktop.ui.paper.mm import LINE, QUIET, Millimetres

WIDTH_MM, HEIGHT_MM = 85.6, 54.0
_ROUND_MM = 3.2
_CODE_MM = 27.0


@dataclass(frozen=True)
class MemberCard:
    """What stands on a card; `colour` is the "#rrggbb" of the stripe."""

    shop: str
    name: str
    number: str
    tier: str
    since: str
    colour: str


def draw_member_card(painter: QPainter, device: QPaintDevice, card: MemberCard, left: float, top: float) -> None:
    """Draw a card with its edge at a place of the paper, in millimetres."""
    on = Millimetres(painter, device)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge, radius = on.rect(left, top, WIDTH_MM, HEIGHT_MM), on.rect(0, 0, _ROUND_MM, 0).width()
    painter.setPen(QPen(QColor(LINE), max(1.0, on.rect(0, 0, 0.2, 0).width())))
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(edge, radius, radius)
    painter.fillRect(on.rect(left, top + 12, WIDTH_MM, 1.4), QColor(card.colour))
    on.text((left + 6, top + 3, WIDTH_MM - 12, 8), card.shop, 12, bold=True)
    text = WIDTH_MM - 12 - _CODE_MM - 2
    on.text((left + 6, top + 17, text, 8), card.name, 14, bold=True)
    on.text((left + 6, top + 26, text, 5), card.tier, 9, colour=card.colour, bold=True)
    on.text((left + 6, top + 38, text, 6), card.number, 12)
    on.text((left + 6, top + 44, text, 5), card.since, 8, colour=QUIET)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if card.number:
        on.code(left + WIDTH_MM - _CODE_MM - 5, top + 19, _CODE_MM, qr_rows(card.number))
    painter.restore()
