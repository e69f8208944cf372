"""How often those who carry a tag are to be met, as a form, with the sentence it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import InteractionKind, Tag
from crm_desktop.domain.plans import LONGEST_DELAY, REAL_CONTACTS, Cadence
from crm_desktop.services.problems import problem_text
from crm_desktop.services.words import interaction_words
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.colour_row import spot
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

USUAL = Cadence(0, 30, 60)


class CadenceForm(QWidget):
    """Emits `changed` with every answer; `cadence` is what stands there."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("cadenceForm")
        self._theme = theme
        self._shown = USUAL
        self._counts: Mapping[int, int] = {}
        self.tag = named(QComboBox(), "cadenceTag", _T("Cadences", "Tag"))
        self.ideal = self._days("cadenceIdeal", _T("Cadences", "Ideally every"))
        self.longest = self._days("cadenceLongest", _T("Cadences", "At the latest after"))
        self.kind = named(QComboBox(), "cadenceKind", _T("Cadences", "Planned as"))
        words = interaction_words()
        self.contacts = ChipRow(
            [(kind.value, words[kind]) for kind in REAL_CONTACTS],
            "cadenceContact",
            _T("Cadences", "What counts as met"),
            exclusive=False,
        )
        self.active = named(QCheckBox(_T("Cadences", "Switched on")), "cadenceActive")
        self.sentence = named(QLabel(wordWrap=True), "cadenceSentence", role="muted")
        self.show_kinds(KindLooks())
        self._lay_out()
        self._listen()

    def show_kinds(self, looks: KindLooks) -> None:
        """Offer the kinds of the shop."""
        self.kind.blockSignals(True)
        self.kind.clear()
        for look in looks.all():
            if look.active or look.kind == self._shown.kind:
                self.kind.addItem(self._theme.icon(look.icon), look.word, look.kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(self._shown.kind)))
        self.kind.blockSignals(False)

    def show_tags(self, tags: Sequence[tuple[Tag, int]]) -> None:
        """Offer these tags, each with how many customers carry it."""
        self._counts = {tag.id: count for tag, count in tags}
        chosen = self.tag.currentData()
        self.tag.blockSignals(True)
        self.tag.clear()
        for tag, _count in tags:
            self.tag.addItem(spot(tag.colour, self._theme.icon_side(), self.devicePixelRatioF()), tag.name, tag.id)
        self.tag.setCurrentIndex(self.tag.findData(chosen or self._shown.tag_id))
        self.tag.blockSignals(False)

    def show_cadence(self, cadence: Cadence | None) -> None:
        """Show a cadence; None: the usual one, to be given a tag."""
        self._shown = cadence or USUAL
        shown = self._shown
        self.blockSignals(True)
        self.tag.setCurrentIndex(self.tag.findData(shown.tag_id))
        self.ideal.setValue(shown.ideal_days)
        self.longest.setValue(shown.longest_days)
        self.kind.setCurrentIndex(max(0, self.kind.findData(shown.kind)))
        self.contacts.choose(kind.value for kind in shown.contact_kinds)
        self.active.setChecked(shown.active)
        self.blockSignals(False)
        self.clear_problems()
        self._say()

    def cadence(self) -> Cadence:
        """Return what stands in the form."""
        met = self.contacts.keys()
        return replace(
            self._shown,
            tag_id=self.tag.currentData() or 0,
            ideal_days=self.ideal.value(),
            longest_days=self.longest.value(),
            kind=str(self.kind.currentData()),
            contact_kinds=tuple(InteractionKind(str(key)) for key in met),
            active=self.active.isChecked(),
        )

    def is_changed(self) -> bool:
        """Say whether there is anything to save."""
        return self.cadence() != self._shown

    def refuse(self, fault: Fault) -> bool:
        """Say beside its field what cannot be kept; False for a fault of something else."""
        said, part = problem_text(fault), self._parts().get(str(fault.values.get("field")))
        if said is None or part is None:
            return False
        self._form.set_problem(part, said)
        part.setFocus()
        return True

    def clear_problems(self) -> None:
        """Take the problems away."""
        for part in self._parts().values():
            self._form.set_problem(part, "")

    # inside

    def _days(self, name: str, spoken: str) -> QSpinBox:
        box = named(QSpinBox(), name, spoken)
        box.setRange(1, LONGEST_DELAY)
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        before, _, behind = _T("Plans", "{day} days").partition("{day}")
        box.setPrefix(before)
        box.setSuffix(behind)
        return box

    def _parts(self) -> dict[str, QWidget]:
        parts: dict[str, QWidget] = {"tag": self.tag, "ideal_days": self.ideal, "longest_days": self.longest}
        return {**parts, "contact_kinds": self.contacts, "kind": self.kind}

    def _lay_out(self) -> None:
        self._form = FormGrid("cadenceGrid")
        self._form.add(_T("Cadences", "Tag"), self.tag)
        self._form.add(_T("Cadences", "Ideally every"), self.ideal)
        self._form.add(_T("Cadences", "At the latest after"), self.longest)
        self._form.add(_T("Cadences", "Planned as"), self.kind)
        self._form.add(_T("Cadences", "Counts as met"), self.contacts)
        self._form.add("", self.active)
        self._form.add_wide(self.sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    def _listen(self) -> None:
        for signal in (
            self.tag.currentIndexChanged,
            self.ideal.valueChanged,
            self.longest.valueChanged,
            self.kind.currentIndexChanged,
            self.contacts.chosen,
            self.active.toggled,
        ):
            signal.connect(self._tell)

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if self.tag.currentIndex() < 0:
            self.sentence.setText(_T("Cadences", "Choose the tag of those you want to keep in touch with."))
            return
        count = _T("Cadences", "%n customer(s)", n=self._counts.get(self.tag.currentData(), 0))
        said = _T(
            "Cadences",
            "Whoever carries “{tag}” ({count}) always has one follow-up, {ideal} days after the last contact; after "
            "{longest} days without one it is marked important.",
        )
        self.sentence.setText(
            said.format(tag=self.tag.currentText(), count=count, ideal=self.ideal.value(), longest=self.longest.value())
        )
