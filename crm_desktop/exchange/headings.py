"""From a heading to its place: the words of `heading_words`, numbered families, and what the other headings say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from crm_desktop.exchange.balance_words import WORDS as BALANCE_WORDS
from crm_desktop.exchange.heading_words import (
    ADDRESS_KINDS,
    ADDRESS_PARTS,
    COMPUTED,
    OTHERS,
    PHONE_TYPES,
    PHONES,
    PREFIXES,
    WORDS,
)
from crm_desktop.exchange.plan import ADDRESS_PARTS as PARTS
from crm_desktop.exchange.plan import ColumnPlan, Target

_MANDATORY = re.compile(
    r"[(\[【]?\s*(?:必填项?|必须|必选|选填|可选|required|mandatory|optional)\s*[)\]】]?", re.IGNORECASE
)
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")
_GAPS = re.compile(r"[\s_\-:：;,，、.*·'\"“”]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]|ID\b)")
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
"""Chinese headings are spread to look even: 姓　名."""
_NUMBER = re.compile(r"(?:^|(?<=[^\d]))\s*(\d{1,2})\s*(?=$|[^\d])")
REPEATABLE = frozenset(
    {Target.PHONE, Target.PHONE_LABEL, Target.EMAIL, Target.EMAIL_LABEL, Target.WECHAT, Target.ADDRESS, Target.TAGS,
     Target.NOTE, Target.OTHER_DATE, Target.LIKES, Target.STREET, *PARTS, Target.CUSTOM, Target.SKIP}
)  # fmt: skip
"""Targets that may take several columns."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading says: its place, the label it gives, and the number it carries."""

    target: Target
    label: str = ""
    number: int = 0


def normalise(heading: str) -> str:
    """Return a heading for comparing: half-width, lower case, words apart, without "*" and "(required)"."""
    text = unicodedata.normalize("NFKC", heading).replace("\u200b", "").replace("\ufeff", "")
    text = _CAMEL.sub(" ", text).casefold()
    return _GAPS.sub(" ", _MANDATORY.sub(" ", text)).strip()


def meaning(heading: str) -> Meaning | None:
    """Return what a heading alone says, or nothing where its words are not known."""
    text = normalise(heading)
    if not text or any(word in text for word in OTHERS):
        return None
    bare = _GAPS.sub(" ", _BRACKETS.sub("", text)).strip()
    for form in dict.fromkeys((text, bare, _SPREAD.sub("", bare))):
        found = _known(form) or _numbered(form) or _without_prefix(form)
        if found:
            return found
    return None


@cache
def _known(text: str) -> Meaning | None:
    return _dictionary().get(text)


def _numbered(text: str) -> Meaning | None:
    """Read "phone 2", "e mail 1 value", "手机2", "address 1 street"."""
    match = _NUMBER.search(text)
    if not match:
        return None
    rest = _GAPS.sub(" ", text[: match.start()] + " " + text[match.end() :]).strip()
    found = _known(rest) or _without_prefix(rest)
    return replace(found, number=int(match[1])) if found else None


def _without_prefix(text: str) -> Meaning | None:
    for prefix in PREFIXES:
        rest = text.removeprefix(prefix).strip()
        if rest != text and len(rest) > 1 and (found := _known(rest)):
            return found
    return None


@cache
def _dictionary() -> dict[str, Meaning]:
    words: dict[str, Meaning] = {}
    for kind, kind_words in ADDRESS_KINDS.items():
        for target, part_words in ADDRESS_PARTS.items():
            for word in part_words:
                for before in kind_words:
                    words[normalise(f"{before} {word}")] = Meaning(target, kind)
                    words[normalise(f"{before}{word}")] = Meaning(target, kind)
    for target, part_words in ADDRESS_PARTS.items():
        words.update({normalise(word): Meaning(target, _address_label(word)) for word in part_words})
    for target, target_words in (*BALANCE_WORDS.items(), *WORDS.items()):
        words.update({normalise(word): Meaning(target) for word in target_words})
    for label, phone_words in PHONES.items():
        words.update({normalise(word): Meaning(Target.PHONE, label) for word in phone_words})
    words.update({normalise(word): Meaning(Target.PHONE_LABEL) for word in PHONE_TYPES})
    words[normalise("address type")] = Meaning(Target.ADDRESS_LABEL)
    return words


def _address_label(word: str) -> str:
    if word.startswith(("家庭", "住", "现住", "居住", "home")):
        return "home"
    if word.startswith(("公司", "单位", "business")):
        return "work"
    return "other" if word.startswith("other") else ""


def score_headings(cells: Iterable[str]) -> int:
    """Return how many of a row's cells are headings the program knows."""
    return sum(1 for cell in cells if 0 < len(cell) <= 60 and meaning(cell) is not None)


