"""The verbs of the list: in menus, in the palette, by key, and in its context menu."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from crm_desktop.base.text import _T
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.pages.customers.state import BIN

if TYPE_CHECKING:
    from crm_desktop.ui.pages.customers.view import CustomersView

_PAGE = "customers"
NOT_IN_BIN = (
    "list.delete",
    "list.tag",
    "list.change",
    "list.replace",
    "list.tidy",
    "list.phones",
    "list.plan",
    "list.merge",
    "list.edit",
)
"""What cannot be done with customers in the bin."""


def list_verbs(page: CustomersView) -> list[Verb]:
    """Return what can be done with the list and its rows."""
    return [*_row_verbs(page), *_list_verbs(page)]


def _row_verbs(page: CustomersView) -> list[Verb]:
    def open_current() -> None:
        customer_id = page.table.current_id()
        if customer_id is not None:
            page.open_record(customer_id)

    def tag() -> None:
        page.many.tag_menu(
            page.table.viewport().mapToGlobal(page.table.visualRect(page.table.currentIndex()).bottomLeft())
        )

    def delete() -> None:
        if not page.state.in_bin:
            page.many.delete()

    def plan() -> None:
        if not page.state.in_bin:
            page.many.start_plan()

    def restore() -> None:
        if page.state.in_bin:
            page.many.restore()

    edit, delete_key = Menu.EDIT, QKeySequence.StandardKey.Delete
    return [
        Verb("list.open", _T("Verbs", "&Open the record"), open_current, None, "user", edit, 4, _PAGE),
        Verb("list.edit", _T("Verbs", "&Edit in place"), page.table.edit_current, "F2", "pencil", edit, 4, _PAGE),
        Verb("list.copy_phone", _T("Verbs", "&Copy phone"), page.copy_phone, "Ctrl+Shift+C", "phone", edit, 4, _PAGE),
        Verb("list.tag", _T("Verbs", "&Tag …"), tag, "Ctrl+T", "tag", edit, 5, _PAGE),
        *_changing_verbs(page),
        Verb("list.plan", _T("Verbs", "Start a follow-up &plan …"), plan, None, "list-todo", edit, 5, _PAGE),
        Verb("list.merge", _T("Verbs", "&Merge …"), page.many.merge, "Ctrl+M", "git-merge", edit, 5, _PAGE),
        Verb("list.delete", _T("Verbs", "&Delete"), delete, delete_key, "trash-2", edit, 6, _PAGE),
        Verb("list.restore", _T("Verbs", "Re&store"), restore, "Ctrl+Shift+R", "archive-restore", edit, 6, _PAGE),
    ]


def _changing_verbs(page: CustomersView) -> list[Verb]:
    """Return the verbs that open the dialog for many customers, each at its own kind of change."""

    def begin(job: str) -> Callable[[], None]:
        def run() -> None:
            if not page.state.in_bin:
                page.many.change(job)

        return run

    edit, change = Menu.EDIT, "Ctrl+Shift+E"
    replace = "Ctrl+Alt+F" if sys.platform == "darwin" else "Ctrl+H"  # ⌘H hides a window on a Mac
    return [
        Verb("list.change", _T("Verbs", "Change &many …"), begin("set"), change, "pencil", edit, 5, _PAGE),
        Verb("list.replace", _T("Verbs", "Find and re&place …"), begin("replace"), replace, "search", edit, 5, _PAGE),
        Verb("list.tidy", _T("Verbs", "Tidy &up texts …"), begin("tidy"), None, "refresh-cw", edit, 5, _PAGE),
        Verb("list.phones", _T("Verbs", "Phone &numbers …"), begin("phones"), None, "phone", edit, 5, _PAGE),
    ]


def _list_verbs(page: CustomersView) -> list[Verb]:
    def to_bin() -> None:
        page.layout_.tabs.choose(BIN)
        page.go(BIN)

    view = Menu.VIEW
    found = [
        Verb("list.filter", _T("Verbs", "&Filter …"), page.open_filter, "Ctrl+Shift+F", "filter", view, 2, _PAGE),
        Verb(
            "list.save_view",
            _T("Verbs", "&Save as view …"),
            page.views.ask_save,
            "Ctrl+Shift+S",
            "bookmark",
            view,
            2,
            _PAGE,
        ),
        Verb(
            "list.gaps",
            _T("Verbs", "What is &missing …"),
            page.open_gaps,
            "Ctrl+Shift+M",
            "circle-help",
            view,
            2,
            _PAGE,
        ),
        Verb("list.columns", _T("Verbs", "&Columns …"), page.open_columns, None, "columns-3", view, 2, _PAGE),
        Verb("list.bin", _T("Verbs", "&Recycle bin"), to_bin, None, "trash-2", view, 3, _PAGE),
    ]
    if page.layout_.has_pane():
        pane = _T("Verbs", "&Details beside the list")
        log = _T("Verbs", "&Log a contact")
        found.append(Verb("list.log", log, page.log_contact, "Ctrl+L", "notebook-pen", Menu.EDIT, 4, _PAGE))
        found.append(Verb("list.pane", pane, page.toggle_pane, "Ctrl+Shift+D", "panel-right", view, 2, _PAGE))
    return found
