"""What an export file looks like: its kind, its sheets, its columns with their order and names; saved as a layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileFormat(StrEnum):
    """The kinds of file customers leave in, by their ending."""

    XLSX = "xlsx"
    CSV = "csv"
    VCF = "vcf"
    PDF = "pdf"


class CsvEncoding(StrEnum):
    """How letters are written into a .csv file; both hold every letter there is."""

    UTF8 = "utf-8-sig"
    """With the mark by which Excel knows it."""
    GB18030 = "gb18030"
    """For older Chinese programs."""


class ExtraSheet(StrEnum):
    """What a workbook may tell beside the customers, a sheet each."""

    CONTACTS = "contacts"
    DATES = "dates"
    INTERACTIONS = "interactions"
    CONSENTS = "consents"


@dataclass(frozen=True)
class LayoutColumn:
    """One column: the field's key, and a heading of the shop's own, "" for the field's name."""

    key: str
    heading: str = ""


@dataclass(frozen=True)
class ExportLayout:
    """A file as it is wanted. Without columns everything is written that can be brought in again.

    Saved, it has an id and a name, and belongs to a person or, with none, to everybody.
    """

    columns: tuple[LayoutColumn, ...] = ()
    format: FileFormat = FileFormat.XLSX
    encoding: CsvEncoding = CsvEncoding.UTF8
    sheets: tuple[ExtraSheet, ...] = ()
    name: str = ""
    id: int = 0
    person_id: int | None = None


def format_of(name: str) -> FileFormat:
    """Return the kind of file a name stands for: as its ending says, otherwise a workbook."""
    ending = name.rpartition(".")[2].lower()
    return FileFormat(ending) if ending in list(FileFormat) else FileFormat.XLSX
