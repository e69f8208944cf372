"""The close of a day: what was taken, what should be in the drawer, what is; and what is set right later.

Every slip belongs to the shop's day on which it was written, or to the next where that day was closed already. Closing
keeps the figures of the day and counts the drawer.
"""

from __future__ import annotations

from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.takings import DayShown
from crm_desktop.services.payment_methods import method_names
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import day_closes
from crm_desktop.store.day_figures import day_shown
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.tables import cash_movement, day_close, day_correction

LONGEST = 500
"""A note or reason has at most so many letters."""


def today_of(workplace: Workplace) -> date:
    """Return the shop's day that is now."""
    with workplace.store.read() as connection:
        return shop_time(connection).day_of(workplace.now())


def read_day(workplace: Workplace, day: date) -> DayShown:
    """Return a day's figures, how it was closed, and what should be in the drawer now."""
    workplace.require(Right.REPORTS)
    methods = method_names(workplace)
    with workplace.store.read() as connection:
        return day_shown(connection, day, methods)


def close_day(workplace: Workplace, day: date, counted: int, note: str = "") -> ChangeSet:
    """Close a day with what was counted in the drawer; the figures are kept as they are now.

    Raises Fault: DAY_CLOSED for a day that is closed, or lies before one that is; VALUE_INVALID for a day to come, an
    amount below zero, or a difference without a note.
    """
    workplace.require(Right.DAY_CLOSE)
    if counted < 0:
        raise Fault(FaultKind.VALUE_INVALID, field="counted", reason="negative")
    methods = method_names(workplace)
    with workplace.unit_of_work(Kind.DAY_CLOSE) as work:
        _must_be_open(day_closes.closed_through(work.connection), day)
        if day > shop_time(work.connection).day_of(workplace.now()):
            raise Fault(FaultKind.VALUE_INVALID, field="day", reason="to_come")
        shown = day_shown(work.connection, day, methods)
        if counted != shown.expected and not note.strip():
            raise Fault(FaultKind.VALUE_INVALID, field="note", reason="required")
        marks = day_closes.marks_now(work.connection)
        work.insert_one(
            day_close,
            day=day.isoformat(),
            at=work.at,
            person_id=work.person_id,
            last_sale_id=marks.slip,
            last_movement_id=marks.move,
            last_correction_id=marks.correction,
            expected=shown.expected,
            counted=counted,
            note=note.strip()[:LONGEST] or None,
            figures=day_closes.figures_text(shown.figures),
        )
        work.about(count=0, name=day.isoformat())
        return work.commit()


def correct_day(workplace: Workplace, day: date, method: str, amount: int, note: str) -> ChangeSet:
    """Set something right about a closed day, by an entry of today.

    Raises Fault: NOT_FOUND for a day that is not closed, VALUE_INVALID for no amount or no note.
    """
    workplace.require(Right.DAY_CLOSE)
    _must_say(amount, note)
    with workplace.unit_of_work(Kind.DAY_CORRECT) as work:
        if day_closes.close_of(work.connection, day) is None:
            raise Fault(FaultKind.NOT_FOUND, what="day_close", day=day.isoformat())
        values = {"method": method, "amount": amount, "note": note.strip()[:LONGEST]}
        work.insert_one(day_correction, day=day.isoformat(), at=work.at, person_id=work.person_id, **values)
        work.about(count=0, name=day.isoformat())
        return work.commit()


def move_cash(workplace: Workplace, amount: int, reason: str) -> ChangeSet:
    """Note money put into the drawer, or (below zero) taken out; raise Fault VALUE_INVALID without a reason."""
    workplace.require(Right.SELL)
    _must_say(amount, reason)
    with workplace.unit_of_work(Kind.CASH_MOVE) as work:
        day = shop_time(work.connection).day_of(workplace.now())
        values = {"amount": amount, "reason": reason.strip()[:LONGEST]}
        work.insert_one(cash_movement, day=day.isoformat(), at=work.at, person_id=work.person_id, **values)
        return work.commit()


def _must_say(amount: int, why: str) -> None:
    if not amount:
        raise Fault(FaultKind.AMOUNT_WRONG, reason="zero")
    if not why.strip():
        raise Fault(FaultKind.VALUE_INVALID, field="note", reason="required")


def _must_be_open(closed: date | None, day: date) -> None:
    if closed is not None and day <= closed:
        raise Fault(FaultKind.DAY_CLOSED, day=day.isoformat(), closed=closed.isoformat())
