"""A filter as a SQL condition over `customer`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, func, not_, or_, select, true

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.domain.fields import REFUSED
from crm_desktop.domain.filters import Condition, Group, Joined, Operator
from crm_desktop.store.customer_tables import consent, contact_point, customer, customer_tag, important_date, tag
from crm_desktop.store.queries.contact_sql import agreed_channels, may_contact, was_asked
from crm_desktop.store.queries.field_sql import DAY_MS, is_birthday, value_expression
from crm_desktop.store.queries.settled import DUE, due_condition

_MANY_CONTACTS = frozenset({"phone", "email", "wechat", "address"})
_STAMPS = frozenset({"created_at", "last_contact_at"})


def filter_condition(filter_: Group, now: int) -> ColumnElement[bool]:
    """Return the condition a filter stands for; raise Fault VALUE_INVALID for one that makes no sense."""
    parts = [_part(part, now) for part in filter_.parts if isinstance(part, Condition) or part]
    if not parts:
        return true()
    return and_(*parts) if filter_.joined is Joined.ALL else or_(*parts)


def _part(part: Condition | Group, now: int) -> ColumnElement[bool]:
    if isinstance(part, Group):
        return filter_condition(part, now)
    try:
        return _condition(part, now)
    except (TypeError, ValueError):
        raise Fault(FaultKind.VALUE_INVALID, field=part.field, reason="not_a_value") from None


def _condition(condition: Condition, now: int) -> ColumnElement[bool]:
    own = _OWN_WAYS.get(condition.field.partition(":")[0])
    if own is not None:
        return own(condition, now)
    if condition.field in _MANY_CONTACTS:
        return _any_contact(condition)
    value = _value(condition, now)
    if condition.field in _STAMPS:
        return _moment(value, condition, now)
    return _compare(value, condition, now)


def _value(condition: Condition, now: int) -> ColumnElement[Any]:
    column = "text"
    if condition.field.startswith("custom:"):
        sample = condition.value[0] if isinstance(condition.value, list) and condition.value else condition.value
        if isinstance(sample, int | float) and not isinstance(sample, bool):
            column = "number"
        elif condition.operator in _DATE_OPERATORS or (isinstance(sample, str) and _is_day(sample)):
            column = "date"
    return value_expression(condition.field, now, column)


_DATE_OPERATORS = frozenset(
    {Operator.BEFORE, Operator.AFTER, Operator.IN_LAST_DAYS, Operator.NOT_IN_LAST_DAYS, Operator.IN_NEXT_DAYS}
)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _compare(value: ColumnElement[Any], condition: Condition, now: int) -> ColumnElement[bool]:
    given = condition.value
    today = from_stamp(now).date()
    simple: dict[Operator, Callable[[], ColumnElement[bool]]] = {
        Operator.IS: lambda: value == given,
        Operator.IS_NOT: lambda: value.is_distinct_from(given),
        Operator.CONTAINS: lambda: func.instr(func.lower(value), str(given).lower()) > 0,
        Operator.STARTS_WITH: lambda: func.instr(func.lower(value), str(given).lower()) == 1,
        Operator.IS_EMPTY: lambda: or_(value.is_(None), value == ""),
        Operator.IS_FILLED: lambda: and_(value.is_not(None), value != ""),
        Operator.ANY_OF: lambda: value.in_(_listed(given)),
        Operator.NONE_OF: lambda: or_(value.is_(None), value.not_in(_listed(given))),
        Operator.LESS_THAN: lambda: value < given,
        Operator.MORE_THAN: lambda: value > given,
        Operator.BETWEEN: lambda: value.between(*_pair(given)),
        Operator.BEFORE: lambda: value < str(given),
        Operator.AFTER: lambda: value > str(given),
        Operator.IN_LAST_DAYS: lambda: value.between(_day(today, -int(given)), today.isoformat()),
        Operator.NOT_IN_LAST_DAYS: lambda: or_(value.is_(None), value < _day(today, -int(given))),
        Operator.IN_NEXT_DAYS: lambda: value.between(today.isoformat(), _day(today, int(given))),
    }
    return _asked(simple, condition)


def _moment(value: ColumnElement[Any], condition: Condition, now: int) -> ColumnElement[bool]:
    given = condition.value
    simple: dict[Operator, Callable[[], ColumnElement[bool]]] = {
        Operator.IS_EMPTY: lambda: value.is_(None),
        Operator.IS_FILLED: lambda: value.is_not(None),
        Operator.BEFORE: lambda: value < _stamp(given),
        Operator.AFTER: lambda: value >= _stamp(given) + DAY_MS,
        Operator.BETWEEN: lambda: value.between(_stamp(_pair(given)[0]), _stamp(_pair(given)[1]) + DAY_MS - 1),
        Operator.IN_LAST_DAYS: lambda: value >= now - int(given) * DAY_MS,
        Operator.NOT_IN_LAST_DAYS: lambda: or_(value.is_(None), value < now - int(given) * DAY_MS),
    }
    return _asked(simple, condition)


def _asked(known: dict[Operator, Callable[[], ColumnElement[bool]]], condition: Condition) -> ColumnElement[bool]:
    if condition.operator not in known:
        raise Fault(FaultKind.VALUE_INVALID, field=condition.field, reason="operator")
    return known[condition.operator]()


def _tags(condition: Condition, _now: int) -> ColumnElement[bool]:
    mine = customer_tag.c.customer_id == customer.c.id
    if condition.operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        any_tag = exists(select(customer_tag.c.id).where(mine))
        return any_tag if condition.operator is Operator.IS_FILLED else not_(any_tag)
    names = _listed(condition.value)
    if condition.operator is Operator.ALL_OF:
        return and_(*(customer.c.id.in_(_tagged([name])) for name in names))
    tagged = customer.c.id.in_(_tagged(names))
    return not_(tagged) if condition.operator is Operator.NONE_OF else tagged


def _tagged(names: list[Any]) -> Any:
    return select(customer_tag.c.customer_id).join(tag, tag.c.id == customer_tag.c.tag_id).where(tag.c.name.in_(names))


def _any_contact(condition: Condition) -> ColumnElement[bool]:
    """Ask every contact point of the kind, not only the primary one; empty means that there is none at all."""
    mine = and_(contact_point.c.customer_id == customer.c.id, contact_point.c.kind == condition.field)
    if condition.operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        there = exists(select(contact_point.c.id).where(mine))
        return there if condition.operator is Operator.IS_FILLED else not_(there)
    positive = Operator.IS if condition.operator is Operator.IS_NOT else condition.operator
    asked = Condition(condition.field, positive, condition.value)
    typed, normal = (_compare(column, asked, 0) for column in (contact_point.c.value, contact_point.c.normal))
    found = exists(select(contact_point.c.id).where(mine, or_(typed, func.coalesce(normal, False))))
    return not_(found) if condition.operator is Operator.IS_NOT else found


def _birthday(condition: Condition, now: int) -> ColumnElement[bool]:
    day = important_date.c
    if condition.operator is Operator.IS_EMPTY:
        return not_(exists(select(day.id).where(is_birthday())))
    if condition.operator is Operator.IS_FILLED:
        return exists(select(day.id).where(is_birthday()))
    if condition.operator is Operator.IS:
        return exists(select(day.id).where(is_birthday(), day.month == int(condition.value), day.calendar == "solar"))
    if condition.operator is not Operator.IN_NEXT_DAYS:
        raise Fault(FaultKind.VALUE_INVALID, field="birthday", reason="operator")
    coming = [from_stamp(now).date() + timedelta(days=n) for n in range(int(condition.value) + 1)]
    return exists(select(day.id).where(is_birthday(), or_(_solar(coming), _lunar(coming))))


def _solar(days: list[date]) -> ColumnElement[bool]:
    numbers = {d.month * 100 + d.day for d in days}
    day = important_date.c
    return and_(day.calendar == "solar", (day.month * 100 + day.day).in_(sorted(numbers)))


def _lunar(days: list[date]) -> ColumnElement[bool]:
    from crm_desktop.domain.lunar import lunar_month_day

    numbers = {month * 100 + d for month, d in map(lunar_month_day, days)}
    day = important_date.c
    return and_(day.calendar == "lunar", (day.month * 100 + day.day).in_(sorted(numbers)))


def _due(condition: Condition, _now: int) -> ColumnElement[bool]:
    if condition.operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        empty = customer.c.next_follow_up.is_(None)
        return empty if condition.operator is Operator.IS_EMPTY else not_(empty)
    found = due_condition(condition.field, frozenset(map(str, _listed(condition.value))))
    if condition.operator is Operator.NONE_OF:
        return not_(func.coalesce(found, False))
    return _asked({Operator.ANY_OF: lambda: found}, condition)


def _consent(condition: Condition, _now: int) -> ColumnElement[bool]:
    """Ask for agreed channels; REFUSED among them: those who were asked and agreed to none; empty: nobody asked."""
    asked = was_asked()
    if condition.operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        return asked if condition.operator is Operator.IS_FILLED else not_(asked)
    if condition.operator not in (Operator.ANY_OF, Operator.NONE_OF):
        raise Fault(FaultKind.VALUE_INVALID, field="consent", reason="operator")
    wanted = _listed(condition.value)
    found: ColumnElement[bool] = exists(agreed_channels().where(consent.c.channel.in_(wanted)))
    if REFUSED in wanted:
        found = or_(found, and_(asked, not_(exists(agreed_channels()))))
    return found if condition.operator is Operator.ANY_OF else not_(found)


def _offers_by(condition: Condition, _now: int) -> ColumnElement[bool]:
    return _open(condition, Purpose.MARKETING)


def _service_by(condition: Condition, _now: int) -> ColumnElement[bool]:
    return _open(condition, Purpose.SERVICE)


def _open(condition: Condition, purpose: Purpose) -> ColumnElement[bool]:
    """Ask whether a customer may be contacted on one of these channels for a purpose; empty: on none at all."""
    if condition.operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        found = or_(*(may_contact(channel, purpose) for channel in Channel))
        return found if condition.operator is Operator.IS_FILLED else not_(found)
    if condition.operator not in (Operator.ANY_OF, Operator.NONE_OF):
        raise Fault(FaultKind.VALUE_INVALID, field=condition.field, reason="operator")
    found = or_(false(), *(may_contact(Channel(wanted), purpose) for wanted in _listed(condition.value)))
    return found if condition.operator is Operator.ANY_OF else not_(found)


_OWN_WAYS = {
    "tags": _tags,
    "birthday": _birthday,
    "consent": _consent,
    "offers_by": _offers_by,
    "service_by": _service_by,
    DUE: _due,
}
"""Fields that are asked otherwise than by comparing a value."""


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _pair(value: Any) -> tuple[Any, Any]:
    first, last = value
    return first, last


def _day(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()


def _stamp(day: Any) -> int:
    return to_stamp(datetime.combine(date.fromisoformat(str(day)), datetime.min.time(), UTC))
