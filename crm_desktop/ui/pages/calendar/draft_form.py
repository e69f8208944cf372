"""The fields of a follow-up: whom, what, when, who, reminded when; shows a draft and makes one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import FollowUpDraft, Priority
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.customer_field import CustomerField
from crm_desktop.ui.pages.calendar.draft_words import (
    LENGTHS,
    REMINDERS,
    length_text,
    priority_words,
    reminder_text,
    usual_titles,
)
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.time_field import TimeField

USUAL, SILENT = "usual", "none"


class DraftForm:
    """Two forms, `what` and `how`, to put side by side."""

    def __init__(self, frame: Frame, workplace: Workplace, draft: FollowUpDraft) -> None:
        self._theme = frame.theme
        self._before = draft
        self.customer = CustomerField(frame, workplace, "editor.customer")
        self.kinds = ChipRow([], "editor.kind", _T("FollowUp", "Kind"))
        self.title = named(QLineEdit(), "editor.title", _T("FollowUp", "What is to be done"))
        self.when = _When(frame, draft.day)
        self.owner = named(QComboBox(), "editor.owner", _T("FollowUp", "Who does it"))
        words = [(int(priority), word) for priority, word in priority_words().items()]
        self.priority = ChipRow(words, "editor.priority", _T("FollowUp", "Priority"))
        self.reminders = self._make_reminders(draft)
        self.promised = named(QCheckBox(_T("FollowUp", "Promised to the customer")), "editor.promised")
        self.note = named(QPlainTextEdit(), "editor.note", _T("FollowUp", "Note"))
        self.note.setTabChangesFocus(True)
        self._titles = QStringListModel()
        self.what, self.how = self._lay_out()
        self._make_completer()
        self.show_kinds(KindLooks(), draft.kind)
        self.show_people([], workplace.person_id)
        self.show_draft(draft)

    def show_draft(self, draft: FollowUpDraft) -> None:
        """Show a draft."""
        self._before = draft
        self.customer.set_customer(draft.customer_id)
        self.kinds.choose([draft.kind])
        self._suggest()
        self.title.setText(draft.title)
        self.when.show_when(draft)
        self.priority.choose([int(draft.priority)])
        self._choose_reminders(draft.reminders)
        self.promised.setChecked(draft.promised)
        self.note.setPlainText(draft.note)
        self._choose_owner(draft.owner_id)

    def draft(self) -> FollowUpDraft:
        """Return what the fields say, without the repeat part; raises ValueError where the time is none."""
        return replace(
            self._before,
            title=self.title.text().strip(),
            day=self.when.day.day(),
            time=self.when.time.moment(),
            length=self.when.minutes(),
            customer_id=self.customer.customer_id,
            kind=self.kind(),
            note=self.note.toPlainText().strip(),
            priority=Priority(int(str(self.priority.keys()[0]))),
            owner_id=self.owner.currentData(),
            reminders=self._reminders(),
            promised=self.promised.isChecked(),
        )

    def kind(self) -> str:
        """Return the chosen kind."""
        keys = self.kinds.keys()
        return str(keys[0]) if keys else self._before.kind

    def show_kinds(self, looks: KindLooks, chosen: str) -> None:
        """Offer the kinds of the shop, each with its icon and word."""
        offered = [look for look in looks.all() if look.active or look.kind == chosen]
        self.kinds.set_choices([(look.kind, look.word) for look in offered])
        for look in offered:
            self.kinds.button(look.kind).setIcon(self._theme.icon(look.icon))
        self.kinds.choose([chosen])
        self._suggest()

    def show_people(self, people: Sequence[Person], acting: int | None) -> None:
        """Offer who may do it; a shop of one is not asked."""
        chosen = self.owner.currentData() if self.owner.count() else self._before.owner_id
        self.owner.clear()
        for person in people:
            if person.active or person.id == chosen:
                text = _T("FollowUp", "{name} (me)").format(name=person.name) if person.id == acting else person.name
                self.owner.addItem(text, person.id)
        if not people:
            self.owner.addItem(_T("FollowUp", "Me"), acting)
        self._choose_owner(chosen if chosen is not None else acting)
        self.how.set_shown(self.owner, self.owner.count() > 1)

    # building

    def _lay_out(self) -> tuple[FormGrid, FormGrid]:
        what, how = FormGrid("editor.what"), FormGrid("editor.how")
        what.add(_T("FollowUp", "Customer"), self.customer)
        what.add(_T("FollowUp", "Kind"), self.kinds)
        what.add(_T("FollowUp", "What"), self.title)
        what.add(_T("FollowUp", "Day"), self.when)
        how.add(_T("FollowUp", "Who"), self.owner)
        how.add(_T("FollowUp", "Priority"), self.priority)
        how.add(_T("FollowUp", "Remind"), self.reminders)
        how.add("", self.promised)
        how.add(_T("FollowUp", "Note"), self.note)
        self.note.setMinimumHeight(round(self.note.fontMetrics().lineSpacing() * 3.4))
        self.note.setMaximumHeight(round(self.note.fontMetrics().lineSpacing() * 7))
        return what, how

    def _make_reminders(self, draft: FollowUpDraft) -> ChipRow:
        offered = sorted({*REMINDERS, *(draft.reminders or ())})
        words: list[tuple[Hashable, str]] = [(minutes, reminder_text(minutes)) for minutes in offered]
        chips = [(USUAL, _T("FollowUp", "As usual")), *words, (SILENT, _T("FollowUp", "No reminder"))]
        row = ChipRow(chips, "editor.remind", _T("FollowUp", "Remind"), exclusive=False)
        row.button(USUAL).setToolTip(_T("FollowUp", "Follow-ups with a time ring as the settings say"))
        row.chosen.connect(self._settle_reminders)
        return row

    def _choose_reminders(self, reminders: tuple[int, ...] | None) -> None:
        self._reminded: tuple[Hashable, ...] = (USUAL,) if reminders is None else reminders or (SILENT,)
        self.reminders.choose(self._reminded)

    def _reminders(self) -> tuple[int, ...] | None:
        """Return the chosen minutes, None for the shop's usual."""
        chosen = self.reminders.keys()
        return None if USUAL in chosen else tuple(sorted(key for key in chosen if isinstance(key, int)))

    def _settle_reminders(self, chosen: tuple[Hashable, ...]) -> None:
        """Let "as usual" and "no reminder" stand alone; with nothing chosen it is as usual."""
        alone = [key for key in (USUAL, SILENT) if key in chosen and key not in self._reminded]
        minutes = tuple(key for key in chosen if isinstance(key, int))
        self._reminded = tuple(alone) or minutes or (USUAL,)
        self.reminders.choose(self._reminded)

    def _make_completer(self) -> None:
        completer = QCompleter(self._titles, self.title)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.title.setCompleter(completer)
        self.kinds.chosen.connect(self._suggest)

    def _suggest(self, *_keys: object) -> None:
        """Suggest what one usually writes for the kind."""
        titles = usual_titles(self.kind())
        self._titles.setStringList(list(titles))
        self.title.setPlaceholderText(titles[0] if titles else _T("FollowUp", "What is to be done"))

    def _choose_owner(self, owner_id: int | None) -> None:
        place = self.owner.findData(owner_id)
        self.owner.setCurrentIndex(max(place, 0))


