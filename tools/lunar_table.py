"""Writes the table of the Chinese calendar that the program carries, from lunar_python.

Run by hand after a change of the span or of the library: `python3 -m tools.lunar_table`. A line is a year: the solar
day of its first lunar day, the number of its leap month (0 for none), the lengths of its months in order (1 is 30 days,
0 is 29), and on which day of the month each of the 24 solar terms of the solar year falls (in base 36, Xiaohan first).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

FIRST_YEAR, LAST_YEAR = 1849, 2199
TABLE = Path(__file__).resolve().parent.parent / "crm_desktop" / "resources" / "calendar" / "lunar.txt"
_DIGITS = "0123456789abcdefghijklmnopqrstuv"


def line(year: int) -> str:
    """Return the line of one year."""
    from lunar_python import LunarYear, Solar

    months = LunarYear.fromYear(year).getMonthsInYear()
    first = Solar.fromJulianDay(months[0].getFirstJulianDay())
    leap = LunarYear.fromYear(year).getLeapMonth()
    lengths = "".join(str(month.getDayCount() - 29) for month in months)
    return f"{year} {first.getMonth():02d}{first.getDay():02d} {leap:02d} {lengths} {_terms(year)}"


def _terms(year: int) -> str:
    from lunar_python import Lunar, Solar

    found: dict[str, Any] = Solar.fromYmd(year, 7, 1).getLunar().getJieQiTable()
    names = [*Lunar.JIE_QI_IN_USE[2:25], "DONG_ZHI"]
    days = [found[name] for name in names]
    if [(day.getYear(), day.getMonth()) for day in days] != [(year, number // 2 + 1) for number in range(24)]:
        raise ValueError(f"the terms of {year} are not two to a month")
    return "".join(_DIGITS[day.getDay()] for day in days)


if __name__ == "__main__":
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text("".join(f"{line(year)}\n" for year in range(FIRST_YEAR, LAST_YEAR + 1)), encoding="ascii")
