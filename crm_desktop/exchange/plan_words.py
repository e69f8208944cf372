"""The words of an import plan: places of columns, marks of customers, what happens to a row, rules of cleaning."""

from __future__ import annotations

from enum import StrEnum


class Target(StrEnum):
    """Every place a column can go; several columns may share one where it takes several values."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    MIDDLE_NAME = "middle_name"
    NICKNAME = "nickname"
    COMPANY = "company"
    JOB_TITLE = "job_title"
    PHONE = "phone"
    PHONE_LABEL = "phone_label"
    EMAIL = "email"
    EMAIL_LABEL = "email_label"
    WECHAT = "wechat"
    ADDRESS = "address"
    ADDRESS_LABEL = "address_label"
    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    STREET = "street"
    POSTCODE = "postcode"
    GENDER = "gender"
    BIRTHDAY = "birthday"
    LUNAR_BIRTHDAY = "lunar_birthday"
    OTHER_DATE = "other_date"
    SOURCE = "source"
    INTRODUCER = "introducer"
    HOUSEHOLD = "household"
    OWNER = "owner"
    CARD_NUMBER = "card_number"
    STATUS = "status"
    TAGS = "tags"
    NOTE = "note"
    LIKES = "likes"
    DISLIKES = "dislikes"
    SIZES = "sizes"
    ALLERGIES = "allergies"
    CREATED_AT = "created_at"
    CHANGED_AT = "changed_at"
    """When the row was last changed where it came from; decides conflicts, and is not kept."""
    FILE_NUMBER = "file_number"
    PUBLIC_ID = "public_id"
    POINTS = "points"
    PRINCIPAL = "principal"
    GIFT = "gift"
    VISITS = "visits"
    VISIT_SERVICE = "visit_service"
    EXPIRES_ON = "expires_on"
    """The last day of the visits of a row."""
    TIER = "tier"
    SLIP_NUMBER = "slip_number"
    SOLD_AT = "sold_at"
    SOLD_TIME = "sold_time"
    """The time of day, where it has a column of its own."""
    SLIP_KIND = "slip_kind"
    PRODUCT_CODE = "product_code"
    PRODUCT = "product"
    PRODUCT_CATEGORY = "product_category"
    QUANTITY = "quantity"
    UNIT_PRICE = "unit_price"
    LINE_DISCOUNT = "line_discount"
    AMOUNT = "amount"
    PAID_BY = "paid_by"
    CLERK = "clerk"
    SLIP_NOTE = "slip_note"
    CUSTOM = "custom"
    SKIP = "skip"


ADDRESS_PARTS = (
    Target.COUNTRY,
    Target.PROVINCE,
    Target.CITY,
    Target.DISTRICT,
    Target.STREET,
    Target.POSTCODE,
)


BALANCES = (
    Target.POINTS,
    Target.PRINCIPAL,
    Target.GIFT,
    Target.VISITS,
    Target.VISIT_SERVICE,
    Target.EXPIRES_ON,
    Target.TIER,
)
"""What a customer has on the day a shop moves in: opening balances, and what belongs to them."""
SALES = (
    Target.SLIP_NUMBER,
    Target.SOLD_AT,
    Target.SOLD_TIME,
    Target.SLIP_KIND,
    Target.PRODUCT_CODE,
    Target.PRODUCT,
    Target.PRODUCT_CATEGORY,
    Target.QUANTITY,
    Target.UNIT_PRICE,
    Target.LINE_DISCOUNT,
    Target.AMOUNT,
    Target.PAID_BY,
    Target.CLERK,
    Target.SLIP_NOTE,
)
"""What a line of a slip says of the sale."""


class RowsAre(StrEnum):
    """What the rows of a file are."""

    CUSTOMERS = "customers"
    PURCHASES = "purchases"
    BALANCES = "balances"


class MatchBy(StrEnum):
    """What says that a row is a customer the shop already has."""

    PUBLIC_ID = "public_id"
    FILE_NUMBER = "file_number"
    CARD_NUMBER = "card_number"
    PHONE = "phone"
    EMAIL = "email"
    NAME_BIRTHDAY = "name_birthday"
    NAME = "name"
    """The whole name, for rows that have nothing else to be known by."""
    SIMILAR = "similar"
    """The same or a similar name, whatever else the row has."""


DOUBTFUL = frozenset({MatchBy.NAME_BIRTHDAY, MatchBy.SIMILAR})
"""Marks that different people share, and the more of them the larger the shop: somebody has to look at each row."""


class MatchClass(StrEnum):
    """How sure it is that a row is that customer."""

    EXACT = "exact"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class OnMatch(StrEnum):
    """What happens to a row whose customer exists."""

    UPDATE = "update"
    FILL_BLANKS = "fill_blanks"
    SKIP = "skip"
    CREATE = "create"
    """Keep both: the row becomes a customer of its own."""
    ASK = "ask"
    """The row waits for the user's word; until then it stays out."""


class Conflict(StrEnum):
    """Whose value stays where the file and the shop both have one and they differ."""

    FILE = "file"
    OURS = "ours"
    NEWER = "newer"
    """The file's where its row was changed after our customer (column "changed at"), else ours."""


class Repeats(StrEnum):
    """What happens to rows of one person within the file."""

    MERGE = "merge"
    KEEP_BOTH = "keep_both"
    ASK = "ask"


class RowDecision(StrEnum):
    """What the user decided for one row, over the policy."""

    CREATE = "create"
    UPDATE = "update"
    FILL_BLANKS = "fill_blanks"
    SKIP = "skip"


class SplitBy(StrEnum):
    """How one column is cut into pieces; the text of a `Made` is the separator where it is SEPARATOR."""

    SEPARATOR = "separator"
    SPACE = "space"
    SLASH = "slash"
    """Any of / ／ \\ | 、 , ; and line ends."""
    PHONE = "phone"
    """Piece 0 is the text, piece 1 the phones: "张三 13800001234"."""


class Rule(StrEnum):
    """What cleaning does to a column's values; `clean_report` counts each."""

    TRIM = "trim"
    INVISIBLE = "invisible"
    HALF_WIDTH = "half_width"
    INNER_SPACES = "inner_spaces"
    SPREAD_NAME = "spread_name"
    """张　三 → 张三."""
    BLANK_WORDS = "blank_words"
    """"无", "-", "null" count as empty."""
    DATE_FORM = "date_form"
    NUMBER_FORM = "number_form"
    PHONE_FORM = "phone_form"
    WORDS = "words"
    """Words for gender, status and yes or no."""
    SEVERAL = "several"
    """One cell holds several phones, e-mails or tags."""
    VALUES = "values"
    """The plan's own list of values."""
