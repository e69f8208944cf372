"""Any one operation on the disk may fail, or all from one on: said calmly, nothing corrupt, nothing booked twice."""

from __future__ import annotations

import errno
import random
import subprocess

import pytest

from tests.faults import power_cut, shim
from tests.faults.plan import trials
from tests.faults.scenarios import ROOT, Folder, acknowledged, assert_sound

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EINTR)
PASSING = (errno.EINTR,)
"""Errors that say "try again"; no disk says so for ever."""


def worked(folder, **more):
    """Let the driver work from its first start to its end; return what it said."""
    environment = shim.environment(folder, **more)
    command = Folder(folder).driver("stubborn")
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=100)
    assert "Traceback" not in run.stderr, run.stderr
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines(keepends=True)


@pytest.fixture(scope="session")
def operations(tmp_path_factory):
    """How many operations of a whole run can fail."""
    root = tmp_path_factory.mktemp("whole")
    log = root.with_name("whole.log")
    worked(root, CRM_SHIM_LOG=str(log))
    return sum(operation.kind in "CWTSR" for operation in power_cut.read_log(log))


@pytest.mark.trial("io")
@pytest.mark.parametrize("seed", trials("io"))
def test_an_operation_that_fails_corrupts_nothing_and_books_nothing_twice(tmp_path, operations, seed):
    chance = random.Random(seed)
    at = chance.randint(1, operations)
    number = chance.choice(ERRORS)
    for_ever = {"CRM_SHIM_FOR_EVER": "1"} if chance.random() < 0.5 and number not in PASSING else {}
    faults = {"CRM_SHIM_FAIL_AT": str(at), "CRM_SHIM_ERRNO": str(number)}
    said = worked(tmp_path, **faults, **for_ever)
    assert_sound(Folder(tmp_path), "stubborn", acknowledged(said))
    if not for_ever and "READY\n" in said:  # what failed once was tried again, and came right
        assert len(acknowledged(said)) == 20
