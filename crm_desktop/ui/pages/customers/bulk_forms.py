"""The questions of each change of many customers: which field, what to look for, which rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.declared_settings import PHONE_COUNTRY
from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field
from crm_desktop.domain.text_changes import LabelPhones, ReadPhones, ReplaceText, TidyText, text_fields, usually_untidy
from crm_desktop.domain.tidy_text import Case
from crm_desktop.services.read_customers import Lookups
from crm_desktop.services.tag_customers import TagChange
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customers.bulk_tasks import Task, set_task, tag_task, text_task
from crm_desktop.ui.pages.customers.editors import choices_of
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named


@dataclass(frozen=True)
class Kit:
    """What every form needs."""

    frame: Frame
    workplace: Workplace
    fields: Sequence[Field]
    lookups: Lookups

    @property
    def region(self) -> str:
        """Return the country numbers are read in."""
        return self.frame.settings.get(PHONE_COUNTRY)


class BulkForm(QWidget):
    """Emits `changed`; `task()` is None while something is missing (`hint()` says what); `first` gets the keyboard."""

    changed = Signal()
    first: QWidget

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.kit = kit
        self.grid = FormGrid(f"{name}.grid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        column.addStretch(1)

    def task(self) -> Task | None:
        """Return what is asked for."""
        raise NotImplementedError

    def hint(self) -> str:
        """Return what is missing."""
        return ""

    def tell(self) -> None:
        """Say that the answers changed."""
        self.changed.emit()

    def line(self, name: str, label: str, hint: str = "") -> QLineEdit:
        """Add a line of text."""
        field = named(QLineEdit(), name, label)
        field.setPlaceholderText(hint)
        field.textChanged.connect(self.tell)
        self.grid.add(label, field)
        return field

    def combo(self, name: str, label: str, choices: Mapping[str, str]) -> QComboBox:
        """Add a list of choices."""
        box = named(QComboBox(), name, label)
        box.setMaxVisibleItems(20)
        for value, word in choices.items():
            box.addItem(word, value)
        box.currentIndexChanged.connect(self.tell)
        self.grid.add(label, box)
        return box

    def tick(self, name: str, text: str, *, ticked: bool = False) -> QCheckBox:
        """Add a box to tick."""
        box = named(QCheckBox(text), name, text)
        box.setChecked(ticked)
        box.toggled.connect(self.tell)
        self.grid.add_wide(box)
        return box


class SetForm(BulkForm):
    """A field and its new value; with `only_blank` it goes only where nothing is."""

    def __init__(self, kit: Kit, name: str, *, only_blank: bool = False, key: str = "") -> None:
        super().__init__(kit, name)
        self._only_blank = only_blank
        fields = [field for field in kit.fields if field.bulk and (field.key == key or not key)]
        self.field = self.combo("changeField", _T("Change", "Field"), {field.key: field.label for field in fields})
        self.grid.set_shown(self.field, shown=not key)
        self._fields = {field.key: field for field in fields}
        self._line = self.line("changeValue", _T("Change", "New value"))
        if not only_blank:
            self._line.setPlaceholderText(_T("Change", "Leave empty to clear the field"))
        self._box = self.combo("changeChoice", _T("Change", "New value"), {})
        self.field.currentIndexChanged.connect(self._field_changed)
        self.first = self._box if key else self.field
        self._field_changed()

    def hint(self) -> str:
        """Return what is missing."""
        return _T("Bulk", "Give the value that the blanks are to get.")

    def task(self) -> Task | None:
        """Return the task."""
        key = str(self.field.currentData())
        value = str(self._box.currentData() or "") if self._choices() else self._line.text()
        if self._only_blank and not value.strip():
            return None
        return set_task(self.kit.workplace, key, value, self._choices(), only_blank=self._only_blank)

    def _choices(self) -> Mapping[str, str]:
        return choices_of(self._fields[str(self.field.currentData())], self.kit.lookups)

    def _field_changed(self) -> None:
        choices = self._choices()
        self.grid.set_shown(self._line, shown=not choices)
        self.grid.set_shown(self._box, shown=bool(choices))
        self._box.blockSignals(True)
        self._box.clear()
        for value, word in choices.items():
            self._box.addItem(word, value)
        if not self._only_blank and self.field.currentData() != "status":
            nobody = self.field.currentData() == "owner"
            self._box.addItem(_T("Many", "Nobody") if nobody else _T("Cells", "(empty)"), "")
        self._box.blockSignals(False)
        self.tell()


class ReplaceForm(BulkForm):
    """Find and replace."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "bulk.replace")
        fields = {field.key: field.label for field in text_fields(kit.fields)}
        self.field = self.combo("replaceField", _T("Change", "Field"), fields)
        self.wanted = self.line("replaceFind", _T("Bulk", "Find"))
        self.by = self.line("replaceBy", _T("Bulk", "Replace with"), _T("Bulk", "Leave empty to take it out"))
        self.whole = self.tick("replaceWhole", _T("Bulk", "Only where it is the whole value"))
        self.case = self.tick("replaceCase", _T("Bulk", "Upper and lower case must match"))
        self.first = self.wanted

    def hint(self) -> str:
        """Return what is missing."""
        return _T("Problems", "Say what to look for.")

    def task(self) -> Task | None:
        """Return the task, once there is something to look for."""
        if not self.wanted.text():
            return None
        change = ReplaceText(
            str(self.field.currentData()),
            self.wanted.text(),
            self.by.text(),
            self.whole.isChecked(),
            self.case.isChecked(),
        )
        return text_task(self.kit.workplace, change, self.kit.region)


