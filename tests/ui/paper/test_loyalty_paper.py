"""Cards and coupons on paper: whole sheets, sharp codes, nothing left out."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from crm_desktop.exchange.code_pictures import qr_rows
from crm_desktop.ui.loyalty.printing import drawn_pdf
from crm_desktop.ui.paper.coupon_sheet import PrintedCoupon, draw_coupons
from crm_desktop.ui.paper.member_card import MemberCard, draw_member_card
from crm_desktop.ui.paper.mm import Millimetres

COUPON = PrintedCoupon("茶铺", "¥10.00 off", "春天", "from ¥100.00", "SPRING-0001")
DOTS_PER_METRE = 11_811


def image() -> QImage:
    made = QImage(1200, 1700, QImage.Format.Format_RGB32)
    made.setDotsPerMeterX(DOTS_PER_METRE)
    made.setDotsPerMeterY(DOTS_PER_METRE)
    made.fill(0xFFFFFFFF)
    return made


def test_a_code_is_drawn_module_by_module(qapp):
    page, rows = image(), qr_rows("60000054")
    painter = QPainter(page)
    Millimetres(painter, page).code(0, 0, 30, rows)
    painter.end()
    dots = int(QRectF(0, 0, 30 * DOTS_PER_METRE / 1000, 1).width() / len(rows))
    middles = [number * dots + dots // 2 for number in range(len(rows))]
    drawn = [bytes(page.pixelColor(x, y).lightness() < 128 for x in middles) for y in middles]
    assert drawn == rows


def test_the_eleventh_coupon_begins_a_second_sheet(qapp):
    page, sheets = image(), []
    painter = QPainter(page)
    draw_coupons(painter, page, [COUPON] * 11, lambda: sheets.append(1))
    painter.end()
    assert len(sheets) == 1


def test_coupons_and_cards_come_as_a_pdf(qapp):
    card = MemberCard("茶铺", "王小明", "60000054", "Gold", "since 2026-01-01", "#855300")
    pdf = drawn_pdf("card", lambda painter, device, _page: draw_member_card(painter, device, card, 4, 4))
    sheet = drawn_pdf("coupons", lambda painter, device, page: draw_coupons(painter, device, [COUPON] * 12, page))
    assert pdf.startswith(b"%PDF")
    assert sheet.count(b"/Type /Page\n") == 2


def test_a_card_without_a_number_carries_no_code(qapp):
    def drawn(number: str) -> QImage:
        page = image()
        painter = QPainter(page)
        draw_member_card(painter, page, MemberCard("", "", number, "", "", "#ffffff"), 0, 0)
        painter.end()
        return page

    corner = (880, 300, 100, 100)
    assert drawn("").copy(*corner) != drawn("60000054").copy(*corner)
