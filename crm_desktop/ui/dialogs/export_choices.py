"""The small questions of an export: which customers, which kind of file, which letters, which sheets, which columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.consent import ContactBy
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.domain.layout import CsvEncoding, ExtraSheet, FileFormat
from crm_desktop.services.export_cells import sheet_words
from crm_desktop.services.words import channel_words
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press, set_checked


class What(StrEnum):
    """Which customers go into the file."""

    SELECTION = "selection"
    VIEW = "view"
    ALL = "all"


class Which(StrEnum):
    """Where the columns come from."""

    LIST = "list"
    ALL = "all"
    OWN = "own"


OWN_RECORDS = "own"


class Choices(CardPanel):
    """Radio buttons in a card; `picked` follows each choice of the user's."""

    picked = Signal()

    def __init__(self, heading: str, name: str, texts: Mapping[str, str], *, across: bool = False) -> None:
        super().__init__(heading, name)
        self.body.setSpacing(2)
        self._name = name
        self._group = QButtonGroup(self)
        buttons = [named(QRadioButton(text), f"{name}.{key}", text) for key, text in texts.items()]
        for button in buttons:
            self._group.addButton(button)
        self.body.addWidget(_across(f"{name}Row", buttons) if across else _below(f"{name}Column", buttons))
        self._group.buttons()[0].setChecked(True)
        self._group.buttonClicked.connect(self._tell)

    def key(self) -> str:
        """Return what is chosen."""
        return next(key for key, button in self._buttons().items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose without telling."""
        button = self._buttons().get(key)
        if button is not None:
            button.setChecked(True)

    def show_counts(self, counts: Mapping[str, int], texts: Mapping[str, str]) -> None:
        """Say behind each choice how many it is."""
        for key, button in self._buttons().items():
            count = QLocale().toString(counts[key])
            text = _T("Export", "{what} ({count})").format(what=texts[key], count=count)
            button.setText(text)
            button.setAccessibleName(text)

    def _buttons(self) -> dict[str, QRadioButton]:
        found = [button for button in self._group.buttons() if isinstance(button, QRadioButton)]
        return {button.objectName().removeprefix(f"{self._name}."): button for button in found}

    def _tell(self, _button: object) -> None:
        self.picked.emit()


class WhatFor(Choices):
    """What the file is for: the shop's own records, or to contact people, who may not be is left out then."""

    def __init__(self) -> None:
        super().__init__(_T("Export", "What for"), "exportPurpose", _purposes())
        self._channel = named(QComboBox(), "exportChannel", _T("Export", "Contacted by"))
        for channel, word in channel_words().items():
            self._channel.addItem(word, channel.value)
        self._channel.activated.connect(self._tell)
        self._channel_part = _under(_T("Export", "Contacted by"), "exportChannel", self._channel)
        self.body.addWidget(self._channel_part)
        self.picked.connect(self._fit)
        self._fit()

    def contact(self) -> ContactBy | None:
        """Return how and for what people are to be contacted, None for the shop's own records."""
        if self.key() == OWN_RECORDS:
            return None
        return ContactBy(Channel(self._channel.currentData()), Purpose(self.key()))

    def _fit(self) -> None:
        self._channel_part.setVisible(self.contact() is not None)


class FileKind(Choices):
    """The kind of file, and what goes with it: the letters of a .csv, the sheets of a workbook."""

    def __init__(self) -> None:
        super().__init__(_T("Export", "Which kind of file"), "exportKind", _kinds())
        self._letters = named(QComboBox(), "exportEncoding", _T("Export", "Letters"))
        for encoding, text in _encodings().items():
            self._letters.addItem(text, encoding.value)
        self._letters.activated.connect(self._tell)
        self._letters_part = _under(_T("Export", "Letters"), "exportEncoding", self._letters)
        self._sheets = {sheet: _tick(sheet, text) for sheet, text in sheet_words().items()}
        for tick in self._sheets.values():
            on_press(tick, partial(self._tell, tick))
        ticks = _across("exportSheetRow", list(self._sheets.values()))
        self._sheets_part = _under(_T("Export", "Further sheets in the workbook"), "exportSheets", ticks)
        for part in (self._letters_part, self._sheets_part):
            self.body.addWidget(part)
        self.picked.connect(self.fit)
        self.fit()

    def format(self) -> FileFormat:
        """Return the kind of file."""
        return FileFormat(self.key())

    def encoding(self) -> CsvEncoding:
        """Return the letters of a .csv file."""
        return CsvEncoding(self._letters.currentData())

    def sheets(self) -> tuple[ExtraSheet, ...]:
        """Return the further sheets of a workbook."""
        return tuple(sheet for sheet, tick in self._sheets.items() if tick.isChecked())

    def show_choice(self, format_: FileFormat, encoding: CsvEncoding, sheets: Sequence[ExtraSheet]) -> None:
        """Choose as a layout says."""
        self.choose(format_.value)
        self._letters.setCurrentIndex(self._letters.findData(encoding.value))
        for sheet, tick in self._sheets.items():
            set_checked(tick, sheet in sheets)
        self.fit()

    def fit(self) -> None:
        """Show what the kind of file has to do with."""
        self._letters_part.setVisible(self.format() is FileFormat.CSV)
        self._sheets_part.setVisible(self.format() is FileFormat.XLSX)


def _across(name: str, widgets: Sequence[QWidget]) -> QWidget:
    """Put widgets beside each other, in as many lines as they need."""
    part = named(QWidget(), name)
    flow = FlowLayout(part, gap=12)
    for widget in widgets:
        flow.addWidget(widget)
    return part


def _below(name: str, widgets: Sequence[QWidget]) -> QWidget:
    """Put widgets under each other."""
    part = named(QWidget(), name)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return part


def _under(heading: str, name: str, widget: QWidget) -> QWidget:
    part = named(QWidget(), f"{name}Part")
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(2)
    column.addWidget(named(QLabel(heading), f"{name}.label", role="muted"))
    column.addWidget(widget)
    return part


def _tick(sheet: ExtraSheet, text: str) -> QCheckBox:
    return named(QCheckBox(text), f"exportSheet.{sheet.value}", text)


def _purposes() -> dict[str, str]:
    return {
        OWN_RECORDS: _T("Export", "For our own records"),
        Purpose.MARKETING.value: _T("Export", "To send offers (only who agreed)"),
        Purpose.SERVICE.value: _T("Export", "To contact about service (not who refused)"),
    }


def _kinds() -> dict[str, str]:
    return {
        FileFormat.XLSX.value: _T("Export", "Excel workbook (.xlsx)"),
        FileFormat.CSV.value: _T("Export", "Text with commas (.csv), for other programs"),
        FileFormat.VCF.value: _T("Export", "Address cards (.vcf), for phones"),
        FileFormat.PDF.value: _T("Export", "PDF, to print or to send"),
    }


def _encodings() -> dict[CsvEncoding, str]:
    return {
        CsvEncoding.UTF8: _T("Export", "UTF-8, for today's programs"),
        CsvEncoding.GB18030: _T("Export", "GB18030, for older Chinese programs"),
    }


def file_filter(format_: FileFormat) -> str:
    """Return the kind of file as the system's own dialog wants it."""
    return {
        FileFormat.XLSX: _T("Export", "Excel workbook (*.xlsx)"),
        FileFormat.CSV: _T("Export", "Text with commas (*.csv)"),
        FileFormat.VCF: _T("Export", "Address cards (*.vcf)"),
        FileFormat.PDF: _T("Export", "PDF (*.pdf)"),
    }[format_]
