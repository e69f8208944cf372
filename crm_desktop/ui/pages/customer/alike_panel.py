"""Who looks like the customer being typed: how much, why, and a button that takes her instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton

from crm_desktop.base.text import _T
from crm_desktop.services.look_alike import LookAlike
from crm_desktop.ui.notices import announce
from crm_desktop.ui.pages.customer.bindings import RowList
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.reasons import BAND_TOKENS, points_text, score_text
from crm_desktop.ui.widgets.score_bar import ScoreBar


class AlikeRow(QFrame):
    """One customer who looks alike."""

    used = Signal(int)

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self.setObjectName(f"new.like.{number}")
        self._id = 0
        self.who = _label(f"new.like.{number}.who", "strong")
        self.score = _label(f"new.like.{number}.score", "")
        self.why = _label(f"new.like.{number}.why", "caption")
        self.bar = ScoreBar(theme, f"new.like.{number}.bar")
        self.use = named(QPushButton(_T("New", "Use this one")), f"new.like.{number}.use")
        self.use.setAutoDefault(False)
        self.use.clicked.connect(self._use)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.who, 0, 0, 1, 2)
        grid.addWidget(self.bar, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.score, 1, 1)
        grid.addWidget(self.why, 2, 0, 1, 2)
        grid.addWidget(self.use, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def show_alike(self, alike: LookAlike) -> None:
        """Show another one."""
        self._id = alike.id
        self.who.setText(" · ".join(part for part in (alike.name, alike.phone) if part))
        self.bar.show_score(alike.score, BAND_TOKENS[alike.band] if alike.band else "border")
        self.score.setText(score_text(alike.score, alike.band))
        self.why.setText("\n".join(map(points_text, alike.evidence)))
        said = _T("New", "Use {who} ({score})").format(who=self.who.text(), score=self.score.text())
        self.use.setAccessibleName(said)
        self.use.setAccessibleDescription("; ".join(map(points_text, alike.evidence)))

    def _use(self) -> None:
        self.used.emit(self._id)


class AlikePanel(CardPanel):
    """Keeps its place beside the form, so that nothing moves while one types; never takes the keyboard."""

    used = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_T("New", "Do you have her already?"), "new.like")
        self._theme = theme
        self.hint = _label("new.like.hint", "muted")
        self.hint.setText(_T("New", "While you type, customers who look alike show here. Enter saves in any case."))
        self.body.addWidget(self.hint)
        self._rows = RowList(self._make, self.body.addWidget)
        self._found: list[int] = []

    def show_alikes(self, found: Sequence[LookAlike]) -> None:
        """Show these, the likeliest first."""
        for row, alike in zip(self._rows.show(len(found)), found, strict=True):
            assert isinstance(row, AlikeRow)
            row.show_alike(alike)
        self.hint.setVisible(not found)
        ids = [alike.id for alike in found]
        if found and ids != self._found:
            best = found[0]
            said = _T("New", "Looks like {name}: {score}")
            announce(self, said.format(name=best.name, score=score_text(best.score, best.band)))
        self._found = ids

    def _make(self, number: int) -> AlikeRow:
        row = AlikeRow(self._theme, number)
        row.used.connect(self.used)
        return row


def _label(name: str, role: str) -> QLabel:
    label = named(QLabel(wordWrap=True), name, role=role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
