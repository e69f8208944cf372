"""Which files the program opens, told by their names: lists of customers, calendars, and its own backups."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.records import dataclass

READABLE = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".vcf")
"""The endings of lists of customers."""
CALENDARS = (".ics", ".ical", ".vcs")
"""The endings of calendars."""


class FileSort(StrEnum):
    """What the program does with a file that somebody opens with it."""

    LIST = "list"
    CALENDAR = "calendar"
    BACKUP = "backup"


@dataclass(frozen=True)
class SortedFiles:
    """Files that somebody opened with the program, by what is to be done with them."""

    lists: tuple[Path, ...] = ()
    calendars: tuple[Path, ...] = ()
    backups: tuple[Path, ...] = ()
    refused: tuple[Fault, ...] = ()
    """Why others cannot be opened: FILE_MISSING, FILE_NOT_READABLE or FILE_KIND_UNKNOWN, with the file's name."""

    def opens_any(self) -> bool:
        """Tell whether there is anything to open."""
        return bool(self.lists or self.calendars or self.backups)


def is_calendar_file(path: Path) -> bool:
    """Tell whether a file's ending says that it is a calendar."""
    return path.suffix.lower() in CALENDARS


def readable_files(paths: Iterable[Path]) -> list[Path]:
    """Return those paths whose ending says that they can be imported."""
    return [path for path in paths if path.suffix.lower() in READABLE or is_calendar_file(path)]


def sort_of(path: Path) -> FileSort:
    """Return what a file is by its name; raises Fault FILE_MISSING, FILE_NOT_READABLE or FILE_KIND_UNKNOWN."""
    with os_faults(path, reading=True):
        mode = path.stat().st_mode
    if S_ISREG(mode):
        if path.suffix.lower() in READABLE:
            return FileSort.LIST
        if is_calendar_file(path):
            return FileSort.CALENDAR
        from crm_desktop.store.backup_folder import is_backup_name

        if is_backup_name(path.name):
            return FileSort.BACKUP
    raise Fault(FaultKind.FILE_KIND_UNKNOWN, file=path.name)


def sort_files(paths: Iterable[Path]) -> SortedFiles:
    """Return files by what is to be done with each."""
    found: dict[FileSort, list[Path]] = {sort: [] for sort in FileSort}
    refused: list[Fault] = []
    for path in dict.fromkeys(paths):
        try:
            found[sort_of(path)].append(path)
        except Fault as fault:
            refused.append(fault)
    lists, calendars, backups = (tuple(found[sort]) for sort in FileSort)
    return SortedFiles(lists, calendars, backups, tuple(refused))
