"""Whether two customers are one person: what they share and what speaks against it, each sign with its points.

A shared phone alone is a household, not a duplicate: names that differ take from it what it gives too much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from crm_desktop.domain.likeness import Evidence, Likeness, Sign, Weights
from crm_desktop.domain.name_likeness import compare_names
from crm_desktop.domain.names import is_chinese, plain

Day = tuple[int, int, int, bool]
"""Year (0 where unknown), month, day, and whether they are lunar."""

_SHORTEST_NUMBER = 8
"""Digits of a phone from which on a slip in one of them still tells two numbers are meant as one."""
_LETTERS_A_SLIP = 7
"""Letters of an e-mail address that one slip may fall to."""
_NUMBERS = re.compile(r"\d+")
_NOT_IN_CODES = re.compile(r"[\W_]+")
_HIGHEST, _LOWEST = 100, 0
_FULL_ADDRESS = 8
"""Characters from which on an address with a number in it names a door, not a town."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What customers are compared by. Phones are in their normal form where they have one, else their digits."""

    name: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    wechats: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    addresses: tuple[str, ...] = ()
    gender: str | None = None
    introducer_id: int | None = None
    household_id: int | None = None
    rare: bool = False
    """Whether only a few customers of the shop have this name."""


Found = tuple[Sign, float, str, str]
"""A sign, its points, and both values ("" for the second where they are the same)."""


def likeness(one: Traits, other: Traits, weights: Weights, shared_phones: Collection[str] = ()) -> Likeness:
    """Return how alike two customers are; `shared_phones` are those that so many have that they say little."""
    found = signs(one, other, weights, shared_phones)
    told = [Evidence(sign, round(points), value, against) for sign, points, value, against in found if round(points)]
    told.sort(key=lambda evidence: -evidence.points)
    return Likeness(_total(found, weights), tuple(told))


def score(one: Traits, other: Traits, weights: Weights, shared_phones: Collection[str] = ()) -> int:
    """Return the score alone, as a search of the whole shop needs it."""
    return _total(signs(one, other, weights, shared_phones), weights)


def _total(found: list[Found], weights: Weights) -> int:
    """Return the score that signs come to; two whose names differ are never called one person for sure."""
    highest = weights.probable - 1 if found[0][0] in _MAY_BE_RELATIVES else _HIGHEST
    return round(min(highest, max(_LOWEST, sum(points for _, points, _, _ in found))))


def signs(one: Traits, other: Traits, weights: Weights, shared_phones: Collection[str] = ()) -> list[Found]:
    """Return every sign for and against, that of the names first."""
    found = [_names(one, other, weights)]
    sign = found[0][0]
    if one.rare and other.rare and sign in _WHOLE_NAMES:
        found.append((Sign.RARE_NAME, _WHOLE_NAMES[sign] * weights.rare_name, "", ""))
    for look in _LOOKS:
        if (seen := look(one, other, weights)) is not None:
            found.append(seen)
            if seen[0] is Sign.SAME_PHONE and seen[2] in shared_phones:
                found.append((Sign.SHARED_PHONE, weights.shared, seen[2], ""))
    if sign in _MAY_BE_RELATIVES:
        found = _as_relatives(found)
        if one.household_id is not None and one.household_id == other.household_id:
            found.append((Sign.ONE_HOUSEHOLD, weights.shared, "", ""))
    return found


_MAY_BE_RELATIVES = frozenset({Sign.OTHER_NAME, Sign.NEAR_NAME})
_OF_A_HOME = frozenset(
    {Sign.SAME_PHONE, Sign.NEAR_PHONE, Sign.SAME_EMAIL, Sign.SAME_ADDRESS, Sign.NEAR_ADDRESS, Sign.SAME_PLACE}
)


def _as_relatives(found: list[Found]) -> list[Found]:
    """Count once what a family shares: phone, e-mail and address together say no more than the strongest of them."""
    best = max((points for sign, points, _, _ in found if sign in _OF_A_HOME), default=0.0)
    kept: list[Found] = []
    for sign, points, value, against in found:
        if sign not in _OF_A_HOME:
            kept.append((sign, points, value, against))
        elif points == best:
            kept.append((sign, points, value, against))
            best = -1.0
    return kept


_WHOLE_NAMES = {
    Sign.SAME_NAME: 1.0,
    Sign.SWAPPED_NAME: 0.8,
    Sign.MISTYPED_NAME: 0.65,
    Sign.SHORT_NAME: 0.5,
    Sign.PART_OF_NAME: 0.3,
}
"""What share of a rare name's weight counts, as surely as it is the same name."""


