"""Filters over customers: conditions nested in AND and OR groups, as saved views keep them."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.records import dataclass


class Operator(StrEnum):
    """What a condition asks of a field; `domain.fields` says which a type of field can answer."""

    IS = "is"
    IS_NOT = "is_not"
    CONTAINS = "contains"
    STARTS_WITH = "starts_with"
    IS_EMPTY = "is_empty"
    IS_FILLED = "is_filled"
    ANY_OF = "any_of"
    ALL_OF = "all_of"
    NONE_OF = "none_of"
    LESS_THAN = "less_than"
    MORE_THAN = "more_than"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"
    IN_LAST_DAYS = "in_last_days"
    NOT_IN_LAST_DAYS = "not_in_last_days"
    IN_NEXT_DAYS = "in_next_days"


class Joined(StrEnum):
    """How the parts of a group are joined."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True)
class Condition:
    """One question about one field; `value` is a text, number, ISO date, a list of them, or None."""

    field: str
    operator: Operator
    value: Any = None


@dataclass(frozen=True)
class Group:
    """Conditions and groups joined by AND (`all`) or OR (`any`); an empty group lets everything through."""

    joined: Joined = Joined.ALL
    parts: tuple[Condition | Group, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether the group asks anything."""
        return any(isinstance(part, Condition) or bool(part) for part in self.parts)


EVERYONE = Group()
"""The filter that lets every customer through."""


def filter_to_json(filter_: Group) -> str:
    """Return a filter as saved views keep it."""
    return json.dumps(_plain(filter_), ensure_ascii=False)


def filter_from_json(text: str) -> Group:
    """Read a saved filter; raise Fault VALUE_INVALID where it is none."""
    try:
        found = _parsed(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Fault(FaultKind.VALUE_INVALID, field="filter", reason="not_a_filter") from None
    return found if isinstance(found, Group) else Group(Joined.ALL, (found,))


def _plain(part: Condition | Group) -> dict[str, Any]:
    if isinstance(part, Group):
        return {part.joined.value: [_plain(inner) for inner in part.parts]}
    return {"field": part.field, "operator": part.operator.value, "value": part.value}


def _parsed(data: dict[str, Any]) -> Condition | Group:
    if "field" in data:
        return Condition(str(data["field"]), Operator(data["operator"]), data.get("value"))
    ((joined, parts),) = data.items()
    return Group(Joined(joined), tuple(_parsed(part) for part in parts))
