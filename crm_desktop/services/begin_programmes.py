"""Beginning with what suits a trade: programmes, tiers and rewards in one step that can be taken back."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.presets import Preset, Trade, preset
from crm_desktop.domain.loyalty.rules import Tier
from crm_desktop.domain.loyalty.words import ProgrammeKind, RewardKind
from crm_desktop.domain.money import places_of
from crm_desktop.domain.rights import Right
from crm_desktop.services.programmes import usual_name
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.tiers import keep_in_order
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import programmes as rows
from crm_desktop.store import rewards, tables
from crm_desktop.store.unit_of_work import UnitOfWork


def start_with_preset(workplace: Workplace, trade: Trade) -> ChangeSet:
    """Begin with the programmes, tiers and rewards of a trade; amounts are in the shop's currency.

    Raises Fault VALUE_INVALID where the shop has a programme or a tier already.
    """
    workplace.require(Right.PROGRAMMES)
    begins = preset(trade, 10 ** places_of(currency_of(workplace)))
    with workplace.unit_of_work(Kind.PROGRAMME_EDIT) as work:
        if rows.has_any(work.connection):
            raise Fault(FaultKind.VALUE_INVALID, field="trade", reason="begun_already")
        begin_with(work, begins)
        return work.commit()


def begin_with(work: UnitOfWork, begins: Preset) -> None:
    """Write the programmes, tiers and rewards of a preset."""
    rows.begin_programme(work, ProgrammeKind.POINTS, usual_name(ProgrammeKind.POINTS), begins.points)
    if begins.stored is not None:
        rows.begin_programme(work, ProgrammeKind.STORED, usual_name(ProgrammeKind.STORED), begins.stored)
    for card in begins.cards:
        rows.begin_programme(work, ProgrammeKind.VISITS, card.name, card.rules)
    keep_in_order(work, [Tier(0, one.name, one.rules, 0, one.colour) for one in begins.tiers])
    first = rewards.next_position(work.connection)
    for place, one in enumerate(begins.rewards):
        work.insert_one(
            tables.reward,
            public_id=new_public_id(),
            position=first + place,
            active=1,
            name=one.name,
            kind=RewardKind.MONEY.value,
            cost=one.cost,
            value=one.value,
        )
