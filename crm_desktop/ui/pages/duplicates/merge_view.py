"""Chosen customers side by side, to be merged into one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.decide_pairs import same_household
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Verb
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.duplicates.decision_bar import BarVerb, DecisionBar
from crm_desktop.ui.pages.duplicates.page import MERGE_ID
from crm_desktop.ui.pages.duplicates.side_view import SideView
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named


class MergeView(PageView):
    """Opened with ids; after the merge the page before is shown again."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self._place = workplace
        self._ids: tuple[int, ...] = ()
        self.side = SideView(frame, workplace, "merge.side")
        self.bar = DecisionBar(frame.theme, "merge.bar", self._bar_verbs())
        self._lay_out()
        self.side.shown.connect(self._shown)
        self.side.gone.connect(self._say_gone)

    def open(self, argument: object) -> None:
        """Put customers side by side."""
        if isinstance(argument, tuple):
            self._ids = argument
            self.side.show_customers(argument)
            self._enable()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what changed."""
        if changes is None or any(map(changes.concerns, self._ids)):
            self.side.refresh()

    def verbs(self) -> Sequence[Verb]:
        """Return the verbs of this page."""
        merge, household = _T("Verbs", "Merge"), _T("Verbs", "Same household")
        undo = _T("Verbs", "Take back the last decision")
        return (
            Verb("merge.merge", merge, self.merge, "M", "git-merge", page=MERGE_ID),
            Verb("merge.household", household, self.household, "H", "house", page=MERGE_ID),
            Verb("merge.undo", undo, lambda: self.frame.verbs.run("edit.undo"), "Z", "undo-2", page=MERGE_ID),
        )

    def focus_first(self) -> None:
        """Put the keyboard on the choice who stays."""
        self.side.table.setFocus()

    def save_state(self) -> dict[str, object]:
        """Return who is compared."""
        return {"ids": self._ids}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take it back."""
        self.open(state.get("ids"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose who stays by number, go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.frame.navigator.back()
        elif event.text().isdigit() and event.text().isascii():
            self.side.choose_survivor(int(event.text()))
        else:
            super().keyPressEvent(event)

    def merge(self) -> None:
        """Merge them and go back."""
        if self.side.is_ready():
            ids, choices, place = self.side.state.taking_part(), self.side.state.choices(), self._place
            self._leave(lambda: merge_customers(place, ids, choices).changes)

    def household(self) -> None:
        """Say that they live together, and go back."""
        if self.side.is_ready():
            ids, place = self.side.state.taking_part(), self._place
            self._leave(lambda: same_household(place, ids))

    def _leave(self, job: object) -> None:
        self.side.state.begin(())
        self._enable()
        self.frame.work.write(job)  # type: ignore[arg-type]
        self.frame.navigator.back()

    def _bar_verbs(self) -> list[BarVerb]:
        return [
            BarVerb("merge", _T("Verbs", "Merge"), "M", "git-merge", self.merge, "primary"),
            BarVerb("household", _T("Verbs", "Same household"), "H", "house", self.household),
            BarVerb("cancel", _T("Merge", "Cancel"), "Esc", "x", self.frame.navigator.back, "quiet"),
        ]

    def _lay_out(self) -> None:
        back = IconButton(
            self.frame.theme, "merge.back", "arrow-left", _T("Merge", "Back  Esc"), token="text", kind="button"
        )
        back.clicked.connect(self.frame.navigator.back)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(back)
        head.addWidget(named(QLabel(_T("Pages", "Merge customers")), "merge.title", role="title"))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.side, 1)

    def _shown(self) -> None:
        self._ids = self.side.state.ids
        self._enable()

    def _enable(self) -> None:
        for name in ("merge", "household"):
            self.bar.set_able(name, self.side.is_ready())

    def _say_gone(self) -> None:
        self._enable()
        sentence = _T("Merge", "There is nothing to merge here any more")
        self.side.say_nothing(sentence, _T("Merge", "These customers have become one, or lie in the recycle bin."))
