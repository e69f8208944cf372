"""How the catalogue presents itself before it is made."""

from __future__ import annotations

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView

PAGE_ID = "catalogue"


@dataclass(frozen=True)
class NewProduct:
    """Opens the page on a new product with this barcode."""

    barcode: str


def catalogue_page(workplace: Workplace) -> Page:
    """Return the page; it lies under the till."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.catalogue.view import CatalogueView

        return CatalogueView(frame, workplace)

    return Page(
        PAGE_ID, _T("Pages", "Catalogue"), "package", make, parent="till", example=lambda: None, topic="till#catalogue"
    )
