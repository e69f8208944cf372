"""Runs the trials of the plan of faults row by row, and notes each result in docs/reliability.md.

A run can be broken off: what was noted stays, and the next run goes on with the rows this commit has not been through.
With `--full` rows are tried for some minutes towards the size of a release; the trials of several runs add up.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.faults.plan import ROWS, SEED, SIZE, Row

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "reliability.md"
_BEGIN, _END = "<!-- totals: written by dev.py faults -->", "<!-- end of totals -->"
_LINE = re.compile(r"^\| (\d{4}-\d\d-\d\d) \| (\w+) \| (\w+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) s \|$", re.M)


@dataclass(frozen=True)
class Result:
    """One run of one row."""

    day: str
    commit: str
    row: str
    trials: int
    failed: int
    seed: int
    seconds: int

    def line(self) -> str:
        """Return it as a line of the log."""
        values = (self.day, self.commit, self.row, self.trials, self.failed, self.seed, f"{self.seconds} s")
        return f"| {' | '.join(map(str, values))} |"


def main(arguments: list[str]) -> int:
    """Run what is asked for; return 1 where a trial failed."""
    options = _parse(arguments)
    chosen = [options.only] if options.only else list(ROWS)
    failed = 0
    for row in chosen:
        if not _is_wanted(row, options):
            _say(f"{row}: done")
            continue
        seconds = options.minutes * 60 / len(chosen) if options.full else 0.0
        result = _run_row(row, options, seconds)
        note(result)
        _say(f"{row}: {result.trials} trials, {result.failed} failed, seed {result.seed}")
        failed += result.failed
    return int(failed > 0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("--only", choices=list(ROWS), help="one row")
    parser.add_argument("--full", action="store_true", help="go on towards the size of a release")
    parser.add_argument("--minutes", type=float, default=30.0, help="how long, with --full (30)")
    parser.add_argument("--seed", type=int, help="where the seeds begin, to try the same again")
    return parser.parse_args(arguments)


def _is_wanted(row: str, options: argparse.Namespace) -> bool:
    """Tell whether a row is not through: at this commit, or with --full at the size of a release."""
    if options.seed is not None:
        return True
    mine = [result for result in results() if result.row == row]
    if options.full:
        return sum(result.trials for result in mine) < ROWS[row].full
    return not any(result.commit == commit() and result.trials >= ROWS[row].ci for result in mine)


def _run_row(row: str, options: argparse.Namespace, seconds: float) -> Result:
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.json"
        command = [sys.executable, "-m", "pytest", "tests/faults", "-q", "-n", "2", "--timeout=0"]
        command += ["-p", "tests.faults.record", "--fault-row", row, "--fault-record", str(record)]
        command += ["--fault-seconds", str(seconds)] if seconds else []
        sizes = {SIZE: "full" if options.full else "ci", SEED: str(seed)}
        subprocess.run(command, cwd=ROOT, env=os.environ | sizes, check=False)
        counted = json.loads(record.read_text()) if record.is_file() else {"failed": 1}
    took = round(time.monotonic() - began)
    day = datetime.now(UTC).date().isoformat()
    return Result(day, commit(), row, counted.get("trials", 0), counted.get("failed", 0), seed, took)


def commit() -> str:
    """Return the commit that is tried."""
    command = ["git", "rev-parse", "--short=10", "HEAD"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def results(document: Path = DOCUMENT) -> list[Result]:
    """Return every result noted so far, the oldest first."""
    found = _LINE.findall(document.read_text(encoding="utf-8"))
    return [Result(day, name, row, *map(int, numbers)) for day, name, row, *numbers in found]


def note(result: Result, document: Path = DOCUMENT) -> None:
    """Append a result to the log and write the totals anew."""
    text = document.read_text(encoding="utf-8").rstrip("\n") + f"\n{result.line()}\n"
    document.write_text(text, encoding="utf-8")
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    totals = "\n".join(_totals(results(document)))
    document.write_text(f"{before}{_BEGIN}\n{totals}\n{_END}{after}", encoding="utf-8")


def _totals(done: list[Result]) -> list[str]:
    tried, failed = Counter[str](), Counter[str]()
    for result in done:
        tried[result.row] += result.trials
        failed[result.row] += result.failed
    lines = ["", "| row | promise | trials | so far | of a release's | failed |", "|---|---|---|---|---|---|"]
    lines += [_total(row, plan, tried[row], failed[row]) for row, plan in ROWS.items()]
    return [*lines, ""]


def _total(row: str, plan: Row, tried: int, failed: int) -> str:
    reached = "reached" if tried >= plan.full else f"{tried / plan.full:.0%} of {plan.full:,}"
    return f"| {row} | {plan.promise} | {plan.trials} | {tried:,} | {reached} | {failed} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
