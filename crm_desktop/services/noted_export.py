"""Notes in the journal that somebody wrote data to a file outside the shop."""

from __future__ import annotations

import logging
from collections.abc import Callable

from crm_desktop.domain.journal import Kind
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.unit_of_work import UnitOfWork

log = logging.getLogger(__name__)


def note_export(
    workplace: Workplace,
    reason: str,
    customer_id: int | None = None,
    *,
    count: int | None = None,
    and_also: Callable[[UnitOfWork], object] | None = None,
) -> None:
    """Note who wrote how many customers, or which one, to a file; `and_also` may write more in the same operation.

    A book that cannot be written gives its data all the same: that is what is left to do with it. The log says so.
    """
    if workplace.store.is_only_read:
        log.info("an export is not in the journal: nothing can be written to the book")
        return
    with workplace.unit_of_work(Kind.EXPORT, reason=reason) as work:
        if customer_id is not None or count is not None:
            work.about(customer_id, count=1 if count is None else count)
        work.keep_operation()
        if and_also is not None:
            and_also(work)
        work.commit()
