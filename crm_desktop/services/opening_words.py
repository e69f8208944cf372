"""What opening balances are called, dated and explained by where their file does not say it."""

from __future__ import annotations

from datetime import date

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.services.programmes import usual_name
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.prepare_balances import OpeningWords
from crm_desktop.store.shop_time import shop_time


def opening_words(workplace: Workplace, file_name: str, plan: ImportPlan) -> OpeningWords:
    """Return the names, the day and the reason of the openings a plan brings; dates are those of the shop's clock."""
    workplace.require(Right.IMPORT)
    now = workplace.now()
    with workplace.store.read() as connection:
        today = shop_time(connection).day_of(now)
    names = {kind: usual_name(kind) for kind in ProgrammeKind} | {
        ProgrammeKind.VISITS: _T("ImportBalances", "Visit card", "a card whose service the file does not name")
    }
    reason = plan.reason or _T("ImportBalances", "Opening balance from {file}").format(file=file_name)
    day = date.fromisoformat(plan.as_of) if plan.as_of else today
    return OpeningWords(names, day, to_stamp(now), workplace.person_id, reason)
