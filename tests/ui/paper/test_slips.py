"""Slips on 58 and 80 mm: what stands on them, that nothing runs off the paper, that a PDF of them is one page."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import groupby

import pytest
from PySide6.QtGui import QColor

from crm_desktop.base.text import use_language
from crm_desktop.domain.code128 import code128
from crm_desktop.domain.loyalty.words import Balance, ProgrammeKind
from crm_desktop.domain.sales import ONE, Payment, SaleKind, SaleLine, SaleOrigin, Slip
from crm_desktop.services.slip_paper import Look, SlipWords, method_words, set_slip
from crm_desktop.ui.paper.slip_drawing import PRINTABLE_MM, slip_height_mm, slip_image, slip_pdf

AT = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
BALANCES = (
    Balance(1, 1, ProgrammeKind.POINTS, "Points", 1240, next_expiry=date(2027, 3, 31), expiring=200),
    Balance(2, 2, ProgrammeKind.STORED, "Stored value", 12000, 10000, 2000),
    Balance(3, 3, ProgrammeKind.VISITS, "Facial", 3),
)


def slip(**more: object) -> Slip:
    lines = (
        SaleLine(1, "明前龙井 250g", 2 * ONE, 9800, 0, 19600, 19600, 1),
        SaleLine(
            2, "A tea caddy with a name so long that it cannot stand in one line of a slip", ONE, 9000, 0, 9000, 9000, 2
        ),
    )
    given: dict[str, object] = {
        "sale_id": 1, "slip_id": "s", "number": "20261122-0007", "kind": SaleKind.SALE, "at": AT,
        "day": date(2026, 11, 22), "customer_id": 1, "customer_name": "王小明", "person_id": 1, "person_name": "Anna",
        "channel": "", "note": "", "subtotal": 28600, "discount": 600, "total": 28000, "origin": SaleOrigin.TILL,
        "refers_to": None, "live": True, "reason": "", "lines": lines, "payments": (Payment("cash", 28000, 30000),),
    }  # fmt: skip
    return Slip(**{**given, **more})  # type: ignore[arg-type]


def words(**more: object) -> SlipWords:
    given: dict[str, object] = {
        "shop_name": "茗香茶行", "address": "和平路 12 号 · 0571-8888 6666", "footer": "Thank you", "currency": "CNY",
        "methods": method_words(), "at": datetime(2026, 11, 22, 12, 0, tzinfo=UTC), "balances": BALANCES,
        "why": ("280.00 × 1 × VIP 1.5 = 420", "+50 birthday"),
    }  # fmt: skip
    return SlipWords(**{**given, **more})  # type: ignore[arg-type]


def said(paper) -> list[str]:
    texts = [f"{row.left}|{row.right}" for row in paper.rows if row.look is not Look.RULE]
    return [text.replace("(s)", "s") for text in texts]


def test_a_slip_says_what_was_sold_paid_earned_and_left():
    assert said(set_slip(slip(), words())) == [
        "茗香茶行|",
        "和平路 12 号 · 0571-8888 6666|",
        "No. 20261122-0007|2026-11-22 12:00",
        "Member|王小明",
        "Served by|Anna",
        "明前龙井 250g|",
        "  2 × 98.00|196.00",
        "A tea caddy with a name so long that it cannot stand in one line of a slip|90.00",
        "Subtotal|286.00",
        "Discount|−6.00",
        "Total|¥280.00",
        "Cash|280.00",
        "Handed over|300.00",
        "Change|20.00",
        "280.00 × 1 × VIP 1.5 = 420|",
        "+50 birthday|",
        "Points left|1,240",
        "  of which until 2027-03-31|200",
        "Stored value left|¥120.00",
        "Facial left|3 times",
        "Thank you|",
    ]


def test_a_refund_and_a_voided_slip_say_so_at_the_head():
    assert "Refund|" in said(set_slip(slip(kind=SaleKind.REFUND), words()))
    assert "Voided|" in said(set_slip(slip(live=False), words()))


def test_a_slip_of_a_stranger_names_nobody_and_no_balance():
    rows = said(set_slip(slip(customer_name="", customer_id=None), words(balances=(), why=())))
    assert not [row for row in rows if row.startswith("Member") or "left" in row]


@pytest.mark.parametrize("width", [58, 80])
def test_the_number_stands_at_the_end_as_a_barcode(qapp, width):
    paper = set_slip(slip(number="261122-007"), words(with_bars=True))
    image = slip_image(paper, width, 203)
    line = next(y for y in reversed(range(image.height())) if image.pixel(0, y) != image.pixel(*darkest(image, y)))
    dots = [image.pixelColor(x, line - 10).lightness() < 128 for x in range(image.width())]
    runs = [(dark, len(list(run))) for dark, run in groupby(dots)][1:-1]
    module = min(length for _, length in runs)
    read = "".join(str(int(dark)) * (length // module) for dark, length in runs)
    assert read == code128("261122-007")
    assert module >= 2


def darkest(image, y):
    return min(range(image.width()), key=lambda x: image.pixelColor(x, y).lightness()), y


def test_a_shop_may_leave_the_barcode_away(qapp):
    assert not [row for row in set_slip(slip(), words()).rows if row.look is Look.BARS]


@pytest.mark.parametrize("width", [58, 80])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_runs_off_the_paper(qapp, width, language):
    use_language(language)
    paper = set_slip(slip(), words(with_bars=True))
    image = slip_image(paper, width, 203)
    side = round((width - PRINTABLE_MM[width]) / 2 * 203 / 25.4) - 2
    edges = [*range(side), *range(image.width() - side, image.width())]
    white = QColor("white").rgb()
    assert all(image.pixel(x, y) == white for x in edges for y in range(image.height()))
    assert any(image.pixel(image.width() // 2, y) != white for y in range(image.height()))


def test_narrow_paper_makes_a_longer_slip(qapp):
    paper = set_slip(slip(), words())
    assert slip_height_mm(paper, 58) > slip_height_mm(paper, 80) * 0.9
    assert slip_height_mm(paper, 58) > 60


@pytest.mark.parametrize("width", [58, 80])
def test_the_pdf_of_a_slip_is_one_page_as_wide_as_the_roll(qapp, width):
    content = slip_pdf(set_slip(slip(), words()), width)
    assert content.startswith(b"%PDF")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert len(boxes) == 1
    assert abs(float(boxes[0][0]) - width / 25.4 * 72) < 1.5
