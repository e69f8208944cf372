"""What follows a sale: the slip is printed at once, or offered, as the settings say."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from crm_desktop.base.declared_settings import SLIP_AFTER_SALE
from crm_desktop.base.text import _T
from crm_desktop.domain.sale_results import Recorded
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.notices import Choice
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.jobs import TillJobs


@dataclass(frozen=True)
class AfterSale:
    """Called with what was recorded."""

    window: QWidget
    frame: Frame
    workplace: Workplace

    def __call__(self, recorded: Recorded) -> None:
        """Print the slip where that is wanted."""
        if self.frame.settings.get(SLIP_AFTER_SALE) == "print":
            from crm_desktop.ui.pages.till.printing import print_after_sale

            print_after_sale(self.window, self.frame, TillJobs(self.workplace), recorded.sale_id)

    def offer(self, sale_id: int) -> Choice:
        """Return the way to the slip, for the toast."""

        def show() -> None:
            from crm_desktop.ui.pages.till.slip_dialog import show_slip

            show_slip(self.window, self.frame, self.workplace, sale_id)

        return Choice(_T("Till", "Show the slip"), show)
