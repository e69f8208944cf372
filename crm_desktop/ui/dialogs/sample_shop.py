"""Filling an empty shop with invented customers, so that the program can be tried."""

from __future__ import annotations

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.fill_demo import fill_demo
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame

_KEY = "sample"


def fill_sample_shop(frame: Frame, workplace: Workplace) -> None:
    """Fill it off the GUI thread; a shop with customers of its own is refused in words and keeps them."""
    frame.notices.say(_T("Sample", "Making a sample shop with invented customers …"), key=_KEY)

    def done(_changes: ChangeSet) -> None:
        frame.notices.withdraw(_KEY)

    def refused(fault: Fault) -> None:
        frame.notices.withdraw(_KEY)
        frame.notices.tell_fault(fault)

    frame.work.write(lambda: fill_demo(workplace), done, refused)
