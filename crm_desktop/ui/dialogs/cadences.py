"""Keep in touch: which tags have a cadence, and the chosen one to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Tag
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.plans import Cadence
from crm_desktop.services.follow_up_kinds import KindShown, kinds
from crm_desktop.services.keep_in_touch import read_cadences, remove_cadence, save_cadence
from crm_desktop.services.read_customers import lookups_for_editing
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.cadence_form import CadenceForm
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.widgets.colour_row import spot
from crm_desktop.ui.widgets.row_list import RowList


@dataclass(frozen=True)
class _Answer:
    cadences: list[Cadence]
    tags: list[tuple[Tag, int]]
    kinds: list[KindShown]


class CadencesDialog(Sheet):
    """A list at the left, the chosen cadence at the right; saved with its verb."""

    def __init__(self, parent: QWidget, frame: Frame, workplace: Workplace) -> None:
        super().__init__(parent, frame.theme, "cadencesDialog", _T("Cadences", "Keep in touch"), ems=88)
        self._frame, self._workplace = frame, workplace
        self._cadences: list[Cadence] = []
        self._tags: dict[int, Tag] = {}
        self._all_tags: list[tuple[Tag, int]] = []
        self._choose_tag: int | None = None
        self._new = False
        self.say_lead(
            _T("Cadences", "Nobody with one of these tags is out of touch for long: any real contact begins anew.")
        )
        self.add_sides(self._left(), self._right(), (5, 6))
        self._end = self.add_verb("cadenceRemove", _T("Cadences", "End it"), self._remove, at_left=True)
        self.add_verb("cadencesClose", _T("Cadences", "Close"), self.accept)
        self._save = self.add_verb("cadenceSave", _T("Cadences", "Save"), self.save, "primary")
        self._ask()

    def cadence(self) -> Cadence | None:
        """Return the chosen cadence; None while a new one is being made."""
        row = self.list.current_row()
        return self._cadences[row] if not self._new and 0 <= row < len(self._cadences) else None

    # parts

    def _left(self) -> QVBoxLayout:
        headings = [_T("Cadences", "Tag"), _T("Cadences", "Ideally"), _T("Cadences", "At the latest")]
        self.list = RowList(self.theme, "cadencesList", _T("Cadences", "Cadences"), headings, stretch=0, rows=8)
        self.list.currentItemChanged.connect(self._row_chosen)
        column = QVBoxLayout()
        column.addWidget(make_button("cadenceNew", _T("Cadences", "Another tag"), self.begin_new))
        column.addWidget(self.list, 1)
        return column

    def _right(self) -> QVBoxLayout:
        self.form = CadenceForm(self.theme)
        self.form.changed.connect(self._enable)
        column = QVBoxLayout()
        column.addWidget(self.form)
        column.addStretch(1)
        return column

    # what the user does

    def begin_new(self) -> None:
        """Empty the form for another tag."""
        self._new = True
        self.list.blockSignals(True)
        self.list.setCurrentItem(None)  # type: ignore[call-overload]
        self.list.blockSignals(False)
        self._show_cadence()
        self.form.tag.setFocus()

    def save(self) -> None:
        """Keep what stands in the form."""
        cadence = self.form.cadence()
        self._choose_tag = cadence.tag_id
        self._write(lambda: save_cadence(self._workplace, cadence))

    def _remove(self) -> None:
        cadence = self.cadence()
        if cadence is not None and cadence.id is not None:
            cadence_id = cadence.id
            self._write(lambda: remove_cadence(self._workplace, cadence_id))

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.say_fault("")
        self.form.clear_problems()
        self._frame.work.write(job, self._changed, self._refused)

    def _changed(self, _changes: ChangeSet) -> None:
        self._new = False
        self._ask()

    def _refused(self, fault: Fault) -> None:
        if not self.form.refuse(fault):
            self.say_fault(sentence_for(fault))

    def _row_chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._new = False
            self._show_cadence()

    # what is shown

    def _ask(self) -> None:
        place = self._workplace

        def read() -> _Answer:
            return _Answer(read_cadences(place), list(lookups_for_editing(place).tags), kinds(place))

        self._frame.work.read(read, self._show, group="cadences")

    def _show(self, answer: _Answer) -> None:
        self._all_tags = answer.tags
        self._tags = {tag.id: tag for tag, _count in answer.tags}
        self._cadences = sorted(answer.cadences, key=lambda one: not one.active)
        row = self.list.current_row()
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._cadences:
            self._add_row(one)
        wanted = [place for place, one in enumerate(self._cadences) if one.tag_id == self._choose_tag]
        self._choose_tag = None
        if self._cadences:
            self.list.choose_row(wanted[0] if wanted else max(row, 0))
        self.list.blockSignals(False)
        self._new = not self._cadences
        self.form.show_kinds(KindLooks(answer.kinds))
        self._show_cadence()

    def _add_row(self, one: Cadence) -> None:
        tag = self._tags.get(one.tag_id)
        ideal = _T("Cadences", "%n day(s)", n=one.ideal_days)
        longest = _T("Cadences", "%n day(s)", n=one.longest_days) if one.active else _T("Cadences", "off")
        item = self.list.add_row([tag.name if tag else "…", ideal, longest], faint=not one.active)
        if tag is not None:
            item.setIcon(0, spot(tag.colour, self.theme.icon_side(), self.devicePixelRatioF()))

    def _show_cadence(self) -> None:
        cadence = self.cadence()
        taken = {one.tag_id for one in self._cadences if cadence is None or one.id != cadence.id}
        self.form.tag.setCurrentIndex(-1)
        self.form.show_tags([(tag, count) for tag, count in self._all_tags if tag.id not in taken])
        self.form.show_cadence(cadence)
        self._enable()
        self.fit()

    def _enable(self) -> None:
        cadence = self.cadence()
        self._save.setText(_T("Cadences", "Save") if cadence else _T("Cadences", "Add"))
        has_tag = self.form.tag.currentIndex() >= 0
        self._save.setEnabled(has_tag and (cadence is None or self.form.is_changed()))
        self._end.setVisible(cadence is not None and cadence.active)


def show_cadences(parent: QWidget, frame: Frame, workplace: Workplace) -> CadencesDialog:
    """Open keeping in touch."""
    dialog = CadencesDialog(parent, frame, workplace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
