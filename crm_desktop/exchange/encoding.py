"""Finds out which encoding a text file is in, or says that it cannot be known."""

from __future__ import annotations

import re

from crm_desktop.base.errors import Fault, FaultKind

CANDIDATES = ("gb18030", "big5", "cp1252", "shift_jis", "utf-16-le", "utf-16-be")
"""What the user is offered, with a preview, where the bytes alone do not tell."""
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]{2,}")


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """Return a file's text and the encoding it is in; `encoding` is the user's word and is not doubted.

    Raises Fault ENCODING_UNKNOWN with candidates where two readings are possible or none is.
    """
    for bom, found in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding or found, name), encoding or found
    if encoding:
        return _strict(data, encoding, name), encoding
    wide = wide_encoding(data)
    if wide:
        return _strict(data, wide, name), wide
    return _narrow(data, name)


def _narrow(data: bytes, name: str) -> tuple[str, str]:
    text = _try(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    if not _HIGH_RUN.search(data):  # every high byte stands alone among ASCII: Western letters, never Chinese
        text = _try(data, "cp1252")
        if text is not None:
            return text, "cp1252"
    text = _try(data, "gb18030")
    if text is not None and not _may_be_big5(data, text):
        return text, "gb18030"
    raise Fault(FaultKind.ENCODING_UNKNOWN, file=name, candidates=CANDIDATES)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise Fault(FaultKind.ENCODING_UNKNOWN, file=name, candidates=CANDIDATES) from None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _may_be_big5(data: bytes, text: str) -> bool:
    """Big5 read as GB18030 is full of characters no Chinese list has; real GB text is nearly all GB2312."""
    letters = [letter for letter in text if ord(letter) > 127][:5000]
    rare = sum(1 for letter in letters if not _in_gb2312(letter))
    return rare > len(letters) * 0.3 and _try(data, "big5") is not None


def _in_gb2312(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def has_mark(data: bytes) -> bool:
    """Return whether the bytes begin with a byte order mark."""
    return any(data.startswith(bom) for bom, _ in _BOMS)


def wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark: by where the zero bytes stand, else by what the characters are."""
    head = data[: 4096 - 4096 % 4]
    if 0 not in head or len(data) % 2:
        return None
    quarter = max(len(head) / 4, 1)
    zeros = [sum(byte == 0 for byte in head[place::4]) / quarter for place in range(4)]
    crowded = sum(zeros) > 0.5
    shapes = {
        "utf-32-le": zeros[2] > 0.9 and zeros[3] > 0.9,
        "utf-32-be": zeros[0] > 0.9 and zeros[1] > 0.9,
        "utf-16-le": (crowded and zeros[1] + zeros[3] > 4 * (zeros[0] + zeros[2])) or _reads_as_text(head, "utf-16-le"),
        "utf-16-be": (crowded and zeros[0] + zeros[2] > 4 * (zeros[1] + zeros[3])) or _reads_as_text(head, "utf-16-be"),
    }
    return next((name for name, fits in shapes.items() if fits and _try(data, name) is not None), None)


def _reads_as_text(head: bytes, encoding: str) -> bool:
    """Whether nearly every character is ASCII or a common Chinese one."""
    text = head[:1024].decode(encoding, "replace")
    common = sum(1 for letter in text if letter in "\r\n\t" or " " <= letter <= "~" or "\u4e00" <= letter <= "\u9fff")
    ascii_letters = sum(1 for letter in text if letter in "\r\n\t" or " " <= letter <= "~")
    return common > len(text) * 0.97 and ascii_letters > 0
