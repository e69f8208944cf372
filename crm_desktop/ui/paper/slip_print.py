"""Slips to the printer: with a preview, or at once on this computer's usual one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from crm_desktop.services.slip_paper import SlipPaper
from crm_desktop.ui.paper.slip_drawing import draw_slip, slip_layout


def preview_slip(parent: QWidget, paper: SlipPaper, width_mm: int) -> bool:
    """Open the print preview; False where this computer has no printer."""
    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = _printer(paper, width_mm)
    preview = QPrintPreviewDialog(printer, parent)
    preview.setObjectName("printPreview")
    preview.setWindowTitle(paper.title)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.paintRequested.connect(lambda target: _paint(target, paper, width_mm))
    preview.resize(560, 760)
    preview.open()
    preview.destroyed.connect(lambda: printer)  # keeps the printer for as long as the preview lives
    return True


def print_slip_now(paper: SlipPaper, width_mm: int) -> bool:
    """Print on the usual printer without a question; False where there is none, or it takes nothing."""
    if QPrinterInfo.defaultPrinter().isNull():
        return False
    return _paint(_printer(paper, width_mm), paper, width_mm)


def _printer(paper: SlipPaper, width_mm: int) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(paper.title)
    printer.setPageLayout(slip_layout(paper, width_mm))
    return printer


def _paint(printer: QPrinter, paper: SlipPaper, width_mm: int) -> bool:
    painter = QPainter()
    if not painter.begin(printer):
        return False
    draw_slip(painter, printer, paper, width_mm)
    return painter.end()
