"""Dividing whole numbers so that nothing is lost: by largest remainder, and in parts that add up to the whole."""

from __future__ import annotations

from collections.abc import Sequence


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """Return `total` (not below zero) divided by weights, exactly; what is over goes to the largest remainders.

    No part is larger than its weight where the total is no larger than all weights together. Without any weight the
    first place takes everything.
    """
    whole = sum(weights)
    if whole == 0:
        return [total, *([0] * (len(weights) - 1))] if weights else []
    parts = [total * weight // whole for weight in weights]
    left = total - sum(parts)
    if left:
        order = sorted(range(len(weights)), key=lambda place: -(total * weights[place] % whole))
        for place in order[:left]:
            parts[place] += 1
    return parts


def share(amount: int, whole: int, before: int, now: int) -> int:
    """Return which part of `amount` belongs to `now` of `whole`, after the part that belonged to `before`.

    Parts of any partition of the whole add up to the amount; the last one takes the rest.
    """
    if whole == 0:
        return amount if before == 0 else 0
    return amount * (before + now) // whole - amount * before // whole
