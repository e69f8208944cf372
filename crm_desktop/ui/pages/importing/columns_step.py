"""The third page: where each column goes, found by the program, changed by the user."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLineEdit, QPushButton

from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, RowsAre, Target
from crm_desktop.exchange.plan_edit import leave_out, put, remove_made, to_field, to_note
from crm_desktop.services.import_views import TargetView
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.columns_model import PLACE, ColumnsModel
from crm_desktop.ui.pages.importing.columns_table import ColumnsTable
from crm_desktop.ui.pages.importing.engine import Engine
from crm_desktop.ui.pages.importing.made_dialogs import ConstantDialog, JoinDialog, SplitDialog
from crm_desktop.ui.pages.importing.place_picker import NEW_FIELD, NOTE, OWN, SKIP, PlacePicker, places
from crm_desktop.ui.pages.importing.state import Draft, Step, field_name, is_new_field, lacks_place, plan_summary
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.pages.importing.words import field_type_words, heading_word, summary_sentence
from crm_desktop.ui.widgets.named import named


class ColumnsStep(StepPage):
    """A table of columns, the choice of a place, and what can be done with the chosen columns."""

    def __init__(self, frame: Frame, engine: Engine) -> None:
        super().__init__(frame, Step.COLUMNS, _T("Wizard", "Where the columns go"))
        self._engine = engine
        self._targets: Sequence[TargetView] = ()
        self._samples: Mapping[int, tuple[str, ...]] = {}
        self.model = ColumnsModel()
        self.table = ColumnsTable(self.theme, self.model)
        self.picker = PlacePicker(self, self.theme)
        self.only = named(QCheckBox(), "wizard.columns.only")
        self.head.addWidget(self.only)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._field_row())
        self.body.addLayout(self._verb_row())
        self.only.clicked.connect(self._filter)
        self.table.wanted.connect(self._pick)
        self.table.cleared.connect(self._leave_out)
        self.table.moved.connect(self._show_current)
        self.picker.picked.connect(self._picked)
        self.picker.left.connect(self.table.setFocus)
        self.type.activated.connect(self._rename)
        self.name.editingFinished.connect(self._rename)

    def show_draft(self, draft: Draft) -> None:
        """Show where the columns of a draft go."""
        fresh = self.draft is None or self.draft.look is not draft.look
        super().show_draft(draft)
        self._targets = self._engine.targets(draft.plan.kind)
        self.model.titles = {view.target: view.title for view in self._targets}
        self._samples = self._engine.samples(draft.look, draft.plan)
        if fresh:
            self.only.setChecked(False)
            self.model.only_homeless(False, draft)
        current = self._current()
        self.model.show_draft(draft, self._samples)
        self._say(draft)
        row = self.model.row_of(current.index) if current is not None else 0
        if not self.table.rows_chosen() or self.table.currentIndex().row() != row:
            self.table.stand_on(max(0, row))
        self._show_current()

    def focus_first(self) -> None:
        """Put the keyboard on the table."""
        self.table.setFocus()

    # building

    def _field_row(self) -> QHBoxLayout:
        self.what = text_label("", "wizard.columns.what", "muted")
        self.name = named(QLineEdit(), "wizard.columns.fieldName", _T("Wizard", "Name of the new field"))
        self.name.setMaximumWidth(260)
        self.type = named(QComboBox(), "wizard.columns.fieldType", _T("Wizard", "What the new field holds"))
        for kind, text in field_type_words():
            self.type.addItem(text, kind.value)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.what, 1)
        row.addWidget(self.name)
        row.addWidget(self.type)
        return row

    def _verb_row(self) -> QHBoxLayout:
        self.verbs: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, text, run in (
            ("field", _T("Wizard", "New &field"), self._new_field),
            ("note", _T("Wizard", "Into the no&te"), self._into_note),
            ("skip", _T("Wizard", "&Leave out"), self._leave_out),
            ("split", _T("Wizard", "&Split …"), self._split),
            ("join", _T("Wizard", "&Join …"), self._join),
            ("constant", _T("Wizard", "Fi&xed value …"), self._constant),
            ("remove", _T("Wizard", "&Take away"), self._remove),
        ):
            self.verbs[key] = make_button(f"wizard.columns.{key}", text, run)
            row.addWidget(self.verbs[key])
        row.addStretch(1)
        self.verbs["join"].setToolTip(_T("Wizard", "Choose two or more columns with Ctrl or Shift first"))
        return row

    # showing

    def _say(self, draft: Draft) -> None:
        self.say_lead(summary_sentence(plan_summary(draft.plan, draft.own_fields)))
        homeless = sum(lacks_place(column, draft.own_fields) for column in draft.plan.columns)
        self.only.setText(_T("Wizard", "Only those without a place (%n)", None, homeless))
        self.only.setEnabled(bool(homeless) or self.only.isChecked())

    def _show_current(self) -> None:
        column, chosen = self._current(), self._chosen()
        own = self.draft.own_fields if self.draft else ()
        is_field = column is not None and is_new_field(column, own) and len(chosen) <= 1
        for widget in (self.name, self.type):
            widget.setVisible(is_field)
        self.what.setText("")
        if column is not None and is_field:
            self.what.setText(_T("Wizard", "A new field is made for “{heading}”:").format(heading=heading_word(column)))
            self.name.setText(field_name(column))
            self.type.setCurrentIndex(self.type.findData((column.custom_type or FieldType.TEXT).value))
        elif len(chosen) > 1:
            self.what.setText(_T("Wizard", "%n column(s) chosen", None, len(chosen)))
        elif column is not None:
            self.what.setText(_T("Wizard", "Type or press Space to choose another place."))
        made = bool(chosen) and all(one.made is not None for one in chosen)
        for key in ("field", "note", "skip", "split"):
            self.verbs[key].setEnabled(bool(chosen))
        self.verbs["split"].setEnabled(len(chosen) == 1 and not made)
        self.verbs["join"].setEnabled(len(chosen) > 1 and not any(one.made for one in chosen))
        self.verbs["remove"].setVisible(made)
        for key in ("field", "note"):
            self.verbs[key].setVisible(not self._is_of_sales())

    def _is_of_sales(self) -> bool:
        """Tell whether the rows are sales: a slip has no fields of the shop's own."""
        return self.draft is not None and self.draft.plan.kind == RowsAre.PURCHASES

    def _current(self) -> ColumnPlan | None:
        return self.model.column_at(self.table.currentIndex().row())

    def _chosen(self) -> list[ColumnPlan]:
        found = [self.model.column_at(row) for row in self.table.rows_chosen()]
        return [column for column in found if column is not None]

    # changing

    def _filter(self) -> None:
        if self.draft is not None:
            self.model.only_homeless(self.only.isChecked(), self.draft)
            self.model.show_draft(self.draft, self._samples)
            self._say(self.draft)
            self.table.stand_on(0)

    def _pick(self, typed: str) -> None:
        column, draft = self._current(), self.draft
        if column is None or draft is None:
            return
        rect = self.table.visualRect(self.model.index(self.table.currentIndex().row(), PLACE))
        self.picker.setParent(self.window())
        corner = self.table.viewport().mapTo(self.window(), rect.topLeft())
        found = places(self._targets, draft.own_fields, heading_word(column))
        if self._is_of_sales():
            found = tuple(place for place in found if place.key not in (NEW_FIELD, NOTE) and not _is_own(place.key))
        self.picker.ask(found, self._key_of(column), QRect(corner, rect.size()), typed)

    def _key_of(self, column: ColumnPlan) -> str:
        own = self.draft.own_fields if self.draft else ()
        if column.target is Target.CUSTOM:
            return NEW_FIELD if is_new_field(column, own) else OWN + field_name(column)
        return NOTE if column.target is Target.NOTE and column.label else column.target.value

    def _picked(self, key: str) -> None:
        column, draft = self._current(), self.draft
        self.table.setFocus()
        if column is not None and draft is not None:
            self._use(placed(draft.plan, column, key))

    def _use(self, plan: ImportPlan) -> None:
        if self.draft is not None and plan != self.draft.plan:
            draft = self.draft.with_plan(plan)
            self.change(draft)
            self.show_draft(draft)

    def _each(self, key: str) -> None:
        if self.draft is not None:
            plan = self.draft.plan
            for column in self._chosen():
                plan = placed(plan, column, key)
            self._use(plan)

    def _new_field(self) -> None:
        self._each(NEW_FIELD)

    def _into_note(self) -> None:
        self._each(NOTE)

    def _leave_out(self) -> None:
        self._each(SKIP)

    def _rename(self) -> None:
        column, draft = self._current(), self.draft
        name, kind = self.name.text().strip(), FieldType(self.type.currentData())
        if column is None or draft is None or not name or not self.name.isVisible():
            return
        if (name, kind) != (field_name(column), column.custom_type or FieldType.TEXT):
            self._use(to_field(draft.plan, column.index, name, kind))

    def _split(self) -> None:
        column = self._current()
        if column is not None and self.draft is not None:
            samples = self._samples.get(column.index, ())
            dialog = SplitDialog(
                self,
                self.theme,
                self.draft.plan,
                column=column,
                targets=self._targets,
                samples=samples,
                take=self._use,
            )
            _open(dialog)

    def _join(self) -> None:
        chosen = self._chosen()
        if self.draft is not None and len(chosen) > 1:
            plan = self.draft.plan
            _open(JoinDialog(self, self.theme, plan, columns=chosen, targets=self._targets, take=self._use))

    def _constant(self) -> None:
        if self.draft is not None:
            _open(ConstantDialog(self, self.theme, self.draft.plan, self._targets, self._use))

    def _remove(self) -> None:
        if self.draft is not None:
            plan = self.draft.plan
            for column in self._chosen():
                plan = remove_made(plan, column.index)
            self._use(plan)


def _is_own(key: str) -> bool:
    return key.startswith(OWN)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def placed(plan: ImportPlan, column: ColumnPlan, key: str) -> ImportPlan:
    """Return the plan with a column at the place of a key."""
    if key == NEW_FIELD:
        return to_field(plan, column.index, heading_word(column))
    if key.startswith(OWN):
        return to_field(plan, column.index, key.removeprefix(OWN))
    if key == NOTE:
        return to_note(plan, column.index)
    return leave_out(plan, column.index) if key == SKIP else put(plan, column.index, Target(key))
