"""The import's window, beside the list and never in its way: read, show, choose, import, tell."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.exchange.protocol import ReadResult
from crm_desktop.services.define_fields import all_fields
from crm_desktop.services.import_customers import ImportResult
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.choose_file import choose_save
from crm_desktop.ui.dialogs.import_flow.columns_card import ColumnsCard
from crm_desktop.ui.dialogs.import_flow.counts_card import CountTiles, ErrorsCard
from crm_desktop.ui.dialogs.import_flow.found_card import FoundCard
from crm_desktop.ui.dialogs.import_flow.result_page import ResultPage
from crm_desktop.ui.dialogs.import_flow.session import ImportSession
from crm_desktop.ui.dialogs.import_flow.state import put
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.notices import announce
from crm_desktop.ui.page import Frame

PAUSE_MS = 350
"""After a change of the plan, wait this long for another one before counting anew."""


class Stage(StrEnum):
    """Where the import stands; each stage shows its own part of the window."""

    READING = "reading"
    PLAN = "plan"
    APPLYING = "applying"
    RESULT = "result"
    FAULT = "fault"


class ImportDialog(Sheet):
    """One file from choosing to the result."""

    def __init__(self, parent: QWidget, frame: Frame, shop: OpenShop, path: Path) -> None:
        title = _T("Import", "Import: {file}").format(file=path.name)
        super().__init__(parent, frame.theme, "importDialog", title, ems=84)
        self._frame = frame
        self._path = path
        self._workplace = shop.workplace
        self._read: ReadResult | None = None
        self._plan: ImportPlan | None = None
        self._counted: ImportResult | None = None
        self.stage = Stage.READING
        self.session = ImportSession(frame, shop, path)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self._build()
        self._listen()
        self._look()

    def done(self, result: int) -> None:
        """Close: what is running stops, and nothing is left behind."""
        if self.stage is Stage.APPLYING and not self.progress.button.isVisible():
            return  # the last moment of a transaction: it cannot be stopped any more
        self._pause.stop()
        self.session.close()
        super().done(result)

    def is_over(self) -> bool:
        """Say whether the import has been made."""
        return self.stage is Stage.RESULT

    # building

    def _build(self) -> None:
        self.progress = ProgressPanel("importProgress", self.session.cancel)
        self.plan_page = QWidget()
        column = QVBoxLayout(self.plan_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.found, self.tiles = FoundCard(), CountTiles(self.theme, done=False)
        self.state_line = text_label("", "importState", "muted")
        self.errors, self.columns = ErrorsCard(self.theme), ColumnsCard(self.theme)
        for widget in (self.found, self.tiles, self.state_line, self.errors, self.columns):
            column.addWidget(widget)
        self.errors.hide()
        self.result_page = ResultPage(self.theme, self._undo, self._choose_error_copy)
        for page in (self.progress, self.plan_page, self.result_page):
            self.body.addWidget(page)
        self.body.addStretch(1)
        self.close_button = self.add_verb("importClose", _T("Import", "Cancel"), self.reject)
        self.verb = self.add_verb("importVerb", _T("Import", "Import"), self._apply, "primary")

    def _listen(self) -> None:
        session = self.session
        session.looked.connect(self._looked)
        session.progressed.connect(self._progressed)
        session.counted.connect(self._show_counted)
        session.preparing.connect(self._show_preparing)
        session.writing.connect(self._show_writing)
        session.committing.connect(self._show_committing)
        session.imported.connect(self._show_imported)
        session.undone.connect(self._show_undone)
        session.saved.connect(self._open_error_copy)
        session.failed.connect(self._failed)
        self.found.reread.connect(self._look_again)
        self.found.treated.connect(self._treat)
        self.columns.moved.connect(self._move)
        self.destroyed.connect(session.close)  # the window may go without asking: its language was changed

    # reading

    def _look(self, sheet: str | None = None, encoding: str | None = None) -> None:
        self._turn(Stage.READING)
        self.progress.begin(_T("Import", "Looking into {file} …").format(file=self._path.name))
        self.session.look(sheet, encoding)

    def _look_again(self, sheet: str, encoding: str) -> None:
        self._look(sheet or None, encoding or None)

    def _looked(self, read: ReadResult) -> None:
        self._read, self._plan = read, read.plan
        self._frame.work.read(lambda: all_fields(self._workplace), self._show_file, group="import.fields")

    def _show_file(self, fields: list[CustomField]) -> None:
        if self._read is None or self._plan is None:
            return
        self.found.show_file(self._path, self._read)
        self.columns.show_file(self._read, [field.name for field in fields if field.active])
        self._turn(Stage.PLAN)
        self._count()

    # planning

    def _move(self, index: int, place: str) -> None:
        if self._plan is not None:
            self._change(put(self._plan, index, place))

    def _treat(self) -> None:
        if self._plan is not None:
            self._change(self.found.use_policy(self._plan))

    def _change(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.columns.show_plan(plan)
        self._show_counting()
        self._pause.start()

    def _count(self) -> None:
        if self._plan is not None:
            self._show_counting()
            self.session.count(self._plan)

    def _show_counting(self) -> None:
        self._counted = None
        self.say_fault("")
        self.tiles.show_result(None)
        self.state_line.setText(_T("Import", "Checking every row …"))
        self.verb.setEnabled(False)
        self.verb.setText(_T("Import", "Import"))

    def _progressed(self, done: int, total: int) -> None:
        if self.stage is Stage.PLAN:
            text = _T("Import", "Checking every row: {done} of {total}")
            self.state_line.setText(text.format(done=done, total=total))
        else:
            self.progress.show_progress(done, total)

    def _show_counted(self, result: ImportResult) -> None:
        self._counted = result
        self.tiles.show_result(result)
        self.errors.show_result(result)
        self.verb.setText(verb_text(result))
        self.verb.setEnabled(bool(result.created + result.updated))
        self.state_line.setText(state_sentence(result))
        if self.focusWidget() in (None, self.close_button):
            (self.verb if self.verb.isEnabled() else self.close_button).setFocus()
        announce(self.state_line, self.state_line.text())
        self.fit()

    # applying

    def _apply(self) -> None:
        self._turn(Stage.APPLYING)
        self.progress.begin(_T("Import", "Making a backup first …"))
        self.session.apply()

    def _show_preparing(self) -> None:
        self.progress.begin(_T("Import", "Working out what changes …"))

    def _show_writing(self) -> None:
        self.progress.begin(_T("Import", "Writing the customers …"))

    def _show_committing(self) -> None:
        self.progress.begin(_T("Import", "Making it permanent …"), can_stop=False)

    def _show_imported(self, result: ImportResult) -> None:
        self.result_page.show_result(result)
        self._turn(Stage.RESULT)
        announce(self, self.result_page.sentence.text())

    def _undo(self) -> None:
        self.result_page.undo_button.setEnabled(False)
        self.session.undo()

    def _show_undone(self) -> None:
        self.result_page.show_undone()

    # rows with errors

    def _choose_error_copy(self) -> None:
        name = _T("Import", "{file} – rows to mend.xlsx", "a file's name").format(file=self._path.stem)
        choose_save(
            self,
            _T("Import", "Where the copy goes"),
            _T("Import", "Excel workbook (*.xlsx)"),
            proposed=name,
            on_file=self._save_error_copy,
            memory=self._frame.memory,
            purpose="errors",
        )

    def _save_error_copy(self, target: Path) -> None:
        self.say_fault("")
        self.session.save_bad_rows(target)

    def _open_error_copy(self, target: Path, count: int) -> None:
        said = _T("Import", "%n row(s) to mend saved in {file}", None, count)
        self._frame.notices.toast(said.format(file=target.name))
        open_file(target)

    # faults

    def _failed(self, fault: Fault) -> None:
        stopped = fault.kind is FaultKind.CANCELLED
        if self.stage is Stage.READING:
            if stopped:
                self.reject()
                return
            self._turn(Stage.PLAN if self._read is not None else Stage.FAULT)
        elif self.stage is Stage.APPLYING:
            self._turn(Stage.PLAN)
        if self.stage is Stage.PLAN:
            self._show_state_after(fault)
        if not stopped:
            self.say_fault(sentence_for(fault))

    def _show_state_after(self, fault: Fault) -> None:
        if self._counted is not None:
            self._show_counted(self._counted)
        stopped = fault.kind is FaultKind.CANCELLED
        self.state_line.setText(_T("Import", "Stopped. Nothing was brought in.") if stopped else "")

    def _turn(self, stage: Stage) -> None:
        self.stage = stage
        self.say_fault("")
        self.progress.setVisible(stage in (Stage.READING, Stage.APPLYING))
        self.plan_page.setVisible(stage is Stage.PLAN)
        self.result_page.setVisible(stage is Stage.RESULT)
        self.verb.setVisible(stage is Stage.PLAN)
        self.close_button.setVisible(stage in (Stage.PLAN, Stage.RESULT, Stage.FAULT))
        ends = stage in (Stage.RESULT, Stage.FAULT)
        self.close_button.setText(_T("Import", "Close") if ends else _T("Import", "Cancel"))
        self.close_button.setFocus()
        self.fit(may_shrink=stage is Stage.RESULT)


def verb_text(result: ImportResult) -> str:
    """Return what the button does."""
    if result.created and result.updated:
        text = _T("Import", "Import {new} new, update {known}")
        return text.format(new=result.created, known=result.updated)
    if result.created:
        return _T("Import", "Import %n customer(s)", None, result.created)
    if result.updated:
        return _T("Import", "Update %n customer(s)", None, result.updated)
    return _T("Import", "Import")


def state_sentence(result: ImportResult) -> str:
    """Return whether there is anything to do."""
    if result.created + result.updated:
        return _T("Import", "A backup is made first, and the whole import can be taken back in one step.")
    if result.errors:
        return _T("Import", "No row can be brought in as it is. The list below says what is wrong.")
    return _T("Import", "There is nothing new in this file: the shop has all of it already.")


def open_file(path: Path) -> None:
    """Open a file with the program this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_import(
    parent: QWidget, frame: Frame, shop: OpenShop, path: Path, on_closed: Callable[[], object] | None = None
) -> ImportDialog:
    """Open the import of a file; the window behind it stays usable."""
    dialog = ImportDialog(parent, frame, shop, path)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if on_closed is not None:
        dialog.finished.connect(lambda _result: on_closed())
    dialog.show()
    return dialog
