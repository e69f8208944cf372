"""The import as a page of the window, and what it is opened with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.page import Frame, Page, PageView

IMPORT_PAGE = "import"


class Files:
    """Files to bring in, taken once: going back to the page later must not bring them in again."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = list(paths)

    def take(self) -> list[Path]:
        """Return the files the first time, nothing after that."""
        taken, self._paths = self._paths, []
        return taken


def import_page(shop: OpenShop, example: Callable[[], object] | None = None) -> Page:
    """Return the page; `example` answers what shows it well, for pictures."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.importing.view import ImportView

        return ImportView(frame, shop)

    title = _T("Pages", "Import customers")
    return Page(IMPORT_PAGE, title, "upload", make, parent="customers", example=example)
