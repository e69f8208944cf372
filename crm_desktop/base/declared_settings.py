"""Every setting of the program, declared once; see `settings` for what a declaration means."""

from __future__ import annotations

from collections.abc import Callable

from crm_desktop.base.settings import Group, Kind, Scope, Setting
from crm_desktop.base.text import _T
from crm_desktop.base.zones import THIS_PC

LANGUAGE = Setting(
    "language",
    "system",
    Group.LOOK,
    Scope.WINDOW,
    Kind.CHOICE,
    title=lambda: _T("Settings", "Language"),
    help=lambda: _T("Settings", "The window changes at once; what you are typing stays."),
    choices=lambda: (
        ("system", _T("Settings", "Like this computer")),
        ("zh_CN", "简体中文"),
        ("en", "English"),
    ),
)
THEME = Setting(
    "theme",
    "system",
    Group.LOOK,
    Scope.WINDOW,
    Kind.CHOICE,
    title=lambda: _T("Settings", "Colours"),
    help=lambda: _T("Settings", "High contrast is easiest to read; it uses bright text on black."),
    choices=lambda: (
        ("system", _T("Settings", "Like this computer")),
        ("light", _T("Settings", "Light")),
        ("dark", _T("Settings", "Dark")),
        ("contrast", _T("Settings", "High contrast")),
    ),
)
TEXT_SIZE = Setting(
    "text_size",
    100,
    Group.LOOK,
    Scope.WINDOW,
    Kind.NUMBER,
    title=lambda: _T("Settings", "Text size"),
    help=lambda: _T("Settings", "From 80 to 200 percent; Ctrl++ and Ctrl+- change it too."),
    minimum=80,
    maximum=200,
    step=10,
    suffix=" %",
)
DENSITY = Setting(
    "density",
    "normal",
    Group.LOOK,
    Scope.WINDOW,
    Kind.CHOICE,
    title=lambda: _T("Settings", "Rows of lists"),
    help=lambda: _T("Settings", "How much room each row takes."),
    choices=lambda: (
        ("compact", _T("Settings", "Close together")),
        ("normal", _T("Settings", "Normal")),
        ("roomy", _T("Settings", "Far apart")),
    ),
)
STARTS_WITH = Setting(
    "starts_with",
    "last",
    Group.LOOK,
    Scope.WINDOW,
    Kind.CHOICE,
    title=lambda: _T("Settings", "The program starts with"),
    help=lambda: _T("Settings", "Today shows whom to reach and why; the customers are a key away from it."),
    choices=lambda: (
        ("last", _T("Settings", "The page it was closed on")),
        ("today", _T("Settings", "Today")),
        ("customers", _T("Settings", "The customers")),
    ),
)

