"""Simple HTML onto paper or into a PDF file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from crm_desktop.base.files import write_whole

MARGIN_MM = 20.0
DOTS_PER_INCH = 300


def print_html(parent: QWidget, title: str, html: str) -> bool:
    """Open the print preview; False where this computer has no printer."""
    return print_document(parent, title, lambda: _document(title, html))


def print_document(parent: QWidget, title: str, make: Callable[[], QTextDocument]) -> bool:
    """Open the print preview of a document; False where this computer has no printer."""
    from PySide6.QtCore import Qt
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog

    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    preview = QPrintPreviewDialog(printer, parent)
    preview.setObjectName("printPreview")
    preview.setWindowTitle(title)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    preview.paintRequested.connect(lambda target: make().print_(target))
    preview.resize(760, 820)
    preview.open()
    preview.destroyed.connect(lambda: printer)  # keeps the printer for as long as the preview lives
    return True


def save_pdf(path: Path, title: str, html: str) -> None:
    """Write a PDF that only its owner can read; raises Fault where it cannot be written."""
    write_whole(path, pdf_of(title, html))


def pdf_of(title: str, html: str) -> bytes:
    """Return the HTML as a PDF document on A4 paper."""
    return pdf_document(title, _document(title, html))


def pdf_document(title: str, document: QTextDocument) -> bytes:
    """Return a document as a PDF on A4 paper."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    del writer
    return bytes(buffer.data().data())


def _document(title: str, html: str) -> QTextDocument:
    document = QTextDocument()
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    document.setHtml(html)
    return document


def _margins() -> QMarginsF:
    return QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
