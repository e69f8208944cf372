"""The imports of the past in a list; the chosen one is told beside it and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.import_views import ImportEntry
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.importing.words import moment_word
from crm_desktop.ui.pages.imports.take_back import TakeBackPanel
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from crm_desktop.services.import_views import UndoPreview


class ImportsView(PageView):
    """Reads the list when it comes into sight and whenever something is written."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self._place = workplace
        self._entries: Sequence[ImportEntry] = ()
        headings = [
            _T("Imports", "File"),
            _T("Imports", "When"),
            _T("Imports", "By"),
            _T("Imports", "Added"),
            _T("Imports", "Updated"),
            _T("Imports", "Errors"),
            _T("Imports", "State"),
        ]
        self.list = RowList(frame.theme, "imports.list", _T("Imports", "Imports"), headings, stretch=0, rows=3)
        self.empty = EmptyState(frame.theme, "history", "imports.empty")
        self.take_back = TakeBackPanel(frame.theme)
        self._lay_out()
        self._show_details()
        self.list.currentItemChanged.connect(self._show_current)
        self.take_back.confirmed.connect(self._undo)
        self.take_back.left.connect(self._leave_it)
        self._ask()

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002
        """Read the list again."""
        self._ask()

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc: out of the question first, then out of the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.take_back.isHidden():
            self._leave_it()
        else:
            self.frame.navigator.back()

    def current(self) -> ImportEntry | None:
        """Return the chosen import."""
        row = self.list.current_row()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    # building

    def _lay_out(self) -> None:
        self._places = QStackedWidget()
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.list, 1)
        column.addWidget(self._details())
        column.addWidget(self.take_back, 2)
        self._places.addWidget(full)
        self._places.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 14)
        whole.setSpacing(12)
        whole.addWidget(named(QLabel(_T("Pages", "Earlier imports")), "imports.title", role="title"))
        whole.addWidget(self._places, 1)

    def _details(self) -> QWidget:
        self.card = CardPanel(" ", "imports.details")
        self.told = text_label("", "imports.told")
        self.kept = text_label("", "imports.kept", "muted")
        self.undo_button = make_button("imports.undo", _T("Imports", "Take back …"), self._preview)
        self.undo_button.setIcon(self.frame.theme.icon("undo-2"))
        row = QHBoxLayout()
        row.addWidget(self.undo_button)
        row.addStretch(1)
        self.card.body.addWidget(self.told)
        self.card.body.addWidget(self.kept)
        self.card.body.addLayout(row)
        return self.card

    # reading

    def _ask(self) -> None:
        from crm_desktop.services.import_history import imports

        place = self._place
        self.frame.work.read(lambda: imports(place), self._show, group="imports.list", patient=True)

    def _show(self, entries: Sequence[ImportEntry]) -> None:
        current = self.current()
        self._entries = entries
        self.list.clear()
        for entry in entries:
            item = self.list.add_row(_row(entry), faint=entry.undone)
            for column in (3, 4, 5):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = next((row for row, one in enumerate(entries) if current is not None and one.id == current.id), 0)
        self.list.choose_row(row)
        self._places.setCurrentIndex(0 if entries else 1)
        begin = Offer("imports.begin", _T("Imports", "Bring in customers …"), self._begin, "upload", "primary")
        self.empty.say(
            _T("Imports", "Nothing has been brought in yet"),
            _T("Imports", "Each import stands here with what it did, and can be taken back."),
            [begin],
        )

    def _begin(self) -> None:
        self.frame.navigator.open("import")

    def _show_current(self) -> None:
        self._show_details()
        entry = self.current()
        if entry is None:
            return
        self.card.heading.setText(entry.file)
        self.told.setText(entry_sentence(entry))
        self.undo_button.setEnabled(entry.can_undo)
        self.kept.setText(kept_sentence(entry))
        self.kept.setVisible(bool(self.kept.text()))

    def _show_details(self) -> None:
        self._turn(taking_back=False)

    def _turn(self, *, taking_back: bool) -> None:
        """Show the question, which needs most of the page, or the few words about the chosen import."""
        self.card.setVisible(not taking_back)
        self.take_back.setVisible(taking_back)

    # taking back

    def _leave_it(self) -> None:
        self._show_details()
        self.undo_button.setFocus()

    def _preview(self) -> None:
        from crm_desktop.services.import_history import preview_undo_import

        entry, place = self.current(), self._place
        if entry is not None:
            self.undo_button.setEnabled(False)
            self.frame.work.read(
                lambda: preview_undo_import(place, entry.id), self._show_preview, self._refused, group="imports.preview"
            )

    def _show_preview(self, preview: UndoPreview) -> None:
        self.undo_button.setEnabled(True)
        entry = self.current()
        if entry is not None and entry.id == preview.entry.id:
            self._turn(taking_back=True)
            self.take_back.show_preview(preview)

    def _refused(self, fault: Fault) -> None:
        self.frame.notices.tell_fault(fault)
        self._ask()

    def _undo(self, put_back: frozenset[int], to_bin: frozenset[int]) -> None:
        from crm_desktop.services.import_history import undo_import

        entry, place = self.current(), self._place
        if entry is not None:
            self.frame.work.write(
                lambda: undo_import(place, entry.id, put_back=put_back, to_bin=to_bin), self._undone, self._refused
            )

    def _undone(self, _changes: ChangeSet) -> None:
        self._show_details()
        self.list.setFocus()
        self._ask()


def _row(entry: ImportEntry) -> list[str]:
    locale = QLocale()
    state = _T("Imports", "taken back") if entry.undone else ""
    if entry.operation is None:
        state = _T("Imports", "nothing to do")
    numbers = [locale.toString(number) for number in (entry.created, entry.updated, entry.errors)]
    return [entry.file, moment_word(entry.at), entry.person or "–", *numbers, state]


def entry_sentence(entry: ImportEntry) -> str:
    """Return what an import did, in a sentence or two."""
    locale = QLocale()
    said = _T(
        "Imports", "{created} added, {updated} updated, {unchanged} as before, {skipped} left out, {errors} errors."
    )
    numbers = {
        name: locale.toString(getattr(entry, name)) for name in ("created", "updated", "unchanged", "skipped", "errors")
    }
    return said.format(**numbers)


def kept_sentence(entry: ImportEntry) -> str:
    """Say why an import cannot be taken back; empty for one that can."""
    if entry.can_undo:
        return ""
    if entry.undone:
        return _T("Imports", "This import has been taken back.")
    if entry.operation is None:
        return _T("Imports", "It changed nothing, so there is nothing to take back.")
    return _T("Imports", "It is older than the time imports are kept for taking back (see the settings).")
