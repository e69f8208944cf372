"""What an import says: the places of columns, remarks about a file, how known customers are treated."""

from __future__ import annotations

from collections.abc import Sequence

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import OnMatch, Target
from crm_desktop.exchange.table import FileKind, NoteKind

Words = Sequence[tuple[Target, str]]


def place_groups() -> Sequence[Words]:
    """Return the places a column can go to, in groups, the usual ones first."""
    return (_of_the_person(), _to_reach_her(), _of_addresses(), _of_the_shop(), _worth_knowing())


def _of_the_person() -> Words:
    return (
        (Target.NAME, _T("ImportPlace", "Name")),
        (Target.FAMILY_NAME, _T("ImportPlace", "Family name")),
        (Target.GIVEN_NAME, _T("ImportPlace", "Given name")),
        (Target.MIDDLE_NAME, _T("ImportPlace", "Middle name")),
        (Target.NICKNAME, _T("ImportPlace", "Nickname")),
        (Target.GENDER, _T("ImportPlace", "Gender")),
        (Target.BIRTHDAY, _T("ImportPlace", "Birthday")),
        (Target.LUNAR_BIRTHDAY, _T("ImportPlace", "Lunar birthday")),
        (Target.OTHER_DATE, _T("ImportPlace", "Another important date")),
        (Target.COMPANY, _T("ImportPlace", "Company")),
        (Target.JOB_TITLE, _T("ImportPlace", "Job title")),
    )


def _to_reach_her() -> Words:
    return (
        (Target.PHONE, _T("ImportPlace", "Phone")),
        (Target.PHONE_LABEL, _T("ImportPlace", "Kind of phone")),
        (Target.EMAIL, _T("ImportPlace", "E-mail")),
        (Target.EMAIL_LABEL, _T("ImportPlace", "Kind of e-mail")),
        (Target.WECHAT, _T("ImportPlace", "WeChat")),
    )


def _of_addresses() -> Words:
    return (
        (Target.ADDRESS, _T("ImportPlace", "Whole address")),
        (Target.STREET, _T("ImportPlace", "Address: street")),
        (Target.DISTRICT, _T("ImportPlace", "Address: district")),
        (Target.CITY, _T("ImportPlace", "Address: city")),
        (Target.PROVINCE, _T("ImportPlace", "Address: province")),
        (Target.COUNTRY, _T("ImportPlace", "Address: country")),
        (Target.POSTCODE, _T("ImportPlace", "Address: postcode")),
        (Target.ADDRESS_LABEL, _T("ImportPlace", "Kind of address")),
    )


def _of_the_shop() -> Words:
    return (
        (Target.CARD_NUMBER, _T("ImportPlace", "Card number")),
        (Target.FILE_NUMBER, _T("ImportPlace", "Customer number of the file")),
        (Target.STATUS, _T("ImportPlace", "Status")),
        (Target.TAGS, _T("ImportPlace", "Tags")),
        (Target.SOURCE, _T("ImportPlace", "Came from")),
        (Target.INTRODUCER, _T("ImportPlace", "Introduced by")),
        (Target.HOUSEHOLD, _T("ImportPlace", "Household")),
        (Target.OWNER, _T("ImportPlace", "Looked after by")),
        (Target.CREATED_AT, _T("ImportPlace", "Customer since")),
        (Target.PUBLIC_ID, _T("ImportPlace", "Number given by this program")),
    )


def _worth_knowing() -> Words:
    return (
        (Target.NOTE, _T("ImportPlace", "Note")),
        (Target.LIKES, _T("ImportPlace", "Likes")),
        (Target.DISLIKES, _T("ImportPlace", "Dislikes")),
        (Target.SIZES, _T("ImportPlace", "Sizes")),
        (Target.ALLERGIES, _T("ImportPlace", "Allergies")),
    )


def policy_words() -> Sequence[tuple[OnMatch, str]]:
    """Return what can be done with rows of customers the shop has already."""
    return (
        (OnMatch.UPDATE, _T("ImportPolicy", "Update them where the file has a value")),
        (OnMatch.FILL_BLANKS, _T("ImportPolicy", "Fill only what is blank")),
        (OnMatch.SKIP, _T("ImportPolicy", "Leave them as they are")),
        (OnMatch.CREATE, _T("ImportPolicy", "Add every row as a new customer")),
    )


def kind_word(kind: str) -> str:
    """Return what a file is."""
    words = {
        FileKind.XLSX: _T("ImportFile", "Excel workbook"),
        FileKind.XLS: _T("ImportFile", "Older Excel workbook"),
        FileKind.XLSB: _T("ImportFile", "Binary Excel workbook"),
        FileKind.ODS: _T("ImportFile", "OpenDocument workbook"),
        FileKind.CSV: _T("ImportFile", "Text file"),
        FileKind.HTML: _T("ImportFile", "Web page saved as a workbook"),
        FileKind.VCARD: _T("ImportFile", "Contacts (vCard)"),
    }
    return words[FileKind(kind)]


def note_sentence(kind: str, text: str) -> str:
    """Return a remark about the file as a whole."""
    said = {
        NoteKind.MISNAMED: _T("ImportNote", "The file is not what its name says; it was read as what it is."),
        NoteKind.NULS_REMOVED: _T("ImportNote", "The file held empty bytes, which were left out."),
        NoteKind.QUOTES_IGNORED: _T("ImportNote", "A quotation mark is never closed, so all of them count as text."),
        NoteKind.PHOTOS_LEFT_OUT: _T("ImportNote", "Photos in the file are not brought in."),
        NoteKind.OTHER_SHEETS: _T("ImportNote", "The workbook has more sheets: {text}"),
        NoteKind.ERRORS_NOT_SEEN: _T("ImportNote", "Cells with errors look empty in this kind of file."),
    }
    known = said.get(NoteKind(kind)) if kind in list(NoteKind) else None
    return known.format(text=text) if known else text


ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "shift_jis", "euc_kr", "cp1252")
"""What a text file can be read as, where the program's own guess is wrong."""
