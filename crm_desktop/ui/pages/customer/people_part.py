"""Who belongs to the customer: her household, who introduced her, whom she introduced."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.describe_events import field_labels
from crm_desktop.services.read_record import Member
from crm_desktop.ui.pages.customer.basics_form import TextFields
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.picker import CustomerPicker
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named


class Links(QWidget):
    """Other customers as links to their records."""

    def __init__(self, model: RecordModel, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self._model = model
        self._shown: tuple[Member, ...] = ()
        self._flow = FlowLayout(self, gap=2)

    def show_members(self, members: Sequence[Member]) -> None:
        """Show these."""
        self.setVisible(bool(members))
        if tuple(members) == self._shown:
            return
        self._shown = tuple(members)
        self._flow.clear()
        for member in members:
            link = named(QPushButton(member.name), f"{self.objectName()}.{member.id}", kind="link")
            link.setAutoDefault(False)
            link.clicked.connect(lambda _=False, member=member: self._open(member))
            self._flow.addWidget(link)
        self.updateGeometry()

    def _open(self, member: Member) -> None:
        self._model.frame.navigator.open("customer", member.id)


class Introducer(QWidget):
    """Who introduced the customer: a link, or a search for somebody."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("introducer")
        self._model = model
        label = field_labels()["introducer"]
        self.link = Links(model, "introducer.link", label)
        self.choose = named(QPushButton(_T("People", "Choose")), "introducer.choose", kind="link")
        self.choose.setAutoDefault(False)
        self.choose.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choose.clicked.connect(self._begin)
        self.remove = IconButton(model.frame.theme, "introducer.remove", "x", _T("People", "Remove the introducer"))
        self.remove.clicked.connect(lambda: self._save(None))
        self.picker = CustomerPicker(model.frame, model.workplace, "introducer.picker", label)
        self.picker.picked.connect(self._save)
        self.picker.given_up.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.link, 1)
        row.addWidget(self.choose, 1, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.remove)
        row.addWidget(self.picker, 1)
        model.changed.connect(self._show)
        model.shown.connect(self._stop)
        self._stop()

    def _begin(self) -> None:
        self.choose.hide()
        self.picker.show()
        self.picker.setFocus()

    def _stop(self) -> None:
        self.picker.clear()
        self.picker.hide()
        self._show()

    def _show(self) -> None:
        record = self._model.record
        if record is None or not self.picker.isHidden():
            return
        customer = record.customer
        known = customer.introducer_id is not None
        self.link.show_members([Member(customer.introducer_id, customer.introducer or "?")] if known else [])  # type: ignore[arg-type]
        self.remove.setVisible(known)
        self.choose.setVisible(not known)

    def _save(self, introducer_id: int | None) -> None:
        place = self._model.workplace
        self._stop()
        self._model.save(
            lambda customer_id: change_customer(place, customer_id, {"introducer_id": introducer_id}),
            self.picker.setToolTip,
        )


class PeoplePart(QWidget):
    """Household and introductions."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("people")
        self._model = model
        form = FormGrid("people.form")
        self.household = TextFields(model, form, ["household"]).fields["household"]
        self.members = Links(model, "household.members", _T("People", "Others in the household"))
        form.add(_T("People", "With"), self.members)
        self.introducer = Introducer(model)
        form.add(field_labels()["introducer"], self.introducer)
        self.introduced = Links(model, "introduced", _T("People", "Introduced by this customer"))
        form.add(_T("People", "Introduced"), self.introduced)
        self._form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        model.changed.connect(self._show)

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        self.members.show_members(record.household)
        self.introduced.show_members(record.introduced)
        self._form.set_shown(self.members, bool(record.household))
        self._form.set_shown(self.introduced, bool(record.introduced))
