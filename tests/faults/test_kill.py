"""Killed at any moment, the program has lost nothing that it acknowledged and left nothing half there.

CRM_TEST_IMPORT_ROWS says how many rows an imported file has.
"""

from __future__ import annotations

import random

import pytest

from tests.faults.driver import IMPORTED
from tests.faults.plan import trials
from tests.faults.scenarios import KILLED, Folder, assert_sound

LONGEST = {"start": 1.5, "restore": 2.0, "mend": 5.0, "rekey": 4.0, "import": 4.0 + IMPORTED / 5_000}
"""Seconds to the kill, of scenarios that take longer than the others."""


@pytest.mark.trial("kill")
@pytest.mark.parametrize("seed", trials("kill", part=1 / len(KILLED)))
@pytest.mark.parametrize("scenario", KILLED)
def test_a_kill_at_any_moment_loses_nothing_and_leaves_nothing_half(tmp_path, scenario, seed):
    folder = Folder(tmp_path)
    seconds = random.Random(f"{scenario} {seed}").uniform(0, LONGEST.get(scenario, 0.6))
    said = folder.run_for(scenario, seconds)
    assert_sound(folder, scenario, said)
