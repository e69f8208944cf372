"""The recovery sheet: shows the code, puts it on paper, and asks for two groups back to know that it is there."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.key_sentences import protection_of
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.recovery_sheet import (
    RecoverySheet,
    confirm_sheet,
    groups_to_confirm,
    make_sheet,
)
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.choose_file import choose_save
from crm_desktop.ui.dialogs.paper import print_html, save_pdf
from crm_desktop.ui.dialogs.sheet import Sheet, make_button, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

GROUPS_IN_A_LINE = 4


class RecoveryDialog(Sheet):
    """Emits `confirmed` with the key and its new header; `Later` and Esc leave everything as it is."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None, frame: Frame, shop: OpenShop, *, check: bool = False) -> None:
        title = _T("Recovery", "Your recovery code")
        super().__init__(parent, frame.theme, "recoveryDialog", title, ems=56)
        self._frame = frame
        self._shop = shop
        self._sheet = make_sheet(shop.key, shop.workplace.now().astimezone().date())
        self._fields: dict[int, QLineEdit] = {}
        self._shown = [self._code_card(), *self._protection()]
        self._asked = self._question()
        for widget in (*self._shown, self._asked):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._verbs()
        if check:
            self.look_for_it()
        else:
            self.show_code()

    def look_for_it(self) -> None:
        """Ask for the groups at once: whoever has the sheet in hand needs nothing else."""
        self.ask_back()
        self.say_lead(
            _T(
                "Recovery",
                "Fetch the recovery sheet from where it is kept. If it cannot be found, show the code again and put "
                "it on paper once more.",
            )
        )

    def show_code(self) -> None:
        """Show the code and what it is for."""
        self.say_lead(self._sheet.advice[0])
        self._turn(asking=False)
        self._next.setFocus()

    def ask_back(self) -> None:
        """Hide the code and ask for two groups of it, which only someone who has the paper knows."""
        self._turn(asking=True)
        next(iter(self._fields.values())).setFocus()

    def confirm(self) -> None:
        """Hand over what was typed."""
        typed = {place: field.text() for place, field in self._fields.items()}
        key, places, clock = self._shop.key, self._shop.places, self._shop.workplace.clock
        self._confirm.setEnabled(False)
        self._frame.work.write(lambda: confirm_sheet(key, places, typed, clock), self._confirmed, self._refused)

    def _confirmed(self, key: object) -> None:
        self.confirmed.emit(key)
        self._frame.notices.toast(_T("Recovery", "Good: the recovery code is on paper."))
        self.accept()

    def _refused(self, fault: Fault) -> None:
        self._confirm.setEnabled(True)
        self.say_fault(sentence_for(fault))
        field = next(iter(self._fields.values()))
        field.setFocus()
        field.selectAll()

    # parts

    def _code_card(self) -> CardPanel:
        card = CardPanel(name="recoveryCard")
        card.body.addWidget(_code_view(self.theme, self._sheet))
        row = QHBoxLayout()
        row.addWidget(make_button("recoveryPrint", _T("Recovery", "Print …"), self._print))
        row.addWidget(make_button("recoveryPdf", _T("Recovery", "Save as PDF …"), self._choose_pdf))
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(text_label(self._sheet.advice[1], "recoveryAdvice", "muted"))
        return card

    def _protection(self) -> list[QWidget]:
        said = protection_of(self._shop.key.place)
        return [
            _with_sign(self.theme, "lock", "success", said.protects, "recoveryProtects"),
            _with_sign(self.theme, "triangle-alert", "warning", said.does_not, "recoveryDoesNot"),
        ]

    def _question(self) -> CardPanel:
        card = CardPanel(_T("Recovery", "Type two groups from your paper"), "recoveryQuestion")
        card.body.addWidget(
            text_label(
                _T("Recovery", "So you know that the sheet came out, and that it can be read."),
                "recoveryWhy",
                "muted",
            )
        )
        row = QHBoxLayout()
        for place in groups_to_confirm():
            said = _T("Recovery", "Group {number}").format(number=place + 1)
            label = named(QLabel(said), f"recoveryGroup{place + 1}.label")
            field = named(QLineEdit(), f"recoveryGroup{place + 1}", said)
            field.setMaxLength(8)
            field.setFont(_code_font(self.theme, 1.3))
            label.setBuddy(field)
            self._fields[place] = field
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _verbs(self) -> None:
        self.add_verb("recoveryLater", _T("Recovery", "Later"), self.reject, at_left=True)
        self._back = self.add_verb("recoveryBack", _T("Recovery", "Show the code again"), self.show_code)
        self._next = self.add_verb("recoveryNext", _T("Recovery", "It is on paper"), self.ask_back, "primary")
        self._confirm = self.add_verb("recoveryConfirm", _T("Recovery", "Confirm"), self.confirm, "primary")

    def _turn(self, *, asking: bool) -> None:
        for widget in (*self._shown, self._next):
            widget.setVisible(not asking)
        for widget in (self._asked, self._back, self._confirm):
            widget.setVisible(asking)
        (self._confirm if asking else self._next).setDefault(True)
        self.say_fault("")

    # paper

    def _print(self) -> None:
        if not print_html(self, self.windowTitle(), self._sheet.as_html()):
            self.say_fault(
                _T(
                    "Recovery",
                    "No printer is set up on this computer. Save the sheet as PDF and print it elsewhere, or copy the "
                    "code by hand.",
                )
            )

    def _choose_pdf(self) -> None:
        choose_save(
            self,
            _T("Recovery", "Save the recovery sheet"),
            _T("Recovery", "PDF (*.pdf)"),
            proposed=_T("Recovery", "recovery code.pdf", "a file's name"),
            on_file=self._save_pdf,
            memory=self._frame.memory,
            purpose="recovery",
        )

    def _save_pdf(self, path: Path) -> None:
        try:
            save_pdf(path, self.windowTitle(), self._sheet.as_html())
        except Fault as fault:
            self.say_fault(sentence_for(fault))
            return
        self.say_fault("")
        self._frame.notices.toast(
            _T("Recovery", "Saved as {file}. Print it, then move the file off this computer.").format(file=path.name)
        )


