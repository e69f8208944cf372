"""Numbers and addresses that are to be left alone: added, asked for and taken off by typing them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services import words
from crm_desktop.services.do_not_contact import is_listed, leave_alone, take_off
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.privacy.reading import Shown
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.wrapped import wrapped_label


class AloneCard(CardPanel):
    """A line to type into, and the list, in which no number can be read."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(_T("Privacy", "To be left alone"), "privacy.alone")
        self._frame, self._place = frame, workplace
        lead = _T(
            "Privacy",
            "Whoever has such a number refuses offers, also when it comes back by hand or in a file. It is kept as a "
            "code from which no number can be read.",
        )
        self.field = named(QLineEdit(), "privacy.alone.field", _T("Privacy", "Phone number or e-mail address"))
        self.field.setPlaceholderText(_T("Privacy", "Phone number or e-mail address"))
        self.field.returnPressed.connect(self._add)
        self.answer = wrapped_label("privacy.alone.answer", "muted")
        headings = [_T("Privacy", "Kind"), _T("Privacy", "Since")]
        self.list = RowList(
            frame.theme, "privacy.alone.list", _T("Privacy", "To be left alone"), headings, stretch=0, rows=4
        )
        self.list.say_when_empty(_T("Privacy", "Nobody is on the list."))
        self.body.addWidget(wrapped_label("privacy.alone.lead", "muted", lead))
        self.body.addWidget(self.field)
        self.body.addLayout(self._verbs())
        self.body.addWidget(self.answer)
        self.body.addWidget(self.list)
        self.answer.hide()

    def show_list(self, shown: Shown) -> None:
        """Show the list."""
        kinds = words.contact_words()
        self.list.clear()
        for one in shown.marked:
            self.list.add_row([kinds[one.kind], one.at.astimezone().date().isoformat()])

    def _verbs(self) -> FlowLayout:
        flow = FlowLayout(gap=8)
        for name, text, run in (
            ("add", _T("Privacy", "Leave alone"), self._add),
            ("ask", _T("Privacy", "Is it listed?"), self._ask),
            ("remove", _T("Privacy", "Take off"), self._remove),
        ):
            flow.addWidget(make_button(f"privacy.alone.{name}", text, run))
        return flow

    def _add(self) -> None:
        self._write(leave_alone, _T("Privacy", "It was on the list already."))

    def _remove(self) -> None:
        self._write(take_off, _T("Privacy", "It was not on the list."))

    def _write(self, job: Callable[[Workplace, str], ChangeSet], nothing: str) -> None:
        text, place = self.field.text(), self._place

        def written(changes: ChangeSet) -> None:
            self._say("" if changes.changed else nothing)
            self.field.clear()

        self._frame.work.write(lambda: job(place, text), written, self._refused)

    def _ask(self) -> None:
        text, place = self.field.text(), self._place
        self._frame.work.read(lambda: is_listed(place, text), self._answered, self._refused, group="privacy.listed")

    def _answered(self, listed: bool) -> None:
        self._say(_T("Privacy", "Yes, it is on the list.") if listed else _T("Privacy", "No, it is not on the list."))

    def _refused(self, fault: Fault) -> None:
        self._say(problem_text(fault) or sentence_for(fault))

    def _say(self, text: str) -> None:
        self.answer.setText(text)
        self.answer.setVisible(bool(text))
