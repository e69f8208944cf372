"""Puts the parts of an address together as its country writes it."""

from __future__ import annotations

from crm_desktop.domain.names import is_chinese
from crm_desktop.exchange.plan import Target

_HOME = frozenset({"中国", "中华人民共和国", "china", "cn", "prc"})


class Address:
    """One address growing from the columns of a row."""

    __slots__ = ("_parts", "label")

    def __init__(self, label: str = "") -> None:
        self.label = label
        self._parts: dict[Target, str] = {}

    def add(self, target: Target, text: str) -> None:
        """Add a part; further streets go behind the first."""
        known = self._parts.get(target)
        self._parts[target] = f"{known} {text}" if known and known != text else text

    def joined(self) -> str:
        """Return the address in one line; a whole one, where the file has it, wins over its parts."""
        whole = self._parts.get(Target.ADDRESS)
        if whole:
            return whole
        country = self._parts.get(Target.COUNTRY, "")
        areas = [self._parts.get(t, "") for t in (Target.PROVINCE, Target.CITY, Target.DISTRICT)]
        street = self._parts.get(Target.STREET, "")
        postcode = self._parts.get(Target.POSTCODE, "")
        if any(is_chinese(letter) for letter in "".join((*areas, street))):
            return _chinese("" if country.casefold() in _HOME else country, areas, street, postcode)
        return _western(country, areas, street, postcode)


def _chinese(country: str, areas: list[str], street: str, postcode: str) -> str:
    text = country
    for area in areas:
        if area and not street.startswith(area) and not text.endswith(area):
            text += area
    return f"{text}{street} {postcode}".strip()


def _western(country: str, areas: list[str], street: str, postcode: str) -> str:
    province, city, district = areas
    region = " ".join(part for part in (province, postcode) if part)
    return ", ".join(part for part in (street, district, city, region, country) if part)
