"""Writes the table of how Chinese characters are read that the program carries, from pypinyin.

Run by hand after a change of the library: `python3 -m tools.character_readings`. A line is a character and its readings
without tone marks, the usual one first, "ü" as "v".
"""

from __future__ import annotations

import os
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "crm_desktop" / "resources" / "names" / "character_readings.txt"


def characters() -> list[str]:
    """Return every character that has a reading, in order."""
    _without_phrases()
    from pypinyin.constants import PINYIN_DICT

    return [chr(code) for code in sorted(PINYIN_DICT)]


def readings(character: str) -> tuple[str, ...]:
    """Return how the library reads one character; the character itself where it does not know it."""
    _without_phrases()
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
    return tuple(dict.fromkeys(reading.replace("ü", "v") for reading in found))


def _without_phrases() -> None:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")


if __name__ == "__main__":
    lines = (f"{character}{','.join(readings(character))}\n" for character in characters())
    TABLE.write_text("".join(lines), encoding="utf-8", newline="\n")
