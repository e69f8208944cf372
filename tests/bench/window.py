"""The window: its start, a keystroke until it is painted, a step of the scroll bar, and the memory it holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any

from crm_desktop.domain.search_text import match_expression, query_words
from crm_desktop.services.open_shop import OpenShop
from tests.bench.measure import Context, Result, percentile
from tests.bench.queries import typed_queries
from tests.bench.search import FLOOR
from tests.bench.shop import ROOT, BenchShop, bench_shop

NAME = "window"
_SMALL = 1_000


def run(context: Context) -> list[Result]:
    """Measure each in processes of their own."""
    shop = context.shop.open()
    results = [*_start(context.shop, shop), *_keystrokes(context.shop, shop), _scroll(context.shop)]
    results.append(_memory(context.shop, shop))
    shop.close()
    return results


def _start(place: BenchShop, shop: OpenShop) -> list[Result]:
    small = bench_shop(_SMALL)
    took = {"ours": [], "bare": [], "small": []}  # type: dict[str, list[float]]
    for _ in range(4):  # the first of each fills the system's file cache
        took["bare"].append(_timed(_bare_command(shop), shop.key.key.hex()))
        took["ours"].append(_timed(_command("start", place)))
        took["small"].append(_timed(_command("start", small)))
    ours, bare, tiny = (min(took[name]) for name in ("ours", "bare", "small"))
    return [
        Result(NAME, "start to usable", ours, "s", "≤ 1.5 ×", ours <= 1.5 * bare, bare),
        Result(NAME, f"start against {_SMALL:,} customers", ours, "s", "≤ 1.3 ×", ours <= 1.3 * tiny, tiny),
    ]


def _keystrokes(place: BenchShop, shop: OpenShop) -> list[Result]:
    texts = typed_queries(shop)
    answers = answer(_command("keystrokes", place), json.dumps(texts))
    took = [took for took, _ in answers]
    floors = [paint + _bare_search(shop, text) for text, (_, paint) in zip(texts, answers, strict=True)]
    ours, floor, middle, floor_middle = (
        percentile(times, share) * 1000 for share in (0.95, 0.5) for times in (took, floors)
    )
    holds = ours <= 33 and ours <= 2 * floor
    what, limit = "keystroke to painted screen, p95", "≤ 33 ms, ≤ 2 ×"
    return [Result(NAME, what, ours, "ms", limit, holds, floor, middle=middle, floor_middle=floor_middle)]


def _bare_search(shop: OpenShop, text: str) -> float:
    expression = match_expression(query_words(text))
    with shop.store.read() as connection:
        began = time.perf_counter()
        connection.exec_driver_sql(FLOOR, (expression,)).fetchall()
        return time.perf_counter() - began


def _scroll(place: BenchShop) -> Result:
    # Each in a process of its own, so that neither finds glyphs and pictures the other one has drawn; in turn, for the
    # machine is faster at one moment than at the next.
    jobs = ("scroll", "scroll_standard")
    turns = [[answer(_command(job, place)) for job in jobs] for _ in range(3)]
    ours, bare, middle, bare_middle = (
        min(percentile(turn[number], share) * 1000 for turn in turns) for share in (0.95, 0.5) for number in (0, 1)
    )
    what, holds = "one step of the scroll bar, p95", ours <= 1.3 * bare
    return Result(NAME, what, ours, "ms", "≤ 1.3 ×", holds, bare, middle=middle, floor_middle=bare_middle)


def _memory(place: BenchShop, shop: OpenShop) -> Result:
    bare = answer(_bare_command(shop), shop.key.key.hex())
    more = answer(_command("memory", place)) - bare
    return Result(NAME, "memory over the bare window", more, "MB", "≤ 200 MB", more <= 200)


def _command(job: str, place: BenchShop) -> list[str]:
    return [sys.executable, "-m", "tests.bench.at_window", job, str(place.folder)]


def _bare_command(shop: OpenShop) -> list[str]:
    return [sys.executable, "-m", "tests.bench.bare_window", str(shop.store.path)]


def _timed(command: list[str], given: str = "") -> float:
    began = time.perf_counter()
    answer(command, given)
    return time.perf_counter() - began


def answer(command: list[str], given: str = "") -> Any:
    """Run a command with the window off the screen; return what it says last, as JSON."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    # Packages were compiled when they were installed; ours is by its first start, which may keep what it compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        command, input=f"{given}\n".encode(), capture_output=True, cwd=ROOT, env=environment, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return json.loads(done.stdout.splitlines()[-1])
