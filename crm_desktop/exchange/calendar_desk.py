"""What the parts of a calendar's reading share: what was asked, the zones, and what is wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import limits
from crm_desktop.exchange.calendar_entry import FoundProblem
from crm_desktop.exchange.calendar_values import ValueFault
from crm_desktop.exchange.calendar_zones import Zones
from crm_desktop.exchange.protocol import CalendarRequest

SHOWN_PROBLEMS = 1_000
SHOWN_LETTERS = 80


@dataclass
class Desk:
    """Where a file lies open while it is read."""

    request: CalendarRequest
    zones: Zones = field(init=False)
    problems: list[FoundProblem] = field(default_factory=list)
    problem_count: int = 0
    _zones_told: set[str] = field(default_factory=set)
    _spent: float = 0.0
    """Seconds."""

    def __post_init__(self) -> None:
        self.zones = Zones(self.request.zone)

    @property
    def name(self) -> str:
        """The name of the file."""
        return Path(self.request.path).name

    def say(self, line: int, problem: str, text: str = "") -> None:
        """Note a problem; the first thousand are kept."""
        self.problem_count += 1
        if len(self.problems) < SHOWN_PROBLEMS:
            self.problems.append(FoundProblem(line, problem, " ".join(text.split())[:SHOWN_LETTERS]))

    def say_fault(self, fault: ValueFault) -> None:
        """Note a value that cannot be read."""
        self.say(fault.line, fault.problem.value, fault.text)

    def say_zone(self, line: int, problem: str, name: str) -> None:
        """Note a zone that nobody knows, once."""
        if name not in self._zones_told:
            self._zones_told.add(name)
            self.say(line, problem, name)

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Count the time that rules take; raise Fault CALENDAR_HOSTILE where they keep the computer busy."""
        if self._spent > limits.CALENDAR_CPU_SECONDS:
            raise Fault(FaultKind.CALENDAR_HOSTILE, file=self.name)
        began = time.process_time()
        try:
            yield
        finally:
            self._spent += time.process_time() - began
