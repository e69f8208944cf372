"""The timeline with its chips, its search, the log line, and what can be done with an entry."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind
from crm_desktop.services import words
from crm_desktop.services.log_interaction import Contact, change_interaction, log_interaction, remove_interaction
from crm_desktop.services.undo import undo
from crm_desktop.ui.clipboard import copy_for_a_moment
from crm_desktop.ui.pages.customer.log_line import LogLine
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.next_after_log import NextAfterLog
from crm_desktop.ui.pages.customer.timeline_lines import (
    ALL,
    CHANGES,
    CONTACTS,
    Line,
    chosen_lines,
    kinds_present,
    timeline_lines,
)
from crm_desktop.ui.pages.customer.timeline_view import TimelineView
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.search_field import SearchField


class TimelinePart(QWidget):
    """Everything that happened with one customer."""

    def __init__(self, model: RecordModel, compact: bool = False) -> None:
        super().__init__()
        self.setObjectName("timelinePart")
        self._model = model
        self._compact = compact
        self._present: set[str] = set()
        self._lines: list[Line] = []
        theme = model.frame.theme
        self.log = LogLine(theme)
        self.log.logged.connect(self._keep)
        self.log.closed.connect(self._give_focus_back)
        self._after_log = QVBoxLayout()
        self.next = NextAfterLog(model, self._after_log, self._give_focus_back)
        self.chips = self._make_chips()
        self.chips.chosen.connect(self._show)
        self.search = SearchField(theme, _T("Timeline", "Search the timeline"), "timeline.search")
        self.search.asked.connect(self._show)
        self.finder = self._make_finder()
        self.view = TimelineView(theme, model.workplace.now, _T("Timeline", "Timeline"))
        self.view.asked.connect(lambda _: self._menu_at_current())
        self.view.customContextMenuRequested.connect(self._menu_at)
        self.search.left_down.connect(self.view.setFocus)
        self.nothing = named(QLabel(wordWrap=True), "timeline.nothing", role="muted")
        self._more = self._make_more()
        self._lay_out()
        model.timeline_changed.connect(self._take)
        model.changed.connect(self._take_people)
        model.shown.connect(self._start_over)

    def begin_log(self) -> None:
        """Open the log line."""
        record = self._model.record
        if record is not None and record.customer.deleted_at is None:
            self.next.close()
            self.log.begin()

    def save_state(self) -> dict[str, object]:
        """Return chip, search and what is being written."""
        return {"chip": self.chips.keys(), "search": self.search.text(), "log": self.log.draft()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take them back."""
        chip, log = state.get("chip"), state.get("log")
        if isinstance(chip, tuple) and chip:
            self.chips.choose(chip)
        self.search.set_query(str(state.get("search") or ""))
        if isinstance(log, Contact):
            self.log.begin(log)

    # building

    def _make_chips(self) -> ChipRow:
        fixed = [
            (ALL, _T("Timeline", "All")),
            (CONTACTS, _T("Timeline", "Contacts")),
            (CHANGES, _T("Timeline", "Changes")),
        ]
        kinds = [(kind.value, word) for kind, word in words.interaction_words().items()]
        return ChipRow([*fixed, *kinds], "timeline.chips", _T("Timeline", "What the timeline shows"))

    def _make_finder(self) -> QToolButton:
        """Return the button that brings the search field into a narrow pane."""
        theme = self._model.frame.theme
        finder = IconButton(theme, "timeline.find", "search", _T("Timeline", "Search the timeline"))
        finder.clicked.connect(self.focus_search)
        return finder

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.show()
        self.search.setFocus()

    def _make_more(self) -> QToolButton:
        """Return the button over the chosen or hovered line that opens what can be done with it."""
        theme = self._model.frame.theme
        more = IconButton(theme, "timeline.more", "ellipsis", _T("Timeline", "What to do with this entry"))
        more.setParent(self.view.viewport())
        more.clicked.connect(self._menu_at_current)
        more.hide()
        self.view.selectionModel().currentChanged.connect(lambda *_: self._place_more())
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._place_more())
        return more

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.log)
        column.addLayout(self._after_log)
        column.addWidget(self.search)
        row = QHBoxLayout()
        row.addWidget(self.chips, 1)
        row.addWidget(self.finder, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.finder.setVisible(self._compact)
        self.search.setVisible(not self._compact)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        self.view.setMinimumHeight(160)

    # showing

    def _start_over(self) -> None:
        self.log.close_line()
        self.search.clear()
        self.search.setVisible(not self._compact)
        self.chips.choose([ALL])

    def _take(self) -> None:
        self._lines = timeline_lines(self._model.timeline)
        self._present = kinds_present(self._lines)
        self._show()

    def _take_people(self) -> None:
        if self._model.record is not None:
            self.log.set_people(self._model.record.people, self._model.workplace.person_id)

    def _show_kinds(self, key: object) -> None:
        """Show the chips of the kinds there are; in a narrow pane only beside chosen contacts."""
        offered = self._present if len(self._present) > 1 and not (self._compact and key in (ALL, CHANGES)) else set()
        for kind in words.interaction_words():
            chip = self.chips.findChild(QPushButton, f"timeline.chips.{kind.value}")
            if isinstance(chip, QPushButton):
                chip.setVisible(kind.value in offered or chip.isChecked())
        self.chips.updateGeometry()

    def _show(self) -> None:
        keys = self.chips.keys()
        self._show_kinds(keys[0] if keys else ALL)
        chosen = chosen_lines(self._lines, str(keys[0]) if keys else ALL, self.search.query())
        self.view.lines.set_lines(chosen)
        self._more.hide()
        self.nothing.setVisible(not chosen)
        if self._lines:
            self.nothing.setText(_T("Timeline", "Nothing here fits. Choose “All” or search for something else."))
        else:
            self.nothing.setText(_T("Timeline", "Nothing has happened yet. Ctrl+L logs the first contact."))

    def _give_focus_back(self) -> None:
        if self.isVisible():
            self.view.setFocus()

    # doing

    def _keep(self, contact: Contact, corrects: int | None) -> None:
        place = self._model.workplace
        if corrects is None:
            self._model.save(lambda customer_id: log_interaction(place, customer_id, contact))
            self.next.offer(contact)
        else:
            self._model.save(lambda _: change_interaction(place, corrects, contact))

    def _place_more(self) -> None:
        index = self.view.currentIndex()
        self._more.setVisible(index.isValid())
        if not index.isValid():
            return
        rect = self.view.visualRect(index)
        size = self._more.sizeHint()
        self._more.setGeometry(rect.right() - size.width() - 2, rect.bottom() - size.height() - 3, *size.toTuple())

    def _menu_at_current(self) -> None:
        rect = self.view.visualRect(self.view.currentIndex())
        self._open_menu(rect.bottomRight() - QPoint(40, 4))

    def _menu_at(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self._open_menu(point)

    def _open_menu(self, point: QPoint) -> None:
        line = self.view.current_line()
        if line is None:
            return
        menu = self.entry_menu(line)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(point))

    def entry_menu(self, line: Line) -> QMenu:
        """Return the menu of a line."""
        menu = named(QMenu(self), "timeline.menu", _T("Timeline", "What to do with this entry"))
        theme, place, contact = self._model.frame.theme, self._model.workplace, line.entry.interaction

        def add(name: str, icon: str, text: str, run: object) -> None:
            action = QAction(theme.icon(icon), text, menu)
            action.setObjectName(f"timeline.{name}")
            action.triggered.connect(run)
            menu.addAction(action)

        if contact is not None:
            add("edit", "pencil", _T("Timeline", "Edit"), lambda: self.log.begin(corrects=contact))
            remove = self._remover(contact.id)
            add("remove", "trash-2", _T("Timeline", "Remove"), remove)
        operation_id = line.entry.operation_id
        if line.entry.can_take_back and operation_id is not None and is_merge(line):
            add("takeApart", "split", _T("Merge", "Take apart …"), lambda: self._take_apart(operation_id))
        elif line.entry.can_take_back and operation_id is not None:
            take_back = lambda: self._model.save(lambda _: undo(place, operation_id))  # noqa: E731
            add("takeBack", "undo-2", _take_back_text(line), take_back)
        add("copy", "copy", _T("Timeline", "Copy the text"), lambda: copy_for_a_moment(line.spoken))
        return menu

    def _take_apart(self, operation_id: int) -> None:
        from crm_desktop.ui.dialogs.take_apart import take_apart

        take_apart(self.window(), self._model.frame, self._model.workplace, operation_id)

    def _remover(self, interaction_id: int) -> object:
        place = self._model.workplace
        return lambda: self._model.save(lambda _: remove_interaction(place, interaction_id))


def is_merge(line: Line) -> bool:
    """Tell whether a line is a merge, which is taken apart with a preview."""
    event = line.entry.event
    return event is not None and event.kind is Kind.MERGE and event.undoes is None


def _take_back_text(line: Line) -> str:
    """Return what taking a line back is called; one that was about many says so."""
    count = line.entry.event.subject_count if line.entry.event is not None else 1
    if count > 1:
        return _T("Timeline", "Take this back for all %n customers", n=count)
    return _T("Timeline", "Take this back")
