"""Export: what, which columns, which kind of file; then a name, progress, and the folder to open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services.read_customers import count_customers, count_selected
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.choose_file import choose_save
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.long_job import LongJob, Progress
from crm_desktop.ui.notices import Choice
from crm_desktop.ui.page import Frame
from crm_desktop.ui.showing import Showing
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named


class What(StrEnum):
    """Which customers go into the file."""

    SELECTION = "selection"
    VIEW = "view"
    ALL = "all"


class Kind(StrEnum):
    """The kind of file, by its ending."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class ExportOrder:
    """What the user asked for; `columns` None stands for every column there is."""

    path: Path
    query: CustomerQuery
    selection: Selection | None
    columns: tuple[str, ...] | None


Exporter = Callable[[ExportOrder, Progress], int]
"""Writes the file and returns how many customers are in it; raises Fault, CANCELLED where it was told to stop."""


class ExportDialog(Sheet):
    """Asks three small questions; the file appears only when it is whole."""

    def __init__(
        self, parent: QWidget, frame: Frame, workplace: Workplace, exporter: Exporter, showing: Showing | None
    ) -> None:
        super().__init__(parent, frame.theme, "exportDialog", _T("Export", "Export customers"), ems=50)
        self._frame = frame
        self._workplace = workplace
        self._exporter = exporter
        self._showing = showing
        self._counts: dict[What, int] = {}
        self._job: LongJob | None = None
        self._path = Path()
        self._questions = self._ask_all()
        self._progress = ProgressPanel("exportProgress", self._stop)
        self.body.addWidget(self._questions)
        self.body.addWidget(self._progress)
        self.body.addStretch(1)
        self._progress.hide()
        self._close = self.add_verb("exportClose", _T("Export", "Close"), self.reject)
        self._verb = self.add_verb("exportVerb", _T("Export", "Export …"), self._choose_file, "primary")
        self._ask_counts()

    def what(self) -> What:
        """Return which customers are chosen."""
        return What(_chosen(self._what))

    def kind(self) -> Kind:
        """Return the kind of file that is chosen."""
        return Kind(_chosen(self._kind))

    def reject(self) -> None:
        """Close; a file that is being written is stopped first."""
        if self._job is not None:
            self._stop()
        else:
            super().reject()

    # questions

    def _ask_all(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._what, what = _choices(_T("Export", "Which customers"), "exportWhat", self._whats())
        columns = {"all": _T("Export", "All columns")}
        if self._showing is not None:
            shown = _T("Export", "As in the list (%n column(s))", None, len(self._showing.columns))
            columns = {"list": shown, **columns}
        self._columns, which = _choices(_T("Export", "Which columns"), "exportColumns", columns)
        kinds = {
            Kind.XLSX.value: _T("Export", "Excel workbook (.xlsx)"),
            Kind.CSV.value: _T("Export", "Text with commas (.csv), for other programs"),
        }
        self._kind, kind = _choices(_T("Export", "Which kind of file"), "exportKind", kinds)
        said = _T("Export", "The file is not encrypted: whoever has it can read it. The program can bring it in again.")
        for widget in (what, which, kind, text_label(said, "exportHint", "muted")):
            column.addWidget(widget)
        self._what.buttonToggled.connect(self._name_verb)
        return whole

    def _whats(self) -> dict[str, str]:
        texts = {What.ALL.value: _T("Export", "All customers")}
        if self._showing is None:
            return texts
        if _narrows(self._showing.query):
            texts = {What.VIEW.value: _T("Export", "What the list shows now"), **texts}
        if self._showing.selection is not None:
            texts = {What.SELECTION.value: _T("Export", "The selected customers"), **texts}
        return texts

    def _ask_counts(self) -> None:
        workplace, showing = self._workplace, self._showing

        def count() -> dict[What, int]:
            counts = {What.ALL: count_customers(workplace, CustomerQuery())}
            if showing is not None:
                counts[What.VIEW] = count_customers(workplace, showing.query)
                if showing.selection is not None:
                    counts[What.SELECTION] = count_selected(workplace, showing.selection)
            return counts

        self._frame.work.read(count, self._show_counts, group="export.counts", patient=True)

    def _show_counts(self, counts: dict[What, int]) -> None:
        self._counts = counts
        for button in self._what.buttons():
            what = What(button.objectName().removeprefix("exportWhat."))
            text = _T("Export", "{what} ({count})").format(
                what=self._whats()[what.value], count=QLocale().toString(counts[what])
            )
            button.setText(text)
            button.setAccessibleName(text)
        self._name_verb()

    def _name_verb(self) -> None:
        count = self._counts.get(self.what())
        if count is not None:
            self._verb.setText(_T("Export", "Export %n customer(s) …", None, count))
            self._verb.setEnabled(count > 0)

    # the file

    def _choose_file(self) -> None:
        kinds = {
            Kind.XLSX: _T("Export", "Excel workbook (*.xlsx)"),
            Kind.CSV: _T("Export", "Text with commas (*.csv)"),
        }
        choose_save(
            self,
            _T("Export", "Where the file goes"),
            kinds[self.kind()],
            proposed=self._proposed_name(),
            on_file=self._begin,
            memory=self._frame.memory,
            purpose="export",
        )

    def _proposed_name(self) -> str:
        title = self._showing.title if self._showing and self.what() is not What.ALL else ""
        day = self._workplace.now().astimezone().date().isoformat()
        name = _T("Export", "{title} {day}").format(title=title or _T("Export", "Customers"), day=day)
        return f"{_file_name(name)}.{self.kind().value}"

    def _begin(self, path: Path) -> None:
        known = path.suffix.lower().lstrip(".") in list(Kind)
        self._path = path if known else path.with_name(f"{path.name}.{self.kind().value}")
        order = self._order()
        self.say_fault("")
        self._show_running(True)
        self._progress.begin(_T("Export", "Writing {file} …").format(file=self._path.name))
        job = self._job = LongJob(lambda progress: self._exporter(order, progress))
        job.progressed.connect(self._progress.show_progress)
        job.done.connect(self._done)
        job.failed.connect(self._refused)
        job.crashed.connect(self._crashed)
        job.start()

    def _order(self) -> ExportOrder:
        what, showing = self.what(), self._showing
        query = showing.query if showing and what is not What.ALL else CustomerQuery()
        selection = showing.selection if showing and what is What.SELECTION else None
        as_list = _chosen(self._columns) == "list"
        return ExportOrder(self._path, query, selection, showing.columns if showing and as_list else None)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _done(self, count: int) -> None:
        self._job = None
        said = _T("Export", "%n customer(s) exported to {file}", None, count).format(file=self._path.name)
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
        for widget in (self._questions, self._verb, self._close):
            widget.setVisible(not running)
        (self._progress.button if running else self._verb).setFocus()


def show_export(
    parent: QWidget, frame: Frame, workplace: Workplace, exporter: Exporter, showing: Showing | None
) -> ExportDialog:
    """Open the export; `showing` is what the list in sight shows, None where there is none."""
    dialog = ExportDialog(parent, frame, workplace, exporter, showing)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _narrows(query: CustomerQuery) -> bool:
    return query.is_search or query.in_bin or query.filter != CustomerQuery().filter


def _file_name(name: str) -> str:
    """Return a name every system takes: without the characters that mean something in paths."""
    return "".join("-" if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in name).strip(" .")


def _choices(heading: str, name: str, texts: dict[str, str]) -> tuple[QButtonGroup, CardPanel]:
    card = CardPanel(heading, name)
    card.body.setSpacing(2)
    group = QButtonGroup(card)
    for key, text in texts.items():
        button = named(QRadioButton(text), f"{name}.{key}", text)
        group.addButton(button)
        card.body.addWidget(button)
    group.buttons()[0].setChecked(True)
    return group, card


def _chosen(group: QButtonGroup) -> str:
    """Return the key of the chosen button; one always is."""
    return next(button.objectName().rpartition(".")[2] for button in group.buttons() if button.isChecked())
