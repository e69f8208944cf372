"""The editors of stored value and of visit cards."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import Offer, SpendOrder, StoredRules, VisitRules
from crm_desktop.ui.pages.loyalty.editors import (
    MOST_CHIPS,
    MOST_DAYS,
    Editor,
    Given,
    hours_questions,
    money,
    number,
    plain_editor,
    read_hours,
    switch,
    take_hours,
    weekdays_question,
    with_item,
    without,
)
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.widgets.asked import Ask, Asked

STORED = ("offers", "spend_order", "gift_days", "withdrawal_takes_gift", "warn_above")
VISITS = ("uses", "product_ids", "weekdays", "valid_days", "per_day", "for_household")


def stored_editors() -> dict[str, Editor]:
    """Return every editor of stored value by its key."""
    orders = (
        (SpendOrder.PRINCIPAL_FIRST, _T("RuleForm", "what was paid in")),
        (SpendOrder.GIFT_FIRST, _T("RuleForm", "gifts")),
        (SpendOrder.PRO_RATA, _T("RuleForm", "both in their measure")),
    )
    d_days = _T("RuleForm", "days")
    found = [
        _offers(),
        plain_editor(
            "spend_order", lambda _: (Asked("spend_order", _T("RuleForm", "Spent first"), Ask.CHOICE, orders),)
        ),
        plain_editor(
            "gift_days",
            lambda _: (number("gift_days", _T("RuleForm", "Gifts last (0: for ever)"), most=MOST_DAYS, unit=d_days),),
        ),
        plain_editor(
            "withdrawal_takes_gift",
            lambda _: (
                switch("withdrawal_takes_gift", _T("RuleForm", "A gift goes with the money that is paid back")),
            ),
        ),
        plain_editor(
            "warn_above",
            lambda _: (money("warn_above", _T("RuleForm", "Warn when a card holds more than")),),
            offer=_T("RuleForm", "A limit to be warned at"),
            unset={"warn_above": 0},
        ),
    ]
    return {editor.key: editor for editor in found}


def _offers() -> Editor:
    """Return the editor of one top-up offer; sentences name them from the smallest on."""
    questions = (
        money("pay", _T("RuleForm", "Who tops up"), least=1),
        money("gift", _T("RuleForm", "gets on top")),
    )

    def ordered(rules: StoredRules) -> tuple[Offer, ...]:
        return tuple(sorted(rules.offers, key=lambda one: one.pay))

    def read(rules: StoredRules, place: int) -> Given:
        offers = ordered(rules)
        return {"pay": offers[place].pay, "gift": offers[place].gift} if place < len(offers) else {}

    def write(rules: StoredRules, place: int, given: Given) -> StoredRules:
        offers = ordered(rules)
        offer = Offer(given["pay"], given["gift"])
        return replace(rules, offers=with_item(offers, place, offer) if offers else (offer,))

    def add(rules: StoredRules) -> StoredRules:
        offers = ordered(rules)
        last = offers[-1] if offers else Offer(5_000, 500)
        return replace(rules, offers=(*offers, Offer(last.pay * 2, last.gift * 2)))

    def remove(rules: StoredRules, place: int) -> StoredRules:
        return replace(rules, offers=without(ordered(rules), place))

    return Editor("offers", lambda _: questions, read, write, _T("RuleForm", "Another offer"), add, remove)


def visit_editors() -> dict[str, Editor]:
    """Return every editor of a sort of visit card by its key."""
    d_days = _T("RuleForm", "days")
    found = [
        plain_editor(
            "uses",
            lambda _: (
                number("uses", _T("RuleForm", "Visits"), least=1, most=10_000),
                money("price", _T("RuleForm", "for")),
            ),
        ),
        _goods(),
        _when(),
        plain_editor(
            "valid_days",
            lambda _: (
                number("valid_days", _T("RuleForm", "Valid for (0: for ever)"), most=MOST_DAYS, unit=d_days),
                Asked("until", _T("RuleForm", "Until at most"), Ask.DAY, optional=True),
            ),
        ),
        plain_editor(
            "per_day",
            lambda _: (number("per_day", _T("RuleForm", "Visits a day at most"), most=1000),),
            offer=_T("RuleForm", "At most so many a day"),
            unset={"per_day": 0},
        ),
        plain_editor(
            "for_household",
            lambda _: (switch("for_household", _T("RuleForm", "The whole household can use it")),),
            offer=_T("RuleForm", "Shared by the household"),
            unset={"for_household": False},
        ),
    ]
    return {editor.key: editor for editor in found}


def _goods() -> Editor:
    def questions(shelf: Shelf) -> tuple[Asked, ...]:
        goods, groups = shelf.product_choices()[:MOST_CHIPS], shelf.category_choices()
        found = []
        if groups:
            found.append(
                Asked("category_ids", _T("RuleForm", "Good for everything of"), Ask.MANY, groups, optional=True)
            )
        if goods:
            found.append(Asked("product_ids", _T("RuleForm", "Good for"), Ask.MANY, goods, optional=True))
        return tuple(found)

    def read(rules: VisitRules, _place: int) -> Given:
        return {"category_ids": tuple(rules.category_ids), "product_ids": tuple(rules.product_ids)}

    def write(rules: VisitRules, _place: int, given: Given) -> VisitRules:
        groups, goods = (frozenset(given.get(name, ())) for name in ("category_ids", "product_ids"))
        return replace(rules, category_ids=groups, product_ids=goods)

    return Editor("product_ids", questions, read, write)


def _when() -> Editor:
    def read(rules: VisitRules, _place: int) -> Given:
        return {"weekdays": tuple(rules.weekdays), **read_hours(rules.hours)}

    def write(rules: VisitRules, _place: int, given: Given) -> VisitRules:
        values = dict(given)
        hours = take_hours(values)
        return replace(rules, weekdays=frozenset(values["weekdays"]), hours=hours)

    def remove(rules: VisitRules, _place: int) -> VisitRules:
        return replace(rules, weekdays=frozenset(), hours=None)

    return Editor(
        "weekdays",
        lambda _: (weekdays_question(_T("RuleForm", "Only on")), *hours_questions()),
        read,
        write,
        _T("RuleForm", "Only at some times"),
        remove=remove,
    )
