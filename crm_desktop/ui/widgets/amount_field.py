"""A field for a whole number of small units (money in cents, points, hundredths), written as people write it."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from crm_desktop.ui.widgets.named import named

_WRITTEN = re.compile(r"(-?)(\d*)(?:\.(\d*))?")
_WIDTH_IN_DIGITS = 14


def read_amount(text: str, places: int) -> int | None:
    """Return the small units a text means ("188.5" with two places is 18850), None for nothing; ValueError for neither.

    Full-width digits of an input method, thousands apart and a currency's sign are read as well.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_IGNORED).strip()
    if not plain:
        return None
    found = _WRITTEN.fullmatch(plain)
    if found is None or not (found[2] or found[3]) or len((found[3] or "").rstrip("0")) > places:
        raise ValueError(text)
    whole, part = found[2] or "0", (found[3] or "").rstrip("0").ljust(places, "0")
    units = int(whole + part) if places else int(whole)
    return -units if found[1] else units


def write_amount(units: int, places: int, *, short: bool = False) -> str:
    """Return small units as a number: 18850 with two places is "188.50"; `short` leaves needless zeros away."""
    sign, units = ("-", -units) if units < 0 else ("", units)
    whole, part = divmod(units, 10**places)
    decimals = f"{part:0{places}}" if places else ""
    if short:
        decimals = decimals.rstrip("0")
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


class AmountField(QLineEdit):
    """Holds a number of small units; the arrow keys count up and down by whole ones."""

    def __init__(self, name: str, spoken: str, places: int = 0, *, short: bool = False) -> None:
        super().__init__()
        named(self, name, spoken)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._places, self._short = places, short
        self.setMaxLength(24)

    def amount(self) -> int | None:
        """Return the small units, None for nothing; raises ValueError while what is typed is no number."""
        return read_amount(self.text(), self._places)

    def set_amount(self, units: int | None) -> None:
        """Show a number, silently; None for nothing."""
        self.blockSignals(True)
        self.setText("" if units is None else write_amount(units, self._places, short=self._short))
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with the arrow keys."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        try:
            units = self.amount() or 0
        except ValueError:
            return
        self.setText(write_amount(max(0, units + step * 10**self._places), self._places, short=self._short))


_IGNORED = {ord(sign): None for sign in ",，'¥￥$€£₩ "}
