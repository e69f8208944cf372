"""What a change of many customers would do, for the user to see before it is done."""

from __future__ import annotations

from dataclasses import dataclass

SAMPLES = 6
"""How many customers a preview shows before and after."""


@dataclass(frozen=True)
class Sample:
    """One customer a change would touch: the name, and the value before and after."""

    id: int
    name: str
    before: object
    after: object


@dataclass(frozen=True)
class Preview:
    """How many are selected, how many would change, and the first few; who cannot change, by the reason why not."""

    selected: int
    changing: int
    samples: tuple[Sample, ...]
    refused: tuple[tuple[str, int], ...] = ()

    @property
    def cannot(self) -> int:
        """Return how many cannot change."""
        return sum(count for _, count in self.refused)

    @property
    def same(self) -> int:
        """Return how many are already so."""
        return self.selected - self.changing - self.cannot
