"""The first page: choose, drop or paste; then what the file holds and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.import_views import FileLook
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.help.asking import ask_guide
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.file_preview import FilePreview
from crm_desktop.ui.pages.importing.state import Draft, Step, plan_summary
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.pages.importing.words import (
    ENCODINGS,
    delimiters,
    found_sentence,
    note_sentence,
    seen_sentence,
    summary_sentence,
)
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.named import named

if TYPE_CHECKING:
    from crm_desktop.services.import_wizard import FileChoices

NO_HEADINGS = 0


class FileStep(StepPage):
    """Emits what is wanted of the file; what it holds is told to it."""

    choose_wanted = Signal()
    paste_wanted = Signal()
    template_wanted = Signal()
    history_wanted = Signal()
    columns_wanted = Signal()
    reread = Signal(bool)
    """`choices` have changed; whether headings are not to be looked for any more."""
    password_given = Signal(str)

    def __init__(self, frame: Frame, cancel: Callable[[], object]) -> None:
        super().__init__(frame, Step.FILE, _T("Wizard", "Which customers come in?"))
        from crm_desktop.services.import_wizard import FileChoices

        self.choices: FileChoices = FileChoices()
        self._places = QStackedWidget()
        self.start = EmptyState(self.theme, "file-spreadsheet", "wizard.start")
        self.progress = ProgressPanel("wizard.reading", cancel)
        self.trouble = TroublePanel(self)
        self.found = FoundPanel(self)
        for place in (self.start, _centred(self.progress), self.trouble, self.found):
            self._places.addWidget(place)
        self.body.addWidget(self._places, 1)
        self.show_start()

    def show_start(self) -> None:
        """Ask for a file."""
        self.draft = None
        self.title.setText(_T("Wizard", "Which customers come in?"))
        self.say_lead("")
        offers = [
            Offer("wizard.choose", _T("Wizard", "Choose a file …"), self.choose_wanted.emit, "file-up", "primary"),
            Offer("wizard.paste", _T("Wizard", "Paste a table"), self.paste_wanted.emit, "copy"),
            Offer("wizard.template", _T("Wizard", "Blank template …"), self.template_wanted.emit, "file-down"),
            Offer("wizard.history", _T("Wizard", "Earlier imports"), self.history_wanted.emit, "history"),
            Offer("wizard.how", _T("Guide", "Odd columns?"), self._explain_columns, "circle-help", "quiet"),
        ]
        hint = _T(
            "Wizard",
            "Excel, WPS, CSV or contacts (vCard): choose a file, drop it here, or copy cells and press Ctrl+V. "
            "Nothing is changed before you have seen what will happen.",
        )
        self.start.say(_T("Wizard", "Bring in customers from a table"), hint, offers)
        self._places.setCurrentIndex(0)

    def _explain_columns(self) -> None:
        ask_guide(self, "import#columns")

    def show_reading(self, name: str) -> None:
        """Say that a file is being looked into."""
        self.title.setText(name)
        self.say_lead("")
        self.progress.begin(_T("Import", "Looking into {file} …").format(file=name))
        self._places.setCurrentIndex(1)

    def show_fault(self, fault: Fault, name: str) -> None:
        """Say why a file cannot be read, with what helps."""
        self.title.setText(name)
        self.trouble.show_fault(fault)
        self._places.setCurrentIndex(2)

    def show_draft(self, draft: Draft) -> None:
        """Show what a file holds."""
        super().show_draft(draft)
        self.title.setText(draft.source.name)
        self.say_lead(found_sentence(draft.look))
        self.found.show_draft(draft)
        self._places.setCurrentIndex(3)

    def focus_first(self) -> None:
        """Put the keyboard where work begins: the main button is what Enter presses wherever the focus is."""
        shown = self._places.currentIndex()
        target: QWidget | None = self.findChild(QWidget, "wizard.choose") if shown == 0 else None
        if shown == 2:
            target = self.trouble.first()
        (target or self.found.preview).setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Say how much of the file has been read."""
        self.progress.show_progress(done, total)

    def is_starting(self) -> bool:
        """Say whether no file has been chosen yet."""
        return self._places.currentIndex() == 0

    def ask_again(self, *, force: bool = False, **choices: object) -> None:
        """Have the file read otherwise."""
        self.choices = replace(self.choices, **choices)  # type: ignore[arg-type]
        self.reread.emit(force)


