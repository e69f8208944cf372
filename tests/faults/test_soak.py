"""A long day: thousands of actions, and neither memory nor open files grow."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.faults.plan import trials
from tests.faults.scenarios import ROOT, Folder

ACTIONS, LOOKS = 1_000, 20
GROWTH = 4_096
"""KiB by which the second half of a thousand actions may lift the memory: caches fill until then."""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.timeout(0)
@pytest.mark.trial("soak", len(trials("soak")))
def test_a_long_day_neither_grows_nor_keeps_files_open(tmp_path):
    rounds = len(trials("soak"))
    command = [*Folder(tmp_path).driver("soak"), str(rounds * ACTIONS), str(rounds * ACTIONS // LOOKS)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    looks = [tuple(map(int, line.split()[1:])) for line in run.stdout.splitlines() if line.startswith("LOOK")]
    assert len(looks) == LOOKS
    half = looks[LOOKS // 2 :]
    assert half[-1][0] - half[0][0] <= GROWTH, looks
    assert half[-1][1] == half[0][1], looks
