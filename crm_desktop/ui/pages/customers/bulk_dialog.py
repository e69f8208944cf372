"""Changing many customers: what to do, to whom, what that would change, and one step of the undo list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.query import Selection
from crm_desktop.services.problems import problem_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.long_job import LongJob
from crm_desktop.ui.pages.customers.bulk_forms import (
    BulkForm,
    Kit,
    PhonesForm,
    ReplaceForm,
    SetForm,
    TagsForm,
    TidyForm,
)
from crm_desktop.ui.pages.customers.bulk_tasks import (
    Ready,
    Task,
    preview_sentence,
    refusal_sentences,
    shown_value,
)
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named

_WAIT_MS = 250
_WHOLE_LIST = frozenset({"replace", "tidy", "phones"})
"""Where nothing is chosen but the current row, these are for the whole list; the others are for that one customer."""
_SLOW_MS = 400
"""A preview that takes longer shows how far it is."""


class BulkDialog(QDialog):
    """Emits `wanted` with what is to be run on the writing thread, and how many customers it will change."""

    wanted = Signal(object, int)

    def __init__(self, parent: QWidget, kit: Kit, chosen: Selection, everyone: Selection, *, begin: str) -> None:
        super().__init__(parent)
        title = _T("Bulk", "Change customers")
        named(self, "bulkDialog", title)
        self.setWindowTitle(title)
        self._kit = kit
        self._whom = [chosen, everyone]
        self._job: LongJob | None = None
        self._ready: Ready | None = None
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._prepare)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._show_bar)
        self._forms: dict[str, BulkForm] = {}
        self._build(chosen, begin)
        self.choose_job(begin)
        points = kit.frame.theme.base_points
        self.resize(round(points * 74), round(points * 52))

    def choose_job(self, key: str) -> None:
        """Begin with a kind of change: "set", "fill", "replace", "tags", "owner", "tidy" or "phones"."""
        keys = [str(self._jobs.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self._jobs.count())]
        self._jobs.setCurrentRow(max(0, keys.index(key) if key in keys else 0))

    def form(self) -> BulkForm:
        """Return the form in sight."""
        found = self._stack.currentWidget()
        assert isinstance(found, BulkForm)
        return found

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the form: what to do has been said with the button or the key."""
        super().showEvent(event)
        self.form().first.setFocus()

    def done(self, result: int) -> None:
        """Close; a preview under way is given up."""
        self._timer.stop()
        self._stop()
        super().done(result)

    # building

    def _build(self, chosen: Selection, begin: str) -> None:
        self._jobs = named(QListWidget(), "bulkJobs", _T("Bulk", "What to change"))
        self._stack = QStackedWidget()
        self._makers = self._form_makers()
        for key, (label, icon, _) in self._makers.items():
            item = QListWidgetItem(self._kit.frame.theme.icon(icon), label)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self._jobs.addItem(item)
        side = round(self._kit.frame.theme.base_points * 1.7)
        self._jobs.setIconSize(QSize(side, side))
        self._jobs.setSpacing(2)
        self._jobs.setFixedWidth(self._jobs.sizeHintForColumn(0) + 32)
        self._jobs.itemSelectionChanged.connect(self._job_changed)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._jobs)
        row.addLayout(self._right(chosen, begin), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self._foot())

    def _form_makers(self) -> dict[str, tuple[str, str, Callable[[], BulkForm]]]:
        kit = self._kit
        return {
            "set": (_T("Bulk", "Set a field"), "pencil", partial(SetForm, kit, "bulk.set")),
            "fill": (_T("Bulk", "Fill in blanks"), "plus", partial(SetForm, kit, "bulk.fill", only_blank=True)),
            "replace": (_T("Bulk", "Find and replace"), "search", partial(ReplaceForm, kit)),
            "tags": (_T("Bulk", "Tags"), "tag", partial(TagsForm, kit)),
            "owner": (_T("Many", "Looked after by"), "user", partial(SetForm, kit, "bulk.owner", key="owner")),
            "tidy": (_T("Bulk", "Tidy up texts"), "refresh-cw", partial(TidyForm, kit)),
            "phones": (_T("Bulk", "Phone numbers"), "phone", partial(PhonesForm, kit)),
        }

    def _right(self, chosen: Selection, begin: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(self._scope(chosen, begin))
        column.addWidget(self._stack)
        self._sentence = named(QLabel(wordWrap=True), "changeSentence", role="heading")
        self._reasons = named(QLabel(wordWrap=True), "changeReasons", role="muted")
        for label in (self._sentence, self._reasons):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = named(QProgressBar(), "changeProgress", _T("Progress", "Progress"))
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._samples = _sample_table()
        for widget in (self._sentence, self._bar, self._reasons):
            column.addWidget(widget)
        column.addWidget(self._samples, 1)
        return column

    def _scope(self, chosen: Selection, begin: str) -> QHBoxLayout:
        self._scope_box = named(QComboBox(), "bulkScope", _T("Bulk", "Whom"))
        if chosen.is_everything:
            text = _T("Bulk", "The chosen customers")
        else:
            text = _T("Bulk", "The chosen customers: {count}").format(count=f"{len(chosen.ids):,}")
        self._scope_box.addItem(text, 0)
        self._scope_box.addItem(_T("Bulk", "Everybody in this list"), 1)
        several, some = chosen.is_everything or len(chosen.ids) > 1, bool(chosen.ids) and begin not in _WHOLE_LIST
        self._scope_box.setCurrentIndex(0 if several or some else 1)
        self._scope_box.currentIndexChanged.connect(self._later)
        label = named(QLabel(_T("Bulk", "Whom")), "bulkScope.label", role="muted")
        label.setBuddy(self._scope_box)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._scope_box, 1)
        return row

    def _foot(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = named(box.addButton(_T("Change", "Change"), QDialogButtonBox.ButtonRole.AcceptRole), "changeGo")
        self._go.setProperty("kind", "primary")
        self._go.setDefault(True)
        box.accepted.connect(self._want)
        box.rejected.connect(self.reject)
        return box

    # what happens

    def _job_changed(self) -> None:
        chosen = self._jobs.selectedItems()
        if not chosen:
            return
        key = str(chosen[0].data(Qt.ItemDataRole.UserRole))
        if key not in self._forms:
            form = self._makers[key][2]()
            form.changed.connect(self._later)
            self._forms[key] = form
            self._stack.addWidget(form)
        self._stack.setCurrentWidget(self._forms[key])
        self._later()

    def _later(self) -> None:
        self._go.setEnabled(False)
        self._ready = None
        self._timer.start()

    def _prepare(self) -> None:
        self._stop()
        self._task = self.form().task()
        self._clear()
        if self._task is None:
            self._reasons.setText(self.form().hint())
            return
        prepare, selection = self._task.prepare, self._whom[self._scope_box.currentData()]
        job = LongJob(lambda progress: prepare(selection, progress.report, progress.is_cancelled))
        job.progressed.connect(self._show_progress)
        job.done.connect(self._show)
        job.failed.connect(self._refuse)
        job.crashed.connect(self._crash)
        self._job = job
        self._slow.start()
        job.start()

    def _stop(self) -> None:
        self._slow.stop()
        self._bar.hide()
        if self._job is not None:
            self._job.end()
            self._job = None

    def _show_bar(self) -> None:
        self._sentence.setText(_T("Bulk", "Looking what would change …"))
        self._bar.setRange(0, 0)
        self._bar.show()

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _clear(self) -> None:
        self._sentence.setText("")
        self._reasons.setText("")
        self._samples.setRowCount(0)
        self._go.setText(_T("Change", "Change"))

    def _show(self, ready: object) -> None:
        assert isinstance(ready, Ready)
        assert self._task is not None
        self._stop()
        self._ready = ready
        preview = ready.preview
        self._sentence.setText(preview_sentence(preview))
        self._reasons.setText("\n".join(refusal_sentences(preview)))
        words = self._task.words
        self._samples.setRowCount(len(preview.samples))
        for row, sample in enumerate(preview.samples):
            cells = (sample.name, shown_value(sample.before, words), shown_value(sample.after, words))
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setToolTip(cell)
                self._samples.setItem(row, column, item)
        count = f"{preview.changing:,}"
        text = _T("Change", "Change %n customer(s)", None, preview.changing)
        self._go.setText(text.replace(str(preview.changing), count, 1))
        self._go.setEnabled(preview.changing > 0)

    def _refuse(self, fault: object) -> None:
        self._stop()
        if isinstance(fault, Fault):
            self._sentence.setText(problem_text(fault) or sentence_for(fault))

    def _crash(self, error: object) -> None:
        self._stop()
        raise error  # type: ignore[misc]

    def _want(self) -> None:
        if self._ready is not None:
            self.wanted.emit(self._ready.do, self._ready.preview.changing)
            self.accept()


def _sample_table() -> QTableWidget:
    table = named(QTableWidget(0, 3), "changeSamples", _T("Change", "Examples"))
    table.setHorizontalHeaderLabels([_T("Change", "Customer"), _T("Change", "Now"), _T("Change", "Then")])
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    flatten(table)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return table
