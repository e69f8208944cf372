"""Read the pairs a search found, scored anew as they are read, and what was decided about others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.likeness import Band, Verdict, Weights
from crm_desktop.domain.party import Cluster, Pair, Party
from crm_desktop.domain.rights import Right
from crm_desktop.services.likeness_weights import read_weights
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import pairs
from crm_desktop.store.scored import scored_pairs


@dataclass(frozen=True)
class PairCounts:
    """How many pairs wait in each band, and how many were decided."""

    probable: int
    possible: int
    different: int
    household: int


@dataclass(frozen=True)
class Decided:
    """What somebody decided about two customers, and when."""

    id: int
    one: Party
    other: Party
    verdict: Verdict
    at: datetime


def count_pairs(workplace: Workplace) -> PairCounts:
    """Return how many pairs wait, as the last search scored them, and how many were decided."""
    workplace.require(Right.CUSTOMERS_READ)
    weights = read_weights(workplace)
    with workplace.store.read() as connection:
        return PairCounts(
            pairs.count_open(connection, weights.probable),
            pairs.count_open(connection, weights.possible, weights.probable),
            pairs.count_decisions(connection, Verdict.DIFFERENT),
            pairs.count_decisions(connection, Verdict.HOUSEHOLD),
        )


@numbers_hidden
def read_pairs(workplace: Workplace, limit: int = 100, offset: int = 0, band: Band | None = None) -> list[Pair]:
    """Return open pairs, best first; one that an edit has made too unlike meanwhile is left out."""
    workplace.require(Right.CUSTOMERS_READ)
    weights = read_weights(workplace)
    with workplace.store.read() as connection:
        found = pairs.read_open(connection, *_bounds(weights, band), limit, offset)
        return scored_pairs(connection, found, weights)


def _bounds(weights: Weights, band: Band | None) -> tuple[int, int | None]:
    if band is Band.PROBABLE:
        return weights.probable, None
    return weights.possible, None if band is None else weights.probable


@numbers_hidden
def read_clusters(workplace: Workplace, limit: int = 50, offset: int = 0) -> list[Cluster]:
    """Return customers joined by open pairs, the group with the best pair first."""
    workplace.require(Right.CUSTOMERS_READ)
    weights = read_weights(workplace)
    with workplace.store.read() as connection:
        groups = _groups(pairs.read_open(connection, weights.possible))[offset : offset + limit]
        found = [scored_pairs(connection, group, weights) for group in groups]
    return [_cluster(group) for group in found if group]


def _groups(found: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the pairs of each connected group, groups in the order of their first pair."""
    leader: dict[int, int] = {}

    def lead(row_id: int) -> int:
        while (above := leader.setdefault(row_id, row_id)) != row_id:
            leader[row_id] = leader[above]
            row_id = above
        return row_id

    ordered = list(found)
    for one, other in ordered:
        leader[lead(other)] = lead(one)
    groups: dict[int, list[tuple[int, int]]] = {}
    for pair in ordered:
        groups.setdefault(lead(pair[0]), []).append(pair)
    return list(groups.values())


def _cluster(group: Sequence[Pair]) -> Cluster:
    ids = dict.fromkeys(party.id for pair in group for party in (pair.one, pair.other))
    return Cluster(tuple(ids), group[0].score, tuple(group))


@numbers_hidden
def read_decided(workplace: Workplace, limit: int = 100, offset: int = 0) -> list[Decided]:
    """Return what was decided about pairs, the newest first."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        rows = pairs.decisions(connection, limit, offset)
        known = pairs.parties(connection, (row_id for row in rows for row_id in (row.customer_id, row.other_id)))
    return [
        Decided(row.id, known[row.customer_id], known[row.other_id], Verdict(row.verdict), from_stamp(row.at))
        for row in rows
    ]
