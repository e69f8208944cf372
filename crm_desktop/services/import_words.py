"""What the parts of an import are called in the language in use: places of columns, marks, rules of cleaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crm_desktop.base.text import _T
from crm_desktop.exchange.headings import REPEATABLE
from crm_desktop.exchange.plan import MatchBy, RowsAre, Rule, Target
from crm_desktop.services.import_views import TargetView

Titles = Sequence[tuple[Target, str]]
Groups = Sequence[tuple[str, Titles]]


def target_views(kind: str = RowsAre.CUSTOMERS) -> tuple[TargetView, ...]:
    """Return every place a column of a kind of file can go to, in groups, the usual ones first."""
    return tuple(
        TargetView(target, title, group, target in REPEATABLE)
        for group, titles in _GROUPS.get(kind, _no_groups)()
        for target, title in titles
    )


def target_titles() -> dict[Target, str]:
    """Return what each place is called, whatever the kind of file."""
    return {view.target: view.title for kind in (RowsAre.PURCHASES, RowsAre.CUSTOMERS) for view in target_views(kind)}


def _no_groups() -> Groups:
    return ()


def _of_customers() -> Groups:
    return (
        (_T("ImportPlace", "The person"), _of_the_person()),
        (_T("ImportPlace", "How to reach her"), _to_reach_her()),
        (_T("ImportPlace", "Addresses"), _of_addresses()),
        (_T("ImportPlace", "The shop"), _of_the_shop()),
        (_T("ImportPlace", "What she has: opening balances"), _of_balances()),
        (_T("ImportPlace", "Worth knowing"), _worth_knowing()),
    )


def _of_balance_files() -> Groups:
    return (
        (_T("ImportPlace", "Whose it is"), _whose()),
        (_T("ImportPlace", "What she has: opening balances"), _of_balances()),
    )


def _of_purchases() -> Groups:
    return (
        (_T("ImportPlace", "The slip"), _of_slips()),
        (_T("ImportPlace", "What was sold"), _of_lines()),
        (_T("ImportPlace", "Whose it is"), _whose()),
    )


_GROUPS: dict[str, Callable[[], Groups]] = {
    RowsAre.CUSTOMERS: _of_customers,
    RowsAre.PURCHASES: _of_purchases,
    RowsAre.BALANCES: _of_balance_files,
}


def _of_slips() -> Titles:
    return (
        (Target.SLIP_NUMBER, _T("ImportPlace", "Slip number")),
        (Target.SOLD_AT, _T("ImportPlace", "Day, or day and time")),
        (Target.SOLD_TIME, _T("ImportPlace", "Time of day")),
        (Target.SLIP_KIND, _T("ImportPlace", "Sale or return")),
        (Target.PAID_BY, _T("ImportPlace", "Paid by")),
        (Target.CLERK, _T("ImportPlace", "Sold by")),
        (Target.SLIP_NOTE, _T("ImportPlace", "Note on the slip")),
    )


def _of_lines() -> Titles:
    return (
        (Target.PRODUCT_CODE, _T("ImportPlace", "Code of the goods")),
        (Target.PRODUCT, _T("ImportPlace", "Name of the goods")),
        (Target.PRODUCT_CATEGORY, _T("ImportPlace", "Category of the goods")),
        (Target.QUANTITY, _T("ImportPlace", "Quantity")),
        (Target.UNIT_PRICE, _T("ImportPlace", "Price of one")),
        (Target.LINE_DISCOUNT, _T("ImportPlace", "Taken off")),
        (Target.AMOUNT, _T("ImportPlace", "Amount of the line")),
    )


def _whose() -> Titles:
    return (
        (Target.CARD_NUMBER, _T("ImportPlace", "Card number")),
        (Target.FILE_NUMBER, _T("ImportPlace", "Customer number of the file")),
        (Target.NAME, _T("ImportPlace", "Name")),
        (Target.FAMILY_NAME, _T("ImportPlace", "Family name")),
        (Target.GIVEN_NAME, _T("ImportPlace", "Given name")),
        (Target.NICKNAME, _T("ImportPlace", "Nickname")),
        (Target.PHONE, _T("ImportPlace", "Phone")),
        (Target.EMAIL, _T("ImportPlace", "E-mail")),
        (Target.WECHAT, _T("ImportPlace", "WeChat")),
        (Target.PUBLIC_ID, _T("ImportPlace", "Number given by this program")),
    )


def _of_balances() -> Titles:
    return (
        (Target.POINTS, _T("ImportPlace", "Points")),
        (Target.PRINCIPAL, _T("ImportPlace", "Stored value, paid for")),
        (Target.GIFT, _T("ImportPlace", "Stored value, given on top")),
        (Target.VISITS, _T("ImportPlace", "Visits left")),
        (Target.VISIT_SERVICE, _T("ImportPlace", "Service of the visits")),
        (Target.EXPIRES_ON, _T("ImportPlace", "Last day of the visits")),
        (Target.TIER, _T("ImportPlace", "Tier")),
    )


def _of_the_person() -> Titles:
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


def _to_reach_her() -> Titles:
    return (
        (Target.PHONE, _T("ImportPlace", "Phone")),
        (Target.PHONE_LABEL, _T("ImportPlace", "Kind of phone")),
        (Target.EMAIL, _T("ImportPlace", "E-mail")),
        (Target.EMAIL_LABEL, _T("ImportPlace", "Kind of e-mail")),
        (Target.WECHAT, _T("ImportPlace", "WeChat")),
    )


def _of_addresses() -> Titles:
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


def _of_the_shop() -> Titles:
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
        (Target.CHANGED_AT, _T("ImportPlace", "Last changed (decides which value is newer)")),
        (Target.PUBLIC_ID, _T("ImportPlace", "Number given by this program")),
    )


def _worth_knowing() -> Titles:
    return (
        (Target.NOTE, _T("ImportPlace", "Note")),
        (Target.LIKES, _T("ImportPlace", "Likes")),
        (Target.DISLIKES, _T("ImportPlace", "Dislikes")),
        (Target.SIZES, _T("ImportPlace", "Sizes")),
        (Target.ALLERGIES, _T("ImportPlace", "Allergies")),
    )


def match_words() -> dict[MatchBy, str]:
    """Return what the marks by which rows find customers are called."""
    return {
        MatchBy.PUBLIC_ID: _T("ImportMatch", "Number given by this program"),
        MatchBy.FILE_NUMBER: _T("ImportMatch", "Customer number of the file, and name or phone"),
        MatchBy.CARD_NUMBER: _T("ImportMatch", "Card number"),
        MatchBy.PHONE: _T("ImportMatch", "Phone"),
        MatchBy.EMAIL: _T("ImportMatch", "E-mail"),
        MatchBy.NAME_BIRTHDAY: _T("ImportMatch", "Name and birthday"),
        MatchBy.NAME: _T("ImportMatch", "Name, where a row has no number, phone or e-mail"),
        MatchBy.SIMILAR: _T("ImportMatch", "The same or a similar name"),
    }


def rule_words() -> dict[Rule, str]:
    """Return what the rules of cleaning do, as the clean page names them."""
    return {
        Rule.VALUES: _T("ImportRule", "Replaced by your list"),
        Rule.TRIM: _T("ImportRule", "Blanks at the ends taken off"),
        Rule.INVISIBLE: _T("ImportRule", "Invisible characters taken out"),
        Rule.HALF_WIDTH: _T("ImportRule", "Full-width letters and digits made half-width"),
        Rule.INNER_SPACES: _T("ImportRule", "Several blanks made one"),
        Rule.SPREAD_NAME: _T("ImportRule", "Names written apart put together"),
        Rule.BLANK_WORDS: _T("ImportRule", "Words for nothing taken as empty"),
        Rule.SEVERAL: _T("ImportRule", "Several values in a cell taken apart"),
        Rule.DATE_FORM: _T("ImportRule", "Dates understood"),
        Rule.NUMBER_FORM: _T("ImportRule", "Numbers understood"),
        Rule.PHONE_FORM: _T("ImportRule", "Phones understood"),
        Rule.WORDS: _T("ImportRule", "Words understood"),
    }
