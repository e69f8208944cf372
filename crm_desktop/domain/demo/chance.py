"""Drawing from weighted lists: the one source of chance of the sample shop, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
Draw = Callable[[], T]


class Chance:
    """A seeded source of chance; `Random.random` gives the same numbers on every Python and system."""

    def __init__(self, seed: int) -> None:
        self.random: Callable[[], float] = random.Random(seed).random

    def one_of(self, items: Sequence[T]) -> Draw[T]:
        """Return a function that draws one of the items, each as likely as the other."""
        chance, size = self.random, len(items)
        return lambda: items[int(chance() * size)]

    def weighted(self, items: Iterable[tuple[T, int]]) -> Draw[T]:
        """Return a function that draws an item as often as its weight says."""
        return self.one_of([item for item, weight in items for _ in range(weight)])

    def between(self, first: int, last: int) -> int:
        """Return a number from `first` to `last`, both included."""
        return first + int(self.random() * (last - first + 1))

    def digits(self, count: int) -> str:
        """Return a string of so many digits."""
        return f"{int(self.random() * 10**count):0{count}d}"

    def public_id(self) -> str:
        """Return 16 hexadecimal digits, a letter first as in every public id."""
        return f"{0xA0000000 + int(self.random() * 0x60000000):08x}{int(self.random() * 2**32):08x}"


def words(text: str) -> list[tuple[str, int]]:
    """Read "王71 李70": words, each with its weight behind it; without a number the weight is 1."""
    found = []
    for item in text.split():
        word = item.rstrip("0123456789")
        found.append((word, int(item[len(word) :] or 1)))
    return found


def plain_words(text: str) -> list[str]:
    """Read words that are each as likely as the other."""
    return text.split()
