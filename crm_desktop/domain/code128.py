"""The barcode Code 128: which bars and gaps stand for a text.

A reader at the counter types what it reads. Pairs of digits are written in set C, two to a symbol, everything else in
set B; a change of set costs a symbol, so C begins only where it saves one.
"""

from __future__ import annotations

from collections.abc import Iterator

_WIDTHS = tuple(
    """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222
    123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321
    232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
    313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224
    111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111
    111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
    114311 411113 411311 113141 114131 311141 411131 211412 211214 211232
    """.split()
)
_STOP = "2331112"
_START_B, _START_C, _TO_B, _TO_C = 104, 105, 100, 99
_FEWEST_DIGITS = 4
"""So many digits in a row are worth a change to set C."""


def can_be_barcode(text: str) -> bool:
    """Say whether a text can stand in a barcode: it is not empty and holds plain Latin letters, digits and signs."""
    return bool(text) and all(" " <= letter <= "~" for letter in text)


def code128(text: str) -> str:
    """Return bars and gaps as "1" and "0", one for each module, without the quiet zone at either side.

    Raises ValueError for a text that holds other than printable ASCII.
    """
    if not can_be_barcode(text):
        raise ValueError("a barcode holds printable ASCII")
    values = list(_symbols(text))
    check = (values[0] + sum(place * value for place, value in enumerate(values))) % 103
    widths = "".join(_WIDTHS[value] for value in (*values, check)) + _STOP
    return "".join(("1" if place % 2 == 0 else "0") * int(width) for place, width in enumerate(widths))


def _symbols(text: str) -> Iterator[int]:
    """Yield the values of start, data and changes of set."""
    in_c = _digits_from(text, 0) >= min(_FEWEST_DIGITS, len(text)) and _digits_from(text, 0) >= 2
    yield _START_C if in_c else _START_B
    place = 0
    while place < len(text):
        run = _digits_from(text, place)
        if in_c and run >= 2:
            yield int(text[place : place + 2])
            place += 2
            continue
        if in_c:
            in_c = False
            yield _TO_B
        elif run >= _FEWEST_DIGITS and run % 2 == 0:
            in_c = True
            yield _TO_C
            continue
        yield ord(text[place]) - 32
        place += 1


def _digits_from(text: str, place: int) -> int:
    end = place
    while end < len(text) and text[end].isdigit():
        end += 1
    return end - place
