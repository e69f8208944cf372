"""The head of a record: picture, name, one line about her, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import ContactKind, Customer, Status
from crm_desktop.services import words
from crm_desktop.services.change_customer import change_customer
from crm_desktop.ui.moments import days_ago
from crm_desktop.ui.pages.customer.bindings import bind_text
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.photo import PhotoButton
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.inline_field import InlineField
from crm_desktop.ui.widgets.named import named

SAVED_MS = 2500
NO_BREAK = "\N{NO-BREAK SPACE}"


def subtitle(customer: Customer, now: datetime) -> str:
    """Return the line under the name: card state if not active, company, phone, last contact."""
    parts = [] if customer.status is Status.ACTIVE else [words.status_words()[customer.status]]
    parts += [part for part in (customer.company, customer.job_title) if part]
    parts += [contact.shown.replace(" ", NO_BREAK) for contact in customer.contacts_of(ContactKind.PHONE)[:1]]
    if customer.last_contact_at is not None:
        when = days_ago(customer.last_contact_at, now)
        parts.append(_T("Header", "last contact {when}").format(when=when))
    return " · ".join(parts)


class Header(QWidget):
    """Shows the customer's name large, and says when something was saved."""

    def __init__(self, model: RecordModel, factor: float = 3.0) -> None:
        super().__init__()
        self.setObjectName("recordHeader")
        self._model = model
        theme = model.frame.theme
        self.photo = PhotoButton(model, factor)
        self.name = InlineField(theme, "record.name", _T("Field", "Name"))
        theme.changed.connect(self._enlarge)
        self._enlarge()
        place = model.workplace
        bind_text(
            model,
            self.name,
            lambda record: record.customer.name,
            lambda customer_id, text: change_customer(place, customer_id, {"name": text}),
        )
        self.subtitle = named(QLabel(wordWrap=True), "record.subtitle", role="muted")
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.subtitle.setContentsMargins(8, 0, 0, 0)
        self.saved = named(QLabel(), "record.saved", role="success")
        self.saved.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._timer = QTimer(self, singleShot=True, interval=SAVED_MS)
        self._timer.timeout.connect(lambda: self.saved.setText(""))
        self.buttons = FlowLayout()
        self._lay_out()
        model.changed.connect(self._show)
        model.saved.connect(self._say_saved)
        model.shown.connect(lambda: self.saved.setText(""))

    def editors(self) -> tuple[QWidget, ...]:
        """Return what changes the customer here."""
        return self.name, self.photo

    def add_action(self, button: QWidget) -> None:
        """Put a button into the row below the name; a narrow place breaks the row."""
        self.buttons.addWidget(button)

    def _enlarge(self) -> None:
        """Give the name its large font; below a style sheet a parent's font does not reach its children."""
        for widget in self.name.findChildren(QWidget):
            if widget.objectName() in ("record.name.value", "record.name.editor"):
                widget.setFont(self._model.frame.theme.font(1.6, bold=True))
        self.name.updateGeometry()

    def _lay_out(self) -> None:
        words_ = QVBoxLayout()
        words_.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignTop)
        words_.addLayout(top)
        words_.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words_, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self.buttons)

    def _show(self) -> None:
        record = self._model.record
        if record is not None:
            self.subtitle.setText(subtitle(record.customer, self._model.workplace.now()))

    def _say_saved(self) -> None:
        self.saved.setText("✓ " + _T("Header", "Saved"))
        self.saved.setFixedWidth(self.saved.sizeHint().width())
        self._timer.start()


def action_button(model: RecordModel, name: str, icon: str, text: str, run: Callable[[], object]) -> QPushButton:
    """Return a button with an icon for the row below the name."""
    button = named(QPushButton(text), name)
    button.setIcon(model.frame.theme.icon(icon))
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: run())
    return button


def refuse_buttons(model: RecordModel, buttons: Mapping[str, QPushButton]) -> None:
    """Disable buttons whose verbs, by id, may not be done now, with the reason."""
    for verb_id, button in buttons.items():
        if reason := model.frame.verbs.why_not(verb_id):
            button.setEnabled(False)
            button.setToolTip(reason)


def menu_button(model: RecordModel, name: str, spoken: str, menu: QMenu) -> QToolButton:
    """Return the "…" button with a menu."""
    button = IconButton(model.frame.theme, name, "ellipsis", spoken, token="text", kind="button")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    return button
