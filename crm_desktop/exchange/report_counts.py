"""The counts of a report on cleaning, as they cross from the child."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class RuleCount:
    """How often a rule changes a value, with examples: row, before, after."""

    on: bool
    can_switch: bool
    count: int = 0
    examples: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass
class ProblemCount:
    """How often values cannot be taken for one reason, with examples: row and value."""

    count: int = 0
    examples: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class ColumnCount:
    """What cleaning does to one column."""

    index: int
    filled: int = 0
    blank: int = 0
    rules: dict[str, RuleCount] = field(default_factory=dict)
    problems: dict[str, ProblemCount] = field(default_factory=dict)
    values: list[tuple[str, int, str, str]] = field(default_factory=list)
    """The commonest values: as they stand, how often, what becomes of them, and the problem."""
    distinct: int = 0
