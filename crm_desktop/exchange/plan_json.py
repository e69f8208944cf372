"""Import plans as JSON, as plan files and the child process know them; older versions are read too."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import Enum
from typing import Any

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.dates import DateOrder
from crm_desktop.exchange.plan import (
    ColumnPlan,
    Conflict,
    ImportPlan,
    Made,
    MatchBy,
    MatchPolicy,
    OnMatch,
    Repeats,
    RowDecision,
    Rule,
    SplitBy,
    Target,
)

PLAN_VERSION = 2
_READ_VERSIONS = (1, 2)


def dump_plan(plan: ImportPlan) -> str:
    """Return a plan as JSON: what is as usual is left out, so that a person can read and write one."""
    return json.dumps({"version": PLAN_VERSION, **_plain(plan)}, ensure_ascii=False)


def _plain(value: Any) -> dict[str, Any]:
    return {
        name: _json(getattr(value, name))
        for name in (field.name for field in fields(value))
        if name in _ALWAYS or getattr(value, name) != _usual(type(value), name)
    }


_ALWAYS = frozenset({"file", "kind", "heading_row", "index", "heading", "target", "columns", "policy", "on_match"})


def _usual(of: type, name: str) -> Any:
    defaults = {ImportPlan: ImportPlan(""), ColumnPlan: ColumnPlan(0, ""), MatchPolicy: MatchPolicy(), Made: Made()}
    return getattr(defaults[of], name)


def _json(value: Any) -> Any:
    if isinstance(value, ColumnPlan | MatchPolicy | Made):
        return _plain(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(_json(one) for one in value)
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    return {str(key): _json(one) for key, one in value.items()} if isinstance(value, dict) else value


def dump_column(column: ColumnPlan) -> dict[str, Any]:
    """Return one column as plain data."""
    return _plain(column)


def load_plan(text: str) -> ImportPlan:
    """Read a plan; raises ValueError, KeyError or TypeError for what is none."""
    data = json.loads(text)
    if not isinstance(data, dict) or data.pop("version", None) not in _READ_VERSIONS:
        raise ValueError("not a plan of a version this program knows")
    unknown = data.keys() - {field.name for field in fields(ImportPlan)}
    if unknown:
        raise ValueError(f"a plan has no {', '.join(sorted(unknown))}")
    return ImportPlan(**{name: _PLAN_PARTS.get(name, _as_is)(value) for name, value in data.items()})


def _as_is(value: Any) -> Any:
    return value


def _optional(kind: Any) -> Any:
    return lambda value: kind(value) if value else None


def load_column(data: dict[str, Any]) -> ColumnPlan:
    """Read one column; raises ValueError, KeyError or TypeError."""
    return ColumnPlan(**{name: _COLUMN_PARTS.get(name, _as_is)(value) for name, value in data.items()})


def _made(data: dict[str, Any] | None) -> Made | None:
    if data is None:
        return None
    parts: dict[str, Any] = {
        "sources": lambda given: tuple(map(int, given)),
        "split": _optional(SplitBy),
        "place": int,
        "rest": bool,
    }
    return Made(**{name: parts.get(name, _as_is)(value) for name, value in data.items()})


def _policy(data: dict[str, Any]) -> MatchPolicy:
    return MatchPolicy(**{name: _POLICY_PARTS.get(name, _as_is)(value) for name, value in data.items()})


_PLAN_PARTS: dict[str, Any] = {
    "columns": lambda columns: tuple(map(load_column, columns)),
    "policy": _policy,
    "decisions": lambda given: {int(row): RowDecision(word) for row, word in given.items()},
    "cells": lambda given: {int(r): {int(c): str(v) for c, v in cells.items()} for r, cells in given.items()},
    "matches": lambda given: {int(row): int(customer) for row, customer in given.items()},
    "only_rows": lambda given: None if given is None else tuple(map(int, given)),
    "heading_rows": int,
}
_COLUMN_PARTS: dict[str, Any] = {
    "index": int,
    "target": Target,
    "group": int,
    "custom_type": _optional(FieldType),
    "date_order": _optional(DateOrder),
    "made": _made,
    "rules": lambda given: None if given is None else frozenset(map(Rule, given)),
    "values": lambda given: {str(key): str(value) for key, value in given.items()},
}
_POLICY_PARTS: dict[str, Any] = {
    "order": lambda words: tuple(map(MatchBy, words)),
    "on_match": OnMatch,
    "on_probable": OnMatch,
    "on_possible": OnMatch,
    "conflict": Conflict,
    "repeats": Repeats,
    "create_new": bool,
}
