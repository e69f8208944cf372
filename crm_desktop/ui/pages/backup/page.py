"""How the page of backups presents itself before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm_desktop.base.text import _T
from crm_desktop.ui.backup_flows import BACKUP_PAGE
from crm_desktop.ui.page import Frame, Page, PageView

if TYPE_CHECKING:
    from crm_desktop.ui.flows import Flows


def backup_page(flows: Flows) -> Page:
    """Return the page."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.backup.view import BackupView

        return BackupView(frame, flows)

    return Page(
        BACKUP_PAGE, _T("Pages", "Backup"), "save", make, parent=BACKUP_PAGE, example=lambda: None, topic="backups"
    )
