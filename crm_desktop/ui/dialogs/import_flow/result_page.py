"""What an import did, and what can be done about it: take it back, mend the rows with errors."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.import_customers import ImportResult
from crm_desktop.ui.dialogs.import_flow.counts_card import CountTiles, ErrorsCard
from crm_desktop.ui.dialogs.import_flow.words import note_sentence
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.theme.theme import Theme


class ResultPage(QWidget):
    """Shows one finished import."""

    def __init__(self, theme: Theme, undo: Callable[[], object], save_errors: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("importResult")
        self.sentence = text_label("", "importResultSentence", "heading")
        self.tiles = CountTiles(theme, done=True)
        self.more = text_label("", "importResultMore")
        self.errors = ErrorsCard(theme)
        self.undo_button = make_button("importUndo", _T("Import", "Undo this import"), undo)
        self.save_button = make_button("importSaveErrors", _T("Import", "Show the rows with errors …"), save_errors)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.sentence, self.tiles, self.more, self.errors):
            column.addWidget(widget)
        column.addLayout(buttons)

    def show_result(self, result: ImportResult) -> None:
        """Show what was done."""
        said = _T("Import", "%n customer(s) brought in.", None, result.created)
        self.sentence.setText(said if result.created else _T("Import", "The customers are up to date."))
        self.tiles.show_result(result)
        self.more.setText("\n".join(_remarks(result)))
        self.more.setVisible(bool(self.more.text()))
        self.errors.show_result(result)
        self.undo_button.setEnabled(result.operation is not None)
        self.save_button.setVisible(bool(result.errors))

    def show_undone(self) -> None:
        """Say that everything is as it was."""
        self.sentence.setText(_T("Import", "Taken back: everything is as it was before the import."))
        self.undo_button.setEnabled(False)


def _remarks(result: ImportResult) -> list[str]:
    said = []
    if result.new_fields:
        text = _T("Import", "Kept in new field(s), for want of a place: {names}", None, len(result.new_fields))
        said.append(text.format(names=", ".join(result.new_fields)))
    if result.unknown_introducers:
        text = _T("Import", "Nobody is called so, and was noted as text only: {names}")
        said.append(text.format(names=", ".join(result.unknown_introducers[:10])))
    return said + [note_sentence(kind, text) for kind, text in result.notes]
