"""Two programs at one shop: the last points are spent once, and every slip has a number of its own."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from crm_desktop.domain.loyalty.rules import PointsRules, Spending
from crm_desktop.domain.loyalty.words import LotKind, ProgrammeKind
from crm_desktop.services.programmes import save_rules
from crm_desktop.services.register_customer import CustomerDraft, register_customer
from tests.faults.scenarios import Folder
from tests.support.shop import Shop
from tests.support.till import Till

ROOT = Path(__file__).parents[2]
POINTS, TRIES = 120, 10


def spenders(folder: Folder, customer: int) -> list[subprocess.Popen[str]]:
    command = [
        sys.executable,
        "-m",
        "tests.faults.spender",
        str(folder.places.data.path),
        str(folder.places.config.path),
    ]
    return [
        subprocess.Popen(
            [*command, str(customer), str(TRIES), name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for name in ("a", "b")
    ]


def test_two_processes_cannot_both_spend_the_last_points(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with folder:
        customer = register_customer(folder.workplace, CustomerDraft("王")).subject_id or 0
        rules = PointsRules(points=0, spending=Spending(points=1, money=1))
        save_rules(folder.workplace, ProgrammeKind.POINTS, rules)
        Till(Shop(folder.store, folder.workplace)).give(customer, 1, LotKind.POINTS, POINTS)
    said: Counter[str] = Counter()
    running = spenders(folder, customer)
    for one in running:
        assert one.stdout is not None
        assert one.stdout.readline() == "READY\n"
    for one in running:
        one.stdin.write("GO\n")
        one.stdin.flush()
    for one in running:
        said.update(one.communicate(timeout=60)[0].split())
    assert said == {"sold": POINTS // 10, "not_enough": 2 * TRIES - POINTS // 10}
    with folder:
        assert folder.rows("SELECT points FROM customer") == [(0,)]
        assert folder.rows("SELECT count(DISTINCT number) FROM sale") == [(POINTS // 10,)]
        assert folder.problems() == []
