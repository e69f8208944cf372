"""What stands around the sample shop's customers: staff, fields of its own, saved views."""

from __future__ import annotations

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.demo.texts import FLAVOURS
from crm_desktop.domain.filters import Condition, Group, Joined, Operator
from crm_desktop.domain.query import SavedView, Sort

STAFF = (("陈悦", "violet"), ("周子航", "teal"))
"""Who works in the shop beside the owner, with colours."""

FIELDS = (
    ("口味", FieldType.CHOICE, "\n".join(word for word, _ in FLAVOURS)),
    ("每月用量（克）", FieldType.NUMBER, None),
)
"""The fields the shop added: name, type, choices."""

_COLUMNS = (("name", 152), ("phone", 134), ("tags", 134), ("last_contact_at", 118), ("next_follow_up", 120))


def _all(*parts: Condition | Group) -> Group:
    return Group(Joined.ALL, parts)


def saved_views() -> tuple[SavedView, ...]:
    """Return the five views everyone in the shop sees."""
    is_any, silent = Operator.ANY_OF, Operator.NOT_IN_LAST_DAYS
    wholesale = Group(Joined.ANY, (Condition("tags", is_any, ["批发"]), Condition("company", Operator.IS_FILLED)))
    filters: tuple[tuple[str, Group, Sort | None], ...] = (
        ("VIP 客户", _all(Condition("tags", is_any, ["VIP"])), None),
        (
            "该联系了",
            _all(Condition("tags", is_any, ["VIP", "复购"]), Condition("last_contact_at", silent, 30)),
            Sort("last_contact_at"),
        ),
        ("七天内生日", _all(Condition("birthday", Operator.IN_NEXT_DAYS, 7)), Sort("birthday")),
        ("批发和企业", wholesale, Sort("name")),
        ("本月新客", _all(Condition("created_at", Operator.IN_LAST_DAYS, 30)), Sort("created_at", descending=True)),
    )
    return tuple(
        SavedView(0, name, filter_, _COLUMNS, sort, None, position)
        for position, (name, filter_, sort) in enumerate(filters)
    )
