"""The shop's own ways to pay, beside those every shop has. Every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.payment_methods import PaymentMethod, payment_methods, put_aside_method, save_method
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList


class MethodsDialog(Sheet):
    """A list of all ways; own ones can be renamed and put aside."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "methodsDialog", _T("Methods", "Ways to pay"), ems=52)
        self._frame, self._workplace = frame, workplace
        self._methods: list[PaymentMethod] = []
        self.say_lead(_T("Methods", "Add your own: a platform's voucher, a credit of a mall, a friend's account."))
        headings = [_T("Methods", "Name"), _T("Methods", "In the drawer"), _T("Methods", "Offered")]
        self.list = RowList(self.theme, "methods.list", _T("Methods", "Ways to pay"), headings, stretch=0, rows=7)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.name = named(QLineEdit(), "methods.name", _T("Methods", "Name"))
        self.name.setPlaceholderText(_T("Methods", "Name of a way of your own"))
        self.name.returnPressed.connect(self.add)
        self.is_cash = named(QCheckBox(_T("Methods", "goes into the drawer")), "methods.cash")
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.is_cash)
        row.addWidget(make_button("methods.add", _T("Methods", "Add"), self.add))
        own = QHBoxLayout()
        self.rename = make_button("methods.rename", _T("Methods", "Rename to the text above"), self._rename, "quiet")
        self.aside = make_button("methods.aside", _T("Methods", "Offer no longer"), self._put_aside, "quiet")
        own.addWidget(self.rename)
        own.addWidget(self.aside)
        own.addStretch(1)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)
        self.body.addLayout(own)
        self.add_verb("methods.close", _T("Methods", "Close"), self.accept)
        self._ask()
        self.name.setFocus()

    def method(self) -> PaymentMethod | None:
        """Return the chosen way."""
        row = self.list.current_row()
        return self._methods[row] if 0 <= row < len(self._methods) else None

    def add(self) -> None:
        """Add a way of the shop's own."""
        name, place, cash = self.name.text(), self._workplace, self.is_cash.isChecked()
        self._write(lambda: save_method(place, name, is_cash=cash))

    def _rename(self) -> None:
        method, name, place = self.method(), self.name.text(), self._workplace
        if method is not None and method.method_id is not None:
            job = partial(save_method, place, name, is_cash=method.is_cash, method_id=method.method_id)
            self._write(job)

    def _put_aside(self) -> None:
        method, place = self.method(), self._workplace
        if method is not None and method.method_id is not None:
            self._write(partial(put_aside_method, place, method.method_id, active=not method.active))

    def _ask(self) -> None:
        place = self._workplace
        self._frame.work.read(lambda: payment_methods(place, aside_too=True), self._take, group="methods.list")

    def _take(self, methods: list[PaymentMethod]) -> None:
        kept = self.list.current_row()
        self._methods = methods
        self.list.clear()
        yes, no = _T("Methods", "yes"), _T("Methods", "no")
        for method in methods:
            cash, offered = (yes if flag else no for flag in (method.is_cash, method.active))
            self.list.add_row([method.name, cash, offered], faint=not method.active)
        self.list.choose_row(max(kept, 0))
        self._show_chosen()

    def _show_chosen(self, *_items: object) -> None:
        method = self.method()
        is_own = method is not None and method.method_id is not None
        self.rename.setEnabled(is_own)
        self.aside.setEnabled(is_own)
        if method is not None:
            offer, again = _T("Methods", "Offer no longer"), _T("Methods", "Offer again")
            self.aside.setText(offer if method.active else again)

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.say_fault("")
        self._frame.work.write(job, self._written, self._refused)

    def _written(self, _changes: ChangeSet) -> None:
        self.name.clear()
        self._ask()

    def _refused(self, fault: Fault) -> None:
        self.say_fault(problem_text(fault) or sentence_for(fault))


def show_methods(parent: QWidget, frame: Frame, workplace: Workplace) -> MethodsDialog:
    """Open the ways to pay."""
    from PySide6.QtCore import Qt

    dialog = MethodsDialog(parent, frame, workplace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
