"""Record what a customer agreed to or refused on one channel for one purpose; nothing recorded is ever overwritten."""

from __future__ import annotations

from datetime import datetime

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.consent import newest_answer
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.notices import kept_notice
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, tables


def record_consent(
    workplace: Workplace,
    customer_id: int,
    channel: Channel,
    given: bool,
    *,
    purpose: Purpose = Purpose.MARKETING,
    how: str = "",
    wording: str = "",
    at: datetime | None = None,
) -> ChangeSet:
    """Record consent given or withdrawn: how, by which version of the words, when (now), asked by whoever acts.

    `wording` is for other words than the shop's own, such as those of a form on paper.
    """
    workplace.require(Right.CUSTOMERS_EDIT)
    notice = kept_notice(workplace, purpose)
    with workplace.unit_of_work(Kind.CONSENT_RECORD) as work:
        work.about(customer_id)
        values = {"how": clean_text(how), "wording": clean_text(wording), "person_id": workplace.person_id}
        moment = to_stamp(at or workplace.now())
        row = {"customer_id": customer_id, "channel": channel.value, "given": int(given), "at": moment}
        work.insert_one(tables.consent, purpose=purpose.value, notice_id=notice, **row, **values)
        return work.commit()


def refuse_offers(workplace: Workplace, customer_id: int, *, how: str = "") -> ChangeSet:
    """Record that a customer wants no offers, on no channel; nothing is written where all are refused already."""
    workplace.require(Right.CUSTOMERS_EDIT)
    notice = kept_notice(workplace, Purpose.MARKETING)
    with workplace.unit_of_work(Kind.CONSENT_RECORD) as work:
        work.about(customer_id)
        answers = customers.get_customer(work.connection, customer_id).consents
        newest = {channel: newest_answer(answers, channel, Purpose.MARKETING) for channel in Channel}
        shared = {
            "customer_id": customer_id, "given": 0, "at": to_stamp(workplace.now()), "how": clean_text(how),
            "person_id": workplace.person_id, "purpose": Purpose.MARKETING.value, "notice_id": notice,
        }  # fmt: skip
        open_still = [channel for channel, answer in newest.items() if answer is None or answer.given]
        work.insert(tables.consent, [{**shared, "channel": channel.value} for channel in open_still])
        return work.commit()
