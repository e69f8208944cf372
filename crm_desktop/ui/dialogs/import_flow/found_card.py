"""What was found in the file, and the few choices about it: sheet, characters, customers the shop has already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import ImportPlan, OnMatch
from crm_desktop.exchange.protocol import ReadResult
from crm_desktop.ui.dialogs.import_flow.state import with_policy
from crm_desktop.ui.dialogs.import_flow.words import ENCODINGS, kind_word, note_sentence, policy_words
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named


class FoundCard(CardPanel):
    """Emits `reread` with a sheet and an encoding, and `treated` with what happens to known customers."""

    reread = Signal(str, str)
    treated = Signal(str)

    def __init__(self) -> None:
        super().__init__(name="importFound")
        self.sentence = text_label("", "importFoundSentence")
        self.notes = text_label("", "importNotes", "muted")
        self._form = FormGrid("importChoices")
        self.sheet = named(QComboBox(), "importSheet")
        self.encoding = named(QComboBox(), "importEncoding")
        self.policy = named(QComboBox(), "importPolicy")
        for combo in (self.sheet, self.encoding, self.policy):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
        self._form.add(_T("Import", "Sheet"), self.sheet)
        self._form.add(_T("Import", "Characters"), self.encoding)
        self._form.add(_T("Import", "Customers you have already"), self.policy)
        for policy, text in policy_words():
            self.policy.addItem(text, policy.value)
        for widget in (self.sentence, self.notes, self._form):
            self.body.addWidget(widget)
        self.sheet.activated.connect(self._ask_again)
        self.encoding.activated.connect(self._ask_again)
        self.policy.activated.connect(lambda: self.treated.emit(self.policy.currentData()))

    def show_file(self, path: Path, read: ReadResult) -> None:
        """Show what a file holds."""
        self.sentence.setText(found_sentence(path, read))
        notes = [note_sentence(kind, text) for kind, text in read.notes]
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self._fill_sheets(read)
        self._fill_encodings(read)
        self.policy.setCurrentIndex(self.policy.findData(read.plan.policy.on_match.value))

    def use_policy(self, plan: ImportPlan) -> ImportPlan:
        """Return a plan with the answer that stands here."""
        return with_policy(plan, OnMatch(self.policy.currentData()))

    def _fill_sheets(self, read: ReadResult) -> None:
        self.sheet.clear()
        for sheet in read.sheets:
            rows = QLocale().toString(int(sheet["rows"]))
            self.sheet.addItem(
                _T("Import", "{sheet} ({rows} rows)").format(sheet=sheet["name"], rows=rows), sheet["name"]
            )
        self.sheet.setCurrentIndex(self.sheet.findData(read.plan.sheet))
        self._form.set_shown(self.sheet, len(read.sheets) > 1)

    def _fill_encodings(self, read: ReadResult) -> None:
        self.encoding.clear()
        found = read.plan.encoding
        for encoding in dict.fromkeys([*([found] if found else []), *ENCODINGS]):
            self.encoding.addItem(encoding, encoding)
        self._form.set_shown(self.encoding, found is not None)

    def _ask_again(self) -> None:
        self.reread.emit(self.sheet.currentData() or "", self.encoding.currentData() or "")


def found_sentence(path: Path, read: ReadResult) -> str:
    """Return what kind of file it is and where its headings were found."""
    said = _T("Import", "{kind} “{file}”").format(kind=kind_word(read.kind), file=path.name)
    plan = read.plan
    parts = [said]
    if plan.sheet and read.kind not in ("csv", "vcf"):
        parts.append(_T("Import", "sheet “{sheet}”").format(sheet=plan.sheet))
    if plan.heading_row is not None:
        parts.append(_T("Import", "headings in row {row}").format(row=plan.heading_row))
    elif read.kind != "vcf":
        parts.append(_T("Import", "without a row of headings"))
    return _T("Import", "{parts}.").format(parts=_T("Import", ", ", "between the parts of a sentence").join(parts))
