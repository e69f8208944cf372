"""The barcode Code 128: which bars and gaps stand for a text.

A reader at the counter types what it reads. Pairs of digits are written in set C, two to a symbol, everything else in
set B; a change of set costs a symbol, so C begins only where it saves one.
"""

from __future__ import annotations

from collections.abc import Iterator

_TABLE = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222"
    "123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321"
    "232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121"
    "313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224"
    "111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111"
    "111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113"
    "114311411113411311113141114131311141411131211412211214211232"
)
_WIDTHS = tuple(_TABLE[at : at + 6] for at in range(0, len(_TABLE), 6))
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
