"""Searching the whole shop for customers who may be one: bring together by keys, then score every pair.

The shop is only read, in two walks: the first for the keys, the second for what the pairs are scored by. Keys are
sorted as plain numbers, which takes a tenth of the time that an index over them would. All this is made to run in a
process of its own: it is Python, and a thread would stall the window.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations, groupby
from typing import Any

from crm_desktop.domain.duplicate_keys import CROWDED_ANYWAY, Key, KeyKind, email_keys, person_keys, phone_keys
from crm_desktop.domain.duplicates import Traits, score
from crm_desktop.domain.likeness import Skipped, Weights
from crm_desktop.store.traits import common_names, every_traits, shared_phones

LARGEST_BLOCK = 60
"""Customers under one key who are still compared each with each."""
MOST_PAIRS_OF_A_KIND = 1_500_000
"""Where one kind of key gives more pairs, its largest blocks are left out until it does not."""
MOST_FOUND = 50_000
"""The best pairs are kept; nobody looks through more."""

_STEP = 2_000
_PLACE_BITS, _KEY_BITS = 24, 39
_PLACES, _KEYS = (1 << _PLACE_BITS) - 1, (1 << _KEY_BITS) - 1
"""A key and the customer's place in the walk share one number of 63 bits: sixteen million customers find room."""

Progress = Callable[[int], None]
"""Called with how far the search is, in thousandths."""


@dataclass(frozen=True)
class Found:
    """What a search of the shop came to; pairs are (one, other, score), the best first."""

    customers: int
    compared: int
    pairs: list[tuple[int, int, int]]
    skipped: tuple[Skipped, ...]


def scan(driver: Any, weights: Weights, progress: Progress) -> Found:
    """Search the shop that a connection of the driver has open."""
    total = driver.execute("SELECT count(*) FROM customer WHERE deleted_at IS NULL").fetchone()[0]
    common, shared = common_names(driver), shared_phones(driver)
    blocks = _Blocks()
    for row_id, traits in _told(every_traits(driver, common), total, progress, 20, 400):
        blocks.add(row_id, keys_of(traits))
    ids = blocks.ids
    pairs, skipped = _pair_up(blocks.packed, progress)
    among = {ids[place] for pair in pairs for place in (pair >> _PLACE_BITS, pair & _PLACES)}
    traits_by_id = dict(_told(every_traits(driver, common, among), len(among), progress, 450, 650))
    found: list[tuple[int, int, int]] = []
    for pair in _told(iter(pairs), len(pairs), progress, 650, 990):
        one, other = ids[pair >> _PLACE_BITS], ids[pair & _PLACES]
        if one in traits_by_id and other in traits_by_id:
            points = score(traits_by_id[one], traits_by_id[other], weights, shared)
            if points >= weights.possible:
                found.append((one, other, points))
    found.sort(key=lambda pair: (-pair[2], pair[0], pair[1]))
    return Found(total, len(pairs), found[:MOST_FOUND], skipped)


@dataclass
class _Blocks:
    """Every key of every customer, each kind in an array of its own."""

    ids: array[int] = field(default_factory=lambda: array("q"))
    packed: dict[KeyKind, array[int]] = field(default_factory=lambda: {kind: array("q") for kind in KeyKind})

    def add(self, row_id: int, keys: Iterable[Key]) -> None:
        """Put a customer under her keys."""
        place = len(self.ids)
        self.ids.append(row_id)
        for kind, key in keys:
            self.packed[kind].append((hash(key) & _KEYS) << _PLACE_BITS | place)


def _told(rows: Iterator[Any], total: int, progress: Progress, first: int, last: int) -> Iterator[Any]:
    """Pass rows on, telling how far the walk is between two thousandths."""
    for done, row in enumerate(rows):
        if done % _STEP == 0:
            progress(first + (last - first) * min(done, total) // max(total, 1))
        yield row


def keys_of(traits: Traits) -> Iterator[Key]:
    """Yield every key of a customer."""
    yield from chain.from_iterable(map(phone_keys, traits.phones))
    yield from chain.from_iterable(map(email_keys, traits.emails))
    yield from ((KeyKind.WECHAT, wechat) for wechat in traits.wechats)
    yield from ((KeyKind.CARD, code) for code in traits.codes)
    yield from person_keys(traits.name, traits.phones, traits.days, traits.addresses)


def _pair_up(packed: dict[KeyKind, array[int]], progress: Progress) -> tuple[array[int], tuple[Skipped, ...]]:
    """Return every pair of places that share a key, two in one number and in order, and what was left out.

    Each kind's keys are let go of as soon as they have been used.
    """
    pairs: set[int] = set()
    skipped: list[Skipped] = []
    for number, kind in enumerate(KeyKind):
        progress(400 + 50 * number // len(KeyKind))
        groups = _groups(packed.pop(kind))
        largest = _largest(Counter(map(len, groups)))
        crowded = [group for group in groups if len(group) > largest]
        if crowded and kind not in CROWDED_ANYWAY:
            skipped.append(Skipped(kind.value, len(crowded), len(set(chain.from_iterable(crowded)))))
        for group in groups:
            if len(group) <= largest:
                pairs.update(one << _PLACE_BITS | other for one, other in combinations(group, 2))
    return array("q", sorted(pairs)), tuple(skipped)


def _groups(packed: Iterable[int]) -> list[list[int]]:
    """Return the places of customers who share a key, each group in order, each place once."""
    found = []
    for _, numbers in groupby(sorted(set(packed)), key=_key_of):
        group = [number & _PLACES for number in numbers]
        if len(group) > 1:
            found.append(group)
    return found


def _key_of(number: int) -> int:
    return number >> _PLACE_BITS


def _largest(sizes: Counter[int]) -> int:
    """Return the largest block that is compared, so that all of a kind do not make too many pairs."""
    pairs, largest = 0, 1
    for size, blocks in sorted(sizes.items()):
        pairs += blocks * size * (size - 1) // 2
        if size > LARGEST_BLOCK or pairs > MOST_PAIRS_OF_A_KIND:
            break
        largest = size
    return largest
