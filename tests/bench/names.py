"""The benches: what they are called, in the order of their rows, and where each lies."""

from __future__ import annotations

import ast

from tests.bench.shop import ROOT

NAMES = (
    "search",
    "headings",
    "calendar",
    "tag",
    "sale",
    "verify",
    "export",
    "backup",
    "duplicates",
    "dry-run",
    "import",
    "old-sales",
    "while-importing",
    "simulator",
    "window",
)
_MODULES = {
    "dry-run": "tests.bench.dry_run",
    "import": "tests.bench.import_",
    "old-sales": "tests.bench.old_sales",
    "while-importing": "tests.bench.while_importing",
}  # a module cannot go by the word itself


def module_of(name: str) -> str:
    """Return the module of a bench."""
    return _MODULES.get(name, f"tests.bench.{name}")


def told_of(name: str) -> str:
    """Return what a bench says it measures: the first paragraph of its module, which is not loaded for that."""
    source = ROOT.joinpath(*module_of(name).split(".")).with_suffix(".py").read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(source)) or ""
    return " ".join(said.partition("\n\n")[0].split())