def _names(one: Traits, other: Traits, weights: Weights) -> Found:
    sign, share = compare_names(one.name, other.name)
    points = {
        Sign.SAME_NAME: weights.name,
        Sign.SWAPPED_NAME: 0.9 * weights.name,
        Sign.MISTYPED_NAME: weights.mistyped_name,
        Sign.SHORT_NAME: weights.mistyped_name,
        Sign.SAME_SOUND: weights.sound,
        Sign.PART_OF_NAME: weights.part_of_name,
        Sign.NEAR_NAME: weights.near_name,
        Sign.OTHER_NAME: weights.other_name,
    }[sign]
    same = sign is Sign.SAME_NAME and one.name == other.name
    return sign, share * points, one.name, "" if same else other.name


# phones, e-mails, cards


def _phones(one: Traits, other: Traits, weights: Weights) -> Found | None:
    if not one.phones or not other.phones:
        return None
    for phone in one.phones:
        if phone in other.phones:
            return Sign.SAME_PHONE, weights.phone, phone, ""
    best = max(((_near_phones(a, b), a, b) for a in one.phones for b in other.phones), key=lambda near: near[0])
    return (Sign.NEAR_PHONE, best[0] * weights.phone, best[1], best[2]) if best[0] else None


def _near_phones(one: str, other: str) -> float:
    """Return which share of a whole phone it counts that two end alike, or are a slip apart."""
    if one[-4:] != other[-4:] and one[:7] != other[:7]:
        return 0.0  # a slip lies in one half of a number only
    if one[-8:] == other[-8:]:
        return 0.67
    if min(len(one), len(other)) >= _SHORTEST_NUMBER and _slips(one, other) == 1:
        return 0.67
    return 0.5 if one[-4:] == other[-4:] else 0.0


def _slips(one: str, other: str) -> int:
    """Return how many slips of typing lie between two texts; 4 for four and more."""
    from rapidfuzz.distance import DamerauLevenshtein

    return int(DamerauLevenshtein.distance(one, other, score_cutoff=3))


def _emails(one: Traits, other: Traits, weights: Weights) -> Found | None:
    for email in one.emails:
        if email in other.emails:
            return Sign.SAME_EMAIL, weights.email, email, ""
    near = ((_near_emails(a, b), a, b) for a in one.emails for b in other.emails)
    best = max(near, key=lambda found: found[0], default=(0.0, "", ""))
    return (Sign.NEAR_EMAIL, best[0] * weights.email, best[1], best[2]) if best[0] else None


def _near_emails(one: str, other: str) -> float:
    first, second = one.partition("@")[0], other.partition("@")[0]
    slips = _slips(one, other)
    if _slips("".join(_NUMBERS.findall(one)), "".join(_NUMBERS.findall(other))) > 1:
        return 0.0  # the same name with another number is another address
    if slips <= max(len(one), len(other)) // _LETTERS_A_SLIP:
        return {1: 0.75, 2: 0.6, 3: 0.45}.get(slips, 0.0)
    return 0.5 if first == second and len(first) >= 5 else 0.0


def _wechats(one: Traits, other: Traits, weights: Weights) -> Found | None:
    same = next((wechat for wechat in one.wechats if wechat in other.wechats), None)
    return None if same is None else (Sign.SAME_WECHAT, weights.email, same, "")


def _cards(one: Traits, other: Traits, weights: Weights) -> Found | None:
    for code in one.codes:
        if code in other.codes:
            return Sign.SAME_CARD, weights.card, code, ""
    return None


# birthdays


def _birthdays(one: Traits, other: Traits, weights: Weights) -> Found | None:
    pairs = [(a, b) for a in one.days for b in other.days if a[3] == b[3]]
    if not pairs:
        return None
    first, second = max(pairs, key=lambda pair: _same_digits(*pair))
    shown = day_text(first), day_text(second)
    if first[:3] == second[:3] and first[0]:
        return Sign.SAME_BIRTHDAY, weights.birth_date, shown[0], ""
    if first[1:3] == second[1:3] and not (first[0] and second[0]):
        return Sign.SAME_BIRTHDAY, weights.birthday, shown[0], ""
    share = _near_days(first, second)
    if share is None:
        return Sign.OTHER_BIRTHDAY, weights.other_birthday, *shown
    return Sign.NEAR_BIRTHDAY, share * weights.birth_date, *shown