def show_recovery_sheet(
    parent: QWidget, frame: Frame, shop: OpenShop, on_confirmed: Callable[[object], object], *, check: bool = False
) -> RecoveryDialog:
    """Open the recovery sheet, or the question for it; `on_confirmed` gets the key with its new header."""
    dialog = RecoveryDialog(parent, frame, shop, check=check)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.confirmed.connect(on_confirmed)
    dialog.open()
    return dialog


def _code_view(theme: Theme, sheet: RecoverySheet) -> QWidget:
    spoken = _T("Recovery", "Recovery code: {code}").format(code=", ".join(" ".join(g) for g in sheet.groups))
    view = named(QWidget(), "recoveryCode", spoken)
    grid = QGridLayout(view)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(26)
    grid.setVerticalSpacing(10)
    cells = itertools.product(range(2), range(GROUPS_IN_A_LINE))
    for number, (group, (row, column)) in enumerate(zip(sheet.groups, cells, strict=False), start=1):
        cell = QHBoxLayout()
        cell.setSpacing(6)
        cell.addWidget(named(QLabel(str(number)), f"recoveryNumber{number}", role="caption"))
        code = named(QLabel(group), f"recoveryCode{number}")
        code.setFont(_code_font(theme, 1.7))
        cell.addWidget(code)
        cell.addStretch(1)
        grid.addLayout(cell, row, column)
    return view


def _code_font(theme: Theme, factor: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(theme.base_points * factor)
    return font


def _with_sign(theme: Theme, icon: str, token: str, sentence: str, name: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(2, 0, 2, 0)
    row.setSpacing(10)
    row.addWidget(Sign(theme, icon, token, 1.2), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(sentence, name), 1)
    return whole
