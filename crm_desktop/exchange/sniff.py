"""Tells what a file is by its first bytes; names lie (a CSV called .xlsx, an HTML table called .xls)."""

from __future__ import annotations

import mmap
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange.content import BROKEN_ARCHIVE, MemoryFile, UserFile, size_of, source_of, stream_of
from crm_desktop.exchange.encoding import has_mark, wide_encoding
from crm_desktop.exchange.limits import MAX_FILE_BYTES
from crm_desktop.exchange.table import FileKind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD_BYTES = 4096
_OTHERS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
    (b"MZ", "EXE"),
)
_SUFFIXES = {
    FileKind.XLSX: {".xlsx", ".xlsm", ".xltx", ".xltm"},
    FileKind.XLS: {".xls", ".xlt", ".et"},
    FileKind.XLSB: {".xlsb"},
    FileKind.ODS: {".ods", ".ots"},
    FileKind.CSV: {".csv", ".tsv", ".txt", ".tab"},
    FileKind.HTML: {".html", ".htm"},
    FileKind.VCARD: {".vcf", ".vcard"},
}


def sniff(path: UserFile) -> FileKind:
    """Return what the file is.

    Raises Fault: FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_TOO_LARGE, FILE_ENCRYPTED, FILE_DAMAGED,
    FILE_KIND_UNKNOWN (with what it seems to be), IS_CALENDAR for what has a reader of its own.
    """
    head = read_head(path)
    if head.startswith(b"PK"):
        return _zip_kind(path)
    if head.startswith(_OLE):
        return _ole_kind(path)
    for magic, name in _OTHERS:
        if head.startswith(magic):
            raise Fault(FaultKind.FILE_KIND_UNKNOWN, file=path.name, found=name)
    return _text_kind(path, head)


def is_misnamed(path: UserFile, kind: FileKind) -> bool:
    """Return whether the file's ending promises something else than it is."""
    suffix = path.suffix.lower()
    known = any(suffix in suffixes for suffixes in _SUFFIXES.values())
    return known and suffix not in _SUFFIXES[kind]


def read_head(path: UserFile) -> bytes:
    """Return the file's first bytes, its size checked."""
    try:
        size = size_of(path)
        with stream_of(path) as stream:
            head = stream.read(_HEAD_BYTES)
    except FileNotFoundError:
        raise Fault(FaultKind.FILE_MISSING, file=path.name) from None
    except OSError:
        raise Fault(FaultKind.FILE_NOT_READABLE, file=path.name) from None
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Fault(FaultKind.FILE_EMPTY, file=path.name)
    if size > MAX_FILE_BYTES:
        raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name, what="bytes", limit=MAX_FILE_BYTES)
    return head


def _zip_kind(path: UserFile) -> FileKind:
    try:
        with zipfile.ZipFile(source_of(path)) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
            mimetype = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except (*BROKEN_ARCHIVE, RuntimeError):
        raise Fault(FaultKind.FILE_DAMAGED, file=path.name) from None
    if b"opendocument.spreadsheet" in mimetype:
        return FileKind.ODS
    if any(name.startswith("xl/") and name.endswith(".bin") and "workbook" in name for name in names):
        return FileKind.XLSB
    if "[content_types].xml" in names and any("workbook" in n or "sheet" in n for n in names):
        return FileKind.XLSX
    found = "Word" if any(name.startswith("word/") for name in names) else "ZIP"
    raise Fault(FaultKind.FILE_KIND_UNKNOWN, file=path.name, found=found)


def _ole_kind(path: UserFile) -> FileKind:
    with _searchable(path) as data:
        if data.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise Fault(FaultKind.FILE_ENCRYPTED, file=path.name)
        if data.find("WordDocument".encode("utf-16-le")) >= 0:
            raise Fault(FaultKind.FILE_KIND_UNKNOWN, file=path.name, found="Word")
    return FileKind.XLS


@contextmanager
def _searchable(path: UserFile) -> Iterator[bytes | mmap.mmap]:
    """Give the content for searching, without reading a large file into memory."""
    if isinstance(path, MemoryFile):
        yield path.data
        return
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield data


def _text_kind(path: UserFile, head: bytes) -> FileKind:
    if path.name.startswith("~$"):
        raise Fault(FaultKind.FILE_KIND_UNKNOWN, file=path.name, found="Excel lock file")
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").replace(b"\x00", b"")[:2048].lower()
    if start.startswith(b"begin:vcard"):
        return FileKind.VCARD
    if start.startswith(b"begin:vcalendar"):
        raise Fault(FaultKind.IS_CALENDAR, file=path.name)
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head")):
        return FileKind.HTML
    if start.startswith(b"<?xml"):
        return _xml_kind(path, start)
    if _looks_binary(head) and not has_mark(head) and not wide_encoding(head[: len(head) - len(head) % 4]):
        raise Fault(FaultKind.FILE_KIND_UNKNOWN, file=path.name, found="")
    return FileKind.CSV


def _xml_kind(path: UserFile, start: bytes) -> FileKind:
    if b"<html" in start:
        return FileKind.HTML
    found = "XML Spreadsheet 2003" if b"schemas-microsoft-com:office:spreadsheet" in start else "XML"
    raise Fault(FaultKind.FILE_KIND_UNKNOWN, file=path.name, found=found)


def _looks_binary(head: bytes) -> bool:
    """Control characters no text holds; NULs alone may be UTF-16 or a damaged CSV."""
    odd = sum(byte < 9 or 13 < byte < 32 for byte in head if byte)
    return odd > max(2, len(head) // 50)
