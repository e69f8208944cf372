"""Pairs of customers as plain values, scored by what is known of both now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from crm_desktop.domain.duplicates import Traits, likeness
from crm_desktop.domain.likeness import Likeness, Weights
from crm_desktop.domain.party import Pair
from crm_desktop.store.pairs import parties
from crm_desktop.store.traits import common_names, shared_phones, traits_of


def traits_with_rarity(connection: Connection, ids: Iterable[int]) -> tuple[dict[int, Traits], frozenset[str]]:
    """Return the traits of live customers, and which of their phones very many have."""
    driver = connection.connection.driver_connection
    plain = traits_of(driver, ids)
    common = common_names(driver, [traits.name for traits in plain.values()])
    shared = shared_phones(driver, [phone for traits in plain.values() for phone in traits.phones])
    return (traits_of(driver, plain, common) if common else plain), shared


def rarity_of(connection: Connection, traits: Traits) -> Traits:
    """Return the traits of somebody who is no customer yet, with whether her name is rare in the shop."""
    driver = connection.connection.driver_connection
    return replace(traits, rare=bool(traits.name) and not common_names(driver, [traits.name]))


def scored_pairs(connection: Connection, found: Sequence[tuple[int, int]], weights: Weights) -> list[Pair]:
    """Return these pairs with score and evidence, best first, without those that are too unlike by now."""
    traits, shared = traits_with_rarity(connection, (row_id for pair in found for row_id in pair))
    alike: list[tuple[int, int, Likeness]] = [
        (one, other, likeness(traits[one], traits[other], weights, shared))
        for one, other in found
        if one in traits and other in traits
    ]
    alike.sort(key=lambda pair: -pair[2].score)
    known = parties(connection, (row_id for one, other, _ in alike for row_id in (one, other)))
    return [
        Pair(known[one], known[other], like.score, band, like.evidence)
        for one, other, like in alike
        if (band := weights.band(like.score)) is not None
    ]
