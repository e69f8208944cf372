"""Keeps what was measured: docs/benchmarks.json holds the rows with the run they come from, benchmarks.md shows them.

A run of some benches replaces their rows and keeps all others with their own date, commit and machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench import machine
from tests.bench.measure import Result, figure
from tests.bench.names import NAMES, told_of
from tests.bench.shop import ROOT

DOCS = ROOT / "docs"
Kept = dict[str, Any]
_HEADINGS = ("bench", "what", "ours", "floor", "ratio", "bar", "", "run")
_RUN_HEADINGS = ("run", "measured", "commit", "customers", "load", "machine")
_BEGIN = """\
# Benchmarks

Written by `python3 dev.py bench --write`, never by hand. The program is held to ratios: what it takes beside a
**floor** that is measured in the same run, in turn with it, on the same data (the same query by the driver alone,
an empty window of Qt, the bare `VACUUM INTO`). A time says something of one machine; a ratio holds on any.

"ours" and "floor" are one figure, or median / 95th percentile where the bar is one of many tries.
"""
_REPEAT = """\
## To repeat it

```
python3 dev.py bench                          every row, printed
python3 dev.py bench --only search --write    these rows measured anew; the others stay with their date and commit
python3 dev.py bench --customers 20000        in a smaller shop, to try
```

The shop is made by the program's own generator from a fixed seed (`tests/bench/shop.py`) and kept in `.bench`; the
first run makes it. Leave the machine alone meanwhile: "load" is how many jobs were at work or waited for a processor in
the quarter of an hour before, those of the bench itself among them.
"""


def write(folder: Path, name: str, rows: Sequence[Result], customers: int) -> None:
    """Put the rows of one bench in the place of those kept, and write the page anew."""
    file = folder / "benchmarks.json"
    kept: Kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"runs": [], "rows": []}
    kept = merged(kept, name, rows, present_run(customers))
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    show(folder)


def show(folder: Path) -> None:
    """Write the page anew from what is kept: words of it have changed, no figure."""
    kept = json.loads((folder / "benchmarks.json").read_text(encoding="utf-8"))
    (folder / "benchmarks.md").write_text(page(kept), encoding="utf-8")


def present_run(customers: int) -> dict[str, Any]:
    """Return when, where and with what it is measured now."""
    return {
        "measured": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "commit": machine.commit(),
        "customers": customers,
        "load": machine.load(),
        "machine": machine.machine(),
        "versions": machine.versions(),
    }


def merged(kept: Mapping[str, Any], name: str, rows: Iterable[Result], run: Mapping[str, Any]) -> Kept:
    """Return what is kept with a bench's rows replaced; a run that no row comes from any more is forgotten."""
    runs = [*kept["runs"], dict(run)]
    others = [row for row in kept["rows"] if row["name"] != name]
    mine = [{**row.as_json(), "run": len(runs) - 1} for row in rows]
    ordered = sorted([*others, *mine], key=lambda row: _place(row["name"]))
    return _renumbered(runs, ordered)


def _renumbered(runs: Sequence[Mapping[str, Any]], rows: Sequence[Kept]) -> Kept:
    """Take runs together that differ in nothing one could see, and number those in use in their order."""
    used = sorted({row["run"] for row in rows})
    together: list[Mapping[str, Any]] = []
    numbers: dict[int, int] = {}
    for number in used:
        alike = next((place for place, run in enumerate(together) if _alike(run, runs[number])), None)
        if alike is None:
            together.append(runs[number])
            alike = len(together) - 1
        elif runs[number]["measured"] > together[alike]["measured"]:
            together[alike] = runs[number]
        numbers[number] = alike
    return {"runs": [dict(run) for run in together], "rows": [{**row, "run": numbers[row["run"]]} for row in rows]}


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two belong to one sitting: the same day, code, shop and machine."""
    same = all(one[key] == other[key] for key in ("commit", "customers", "machine", "versions"))
    return same and one["measured"][:10] == other["measured"][:10]


def page(kept: Mapping[str, Any]) -> str:
    """Return the page."""
    runs, rows = kept["runs"], kept["rows"]
    missed = sum(not row["holds"] for row in rows)
    verdict = (
        f"{len(rows)} rows, {len(rows) - missed} hold, {missed} missed." if missed else f"All {len(rows)} rows hold."
    )
    parts = [_BEGIN, f"{verdict}\n", _table(_HEADINGS, map(_row, rows)), "## What is measured\n"]
    parts.append("\n".join(f"- **{name}**: {told_of(name)}" for name in NAMES if _is_kept(name, rows)) + "\n")
    parts += ["## Runs\n", _table(_RUN_HEADINGS, _runs(runs)), "## Machines and versions\n", *_sittings(runs), _REPEAT]
    return "\n".join(parts)


def _row(row: Mapping[str, Any]) -> tuple[str, ...]:
    unit, floor, ratio = row["unit"], row["floor"], row["ratio"]
    verdict = "holds" if row["holds"] else "**missed**"
    note = f"{verdict} ({row['note']})" if row["note"] else verdict
    return (
        row["name"],
        row["what"],
        _both(row.get("middle"), row["value"], unit),
        "" if floor is None else _both(row.get("floor_middle"), floor, unit),
        "" if ratio is None else f"{ratio:.2f} ×",
        row["limit"],
        note,
        str(row["run"] + 1),
    )


def _both(middle: float | None, value: float, unit: str) -> str:
    if middle is None:
        return figure(value, unit)
    return f"{figure(middle, unit).removesuffix(unit).strip()} / {figure(value, unit)}"


def _runs(runs: Sequence[Mapping[str, Any]]) -> Iterable[tuple[str, ...]]:
    kinds = _kinds(runs)
    for number, run in enumerate(runs, 1):
        letter = chr(ord("A") + kinds.index((run["machine"], run["versions"])))
        size = f"{run['customers']:,}"
        yield str(number), run["measured"], run["commit"] or "–", size, f"{run['load']:.1f}", letter


def _kinds(runs: Sequence[Mapping[str, Any]]) -> list[tuple[Any, Any]]:
    """Return every pair of machine and versions once."""
    kinds: list[tuple[Any, Any]] = []
    for run in runs:
        kind = (run["machine"], run["versions"])
        if kind not in kinds:
            kinds.append(kind)
    return kinds


def _sittings(runs: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    for number, (computer, libraries) in enumerate(_kinds(runs)):
        cores = f"{computer['cores']} cores"
        hardware = ", ".join(text for text in (computer["processor"], cores, computer["memory"]) if text)
        said = ", ".join(f"{name} {version}" for name, version in libraries.items())
        yield f"**{chr(ord('A') + number)}**: {hardware}; {computer['system']}.\n\n{said}.\n"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines) + "\n"


def _place(name: str) -> int:
    return NAMES.index(name) if name in NAMES else len(NAMES)


def _is_kept(name: str, rows: Iterable[Mapping[str, Any]]) -> bool:
    return any(row["name"] == name for row in rows)


if __name__ == "__main__":
    show(DOCS)
