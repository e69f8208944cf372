"""Five files as different as they come, each with rows of our own, through all steps of the import and into the list.

Where CRM_PICTURES names a folder, each step is kept there as a picture.
"""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from crm_desktop.ui.pages.importing.state import Step
from crm_desktop.ui.pages.importing.view import ImportView
from tests.journeys.conftest import Counter
from tests.support.data import real_data

FILES = ("google_contacts_old", "outlook_zh_cn", "easystore_customers", "yinbao_pospal", "fxiaoke_account")
PEOPLE = (("王", "小明"), ("李", "娜"), ("欧阳", "建国"), ("赵", "敏"))
FAMILY = ("Family Name", "Last_Name", "姓氏")
GIVEN = ("Given Name", "First_Name", "名字")
WHOLE = ("Name", "姓名", "客户名称")
PHONE = ("Phone 1 - Value", "移动电话", "Phone", "手机号", "手机")
BIRTHDAY = ("Birthday", "生日", "Birthdate")
MAIL = ("E-mail 1 - Value", "电子邮件地址", "Email", "邮件")


def headings(key: str) -> list[str]:
    lists = json.loads(real_data("contacts", "headings.json").read_text(encoding="utf-8"))["lists"]
    return next(entry["columns"] for entry in lists if entry["key"] == key)


def cell(heading: str, number: int) -> str:
    family, given = PEOPLE[number]
    known = {
        **dict.fromkeys(FAMILY, family),
        **dict.fromkeys(GIVEN, given),
        **dict.fromkeys(WHOLE, family + given),
        **dict.fromkeys(PHONE, f"138 0000 100{number}"),
        **dict.fromkeys(BIRTHDAY, f"199{number}-05-1{number}"),
        **dict.fromkeys(MAIL, f"person{number}@example.com"),
        "会员号": f"80010{number}",
        "积分": str(number * 37),
    }
    return known.get(heading, "")


def write(folder: Path, key: str) -> Path:
    columns, file = headings(key), folder / f"{key}.csv"
    encoding = "gb18030" if key in ("outlook_zh_cn", "yinbao_pospal") else "utf-8-sig"
    with file.open("w", encoding=encoding, newline="") as stream:
        rows = [[cell(heading, number) for heading in columns] for number in range(len(PEOPLE))]
        csv.writer(stream).writerows([columns, *rows])
    return file


def keep_picture(counter: Counter, name: str) -> None:
    folder = os.environ.get("CRM_PICTURES")
    if folder:
        counter.bot.wait(250)
        counter.window.grab().save(str(Path(folder) / f"{name}.png"))


def go_on(counter: Counter, view: ImportView, step: Step, key: str) -> None:
    """Press Enter where the keyboard is and wait for the next step to be ready."""
    counter.bot.keyClick(counter.window.focusWidget() or counter.window, Qt.Key.Key_Return)
    ready = {Step.CLEAN: view.clean.has_reports, Step.DRY_RUN: view.dry.is_ready, Step.RESULT: view.result.is_over}
    counter.wait(lambda: view.step is step and ready.get(step, lambda: True)())
    counter.settle()
    keep_picture(counter, f"{key}_{step}")


@pytest.mark.parametrize("key", FILES)
def test_a_file_goes_through_every_step_by_keyboard(counter: Counter, tmp_path: Path, key: str) -> None:
    counter.window.resize(1280, 800)
    counter.window.activateWindow()
    counter.program.flows.import_files([write(tmp_path, key)])
    view = counter.window.stack.view("import")
    assert isinstance(view, ImportView)
    counter.wait(lambda: view.draft is not None)
    keep_picture(counter, f"{key}_file")
    counter.press("wizard.next")
    for step in (Step.COLUMNS, Step.CLEAN, Step.MATCH, Step.DRY_RUN, Step.RESULT):
        go_on(counter, view, step, key)
    assert view.result.result is not None
    assert (view.result.result.created, view.result.result.errors) == (len(PEOPLE), ())
    counter.press("wizard.primary")
    counter.wait(lambda: counter.list.model.rowCount() == len(PEOPLE))
    assert sorted(counter.names()) == sorted(family + given for family, given in PEOPLE)
    assert counter.search("13800001002") == ["欧阳建国"], "phones came in, and are found"
