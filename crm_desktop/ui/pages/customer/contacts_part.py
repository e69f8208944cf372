"""Phones, e-mails, WeChat and addresses: each edited where it stands, one of each kind the main one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from crm_desktop.base.declared_settings import PHONE_COUNTRY
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import ContactKind, ContactPoint
from crm_desktop.domain.mask import is_masked
from crm_desktop.services import words
from crm_desktop.services.change_contacts import (
    add_contact,
    change_contact,
    make_primary_contact,
    remove_contact,
)
from crm_desktop.ui.clipboard import copy_for_a_moment
from crm_desktop.ui.pages.customer.bindings import RowList, leave_with
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.inline_field import InlineField
from crm_desktop.ui.widgets.named import named

KIND_ICONS = {
    ContactKind.PHONE: "phone",
    ContactKind.EMAIL: "mail",
    ContactKind.WECHAT: "message-circle",
    ContactKind.ADDRESS: "map-pin",
}


class ContactRow(QWidget):
    """One way to reach the customer."""

    def __init__(self, model: RecordModel, kind: ContactKind, number: int) -> None:
        super().__init__()
        self._model = model
        self._kind = kind
        self._point: ContactPoint | None = None
        word = words.contact_words()[kind]
        name = f"contact.{kind.value}.{number}"
        self.setObjectName(name)
        self.field = InlineField(model.frame.theme, f"{name}.field", word, multiline=kind is ContactKind.ADDRESS)
        self.field.committed.connect(self._save)
        self.label = named(QLabel(), f"{name}.label", role="caption")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.more = IconButton(model.frame.theme, f"{name}.more", "ellipsis", _T("Contacts", "More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = named(QMenu(self), f"{name}.menu")
        self.more.setMenu(self.menu)
        self._fill_menu(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.label)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        leave_with(model, self.field)

    def show_point(self, point: ContactPoint, alone: bool) -> None:
        """Show a contact point."""
        if self.field.is_editing() and self._point is not None and self._point.id != point.id:
            self.field.cancel()
        self._point = point
        self.field.set_value(point.shown)
        main = "" if alone or not point.is_primary else _T("Contacts", "main")
        self.label.setText(" · ".join(part for part in (point.label or "", main) if part))
        self.primary.setVisible(not point.is_primary)
        spoken = _T("Contacts", "More for {contact}").format(contact=point.shown)
        self.more.say(spoken)

    def _fill_menu(self, name: str) -> None:
        theme = self._model.frame.theme
        self.primary = QAction(theme.icon("star"), _T("Contacts", "Make it the main one"), self.menu)
        copy = QAction(theme.icon("copy"), _T("Contacts", "Copy"), self.menu)
        remove = QAction(theme.icon("trash-2"), _T("Contacts", "Remove"), self.menu)
        for action, part, run in (
            (self.primary, "primary", self._make_primary),
            (copy, "copy", self._copy),
            (remove, "remove", self._remove),
        ):
            action.setObjectName(f"{name}.{part}")
            action.triggered.connect(run)
            self.menu.addAction(action)
        self.menu.insertSeparator(remove)
        labels = self.menu.addMenu(_T("Contacts", "Label"))
        named(labels, f"{name}.labels")
        for key, text in label_choices(self._kind).items():
            action = labels.addAction(text)
            action.setObjectName(f"{name}.label.{key}")
            action.triggered.connect(lambda _=False, text=text: self._set_label(text))
        labels.addAction(_T("Contacts", "No label")).triggered.connect(lambda: self._set_label(""))

    def _save(self, text: str) -> None:
        place, point = self._model.workplace, self._point
        if point is None or point.id is None or text == point.value:
            return
        region, contact_id = self._model.frame.settings.get(PHONE_COUNTRY), point.id

        def refuse(sentence: str) -> None:
            self.field.begin(text)
            self.field.set_problem(sentence)

        self._model.save(lambda _: change_contact(place, contact_id, text, point.label, region), refuse)

    def _set_label(self, label: str) -> None:
        place, point = self._model.workplace, self._point
        if point is not None and point.id is not None:
            contact_id, region = point.id, self._model.frame.settings.get(PHONE_COUNTRY)
            self._model.save(lambda _: change_contact(place, contact_id, point.value, label, region))

    def _make_primary(self) -> None:
        place, point = self._model.workplace, self._point
        if point is not None and point.id is not None:
            contact_id = point.id
            self._model.save(lambda _: make_primary_contact(place, contact_id))

    def _remove(self) -> None:
        place, point = self._model.workplace, self._point
        if point is not None and point.id is not None:
            contact_id = point.id
            self._model.save(lambda _: remove_contact(place, contact_id))

    def _copy(self) -> None:
        if self._point is not None:
            copy_for_a_moment(self._point.value)


def label_choices(kind: ContactKind) -> dict[str, str]:
    """Return the labels offered for a kind, by a stable key."""
    labels = {"home": _T("Contacts", "Home"), "work": _T("Contacts", "Work")}
    if kind is ContactKind.ADDRESS:
        labels["delivery"] = _T("Contacts", "Delivery")
    if kind is ContactKind.PHONE:
        labels["family"] = _T("Contacts", "Family")
    return labels


class ContactsPart(QWidget):
    """All ways to reach the customer, kind by kind, and a way to add one."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("contacts")
        self._model = model
        self._adding: ContactKind | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._rows: dict[ContactKind, RowList] = {}
        for kind in ContactKind:
            column.addWidget(self._group(kind))
        self.new = InlineField(model.frame.theme, "contact.new", _T("Contacts", "New contact detail"))
        self.new.committed.connect(self._add)
        self.new.editor.installEventFilter(self)
        self.new.hide()
        column.addWidget(self.new)
        column.addWidget(self._adder())
        self.reveal = named(QPushButton(_T("Contacts", "Show the numbers")), "contacts.reveal", kind="link")
        self.reveal.setToolTip(_T("Contacts", "Until you leave this customer. It is noted who looked."))
        self.reveal.setAccessibleDescription(self.reveal.toolTip())
        self.reveal.setIcon(model.frame.theme.icon("eye", "accent_text"))
        self.reveal.setAutoDefault(False)
        self.reveal.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.reveal.clicked.connect(self._reveal)
        self.reveal.hide()
        column.addWidget(self.reveal)
        model.changed.connect(self._show)
        model.shown.connect(self._stop_adding)
        leave_with(model, self.new)

    def begin_adding(self, kind: ContactKind, draft: str | None = None) -> None:
        """Open an empty line for a new contact point of a kind."""
        self._adding = kind
        word = words.contact_words()[kind]
        self.new.set_value("")
        named(self.new.editor, "contact.new.editor", word)
        self.new.editor.setPlaceholderText(word)
        self.new.show()
        self.new.begin(draft)

    def draft(self) -> tuple[str, str] | None:
        """Return kind and text of what is being added."""
        text = self.new.draft()
        return (self._adding.value, text) if self._adding and text else None

    def _group(self, kind: ContactKind) -> QWidget:
        group = named(QWidget(), f"contacts.{kind.value}")
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        theme, word = self._model.frame.theme, words.contact_words()[kind]
        icon = IconButton(theme, f"contacts.{kind.value}.icon", KIND_ICONS[kind], word)
        icon.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self._rows[kind] = RowList(lambda number: ContactRow(self._model, kind, number), lines.addWidget)
        return group

    def _adder(self) -> QPushButton:
        button = named(QPushButton(_T("Contacts", "Add a phone, e-mail, address …")), "contacts.add", kind="link")
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        menu = named(QMenu(button), "contacts.add.menu")
        for kind, word in words.contact_words().items():
            action = menu.addAction(self._model.frame.theme.icon(KIND_ICONS[kind]), word)
            action.setObjectName(f"contacts.add.{kind.value}")
            action.triggered.connect(lambda _=False, kind=kind: self.begin_adding(kind))
        button.setMenu(menu)
        return button

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        for kind, rows in self._rows.items():
            points = record.customer.contacts_of(kind)
            for row, point in zip(rows.show(len(points)), points, strict=True):
                assert isinstance(row, ContactRow)
                row.show_point(point, alone=len(points) == 1)
            group = self.findChild(QWidget, f"contacts.{kind.value}")
            if isinstance(group, QWidget):
                group.setVisible(bool(points))
        if not self.new.is_editing():
            self.new.hide()
        self.reveal.setVisible(record.numbers_hidden and any(is_masked(one.value) for one in record.customer.contacts))

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the numbers again when the card goes out of sight: the visit is over."""
        super().hideEvent(event)
        if not event.spontaneous() and self._model.end_visit():
            self._model.reload()

    def _reveal(self) -> None:
        self._model.show_numbers()

    def _stop_adding(self) -> None:
        self.new.cancel()
        self.new.hide()

    def _add(self, text: str) -> None:
        kind, place = self._adding, self._model.workplace
        if kind is None or not text:
            return
        region = self._model.frame.settings.get(PHONE_COUNTRY)

        def refuse(sentence: str) -> None:
            self.begin_adding(kind, text)
            self.new.set_problem(sentence)

        self._model.save(lambda customer_id: add_contact(place, customer_id, kind, text, region=region), refuse)