class TagsForm(BulkForm):
    """Add a tag, take one away, or put one in the place of another."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "bulk.tags")
        ways = {
            "add": _T("Bulk", "Add a tag"),
            "remove": _T("Bulk", "Take a tag away"),
            "replace": _T("Bulk", "Put a tag in the place of another"),
        }
        self.way = self.combo("tagsWay", _T("Bulk", "What to do"), ways)
        tags = [tag for tag, _ in kit.lookups.tags]
        self.old = self.combo("tagsOld", _T("Bulk", "Tag"), {str(tag.id): tag.name for tag in tags})
        self.new = self.line("tagsNew", _T("Bulk", "New tag"), _T("Bulk", "One that is there, or a new one"))
        completer = QCompleter([tag.name for tag in tags], self.new)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.new.setCompleter(completer)
        self.way.currentIndexChanged.connect(self._way_changed)
        self.first = self.way
        self._way_changed()

    def hint(self) -> str:
        """Return what is missing."""
        if self.way.currentData() != "add" and self.old.currentData() is None:
            return _T("Bulk", "There is no tag yet.")
        return _T("Bulk", "Name the tag.")

    def task(self) -> Task | None:
        """Return the task, once the tags are named."""
        way, old, new = self.way.currentData(), self.old.currentData(), self.new.text().strip()
        if (way != "add" and old is None) or (way != "remove" and not new):
            return None
        change = TagChange("" if way == "remove" else new, None if way == "add" else int(old))
        return tag_task(self.kit.workplace, change)

    def _way_changed(self) -> None:
        way = self.way.currentData()
        self.grid.set_shown(self.old, shown=way != "add")
        self.grid.set_shown(self.new, shown=way != "remove")
        self.tell()


class TidyForm(BulkForm):
    """Width, blanks and case."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "bulk.tidy")
        fields = text_fields(kit.fields)
        self._usual = usually_untidy(fields)
        names = ", ".join(field.label for field in fields if field.key in self._usual)
        choices = {"": _T("Bulk", "All of these: {fields}").format(fields=names)}
        self.field = self.combo("tidyField", _T("Change", "Field"), choices | {f.key: f.label for f in fields})
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setMinimumContentsLength(24)
        self.width_ = self.tick("tidyWidth", _T("Bulk", "Full-width letters and digits: ＡＢ１２ → AB12"), ticked=True)
        self.blanks = self.tick("tidyBlanks", _T("Bulk", "Needless blanks: 王　明 → 王明"), ticked=True)
        cases = {
            Case.AS_IT_IS.value: _T("Bulk", "As they are"),
            Case.TITLE.value: _T("Bulk", "Sarah Lee"),
            Case.UPPER.value: _T("Bulk", "SARAH LEE"),
            Case.LOWER.value: _T("Bulk", "sarah lee"),
        }
        self.case = self.combo("tidyCase", _T("Bulk", "Latin letters"), cases)
        self.field.currentIndexChanged.connect(self._field_changed)
        self.first = self.field
        self._field_changed()

    def hint(self) -> str:
        """Return what is missing."""
        return _T("Problems", "Choose what is to be tidied.")

    def task(self) -> Task | None:
        """Return the task, once a rule is chosen."""
        key, case = str(self.field.currentData()), Case(self.case.currentData() if self._is_one() else Case.AS_IT_IS)
        if not (self.width_.isChecked() or self.blanks.isChecked() or case is not Case.AS_IT_IS):
            return None
        keys = (key,) if key else self._usual
        change = TidyText(keys, self.width_.isChecked(), self.blanks.isChecked(), case)
        return text_task(self.kit.workplace, change, self.kit.region)

    def _is_one(self) -> bool:
        return bool(self.field.currentData())

    def _field_changed(self) -> None:
        self.grid.set_shown(self.case, shown=self._is_one())
        self.tell()


class PhonesForm(BulkForm):
    """Read phones again in a country, or label them by what they are."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "bulk.phones")
        from crm_desktop.ui.dialogs.setting_editors import countries

        ways = {
            "read": _T("Bulk", "Read numbers that were not understood again"),
            "label": _T("Bulk", "Label numbers without a label: mobile or landline"),
        }
        self.way = self.combo("phonesWay", _T("Bulk", "What to do"), ways)
        choices = dict(sorted(countries(), key=lambda pair: pair[1]))
        self.country = self.combo("phonesCountry", _T("Bulk", "As numbers of"), choices)
        self.country.setCurrentIndex(max(0, self.country.findData(kit.region)))
        self.first = self.way
        self.way.currentIndexChanged.connect(self._way_changed)

    def task(self) -> Task | None:
        """Return the task."""
        region = str(self.country.currentData())
        if self.way.currentData() == "read":
            return text_task(self.kit.workplace, ReadPhones(region), self.kit.region)
        words = LabelPhones(_T("Contacts", "Mobile"), _T("Contacts", "Landline"), self.kit.region)
        return text_task(self.kit.workplace, words, self.kit.region)

    def _way_changed(self) -> None:
        self.grid.set_shown(self.country, shown=self.way.currentData() == "read")
        self.tell()
