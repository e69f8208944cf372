"""Add, change and remove a customer's important dates."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import DateKind, ImportantDate
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, parts, tables


def read_date(kind: DateKind, text: str, label: str | None = None) -> ImportantDate:
    """Read a day as people write it (1990-5-12, 5月12日, 农历八月十五); raise Fault VALUE_INVALID with the reason."""
    from crm_desktop.domain.dates import DateError, parse_date

    try:
        day = parse_date(text)
    except DateError as error:
        reason = f"date_{error.fault.value}"
        raise Fault(FaultKind.VALUE_INVALID, field="date", value=text, reason=reason) from None
    lunar = day.calendar == "lunar"
    return ImportantDate(kind, day.month, day.day, day.year, lunar, day.leap_month, (label or "").strip() or None)


def add_date(workplace: Workplace, customer_id: int, date: ImportantDate) -> ChangeSet:
    """Add an important date."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.DATE_EDIT) as work:
        work.about(customer_id)
        work.insert_one(tables.important_date, customer_id=customer_id, **customers.date_values(date))
        return work.commit()


def change_date(workplace: Workplace, date_id: int, date: ImportantDate) -> ChangeSet:
    """Change an important date; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.DATE_EDIT) as work:
        row = parts.get_part(work.connection, tables.important_date, date_id)
        work.about(row.customer_id)
        work.update(tables.important_date, date_id, **customers.date_values(date))
        return work.commit()


def remove_date(workplace: Workplace, date_id: int) -> ChangeSet:
    """Remove an important date; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.DATE_EDIT) as work:
        row = parts.get_part(work.connection, tables.important_date, date_id)
        work.about(row.customer_id)
        parts.remove_part(work, tables.important_date, date_id)
        return work.commit()