def _same_digits(one: Day, other: Day) -> int:
    return sum(a == b for a, b in zip(day_text(one), day_text(other), strict=True))


def day_text(day: Day) -> str:
    """Return a day as eight digits, the unknown year as zeros."""
    year, month, dom, _ = day
    return f"{year:04}{month:02}{dom:02}"


def _near_days(one: Day, other: Day) -> float | None:
    """Return which share of a whole date it counts that two dates are slips apart; None where they are two days."""
    if not (one[0] and other[0]):
        return None
    if one[0] == other[0] and one[1] == other[2] and one[2] == other[1]:
        return 0.75
    first, second = day_text(one), day_text(other)
    wrong = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(wrong) == 2 and wrong[0] == wrong[1][::-1]:
        return 0.75
    return {1: 0.75, 2: 0.3, 3: 0.0, 4: -0.25}.get(len(wrong))


# addresses


def _addresses(one: Traits, other: Traits, weights: Weights) -> Found | None:
    near = ((_near_addresses(a, b), a, b) for a in one.addresses for b in other.addresses)
    best = max(near, key=lambda found: found[0], default=(0.0, "", ""))
    if best[0] == 1.0:
        return Sign.SAME_ADDRESS, weights.address, best[1], ""
    if best[0] in (_PLACE, _NEAR_PLACE):
        return Sign.SAME_PLACE, best[0] * weights.address, best[1], "" if best[1] == best[2] else best[2]
    return (Sign.NEAR_ADDRESS, best[0] * weights.address, best[1], best[2]) if best[0] else None


_PLACE = 0.1
_NEAR_PLACE = 0.07
"""The shares that a town alone counts, rightly and wrongly typed: many live there."""


def _near_addresses(one: str, other: str) -> float:
    if not (names_a_door(one) and names_a_door(other)):
        return _PLACE if one == other else _NEAR_PLACE if _slips(one, other) <= min(len(one), len(other)) // 5 else 0.0
    if one == other:
        return 1.0
    from rapidfuzz import fuzz

    like = fuzz.token_sort_ratio(one, other) / 100 if " " in one or " " in other else fuzz.ratio(one, other) / 100
    share = 0.95 if like >= 0.92 else 0.8 if like >= 0.85 else 0.6 if like >= 0.75 else 0.4 if like >= 0.65 else 0.0
    return share if _numbers_agree(one, other) else 0.4 * share


def names_a_door(address: str) -> bool:
    """Tell whether an address is more than a town: long enough, with a number in it."""
    enough = 4 if any(map(is_chinese, address)) else _FULL_ADDRESS
    return len(address) >= enough and any(map(str.isdigit, address))


def _numbers_agree(one: str, other: str) -> bool:
    """Tell whether neither address has a number that the other contradicts: 501 and 502 are neighbours.

    Where words stand apart, the first number is the house; what follows (a postcode) may hold a slip.
    """
    first, second = _NUMBERS.findall(one), _NUMBERS.findall(other)
    if " " in one and " " in other:
        return not first or not second or first[0] in second or second[0] in first
    return set(first) <= set(second) or set(second) <= set(first)


def address_text(address: str) -> str:
    """Return an address for comparing: folded, without marks and blanks that mean nothing."""
    words = _NOT_IN_CODES.sub(" ", plain(address)).split()
    return "".join(words) if any(map(is_chinese, address)) else " ".join(words)


def code_text(number: str) -> str:
    """Return a card number for comparing: letters and digits only, without leading zeros."""
    return _NOT_IN_CODES.sub("", plain(number)).lstrip("0")


# the rest


def _genders(one: Traits, other: Traits, weights: Weights) -> Found | None:
    if one.gender and other.gender and one.gender != other.gender:
        return Sign.OTHER_GENDER, weights.other_gender, one.gender, other.gender
    return None


def _introducers(one: Traits, other: Traits, weights: Weights) -> Found | None:
    if one.introducer_id is not None and one.introducer_id == other.introducer_id:
        return Sign.SAME_INTRODUCER, weights.introducer, "", ""
    return None


_LOOKS: tuple[Callable[[Traits, Traits, Weights], Found | None], ...] = (
    _phones,
    _emails,
    _wechats,
    _cards,
    _birthdays,
    _addresses,
    _genders,
    _introducers,
)