class _When(QWidget):
    """Day, time and length in a row; emits `changed`."""

    changed = Signal()

    def __init__(self, frame: Frame, day: date) -> None:
        super().__init__()
        named(self, "editor.when", _T("FollowUp", "Day and time"))
        self.day = DayField(frame.theme, "editor.day", _T("FollowUp", "Day"))
        self.time = TimeField("editor.time", _T("FollowUp", "Time"))
        self.length = named(QComboBox(), "editor.length", _T("FollowUp", "How long"))
        self.length.addItem(_T("FollowUp", "how long"), None)
        for minutes in LENGTHS:
            self.length.addItem(length_text(minutes), minutes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget, share in ((self.day, 3), (self.time, 2), (self.length, 2)):
            row.addWidget(widget, share)
        self.setFocusProxy(self.day)
        self.day.set_day(day)
        self.day.dateChanged.connect(self._tell)
        self.time.changed.connect(self._tell)

    def show_when(self, draft: FollowUpDraft) -> None:
        """Show day, time and length."""
        self.day.set_day(draft.day)
        self.time.set_time(draft.time)
        if draft.length is not None and self.length.findData(draft.length) < 0:
            self.length.addItem(length_text(draft.length), draft.length)
        self.length.setCurrentIndex(max(self.length.findData(draft.length), 0))
        self._fit()

    def take(self, day: date | None, moment: time | None) -> None:
        """Show a day and a time that were said elsewhere; no day leaves the one that is there."""
        if day is not None:
            self.day.set_day(day)
        self.time.set_time(moment)
        self._tell()

    def minutes(self) -> int | None:
        """Return the length in minutes; a whole day has none."""
        minutes = self.length.currentData()
        return int(minutes) if minutes is not None and self.length.isEnabled() else None

    def _tell(self, *_values: object) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self.length.setEnabled(bool(self.time.currentText().strip()))
