"""Tells a barcode scanner from a person by how fast characters follow each other, without Qt."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum

GAP_MS = 35.0
"""The longest pause between two characters of a scan; scanners take 2 to 20 ms, people 60 and more."""
SHORTEST = 4
"""Fewer characters are no code: two keys rolled over each other may come as fast."""

SURELY = 6
"""So many changes as fast as a scanner's need no end key to be one."""


@dataclass(frozen=True)
class Moment:
    """When something came: by our own clock, and by the system's stamp where it has one; milliseconds."""

    arrival: float
    stamp: float | None = None

    def since(self, earlier: Moment) -> float:
        """Return the milliseconds between; stamps count where both have one, for a busy window hears late."""
        if self.stamp is not None and earlier.stamp is not None:
            return self.stamp - earlier.stamp
        return self.arrival - earlier.arrival


class Heard(Enum):
    """What a character means for what was held back before it."""

    FIRST = "first"
    """It begins something new: what was held back before it was typed by a person."""
    NEXT = "next"
    """It came as fast as a scanner's."""


def code_text(text: str) -> str | None:
    """Return what a scanner may have sent of a text (１２ is 12), None where it cannot be a scanner's."""
    plain = unicodedata.normalize("NFKC", text)
    return plain if plain and plain.isascii() and plain.isprintable() else None


class ScanSpeed:
    """Collects characters for as long as they come as fast as a scanner sends them."""

    def __init__(self) -> None:
        self._committed = ""
        self._composed = ""
        self._beats = 0
        self._last: Moment | None = None
        self._spoiled = False
        self._swallowed_end = False

    @property
    def is_fast(self) -> bool:
        """Say whether so many came so fast that no person typed them."""
        return self._beats >= SHORTEST - 1

    @property
    def was_composed(self) -> bool:
        """Say whether an input method still composes some of it."""
        return bool(self._composed)

    @property
    def is_spoiled(self) -> bool:
        """Say whether an input method made other characters of it."""
        return self._spoiled

    def hear(self, text: str, moment: Moment) -> Heard:
        """Take characters that were typed or committed."""
        heard = self._beat(moment)
        whole = self._composed and text.casefold() == self._composed.casefold()
        self._swallowed_end = bool(whole) and self._beats >= SURELY
        self._committed += text
        self._composed = ""
        return heard

    def compose(self, text: str, moment: Moment) -> Heard:
        """Take what an input method composes now: it holds all of it each time."""
        heard = self._beat(moment)
        self._composed = text.replace("'", "").replace(" ", "")
        return heard

    def spoil(self, moment: Moment) -> bool:
        """Take characters no scanner sends; False where they came by hand and end what was heard."""
        if not self.is_fast or not self._follows(moment):
            return False
        self._beat(moment)
        self._spoiled, self._composed = True, ""
        return True

    def finish(self, moment: Moment) -> str | None:
        """Take the end key: return the code, "" for one that was spoiled, None where a person typed."""
        code = self._committed + self._composed
        is_scan = self._follows(moment) and self.is_fast and (self._spoiled or len(code) >= SHORTEST)
        spoiled = self._spoiled
        self.forget()
        return ("" if spoiled else code) if is_scan else None

    def finish_without_end(self) -> str | None:
        """Return the code where an input method has taken the end key to commit what it had composed; else None."""
        code = self._committed if self._swallowed_end else None
        if code is not None:
            self.forget()
        return code

    def forget(self) -> None:
        """Begin anew."""
        self._committed, self._composed, self._beats, self._last, self._spoiled = "", "", 0, None, False
        self._swallowed_end = False

    def _beat(self, moment: Moment) -> Heard:
        heard = Heard.NEXT if self._follows(moment) else Heard.FIRST
        if heard is Heard.FIRST:
            self.forget()
        self._beats += 1
        self._last = moment
        return heard

    def _follows(self, moment: Moment) -> bool:
        return self._last is not None and moment.since(self._last) <= GAP_MS
