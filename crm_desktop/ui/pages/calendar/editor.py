"""The editor of a follow-up, for a new one and to change one; used by the calendar, the page of today and the record.

    plan(window, frame, workplace, FollowUpDraft("", today, customer_id=7))
    change(window, frame, workplace, key)

Both return at once; what is saved comes to the pages as every change does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import FollowUp, FollowUpDraft, FollowUpKey, Scope
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.quick_dates import QuickDate
from crm_desktop.services.change_follow_up import change_follow_up, remove_follow_up
from crm_desktop.services.change_people import all_people
from crm_desktop.services.follow_up_kinds import KindShown, kinds
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.problems import problem_text
from crm_desktop.services.read_follow_up import read_follow_up
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.confirm import confirm
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.draft_form import DraftForm
from crm_desktop.ui.pages.calendar.kind_look import KindLooks
from crm_desktop.ui.pages.calendar.quick_line import QuickLine
from crm_desktop.ui.pages.calendar.repeat_form import RepeatForm
from crm_desktop.ui.pages.calendar.scope_dialog import ask_scope


@dataclass(frozen=True)
class _Offers:
    """What the fields choose from."""

    kinds: list[KindShown]
    people: list[Person]


class FollowUpEditor(Sheet):
    """Emits `saved` once the follow-up is kept; Ctrl+Enter saves, Esc asks only where something was typed."""

    saved = Signal()

    def __init__(
        self,
        parent: QWidget,
        frame: Frame,
        workplace: Workplace,
        draft: FollowUpDraft,
        key: FollowUpKey | None = None,
    ) -> None:
        title = _T("FollowUp", "New follow-up") if key is None else _T("FollowUp", "Change the follow-up")
        super().__init__(parent, frame.theme, "followUpEditor", title, ems=84)
        self._frame, self._workplace, self._key = frame, workplace, key
        self._given = draft
        self.form = DraftForm(frame, workplace, draft)
        self.repeat = RepeatForm(frame, workplace)
        self.quick = QuickLine(frame, workplace)
        self._assemble_form()
        self._listen()
        self._add_verbs()
        self.repeat.show_repeat(draft.repeat, draft.day, draft.time, is_there=self._key is not None)
        self._before = self._typed()
        frame.work.read(self._read_offers, self._show_offers, group="editor.offers")
        QTimer.singleShot(0, self, self._begin)

    def draft(self) -> FollowUpDraft | None:
        """Return what was entered; None, with the reason beside its field, where it cannot be kept."""
        self._clear_problems()
        try:
            draft = self.form.draft()
        except ValueError:
            said = _T("FollowUp", "This is no time: write 15:00 or 3pm, or nothing for the whole day.")
            self._refuse_field(self.form.when, said, self.form.when.time)
            return None
        if not draft.title and draft.customer_id is None:
            said = _T("FollowUp", "Say what is to be done, or for whom.")
            self._refuse_field(self.form.title, said, self.form.title)
            return None
        if (problem := self.repeat.problem()) is not None:
            self.repeat.show_problem(problem)
            return None
        title = draft.title or KindLooks().of(draft.kind).word
        return replace(draft, title=title, repeat=self.repeat.repeat())

    def save(self) -> None:
        """Keep the follow-up; a change of one in a series asks how far it reaches."""
        draft = self.draft() if self._save.isEnabled() else None
        if draft is None:
            return
        if self._key is None:
            place = self._workplace
            self._write(lambda: plan_follow_up(place, draft).changes)
        elif self._given.repeat is None:
            self._change(draft, Scope.THIS)
        else:
            question = _T("FollowUp", "Change a follow-up that repeats")
            scopes = (Scope.LATER, Scope.ALL) if draft.repeat != self._given.repeat else tuple(Scope)
            ask_scope(self, self.theme, question, lambda scope: self._change(draft, scope), scopes)

    def reject(self) -> None:
        """Leave; where something was typed, ask before."""
        if self._typed() == self._before and not self.quick.text().strip():
            super().reject()
            return
        confirm(self, _T("FollowUp", "Leave without saving?"), _T("FollowUp", "Leave"), super().reject)

    # building

    def _assemble_form(self) -> None:
        if self._key is None:
            self.body.addWidget(self.quick)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.form.what)
        self.form.what.add(_T("FollowUp", "Repeats"), self.repeat)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.form.how)
        right.addStretch(1)
        self.add_sides(left, right, (6, 5))
        self.body.addStretch(1)

    def _add_verbs(self) -> None:
        if self._key is not None:
            self.add_verb("editor.remove", _T("FollowUp", "Remove"), self._remove, "quiet", at_left=True)
        self.add_verb("editor.cancel", _T("FollowUp", "Cancel"), self.reject, "quiet")
        self._save = self.add_verb("editor.save", _T("FollowUp", "Save"), self.save, "primary")
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self._save.setToolTip(_T("FollowUp", "Save  {keys}").format(keys=keys))

    def _listen(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.form.when.changed.connect(self._day_changed)
        self.repeat.resized.connect(self.fit)
        self.quick.understood.connect(self._take_quick)

    def _begin(self) -> None:
        """Put the keyboard where one begins to type."""
        (self.quick if self._key is None else self.form.title).setFocus()

    # filling

    def _read_offers(self) -> _Offers:
        return _Offers(kinds(self._workplace), all_people(self._workplace))

    def _show_offers(self, offers: _Offers) -> None:
        touched = self._typed() != self._before
        self.form.show_kinds(KindLooks(offers.kinds), self.form.kind())
        self.form.show_people(offers.people, self._workplace.person_id)
        if not touched:
            self._before = self._typed()
        self.fit()

    def _take_quick(self, found: QuickDate) -> None:
        """Fill day, time and title with what the quick line means; what it does not say stays."""
        if found.day is not None or found.time is not None:
            self.form.when.take(found.day, found.time)
        self.form.title.setText(found.rest)

    def _day_changed(self) -> None:
        try:
            moment = self.form.when.time.moment()
        except ValueError:
            moment = None
        self.repeat.set_start(self.form.when.day.day(), moment)

    # saving

    def _change(self, draft: FollowUpDraft, scope: Scope) -> None:
        key, place = self._key, self._workplace
        if key is not None:
            self._write(lambda: change_follow_up(place, key, draft, scope))

    def _remove(self) -> None:
        if self._given.repeat is None:
            self._remove_in(Scope.THIS)
        else:
            ask_scope(self, self.theme, _T("FollowUp", "Remove a follow-up that repeats"), self._remove_in)

    def _remove_in(self, scope: Scope) -> None:
        key, place = self._key, self._workplace
        if key is not None:
            self._write(lambda: remove_follow_up(place, key, scope))

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self._save.setEnabled(False)
        self._frame.work.write(job, self._written, self._refused)

    def _written(self, _changes: ChangeSet) -> None:
        self.saved.emit()
        self.accept()

    def _refused(self, fault: Fault) -> None:
        from crm_desktop.services.sentences import sentence_for

        self._save.setEnabled(True)
        self.say_fault(problem_text(fault) or sentence_for(fault))

    # validation

    def _clear_problems(self) -> None:
        self.say_fault("")
        for field in (self.form.when, self.form.title):
            self.form.what.set_problem(field, "")
        self.repeat.show_problem("")

    def _refuse_field(self, field: QWidget, said: str, focus: QWidget) -> None:
        self.form.what.set_problem(field, said)
        focus.setFocus()
        self.fit()

    def _typed(self) -> object:
        """Return all that is entered, to compare; a time that cannot be read is itself."""
        try:
            draft: object = self.form.draft()
        except ValueError:
            draft = self.form.when.time.currentText()
        return draft, self.repeat.state(), self.form.title.text()


def plan(
    parent: QWidget,
    frame: Frame,
    workplace: Workplace,
    draft: FollowUpDraft,
    on_saved: Callable[[], object] | None = None,
) -> FollowUpEditor:
    """Open the editor for a new follow-up, with what is known already."""
    return _open(FollowUpEditor(parent, frame, workplace, draft), on_saved)


def change(
    parent: QWidget,
    frame: Frame,
    workplace: Workplace,
    key: FollowUpKey,
    on_saved: Callable[[], object] | None = None,
) -> None:
    """Open the editor for an entry of the calendar, once it is read."""

    def show(found: FollowUp) -> None:
        _open(FollowUpEditor(parent, frame, workplace, found.draft, found.key), on_saved)

    frame.work.read(lambda: read_follow_up(workplace, key), show, group="editor.open")


def _open(editor: FollowUpEditor, on_saved: Callable[[], object] | None) -> FollowUpEditor:
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if on_saved is not None:
        editor.saved.connect(on_saved)
    editor.open()
    return editor
