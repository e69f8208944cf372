"""The balances of a customer as large figures, and her tier with the way to the next."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.loyalty.lines import TierLine, Tile
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.figure import FigureCard
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.pills import TagPill
from crm_desktop.ui.widgets.wrapped import wrapped_label

_NAMES = ("points", "stored", "visits", "coupons")


class Balances(QWidget):
    """Points, stored value, visits and coupons; two beside each other in a narrow place."""

    def __init__(self, theme: Theme, name: str, columns: int) -> None:
        super().__init__()
        named(self, name, _T("Loyalty", "Balances"))
        self._figures = {key: FigureCard(theme, f"{name}.{key}") for key in _NAMES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for number, figure in enumerate(self._figures.values()):
            grid.addWidget(figure, number // columns, number % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def show_tiles(self, tiles: list[Tile]) -> None:
        """Show balances."""
        for tile in tiles:
            self._figures[tile.name].show_figure(tile.value, tile.caption, tile.hint)


class TierBar(QWidget):
    """The tier as a pill, what is missing to the next beside it, and how far she is as a bar."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, name, _T("Loyalty", "Tier"))
        self._theme = theme
        self._pill: QWidget | None = None
        self.detail = wrapped_label(f"{name}.detail", "muted")
        self.benefits = wrapped_label(f"{name}.benefits", "caption")
        self.bar = named(QProgressBar(), f"{name}.bar", _T("Loyalty", "Way to the next tier"))
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.detail, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self.bar)
        column.addWidget(self.benefits)

    def show_tier(self, line: TierLine | None) -> None:
        """Show a tier, or nothing where the shop has none."""
        self.setVisible(line is not None)
        if line is None:
            return
        self._show_pill(line)
        _say(self.detail, line.detail)
        _say(self.benefits, line.benefits)
        self.bar.setVisible(line.share is not None)
        self.bar.setValue(line.share or 0)
        self.setAccessibleName(" · ".join(part for part in (line.name, line.detail) if part))

    def _show_pill(self, line: TierLine) -> None:
        if self._pill is not None:
            self._row.removeWidget(self._pill)
            self._pill.hide()
            self._pill.deleteLater()
        self._pill = TagPill(line.name, tint(line.colour), self._theme)
        self._row.insertWidget(0, self._pill)


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
