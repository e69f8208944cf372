"""Export: what, which columns, which kind of file, by a saved layout or not; then a name, progress, and the folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.consent import ContactBy
from crm_desktop.domain.layout import ExportLayout, FileFormat, LayoutColumn
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services.export_cells import Choice as ColumnChoice
from crm_desktop.services.export_cells import column_choices
from crm_desktop.services.export_preview import Preview, preview
from crm_desktop.services.problems import problem_text
from crm_desktop.services.read_customers import count_customers, count_selected
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.words import contact_by_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.choose_file import choose_save
from crm_desktop.ui.dialogs.export_choices import Choices, FileKind, What, WhatFor, Which, file_filter
from crm_desktop.ui.dialogs.export_columns import ColumnEditor
from crm_desktop.ui.dialogs.export_layouts import LayoutBar
from crm_desktop.ui.dialogs.export_preview import PreviewTable
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.file_writing import open_folder, plain_file_name
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.notices import Choice
from crm_desktop.ui.page import Frame
from crm_desktop.ui.showing import Showing
from crm_desktop.ui.widgets.card_panel import CardPanel

_PAUSE_MS = 120


@dataclass(frozen=True)
class ExportOrder:
    """What the user asked for; `title` is the name of the list."""

    path: Path
    query: CustomerQuery
    selection: Selection | None
    layout: ExportLayout
    title: str = ""
    contact: ContactBy | None = None


Exporter = Callable[[ExportOrder, Progress], tuple[int, int]]
"""Writes the file and returns how many customers are in it and how many had to be left out; raises Fault, CANCELLED
where it was told to stop."""


class ExportDialog(Sheet):
    """Shows the file while it is arranged; it appears only when it is whole."""

    def __init__(
        self, parent: QWidget, frame: Frame, workplace: Workplace, exporter: Exporter, showing: Showing | None
    ) -> None:
        super().__init__(parent, frame.theme, "exportDialog", _T("Export", "Export customers"), ems=92)
        self._frame = frame
        self._workplace = workplace
        self._exporter = exporter
        self._showing = showing
        self._counts: dict[str, int] = {}
        self._columns_known: list[ColumnChoice] = []
        self._layout_name = ""
        self._job: LongJob | None = None
        self._path = Path()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask_preview)
        self._arrange()
        self.add_verb("exportHow", _T("Guide", "Labels and letters?"), self._explain, "quiet", at_left=True)
        self._close = self.add_verb("exportClose", _T("Export", "Close"), self.reject)
        self._verb = self.add_verb("exportVerb", _T("Export", "Export …"), self._choose_file, "primary")
        self._ask_counts()
        self._frame.work.read(lambda: column_choices(workplace), self._offer_columns, group="export.columns")
        self._verb.setFocus()

    def what(self) -> What:
        """Return which customers are chosen."""
        return What(self._what.key())

    def file_layout(self) -> ExportLayout:
        """Return the file as it is arranged; without columns of its own it has every one."""
        which = Which(self._which.key())
        listed = self._showing.columns if self._showing else ()
        columns = {Which.ALL: (), Which.LIST: tuple(map(LayoutColumn, listed))}
        return ExportLayout(
            columns.get(which, self.columns.columns()),
            self.kind.format(),
            self.kind.encoding(),
            self.kind.sheets(),
            self._layout_name,
        )

    def reject(self) -> None:
        """Close; a file that is being written is stopped first."""
        if self._job is not None:
            self._stop()
        else:
            super().reject()

    # the questions

    def _arrange(self) -> None:
        self._what = Choices(_T("Export", "Which customers"), "exportWhat", self._whats())
        self.purpose = WhatFor()
        self.kind = FileKind()
        self.columns = ColumnEditor(self.theme)
        self._which = Choices(_T("Export", "Which columns"), "exportColumns", self._whiches(), across=True)
        self._which.body.addWidget(self.columns, 1)
        self.layouts = LayoutBar(self._frame, self._workplace, self.file_layout)
        self.preview = PreviewTable(self.theme)
        self._preview_card = CardPanel(_T("Export", "The first rows of the file"), "exportPreviewCard")
        self._preview_card.body.addWidget(self.preview)
        said = _T("Export", "The file is not encrypted: whoever has it can read it. The program can bring it in again.")
        left, right = QVBoxLayout(), QVBoxLayout()
        for widget in (self._what, self.purpose, self.kind):
            left.addWidget(widget)
        left.addStretch(1)
        left.addWidget(text_label(said, "exportHint", "muted"))
        right.addWidget(self._which, 1)
        self.body.addWidget(self.layouts)
        self.add_sides(left, right, (4, 5))
        self.body.addWidget(self._preview_card)
        self._progress = ProgressPanel("exportProgress", self._stop)
        self._progress.hide()
        self.body.addWidget(self._progress)
        self._questions = (self.layouts, self._what, self.purpose, self.kind, self._which, self._preview_card)
        self._connect()

    def _connect(self) -> None:
        self._what.picked.connect(self._what_changed)
        self.kind.picked.connect(self._kind_changed)
        self._which.picked.connect(self._which_changed)
        self.columns.edited.connect(self._columns_edited)
        self.layouts.chosen.connect(self._show_layout)
        self.layouts.refused.connect(self._layout_refused)

    def _whats(self) -> dict[str, str]:
        texts = {What.ALL.value: _T("Export", "All customers")}
        if self._showing is None:
            return texts
        if _narrows(self._showing.query):
            texts = {What.VIEW.value: _T("Export", "What the list shows now"), **texts}
        if self._showing.selection is not None:
            texts = {What.SELECTION.value: _T("Export", "The selected customers"), **texts}
        return texts

    def _whiches(self) -> dict[str, str]:
        texts = {Which.ALL.value: _T("Export", "All columns"), Which.OWN.value: _T("Export", "As ticked here")}
        if self._showing is None:
            return texts
        shown = _T("Export", "As in the list (%n column(s))", None, len(self._showing.columns))
        return {Which.LIST.value: shown, **texts}

    def _ask_counts(self) -> None:
        workplace, showing = self._workplace, self._showing

        def count() -> dict[str, int]:
            counts = {What.ALL.value: count_customers(workplace, CustomerQuery())}
            if showing is not None:
                counts[What.VIEW.value] = count_customers(workplace, showing.query)
                if showing.selection is not None:
                    counts[What.SELECTION.value] = count_selected(workplace, showing.selection)
            return counts

        self._frame.work.read(count, self._show_counts, group="export.counts", patient=True)

    def _show_counts(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._what.show_counts(counts, self._whats())
        self._name_verb()

    def _name_verb(self) -> None:
        count = self._counts.get(self.what())
        if count is not None:
            self._verb.setText(_T("Export", "Export %n customer(s) …", None, count))
            self._verb.setEnabled(count > 0)

    # what the user changes

    def _offer_columns(self, choices: list[ColumnChoice]) -> None:
        self._columns_known = choices
        self._which_changed()

    def _which_changed(self) -> None:
        """Show in the list of columns what the choice above it stands for."""
        layout = self.file_layout()
        if Which(self._which.key()) is not Which.OWN:
            usual = tuple(LayoutColumn(choice.key) for choice in self._columns_known if choice.usual)
            self.columns.offer(self._columns_known, layout.columns or usual)
        self._changed()

    def _columns_edited(self) -> None:
        self._which.choose(Which.OWN.value)
        self._changed()

    def _what_changed(self) -> None:
        self._name_verb()
        self._changed()

    def _kind_changed(self) -> None:
        cards = self.kind.format() is FileFormat.VCF
        self._which.setEnabled(not cards)
        self._preview_card.setVisible(not cards)
        self._changed()
        self.fit()

    def _changed(self) -> None:
        self._pause.start()

    def _show_layout(self, layout: ExportLayout | None) -> None:
        """Arrange everything as a saved layout says."""
        self._layout_name = layout.name if layout else ""
        if layout is None:
            return
        self.kind.show_choice(layout.format, layout.encoding, layout.sheets)
        if layout.columns:
            self.columns.offer(self._columns_known, layout.columns)
        self._which.choose((Which.OWN if layout.columns else Which.ALL).value)
        self._kind_changed()
        self._which_changed()

    def _layout_refused(self, fault: Fault) -> None:
        self.say_fault(problem_text(fault) or sentence_for(fault))

    def _ask_preview(self) -> None:
        workplace, layout = self._workplace, self.file_layout()
        query, selection = self._query(), self._selection()
        self._frame.work.read(
            lambda: preview(workplace, layout, query, selection),
            self._show_preview,
            group="export.preview",
            patient=True,
        )

    def _show_preview(self, shown: Preview) -> None:
        self.preview.show_preview(shown)

    def _query(self) -> CustomerQuery:
        return self._showing.query if self._showing and self.what() is not What.ALL else CustomerQuery()

    def _selection(self) -> Selection | None:
        return self._showing.selection if self._showing and self.what() is What.SELECTION else None

    # the file

    def _explain(self) -> None:
        from crm_desktop.ui.help.asking import ask_guide

        ask_guide(self, "export#merge")

    def _choose_file(self) -> None:
        choose_save(
            self,
            _T("Export", "Where the file goes"),
            file_filter(self.kind.format()),
            proposed=self._proposed_name(),
            on_file=self._begin,
            memory=self._frame.memory,
            purpose="export",
        )

    def _title(self) -> str:
        return self._showing.title if self._showing and self.what() is not What.ALL else ""

    def _proposed_name(self) -> str:
        day = self._workplace.now().astimezone().date().isoformat()
        name = _T("Export", "{title} {day}").format(title=self._title() or _T("Export", "Customers"), day=day)
        if contact := self.purpose.contact():
            name = _T("Export", "{title} – {purpose}").format(title=name, purpose=contact_by_words(contact))
        return f"{plain_file_name(name)}.{self.kind.format().value}"

    def _begin(self, path: Path) -> None:
        known = path.suffix.lower().lstrip(".") in list(FileFormat)
        self._path = path if known else path.with_name(f"{path.name}.{self.kind.format().value}")
        layout = replace(self.file_layout(), format=FileFormat(self._path.suffix.lower().lstrip(".")))
        order = ExportOrder(self._path, self._query(), self._selection(), layout, self._title(), self.purpose.contact())
        self.say_fault("")
        self._show_running(True)
        self._progress.begin(_T("Export", "Writing {file} …").format(file=self._path.name))
        job = self._job = LongJob(lambda progress: self._exporter(order, progress))
        job.progressed.connect(self._progress.show_progress)
        job.done.connect(self._done)
        job.failed.connect(self._refused)
        job.crashed.connect(self._crashed)
        job.start()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _done(self, counts: tuple[int, int]) -> None:
        self._job = None
        count, left_out = counts
        said = _T("Export", "%n customer(s) exported to {file}", None, count).format(file=self._path.name)
        if left_out:
            said += " " + _T("Export", "%n left out: refused, or never agreed.", None, left_out)
        folder = self._path.parent
        self._frame.notices.toast(said, choice=Choice(_T("Export", "Open folder"), lambda: open_folder(folder)))
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self._job = None
        self._show_running(False)
        if fault.kind is not FaultKind.CANCELLED:
            self.say_fault(sentence_for(fault))

    def _crashed(self, error: BaseException) -> None:
        self._job = None
        self._show_running(False)
        self._frame.notices.tell_crash(error)

    def _show_running(self, running: bool) -> None:
        self._progress.setVisible(running)
        for widget in (*self._questions, self._verb, self._close):
            widget.setVisible(not running)
        self._preview_card.setVisible(not running and self.kind.format() is not FileFormat.VCF)
        (self._progress.button if running else self._verb).setFocus()


def show_export(
    parent: QWidget, frame: Frame, workplace: Workplace, exporter: Exporter, showing: Showing | None
) -> ExportDialog:
    """Open the export; `showing` is what the list in sight shows, None where there is none."""
    dialog = ExportDialog(parent, frame, workplace, exporter, showing)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _narrows(query: CustomerQuery) -> bool:
    return query.is_search or query.in_bin or query.filter != CustomerQuery().filter
