"""The pages one behind the other: made when first opened, refreshed when in sight, with a way back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from crm_desktop.ui.page import Frame, Page, PageView

if TYPE_CHECKING:
    from crm_desktop.domain.journal import ChangeSet

LONGEST_WAY_BACK = 50


class PageStack(QStackedWidget):
    """The navigator of a window."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._pages: dict[str, Page] = {}
        self._views: dict[str, PageView] = {}
        self._missed: dict[str, list[ChangeSet | None]] = {}
        self._waiting: dict[str, dict[str, object]] = {}
        self._back: list[tuple[str, object]] = []
        self._forward: list[tuple[str, object]] = []
        self._here: tuple[str, object] = ("", None)
        self._refused: frozenset[str] = frozenset()

    def adopt(self, frame: Frame, pages: Sequence[Page]) -> None:
        """Take the pages that can be opened."""
        self._frame = frame
        self._pages = {page.id: page for page in pages}

    @property
    def current_id(self) -> str:
        """The id of the page in sight, "" before the first."""
        return self._here[0]

    @property
    def topic(self) -> str:
        """The place of the user guide for the page in sight, "" where it names none."""
        page = self._pages.get(self.current_id)
        return page.topic if page is not None else ""

    def view(self, page_id: str) -> PageView:
        """Return a page's view, made now if it was not; raises KeyError for an unknown page."""
        if page_id not in self._views:
            self._make(page_id)
        return self._views[page_id]

    def made(self, page_id: str) -> PageView | None:
        """Return a page's view if it has been made."""
        return self._views.get(page_id)

    def open(self, page_id: str, argument: object = None) -> None:
        """Show a page."""
        if page_id == self.current_id and argument in (None, self._here[1]):
            self.view(page_id).focus_first()
            return
        if self.current_id:
            self._back = [*self._back, self._here][-LONGEST_WAY_BACK:]
        self._forward.clear()
        self._show(page_id, argument)

    def back(self) -> None:
        """Return to the page before; nothing happens on the first."""
        if self._back:
            self._forward.append(self._here)
            self._show(*self._back.pop())

    def forward(self) -> None:
        """Go again where `back` came from."""
        if self._forward:
            self._back.append(self._here)
            self._show(*self._forward.pop())

    def refresh(self, changes: ChangeSet | None) -> None:
        """Refresh the page in sight and note it for the others."""
        for page_id, view in self._views.items():
            if page_id == self.current_id:
                view.refresh(changes)
            else:
                self._missed.setdefault(page_id, []).append(changes)

    def focus_search(self) -> bool:
        """Put the keyboard in the search field of the page in sight."""
        return bool(self.current_id) and self.view(self.current_id).focus_search()

    def focus_first(self) -> None:
        """Put the keyboard where work begins on the page in sight."""
        if self.current_id:
            self.view(self.current_id).focus_first()

    def end(self) -> None:
        """Have every page stop what it runs: the window goes."""
        for view in self._views.values():
            view.end()

    def save_state(self) -> dict[str, object]:
        """Return the page in sight, its argument, and the state of every page that was opened."""
        states = {page_id: view.save_state() for page_id, view in self._views.items()}
        return {"here": self._here, "back": list(self._back), "pages": {**self._waiting, **states}}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the state back; pages not opened yet get theirs when they are."""
        pages, here, back = state.get("pages"), state.get("here"), state.get("back")
        if isinstance(pages, dict):
            self._waiting = {key: value for key, value in pages.items() if key in self._pages}
        if isinstance(back, list):
            self._back = back
        if isinstance(here, tuple) and here[0] in self._pages:
            self._show(*here)

    def set_refused(self, page_ids: Collection[str]) -> None:
        """Show the first page that may be opened in the place of any of these."""
        self._refused = frozenset(page_ids)

    def _show(self, page_id: str, argument: object) -> None:
        if page_id in self._refused:
            allowed = (page.id for page in self._pages.values() if not page.parent and page.id not in self._refused)
            page_id, argument = next(allowed, page_id), None
        view = self.view(page_id)
        self._here = (page_id, argument)
        self.setCurrentWidget(view)
        if argument is not None:
            view.open(argument)
        if page_id in self._waiting:
            view.restore_state(self._waiting.pop(page_id))
        self._catch_up(page_id)
        self.opened.emit(page_id)
        view.focus_first()

    def _catch_up(self, page_id: str) -> None:
        missed = self._missed.pop(page_id, [])
        if missed:
            self._views[page_id].refresh(missed[0] if len(missed) == 1 else None)

    def _make(self, page_id: str) -> None:
        view = self._pages[page_id].make(self._frame)
        view.setObjectName(f"page.{page_id}")
        view.setAccessibleName(self._pages[page_id].title)
        self._views[page_id] = view
        self.addWidget(view)
        self._frame.verbs.add(*view.verbs())
