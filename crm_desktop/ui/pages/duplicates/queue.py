"""The queue of customers who may be one: what is open, what was decided, and where the user stands; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from crm_desktop.domain.likeness import Band
from crm_desktop.domain.party import Cluster, Pair, Party
from crm_desktop.services.likeness_weights import read_weights
from crm_desktop.services.read_duplicates import (
    Decided,
    PairCounts,
    count_pairs,
    read_clusters,
    read_decided,
    read_pairs,
)
from crm_desktop.services.say_likeness import evidence_text
from crm_desktop.services.scan_duplicates import ScanReport, last_scan
from crm_desktop.services.workplace import Workplace

PAGE = 40
MOST_READ_AGAIN = 300


class Show(StrEnum):
    """What the queue lists."""

    ALL = "all"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DECIDED = "decided"


BANDS = {Show.PROBABLE: Band.PROBABLE, Show.POSSIBLE: Band.POSSIBLE}


@dataclass(frozen=True)
class Entry:
    """One line of the queue: customers who belong together, with what is known of them."""

    ids: tuple[int, ...]
    names: tuple[str, ...]
    score: int = 0
    band: Band | None = None
    reason: str = ""
    pairs: tuple[Pair, ...] = ()
    decided: Decided | None = None


@dataclass(frozen=True)
class Page:
    """A piece of the queue, and whether more follows."""

    entries: tuple[Entry, ...]
    more: bool
    read: int
    """How many lines of the source it is made of: where the next piece begins. What an edit has made too unlike
    meanwhile is among them and not shown."""


@dataclass(frozen=True)
class Overview:
    """What stands over the queue: how many are open and decided, and what the last search found."""

    counts: PairCounts
    scan: ScanReport | None


def overview(workplace: Workplace) -> Overview:
    """Read the counts and the last search."""
    return Overview(count_pairs(workplace), last_scan(workplace))


def read_page(workplace: Workplace, show: Show, offset: int, limit: int = PAGE) -> Page:
    """Read a piece of the queue, the likeliest first."""
    if show is Show.DECIDED:
        decided = read_decided(workplace, limit, offset)
        return Page(tuple(map(_decided_entry, decided)), len(decided) == limit, len(decided))
    if show is Show.ALL:
        bounds = read_weights(workplace)
        clusters = read_clusters(workplace, limit, offset)
        entries = tuple(_cluster_entry(cluster, bounds.band(cluster.score)) for cluster in clusters)
        return Page(entries, bool(clusters), limit)
    pairs = read_pairs(workplace, limit, offset, BANDS[show])
    return Page(tuple(map(_pair_entry, pairs)), bool(pairs), limit)


def _pair_entry(pair: Pair) -> Entry:
    ids, names = (pair.one.id, pair.other.id), (pair.one.name, pair.other.name)
    return Entry(ids, names, pair.score, pair.band, _reason(pair), (pair,))


def _cluster_entry(cluster: Cluster, band: Band | None) -> Entry:
    parties: dict[int, Party] = {}
    for pair in cluster.pairs:
        parties |= {pair.one.id: pair.one, pair.other.id: pair.other}
    names = tuple(parties[one].name for one in cluster.ids if one in parties)
    best = max(cluster.pairs, key=lambda pair: pair.score)
    return Entry(cluster.ids, names, cluster.score, band or best.band, _reason(best), cluster.pairs)


def _decided_entry(decided: Decided) -> Entry:
    ids, names = (decided.one.id, decided.other.id), (decided.one.name, decided.other.name)
    return Entry(ids, names, decided=decided)


def _reason(pair: Pair) -> str:
    best = pair.evidence[0] if pair.evidence else None
    return evidence_text(best) if best is not None else ""


@dataclass(frozen=True)
class Decision:
    """A line that was decided: where it stood, and whether nothing else in the list follows from it."""

    entry: Entry
    place: int
    show: Show
    is_alone: bool


@dataclass
class Queue:
    """The lines read so far and the one the user stands on."""

    show: Show = Show.ALL
    entries: list[Entry] = field(default_factory=list)
    current: int = -1
    more: bool = False
    read: int = 0
    on_the_way: set[tuple[int, ...]] = field(default_factory=set)
    """Decisions not written yet: their lines are not shown again meanwhile."""

    def entry(self) -> Entry | None:
        """Return the line the user stands on."""
        return self.entries[self.current] if 0 <= self.current < len(self.entries) else None

    def limit_again(self) -> int:
        """Return how many lines to read anew after a change."""
        return min(max(self.read, PAGE), MOST_READ_AGAIN)

    def take(self, page: Page) -> None:
        """Take lines in the place of all: the user stays on the same customers, else in the same place."""
        before = self.entry()
        self.entries = [entry for entry in page.entries if entry.ids not in self.on_the_way]
        self.more, self.read = page.more, page.read
        kept = self.place_of(before.ids) if before is not None else None
        self.current = kept if kept is not None else min(max(self.current, 0), len(self.entries) - 1)

    def extend(self, page: Page) -> None:
        """Take the lines that follow."""
        known = {entry.ids for entry in self.entries} | self.on_the_way
        self.entries += [entry for entry in page.entries if entry.ids not in known]
        self.more, self.read = page.more, self.read + page.read

    def place_of(self, ids: Sequence[int]) -> int | None:
        """Return the line of these customers: exactly these, else the first with two of them."""
        wanted = set(ids)
        exact = (place for place, entry in enumerate(self.entries) if set(entry.ids) == wanted)
        near = (place for place, entry in enumerate(self.entries) if len(wanted & set(entry.ids)) > 1)
        return next(exact, next(near, None))

    def place_of_any(self, ids: Sequence[int]) -> int | None:
        """Return the first line with one of these customers."""
        wanted = set(ids)
        return next((place for place, entry in enumerate(self.entries) if wanted & set(entry.ids)), None)

    def step(self, by: int) -> bool:
        """Go on or back; False at the end."""
        place = self.current + by
        if not 0 <= place < len(self.entries):
            return False
        self.current = place
        return True

    def decide(self) -> Decision | None:
        """Take the line at hand out, on its way to be written; the next one is at hand at once."""
        entry, place = self.entry(), self.current
        if entry is None:
            return None
        self.on_the_way.add(entry.ids)
        del self.entries[place]
        self.read -= 1
        self.current = min(place, len(self.entries) - 1)
        return Decision(entry, place, self.show, self.place_of_any(entry.ids) is None)

    def put_back(self, decision: Decision) -> bool:
        """Put a line back where it stood, at hand; False where that is not known any more."""
        if not decision.is_alone or decision.show is not self.show or self.place_of_any(decision.entry.ids) is not None:
            return False
        place = min(decision.place, len(self.entries))
        self.entries.insert(place, decision.entry)
        self.read += 1
        self.current = place
        return True

    def settle(self, entry: Entry) -> None:
        """Say that a decision is written, or could not be."""
        self.on_the_way.discard(entry.ids)
