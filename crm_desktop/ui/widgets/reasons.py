"""Why customers look alike: the score in words with a bar, and each sign with the points it gave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.likeness import Band, Evidence
from crm_desktop.domain.party import Pair
from crm_desktop.services.say_likeness import band_words, evidence_text
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.score_bar import ScoreBar

MOST = 3
"""How many pairs of a group are explained."""

SIGNS_IN_GROUP = 2
"""How many signs in favour are shown of each pair of a group."""

NARROW_EM = 55
"""Width, in points of ordinary text, below which the signs stand under the score."""

BAND_TOKENS = {Band.PROBABLE: "accent_text", Band.POSSIBLE: "warning"}


def score_text(score: int, band: Band | None) -> str:
    """Return a score in words: "92 % · probably the same person"."""
    percent = _T("Likeness", "{score} %").format(score=score)
    return f"{percent} · {band_words()[band]}" if band is not None else percent


def points_text(evidence: Evidence) -> str:
    """Return one sign with its points."""
    return f"{evidence_text(evidence)}  {evidence.points:+d}"


def _shown(evidence: Sequence[Evidence], *, in_group: bool) -> Sequence[Evidence]:
    """Return the signs to show: all of one pair; of each pair of a group the best two and what speaks against it."""
    if not in_group:
        return evidence
    return [one for place, one in enumerate(evidence) if place < SIGNS_IN_GROUP or one.points < 0]


class ReasonStrip(QWidget):
    """One line for each pair; in a group the customers go by their numbers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "reasons", _T("Likeness", "Why they look alike"))
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self._rows: list[tuple[ScoreBar, QLabel, QLabel]] = []
        self._is_narrow = False
        self.hide()

    def show_pairs(self, pairs: Sequence[Pair], ids: Sequence[int]) -> None:
        """Show the reasons of these pairs, the three best of them; `ids` are the customers in their order."""
        places = {one: place for place, one in enumerate(ids, start=1)}
        best = sorted(pairs, key=lambda pair: -pair.score)[:MOST]
        while len(self._rows) < len(best):
            self._add(len(self._rows))
        for number, (bar, score, signs) in enumerate(self._rows):
            for widget in (bar, score, signs):
                widget.setVisible(number < len(best))
        for (bar, score, signs), pair in zip(self._rows, best, strict=False):
            bar.show_score(pair.score, BAND_TOKENS[pair.band])
            said = score_text(pair.score, pair.band)
            one, other = places.get(pair.one.id, 0), places.get(pair.other.id, 0)
            score.setText(f"{one} – {other}  {said}" if len(ids) > 2 else said)
            signs.setText(" · ".join(map(points_text, _shown(pair.evidence, in_group=len(best) > 1))))
        self.setVisible(bool(best))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the signs below the score where there is no room beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_EM * self._theme.base_points
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for number in range(len(self._rows)):
                self._place_signs(number)

    def _place_signs(self, number: int) -> None:
        signs = self._rows[number][2]
        self._grid.removeWidget(signs)
        if self._is_narrow:
            self._grid.addWidget(signs, 2 * number + 1, 0, 1, 3)
        else:
            self._grid.addWidget(signs, 2 * number, 2)

    def _add(self, number: int) -> None:
        bar = ScoreBar(self._theme, f"reasons.{number}.bar")
        score = named(QLabel(), f"reasons.{number}.score", role="strong")
        signs = named(QLabel(wordWrap=True), f"reasons.{number}.signs", role="muted")
        for label in (score, signs):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(bar, 2 * number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(score, 2 * number, 1)
        self._rows.append((bar, score, signs))
        self._place_signs(number)
