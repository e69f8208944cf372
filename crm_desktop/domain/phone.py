"""Phone numbers: kept as typed, and normalised to E.164 for matching; China by default."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from crm_desktop.base.records import dataclass

DEFAULT_REGION = "CN"
_BARE_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9]\d{9})")
_BEIJING_LENGTH = 10
_SEPARATORS = re.compile(r"[\s\-‐-―().·/]+")


@dataclass(frozen=True)
class Phone:
    """A number as typed and, where it is one, as E.164 ("+8613800001234"); `normal` is None for what is no number."""

    value: str
    normal: str | None

    @property
    def shown(self) -> str:
        """Return the number as people write it: Chinese mobiles 138 0000 1234, others as their country does."""
        return show_phone(self.normal) if self.normal else self.value


@lru_cache(maxsize=65_536)
def parse_phone(text: str, region: str = DEFAULT_REGION) -> Phone:
    """Parse one number written in any usual way (full-width digits, tel:, 0086, brackets, extension)."""
    if region == DEFAULT_REGION and _BARE_MOBILE.fullmatch(text):
        return Phone(text, f"+86{text}")
    typed = text.strip()
    plain = unicodedata.normalize("NFKC", typed).removeprefix("tel:")
    compact = _SEPARATORS.sub("", plain)
    if region == DEFAULT_REGION and (mobile := _MOBILE.fullmatch(compact)):
        return Phone(typed, f"+86{mobile[1]}")
    return Phone(typed, _normalise(plain, region))


def _normalise(text: str, region: str) -> str | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    normal: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{normal}x{number.extension}" if number.extension else normal


@lru_cache(maxsize=8_192)
def show_phone(normal: str, home: str = DEFAULT_REGION) -> str:
    """Return an E.164 number for reading; numbers of the home country without its prefix."""
    if normal.startswith("+861") and len(normal) == 14:
        return f"{normal[3:6]} {normal[6:10]} {normal[10:]}" if home == "CN" else f"+86 {normal[3:]}"
    import phonenumbers

    number = phonenumbers.parse(normal.replace("x", ";ext="))
    at_home = phonenumbers.region_code_for_country_code(number.country_code or 0) == home
    form = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    shown: str = phonenumbers.format_number(number, form)
    return shown


def mask_phone(shown: str) -> str:
    """Return a number with its middle hidden: 138 **** 1234."""
    digits = [i for i, c in enumerate(shown) if c.isdigit()]
    hidden = set(digits[max(0, len(digits) - 8) : max(0, len(digits) - 4)])
    return "".join("*" if i in hidden else c for i, c in enumerate(shown))


def search_numbers(normal: str | None, value: str) -> list[str]:
    """Return the digit strings by which a number is found: all of it as dialled at home, and the last four."""
    digits = re.sub(r"\D", "", normal or value)
    if not digits:
        return []
    found = _chinese_forms(digits[2:]) if normal and normal.startswith("+86") else [digits]
    return [*found, digits[-4:]] if len(digits) > 4 else found


def _chinese_forms(digits: str) -> list[str]:
    """Return a mobile as it is; a landline with its area code, as dialled at home, and without."""
    if digits.startswith(("1", "4", "8")) and len(digits) != _BEIJING_LENGTH:
        return [digits]
    area = 2 if digits.startswith(("10", "2")) else 3
    return [f"0{digits}", digits, digits[area:]]
