"""The form for a new customer: a name is enough; Enter saves, and who looks alike is shown while typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout

from crm_desktop.base.declared_settings import PHONE_COUNTRY
from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services import words
from crm_desktop.services.describe_events import field_labels
from crm_desktop.services.look_alike import Likeness, LookAlike, look_alikes
from crm_desktop.services.problems import problem_text
from crm_desktop.services.read_customers import Lookups, lookups_for_editing
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.customer.bindings import ChoiceField, RowList
from crm_desktop.ui.pages.customer.new_customer_draft import Typed, draft_of
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

FIRST = ("name", "phone", "tags")
MORE = ("wechat", "email", "birthday", "company", "job_title", "source", "card_number", "likes", "allergies", "note")
HINT_MS = 200


class AlikeLink(QPushButton):
    """A customer who looks alike, as a link to her record."""

    def __init__(self, frame: Frame, number: int) -> None:
        super().__init__()
        named(self, f"new.like.{number}", kind="link")
        self.setAutoDefault(False)
        self._id = 0
        self.clicked.connect(lambda: frame.navigator.open("customer", self._id))

    def show_alike(self, alike: LookAlike) -> None:
        """Show another one."""
        self._id = alike.id
        why = _T("New", "same phone") if alike.why is Likeness.PHONE else _T("New", "same name")
        text = " · ".join(part for part in (alike.name, alike.phone, why) if part)
        self.setText(text)
        self.setAccessibleName(_T("New", "Open {who}").format(who=text))


class NewCustomerPage(PageView):
    """Opened with the name to begin with; Esc goes back."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self._place = workplace
        self._another = False
        self._saving = False
        self._custom: dict[int, tuple[CustomField, QLineEdit]] = {}
        self.form = FormGrid("new.form")
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.like = CardPanel(_T("New", "Looks like one you have"), "new.like")
        self._timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._timer.timeout.connect(self._ask_alike)
        self._alike_rows = RowList(lambda number: AlikeLink(frame, number), self.like.body.addWidget)
        self._kept_custom: dict[int, str] = {}
        labels = field_labels()
        self.gender = ChoiceField("new.gender", labels["gender"], _T("Details", "Not said"))
        self.gender.set_choices({None: "", **{key.value: word for key, word in words.gender_words().items()}})
        self.owner = ChoiceField("new.owner", labels["owner"], _T("Details", "Nobody"))
        self.custom_form = FormGrid("new.custom")
        self._build()
        frame.work.read(lambda: lookups_for_editing(workplace), self._take_lookups, group="new.lookups")

    def open(self, argument: object) -> None:
        """Begin with a name; digits go into the phone."""
        if isinstance(argument, str) and argument:
            is_phone = sum(c.isdigit() for c in argument) >= 5
            self._set("phone" if is_phone else "name", argument)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Ask for new fields and people of the shop."""
        if changes is None or changes.entities & {"custom_field", "person"}:
            self.frame.work.read(
                lambda: lookups_for_editing(self._place), self._take_lookups, group="new.lookups", patient=True
            )

    def focus_first(self) -> None:
        """Put the keyboard on the first empty field."""
        (self.fields["name"] if not self._text("name") else self.fields["phone"]).setFocus()

    def save_state(self) -> dict[str, object]:
        """Return everything typed."""
        typed = self.typed()
        custom = typed.custom
        return {"texts": typed.texts, "gender": typed.gender, "owner": typed.owner_id, "custom": custom}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back; values of the shop's own fields wait for the fields."""
        texts, custom = state.get("texts"), state.get("custom")
        if isinstance(texts, dict):
            for key, text in texts.items():
                self._set(key, str(text))
            self._show_more(any(texts.get(key) for key in MORE))
        gender, owner = state.get("gender"), state.get("owner")
        self.gender.set_key(gender if isinstance(gender, str) else None)
        self.owner.set_key(owner if isinstance(owner, int) else None)
        self._kept_custom = custom if isinstance(custom, dict) else {}

    def typed(self) -> Typed:
        """Return what is typed."""
        return Typed(
            {key: self._text(key) for key in self.fields},
            self.gender.key if isinstance(self.gender.key, str) else None,
            self.owner.key if isinstance(self.owner.key, int) else None,
            {field_id: edit.text() for field_id, (_, edit) in self._custom.items()},
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.frame.navigator.back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save(another=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def save(self, another: bool = False) -> None:
        """Register the customer, then show her or clear the form for the next."""
        if self._saving:
            return
        self._saving, self._another = True, another
        self._clear_problems()
        typed, place, region = self.typed(), self._place, self.frame.settings.get(PHONE_COUNTRY)
        self.frame.work.write(lambda: register_customer(place, draft_of(typed, region)), self._saved, self._refuse)

    # building

    def _build(self) -> None:
        for key in FIRST:
            self._add_field(key)
        self.more = named(QPushButton(_T("New", "More fields")), "new.more", kind="link")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda: self._show_more(True))
        self.form.add_wide(self.more)
        for key in MORE:
            self._add_field(key)
        labels = field_labels()
        self.form.add(labels["gender"], self.gender)
        self.form.add(labels["owner"], self.owner)
        self._show_more(False)
        self._lay_out()

    def _add_field(self, key: str) -> None:
        labels = field_labels()
        label = labels[key] + (" *" if key == "name" else "")
        field: QLineEdit | QPlainTextEdit = QPlainTextEdit() if key == "note" else QLineEdit()
        named(field, f"new.{key}", labels[key])
        field.setPlaceholderText(_hints().get(key, ""))
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.setFixedHeight(round(field.fontMetrics().lineSpacing() * 3.4 + 16))
        elif key in ("name", "phone"):
            field.textChanged.connect(lambda _: self._timer.start())
        self.fields[key] = field
        self.form.add(label, field)

    def _lay_out(self) -> None:
        card = CardPanel("", "new.card")
        card.body.addWidget(self.form)
        card.body.addWidget(self.custom_form)
        self.like.hide()
        column = ScrolledColumn("new.scroll", 12, 2)
        column.column.addWidget(card)
        column.column.addStretch(1)
        side = QVBoxLayout()
        side.addWidget(self.like)
        side.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 14)
        whole.setSpacing(12)
        whole.addWidget(named(QLabel(_T("Pages", "New customer")), "new.title", role="title"))
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(column, 5)
        row.addLayout(side, 3)
        whole.addLayout(row, 1)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.keep = named(QPushButton(_T("New", "Save")), "new.save", kind="primary")
        self.keep.setToolTip(_T("New", "Save  Enter"))
        self.next = named(QPushButton(_T("New", "Save and add another")), "new.another")
        self.next.setToolTip(_T("New", "Save and add another  Ctrl+Enter"))
        self.cancel = named(QPushButton(_T("New", "Cancel")), "new.cancel", kind="quiet")
        self.keep.clicked.connect(lambda _=False: self.save(another=False))
        self.next.clicked.connect(lambda _=False: self.save(another=True))
        self.cancel.clicked.connect(self._cancel)
        QShortcut(QKeySequence("Ctrl+Return"), self, lambda: self.save(another=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.keep, self.next, self.cancel):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    # showing

    def _show_more(self, shown: bool) -> None:
        self.more.setVisible(not shown)
        for key in MORE:
            self.form.set_shown(self.fields[key], shown)
        for field in (self.gender, self.owner):
            self.form.set_shown(field, shown)
        if shown and self.isVisible():
            self.fields[MORE[0]].setFocus()

    def _take_lookups(self, lookups: Lookups) -> None:
        self.owner.set_choices({None: "", **{person.id: person.name for person in lookups.people if person.active}})
        for field in lookups.fields:
            if field.id not in self._custom and (field.required or field.unique):
                self._add_custom(field)
        self.custom_form.setVisible(bool(self._custom))

    def _add_custom(self, field: CustomField) -> None:
        edit = named(QLineEdit(), f"new.custom.{field.id}", field.name)
        edit.setText(self._kept_custom.get(field.id) or field.default or "")
        choices = " / ".join(field.choices)
        yes_no = f"{words.yes_no(True)} / {words.yes_no(False)}" if field.type is FieldType.YES_NO else ""
        edit.setPlaceholderText(choices or yes_no)
        self._custom[field.id] = (field, edit)
        self.custom_form.add(field.name + (" *" if field.required else ""), edit)

    def _ask_alike(self) -> None:
        name, phone, place = self._text("name"), self._text("phone"), self._place
        region = self.frame.settings.get(PHONE_COUNTRY)
        self.frame.work.read(lambda: look_alikes(place, name, phone, region), self._show_alike, group="new.alike")

    def _show_alike(self, found: list[LookAlike]) -> None:
        for row, alike in zip(self._alike_rows.show(len(found)), found, strict=True):
            assert isinstance(row, AlikeLink)
            row.show_alike(alike)
        self.like.setVisible(bool(found))

    # saving

    def _saved(self, changes: ChangeSet) -> None:
        self._saving = False
        self.clear()
        if self._another:
            self.fields["name"].setFocus()
        elif changes.subject_id is not None:
            self.frame.navigator.open("customer", changes.subject_id)

    def _refuse(self, fault: Fault) -> None:
        self._saving = False
        sentence = problem_text(fault)
        if sentence is None:
            self.frame.notices.tell_fault(fault)
            return
        name = str(fault.values.get("field"))
        name = {"date": "birthday", "tag": "tags"}.get(name, name)
        for field, edit in self._custom.values():
            if field.name == name:
                self.custom_form.set_problem(edit, sentence)
                edit.setFocus()
                return
        field_widget = self.fields.get(name, self.fields["name"])
        if name in MORE:
            self._show_more(True)
        self.form.set_problem(field_widget, sentence)
        field_widget.setFocus()

    def clear(self) -> None:
        """Empty the form."""
        for key in self.fields:
            self._set(key, "")
        for field, edit in self._custom.values():
            edit.setText(field.default or "")
        self.gender.set_key(None)
        self._clear_problems()
        self._show_alike([])

    def _cancel(self) -> None:
        self.clear()
        self.frame.navigator.back()

    def _clear_problems(self) -> None:
        for field in self.fields.values():
            self.form.set_problem(field, "")
        for _, edit in self._custom.values():
            self.custom_form.set_problem(edit, "")
        self._show_more(not self.more.isVisibleTo(self))

    def _text(self, key: str) -> str:
        field = self.fields[key]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _set(self, key: str, text: str) -> None:
        field = self.fields.get(key)
        if isinstance(field, QLineEdit):
            field.setText(text)
        elif field is not None:
            field.setPlainText(text)


def _hints() -> dict[str, str]:
    return {
        "name": _T("New", "A name is enough"),
        "phone": _T("New", "Several with commas between"),
        "tags": _T("New", "Several with commas between"),
        "birthday": "1990-05-12",
    }
