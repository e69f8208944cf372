"""Restoring: choose a backup, read what will happen, press the verb; the shop is opened anew afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.services.backup_words import reason_words
from crm_desktop.services.list_backups import BackupEntry, backup_at, backups_under
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.preview_restore import RestorePreview, preview_restore
from crm_desktop.services.restore_open_shop import restore_open_shop
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.way_back import WayBack
from crm_desktop.ui.dialogs.choose_file import choose_folder, choose_open
from crm_desktop.ui.dialogs.code_field import code_field
from crm_desktop.ui.dialogs.crash import show_crash
from crm_desktop.ui.dialogs.restore_preview import Preview, PreviewPanel
from crm_desktop.ui.dialogs.sheet import Sheet, make_button, text_label
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

Run = Callable[[Callable[[], object], Callable[[object], None], Callable[[Fault], None]], object]
"""Does a job away from the GUI thread and calls one of the two with what came of it, on the GUI thread."""


@dataclass(frozen=True)
class RestorePlan:
    """How a restore is done here: the job for a backup and a typed code, who runs it, what follows.

    `preview` says what it would change.
    """

    job: Callable[[Path, str | None], object]
    run: Run
    on_restored: Callable[[], object]
    preview: Preview


@dataclass(frozen=True)
class _Mistake:
    """A mistake of ours in the job."""

    error: Exception


class RestoreDialog(Sheet):
    """Shows the backups of a folder; nothing is touched before the verb is pressed and the backup proved."""

    def __init__(self, parent: QWidget | None, theme: Theme, entries: Sequence[BackupEntry], plan: RestorePlan) -> None:
        title = _T("Restore", "Restore a backup")
        super().__init__(parent, theme, "restoreDialog", title, ems=76)
        self._plan = plan
        self._entries = list(entries)
        self.say_lead(
            _T(
                "Restore",
                "The customer book goes back to what it was when the backup was made. What you have now is kept "
                "beside it first, so that you can return to it.",
            )
        )
        self.list = self._make_list()
        self.body.addWidget(self.list)
        elsewhere = FlowLayout(gap=8)
        elsewhere.addWidget(make_button("restoreFolder", _T("Restore", "Look in a folder …"), self._browse_folder))
        elsewhere.addWidget(make_button("restoreBrowse", _T("Restore", "Choose a file …"), self._browse))
        self.body.addLayout(elsewhere)
        self.consequence = text_label("", "restoreConsequence")
        self.body.addWidget(self.consequence)
        self.preview = PreviewPanel(theme, plan.preview, self.fit)
        self.body.addWidget(self.preview)
        self.body.addWidget(self._code_form())
        self._bar = named(QProgressBar(), "restoreProgress", _T("Restore", "Restoring …"))
        self._bar.setMaximum(0)
        self._bar.hide()
        self.body.addWidget(self._bar)
        self.body.addStretch(1)
        self._cancel = self.add_verb("restoreCancel", _T("Restore", "Leave as it is"), self.reject)
        self._verb = self.add_verb("restoreVerb", _T("Restore", "Restore"), self._restore, "primary")
        self._fill()

    def chosen(self) -> BackupEntry | None:
        """Return the backup that is marked."""
        row = self.list.current_row()
        return self._entries[row] if row >= 0 else None

    def choose(self, path: Path) -> None:
        """Mark a backup of the list."""
        row = next((row for row, entry in enumerate(self._entries) if entry.path == path), None)
        if row is not None:
            self.list.choose_row(row)

    def reject(self) -> None:
        """Close, unless a restore is running."""
        if self._bar.isHidden():
            self.preview.end()
            super().reject()

    def _make_list(self) -> RowList:
        headings = [_T("Restore", "Made"), _T("Restore", "Customers"), _T("Restore", "Why"), _T("Restore", "Size")]
        rows = RowList(self.theme, "restoreList", _T("Restore", "Backups"), headings, stretch=2, rows=6)
        rows.currentItemChanged.connect(self._explain)
        rows.itemActivated.connect(lambda *_: self._verb.setFocus())
        return rows

    def _code_form(self) -> FormGrid:
        self._form = FormGrid("restoreForm")
        said = _T("Restore", "Recovery code of that backup")
        self.code = code_field("restoreCode", said)
        self._form.add(said, self.code)
        self._form.hide()
        return self._form

    def _fill(self) -> None:
        self.list.clear()
        for entry in self._entries:
            item = self.list.add_row(_cells(entry))
            item.setToolTip(0, str(entry.path))
            for column in (1, 3):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.choose_row(0)
        self.list.setFocus()
        self._explain()

    def _explain(self) -> None:
        entry = self.chosen()
        self._verb.setEnabled(entry is not None)
        self.preview.ask(entry.path if entry else None, self._typed_code())
        self.consequence.setText(consequence(entry))

    def _browse(self) -> None:
        kinds = _T("Restore", "Backups (*.db);;All files (*)")
        choose_open(self, _T("Restore", "Choose a backup"), kinds, self._take_file, purpose="backup")

    def _browse_folder(self) -> None:
        choose_folder(self, _T("Restore", "Choose the folder with the backups"), self.take_folder)

    def take_folder(self, folder: Path) -> None:
        """Show the backups of a folder, such as that of a stick, in the place of those shown."""
        entries = backups_under(folder)
        if not entries:
            self.say_fault(_T("Restore", "There is no backup in {folder}.").format(folder=folder))
            return
        self.say_fault("")
        self._entries = entries
        self._fill()

    def _take_file(self, path: Path) -> None:
        try:
            entry = backup_at(path)
        except Fault as fault:
            self.say_fault(sentence_for(fault))
            return
        self.say_fault("")
        self._entries = [entry, *(other for other in self._entries if other.path != path)]
        self._fill()

    def _restore(self) -> None:
        entry = self.chosen()
        if entry is None:
            return
        code = self._typed_code()
        self.preview.end()
        self.say_fault("")
        self._set_running(True)
        self._plan.run(lambda: self._plan.job(entry.path, code), self._restored, self._refused)

    def _typed_code(self) -> str | None:
        return self.code.text().strip() or None if self._form.isVisible() else None

    def _restored(self, _result: object) -> None:
        self._set_running(False)
        self.accept()
        self._plan.on_restored()

    def _refused(self, fault: Fault) -> None:
        self._set_running(False)
        if fault.kind in (FaultKind.KEY_MISSING, FaultKind.CODE_WRONG) and fault.values.get("header", True):
            self._form.show()
            self.code.setFocus()
        self.say_fault(sentence_for(fault))

    def give_up(self) -> None:
        """Let the user press again: a mistake of ours ended it."""
        self._set_running(False)

    def _set_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        for widget in (self._verb, self._cancel, self.list, self.code):
            widget.setEnabled(not running)


def consequence(entry: BackupEntry | None) -> str:
    """Return what restoring this backup will do."""
    if entry is None:
        return _T("Restore", "There is no backup here yet. Choose a file from another disk or a USB stick.")
    if entry.made_at is None or entry.customers is None:
        return _T("Restore", "The customer book becomes what is in the file {file}.").format(file=entry.path.name)
    text = _T(
        "Restore",
        "The customer book goes back to {moment}, with %n customer(s). What was entered after that is not in it.",
        None,
        entry.customers,
    )
    return text.format(moment=moment_text(entry.made_at))


def moment_text(moment: datetime) -> str:
    """Return day and time as people here write them."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _cells(entry: BackupEntry) -> list[str]:
    made = moment_text(entry.made_at) if entry.made_at else entry.path.name
    customers = QLocale().toString(entry.customers) if entry.customers is not None else "?"
    size = QLocale().formattedDataSize(entry.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return [made, customers, reason_words(entry.reason), size]


def restore_in_window(
    window: MainWindow,
    shop: OpenShop,
    restart: Callable[[], object],
    entries: Sequence[BackupEntry],
    chosen: Path | None = None,
) -> RestoreDialog:
    """Open the dialog over a running shop; `restart` closes the shop and opens it again.

    `chosen` is the backup to begin with, by default the newest.
    """

    def job(path: Path, code: str | None) -> object:
        return restore_open_shop(shop, path, code)

    def run(job: Callable[[], object], on_done: Callable[[object], None], on_fault: Callable[[Fault], None]) -> None:
        def refused(fault: Fault) -> None:
            window.set_watching(True)
            on_fault(fault)

        def guarded() -> object:
            try:
                return job()
            except Fault:
                raise
            except Exception as error:  # noqa: BLE001 - told on the GUI thread, which must not wait for ever
                return _Mistake(error)

        def came(result: object) -> None:
            if isinstance(result, _Mistake):
                window.set_watching(True)
                dialog.give_up()
                window.frame.notices.tell_crash(result.error)
            else:
                on_done(result)

        window.set_watching(False)
        window.frame.work.write(guarded, came, refused)

    def preview(path: Path, code: str | None) -> RestorePreview:
        return preview_restore(shop.places, shop.vault, path, code)

    dialog = RestoreDialog(window, window.frame.theme, entries, RestorePlan(job, run, restart, preview))
    if chosen is not None:
        dialog.choose(chosen)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def restore_before_start(
    parent: QWidget, theme: Theme, way: WayBack, on_restored: Callable[[], object]
) -> RestoreDialog:
    """Open the dialog while no shop is open."""
    jobs: list[LongJob] = []

    def crashed(error: BaseException) -> None:
        dialog.give_up()
        show_crash(dialog, error, way.places.data.logs)

    def run(job: Callable[[], object], on_done: Callable[[object], None], on_fault: Callable[[Fault], None]) -> None:
        running = LongJob(lambda _: job())
        running.done.connect(on_done)
        running.failed.connect(on_fault)
        running.crashed.connect(crashed)
        jobs[:] = [running]
        running.start()

    dialog = RestoreDialog(parent, theme, way.backups(), RestorePlan(way.restore, run, on_restored, way.preview))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
