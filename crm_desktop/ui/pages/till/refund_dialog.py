"""Refund a slip: all of it, some of its lines, or an amount; what goes back and what that means is shown before."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.sales import Payment, RefundDraft, Slip
from crm_desktop.services.problems import problem_text
from crm_desktop.services.say_money import money_text, plain_money, quantity_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.slip_paper import method_words
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.bill import Bill
from crm_desktop.ui.pages.till.jobs import RefundShown, TillJobs, TillSetup
from crm_desktop.ui.pages.till.returning import HowMuch, Returning, left_of
from crm_desktop.ui.said import Said
from crm_desktop.ui.widgets.amount_field import AmountField
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

SOON_MS = 60


class RefundDialog(Sheet):
    """Accepted once it is written. `exchanges` goes on to the bill of what is taken instead."""

    def __init__(self, parent: QWidget, frame: Frame, jobs: TillJobs, sale_id: int, *, exchanges: bool = False) -> None:
        title = _T("Refund", "Exchange: what comes back") if exchanges else _T("Refund", "Refund")
        super().__init__(parent, frame.theme, "refundDialog", title, ems=62)
        self._frame, self._jobs, self._exchanges = frame, jobs, exchanges
        self.returning = Returning(sale_id)
        self._slip: Slip | None = None
        self._setup: TillSetup | None = None
        self._shown: RefundShown | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._preview)
        self.how = ChipRow(_ways(), "refund.how", _T("Refund", "What comes back"))
        self.how.chosen.connect(self._choose)
        self._lines = named(QWidget(), "refund.lines")
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._form = FormGrid("refund.form")
        self.total = named(QLabel(), "refund.total", role="heading")
        self.means = named(QLabel(wordWrap=True), "refund.means", role="muted")
        for widget in (self.how, self._lines, self._form, self.total, self.means):
            self.body.addWidget(widget)
        self.add_verb("refund.cancel", _T("Refund", "Cancel"), self.reject, "quiet")
        verb = _T("Refund", "Go on to what is taken instead") if exchanges else title
        self._go = self.add_verb("refund.go", verb, self.save, "primary")
        self._go.setEnabled(False)

        def read() -> tuple[Slip, TillSetup]:
            return jobs.slip(sale_id), jobs.setup()

        frame.work.read(read, self._begin, self._refused, group="refund.read")

    def save(self) -> None:
        """Write the refund; for an exchange open the bill, which writes both in one step."""
        draft, shown = self.returning.draft(), self._shown
        if draft is None or shown is None or self._slip is None or not self._go.isEnabled():
            return
        draft = replace(draft, payments=self.returning.paid_back(shown.payments))
        if self._exchanges:
            self._go_on(draft, shown.total)
            return
        self._go.setEnabled(False)
        jobs, currency = self._jobs, self._setup.currency if self._setup else ""

        def write() -> Said:
            recorded = jobs.refund(draft)
            said = _T("Refund", "Refunded: {amount} · slip {number}")
            amount = money_text(-recorded.total, currency)
            return Said(recorded.changes, said.format(amount=amount, number=recorded.number), None, recorded)

        self._frame.work.write(write, self._written, self._refused)

    # building

    def _begin(self, found: tuple[Slip, TillSetup]) -> None:
        self._slip, self._setup = found
        slip, setup = found
        self.say_lead(_T("Refund", "Of slip {number}.").format(number=slip.number))
        for row, line in enumerate(slip.lines):
            left = left_of(slip).get(line.line_id, 0)
            name = named(QLabel(line.name, wordWrap=True), f"refund.line.{line.line_id}.name")
            sold = f"{quantity_text(left)} × {plain_money(line.unit_price, setup.currency)}"
            of = named(QLabel(sold), f"refund.line.{line.line_id}.left", role="muted")
            field = AmountField(f"refund.line.{line.line_id}", _T("Refund", "How much comes back"), 3, short=True)
            field.setEnabled(left > 0)
            field.textChanged.connect(partial(self._quantity_changed, line.line_id, field))
            for column, widget in enumerate((name, of, field)):
                self._grid.addWidget(widget, row, column)
        self._grid.setColumnStretch(0, 1)
        self.amount = AmountField("refund.amount", _T("Refund", "Amount that comes back"), setup.places)
        self.amount.textChanged.connect(self._amount_changed)
        self.method = named(QComboBox(), "refund.method")
        self.method.addItem(_T("Refund", "As it was paid"), "")
        for method in setup.methods:
            self.method.addItem(method.name, method.key)
        self.method.activated.connect(self._method_changed)
        self.reason = named(QLineEdit(), "refund.reason")
        self.reason.textChanged.connect(self._reason_changed)
        self._form.add(_T("Refund", "Amount"), self.amount)
        self._form.add(_T("Refund", "Money goes back"), self.method)
        self._form.add(_T("Refund", "Reason"), self.reason)
        self._show_way()
        self.reason.setFocus()

    def _choose(self, keys: tuple[str, ...]) -> None:
        self.returning.how = HowMuch(keys[0]) if keys else HowMuch.ALL
        self._show_way()

    def _show_way(self) -> None:
        self._lines.setVisible(self.returning.how is HowMuch.LINES)
        self._form.set_shown(self.amount, self.returning.how is HowMuch.AMOUNT)
        self._changed()
        self.fit()

    # what is typed

    def _quantity_changed(self, line_id: int, field: AmountField, _text: str) -> None:
        try:
            self.returning.quantities[line_id] = field.amount() or 0
        except ValueError:
            self.returning.quantities.pop(line_id, None)
        self._changed()

    def _amount_changed(self, _text: str) -> None:
        try:
            self.returning.amount = self.amount.amount()
        except ValueError:
            self.returning.amount = None
        self._changed()

    def _method_changed(self, _index: int) -> None:
        self.returning.method = str(self.method.currentData())
        self._show_shown()

    def _reason_changed(self, text: str) -> None:
        self.returning.reason = text.strip()

    def _changed(self) -> None:
        self._shown = None
        self._go.setEnabled(False)
        self._soon.start()

    # the preview

    def _preview(self) -> None:
        draft, jobs = self.returning.draft(), self._jobs
        if draft is None:
            self._say("", "")
            return
        self._frame.work.read(lambda: jobs.preview_refund(draft), self._take, self._refuse, group="refund.preview")

    def _take(self, shown: RefundShown) -> None:
        self._shown = shown
        self._go.setEnabled(True)
        self.say_fault("")
        self._show_shown()

    def _show_shown(self) -> None:
        if self._shown is None or self._setup is None:
            return
        currency = self._setup.currency
        payments: tuple[Payment, ...] = self.returning.paid_back(self._shown.payments) or self._shown.payments
        names = {**method_words(), **{method.key: method.name for method in self._setup.methods}}
        back = [f"{names.get(one.method, one.method)} {money_text(one.amount, currency)}" for one in payments]
        total = _T("Refund", "{amount} goes back").format(amount=money_text(self._shown.total, currency))
        self._say(total, "\n".join([" + ".join(back), *self._shown.means]))

    def _refuse(self, fault: Fault) -> None:
        self._say("", "")
        self.say_fault(problem_text(fault) or sentence_for(fault))

    def _say(self, total: str, means: str) -> None:
        self.total.setText(total)
        self.means.setText(means)
        self.fit()

    # writing

    def _go_on(self, returns: RefundDraft, worth: int) -> None:
        """Open the till on the bill of what is taken instead; what comes back is written together with it."""
        from crm_desktop.ui.pages.calendar.planning import window_of
        from crm_desktop.ui.pages.till.sale_dialog import open_bill

        slip = self._slip
        bill = Bill(slip.customer_id if slip is not None else None, returns=returns, returned=worth)
        self.accept()
        open_bill(window_of(self._frame), self._frame, self._jobs, bill)

    def _written(self, _said: Said) -> None:
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self._go.setEnabled(True)
        self.say_fault(problem_text(fault) or sentence_for(fault))


def _ways() -> list[tuple[str, str]]:
    return [
        (HowMuch.ALL.value, _T("Refund", "Everything")),
        (HowMuch.LINES.value, _T("Refund", "Some lines")),
        (HowMuch.AMOUNT.value, _T("Refund", "An amount")),
    ]