class FoundPanel(QWidget):
    """What a file holds: remarks, the few choices about it, its first rows, and what the program makes of it."""

    def __init__(self, step: FileStep) -> None:
        super().__init__()
        self._step = step
        self.seen = text_label("", "wizard.seen")
        self._seen_strip = _strip(self.seen)
        self.notes = text_label("", "wizard.notes", "muted")
        self.sheet, self.encoding, self.delimiter = (
            _combo(name, said)
            for name, said in (
                ("wizard.sheet", _T("Import", "Sheet")),
                ("wizard.encoding", _T("Import", "Characters")),
                ("wizard.delimiter", _T("Wizard", "Between values")),
            )
        )
        self.no_headings = named(QCheckBox(_T("Wizard", "The file has no headings")), "wizard.noHeadings")
        self.preview = FilePreview(step.theme)
        self.columns = text_label("", "wizard.proposal")
        self.look_at_columns = make_button(
            "wizard.lookAtColumns", _T("Wizard", "Look at the columns"), step.columns_wanted.emit, "link"
        )
        self._lay_out()
        self.sheet.activated.connect(self._sheet_chosen)
        self.encoding.activated.connect(self._encoding_chosen)
        self.delimiter.activated.connect(self._delimiter_chosen)
        self.no_headings.clicked.connect(self._headings_toggled)
        self.preview.picked.connect(self._heading_picked)

    def show_draft(self, draft: Draft) -> None:
        """Show a file."""
        look = draft.look
        self.seen.setText("\n".join(seen_sentence(entry) for entry in look.seen[:1]))
        self._seen_strip.setVisible(bool(look.seen))
        notes = [note_sentence(kind, text) for kind, text in look.notes if str(kind) != "other_sheets"]
        if look.remembered:
            notes.append(_T("Wizard", "The columns go where they went last time."))
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.columns.setText(summary_sentence(plan_summary(draft.plan, draft.own_fields)))
        self._fill_choices(look)
        self.preview.show_look(look)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._choices: dict[QComboBox, QLabel] = {}
        for combo in (self.sheet, self.encoding, self.delimiter):
            label = named(QLabel(combo.accessibleName()), f"{combo.objectName()}.label", role="muted")
            label.setBuddy(combo)
            self._choices[combo] = label
            row.addWidget(label)
            row.addWidget(combo)
            row.addSpacing(6)
        row.addWidget(self.no_headings)
        row.addStretch(1)
        proposal = QHBoxLayout()
        proposal.addWidget(self.columns, 1)
        proposal.addWidget(self.look_at_columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._seen_strip)
        column.addWidget(self.notes)
        column.addLayout(row)
        column.addWidget(self.preview, 1)
        column.addLayout(proposal)

    def _fill_choices(self, look: FileLook) -> None:
        with QSignalBlocker(self.no_headings):
            self.no_headings.setChecked(look.heading_row is None)
        self.no_headings.setVisible(look.kind != "vcf")
        sheets = [(sheet.name, _sheet_word(sheet.name, sheet.rows)) for sheet in look.sheets]
        _fill(self.sheet, sheets, look.plan.sheet)
        encodings = dict.fromkeys([*([look.encoding] if look.encoding else []), *ENCODINGS])
        _fill(self.encoding, [(key, key) for key in encodings], look.encoding)
        _fill(self.delimiter, delimiters(), look.delimiter)
        shown = {
            self.sheet: len(look.sheets) > 1,
            self.encoding: look.encoding is not None and self._step.draft is not None and look.kind != "vcf",
            self.delimiter: look.delimiter is not None,
        }
        for combo, is_shown in shown.items():
            combo.setVisible(is_shown)
            self._choices[combo].setVisible(is_shown)

    def _sheet_chosen(self) -> None:
        self._step.ask_again(sheet=self.sheet.currentData(), heading_row=None, heading_rows=None)

    def _encoding_chosen(self) -> None:
        self._step.ask_again(encoding=self.encoding.currentData())

    def _delimiter_chosen(self) -> None:
        self._step.ask_again(delimiter=self.delimiter.currentData())

    def _headings_toggled(self) -> None:
        wanted = NO_HEADINGS if self.no_headings.isChecked() else None
        self._step.ask_again(force=True, heading_row=wanted, heading_rows=None)

    def _heading_picked(self, number: int) -> None:
        draft = self._step.draft
        if draft is not None and draft.look.heading_row != number and draft.look.kind != "vcf":
            self._step.ask_again(force=True, heading_row=number, heading_rows=None)


