"""Writes what Windows shows about the programs: name, version, copyright, in English and Chinese.

`build.spec` gives the file to PyInstaller (`EXE(version=...)`), which reads it as one Python expression. Windows shows
the description in the task manager, in the task bar's menu and under "Open with".
"""

from __future__ import annotations

import re
from pathlib import Path

COPYRIGHT = "Copyright (c) 2026 The crm-desktop authors"
ENGLISH, CHINESE = 0x0409, 0x0804
UNICODE = 0x04B0
DESCRIPTIONS = {
    "crm-desktop": {ENGLISH: "Customer book", CHINESE: "客户管家"},
    "crm-desktop-cli": {ENGLISH: "Customer book: commands", CHINESE: "客户管家：命令行"},
}
"""What each program is, by its name and the language it is said in."""
PRODUCT = {ENGLISH: "Customer book", CHINESE: "客户管家"}

_TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3f, flags={flags}, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([
{tables}
    ]),
    VarFileInfo([VarStruct('Translation', {translations})]),
  ],
)
"""


def numbers_of(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers Windows compares, from a version like 1.2.3 or 1.2.3rc1."""
    found = [int(number) for number in re.findall(r"\d+", version.partition("+")[0])][:3]
    return tuple([*found, 0, 0, 0, 0][:4])  # type: ignore[return-value]


def version_resource(version: str, program: str = "crm-desktop") -> str:
    """Return the resource of one program as PyInstaller reads it; raises KeyError for a program there is not."""
    languages = DESCRIPTIONS[program]
    return _TEXT.format(
        numbers=numbers_of(version),
        flags="0x0" if re.fullmatch(r"[\d.]+", version) else "0x2",
        tables="\n".join(_table(version, program, language) for language in languages),
        translations=[number for language in languages for number in (language, UNICODE)],
    )


def write_version_resource(folder: Path, version: str, program: str = "crm-desktop") -> Path:
    """Write the resource of one program into a folder and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{program}-version.txt"
    file.write_text(version_resource(version, program), encoding="utf-8", newline="\n")
    return file


def _table(version: str, program: str, language: int) -> str:
    values = {
        "CompanyName": "crm-desktop",
        "FileDescription": DESCRIPTIONS[program][language],
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": f"{program}.exe",
        "ProductName": PRODUCT[language],
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in values.items())
    return f"      StringTable('{language:04x}{UNICODE:04x}', [{strings}]),"
