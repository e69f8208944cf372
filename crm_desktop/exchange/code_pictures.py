"""QR codes and barcodes as PNG pictures, for paper, screen and slips; no window is needed to make one."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from io import BytesIO

from crm_desktop.domain.code128 import code128

QUIET = 4
"""Modules of white around a QR code; a reader needs them."""
_QUIET_BARS = 10


def qr_rows(text: str) -> list[bytes]:
    """Return a QR code row by row, 1 for a dark module, with its quiet zone. Medium error correction, any text."""
    import segno

    code = segno.make(text, error="m", micro=False)
    return [bytes(row) for row in code.matrix_iter(scale=1, border=QUIET)]


def qr_png(text: str, scale: int = 8) -> bytes:
    """Return a QR code as a PNG, `scale` pixels to a module."""
    return _png([row for thin in qr_rows(text) for row in [_wide(thin, scale)] * scale])


def bars_png(text: str, scale: int = 3, height: int = 90) -> bytes:
    """Return a Code 128 barcode as a PNG, `scale` pixels to a module; raises ValueError as `code128` does."""
    quiet = bytes(_QUIET_BARS)
    bars = bytes(int(module) for module in code128(text))
    return _png([_wide(quiet + bars + quiet, scale)] * height)


def as_source(png: bytes) -> str:
    """Return a picture as the `src` of an HTML image."""
    return "data:image/png;base64," + b64encode(png).decode("ascii")


def _wide(modules: bytes, scale: int) -> bytes:
    return b"".join(bytes([module]) * scale for module in modules)


def _png(rows: list[bytes]) -> bytes:
    """Return rows of 0 (white) and 1 (black) as a PNG of one bit a pixel."""
    width, height = len(rows[0]), len(rows)
    lines = b"".join(b"\0" + _packed(row) for row in rows)
    out = BytesIO()
    out.write(b"\x89PNG\r\n\x1a\n")
    for kind, body in (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    ):
        out.write(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    return out.getvalue()


def _packed(row: bytes) -> bytes:
    """Return eight pixels a byte; white is 1."""
    bits = "".join("0" if pixel else "1" for pixel in row)
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")