def map_headings(headings: Sequence[str]) -> list[ColumnPlan]:
    """Return a plan for each heading, in order; what is not known has no place yet and is not guessed."""
    found = [meaning(heading) for heading in headings]
    found = _settle_names(headings, found)
    found = _settle_titles(headings, found)
    found = _settle_addresses(headings, found)
    found = _settle_visits(found)
    found = _leave_out_computed(headings, found)
    columns = []
    taken: set[Target] = set()
    for index, (heading, what) in enumerate(zip(headings, found, strict=True)):
        repeated = what is not None and what.target in taken and what.target not in REPEATABLE
        if what is None or repeated:
            columns.append(ColumnPlan(index, heading.strip(), Target.CUSTOM, heading.strip()))
            continue
        taken.add(what.target)
        label = heading.strip() if what.target is Target.OTHER_DATE else what.label
        group = _group(what)
        columns.append(ColumnPlan(index, heading.strip(), what.target, label, group, guessed_by="heading"))
    return columns


def _leave_out_computed(headings: Sequence[str], found: list[Meaning | None]) -> list[Meaning | None]:
    """In the program's own exports, what the program computes comes back as nothing."""
    if not any(what and what.target is Target.PUBLIC_ID for what in found):
        return found
    computed = {normalise(word) for word in COMPUTED}
    return [Meaning(Target.SKIP) if normalise(h) in computed else what for h, what in zip(headings, found, strict=True)]


def _settle_visits(found: list[Meaning | None]) -> list[Meaning | None]:
    """Take a service and a last day for those of a visit card only where visits are counted, too."""
    if any(what and what.target is Target.VISITS for what in found):
        return found
    return [None if what and what.target in (Target.VISIT_SERVICE, Target.EXPIRES_ON) else what for what in found]


def _group(what: Meaning) -> int:
    """Return a number that columns which belong together share: an address by its kind, a phone and its type."""
    if what.target in PARTS or what.target is Target.ADDRESS:
        street_line = what.target is Target.STREET and what.label
        return 10 * ("", "home", "work", "other").index(what.label) + (0 if street_line else what.number)
    return what.number


def _settle_names(headings: Sequence[str], found: list[Meaning | None]) -> list[Meaning | None]:
    """Make one column the person's name; beside it 名称 is the company, and 名字 beside 姓氏 the given name."""
    texts = [normalise(heading) for heading in headings]
    targets = {what.target for what in found if what}
    names = [index for index, what in enumerate(found) if what and what.target is Target.NAME]
    split = Target.FAMILY_NAME in targets
    settled = list(found)
    for index in names:
        if split and texts[index] == "名字":
            settled[index] = Meaning(Target.GIVEN_NAME)
    split = split and (Target.GIVEN_NAME in targets or any(texts[index] == "名字" for index in names))
    names = [index for index in names if settled[index] == found[index]]
    if not names:
        return _nickname_as_name(settled, split)
    best = max(names, key=lambda index: _name_rank(texts[index]))
    for index in names:
        if (index != best or split) and texts[index] in _ORGANISATION_NAMES and Target.COMPANY not in targets:
            settled[index] = Meaning(Target.COMPANY)
        elif index != best:
            settled[index] = None
    return settled


_ORGANISATION_NAMES = frozenset({"名称", "客户名称", "客户", "客户名", "customer", "client", "顾客名称"})
_SURE_NAMES = ("姓名", "name", "联系人")


def _name_rank(text: str) -> int:
    if text in _ORGANISATION_NAMES:
        return 0
    return 2 if any(word in text for word in _SURE_NAMES) else 1


def _nickname_as_name(found: list[Meaning | None], split: bool) -> list[Meaning | None]:
    """Where there is no other name, the nickname is what the customer is called."""
    if split or any(what and what.target in (Target.GIVEN_NAME, Target.FAMILY_NAME) for what in found):
        return found
    place = next((index for index, what in enumerate(found) if what and what.target is Target.NICKNAME), None)
    if place is not None:
        found[place] = Meaning(Target.NAME)
    return found


def _settle_titles(headings: Sequence[str], found: list[Meaning | None]) -> list[Meaning | None]:
    """Outlook's "Title" is Mr. or Ms.; elsewhere it is the job."""
    texts = {normalise(heading) for heading in headings}
    if texts & {"job title", "职务", "职位"} or ("suffix" in texts and "salutation" not in texts):
        return [None if normalise(h) == "title" else what for h, what in zip(headings, found, strict=True)]
    return found


def _settle_addresses(headings: Sequence[str], found: list[Meaning | None]) -> list[Meaning | None]:
    """Take an address beside its city, with no street of its own, for that street."""
    parts: dict[str, set[Target]] = {}
    for what in found:
        if what and what.target in PARTS:
            parts.setdefault(what.label, set()).add(what.target)
    settled = list(found)
    for index, (heading, what) in enumerate(zip(headings, found, strict=True)):
        if what is None or what.target is not Target.ADDRESS or "formatted" in normalise(heading):
            continue
        beside = parts.get(what.label, set()) - {Target.POSTCODE}
        if beside and Target.STREET not in beside:
            settled[index] = Meaning(Target.STREET, what.label)
    return settled
