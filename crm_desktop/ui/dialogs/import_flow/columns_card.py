"""Where each column goes: its heading, some of its values, and the place, which can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan
from crm_desktop.exchange.protocol import ReadResult
from crm_desktop.ui.dialogs.import_flow.places import PlaceCombo, places_model
from crm_desktop.ui.dialogs.import_flow.state import place_of, samples, summary
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.named import named


class ColumnsCard(CardPanel):
    """Emits `moved` with a column's index and the key of its new place."""

    moved = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_T("Import", "Where the columns go"), "importColumns")
        self._theme = theme
        self._own: Sequence[str] = ()
        self.summary = text_label("", "importColumnsSummary", "muted")
        self.body.addWidget(self.summary)
        self._rows = QWidget()
        self.body.addWidget(self._rows)

    def show_file(self, read: ReadResult, own_fields: Sequence[str]) -> None:
        """Show the columns of a file."""
        self._own = own_fields
        self._rows.deleteLater()
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for number, stretch in enumerate((3, 4, 0, 4)):
            grid.setColumnStretch(number, stretch)
        model, shown = places_model(own_fields), samples(read)
        model.setParent(self._rows)
        for row, column in enumerate(read.plan.columns):
            self._add_row(grid, row, column, shown[column.index], model)
        self.body.addWidget(self._rows)
        self.show_plan(read.plan)

    def show_plan(self, plan: ImportPlan) -> None:
        """Say in one line where the columns of a changed plan go."""
        self.summary.setText(summary_sentence(plan, self._own))

    def _add_row(self, grid: QGridLayout, row: int, column: ColumnPlan, sample: str, model: QStandardItemModel) -> None:
        number = column.index
        heading = column.heading.strip() or _T("Import", "Column {number}").format(number=number + 1)
        label = named(ElidedLabel(heading), f"importHeading{number}")
        label.setFont(self._theme.font(bold=True))
        combo = PlaceCombo(model, f"importColumn{number}", _T("Import", "Where to: {heading}").format(heading=heading))
        combo.setAccessibleDescription(sample)
        combo.choose(place_of(column, self._own))
        combo.currentIndexChanged.connect(lambda _index: self.moved.emit(number, combo.place()))
        grid.addWidget(label, row, 0)
        grid.addWidget(named(ElidedLabel(sample), f"importSample{number}", role="muted"), row, 1)
        grid.addWidget(self._arrow(), row, 2)
        grid.addWidget(combo, row, 3)

    def _arrow(self) -> QLabel:
        side = self._theme.icon_side(0.9)
        arrow = QLabel()
        arrow.setPixmap(self._theme.icon("chevron-right", "muted").pixmap(side, side))
        arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return arrow


def summary_sentence(plan: ImportPlan, own_fields: Sequence[str]) -> str:
    """Return where the columns go, in one line."""
    counted = summary(plan, own_fields)
    parts = [_T("Import", "%n column(s) have a place", None, counted.placed)]
    if counted.new_fields:
        said = _T("Import", "%n new field(s): {names}", None, len(counted.new_fields))
        parts.append(said.format(names=", ".join(counted.new_fields)))
    if counted.left_out:
        parts.append(_T("Import", "%n left out", None, counted.left_out))
    return " · ".join(parts)
