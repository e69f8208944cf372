"""The import as a person uses it: a file, keys, buttons, and what stands on the screen."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox
from pytestqt.qtbot import QtBot

from crm_desktop.ui.pages.importing.page import Files
from crm_desktop.ui.pages.importing.view import ImportView
from tests.support.counter import Counter

HEADINGS = ["姓名", "手机", "生日", "鞋号"]
ROWS = [
    ["王小明", "13800001234", "1990-05-12", "120"],
    ["李娜", "13911112222", "", "80"],
    ["赵敏", "13755667788", "1985-02-30", "5"],
]


def write_csv(path: Path, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([headings, *rows])
    return path


class Hands(Counter):
    """A counter whose window shows the import."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        super().__init__(folder, qtbot)
        self.folder = folder
        self.window.stack.open("import")
        view = self.window.stack.view("import")
        assert isinstance(view, ImportView)
        self.view = view
        self.window.resize(1280, 800)
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def file(
        self, headings: Sequence[str] = HEADINGS, rows: Sequence[Sequence[str]] = ROWS, name: str = "a.csv"
    ) -> Path:
        return write_csv(self.folder / name, headings, rows)

    def open(self, path: Path | None = None) -> ImportView:
        """Drop a file on the window and wait until it is shown."""
        self.window.stack.open("import")
        self.view.open(Files([path or self.file()]))
        self.wait(lambda: self.view.draft is not None)
        return self.view

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget() or self.window.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifier)

    def go(self, step: str) -> None:
        """Click a step of the bar, and wait for what it has to read."""
        self.press(f"wizard.step.{step}")
        if step == "clean":
            self.wait(self.view.clean.has_reports)
        if step == "dry_run":
            self.wait_checked()

    def wait_checked(self) -> None:
        self.wait(lambda: self.view.dry.is_ready() and self.see("wizard.rows"))
        self.wait(self.work.is_idle)

    def check(self) -> dict[str, int]:
        """Go to the check; return the numbers on its tabs."""
        self.go("dry_run")
        return self.counts()

    def counts(self) -> dict[str, int]:
        tabs = self.view.dry.tabs
        said = [tabs.tabText(place).rsplit(maxsplit=1) for place in range(tabs.count())]
        return {word: int(number) for word, number in said if int(number)}

    def tab(self, word: str) -> None:
        tabs = self.view.dry.tabs
        place = next(n for n in range(tabs.count()) if tabs.tabText(n).startswith(word))
        tabs.setCurrentIndex(place)
        self.wait(self.work.is_idle)

    def rows(self) -> list[list[str]]:
        """Return what the table of the check says."""
        return self.cells(self.view.dry.table)

    def cells(self, table: QAbstractItemView) -> list[list[str]]:
        model = table.model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        for row in rows:
            model.index(row, 0).data()
        self.wait(self.work.is_idle)
        return [[str(model.index(row, column).data() or "") for column in columns] for row in rows]

    def places(self) -> list[str]:
        """Return where the columns go."""
        return [row[2] for row in self.cells(self.view.columns.table)]

    def place(self, row: int, text: str) -> None:
        """Stand on a column and type where it goes."""
        self.view.columns.table.stand_on(row)
        self.view.columns.table.wanted.emit("")
        self.view.columns.picker.search.setText(text)
        self.qtbot.keyClick(self.view.columns.picker.search, Qt.Key.Key_Return)

    def choose(self, name: str, data: object) -> None:
        combo = self.find(name, QComboBox)
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData(data))
        combo.activated.emit(combo.currentIndex())

    def run(self) -> None:
        """Press the button that makes the import, and wait for the result."""
        self.press("wizard.primary")
        self.wait(self.view.result.is_over)

    def names(self) -> list[str]:
        with self.shop.store.read() as connection:
            return [
                n
                for (n,) in connection.exec_driver_sql("SELECT name FROM customer WHERE deleted_at IS NULL ORDER BY id")
            ]

    def staging_files(self) -> list[Path]:
        return list(self.shop.places.data.path.rglob("import-*"))


@pytest.fixture
def hands(tmp_path: Path, qtbot: QtBot) -> Iterator[Hands]:
    hands = Hands(tmp_path, qtbot)
    yield hands
    hands.view.end()
    hands.close()
