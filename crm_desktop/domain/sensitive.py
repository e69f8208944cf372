"""Hints at what does not belong into a note: numbers of identity and bank cards, words about health.

Hints, never a refusal: a number may look like one and be none, and a shop may have a reason.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

GROWN_UP = 14
"""Below this age a guardian agrees (PIPL 31)."""
_ID_CARD = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])")
_CARD = re.compile(r"(?<![0-9A-Za-z])\d(?:[ -]?\d){12,18}(?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_HEALTH_ZH = (
    *("癌", "肿瘤", "糖尿病", "高血压", "心脏病", "艾滋", "乙肝", "肝炎", "抑郁", "癫痫", "怀孕", "流产", "病史"),
    *("化疗", "哮喘", "残疾", "精神病", "手术史", "病历"),
)
_HEALTH_EN = (
    *("cancer", "tumour", "tumor", "diabetes", "diabetic", "hypertension", "hiv", "aids", "hepatitis", "depression"),
    *("epilepsy", "pregnant", "pregnancy", "miscarriage", "chemotherapy", "asthma", "disabled", "disability"),
)
_HEALTH = re.compile("|".join(_HEALTH_ZH) + rf"|\b(?:{'|'.join(_HEALTH_EN)})\b", re.IGNORECASE)


class Sensitive(StrEnum):
    """What a text seems to hold."""

    ID_CARD = "id_card"
    BANK_CARD = "bank_card"
    HEALTH = "health"


def sensitive_in(text: str) -> tuple[Sensitive, ...]:
    """Return what a text seems to hold that does not belong into a note."""
    found = []
    ids = [number for number in _ID_CARD.findall(text) if is_id_card(number)]
    if ids:
        found.append(Sensitive.ID_CARD)
    cards = (re.sub(r"\D", "", number) for number in _CARD.findall(text))
    if any(number not in ids and is_bank_card(number) for number in cards):
        found.append(Sensitive.BANK_CARD)
    if _HEALTH.search(text):
        found.append(Sensitive.HEALTH)
    return tuple(found)


def is_id_card(number: str) -> bool:
    """Tell whether 18 characters are the number of a Chinese identity card: a real day, and the right last one."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _CHECKS[total % 11] == number[17].upper()


def is_bank_card(number: str) -> bool:
    """Tell whether digits are a bank card's: 15 to 19 of them, a first digit that cards have, and Luhn's check."""
    if not 15 <= len(number) <= 19 or number[0] not in "3456" or len(set(number)) == 1:
        return False
    doubled = (int(d) if n % 2 == 0 else sum(divmod(2 * int(d), 10)) for n, d in enumerate(reversed(number)))
    return sum(doubled) % 10 == 0


def is_child(year: int | None, month: int, day: int, today: date) -> bool:
    """Tell whether somebody born then is under 14; without a year nobody is."""
    if year is None:
        return False
    return today.year - year - ((today.month, today.day) < (month, day)) < GROWN_UP
