"""What macOS is told about the program: names, versions, languages, and which files it can open.

`build.spec` gives the dict to PyInstaller (`BUNDLE(info_plist=...)`), which adds the name of the executable itself.
"""

from __future__ import annotations

BUNDLE_ID = "org.crm-desktop.CustomerBook"
NAME = "Customer book"
COPYRIGHT = "Copyright © 2026 The crm-desktop authors. MIT licence."
OLDEST_MACOS = "13.0"
"""The oldest system that the wheels of Qt 6.11 are made for."""

NAMES = {"en": "Customer book", "zh-Hans": "客户管家"}
"""The name under the icon, by language; written as InfoPlist.strings into the bundle."""

OPENED = (
    (
        "Excel workbook",
        (
            "org.openxmlformats.spreadsheetml.sheet",
            "com.microsoft.excel.xls",
            "com.microsoft.excel.sheet.binary.macroenabled",
        ),
        ("xlsx", "xls", "xlsb"),
    ),
    ("OpenDocument spreadsheet", ("org.oasis-open.opendocument.spreadsheet",), ("ods",)),
    ("Table as text", ("public.comma-separated-values-text", "public.tab-separated-values-text"), ("csv", "tsv")),
    ("Address cards", ("public.vcard",), ("vcf",)),
    ("Calendar", ("com.apple.ical.ics",), ("ics",)),
)
"""What the program offers itself for: a name, the system's names of the kind, endings. It owns none of them."""


def info_plist(version: str) -> dict[str, object]:
    """Return the Info.plist of the bundle for a version."""
    return {
        "CFBundleIdentifier": BUNDLE_ID,
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["zh-Hans", "en"],
        "LSHasLocalizedDisplayName": True,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": COPYRIGHT,
        "CFBundleDocumentTypes": [_document(*kind) for kind in OPENED],
    }


def name_strings() -> dict[str, str]:
    """Return the content of Resources/LANGUAGE.lproj/InfoPlist.strings, by language."""
    keys = ("CFBundleName", "CFBundleDisplayName")
    return {language: "".join(f'{key} = "{name}";\n' for key in keys) for language, name in NAMES.items()}


def _document(name: str, kinds: tuple[str, ...], endings: tuple[str, ...]) -> dict[str, object]:
    """Return one kind of file: offered under "Open With", never taken as the usual program for it."""
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "LSItemContentTypes": list(kinds),
        "CFBundleTypeExtensions": list(endings),
    }
