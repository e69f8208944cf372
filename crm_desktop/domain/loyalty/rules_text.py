"""The rules of programmes and tiers as the database keeps them: JSON with the version of its form.

`from_json` never takes nonsense: it raises Fault RULES_INVALID with the `field` to blame and a word of `RuleFault`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.rules import PointsRules, Rules, StoredRules, TierRules, VisitRules
from crm_desktop.domain.loyalty.words import ProgrammeKind

FORM = 1
"""The version of the form; a newer one is refused."""

R = TypeVar("R", bound=Rules | TierRules)

RULES_OF: dict[ProgrammeKind, type[PointsRules] | type[StoredRules] | type[VisitRules]] = {
    ProgrammeKind.POINTS: PointsRules,
    ProgrammeKind.STORED: StoredRules,
    ProgrammeKind.VISITS: VisitRules,
}
"""The rules each kind of programme has."""


def to_json(rules: Rules | TierRules) -> str:
    """Return rules as the text that is kept; what is as usual is left out."""
    return json.dumps({"form": FORM, **_plain(rules)}, ensure_ascii=False, sort_keys=True)


def programme_rules(kind: ProgrammeKind, text: str) -> Rules:
    """Return the rules of a programme from its kept text."""
    type_: type[Rules] = RULES_OF[kind]
    return from_json(type_, text)


def from_json(type_: type[R], text: str) -> R:
    """Return rules from their kept text; Fault RULES_INVALID where it is no such text, or makes no sense."""
    from crm_desktop.domain.loyalty.rule_checks import check_rules

    try:
        values = json.loads(text)
    except ValueError:
        raise _bad("", "unreadable") from None
    if not isinstance(values, dict):
        raise _bad("", "unreadable")
    if values.pop("form", None) != FORM:
        raise _bad("form", "newer")
    rules: R = _read_object(type_, values, "")
    check_rules(rules)
    return rules


def _bad(name: str, why: str) -> Fault:
    return Fault(FaultKind.RULES_INVALID, field=name, why=why)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value) if not _usual(value, one)}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): one for key, one in sorted(value.items())}
    return value.isoformat() if isinstance(value, date) else value


def _usual(value: Any, one: Any) -> bool:
    usual = one.default if one.default_factory is MISSING else one.default_factory()
    return bool(getattr(value, one.name) == usual)


def _read_object(type_: type[Any], values: Any, path: str) -> Any:
    if not isinstance(values, dict):
        raise _bad(path, "unreadable")
    types: dict[str, Any] = _types(cast("Hashable", type_))
    for name in values:
        if name not in types:
            raise _bad(_under(path, name), "unknown")
    for one in fields(type_):
        if one.name not in values and one.default is MISSING and one.default_factory is MISSING:
            raise _bad(_under(path, one.name), "missing")
    return type_(**{name: _read(types[name], value, _under(path, name)) for name, value in values.items()})


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


@cache
def _types(type_: Hashable) -> dict[str, Any]:
    return get_type_hints(cast("type[Any]", type_))


def _read(type_: Any, value: Any, path: str) -> Any:
    if isinstance(type_, UnionType):
        if value is None:
            return None
        (type_,) = (one for one in get_args(type_) if one is not NoneType)
    if is_dataclass(type_):
        return _read_object(cast("type[Any]", type_), value, path)
    if get_origin(type_) is not None:
        return _read_many(type_, value, path)
    return _read_one(type_, value, path)


def _read_many(type_: Any, value: Any, path: str) -> Any:
    kind, inside = get_origin(type_), get_args(type_)
    if kind is dict:
        if not isinstance(value, dict):
            raise _bad(path, "unreadable")
        return {_number(key, path): _read(inside[1], one, path) for key, one in value.items()}
    if not isinstance(value, list):
        raise _bad(path, "unreadable")
    if kind is tuple and Ellipsis not in inside and len(value) != len(inside):
        raise _bad(path, "unreadable")
    return kind(_read(inside[0], one, f"{path}[{place}]") for place, one in enumerate(value))


def _number(text: str, path: str) -> int:
    if not text.isdecimal():
        raise _bad(path, "unreadable")
    return int(text)


def _read_one(type_: Any, value: Any, path: str) -> Any:
    if isinstance(type_, type) and issubclass(type_, StrEnum | date):
        if not isinstance(value, str):
            raise _bad(path, "unreadable")
        make: Callable[[str], Any] = date.fromisoformat if issubclass(type_, date) else type_
        try:
            return make(value)
        except ValueError:
            raise _bad(path, "unreadable") from None
    if type(value) is not type_:
        raise _bad(path, "unreadable")
    return value
