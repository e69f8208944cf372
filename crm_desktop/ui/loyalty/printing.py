"""Member cards, coupons and statements to the printer with a preview, or into a file where there is no printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.base.files import write_whole
from crm_desktop.base.text import _T
from crm_desktop.services.coupons import CouponShown
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.loyalty.words import coupon_worth
from crm_desktop.ui.notices import Choice
from crm_desktop.ui.page import Frame
from crm_desktop.ui.paper.coupon_sheet import MARGIN_MM, PrintedCoupon, draw_coupons

DOTS_PER_INCH = 300

Draw = Callable[[QPainter, "QPdfWriter", Callable[[], object]], object]
"""Paints onto a device; the last argument begins a new page."""


def print_coupons(parent: QWidget, frame: Frame, coupons: Sequence[CouponShown]) -> None:
    """Show a sheet of coupons before it is printed."""
    amounts, shop = Amounts.of(frame.settings), frame.settings.get(SHOP_NAME)
    printed = [_printed(coupon, shop, amounts) for coupon in coupons]

    def draw(painter: QPainter, device: QPdfWriter, new_page: Callable[[], object]) -> None:
        draw_coupons(painter, device, printed, new_page)

    print_drawing(parent, frame, _T("Loyalty", "Coupons"), draw)


def print_drawing(parent: QWidget, frame: Frame, title: str, draw: Draw) -> None:
    """Open the print preview; without a printer ask for a PDF file instead."""
    from PySide6.QtPrintSupport import QPrinterInfo

    if QPrinterInfo.availablePrinterNames():
        _preview(parent, title, draw)
    else:
        save_drawing(parent, frame, title, draw)


def save_drawing(parent: QWidget, frame: Frame, title: str, draw: Draw) -> None:
    """Ask for a PDF file and draw into it."""
    from crm_desktop.ui.dialogs.choose_file import choose_save
    from crm_desktop.ui.file_writing import open_folder, plain_file_name, with_ending

    def write(path: Path) -> None:
        target = with_ending(path, ".pdf")
        content = drawn_pdf(title, draw)

        def written(_nothing: object) -> None:
            choice = Choice(_T("Export", "Open folder"), lambda: open_folder(target.parent))
            frame.notices.toast(_T("Loyalty", "{file} is written.").format(file=target.name), choice=choice)

        frame.work.write(lambda: write_whole(target, content), written)

    choose_save(
        parent.window(),
        title,
        _T("Export", "PDF (*.pdf)"),
        proposed=f"{plain_file_name(title)}.pdf",
        on_file=write,
        memory=frame.memory,
        purpose="export",
    )


def drawn_pdf(title: str, draw: Draw) -> bytes:
    """Return a drawing as a PDF on A4 paper."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(_page())
    painter = QPainter(writer)
    draw(painter, writer, writer.newPage)
    painter.end()
    del writer
    return bytes(buffer.data().data())


def _preview(parent: QWidget, title: str, draw: Draw) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_page())
    preview = QPrintPreviewDialog(printer, parent)
    preview.setObjectName("printPreview")
    preview.setWindowTitle(title)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def paint(target: QPrinter) -> None:
        painter = QPainter(target)
        draw(painter, target, target.newPage)  # type: ignore[arg-type]
        painter.end()

    preview.paintRequested.connect(paint)
    preview.resize(760, 820)
    preview.open()
    preview.destroyed.connect(lambda: printer)  # keeps the printer for as long as the preview lives


def _page() -> QPageLayout:
    margins = QMarginsF(*[MARGIN_MM] * 4)
    upright, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, margins, unit)


def _printed(coupon: CouponShown, shop: str, amounts: Amounts) -> PrintedCoupon:
    terms = [
        part
        for part in (
            _T("Loyalty", "on {category}").format(category=coupon.category_name) if coupon.category_name else "",
            _T("Loyalty", "from {amount}").format(amount=amounts.money(coupon.minimum)) if coupon.minimum else "",
            _T("Loyalty", "from {day} on").format(day=coupon.starts_on) if coupon.starts_on else "",
            _T("Loyalty", "until {day}").format(day=coupon.ends_on) if coupon.ends_on else "",
            coupon.customer_name,
            coupon.note,
        )
        if part
    ]
    worth = coupon_worth(coupon.kind, coupon.value, coupon.product_name, amounts)
    return PrintedCoupon(shop, worth, coupon.name, " · ".join(terms), coupon.code)
