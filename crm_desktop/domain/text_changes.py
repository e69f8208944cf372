"""Changes of a text that is already there: find and replace, tidying, reading phones again, labelling them.

Each is plain data with one function from the text before to the text after; the same text back means "as it should be".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field, ValueType
from crm_desktop.domain.phone import DEFAULT_REGION, parse_phone
from crm_desktop.domain.tidy_text import Case, close_up, half_width, tidy_blanks, write_case

PHONE_LABEL = "phone_label"
PHONE_NORMAL = "phone_normal"
"""Keys of what stands beside a phone: its label, and the form it is matched by."""

_NEVER = frozenset({"introducer"})
_UNTIDY = ("name", "company", "job_title", "email", "wechat", "address", "source", "note")
_CLOSED_UP = frozenset({"name", "company"})


@dataclass(frozen=True)
class ReplaceText:
    """Put one text in the place of another in a field: wherever it stands, or only where it is the whole value."""

    key: str
    find: str
    by: str
    whole: bool = False
    match_case: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the fields this is about."""
        return (self.key,)

    def rewrite(self, _key: str, text: str) -> str:
        """Return the text after the change."""
        if self.whole:
            return self.by if self._same(text.strip(), self.find.strip()) else text
        if self.match_case:
            return text.replace(self.find, self.by)
        return re.sub(re.escape(self.find), lambda _: self.by, text, flags=re.IGNORECASE)

    def _same(self, one: str, other: str) -> bool:
        return one == other if self.match_case else one.casefold() == other.casefold()


@dataclass(frozen=True)
class TidyText:
    """Make the texts of some fields tidy."""

    keys: tuple[str, ...]
    width: bool = True
    blanks: bool = True
    case: Case = Case.AS_IT_IS

    def rewrite(self, key: str, text: str) -> str:
        """Return the text after the change."""
        tidy = half_width(text) if self.width else text
        if self.blanks:
            tidy = tidy_blanks(tidy)
            tidy = close_up(tidy) if key in _CLOSED_UP else tidy
        return write_case(tidy, self.case)


@dataclass(frozen=True)
class ReadPhones:
    """Read phones again as numbers of a country (two letters): those not understood so far, and the doubtful ones."""

    region: str

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the fields this is about."""
        return (PHONE_NORMAL,)

    def rewrite(self, _key: str, text: str) -> str:
        """Return the number in its normal form; raise Fault VALUE_INVALID for what is none in this country either."""
        normal = parse_phone(text, self.region).normal
        if normal is None:
            raise Fault(FaultKind.VALUE_INVALID, field="phone", value=text, reason="not_understood")
        return normal


@dataclass(frozen=True)
class LabelPhones:
    """Label the phones that have no label by what they are; the words are those of the language in use."""

    mobile: str
    landline: str
    region: str = DEFAULT_REGION

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the fields this is about."""
        return (PHONE_LABEL,)

    def rewrite(self, _key: str, text: str) -> str:
        """Return the label for a number; raise Fault VALUE_INVALID where nobody can tell."""
        kind = is_mobile(text, self.region)
        if kind is None:
            raise Fault(FaultKind.VALUE_INVALID, field="phone", value=text, reason="mobile_or_not")
        return self.mobile if kind else self.landline


@lru_cache(maxsize=8_192)
def is_doubtful(normal: str) -> bool:
    """Tell whether a number was understood in a country that has no such numbers: it may be one of another."""
    if normal.startswith("+861") and len(normal) == 14:
        return False
    import phonenumbers

    return not phonenumbers.is_valid_number(phonenumbers.parse(normal.partition("x")[0]))


TextChange = ReplaceText | TidyText | ReadPhones | LabelPhones


def is_mobile(text: str, region: str = DEFAULT_REGION) -> bool | None:
    """Tell whether a number is a mobile or a landline; None where its digits do not say."""
    normal = parse_phone(text, region).normal
    if normal is None:
        return None
    if normal.startswith("+861") and len(normal) == 14:
        return True
    import phonenumbers

    kind = phonenumbers.number_type(phonenumbers.parse(normal.partition("x")[0]))
    types = phonenumbers.PhoneNumberType
    if kind == types.MOBILE:
        return True
    return False if kind == types.FIXED_LINE else None


def check_change(change: TextChange) -> None:
    """Raise Fault VALUE_INVALID for a change that says nothing, or that has nothing to look for."""
    if isinstance(change, ReplaceText) and not (change.find.strip() if change.whole else change.find):
        raise Fault(FaultKind.VALUE_INVALID, field=change.key, reason="nothing_to_find")
    if isinstance(change, TidyText) and not (change.width or change.blanks or change.case is not Case.AS_IT_IS):
        raise Fault(FaultKind.VALUE_INVALID, field="", reason="nothing_chosen")


def text_fields(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return the fields whose texts can be replaced and tidied, the label of phones among them."""
    label = Field(PHONE_LABEL, _T("Field", "Label of phones"), ValueType.TEXT)
    found = [
        field
        for field in fields
        if field.type is ValueType.TEXT and field.key not in _NEVER and (field.bulk or ":" not in field.key)
    ]
    return (*found, label)


def usually_untidy(fields: Iterable[Field]) -> tuple[str, ...]:
    """Return the fields that are tidied all at once: names, ways to reach somebody, short notes."""
    known = {field.key for field in fields}
    return tuple(key for key in _UNTIDY if key in known)