SHOP_NAME = Setting(
    "shop_name",
    "",
    Group.SHOP,
    Scope.SHOP,
    Kind.TEXT,
    title=lambda: _T("Settings", "Name of the shop"),
    help=lambda: _T("Settings", "Stands at the top left, in the window's title and on what is printed."),
)
CURRENCY = Setting(
    "currency",
    "CNY",
    Group.SHOP,
    Scope.SHOP,
    Kind.CURRENCY,
    title=lambda: _T("Settings", "Currency"),
    help=lambda: _T("Settings", "What amounts are shown in, whatever the language. Nothing is converted."),
)
PHONE_COUNTRY = Setting(
    "phone_country",
    "CN",
    Group.SHOP,
    Scope.SHOP,
    Kind.COUNTRY,
    title=lambda: _T("Settings", "Country of phone numbers"),
    help=lambda: _T("Settings", "How a number without a country code is read when it is entered or brought in."),
)
TIME_ZONE = Setting(
    "time_zone",
    THIS_PC,
    Group.SHOP,
    Scope.SHOP,
    Kind.ZONE,
    title=lambda: _T("Settings", "Time zone"),
    help=lambda: _T("Settings", "The shop's own, for days and hours to stay right on a journey."),
)
CARD_PREFIX = Setting(
    "card_prefix",
    "",
    Group.SHOP,
    Scope.SHOP,
    Kind.TEXT,
    title=lambda: _T("Settings", "New card numbers begin with"),
    help=lambda: _T("Settings", "Letters before the number of a new card, such as VIP; may stay empty."),
)
CARD_DIGITS = Setting(
    "card_digits",
    6,
    Group.SHOP,
    Scope.SHOP,
    Kind.NUMBER,
    title=lambda: _T("Settings", "Digits of a new card number"),
    help=lambda: _T("Settings", "How long the number behind the letters is; noughts fill it up."),
    minimum=3,
    maximum=12,
)
DAY_STARTS_AT = Setting(
    "day_starts_at",
    4,
    Group.SHOP,
    Scope.SHOP,
    Kind.NUMBER,
    title=lambda: _T("Settings", "The shop's day begins at"),
    help=lambda: _T("Settings", "What is done after midnight and before this hour still belongs to the day before."),
    maximum=12,
    suffix=":00",
)
OPENS_AT = Setting(
    "opens_at",
    9,
    Group.SHOP,
    Scope.SHOP,
    Kind.NUMBER,
    title=lambda: _T("Settings", "The shop opens at"),
    help=lambda: _T("Settings", "Follow-ups without a time are reminded of then; the calendar's days start there."),
    maximum=23,
    suffix=":00",
)
CLOSED_WEEKDAYS = Setting(
    "closed_weekdays",
    "",
    Group.SHOP,
    Scope.SHOP,
    Kind.TICKS,
    title=lambda: _T("Settings", "The shop is closed on"),
    help=lambda: _T(
        "Settings", "Follow-ups that come again can pass over these days; days in the official calendar go before them."
    ),
    choices=lambda: (
        ("0", _T("Weekday", "Monday")),
        ("1", _T("Weekday", "Tuesday")),
        ("2", _T("Weekday", "Wednesday")),
        ("3", _T("Weekday", "Thursday")),
        ("4", _T("Weekday", "Friday")),
        ("5", _T("Weekday", "Saturday")),
        ("6", _T("Weekday", "Sunday")),
    ),
)
ASK_MEMBERSHIP = Setting(
    "ask_membership",
    True,
    Group.TILL,
    Scope.SHOP,
    Kind.SWITCH,
    title=lambda: _T("Settings", "Ask for the member card"),
    help=lambda: _T("Settings", "Once for each sale without a customer, before it is recorded; Enter sells without."),
)
SLIP_ADDRESS = Setting(
    "slip_address",
    "",
    Group.TILL,
    Scope.SHOP,
    Kind.TEXT,
    title=lambda: _T("Settings", "Line under the shop's name"),
    help=lambda: _T("Settings", "Address and phone as they stand at the head of each slip."),
)
SLIP_FOOTER = Setting(
    "slip_footer",
    "",
    Group.TILL,
    Scope.SHOP,
    Kind.TEXT,
    title=lambda: _T("Settings", "Last line of slips"),
    help=lambda: _T("Settings", "Thanks, opening hours, how long goods can be brought back."),
)
SLIP_BARCODE = Setting(
    "slip_barcode",
    True,
    Group.TILL,
    Scope.SHOP,
    Kind.SWITCH,
    title=lambda: _T("Settings", "Barcode on slips"),
    help=lambda: _T("Settings", "The slip's number at its end: scanned when goods come back, it opens the slip."),
)
SLIP_WIDTH = Setting(
    "slip_width",
    "58",
    Group.TILL,
    Scope.WINDOW,
    Kind.CHOICE,
    title=lambda: _T("Settings", "Paper of slips"),
    help=lambda: _T("Settings", "The width of the roll in this computer's slip printer."),
    choices=lambda: (("58", "58 mm"), ("80", "80 mm")),
)
SLIP_AFTER_SALE = Setting(
    "slip_after_sale",
    "offer",
    Group.TILL,
    Scope.WINDOW,
    Kind.CHOICE,
    title=lambda: _T("Settings", "After a sale"),
    help=lambda: _T("Settings", "Printed without a question, the slip comes from this computer's usual printer."),
    choices=lambda: (
        ("offer", _T("Settings", "Offer to print the slip")),
        ("print", _T("Settings", "Print the slip at once")),
    ),
)
HEARS_SCANNER = Setting(
    "hears_scanner",
    True,
    Group.TILL,
    Scope.WINDOW,
    Kind.SWITCH,
    title=lambda: _T("Settings", "A barcode scanner is used here"),
    help=lambda: _T("Settings", "What it scans is taken wherever the keyboard is, and never enters a field."),
)
USUAL_REMINDER = Setting(
    "usual_reminder",
    "at_time",
    Group.REMINDERS,
    Scope.SHOP,
    Kind.CHOICE,
    title=lambda: _T("Settings", "Where none was chosen, remind"),
    help=lambda: _T("Settings", "For follow-ups with a time. Those without one are reminded of only if you say so."),
    choices=lambda: (
        ("none", _T("Settings", "Not at all")),
        ("at_time", _T("Settings", "At the time")),
        ("ten_minutes", _T("Settings", "10 minutes before")),
    ),
)
REMINDS = Setting(
    "reminds",
    True,
    Group.REMINDERS,
    Scope.WINDOW,
    Kind.SWITCH,
    title=lambda: _T("Settings", "Remind on this computer"),
    help=lambda: _T("Settings", "While the program is open: a card in the window, and a notice of the system."),
)
IMPORT_UNDO_DAYS = Setting(
    "import_undo_days",
    90,
    Group.SHOP,
    Scope.SHOP,
    Kind.NUMBER,
    title=lambda: _T("Settings", "Days an import can be taken back"),
    help=lambda: _T("Settings", "After that, an import in the list of imports stands for good."),
    minimum=1,
    maximum=3650,
    step=10,
)
COMPLETENESS = Setting(
    "completeness_parts",
    "phone,birthday,online,consent,gender,source,owner,preferences",
    Group.SHOP,
    Scope.SHOP,
    Kind.TICKS,
    title=lambda: _T("Settings", "A complete card has"),
    help=lambda: _T(
        "Settings", "What counts for the completeness of a customer, as a column, a filter and on the card."
    ),
    choices=lambda: (
        ("phone", _T("Completeness", "Phone")),
        ("birthday", _T("Completeness", "Birthday")),
        ("online", _T("Completeness", "WeChat or e-mail")),
        ("consent", _T("Completeness", "Consent, asked for")),
        ("gender", _T("Completeness", "Gender")),
        ("source", _T("Completeness", "Came from")),
        ("owner", _T("Completeness", "Looked after by somebody")),
        ("preferences", _T("Completeness", "Likes, sizes or allergies")),
        ("address", _T("Completeness", "Address")),
        ("tags", _T("Completeness", "Tags")),
        ("company", _T("Completeness", "Company")),
        ("card", _T("Completeness", "Card number")),
    ),
)
MASK_PHONES = Setting(
    "mask_phones",
    False,
    Group.PRIVACY,
    Scope.SHOP,
    Kind.SWITCH,
    title=lambda: _T("Settings", "Mask phone numbers in lists"),
    help=lambda: _T("Settings", "Shows 138****1234 where somebody looks over your shoulder; the record shows all."),
)
IDLE_LOCK = Setting(
    "idle_lock",
    5,
    Group.PRIVACY,
    Scope.SHOP,
    Kind.NUMBER,
    title=lambda: _T("Settings", "Lock when nobody does anything"),
    help=lambda: _T("Settings", "After so many minutes, once somebody has a PIN; 0 never locks."),
    maximum=120,
    suffix=" min",
)


