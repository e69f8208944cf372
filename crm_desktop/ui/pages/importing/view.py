"""The import wizard: seven steps over one draft, back always possible, and straight to the check by one key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.import_customers import ImportResult
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import ColumnReport, FileLook, TabCounts
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.choose_file import choose_customers
from crm_desktop.ui.dialogs.confirm import confirm
from crm_desktop.ui.notices import announce
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.importing.clean_step import CleanStep
from crm_desktop.ui.pages.importing.columns_step import ColumnsStep
from crm_desktop.ui.pages.importing.dry_step import DryStep
from crm_desktop.ui.pages.importing.engine import Engine
from crm_desktop.ui.pages.importing.file_step import FileStep
from crm_desktop.ui.pages.importing.files import (
    on_clipboard,
    open_file,
    save_bad_rows_as,
    save_template_as,
)
from crm_desktop.ui.pages.importing.keys import WizardKey, WizardKeys
from crm_desktop.ui.pages.importing.kind_step import KindStep
from crm_desktop.ui.pages.importing.match_step import MatchStep
from crm_desktop.ui.pages.importing.page import Files, Scene
from crm_desktop.ui.pages.importing.result_step import ResultStep
from crm_desktop.ui.pages.importing.session import ImportSession
from crm_desktop.ui.pages.importing.shell import Shell
from crm_desktop.ui.pages.importing.standing import Standing, stage_of
from crm_desktop.ui.pages.importing.state import Draft, Step, step_after, step_before
from crm_desktop.ui.pages.importing.step_bar import step_title
from crm_desktop.ui.pages.importing.step_page import StepPage


class ImportView(PageView):
    """Opened with `Files`; without any it asks for one."""

    def __init__(self, frame: Frame, shop: OpenShop) -> None:
        super().__init__(frame)
        self._waiting: list[Path] = []
        self._wanted_step: Step | None = None
        self.source: ImportSource | None = None
        self.draft: Draft | None = None
        self.step = Step.FILE
        self.engine = Engine(shop)
        self.session = ImportSession(frame, self.engine)
        self._make_steps()
        self.shell = Shell(self, list(self.pages.values()))
        self.bar, self.foot = self.shell.bar, self.shell.foot
        self._listen()
        self._keys = WizardKeys(self, self)
        self._turn(Step.FILE)

    # what the window asks

    def open(self, argument: object) -> None:
        """Take files; what is under way is finished first."""
        if isinstance(argument, Files):
            self._waiting += argument.take()
            if not self.is_busy():
                self._begin_next()
            self._show_standing()
        elif isinstance(argument, Scene):
            self.begin(argument.source)
            self._wanted_step = argument.step

    def is_ready(self) -> bool:
        """Say whether the step that was asked for is shown."""
        return self._wanted_step is None and not self.session.is_running()

    def choose(self) -> None:
        """Ask for a file, unless an import is under way."""
        if not self.is_busy() or self.file.trouble.isVisible():
            choose_customers(self, self.frame.memory, self._chosen)

    def _chosen(self, path: Path) -> None:
        self.begin(ImportSource(path=path))

    def is_busy(self) -> bool:
        """Say whether an import is under way that a new file would push aside."""
        return self.source is not None and not self.result.is_over()

    def end(self) -> None:
        """Stop what runs and wait for it: the window closes."""
        self.session.end()

    def focus_first(self) -> None:
        """Put the keyboard where work on this step begins."""
        self.pages[self.step].focus_first()

    def save_state(self) -> dict[str, object]:
        """Return the import under way; one that is being written is told by the window itself."""
        if self.source is None or self.session.is_writing() or self.result.is_over():
            return {"waiting": list(self._waiting)}
        return {"source": self.source, "draft": self.draft, "step": self.step, "waiting": list(self._waiting)}

    def restore_state(self, state: dict[str, object]) -> None:
        """Go on where the window before was."""
        waiting, source, draft, step = (state.get(key) for key in ("waiting", "source", "draft", "step"))
        self._waiting = list(waiting) if isinstance(waiting, list) else []
        if isinstance(source, ImportSource) and isinstance(draft, Draft) and isinstance(step, Step):
            self.source = source
            self._take_draft(draft)
            self.go(step if step is not Step.RESULT else Step.DRY_RUN)
        elif isinstance(source, ImportSource):
            self.begin(source)

    # one import

    def begin(self, source: ImportSource) -> None:
        """Look into a file."""
        from crm_desktop.services.import_wizard import FileChoices

        self.session.close()
        self._forget()
        self.source = source
        self.file.choices = FileChoices()
        self._look()

    def go(self, step: Step) -> None:
        """Show a step; the check reads the file where that was not done for this plan."""
        if self.draft is None or (step is Step.RESULT and not self.result.is_over()):
            return
        if self.session.is_running():
            self.session.abandon()
            self.clean.forget_unfinished()
        self._take_draft(self.draft.at(step))
        if step is Step.CLEAN:
            self.clean.show_draft(self.draft)
        if step is Step.DRY_RUN:
            self.dry.show_checking()
            self.session.dry_run(self.draft.source, self.draft.plan)
        self._turn(step)

    def leave(self) -> None:
        """Drop the import; nothing was written. The next file that waits comes in its place."""
        self.session.close()
        self._forget()
        if self._waiting:
            self._begin_next()
        else:
            self._turn(Step.FILE)
            self.frame.navigator.back()

    def ask_leave(self) -> None:
        """Drop the import, after a question where decisions would be lost."""
        if self.session.is_writing():
            return
        touched = self.draft is not None and self.draft.is_touched() and not self.result.is_over()
        if touched:
            question = _T("Wizard", "Leave this import? What you chose for it is lost; nothing has been written.")
            confirm(self, question, _T("Wizard", "Leave"), self.leave)
        else:
            self.leave()

    # building

    def _make_steps(self) -> None:
        cancel = self.session.cancel
        self.file = FileStep(self.frame, cancel)
        self.kind = KindStep(self.frame)
        self.columns = ColumnsStep(self.frame, self.engine)
        self.clean = CleanStep(self.frame, cancel)
        self.match = MatchStep(self.frame, self.engine)
        self.dry = DryStep(self.frame, self.session, cancel)
        self.result = ResultStep(self.frame, cancel)
        made: Sequence[StepPage] = (
            self.file, self.kind, self.columns, self.clean, self.match, self.dry, self.result,
        )  # fmt: skip
        self.pages = {page.step: page for page in made}

    def _listen(self) -> None:
        session = self.session
        session.looked.connect(self._looked)
        session.progressed.connect(self._progressed)
        session.cleaned.connect(self._cleaned)
        session.counted.connect(self._counted)
        session.edited.connect(self._edited)
        session.preparing.connect(self.result.show_preparing)
        session.writing.connect(self.result.show_writing)
        session.committing.connect(self.result.show_committing)
        session.imported.connect(self._imported)
        session.undone.connect(self.result.show_undone)
        session.saved.connect(self._bad_rows_saved)
        session.failed.connect(self._failed)
        self.bar.wanted.connect(self._step_wanted)
        self.foot.cancelled.connect(self.ask_leave)
        self.foot.went_back.connect(self.back)
        self.foot.skipped.connect(self._skip)
        self.foot.went_on.connect(self.forward)
        self.foot.accepted.connect(self._primary)
        self.file.choose_wanted.connect(self.choose)
        self.file.paste_wanted.connect(self.paste)
        self.file.template_wanted.connect(self._save_first_template)
        self.file.history_wanted.connect(self._show_history)
        self.file.columns_wanted.connect(self._to_columns)
        self.file.reread.connect(self._reread)
        self.file.password_given.connect(self._use_password)
        self.kind.template_wanted.connect(self._save_template)
        self.kind.kind_wanted.connect(self._take_for)
        self.clean.report_wanted.connect(self._report)
        self.dry.run_wanted.connect(self.run)
        self.result.undo_wanted.connect(session.undo)
        self.result.bad_rows_wanted.connect(self._save_bad_rows)
        self.result.rest_wanted.connect(self._import_rest)
        self.result.done_wanted.connect(self._done)
        self.result.another_wanted.connect(self._another)
        for page in self.pages.values():
            page.changed.connect(self._changed)
        self.destroyed.connect(session.close)  # the window may go without asking: its language was changed

    # going

    def back(self) -> None:
        """Go to the step before."""
        before = step_before(self.step)
        if before is not None and not self.result.is_over():
            self.go(before)

    def forward(self) -> None:
        """Go to the next step."""
        after = step_after(self.step)
        if after is Step.RESULT:
            self._primary()
        elif after is not None:
            self.go(after)

    def run(self) -> None:
        """Make the import."""
        if self.dry.can_run():
            self.result.show_backup()
            self._turn(Step.RESULT)
            self.session.apply()

    def takes(self, key: WizardKey) -> bool:
        """Say whether a key of the page's own means something on this step."""
        if key is WizardKey.BACK:
            return self.foot.back.isVisible()
        if key is WizardKey.ON:
            return self.draft is not None and self.step not in (Step.DRY_RUN, Step.RESULT)
        return self.step is Step.FILE and self.file.is_starting()

    def take(self, key: WizardKey) -> None:
        """Do what a key of the page's own means."""
        {WizardKey.BACK: self.back, WizardKey.ON: self.forward, WizardKey.PASTE: self.paste}[key]()

    def paste(self) -> None:
        """Take the table on the clipboard."""
        files, text = on_clipboard()
        if files:
            self.open(Files(files))
        elif text.strip():
            self.begin(ImportSource(text=text))
        else:
            self.shell.say_fault(_T("Wizard", "There is no table on the clipboard. Copy cells in Excel or WPS first."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, out with Esc."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            focused.click()
        elif self.step is Step.FILE and self.file.trouble.isVisible() and self.file.trouble.is_asking():
            self.file.trouble.open.click()
        elif self.foot.primary.isVisible() and self.foot.primary.isEnabled():
            self.foot.primary.click()
        elif self.step is Step.FILE and self.file.is_starting():
            self.choose()

    def _escape(self) -> None:
        if self.session.is_running() and self.step in (Step.FILE, Step.DRY_RUN, Step.RESULT, Step.CLEAN):
            self.session.cancel()
        elif self.source is None:
            self.frame.navigator.back()
        else:
            self.ask_leave()

    def _primary(self) -> None:
        own = self.pages[self.step].primary()
        if own is not None:
            own[1]()
        elif self.step is Step.FILE:
            self._skip()
        else:
            self.forward()

    def _skip(self) -> None:
        self.go(Step.DRY_RUN)

    def _to_columns(self) -> None:
        self.go(Step.COLUMNS)

    def _step_wanted(self, step: Step) -> None:
        self.go(step)
        self._show_standing()

    def _turn(self, step: Step) -> None:
        self.step = step
        self.shell.say_fault("")
        self.shell.stack.setCurrentWidget(self.pages[step])
        self._show_standing()
        self.pages[step].focus_first()
        announce(self, step_title(step))

    def _show_standing(self) -> None:
        over = self.result.is_over()
        stage = stage_of(self.step, self.draft, has_source=self.source is not None, is_over=over)
        can_run, waiting = self.dry.can_run(), len(self._waiting)
        self.shell.show_standing(Standing(self.step, self.draft, stage, can_run, waiting))

    # reading

    def _look(self, *, force: bool = False) -> None:
        if self.source is None:
            return
        self.draft = None
        self.file.show_reading(self.source.name)
        self._turn(Step.FILE)
        self.session.look(self.source, self.file.choices, force=force)

    def _reread(self, force: bool) -> None:
        self._look(force=force)

    def _take_for(self, kind: str) -> None:
        """Read the file as another kind, whose columns are others, and come back to where that was said."""
        self._wanted_step = Step.KIND
        self.file.ask_again(force=True, kind=kind)

    def _use_password(self, password: str) -> None:
        if self.source is not None:
            self.source = ImportSource(path=self.source.path, text=self.source.text, password=password)
            self._look()

    def _looked(self, look: FileLook, own_fields: tuple[str, ...]) -> None:
        if self.source is not None:
            self.clean.forget()
            self._take_draft(Draft(self.source, look, look.plan, own_fields=own_fields))
            self._turn(Step.FILE)
            if self._wanted_step is not None:
                step, self._wanted_step = self._wanted_step, None
                self.go(step)

    def _take_draft(self, draft: Draft) -> None:
        self.draft = draft
        for page in (self.file, self.kind, self.columns, self.match, self.dry):
            page.show_draft(draft)

    def _changed(self, draft: Draft) -> None:
        self.draft = draft
        for page in (self.file, self.columns, self.match):
            if page.step is not self.step:
                page.show_draft(draft)
        self._show_standing()

    # cleaning and checking

    def _report(self) -> None:
        draft = self.clean.draft
        if draft is not None:
            self.session.clean(draft.source, draft.plan)

    def _cleaned(self, reports: Sequence[ColumnReport]) -> None:
        self.clean.show_reports(reports)
        self._show_standing()
        if self.step is Step.CLEAN and not self.clean.is_at_work():
            self.clean.focus_first()

    def _counted(self, counts: TabCounts) -> None:
        self.dry.show_counts(counts)
        self._keep_plan()
        self._show_standing()
        self.dry.focus_first()
        announce(self, self.dry.lead.text())

    def _edited(self, counts: TabCounts) -> None:
        self.dry.show_edited(counts)
        self._keep_plan()
        self._show_standing()

    def _keep_plan(self) -> None:
        staged = self.session.staged
        if staged is not None and self.draft is not None:
            self.draft = self.draft.with_rows_of(staged.plan)

    def _progressed(self, done: int, total: int) -> None:
        self.pages[self.step].show_progress(done, total)

    # writing and after

    def _imported(self, result: ImportResult) -> None:
        self.result.show_result(result)
        self._turn(Step.RESULT)

    def _save_bad_rows(self) -> None:
        if self.source is not None:
            save_bad_rows_as(self, self.frame, self.source.name, self.session.save_bad_rows)

    def _bad_rows_saved(self, target: Path, count: int) -> None:
        said = _T("Import", "%n row(s) to mend saved in {file}", None, count)
        self.frame.notices.toast(said.format(file=target.name))
        open_file(target)

    def _import_rest(self) -> None:
        plan, draft = self.session.rest(), self.draft
        if plan is not None and draft is not None:
            self.session.drop_staged()
            self.result.result = None
            self._take_draft(draft.with_plan(plan))
            self.go(Step.DRY_RUN)

    def _done(self) -> None:
        waiting = bool(self._waiting)
        self.session.close()
        self._forget()
        if waiting:
            self._begin_next()
        else:
            self._turn(Step.FILE)
            self.frame.navigator.open("customers")

    def _another(self) -> None:
        self.session.close()
        self._forget()
        self._turn(Step.FILE)
        if self._waiting:
            self._begin_next()
        else:
            self.choose()

    def _begin_next(self) -> None:
        if self._waiting:
            self.begin(ImportSource(path=self._waiting.pop(0)))

    def _forget(self) -> None:
        self.source = self.draft = None
        self.result.result = None
        self.dry.counts = None
        self.clean.forget()
        self.file.show_start()

    def _save_first_template(self) -> None:
        self._save_template(next(iter(self.kind.buttons)))

    def _save_template(self, kind: str) -> None:
        save_template_as(self, self.frame, self.engine, kind)

    def _show_history(self) -> None:
        self.frame.navigator.open("imports")

    # faults

    def _failed(self, fault: Fault) -> None:
        stopped = fault.kind is FaultKind.CANCELLED
        if self.step is Step.FILE:
            self._reading_failed(fault, stopped=stopped)
        elif self.step is Step.CLEAN:
            self.clean.forget()
            self.go(Step.COLUMNS)
        elif self.step is Step.DRY_RUN and not self.dry.is_ready():
            self.go(Step.MATCH if self.draft and Step.MATCH in self.draft.visited else Step.FILE)
        elif self.step is Step.RESULT and not self.result.is_over():
            self._turn(Step.DRY_RUN)
        if (not stopped and self.step is not Step.FILE) or (not stopped and self.draft is not None):
            self.shell.say_fault(sentence_for(fault))
        elif stopped and self.draft is not None:
            announce(self, _T("Import", "Stopped. Nothing was brought in."))

    def _reading_failed(self, fault: Fault, *, stopped: bool) -> None:
        if stopped:
            self.leave()
        elif self.source is not None:
            self.file.show_fault(fault, self.source.name)
            self._show_standing()
            self.file.focus_first()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Leave what is shown: the check compares again when it is asked for."""
