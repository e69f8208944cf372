"""Why two customers may be one, and what a merge counts, in words."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Gender
from crm_desktop.domain.duplicate_keys import KeyKind
from crm_desktop.domain.likeness import Band, Evidence, Sign, Verdict
from crm_desktop.domain.merge import Total
from crm_desktop.domain.phone import show_phone
from crm_desktop.services import words


def sign_words() -> dict[Sign, str]:
    """Return what each sign says."""
    return _for_words() | _against_words()


def _for_words() -> dict[Sign, str]:
    return {
        Sign.SAME_PHONE: _T("Likeness", "Same phone"),
        Sign.NEAR_PHONE: _T("Likeness", "Phone nearly the same"),
        Sign.SAME_EMAIL: _T("Likeness", "Same e-mail"),
        Sign.NEAR_EMAIL: _T("Likeness", "E-mail nearly the same"),
        Sign.SAME_WECHAT: _T("Likeness", "Same WeChat"),
        Sign.SAME_CARD: _T("Likeness", "Same card number"),
        Sign.SAME_NAME: _T("Likeness", "Same name"),
        Sign.RARE_NAME: _T("Likeness", "A rare name"),
        Sign.SAME_SOUND: _T("Likeness", "Name sounds the same"),
        Sign.NEAR_NAME: _T("Likeness", "Name differs in one character"),
        Sign.MISTYPED_NAME: _T("Likeness", "Name with a slip"),
        Sign.SWAPPED_NAME: _T("Likeness", "Name turned round"),
        Sign.SHORT_NAME: _T("Likeness", "Name shortened"),
        Sign.PART_OF_NAME: _T("Likeness", "Part of the name"),
        Sign.SAME_BIRTHDAY: _T("Likeness", "Same birthday"),
        Sign.NEAR_BIRTHDAY: _T("Likeness", "Birthday nearly the same"),
        Sign.SAME_ADDRESS: _T("Likeness", "Same address"),
        Sign.NEAR_ADDRESS: _T("Likeness", "Address nearly the same"),
        Sign.SAME_PLACE: _T("Likeness", "Same town"),
        Sign.SAME_INTRODUCER: _T("Likeness", "Same introducer"),
    }


def _against_words() -> dict[Sign, str]:
    return {
        Sign.OTHER_NAME: _T("Likeness", "Different names"),
        Sign.OTHER_BIRTHDAY: _T("Likeness", "Different birthdays"),
        Sign.OTHER_GENDER: _T("Likeness", "Different gender"),
        Sign.SHARED_PHONE: _T("Likeness", "Many have this phone"),
        Sign.ONE_HOUSEHOLD: _T("Likeness", "Linked as one household"),
    }


def evidence_text(evidence: Evidence) -> str:
    """Return one sign with its values: "Same phone: 138 0000 1234"; without points."""
    said = sign_words()[evidence.sign]
    value, other = (_shown(evidence.sign, text) for text in (evidence.value, evidence.other))
    if not value:
        return said
    if not other or other == value:
        return _T("Likeness", "{sign}: {value}").format(sign=said, value=value)
    return _T("Likeness", "{sign}: {one} – {other}").format(sign=said, one=value, other=other)


def _shown(sign: Sign, text: str) -> str:
    if not text:
        return ""
    if sign in (Sign.SAME_PHONE, Sign.NEAR_PHONE, Sign.SHARED_PHONE):
        return show_phone(text) if text.startswith("+") else text
    if sign in (Sign.SAME_BIRTHDAY, Sign.NEAR_BIRTHDAY, Sign.OTHER_BIRTHDAY):
        return f"{text[:4]}-{text[4:6]}-{text[6:]}".removeprefix("0000-")
    return words.gender_words()[Gender(text)] if sign is Sign.OTHER_GENDER else text


def band_words() -> dict[Band, str]:
    """Return what each band of scores is called."""
    return {Band.PROBABLE: _T("Likeness", "Probably the same"), Band.POSSIBLE: _T("Likeness", "Possibly the same")}


def verdict_words() -> dict[Verdict, str]:
    """Return what was decided about a pair."""
    return {Verdict.DIFFERENT: _T("Likeness", "Not the same"), Verdict.HOUSEHOLD: _T("Likeness", "One household")}


def total_words() -> dict[Total, str]:
    """Return what is counted before and after a merge."""
    return {
        Total.PHONES: _T("Merge", "Phones"),
        Total.EMAILS: _T("Merge", "E-mails"),
        Total.WECHATS: _T("Merge", "WeChat names"),
        Total.ADDRESSES: _T("Merge", "Addresses"),
        Total.DATES: _T("Merge", "Important dates"),
        Total.TAGS: _T("Merge", "Tags"),
        Total.CONTACTS: _T("Merge", "Contacts logged"),
        Total.CONSENTS: _T("Merge", "Consents"),
        Total.FILES: _T("Merge", "Files"),
        Total.VALUES: _T("Merge", "Fields of the shop's own"),
        Total.INTRODUCED: _T("Merge", "Customers introduced"),
    }


def key_words() -> dict[str, str]:
    """Return what customers share who were not compared for it, because too many do."""
    return {
        KeyKind.PHONE.value: _T("Likeness", "the same phone"),
        KeyKind.EMAIL.value: _T("Likeness", "a like e-mail"),
        KeyKind.WECHAT.value: _T("Likeness", "the same WeChat"),
        KeyKind.CARD.value: _T("Likeness", "the same card number"),
        KeyKind.NAME.value: _T("Likeness", "a like name"),
        KeyKind.NAME_AND_PHONE.value: _T("Likeness", "a like name and phone"),
        KeyKind.NAME_AND_BIRTHDAY.value: _T("Likeness", "a like name and birthday"),
        KeyKind.PART_AND_BIRTHDAY.value: _T("Likeness", "part of the name and a like birthday"),
        KeyKind.NAME_AND_ADDRESS.value: _T("Likeness", "a like name and address"),
        KeyKind.BIRTHDAY_AND_ADDRESS.value: _T("Likeness", "the same birthday and house number"),
    }
