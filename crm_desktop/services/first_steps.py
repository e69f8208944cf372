"""The first steps of a new shop, each ticked off by what is really there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.rights import Right
from crm_desktop.services.begin_trade import has_rules_and_plans
from crm_desktop.services.end_sample_shop import is_sample_shop
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.read_customers import first_screen
from crm_desktop.services.recovery_sheet import is_confirmed
from crm_desktop.services.second_place import second_place
from crm_desktop.services.sign_in import people_at_work


class FirstStep(StrEnum):
    """What a new shop does once, in this order."""

    CUSTOMERS = "customers"
    RECOVERY = "recovery"
    SECOND_PLACE = "second_place"
    TRADE = "trade"
    STAFF = "staff"


_NEEDED = frozenset({Right.KEYS, Right.SETTINGS, Right.STAFF, Right.BACKUP, Right.CUSTOMERS_READ})


def first_steps(shop: OpenShop) -> Mapping[FirstStep, bool] | None:
    """Return each step and whether it is done; None in a sample shop, and for whoever may not take them all."""
    place = shop.workplace
    if not place.rights() >= _NEEDED or is_sample_shop(shop):
        return None
    people = people_at_work(place)
    return {
        FirstStep.CUSTOMERS: bool(first_screen(place, CustomerQuery())),
        FirstStep.RECOVERY: is_confirmed(shop.key),
        FirstStep.SECOND_PLACE: second_place(shop.places, shop.key).copied_at is not None,
        FirstStep.TRADE: any(has_rules_and_plans(place)),
        FirstStep.STAFF: len(people) > 1 or any(one.has_pin for one in people),
    }
