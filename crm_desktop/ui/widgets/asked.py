"""What a form asks for, said as data: a key, a label, a kind of answer; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Answers = Mapping[str, Any]


class Ask(StrEnum):
    """Kinds of answers, and what a form gives for them.

    MONEY, NUMBER, FACTOR and PERCENT give whole numbers of small units (minor units, ones, hundredths, hundredths of a
    per cent) or None where nothing stands and that may be.
    """

    MONEY = "money"
    NUMBER = "number"
    FACTOR = "factor"
    PERCENT = "percent"
    CHOICE = "choice"
    MANY = "many"
    DAY = "day"
    TEXT = "text"
    LINES = "lines"
    SWITCH = "switch"


NUMBERS = frozenset({Ask.MONEY, Ask.NUMBER, Ask.FACTOR, Ask.PERCENT})


@dataclass(frozen=True)
class Asked:
    """One question of a form. `shown` says by the other answers whether it is asked at all."""

    key: str
    label: str
    ask: Ask
    choices: tuple[tuple[Hashable, str], ...] = ()
    least: int = 0
    most: int = 1_000_000_000
    unit: str = ""
    hint: str = ""
    optional: bool = False
    shown: Callable[[Answers], bool] | None = None
