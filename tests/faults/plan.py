"""How often each promise is put to the test: a few times in every run, as an inspection, or as a release.

CRM_FAULTS is `sample` (where it is not set), `ci` or `full`; CRM_FAULTS_SEED is where the seeds begin, so that every
run tries others. Both are the same in all processes of a run.
"""

from __future__ import annotations

import math
import os
import random
from dataclasses import dataclass

SIZE, SEED = "CRM_FAULTS", "CRM_FAULTS_SEED"


@dataclass(frozen=True)
class Row:
    """One promise: how it is put to the test, and how many trials make a sample, an inspection and a release."""

    promise: str
    trials: str
    sample: int
    ci: int
    full: int

    def size(self, name: str) -> int:
        """Return how many trials a run of this size has."""
        return {"sample": self.sample, "ci": self.ci, "full": self.full}[name]


ROWS = {
    "kill": Row("No half import, export, backup, restore, mending or sale", "kills at a random moment", 14, 200, 5_000),
    "power": Row("A saved record outlives a power cut", "states of the disk after a cut", 60, 2_400, 20_000),
    "io": Row("An error of the disk neither corrupts nor books twice", "operations that fail", 24, 300, 3_000),
    "bits": Row("Damage is always noticed", "flipped bits, zeroed pages, cut files", 30, 200, 1_000),
    "mend": Row("A damaged book comes back, nothing in it wrong", "damaged files mended", 3, 60, 500),
    "fuzz": Row("No workbook can crash or freeze the program", "mutated workbooks", 20, 200, 2_000),
    "starts": Row("Of many starts at once one opens", "starts at once", 6, 20, 200),
    "clock": Row("A clock that jumps deletes and books nothing", "jumps of the clock", 6, 40, 400),
    "soak": Row("It runs all day", "thousand actions without growing", 1, 10, 1_000),
}


def size() -> str:
    """Return the size of this run."""
    return os.environ.get(SIZE, "sample")


def first_seed() -> int:
    """Return where this run's seeds begin; the first process to ask chooses for those it starts."""
    return int(os.environ.setdefault(SEED, str(random.SystemRandom().randrange(10**6))))


def trials(row: str, *, per_test: int = 1, part: float = 1.0) -> list[int]:
    """Return the seeds for one test of a row that makes `per_test` trials with each; `part` is its share."""
    number = max(1, math.ceil(ROWS[row].size(size()) * part / per_test))
    start = first_seed() * 1_000
    return list(range(start, start + number))