class TroublePanel(QWidget):
    """Why a file cannot be read, and what helps: its password, its characters, the row of its headings."""

    def __init__(self, step: FileStep) -> None:
        super().__init__()
        self._step = step
        self.sentence = text_label("", "wizard.fault")
        self._strip = _strip(self.sentence, "fault")
        self.password = named(QLineEdit(), "wizard.password", _T("Wizard", "Password of the file"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(_T("Wizard", "Password of the file"))
        self.password.setMaximumWidth(320)
        self.encoding = _combo("wizard.faultEncoding", _T("Import", "Characters"))
        self.open = make_button("wizard.open", _T("Wizard", "Open"), self._open, "primary")
        self.anyway = make_button("wizard.anyway", _T("Wizard", "Show it anyway"), self._anyway)
        self.other = make_button("wizard.other", _T("Wizard", "Choose another file …"), step.choose_wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.password, self.encoding, self.open, self.anyway, self.other):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._strip)
        column.addLayout(row)
        column.addStretch(1)

    def show_fault(self, fault: Fault) -> None:
        """Show a fault with what helps against it."""
        name = fault.kind.value
        locked, wrong = name == "file_encrypted", name == "password_wrong"
        asked = _T("Wizard", "This file is protected with a password. Type it here.")
        self.sentence.setText(asked if locked else sentence_for(fault))
        self._strip.setProperty("notice", "warning" if locked else "fault")
        self._strip.style().unpolish(self._strip)
        self._strip.style().polish(self._strip)
        candidates = fault.values.get("candidates")
        is_text = name == "encoding_unknown"
        named_ones = [str(one) for one in candidates] if isinstance(candidates, Sequence) and is_text else []
        _fill(self.encoding, [(key, key) for key in dict.fromkeys([*named_ones, *ENCODINGS])], None)
        self.encoding.setCurrentIndex(0)
        self.encoding.setVisible(is_text)
        self.password.setVisible(locked or wrong)
        self.password.clear()
        self.open.setVisible(locked or wrong or is_text)
        self.anyway.setVisible(name == "no_headings")

    def first(self) -> QWidget:
        """Return where the keyboard goes."""
        shown = [w for w in (self.password, self.encoding, self.anyway, self.other) if not w.isHidden()]
        return shown[0]

    def is_asking(self) -> bool:
        """Say whether something can be answered here."""
        return not self.open.isHidden()

    def _open(self) -> None:
        if self.password.isVisible():
            self._step.password_given.emit(self.password.text())
        else:
            self._step.ask_again(encoding=self.encoding.currentData())

    def _anyway(self) -> None:
        self._step.ask_again(force=True)


def _combo(name: str, spoken: str) -> QComboBox:
    combo = named(QComboBox(), name, spoken)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return combo


def _fill(combo: QComboBox, choices: Sequence[tuple[str, str]], chosen: str | None) -> None:
    combo.clear()
    for key, text in choices:
        combo.addItem(text, key)
    if chosen is not None and combo.findData(chosen) < 0:
        combo.addItem(chosen, chosen)
    combo.setCurrentIndex(combo.findData(chosen))


def _sheet_word(name: str, rows: int) -> str:
    return _T("Import", "{sheet} ({rows} rows)").format(sheet=name, rows=QLocale().toString(rows))


def _strip(label: QLabel, level: str = "warning") -> QFrame:
    strip = named(QFrame(), f"{label.objectName()}.strip", notice=level)
    row = QHBoxLayout(strip)
    row.setContentsMargins(12, 8, 12, 8)
    row.addWidget(label)
    return strip


def _centred(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addStretch(1)
    column.addWidget(widget)
    column.addStretch(2)
    return holder
