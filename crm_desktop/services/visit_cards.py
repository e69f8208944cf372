"""Sell a card of visits and take visits off it, for its holder or for somebody of her household.

A card sold is a sale like any other: its money is spent when it is sold, and a visit taken off it is a slip of nothing
that counts as a visit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty import visits
from crm_desktop.domain.loyalty.lots import usable
from crm_desktop.domain.loyalty.rules import Rules, VisitRules
from crm_desktop.domain.loyalty.words import Cause, Lot, ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sales import CARD_USE, ONE, TOP_UP, LineDraft, Payment, Product, SaleDraft, SaleKind, StaffShare
from crm_desktop.services.booked import Booked, booked, booked_before, the_member
from crm_desktop.services.decide_tier import decide_tier
from crm_desktop.services.put_off_lots import put_off_lots
from crm_desktop.services.slip_checks import MOST_MONEY, checked_when
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.services.write_sale import record_within
from crm_desktop.store import parts, programmes, tables, visit_cards
from crm_desktop.store.catalogue import products_by_id
from crm_desktop.store.ledger import (
    AccountRow,
    When,
    account_row,
    accounts_of,
    add_lot,
    household_accounts,
    lots_of,
    new_account,
    write_takes,
)
from crm_desktop.store.sales import NewLine, NewSlip, WrittenSlip, insert_slip
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.unit_of_work import UnitOfWork

MOST_USES = 10_000


@dataclass(frozen=True)
class CardSaleDraft:
    """A card before it is sold; None is what the rules of the programme say, a price of 0 gives it away.

    The price is what is paid, whatever the tier. It can be paid with stored value, too, and earns points as any sale.
    """

    slip_id: str
    customer_id: int
    programme_id: int
    uses: int | None = None
    price: int | None = None
    for_household: bool | None = None
    payments: tuple[Payment, ...] = ()
    staff: tuple[StaffShare, ...] = ()
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class CardUseDraft:
    """Visits taken off a card. `customer_id` is who comes: the holder, or somebody of her household.

    `account_id` names the card where she has several; otherwise the one of `programme_id` that ends first is used.
    `confirmed` uses a card outside its weekdays or above its daily maximum, where the shop says so itself.
    """

    slip_id: str
    customer_id: int
    account_id: int | None = None
    programme_id: int | None = None
    uses: int = 1
    product_id: int | None = None
    """The service that is used; None where the card is good for one service alone, or for any."""
    staff: tuple[StaffShare, ...] = ()
    note: str = ""
    confirmed: bool = False
    at: datetime | None = None


def sell_card(workplace: Workplace, draft: CardSaleDraft) -> Booked:
    """Sell a card of visits; the same slip twice books once.

    Raises Fault AMOUNT_WRONG, PAYMENTS_DIFFER, NOT_ENOUGH, NOT_FOUND, DAY_CLOSED, TIME_BEHIND.
    """
    workplace.require(Right.SELL)
    with workplace.unit_of_work(Kind.CARD_SELL) as work:
        there = booked_before(work, draft.slip_id, draft.customer_id)
        if there is not None:
            return there
        the_member(work, draft.customer_id)
        work.about(draft.customer_id)
        when = checked_when(work.connection, workplace.now(), draft.at)
        sort = _sort(work, draft.programme_id)
        rules = _asked(sort, draft)

        def give(slip: WrittenSlip) -> None:
            account_id = new_account(work, sort.programme_id, draft.customer_id, for_household=rules.for_household)
            lot = visits.card_lot(rules, when.day, sort.version_id)
            by_line: dict[int | None, int] = {slip.line_ids[0]: rules.uses}
            add_lot(work, account_id, lot, Cause.TOP_UP, when=when, sale_id=slip.sale_id, by_line=by_line)

        if not rules.price:
            slip = insert_slip(work, _given(draft, sort.name, when))
            give(slip)
            return booked(work, draft.customer_id, when.day, slip)
        sale = record_within(work, _sale(draft, sort.name, rules.price), when, draft.at or workplace.now(), give)
        return Booked(sale.changes, sale.sale_id, sale.number, sale.balances)


def _sort(work: UnitOfWork, programme_id: int) -> programmes.KeptProgramme:
    """Return a sort of visit card that is sold; raise Fault NOT_FOUND."""
    sort = next(iter(programmes.kept_programmes(work.connection, programme_id)), None)
    if sort is None or not sort.active or sort.kind is not ProgrammeKind.VISITS:
        raise Fault(FaultKind.NOT_FOUND, entity=tables.programme.name, id=programme_id)
    return sort


def _asked(sort: programmes.KeptProgramme, draft: CardSaleDraft) -> VisitRules:
    """Return the rules of a sort with what is agreed on for this card; raise Fault AMOUNT_WRONG."""
    agreed = {"uses": draft.uses, "price": draft.price, "for_household": draft.for_household}
    said: dict[str, Any] = {name: value for name, value in agreed.items() if value is not None}
    rules = replace(_of_a_card(sort.rules), **said)
    if not 0 < rules.uses <= MOST_USES:
        raise Fault(FaultKind.AMOUNT_WRONG, what="uses", value=rules.uses)
    if not 0 <= rules.price <= MOST_MONEY:
        raise Fault(FaultKind.AMOUNT_WRONG, what="price", value=rules.price)
    return rules


def _sale(draft: CardSaleDraft, name: str, price: int) -> SaleDraft:
    line = LineDraft(name, price, fixed_price=True)
    whose = {"customer_id": draft.customer_id, "payments": draft.payments, "staff": draft.staff, "note": draft.note}
    return SaleDraft(draft.slip_id, (line,), at=draft.at, **whose)  # type: ignore[arg-type]


def _given(draft: CardSaleDraft, name: str, when: When) -> NewSlip:
    line = NewLine(name, ONE, 0, 0, 0)
    note = clean_text(draft.note) or ""
    head = (draft.slip_id, SaleKind.SALE, when, (line,), (), 0, 0, 0)
    return NewSlip(*head, draft.customer_id, channel=TOP_UP, note=note, staff=draft.staff)


def use_card(workplace: Workplace, draft: CardUseDraft) -> Booked:
    """Take visits off a card.

    Raises Fault NOT_ENOUGH, NOT_FOUND, LIMIT_REACHED above the uses of a day, and CARD_NOT_VALID with `why`: "count",
    "household", "goods", "weekday", "hours" or "ended". The same slip twice books once.
    """
    workplace.require(Right.REDEEM)
    with workplace.unit_of_work(Kind.CARD_USE) as work:
        there = booked_before(work, draft.slip_id, draft.customer_id)
        if there is not None:
            return there
        member = the_member(work, draft.customer_id)
        moment = draft.at or workplace.now()
        when = checked_when(work.connection, workplace.now(), draft.at)
        card = _card(work, draft, when)
        lots = lots_of(work.connection, [card.account_id])
        rules = card_rules(work.connection, card, lots)
        service = _service(work.connection, rules, draft.product_id)
        wish = visits.Use(
            draft.uses,
            when.day,
            moment.astimezone(shop_time(work.connection).zone).time(),
            visit_cards.used_on(work.connection, card.account_id, when.day),
            service.product_id if service else None,
            service.category_id if service else None,
            holder=card.customer_id == member.customer_id,
            same_household=_same_household(work, card, member.household_id),
        )
        takes = visits.use(_loosened(rules) if draft.confirmed else rules, lots, wish)
        slip = insert_slip(work, _visit(draft, service.name if service else _name_of(work, card), when))
        line_ids = [slip.line_ids[0]] * len(takes)
        write_takes(work, takes, Cause.USE, when=when, sale_id=slip.sale_id, line_ids=line_ids)
        put_off_lots(work, member.customer_id, when)
        decide_tier(work, member.customer_id, when, sale_id=slip.sale_id)
        return booked(work, draft.customer_id, when.day, slip)


def _loosened(rules: VisitRules) -> VisitRules:
    return replace(rules, weekdays=frozenset(), hours=None, per_day=0)


def _card(work: UnitOfWork, draft: CardUseDraft, when: When) -> AccountRow:
    """Return the card that is meant: the one named, else of hers and her household's the one that ends first."""
    if draft.account_id is not None:
        found = account_row(work.connection, draft.account_id)
        if found is None or found.kind is not ProgrammeKind.VISITS:
            raise Fault(FaultKind.NOT_FOUND, entity=tables.account.name, id=draft.account_id)
        return found
    cards = [*accounts_of(work.connection, draft.customer_id, ProgrammeKind.VISITS)]
    cards += [one for one in household_accounts(work.connection, draft.customer_id) if one.kind is ProgrammeKind.VISITS]
    cards = [one for one in cards if draft.programme_id in (None, one.programme_id)]
    lots = [lot for lot in lots_of(work.connection, [one.account_id for one in cards]) if usable(lot, when.day)]
    if not lots:
        raise Fault(FaultKind.NOT_ENOUGH, asked=draft.uses, available=0)
    own = {one.account_id for one in cards if one.customer_id == draft.customer_id}
    first = min(lots, key=lambda lot: (lot.account_id not in own, lot.expires_on or when.day.max, lot.lot_id))
    return next(one for one in cards if one.account_id == first.account_id)