def _months(key: str, default: int, title: Callable[[], str], help_: Callable[[], str]) -> Setting[int]:
    """Declare how many months something is kept."""
    return Setting(
        key, default, Group.PRIVACY, Scope.SHOP, Kind.NUMBER, title=title, help=help_, minimum=1, maximum=240, step=6
    )


KEEP_CUSTOMERS = _months(
    "keep_customers_months",
    36,
    lambda: _T("Settings", "Months without contact until a customer is looked through"),
    lambda: _T("Settings", "Nobody is erased by this: the Privacy page lists them, and the owner decides."),
)
KEEP_VALUES = _months(
    "keep_values_months",
    36,
    lambda: _T("Settings", "Months that earlier values are kept in the log of changes"),
    lambda: _T("Settings", "Older ones can be taken out on the Privacy page; who did what when stays."),
)
KEEP_REPORTS = _months(
    "keep_reports_months",
    12,
    lambda: _T("Settings", "Months that reports of mistakes are kept"),
    lambda: _T("Settings", "They hold no customer data."),
)


def _points(
    name: str, default: int, title: Callable[[], str], help_: Callable[[], str], *, lowest: int = 0, highest: int = 100
) -> Setting[int]:
    """Declare what a sign of a duplicate weighs."""
    return Setting(
        f"duplicates_{name}",
        default,
        Group.DUPLICATES,
        Scope.SHOP,
        Kind.NUMBER,
        title=title,
        help=help_,
        minimum=lowest,
        maximum=highest,
        step=5,
    )


