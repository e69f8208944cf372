"""Record what a customer agreed to or refused on one channel; nothing recorded is ever overwritten."""

from __future__ import annotations

from datetime import datetime

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.customer import Channel
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables


def record_consent(
    workplace: Workplace,
    customer_id: int,
    channel: Channel,
    given: bool,
    *,
    how: str = "",
    wording: str = "",
    at: datetime | None = None,
) -> ChangeSet:
    """Record consent given or withdrawn: how it was given, the words agreed to, when (now), asked by whoever acts."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CONSENT_RECORD) as work:
        work.about(customer_id)
        values = {"how": clean_text(how), "wording": clean_text(wording), "person_id": workplace.person_id}
        moment = to_stamp(at or workplace.now())
        row = {"customer_id": customer_id, "channel": channel.value, "given": int(given), "at": moment}
        work.insert_one(tables.consent, **row, **values)
        return work.commit()
