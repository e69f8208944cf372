"""Codes come as pictures of plain black and white."""

from __future__ import annotations

import struct
import zlib

import pytest

from crm_desktop.domain.code128 import code128
from crm_desktop.exchange.code_pictures import as_source, bars_png, qr_png, qr_rows


def pixels(png: bytes) -> list[str]:
    """Return the rows of a picture as "1" for black, checking each part's sum on the way."""
    at, body, size = 8, b"", (0, 0)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length]) == (zlib.crc32(kind + data),)
        size = struct.unpack(">II", data[:8]) if kind == b"IHDR" else size
        body += data if kind == b"IDAT" else b""
        at += 12 + length
    raw, width = zlib.decompress(body), (size[0] + 7) // 8 + 1
    rows = [raw[row * width + 1 : (row + 1) * width] for row in range(size[1])]
    return ["".join("10"[int(bit)] for bit in "".join(f"{byte:08b}" for byte in row)[: size[0]]) for row in rows]


def test_a_barcode_has_its_bars_and_white_at_both_sides():
    row, *others = pixels(bars_png("AB-1234", scale=1, height=5))
    assert row.strip("0") == code128("AB-1234").strip("0")
    assert row.startswith("0" * 10)
    assert row.endswith("0" * 10)
    assert others == [row] * 4


def test_a_qr_code_is_square_with_its_three_eyes():
    rows = pixels(qr_png("余额 1,240", scale=1))
    assert len(rows) == len(rows[0])
    assert rows[4][4:11] == rows[4][-11:-4] == rows[-5][4:11] == "1111111"
    assert [list(map(int, row)) for row in rows] == [list(row) for row in qr_rows("余额 1,240")]


def test_a_picture_can_stand_in_a_page():
    assert as_source(qr_png("A")).startswith("data:image/png;base64,iVBOR")


def test_a_name_cannot_be_a_barcode():
    with pytest.raises(ValueError, match="ASCII"):
        bars_png("王小明")
