"""Birthdays and other days that matter, typed as people write them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import DateKind, ImportantDate
from crm_desktop.services import words
from crm_desktop.services.change_dates import add_date, change_date, read_date, remove_date
from crm_desktop.services.problems import problem_text
from crm_desktop.services.say_dates import date_text, date_to_type
from crm_desktop.ui.pages.customer.bindings import RowList, leave_with
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.inline_field import InlineField
from crm_desktop.ui.widgets.named import named

HINT = "1990-05-12"


def date_problem(text: str) -> str:
    """Return what is wrong with a typed date in a sentence, or ""."""
    if not text:
        return ""
    try:
        read_date(DateKind.OTHER, text)
    except Fault as fault:
        return problem_text(fault) or ""
    return ""


class DateRow(QWidget):
    """One day: what it is, and when."""

    def __init__(self, model: RecordModel, number: int) -> None:
        super().__init__()
        self._model = model
        self._date: ImportantDate | None = None
        name = f"date.{number}"
        self.setObjectName(name)
        self.kind = named(QLabel(), f"{name}.kind", role="muted")
        self.kind.setTextFormat(Qt.TextFormat.PlainText)
        self.field = _DateField(model, f"{name}.field")
        self.field.committed.connect(self._save)
        self.remove = IconButton(model.frame.theme, f"{name}.remove", "x", _T("Dates", "Remove this day"))
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.kind)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        leave_with(model, self.field)

    def show_date(self, date: ImportantDate) -> None:
        """Show a day."""
        if self.field.is_editing() and self._date is not None and self._date.id != date.id:
            self.field.cancel()
        self._date = date
        label = date.label or words.date_words()[date.kind]
        self.kind.setText(label)
        self.field.show_date(date)
        self.field.editor.setAccessibleName(label)

    def _save(self, text: str) -> None:
        place, date = self._model.workplace, self._date
        if date is None or date.id is None:
            return
        date_id, kind, label = date.id, date.kind, date.label
        if not text:
            self._model.save(lambda _: remove_date(place, date_id))
        else:
            self._model.save(
                lambda _: change_date(place, date_id, read_date(kind, text, label)), self.field.set_problem
            )

    def _remove(self) -> None:
        place, date = self._model.workplace, self._date
        if date is not None and date.id is not None:
            date_id = date.id
            self._model.save(lambda _: remove_date(place, date_id))


class _DateField(InlineField):
    """Shows a day in words and offers it for editing as digits."""

    def __init__(self, model: RecordModel, name: str) -> None:
        super().__init__(model.frame.theme, name, _T("Dates", "Day"), validate=date_problem, placeholder=HINT)
        self._typed_form = ""

    def show_date(self, date: ImportantDate) -> None:
        """Show a day."""
        self._typed_form = date_to_type(date)
        self.set_value(date_text(date))

    def begin(self, draft: str | None = None) -> None:
        """Open the editor with the day as it is typed."""
        super().begin(draft if isinstance(draft, str) else self._typed_form)

    def commit(self) -> bool:
        """Close where nothing was changed."""
        if self.draft() == self._typed_form and self._typed_form:
            self.cancel()
            return True
        return super().commit()


class DatesPart(QWidget):
    """All days of a customer and a way to add one."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("dates")
        self._model = model
        self._adding: tuple[DateKind, str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        column.addLayout(lines)
        self._rows = RowList(lambda number: DateRow(model, number), lines.addWidget)
        self.new = _DateField(model, "date.new")
        self.new.committed.connect(self._add)
        self.new.hide()
        column.addWidget(self.new)
        column.addWidget(self._adder())
        model.changed.connect(self._show)
        model.shown.connect(self._stop_adding)
        leave_with(model, self.new)

    def begin_adding(self, kind: DateKind, label: str = "", draft: str | None = None) -> None:
        """Open an empty line for a new day."""
        self._adding = (kind, label)
        word = label or words.date_words()[kind]
        self.new.editor.setAccessibleName(word)
        self.new.editor.setPlaceholderText(_T("Dates", "{kind}: 1990-05-12, 05-12, lunar 8-15").format(kind=word))
        self.new.set_value("")
        self.new.show()
        self.new.begin(draft or "")

    def _adder(self) -> QPushButton:
        button = named(QPushButton(_T("Dates", "Add a day")), "dates.add", kind="link")
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        menu = named(QMenu(button), "dates.add.menu")
        kinds = [(DateKind.BIRTHDAY, ""), (DateKind.ANNIVERSARY, "")]
        labels = (
            _T("Dates", "Child's birthday"),
            _T("Dates", "Partner's birthday"),
            _T("Dates", "Opening day"),
            _T("Dates", "Due date"),
        )
        for kind, label in [*kinds, *((DateKind.OTHER, label) for label in labels)]:
            action = menu.addAction(label or words.date_words()[kind])
            action.triggered.connect(lambda _=False, kind=kind, label=label: self.begin_adding(kind, label))
        button.setMenu(menu)
        return button

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        dates = record.customer.dates
        for row, date in zip(self._rows.show(len(dates)), dates, strict=True):
            assert isinstance(row, DateRow)
            row.show_date(date)
        if not self.new.is_editing():
            self.new.hide()

    def _stop_adding(self) -> None:
        self.new.cancel()
        self.new.hide()

    def _add(self, text: str) -> None:
        place, adding = self._model.workplace, self._adding
        if adding is None or not text:
            return
        kind, label = adding
        self._model.save(
            lambda customer_id: add_date(place, customer_id, read_date(kind, text, label)), self.new.set_problem
        )
