"""Whom a follow-up is about: the customer's name with a way to take it off, or a field to find one in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services import read_customers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.picker import CustomerPicker
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named


class CustomerField(QWidget):
    """Emits `changed` when another customer, or nobody, is chosen."""

    changed = Signal()

    def __init__(self, frame: Frame, workplace: Workplace, name: str) -> None:
        super().__init__()
        named(self, name, _T("FollowUp", "Customer"))
        self._frame, self._workplace = frame, workplace
        self.customer_id: int | None = None
        self.customer_name = ""
        self.picker = CustomerPicker(frame, workplace, f"{name}.picker", _T("FollowUp", "Customer"))
        self.picker.setPlaceholderText(_T("FollowUp", "Name, pinyin or phone; may stay empty"))
        self.chosen = named(QPushButton(), f"{name}.chosen", kind="value")
        self.chosen.setAutoDefault(False)
        self.chosen.setIcon(frame.theme.icon("user", "muted"))
        self.chosen.setToolTip(_T("FollowUp", "Choose another customer"))
        self.nobody = IconButton(frame.theme, f"{name}.nobody", "x", _T("FollowUp", "About nobody"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.chosen, 1)
        row.addWidget(self.nobody)
        row.addWidget(self.picker, 1)
        self.picker.picked.connect(self._pick)
        self.picker.given_up.connect(self._show)
        self.chosen.clicked.connect(self._search)
        self.nobody.clicked.connect(self._take_off)
        self.setFocusProxy(self.picker)
        self._show()

    def set_customer(self, customer_id: int | None, name: str = "") -> None:
        """Show a customer, None for nobody; a name that is not given is read."""
        self.customer_id, self.customer_name = customer_id, name
        self._show()
        if customer_id is not None and not name:
            self._ask(customer_id)

    def _pick(self, customer_id: int) -> None:
        self.set_customer(customer_id)
        self.changed.emit()

    def _take_off(self) -> None:
        self.set_customer(None)
        self.picker.setFocus()
        self.changed.emit()

    def _search(self) -> None:
        self.chosen.hide()
        self.nobody.hide()
        self.picker.show()
        self.picker.setFocus()

    def _ask(self, customer_id: int) -> None:
        place = self._workplace

        def read() -> tuple[int, str]:
            rows = read_customers.rows(place, [customer_id], ("name", "phone"))
            return customer_id, "  ".join(str(rows[0].values[key] or "") for key in ("name", "phone")) if rows else ""

        self._frame.work.read(read, self._named, group=f"{self.objectName()}.{id(self)}")

    def _named(self, answer: tuple[int, str]) -> None:
        if answer[0] == self.customer_id:
            self.customer_name = answer[1].strip()
            self._show()

    def _show(self) -> None:
        is_somebody = self.customer_id is not None
        had_focus = self.picker.hasFocus()
        self.chosen.setText(self.customer_name or "…")
        spoken = _T("FollowUp", "Customer: {name}").format(name=self.customer_name)
        self.chosen.setAccessibleName(spoken)
        self.chosen.setVisible(is_somebody)
        self.nobody.setVisible(is_somebody)
        self.picker.setVisible(not is_somebody)
        self.setFocusProxy(self.chosen if is_somebody else self.picker)
        if had_focus and is_somebody:
            self.chosen.setFocus()
