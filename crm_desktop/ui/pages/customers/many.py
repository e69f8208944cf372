"""What can be done with the selected customers: each is one service, one step of the undo list, one toast."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Tag
from crm_desktop.domain.fields import Field
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.query import Selection
from crm_desktop.services.read_customers import Lookups
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customers.selection_bar import BarAction
from crm_desktop.ui.theme.tag_colours import tint

MOST_MERGED = 10
"""How many customers can be merged at once."""

Export = Callable[[Selection, tuple[str, ...]], None]
First = Callable[[int, Callable[[], object]], object]
"""Called with how many customers a change is about and with the change: it keeps what is there safe, and goes on."""


class Chosen(Protocol):
    """What the actions ask of the page."""

    def selection(self) -> Selection:
        """Return the selected customers."""
        ...

    def selected_count(self) -> int:
        """Return how many are selected."""
        ...

    def first_selected(self, most: int) -> list[int]:
        """Return the first selected customers in the order of the list, at most so many."""
        ...

    def lookups(self) -> Lookups:
        """Return what can be chosen from."""
        ...

    def everyone(self) -> Selection:
        """Return everybody in the list."""
        ...

    def fields(self) -> tuple[Field, ...]:
        """Return every field."""
        ...

    def columns(self) -> tuple[str, ...]:
        """Return the keys of the columns in sight."""
        ...


class ManyActions:
    """Runs the services on the writing thread; the frame says what was done and offers to take it back."""

    def __init__(
        self,
        host: QWidget,
        chosen: Chosen,
        frame: Frame,
        workplace: Workplace,
        *,
        export: Export | None = None,
        first: First | None = None,
    ) -> None:
        self._host = host
        self._chosen = chosen
        self._frame = frame
        self._workplace = workplace
        self._export = export
        self._first = first

    def buttons(self) -> list[BarAction]:
        """Return the buttons of the selection bar."""
        found = [
            BarAction("tag", _T("Many", "Tag"), "tag", lambda button: self.tag_menu(_under(button))),
            BarAction("owner", _T("Many", "Looked after by"), "user", lambda button: self.owner_menu(_under(button))),
            BarAction("change", _T("Many", "Change …"), "pencil", lambda _button: self.change()),
        ]
        plan = _T("Many", "Start a plan …")
        found.append(BarAction("plan", plan, "list-todo", lambda _button: self.start_plan()))
        merge = _T("Many", "Merge …")
        found.append(BarAction("merge", merge, "git-merge", lambda _button: self.merge()))
        if self._export is not None:
            found.append(BarAction("export", _T("Many", "Export"), "download", lambda _button: self.export()))
        found.append(BarAction("delete", _T("Many", "Delete"), "trash-2", lambda _button: self.delete(), kind="danger"))
        restore = BarAction("restore", _T("Many", "Restore"), "archive-restore", lambda _b: self.restore(), in_bin=True)
        return [*found, restore]

    def tag_menu(self, place: QPoint) -> None:
        """Show the tags to add and to take away."""
        menu = self._menu("tagMenu")
        new = menu.addAction(self._frame.theme.icon("plus"), _T("Many", "New tag …"), self.ask_new_tag)
        new.setObjectName("tag.new")
        tags = [tag for tag, _ in self._chosen.lookups().tags]
        if tags:
            menu.addSection(_T("Many", "Add"))
            for tag in tags:
                menu.addAction(_dot(tag), _plain(tag.name), partial(self.add_tag, tag.name))
            menu.addSeparator()
            less = menu.addMenu(_T("Many", "Take away"))
            for tag in tags:
                less.addAction(_dot(tag), _plain(tag.name), partial(self._remove_tag, tag.id))
        menu.popup(place)

    def ask_new_tag(self) -> None:
        """Ask for the name of a tag and add it."""
        from crm_desktop.ui.dialogs.ask_name import AskName

        dialog = AskName(self._host, _T("Many", "New tag"), _T("Many", "Name of the tag"), _T("Many", "Add tag"))
        dialog.suggest(tag.name for tag, _ in self._chosen.lookups().tags)
        dialog.accepted.connect(lambda: self.add_tag(dialog.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_tag(self, name: str) -> None:
        """Give the selected customers a tag."""
        from crm_desktop.services.tag_customers import add_tag

        self._do(lambda workplace, selection: add_tag(workplace, selection, name))

    def owner_menu(self, place: QPoint) -> None:
        """Show who can look after the selected customers."""
        menu = self._menu("ownerMenu")
        for person in self._chosen.lookups().people:
            if person.active:
                menu.addAction(_plain(person.name), partial(self._set, "owner", str(person.id)))
        menu.addSeparator()
        menu.addAction(_T("Many", "Nobody"), partial(self._set, "owner", ""))
        menu.popup(place)

    def change(self, begin: str = "set") -> None:
        """Ask what is to be changed, show what that comes to, and do it."""
        from crm_desktop.ui.pages.customers.bulk_dialog import BulkDialog
        from crm_desktop.ui.pages.customers.bulk_forms import Kit

        kit = Kit(self._frame, self._workplace, self._chosen.fields(), self._chosen.lookups())
        dialog = BulkDialog(self._host, kit, self._chosen.selection(), self._chosen.everyone(), begin=begin)
        dialog.wanted.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start_plan(self) -> None:
        """Ask which follow-up plan to start for the selected customers."""
        from crm_desktop.ui.dialogs.start_plan import show_start_plan

        whom = self._chosen.selection()
        if whom.ids or whom.is_everything:
            show_start_plan(self._host, self._frame, self._workplace, whom)

    def merge(self) -> None:
        """Put the selected customers side by side, to be merged into one."""
        ids = self._chosen.first_selected(MOST_MERGED + 1)
        if 2 <= len(ids) <= MOST_MERGED:
            self._frame.navigator.open("merge", tuple(ids))
        else:
            said = _T("Many", "Select 2 to %n customers to merge them.", n=MOST_MERGED)
            self._frame.notices.toast(said)

    def delete(self) -> None:
        """Put the selected customers into the bin: no question, for the toast and the bin both give them back."""
        from crm_desktop.services.delete_customers import delete_customers

        self._do(delete_customers)

    def restore(self) -> None:
        """Take the selected customers out of the bin."""
        from crm_desktop.services.restore_customers import restore_customers

        self._do(restore_customers)

    def export(self) -> None:
        """Hand the selected customers and the columns in sight to the export."""
        if self._export is not None:
            self._export(self._chosen.selection(), self._chosen.columns())

    def _remove_tag(self, tag_id: int) -> None:
        from crm_desktop.services.tag_customers import remove_tag

        self._do(lambda workplace, selection: remove_tag(workplace, selection, tag_id))

    def _set(self, key: str, value: str) -> None:
        from crm_desktop.services.change_customers import change_customers

        self._do(lambda workplace, selection: change_customers(workplace, selection, key, value))

    def _do(self, service: Callable[[Workplace, Selection], ChangeSet]) -> None:
        workplace, selection = self._workplace, self._chosen.selection()
        if selection.ids or selection.is_everything:
            self._write(lambda: service(workplace, selection), self._chosen.selected_count())

    def _write(self, job: Callable[[], object], count: int) -> None:
        """Change so many customers, where they are many after a backup of how they are."""
        write = partial(self._frame.work.write, job)
        if self._first is None:
            write()
        else:
            self._first(count, write)

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self._host)
        menu.setObjectName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu


def _under(button: QPushButton) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height() + 2))


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _dot(tag: Tag) -> QIcon:
    """Return a round spot in a tag's colour."""
    picture = QPixmap(24, 24)
    picture.fill("transparent")
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(tint(tag.colour))
    painter.setPen(tint(tag.colour))
    painter.drawEllipse(6, 6, 12, 12)
    painter.end()
    return QIcon(picture)
