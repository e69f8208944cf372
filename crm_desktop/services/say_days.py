"""What a day of the calendar is, in words: its lunar day, the solar term that begins, the festival people keep."""

from __future__ import annotations

from crm_desktop.base.text import _T, language_in_use
from crm_desktop.domain.festivals import Festival, SolarTerm
from crm_desktop.domain.lunar import LunarDay
from crm_desktop.services.say_dates import lunar_day, lunar_month


def lunar_text(day: LunarDay | None) -> str:
    """Return a lunar day as calendars write it: 十五, or 八月 on the first of a month; in English 8/15."""
    if day is None:
        return ""
    if language_in_use() != "zh_CN":
        leap = _T("Days", "leap") + " " if day.leap else ""
        return _T("Days", "{leap}{month}/{day}", "lunar month and day").format(leap=leap, month=day.month, day=day.day)
    return lunar_day(day.day) if day.day > 1 else lunar_month(day.month, day.leap)


def solar_term_words() -> dict[SolarTerm, str]:
    """Return what the solar terms are called."""
    return {
        SolarTerm.XIAOHAN: _T("Solar term", "Minor Cold"),
        SolarTerm.DAHAN: _T("Solar term", "Major Cold"),
        SolarTerm.LICHUN: _T("Solar term", "Start of Spring"),
        SolarTerm.YUSHUI: _T("Solar term", "Rain Water"),
        SolarTerm.JINGZHE: _T("Solar term", "Awakening of Insects"),
        SolarTerm.CHUNFEN: _T("Solar term", "Spring Equinox"),
        SolarTerm.QINGMING: _T("Solar term", "Qingming"),
        SolarTerm.GUYU: _T("Solar term", "Grain Rain"),
        SolarTerm.LIXIA: _T("Solar term", "Start of Summer"),
        SolarTerm.XIAOMAN: _T("Solar term", "Grain Buds"),
        SolarTerm.MANGZHONG: _T("Solar term", "Grain in Ear"),
        SolarTerm.XIAZHI: _T("Solar term", "Summer Solstice"),
        SolarTerm.XIAOSHU: _T("Solar term", "Minor Heat"),
        SolarTerm.DASHU: _T("Solar term", "Major Heat"),
        SolarTerm.LIQIU: _T("Solar term", "Start of Autumn"),
        SolarTerm.CHUSHU: _T("Solar term", "End of Heat"),
        SolarTerm.BAILU: _T("Solar term", "White Dew"),
        SolarTerm.QIUFEN: _T("Solar term", "Autumn Equinox"),
        SolarTerm.HANLU: _T("Solar term", "Cold Dew"),
        SolarTerm.SHUANGJIANG: _T("Solar term", "Frost Descent"),
        SolarTerm.LIDONG: _T("Solar term", "Start of Winter"),
        SolarTerm.XIAOXUE: _T("Solar term", "Minor Snow"),
        SolarTerm.DAXUE: _T("Solar term", "Major Snow"),
        SolarTerm.DONGZHI: _T("Solar term", "Winter Solstice"),
    }


def festival_words() -> dict[Festival, str]:
    """Return what festivals are called."""
    return {
        Festival.SPRING_FESTIVAL: _T("Festival", "Spring Festival"),
        Festival.LANTERN: _T("Festival", "Lantern Festival"),
        Festival.DRAGON_HEAD: _T("Festival", "Dragon Head Raising"),
        Festival.DRAGON_BOAT: _T("Festival", "Dragon Boat Festival"),
        Festival.QIXI: _T("Festival", "Qixi"),
        Festival.GHOST: _T("Festival", "Ghost Festival"),
        Festival.MID_AUTUMN: _T("Festival", "Mid-Autumn Festival"),
        Festival.DOUBLE_NINTH: _T("Festival", "Double Ninth Festival"),
        Festival.LABA: _T("Festival", "Laba"),
        Festival.NEW_YEARS_EVE: _T("Festival", "New Year’s Eve (lunar)"),
        Festival.NEW_YEAR: _T("Festival", "New Year’s Day"),
        Festival.VALENTINE: _T("Festival", "Valentine’s Day"),
        Festival.WOMEN: _T("Festival", "Women’s Day"),
        Festival.LABOUR: _T("Festival", "Labour Day"),
        Festival.YOUTH: _T("Festival", "Youth Day"),
        Festival.CHILDREN: _T("Festival", "Children’s Day"),
        Festival.TEACHERS: _T("Festival", "Teachers’ Day"),
        Festival.NATIONAL: _T("Festival", "National Day"),
        Festival.CHRISTMAS: _T("Festival", "Christmas"),
        Festival.MOTHERS: _T("Festival", "Mother’s Day"),
        Festival.FATHERS: _T("Festival", "Father’s Day"),
    }
