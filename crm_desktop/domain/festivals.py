"""Festivals and solar terms of a day: what a shop hangs up a lantern, or writes a greeting, for."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from crm_desktop.domain.lunar import LunarDay, lunar_day, lunar_months, solar_terms


class SolarTerm(StrEnum):
    """The 24 terms of the solar year, as they come from January on."""

    XIAOHAN = "xiaohan"
    DAHAN = "dahan"
    LICHUN = "lichun"
    YUSHUI = "yushui"
    JINGZHE = "jingzhe"
    CHUNFEN = "chunfen"
    QINGMING = "qingming"
    GUYU = "guyu"
    LIXIA = "lixia"
    XIAOMAN = "xiaoman"
    MANGZHONG = "mangzhong"
    XIAZHI = "xiazhi"
    XIAOSHU = "xiaoshu"
    DASHU = "dashu"
    LIQIU = "liqiu"
    CHUSHU = "chushu"
    BAILU = "bailu"
    QIUFEN = "qiufen"
    HANLU = "hanlu"
    SHUANGJIANG = "shuangjiang"
    LIDONG = "lidong"
    XIAOXUE = "xiaoxue"
    DAXUE = "daxue"
    DONGZHI = "dongzhi"


class Festival(StrEnum):
    """Days that people keep, lunar ones first."""

    SPRING_FESTIVAL = "spring_festival"
    LANTERN = "lantern"
    DRAGON_HEAD = "dragon_head"
    DRAGON_BOAT = "dragon_boat"
    QIXI = "qixi"
    GHOST = "ghost"
    MID_AUTUMN = "mid_autumn"
    DOUBLE_NINTH = "double_ninth"
    LABA = "laba"
    NEW_YEARS_EVE = "new_years_eve"
    NEW_YEAR = "new_year"
    VALENTINE = "valentine"
    WOMEN = "women"
    LABOUR = "labour"
    YOUTH = "youth"
    CHILDREN = "children"
    TEACHERS = "teachers"
    NATIONAL = "national"
    CHRISTMAS = "christmas"
    MOTHERS = "mothers"
    FATHERS = "fathers"


_LUNAR = {
    (1, 1): Festival.SPRING_FESTIVAL,
    (1, 15): Festival.LANTERN,
    (2, 2): Festival.DRAGON_HEAD,
    (5, 5): Festival.DRAGON_BOAT,
    (7, 7): Festival.QIXI,
    (7, 15): Festival.GHOST,
    (8, 15): Festival.MID_AUTUMN,
    (9, 9): Festival.DOUBLE_NINTH,
    (12, 8): Festival.LABA,
}
_SOLAR = {
    (1, 1): Festival.NEW_YEAR,
    (2, 14): Festival.VALENTINE,
    (3, 8): Festival.WOMEN,
    (5, 1): Festival.LABOUR,
    (5, 4): Festival.YOUTH,
    (6, 1): Festival.CHILDREN,
    (9, 10): Festival.TEACHERS,
    (10, 1): Festival.NATIONAL,
    (12, 25): Festival.CHRISTMAS,
}
_SUNDAYS = {(5, 2): Festival.MOTHERS, (6, 3): Festival.FATHERS}
"""The nth Sunday of a month."""


def festivals(day: date) -> tuple[Festival, ...]:
    """Return the festivals of a day, the lunar one first; a leap month has none."""
    found = (_lunar_festival(day, lunar_day(day)), _SOLAR.get((day.month, day.day)), _sunday(day))
    return tuple(festival for festival in found if festival)


def solar_term(day: date) -> SolarTerm | None:
    """Return the solar term that begins on a day, in Beijing time."""
    terms = solar_terms(day.year)
    pair = (day.month - 1) * 2
    place = next((place for place in (pair, pair + 1) if terms and terms[place] == day), None)
    return None if place is None else tuple(SolarTerm)[place]


def _lunar_festival(day: date, lunar: LunarDay | None) -> Festival | None:
    if lunar is None:
        return None
    if lunar.month == 12 and day + timedelta(days=1) == _new_year(lunar.year + 1):
        return Festival.NEW_YEARS_EVE
    return None if lunar.leap else _LUNAR.get((lunar.month, lunar.day))


def _new_year(year: int) -> date | None:
    months = lunar_months(year)
    return months[0].first if months else None


def _sunday(day: date) -> Festival | None:
    return _SUNDAYS.get((day.month, (day.day + 6) // 7)) if day.weekday() == 6 else None
