"""The second page: what the rows are, and a blank template for who has no file yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.import_kinds import KindView, kinds
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.state import Draft, Step
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named


class KindStep(StepPage):
    """Lists the kinds there are; `template_wanted` brings the key of one."""

    template_wanted = Signal(str)
    kind_wanted = Signal(str)
    """The file is to be taken for another kind."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, Step.KIND, _T("Wizard", "What is in the file?"))
        self._group = QButtonGroup(self)
        self._kinds: Sequence[KindView] = kinds()
        self.buttons: dict[str, QRadioButton] = {}
        for kind in self._kinds:
            self.body.addWidget(self._card(kind))
        self.body.addStretch(1)
        self._group.buttonClicked.connect(self._chosen)

    def show_draft(self, draft: Draft) -> None:
        """Show the kind of a draft."""
        super().show_draft(draft)
        self.buttons[draft.plan.kind].setChecked(True)

    def focus_first(self) -> None:
        """Put the keyboard on the kind chosen."""
        chosen = self._group.checkedButton() or next(iter(self.buttons.values()))
        chosen.setFocus()

    def summary(self) -> str:
        """Return what the rows are."""
        key = self.draft.plan.kind if self.draft is not None else ""
        return next((kind.title for kind in self._kinds if kind.key == key), key)

    def _card(self, kind: KindView) -> QWidget:
        card = CardPanel(name=f"wizard.kind.{kind.key}.card")
        button = named(QRadioButton(kind.title), f"wizard.kind.{kind.key}", kind.title)
        button.setFont(self.theme.font(1.1, bold=True))
        self._group.addButton(button)
        self.buttons[kind.key] = button
        said = text_label(kind.description, f"wizard.kind.{kind.key}.text", "muted")
        said.setContentsMargins(30, 0, 0, 0)
        blank = make_button(
            f"wizard.kind.{kind.key}.template",
            _T("Wizard", "Save a blank template …"),
            lambda key=kind.key: self.template_wanted.emit(key),  # type: ignore[misc]
        )
        blank.setIcon(self.theme.icon("file-down"))
        words = QVBoxLayout()
        words.addWidget(button)
        words.addWidget(said)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(blank)
        card.body.addLayout(row)
        return card

    def _chosen(self) -> None:
        key = next(key for key, button in self.buttons.items() if button.isChecked())
        if self.draft is not None and key != self.draft.plan.kind:
            self.kind_wanted.emit(key)
