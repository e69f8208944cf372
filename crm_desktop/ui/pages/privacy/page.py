"""How the page of privacy presents itself before it is made; the menu and the palette lead to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.domain.backup import BackupReason
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.page import Frame, Page, PageView

PRIVACY_PAGE = "privacy"

BackUpFirst = Callable[[BackupReason, Callable[[], object]], object]
"""Makes a backup for a reason, then calls what was to follow."""


@dataclass(frozen=True)
class EraseWhom:
    """Opens the page on the erasure of this customer."""

    customer_id: int


def privacy_page(workplace: Workplace, back_up_first: BackUpFirst) -> Page:
    """Return the page."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.privacy.view import PrivacyView

        return PrivacyView(frame, workplace, back_up_first)

    def verbs(frame: Frame) -> Sequence[Verb]:
        def show() -> None:
            frame.navigator.open(PRIVACY_PAGE)

        return [Verb("privacy", _T("Verbs", "&Privacy"), show, "", "lock", Menu.TOOLS, 3)]

    title = _T("Pages", "Privacy")
    return Page(
        PRIVACY_PAGE, title, "lock", make, parent=PRIVACY_PAGE, verbs=verbs, example=lambda: None, topic="privacy"
    )
