"""What the program does with a file that is opened with it, told by its name."""

import pytest

from crm_desktop.base.errors import FaultKind
from crm_desktop.services.file_kinds import FileSort, SortedFiles, sort_files, sort_of

BACKUP = "customers-000012-20261122-223130.db"


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("会员.xlsx", FileSort.LIST),
        ("OLD.XLS", FileSort.LIST),
        ("a b.csv", FileSort.LIST),
        ("one.vcf", FileSort.LIST),
        ("days.ics", FileSort.CALENDAR),
        (BACKUP, FileSort.BACKUP),
    ],
)
def test_a_file_is_told_by_its_name(tmp_path, name, sort):
    file = tmp_path / name
    file.touch()
    assert sort_of(file) is sort


@pytest.mark.parametrize("name", ["letter.docx", "customers.db", "other.db", "no ending", ".xlsx"])
def test_other_files_are_refused_by_name(tmp_path, name):
    (tmp_path / name).touch()
    [fault] = sort_files([tmp_path / name]).refused
    assert (fault.kind, fault.values["file"]) == (FaultKind.FILE_KIND_UNKNOWN, name)


def test_a_folder_and_what_is_not_there_are_no_lists(tmp_path):
    (tmp_path / "folder.xlsx").mkdir()
    found = sort_files([tmp_path / "folder.xlsx", tmp_path / "gone.xlsx"])
    assert [fault.kind for fault in found.refused] == [FaultKind.FILE_KIND_UNKNOWN, FaultKind.FILE_MISSING]
    assert not found.opens_any()


def test_each_file_goes_where_it_belongs_and_is_opened_once(tmp_path):
    table, calendar, backup = (tmp_path / name for name in ("a.csv", "b.ics", BACKUP))
    for file in (table, calendar, backup):
        file.touch()
    assert sort_files([backup, table, calendar, table]) == SortedFiles((table,), (calendar,), (backup,))