def card_rules(connection: Any, card: AccountRow, lots: list[Lot]) -> VisitRules:
    """Return the rules a card was sold under, or those of its sort where it came from a file."""
    version = next((lot.version_id for lot in lots if lot.version_id is not None), None)
    kept = {one.version_id: one.rules for one in programmes.versions_of(connection, card.programme_id)}
    rules = _of_a_card(kept[max(kept) if version is None else version])
    return replace(rules, for_household=card.for_household)


def _of_a_card(rules: Rules) -> VisitRules:
    if not isinstance(rules, VisitRules):
        raise Fault(FaultKind.NOT_FOUND, what="programme", programme=ProgrammeKind.VISITS.value)
    return rules


def _service(connection: Any, rules: VisitRules, product_id: int | None) -> Product | None:
    """Return the service that is used: the one named, or the only one the card is good for."""
    if product_id is None and len(rules.product_ids) == 1 and not rules.category_ids:
        (product_id,) = rules.product_ids
    if product_id is None:
        return None
    found = products_by_id(connection, [product_id]).get(product_id)
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, what="product", product=product_id)
    return found


def _same_household(work: UnitOfWork, card: AccountRow, household_id: int | None) -> bool:
    holder = parts.get_part(work.connection, tables.customer, card.customer_id)
    return household_id is not None and holder.household_id == household_id


def _name_of(work: UnitOfWork, card: AccountRow) -> str:
    name: str = parts.get_part(work.connection, tables.programme, card.programme_id).name
    return name


def _visit(draft: CardUseDraft, name: str, when: When) -> NewSlip:
    line = NewLine(name, draft.uses * ONE, 0, 0, 0, product_id=draft.product_id)
    note = clean_text(draft.note) or ""
    head = (draft.slip_id, SaleKind.SALE, when, (line,), (), 0, 0, 0)
    return NewSlip(*head, draft.customer_id, channel=CARD_USE, note=note, staff=draft.staff)


def share_card(workplace: Workplace, account_id: int, for_household: bool) -> ChangeSet:
    """Let the holder's household use a card, or no longer; raise Fault NOT_FOUND."""
    workplace.require(Right.REDEEM)
    with workplace.unit_of_work(Kind.ACCOUNT_EDIT) as work:
        card = account_row(work.connection, account_id)
        if card is None:
            raise Fault(FaultKind.NOT_FOUND, entity=tables.account.name, id=account_id)
        work.about(card.customer_id)
        work.update(tables.account, account_id, for_household=int(for_household))
        return work.commit()
