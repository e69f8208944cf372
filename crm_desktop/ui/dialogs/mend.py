"""Getting a damaged shop back: what happened, what will be done, how far it is, and what came back and what did not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.mend_database import NAMED, Mended, MendPlan, Step
from crm_desktop.services.mend_words import plan_sentences, result_sentences, step_words
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.way_back import WayBack
from crm_desktop.ui.dialogs.crash import show_crash
from crm_desktop.ui.dialogs.restore_backup import moment_text
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.notices import announce
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

_PARTS = 1_000
"""Steps of the bar: the number of the step and, inside it, how far that is."""


class MendDialog(Sheet):
    """One road from the damage to the open shop; nothing is touched before the verb is pressed."""

    def __init__(self, parent: QWidget | None, theme: Theme, way: WayBack, on_mended: Callable[[], object]) -> None:
        super().__init__(parent, theme, "mendDialog", _T("Mend", "Get the shop back"), ems=60)
        self._way = way
        self._on_mended = on_mended
        self._job: LongJob | None = None
        self._step = Step.FIND
        self._is_done = False
        happened = _T(
            "Mend",
            "Part of the customer book can no longer be read: a failing disk, a power cut or another program damaged "
            "the file. Nothing wrong is ever shown; the damaged part is simply not there.",
        )
        self.say_lead(happened)
        self.text = text_label("", "mendText")
        self.body.addWidget(self.text)
        self._names = RowList(
            theme, "mendNames", _T("Mend", "Who came back"), [_T("Mend", "Who came back")], stretch=0, rows=6
        )
        self._names.hide()
        self.body.addWidget(self._names)
        self._doing = text_label("", "mendDoing", "muted")
        self.body.addWidget(self._doing)
        self._bar = named(QProgressBar(), "mendProgress", _T("Mend", "Getting the shop back …"))
        self._bar.setTextVisible(False)
        self.body.addWidget(self._bar)
        self.body.addStretch(1)
        self._cancel = self.add_verb("mendCancel", _T("Mend", "Leave as it is"), self.reject)
        self._verb = self.add_verb("mendVerb", _T("Mend", "Get the shop back"), self._go_on, "primary")
        self._plan()

    def reject(self) -> None:
        """Close, unless something is running."""
        if self._is_done:
            self._go_on()
        elif self._job is None:
            super().reject()

    # the plan

    def _plan(self) -> None:
        self._run(lambda _progress: self._way.mend_plan(), self._planned)

    def _planned(self, plan: MendPlan) -> None:
        self._say([*plan_sentences(plan, moment_text)])
        if plan.is_sound:
            self._finish()

    # mending

    def _go_on(self) -> None:
        if self._is_done:
            self.accept()
            self._on_mended()
        else:
            self._run(self._mend, self._mended)

    def _mend(self, progress: Progress) -> Mended:
        def tell(step: Step, done: int, of: int) -> None:
            self._step = step
            progress.report(done, of)

        return self._way.mend(tell)

    def _mended(self, mended: Mended) -> None:
        self.heading.setText(_T("Mend", "The shop is back"))
        self.say_lead("")
        self._say(result_sentences(mended))
        for name in mended.names:
            self._names.add_row([name])
        more = mended.customers - len(mended.names)
        if more > 0 and len(mended.names) == NAMED:
            self._names.add_row([_T("Mend", "and %n more", None, more)])
        self._names.setVisible(bool(mended.names))
        self._finish()

    def _finish(self) -> None:
        self._is_done = True
        self._cancel.hide()
        self._verb.setText(_T("Mend", "Open the customer book"))
        self._verb.setFocus()
        self.fit()

    # one job at a time

    def _run(self, job: Callable[[Progress], object], then: Callable[..., object]) -> None:
        self.say_fault("")
        self._set_running(True)
        self._step = Step.FIND
        self._show_progress(0, 0)
        running = LongJob(job)
        running.progressed.connect(self._show_progress)
        running.failed.connect(self._refused)
        running.crashed.connect(self._crashed)

        def done(result: object) -> None:
            self._job = None
            self._set_running(False)
            then(result)

        running.done.connect(done)
        self._job = running
        running.start()

    def _show_progress(self, done: int, of: int) -> None:
        self._doing.setText(step_words(self._step))
        step = list(Step).index(self._step)
        inside = done * _PARTS // of if of else 0
        self._bar.setRange(0, len(Step) * _PARTS if step else 0)
        self._bar.setValue(step * _PARTS + inside)

    def _refused(self, fault: Fault) -> None:
        self._job = None
        self._set_running(False)
        self.say_fault(sentence_for(fault))

    def _crashed(self, error: BaseException) -> None:
        self._job = None
        self._set_running(False)
        show_crash(self, error, self._way.places.data.logs)

    def _set_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        self._doing.setVisible(running)
        for widget in (self._verb, self._cancel):
            widget.setEnabled(not running)
        self.fit()

    def _say(self, sentences: list[str]) -> None:
        self.text.setText("\n\n".join(sentences))
        announce(self, " ".join(sentences))
        self._verb.setFocus()
        self.fit()


def mend_before_start(parent: QWidget, theme: Theme, way: WayBack, on_mended: Callable[[], object]) -> MendDialog:
    """Open the dialog while no shop is open."""
    dialog = MendDialog(parent, theme, way, on_mended)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
