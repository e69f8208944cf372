"""A power cut at any moment leaves every acknowledged record, and nothing half there."""

from __future__ import annotations

import random
import subprocess

import pytest

from tests.faults import power_cut, shim
from tests.faults.plan import trials
from tests.faults.scenarios import ROOT, Folder, acknowledged, assert_sound

STATES = 10
"""States of the disk that are looked at for each recording."""
SCENARIOS = ("edit", "bulk", "import", "backup", "restore", "mend", "sell")
LONGEST = {"import": 4.0, "restore": 2.0, "mend": 6.0}
"""Seconds of a recording, of scenarios that need longer than the others to come to what they do."""


def recorded(tmp_path, scenario, seed):
    """Let a driver work for a moment from its first start on; return what it did to the disk."""
    root, log = tmp_path / "disk", tmp_path / "log"
    root.mkdir()
    command = Folder(root).driver(scenario)
    environment = shim.environment(root, CRM_SHIM_LOG=str(log))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=environment) as driver:
        assert driver.stdout.readline() == b"READY\n"
        with pytest.raises(subprocess.TimeoutExpired):
            driver.wait(random.Random(seed).uniform(0.3, LONGEST.get(scenario, 0.8)))
        driver.kill()
    return power_cut.read_log(log)


@pytest.mark.trial("power", STATES)
@pytest.mark.parametrize("seed", trials("power", per_test=STATES, part=1 / len(SCENARIOS)))
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_power_cut_at_any_moment_loses_nothing_acknowledged(tmp_path, scenario, seed):
    operations = recorded(tmp_path, scenario, seed)
    chance = random.Random(seed)
    moments = sorted(chance.randrange(1, len(operations) + 1) for _ in range(STATES))
    for number, disk in enumerate(power_cut.cuts(operations, moments)):
        state = tmp_path / f"state{number}"
        said = acknowledged(disk.cut(chance, str(tmp_path / "disk"), state))
        assert_sound(Folder(state), scenario, said)
