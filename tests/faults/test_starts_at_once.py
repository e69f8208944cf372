"""Of many starts at the same moment one opens the window, and after a kill the next one does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.faults.plan import size, trials
from tests.faults.scenarios import ROOT, Folder

STARTS = 20 if size() == "full" else 6
"""How many start at once: as many processes as a small machine bears."""
OPENER = """
import sys
from pathlib import Path
from crm_desktop.base.errors import Fault
from crm_desktop.base.lock import WindowLock
from crm_desktop.base.paths import find_places
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import ShopOptions, open_shop

places = find_places(Path(sys.argv[1]))
sys.stdin.readline()
places.data.make()
lock = WindowLock(places.data)
try:
    lock.take()
    shop = open_shop(ShopOptions(places.data.path), Source.WINDOW)
    print("open", shop.is_new, flush=True)
except Fault as fault:
    print(fault.kind.value, flush=True)
sys.stdin.readline()
"""


def started(folder):
    command = [sys.executable, "-c", OPENER, str(folder.places.data.path)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def say_go(programs):
    for program in programs:
        program.stdin.write("\n")
        program.stdin.flush()
    return sorted(program.stdout.readline().strip() for program in programs)


@pytest.mark.trial("starts", STARTS)
@pytest.mark.parametrize("seed", trials("starts", per_test=STARTS))
def test_of_many_starts_at_once_exactly_one_opens(tmp_path, seed):
    folder = Folder(tmp_path)
    programs = [started(folder) for _ in range(STARTS)]
    try:
        assert say_go(programs) == ["folder_in_use"] * (STARTS - 1) + ["open True"]
    finally:
        for program in programs:
            program.kill()
            program.communicate()
    after = started(folder)
    try:
        assert say_go([after]) == ["open False"]
    finally:
        after.kill()
        after.communicate()
