"""Erasing a person: what goes, what stays, her name typed to confirm; then the receipt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.erase_paper import receipt_lines, receipt_title, save_receipt
from crm_desktop.services.erase_person import Erasable, Receipt, erase_person, look_before_erasing
from crm_desktop.services.person_words import part_words
from crm_desktop.services.problems import problem_text
from crm_desktop.services.say_money import currency_of, money_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.choose_file import choose_save
from crm_desktop.ui.dialogs.sheet import Sheet, text_label
from crm_desktop.ui.file_writing import FileWriting, plain_file_name, with_ending
from crm_desktop.ui.long_job import Progress
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named

BackUpFirst = Callable[[BackupReason, Callable[[], object]], object]
_STAYS = ("sale", "account", "coupon", "gift")


class ErasePersonDialog(Sheet):
    """The verb is free when the name fits; nothing brings her back."""

    def __init__(
        self,
        parent: QWidget,
        frame: Frame,
        workplace: Workplace,
        customer_id: int,
        *,
        first: BackUpFirst,
        finish: Callable[[], object],
    ) -> None:
        super().__init__(parent, frame.theme, "eraseDialog", _T("Erase", "Erase a person"), ems=58)
        self._frame, self._place, self._customer_id = frame, workplace, customer_id
        self._first, self._finish = first, finish
        self._found: Erasable | None = None
        self._receipt: Receipt | None = None
        self._writing = FileWriting(frame.notices, self)
        self.goes = text_label("", "erase.goes")
        self.stays = text_label("", "erase.stays")
        self.before = text_label("", "erase.before", "strong")
        self.backup = named(QCheckBox(_T("Erase", "Make a backup before")), "erase.backup")
        self.backup.setChecked(True)
        self.alone = named(QCheckBox(_T("Erase", "Leave her numbers alone from now on")), "erase.alone")
        self.alone.setChecked(True)
        self.name = named(QLineEdit(), "erase.name", _T("Erase", "Type her name to confirm"))
        self.name.setPlaceholderText(_T("Erase", "Type her name to confirm"))
        self.name.textChanged.connect(self._fit_verb)
        self._asked = (self.goes, self.stays, self.before, self.backup, self.alone, self.name)
        for widget in self._asked:
            self.body.addWidget(widget)
        self.before.hide()
        self.told = text_label("", "erase.receipt")
        self.told.hide()
        self.body.addWidget(self.told)
        self.save = self.add_verb("eraseSave", _T("Erase", "Save the receipt …"), self._choose)
        self.save.hide()
        self.close_verb = self.add_verb("eraseClose", _T("Erase", "Leave as it is"), self.reject)
        self.verb = self.add_verb("eraseVerb", _T("Erase", "Erase for good"), self._erase, "danger")
        self.verb.setEnabled(False)
        frame.work.read(lambda: look_before_erasing(workplace, customer_id), self._show, self._refused, "erase.look")
        frame.work.read(lambda: currency_of(workplace), self._take_currency, group="erase.currency")
        self._currency = "CNY"
        self.name.setFocus()

    def _take_currency(self, currency: str) -> None:
        self._currency = currency
        self._say_before()

    def _show(self, found: Erasable) -> None:
        self._found = found
        self.say_lead(_T("Erase", "{name}: nothing brings a person back.").format(name=found.name))
        words = part_words()
        gone = [f"{words[key]} ({found.rows[key]})" for key in words if found.rows.get(key) and key not in _STAYS]
        kept = [f"{words[key]} ({found.rows[key]})" for key in words if found.rows.get(key) and key in _STAYS]
        goes = _T("Erase", "Goes: name, numbers, birthday, notes, earlier values in the log; {parts}.")
        self.goes.setText(goes.format(parts=", ".join(gone) or "–"))
        stays = _T("Erase", "Stays without a name: date, goods and money of {parts}.")
        nothing = _T("Erase", "Nothing of hers stays: she bought nothing.")
        self.stays.setText(stays.format(parts=", ".join(kept)) if kept else nothing)
        self._say_before()
        self._fit_verb()
        self.fit()

    def _say_before(self) -> None:
        found = self._found
        if found is None:
            return
        said = []
        if found.stored_value:
            owed = money_text(found.stored_value, self._currency)
            said.append(_T("Erase", "{amount} that she paid in is still there: pay it out before.").format(amount=owed))
        if found.merged:
            said.append(_T("Erase", "%n record(s) merged into hers go too.", n=found.merged))
        if found.mentions:
            count = sum(found.mentions.values())
            said.append(_T("Erase", "%n text(s) about others name her: they stay, look at them.", n=count))
        self.before.setText("\n".join(said))
        self.before.setVisible(bool(said))

    def _fit_verb(self) -> None:
        found = self._found
        typed = " ".join(self.name.text().split()).casefold()
        self.verb.setEnabled(found is not None and typed == " ".join(found.name.split()).casefold())

    def _erase(self) -> None:
        self.say_fault("")
        self.verb.setEnabled(False)
        if self.backup.isChecked():
            self._first(BackupReason.ERASE, self._go)
        else:
            self._go()

    def _go(self) -> None:
        place, customer_id, name, alone = self._place, self._customer_id, self.name.text(), self.alone.isChecked()

        def erase() -> ChangeSet:
            self._receipt = erase_person(place, customer_id, name, leave_alone=alone, finish=False)
            return self._receipt.changes

        self._frame.work.write(erase, self._erased, self._refused)

    def _erased(self, _changes: ChangeSet) -> None:
        receipt = self._receipt
        if receipt is None:
            return
        self._finish()
        for widget in (*self._asked, self.verb):
            widget.hide()
        self.say_lead("")
        self.heading.setText(receipt_title())
        self.told.setText("\n\n".join(receipt_lines(receipt)))
        self.told.show()
        self.save.show()
        self.close_verb.setText(_T("Erase", "Close"))
        self.fit(may_shrink=True)
        self.save.setFocus()

    def _refused(self, fault: Fault) -> None:
        self.say_fault(problem_text(fault) or sentence_for(fault))
        self._fit_verb()

    def _choose(self) -> None:
        choose_save(
            self,
            receipt_title(),
            _T("Export", "PDF (*.pdf)"),
            proposed=f"{plain_file_name(receipt_title())}.pdf",
            on_file=lambda path: self._write(with_ending(path, ".pdf")),
            memory=self._frame.memory,
            purpose="export",
        )

    def _write(self, path: Path) -> None:
        place, receipt = self._place, self._receipt
        if receipt is None:
            return

        def draw(_progress: Progress) -> None:
            save_receipt(place, receipt, path)

        self._writing.write(path, draw, lambda _none: _T("Erase", "The receipt is in {file}.").format(file=path.name))


def show_erase(
    parent: QWidget,
    frame: Frame,
    workplace: Workplace,
    customer_id: int,
    *,
    first: BackUpFirst,
    finish: Callable[[], object],
) -> ErasePersonDialog:
    """Open the question for one customer; `finish` is called when she is erased, for what can be done later."""
    dialog = ErasePersonDialog(parent, frame, workplace, customer_id, first=first, finish=finish)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
