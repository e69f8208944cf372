"""The page for a new customer: a name is enough; Enter saves, and who looks alike is shown while typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from crm_desktop.base.declared_settings import PHONE_COUNTRY
from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.problems import problem_text
from crm_desktop.services.read_customers import lookups_for_editing
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.customer.alike_panel import AlikePanel
from crm_desktop.ui.pages.customer.new_customer_draft import Typed, alikes_of, draft_of
from crm_desktop.ui.pages.customer.new_customer_form import NewCustomerForm
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.customer.use_instead import use_instead
from crm_desktop.ui.widgets.named import named

HINT_MS = 200


class NewCustomerPage(PageView):
    """Opened with the name to begin with; Esc goes back and leaves what is typed."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self._place = workplace
        self._another = False
        self._saving = False
        self.form = NewCustomerForm()
        self.like = AlikePanel(frame.theme)
        self.like.used.connect(self._use)
        self._timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._timer.timeout.connect(self._ask_alike)
        self.form.alike_asked.connect(self._timer.start)
        self._lay_out()
        self._read_lookups()

    def open(self, argument: object) -> None:
        """Begin with a name; digits go into the phone."""
        if isinstance(argument, str) and argument:
            is_phone = sum(c.isdigit() for c in argument) >= 5
            self.form.set_text("phone" if is_phone else "name", argument)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Ask for new fields and people of the shop."""
        if changes is None or changes.entities & {"custom_field", "person"}:
            self._read_lookups()

    def focus_first(self) -> None:
        """Put the keyboard on the first empty field."""
        self.form.fields["phone" if self.form.text("name") else "name"].setFocus()

    def save_state(self) -> dict[str, object]:
        """Return everything typed."""
        return {"typed": self.form.typed()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back."""
        typed = state.get("typed")
        if isinstance(typed, Typed):
            self.form.keep(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.frame.navigator.back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save(another=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def save(self, *, another: bool = False) -> None:
        """Register the customer, then show her or empty the form for the next."""
        if self._saving:
            return
        self._saving, self._another = True, another
        self.form.clear_problems()
        typed, place, region = self.form.typed(), self._place, self.frame.settings.get(PHONE_COUNTRY)
        self.frame.work.write(lambda: register_customer(place, draft_of(typed, region)), self._saved, self._refuse)

    def clear(self) -> None:
        """Empty the form."""
        self.form.clear()
        self.frame.work.forget("new.alike")
        self._timer.stop()
        self.like.show_alikes(())

    # building

    def _lay_out(self) -> None:
        column = ScrolledColumn("new.scroll", 12, 2)
        column.column.addWidget(self.form)
        column.column.addStretch(1)
        side = ScrolledColumn("new.side", 12, 2)
        side.column.addWidget(self.like)
        side.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(column, 5)
        row.addWidget(side, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 14)
        whole.setSpacing(12)
        whole.addWidget(named(QLabel(_T("Pages", "New customer")), "new.title", role="title"))
        whole.addLayout(row, 1)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        keep = named(QPushButton(_T("New", "Save")), "new.save", kind="primary")
        keep.setToolTip(_T("New", "Save  Enter"))
        another = named(QPushButton(_T("New", "Save and add another")), "new.another")
        another.setToolTip(_T("New", "Save and add another  Ctrl+Enter"))
        cancel = named(QPushButton(_T("New", "Cancel")), "new.cancel", kind="quiet")
        keep.clicked.connect(lambda _=False: self.save())
        another.clicked.connect(lambda _=False: self.save(another=True))
        cancel.clicked.connect(self._cancel)
        QShortcut(QKeySequence("Ctrl+Return"), self, lambda: self.save(another=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (keep, another, cancel):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    # asking

    def _read_lookups(self) -> None:
        place = self._place
        self.frame.work.read(
            lambda: lookups_for_editing(place), self.form.take_lookups, group="new.lookups", patient=True
        )

    def _ask_alike(self) -> None:
        typed, place, region = self.form.typed(), self._place, self.frame.settings.get(PHONE_COUNTRY)
        self.frame.work.read(lambda: alikes_of(place, typed, region), self.like.show_alikes, group="new.alike")

    def _use(self, customer_id: int) -> None:
        typed, region = self.form.typed(), self.frame.settings.get(PHONE_COUNTRY)
        self.clear()
        use_instead(self.frame, self._place, customer_id, typed, region)

    # saving

    def _saved(self, changes: ChangeSet) -> None:
        self._saving = False
        self.clear()
        if self._another:
            self.form.fields["name"].setFocus()
        elif changes.subject_id is not None:
            self.frame.navigator.open("customer", changes.subject_id)

    def _refuse(self, fault: Fault) -> None:
        self._saving = False
        sentence = problem_text(fault)
        if sentence is None:
            self.frame.notices.tell_fault(fault)
        else:
            self.form.refuse(str(fault.values.get("field")), sentence)

    def _cancel(self) -> None:
        self.clear()
        self.frame.navigator.back()
