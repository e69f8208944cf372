"""Beginning as a shop of one trade: loyalty rules, follow-up plans and cadences, in one step to be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import FollowUpKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.presets import Preset, Trade, preset, trade_words
from crm_desktop.domain.money import places_of
from crm_desktop.domain.plans import Cadence, Plan
from crm_desktop.domain.rights import Right
from crm_desktop.services.begin_programmes import begin_with
from crm_desktop.services.say_lists import joined
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.suggested_plans import quiet_plan, suggestions
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import cadences, customers, plans, programmes
from crm_desktop.store.unit_of_work import UnitOfWork

SALES_TEAM = "sales_team"
"""The one trade without loyalty rules: it looks after firms, not after members."""


@dataclass(frozen=True)
class SuggestedCadence:
    """How often those with a tag are met; the tag is made where there is none."""

    tag: str
    ideal_days: int
    longest_days: int
    kind: FollowUpKind = FollowUpKind.MESSAGE


@dataclass(frozen=True)
class Beginning:
    """What a shop of a trade begins with. `rules` is None where the trade has no loyalty rules.

    `tags` names the tag that starts a plan, by the plan's name.
    """

    key: str
    name: str
    rules: Preset | None
    plans: tuple[Plan, ...]
    tags: tuple[tuple[str, str], ...] = ()
    cadences: tuple[SuggestedCadence, ...] = ()


_PLANS: dict[str, tuple[str | int, ...]] = {
    Trade.SALON: (45, "birthday", "complaint"),
    Trade.TEA_WINE: ("first", 60, "birthday"),
    Trade.MATERNITY: ("first", 45, "birthday"),
    Trade.RESTAURANT: (60, "birthday", "complaint"),
    Trade.REPAIR: ("purchase", "warranty", "complaint"),
    Trade.TUITION: ("new", 30, "birthday"),
    Trade.GYM: ("new", 14, "birthday"),
    Trade.CLOTHING: ("first", 90, "birthday"),
    Trade.PETS: ("first", 45, "complaint"),
    SALES_TEAM: ("new", "quotation", "complaint"),
}
"""The suggested plans of each trade; a number is after how many quiet days it is asked how somebody is."""


def beginnings(currency: str) -> list[Beginning]:
    """Return every trade with what it begins with, in the language in use and the amounts of a currency."""
    unit = 10 ** places_of(currency)
    names = trade_words()
    found = [_beginning(trade.value, names[trade], preset(trade, unit)) for trade in Trade]
    return [*found, _beginning(SALES_TEAM, _T("Preset", "Sales team"), None)]


def begin_trade(workplace: Workplace, key: str) -> ChangeSet:
    """Keep what a trade begins with, named in the language in use; what the shop has already stays as it is.

    Raises Fault NOT_FOUND for a trade there is none of, NOT_ALLOWED.
    """
    workplace.require(Right.PROGRAMMES)
    workplace.require(Right.SETTINGS)
    found = next((one for one in beginnings(currency_of(workplace)) if one.key == key), None)
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, key=key)
    with workplace.unit_of_work(Kind.TRADE_BEGIN) as work:
        if found.rules is not None and not programmes.has_any(work.connection):
            begin_with(work, found.rules)
        _keep_plans(work, found)
        _keep_cadences(work, found)
        return work.commit()


def has_rules_and_plans(workplace: Workplace) -> tuple[bool, bool]:
    """Tell whether the shop has loyalty rules, and whether it has follow-up plans."""
    workplace.require(Right.SETTINGS)
    with workplace.store.read() as connection:
        return programmes.has_any(connection), bool(plans.all_plans(connection))


def say_beginning(one: Beginning) -> str:
    """Return in one sentence what choosing a trade sets up."""
    parts = [*_said_rules(one.rules), *_said_plans(one), *_said_cadences(one)]
    return _T("BeginTrade", "Sets up {parts}.").format(parts=joined(parts))


def _beginning(key: str, name: str, rules: Preset | None) -> Beginning:
    known = {one.key: one for one in suggestions()}
    chosen = [quiet_plan(which) if isinstance(which, int) else known[which].plan for which in _PLANS[key]]
    tags = tuple((one.plan.name, one.tag) for one in known.values() if one.tag and one.plan in chosen)
    return Beginning(key, name, rules, tuple(chosen), tags, _cadences(key))


def _cadences(key: str) -> tuple[SuggestedCadence, ...]:
    if key in (Trade.TEA_WINE, Trade.CLOTHING):
        return (SuggestedCadence(_T("BeginTrade", "Regulars", "a tag"), 30, 60),)
    if key != SALES_TEAM:
        return ()
    return (
        SuggestedCadence(_T("BeginTrade", "A customers", "a tag"), 14, 30, FollowUpKind.CALL),
        SuggestedCadence(_T("BeginTrade", "B customers", "a tag"), 30, 60, FollowUpKind.CALL),
        SuggestedCadence(_T("BeginTrade", "C customers", "a tag"), 90, 180),
    )


def _keep_plans(work: UnitOfWork, found: Beginning) -> None:
    known, tags = {plan.name for plan in plans.all_plans(work.connection)}, dict(found.tags)
    for plan in found.plans:
        if plan.name not in known:
            tag = tags.get(plan.name)
            tag_id = customers.tag_ids(work, [tag])[0] if tag else None
            plans.save_plan(work, replace(plan, event_tag_id=tag_id))


def _keep_cadences(work: UnitOfWork, found: Beginning) -> None:
    taken = {one.tag_id for one in cadences.all_cadences(work.connection)}
    for one in found.cadences:
        tag_id = customers.tag_ids(work, [one.tag])[0]
        if tag_id not in taken:
            cadences.save_cadence(work, Cadence(tag_id, one.ideal_days, one.longest_days, one.kind.value))


def _said_rules(rules: Preset | None) -> list[str]:
    if rules is None:
        return []
    said = [_T("BeginTrade", "points")]
    if rules.tiers:
        said.append(_T("BeginTrade", "{count} tiers").format(count=len(rules.tiers)))
    if rules.stored is not None:
        said.append(_T("BeginTrade", "stored value"))
    return said + [_T("BeginTrade", "the card “{name}”").format(name=card.name) for card in rules.cards]


def _said_plans(one: Beginning) -> list[str]:
    return [_T("BeginTrade", "the plan “{name}”").format(name=plan.name) for plan in one.plans]


def _said_cadences(one: Beginning) -> list[str]:
    text = _T("BeginTrade", "“{tag}” every {days} days")
    return [text.format(tag=cadence.tag, days=cadence.ideal_days) for cadence in one.cadences]
