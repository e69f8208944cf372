"""What the customer likes, dislikes, wears and must not get: a card on top of everything else."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from crm_desktop.base.text import _T
from crm_desktop.ui.pages.customer.basics_form import TextFields
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

KEYS = ("allergies", "likes", "dislikes", "sizes")


class PreferencesCard(CardPanel):
    """Shows what is filled in; a link offers the rest."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__("", "preferences")
        self.setAccessibleName(_T("Preferences", "Preferences"))
        self._model = model
        self._all = False
        self.form = FormGrid("preferences.form")
        self.fields = TextFields(model, self.form, KEYS).fields
        self.more = named(QPushButton(), "preferences.more", kind="link")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(self.form)
        self.body.addWidget(self.more)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setContentsMargins(12, 8, 12, 8)
            layout.setSpacing(0)
        model.shown.connect(self._fold)
        model.changed.connect(self._show)

    def _fold(self) -> None:
        self._all = False

    def _show_all(self) -> None:
        self._all = True
        self._show()
        empty = next((field for field in self.fields.values() if not field.value()), None)
        if empty is not None:
            empty.begin()

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        filled = [key for key in KEYS if getattr(record.customer, key)]
        for key, field in self.fields.items():
            self.form.set_shown(field, key in filled or self._all or field.is_editing())
        self.form.setVisible(bool(filled) or self._all)
        self.more.setVisible(len(filled) < len(KEYS) and not self._all)
        if filled:
            self.more.setText(_T("Preferences", "Add another preference"))
        else:
            self.more.setText(_T("Preferences", "Add likes, sizes, allergies …"))
        warn = "true" if record.customer.allergies else "false"
        if self.property("warn") != warn:
            named(self, self.objectName(), warn=warn)
            self.style().unpolish(self)
            self.style().polish(self)
