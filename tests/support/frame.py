"""The window's frame around test pages, assembled as the program assembles it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout

from crm_desktop.base.errors import Fault
from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.ui.main_window import Hooks, MainWindow
from crm_desktop.ui.notices import Notices
from crm_desktop.ui.page import Frame, Page, PageView
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.work import Work


class PlainPage(PageView):
    """A page with a field, that remembers what it was told."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.told: list[object] = []
        self.opened_with: object = None
        self.field = QLineEdit(objectName="field")
        self.field.setAccessibleName("Field")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(QLabel("page"))

    def open(self, argument: object) -> None:
        self.opened_with = argument

    def refresh(self, changes: ChangeSet | None) -> None:
        self.told.append(changes)

    def focus_search(self) -> bool:
        self.field.setFocus()
        return True

    def save_state(self) -> dict[str, object]:
        return {"text": self.field.text()}

    def restore_state(self, state: dict[str, object]) -> None:
        self.field.setText(str(state["text"]))


def plain_page(page_id: str, icon: str = "users", **more: object) -> Page:
    return Page(page_id, page_id.title(), icon, PlainPage, **more)  # type: ignore[arg-type]


class Assembled:
    """A window with its parts in reach."""

    def __init__(self, folder: Path, pages: list[Page], hooks: Hooks, settings: Settings | None = None) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.crashes: list[BaseException] = []
        self.settings = settings or Settings(MemoryStore())
        self.theme = Theme(application, folder)
        self.theme.use()
        self.notices = Notices(_sentence)
        self.work = Work(self.notices.tell_fault, self.crashes.append)
        self.memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.pages, self.hooks = pages, hooks
        self.window = self.make_window()

    def make_window(self) -> MainWindow:
        return MainWindow(
            self.pages,
            theme=self.theme,
            work=self.work,
            notices=self.notices,
            settings=self.settings,
            memory=self.memory,
            hooks=self.hooks,
        )

    def close(self) -> None:
        put_away(self.window)
        self.work.close()


def put_away(window: MainWindow) -> None:
    """Close a window and the dialogs over it, and have them deleted now."""
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[call-overload]


def _sentence(fault: Fault) -> str:
    return f"sentence for {fault.kind.value}"
