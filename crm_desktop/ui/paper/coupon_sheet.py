"""Coupons on A4 paper, ten to a sheet: what each is good for, and its code as bars and as a square."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

from crm_desktop.domain.code128 import can_be_barcode, code128
from crm_desktop.exchange.code_pictures import qr_rows
from crm_desktop.ui.paper.mm import LINE, QUIET, Millimetres

ACROSS, DOWN = 2, 5
MARGIN_MM = 8.0
_WIDE, _HIGH = (210 - 2 * MARGIN_MM) / ACROSS, (297 - 2 * MARGIN_MM) / DOWN
_CODE_MM = 26.0


@dataclass(frozen=True)
class PrintedCoupon:
    """What stands on one coupon."""

    shop: str
    worth: str
    name: str
    terms: str
    code: str


def draw_coupons(
    painter: QPainter, device: QPaintDevice, coupons: Sequence[PrintedCoupon], new_page: Callable[[], object]
) -> None:
    """Draw coupons, with a dotted line to cut along; `new_page` is called where a sheet is full."""
    on = Millimetres(painter, device)
    for number, coupon in enumerate(coupons):
        place = number % (ACROSS * DOWN)
        if number and not place:
            new_page()
        _draw(on, coupon, (place % ACROSS) * _WIDE, (place // ACROSS) * _HIGH)


def _draw(on: Millimetres, coupon: PrintedCoupon, left: float, top: float) -> None:
    on.painter.setPen(QPen(QColor(LINE), max(1.0, on.rect(0, 0, 0.2, 0).width()), Qt.PenStyle.DotLine))
    on.painter.setBrush(Qt.BrushStyle.NoBrush)
    on.painter.drawRect(on.rect(left, top, _WIDE, _HIGH))
    text = _WIDE - 10 - _CODE_MM
    on.text((left + 5, top + 3, _WIDE - 10, 5), coupon.shop, 8, colour=QUIET)
    on.text((left + 5, top + 8, text, 9), coupon.worth, 17, bold=True)
    on.text((left + 5, top + 18, text, 6), coupon.name, 10)
    on.text((left + 5, top + 24, text, 10), coupon.terms, 7.5, colour=QUIET)
    on.code(left + _WIDE - _CODE_MM - 4, top + 7, _CODE_MM, qr_rows(coupon.code))
    if can_be_barcode(coupon.code):
        on.bars((left + 5, top + 36, _WIDE - 10, 10), code128(coupon.code))
    on.text((left + 5, top + 47, _WIDE - 10, 5), coupon.code, 9, align=Qt.AlignmentFlag.AlignHCenter)
