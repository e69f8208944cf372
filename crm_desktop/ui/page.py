"""What a page is to the frame, and what the frame is to a page.

A page author writes a `PageView` and hands the assembler a `Page`:

    Page("customers", _T("Pages", "Customers"), "users", make=lambda frame: CustomersPage(frame, services))

with `make` importing the view late, so that a page costs nothing before it is opened. The rail, Ctrl+1…9, the Go menu
and the palette list the pages that exist and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from crm_desktop.base.records import dataclass
from crm_desktop.base.settings import Settings
from crm_desktop.ui.actions import Verb, VerbBook
from crm_desktop.ui.notices import Notices
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.work import Work

if TYPE_CHECKING:
    from crm_desktop.domain.journal import ChangeSet
    from crm_desktop.ui.showing import Showing


class Navigator(Protocol):
    """Goes from page to page."""

    def open(self, page_id: str, argument: object = None) -> None:
        """Show a page; `argument` goes to its `open` (a customer's id, a search text)."""
        ...

    def back(self) -> None:
        """Return to the page before."""
        ...


@dataclass(frozen=True)
class Frame:
    """What every page is given: look, threads, voice, verbs, settings, ways to other pages.

    `memory` keeps how this computer's user arranged things (column widths, panes): key it by page and part.
    """

    theme: Theme
    work: Work
    notices: Notices
    verbs: VerbBook
    settings: Settings
    memory: QSettings
    navigator: Navigator


class PageView(QWidget):
    """A page's widget. Every method has a default; override what the page has an answer to."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame

    def verbs(self) -> Sequence[Verb]:
        """Return the verbs that work on this page only; asked once, after the page was made."""
        return ()

    def open(self, argument: object) -> None:
        """Show what the navigator was asked for; None: as it was."""

    def refresh(self, changes: ChangeSet | None) -> None:
        """Ask again for what changed; None: something did, outside this window. Called only while in sight."""

    def focus_search(self) -> bool:
        """Put the keyboard in the page's search field; False when it has none."""
        return False

    def focus_first(self) -> None:
        """Put the keyboard where work on this page begins."""
        self.setFocus()

    def showing(self) -> Showing | None:
        """Return what the page lists now, for an export; None for a page that lists no customers."""
        return None

    def customer_in_sight(self) -> int | None:
        """Return the customer a verb of the whole window is for ("New follow-up"); None where there is no one."""
        return None

    def is_ready(self) -> bool:
        """Say whether all that was asked for is shown; pictures wait for that."""
        return True

    def end(self) -> None:
        """Stop what runs beside the window's threads: the window goes."""

    def save_state(self) -> dict[str, object]:
        """Return what must outlive a change of language: texts being typed, the chosen row, the scroll position."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take back what `save_state` returned."""


@dataclass(frozen=True)
class Page:
    """How a page presents itself before it is made.

    `parent` names the page whose place on the rail is lit for one that has none of its own (the customer's record lies
    under "customers"); such a page is not listed. One `at_foot` has its place there, at the end of the rail. `verbs`
    work from anywhere ("New customer"). `example` answers an argument that shows the page well, for pictures; `scenes`
    answers several by name, for a page with steps. `dialogs` answers by name what opens the dialogs that belong to the
    page, for pictures, too. `topic` is the place of the user guide that tells of it, "topic" or "topic#place".
    """

    id: str
    title: str
    icon: str
    make: Callable[[Frame], PageView]
    parent: str = ""
    at_foot: bool = False
    verbs: Callable[[Frame], Sequence[Verb]] | None = None
    example: Callable[[], object] | None = None
    scenes: Callable[[], Mapping[str, object]] | None = None
    dialogs: Callable[[Frame], Mapping[str, Callable[[], QWidget]]] | None = None
    topic: str = ""
