"""Every setting of the program, declared once; see `settings` for what a declaration means."""

from __future__ import annotations

from crm_desktop.base.settings import Group, Kind, Scope, Setting
from crm_desktop.base.text import _T

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
    "system",
    Group.SHOP,
    Scope.SHOP,
    Kind.ZONE,
    title=lambda: _T("Settings", "Time zone"),
    help=lambda: _T("Settings", "The shop's own, for days and hours to stay right on a journey."),
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

WINDOW_SETTINGS = (LANGUAGE, THEME, TEXT_SIZE, DENSITY)
"""The settings that the frame of the window itself follows."""

SHOP_SETTINGS = (SHOP_NAME, CURRENCY, PHONE_COUNTRY, TIME_ZONE, COMPLETENESS, IMPORT_UNDO_DAYS, MASK_PHONES)
"""The settings that travel with the shop's data."""

ALL_SETTINGS = (*WINDOW_SETTINGS, *SHOP_SETTINGS)