DUPLICATE_SETTINGS = (
    _points(
        "probable",
        85,
        lambda: _T("Settings", "Probably the same from"),
        lambda: _T("Settings", "Points of 100 from which two customers are called probably the same."),
        lowest=50,
    ),
    _points(
        "possible",
        60,
        lambda: _T("Settings", "Possibly the same from"),
        lambda: _T("Settings", "Points from which two customers are shown at all. Fewer show more pairs."),
        lowest=30,
    ),
    _points(
        "phone",
        60,
        lambda: _T("Settings", "Same phone"),
        lambda: _T("Settings", "Points for a phone both have; part of it for a phone with a slip."),
    ),
    _points(
        "email",
        60,
        lambda: _T("Settings", "Same e-mail or WeChat"),
        lambda: _T("Settings", "Points for an e-mail or WeChat name both have."),
    ),
    _points(
        "card",
        60,
        lambda: _T("Settings", "Same card number"),
        lambda: _T("Settings", "Points for a card or customer number that differs only in blanks and marks."),
    ),
    _points(
        "name",
        25,
        lambda: _T("Settings", "Same name"),
        lambda: _T("Settings", "Points for the same name."),
    ),
    _points(
        "rare_name",
        15,
        lambda: _T("Settings", "Same rare name"),
        lambda: _T("Settings", "More points for a name that at most ten customers of the shop have."),
    ),
    _points(
        "mistyped_name",
        20,
        lambda: _T("Settings", "Name with a slip"),
        lambda: _T("Settings", "Points for a name in Latin letters with a slip, or shortened."),
    ),
    _points(
        "sound",
        15,
        lambda: _T("Settings", "Name that sounds the same"),
        lambda: _T("Settings", "Points for a name of other characters with the same pinyin."),
    ),
    _points(
        "part_of_name",
        20,
        lambda: _T("Settings", "Part of the name"),
        lambda: _T("Settings", "Points where one has only the given name or the family name of the other."),
    ),
    _points(
        "near_name",
        10,
        lambda: _T("Settings", "Name with one character apart"),
        lambda: _T("Settings", "Points for a name that differs in one character; it may be a brother or sister."),
    ),
    _points(
        "birth_date",
        45,
        lambda: _T("Settings", "Same date of birth"),
        lambda: _T("Settings", "Points for the same day, month and year; part of it for a date with a slip."),
    ),
    _points(
        "birthday",
        20,
        lambda: _T("Settings", "Same birthday without the year"),
        lambda: _T("Settings", "Points for the same day and month where a year is missing."),
    ),
    _points(
        "address",
        40,
        lambda: _T("Settings", "Same address"),
        lambda: _T("Settings", "Points for the same door; part of it for one that is written otherwise."),
    ),
    _points(
        "introducer",
        5,
        lambda: _T("Settings", "Same introducer"),
        lambda: _T("Settings", "Points where the same customer introduced both."),
    ),
    _points(
        "other_name",
        -20,
        lambda: _T("Settings", "Different names"),
        lambda: _T("Settings", "Points that different names take away: one phone is then a household's."),
        lowest=-100,
        highest=0,
    ),
    _points(
        "shared",
        -25,
        lambda: _T("Settings", "Phone of many, or one household"),
        lambda: _T("Settings", "Points taken away where many have the phone, or both are linked as a household."),
        lowest=-100,
        highest=0,
    ),
    _points(
        "other_birthday",
        -20,
        lambda: _T("Settings", "Different birthdays"),
        lambda: _T("Settings", "Points that another birthday takes away."),
        lowest=-100,
        highest=0,
    ),
    _points(
        "other_gender",
        -30,
        lambda: _T("Settings", "Different gender"),
        lambda: _T("Settings", "Points that another gender takes away."),
        lowest=-100,
        highest=0,
    ),
)
"""What speaks for and against two customers being one, in points; see `domain.likeness`."""

WINDOW_SETTINGS = (
    LANGUAGE,
    THEME,
    TEXT_SIZE,
    DENSITY,
    STARTS_WITH,
    SLIP_WIDTH,
    SLIP_AFTER_SALE,
    HEARS_SCANNER,
    REMINDS,
)
"""The settings of this computer's window."""

SHOP_SETTINGS = (
    SHOP_NAME,
    CURRENCY,
    PHONE_COUNTRY,
    TIME_ZONE,
    DAY_STARTS_AT,
    OPENS_AT,
    CLOSED_WEEKDAYS,
    CARD_PREFIX,
    CARD_DIGITS,
    COMPLETENESS,
    ASK_MEMBERSHIP,
    SLIP_ADDRESS,
    SLIP_FOOTER,
    SLIP_BARCODE,
    USUAL_REMINDER,
    IMPORT_UNDO_DAYS,
    MASK_PHONES,
    IDLE_LOCK,
    KEEP_CUSTOMERS,
    KEEP_VALUES,
    KEEP_REPORTS,
)
"""The settings that travel with the shop's data."""

ALL_SETTINGS = (*WINDOW_SETTINGS, *SHOP_SETTINGS, *DUPLICATE_SETTINGS)
