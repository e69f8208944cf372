"""How days were closed: what was counted, the figures as they were then, and where the next close begins."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.takings import (
    Amounts,
    CashMove,
    ClerkTakings,
    Close,
    Correction,
    DayFigures,
    MethodTakings,
    ProgrammeMoves,
)
from crm_desktop.store.tables import cash_movement, day_close, day_correction, person, sale


@dataclass(frozen=True)
class Marks:
    """The last rows a close counted; what comes behind them is the next one's."""

    slip: int = 0
    move: int = 0
    correction: int = 0


def last_close(connection: Connection) -> tuple[date | None, int, Marks]:
    """Return the newest closed day, what was counted then, and where the next close begins."""
    newest = select(day_close).order_by(day_close.c.id.desc()).limit(1)
    row = connection.execute(newest).one_or_none()
    if row is None:
        return None, 0, Marks()
    marks = Marks(row.last_sale_id, row.last_movement_id, row.last_correction_id)
    return date.fromisoformat(row.day), row.counted, marks


def closed_through(connection: Connection) -> date | None:
    """Return the newest day that was closed: nothing is entered at the till for a day up to it any more."""
    newest = connection.execute(select(func.max(day_close.c.day))).scalar()
    return date.fromisoformat(newest) if newest else None


def marks_now(connection: Connection) -> Marks:
    """Return the last rows there are."""
    newest = (select(func.coalesce(func.max(table.c.id), 0)) for table in (sale, cash_movement, day_correction))
    return Marks(*(connection.execute(one).scalar_one() for one in newest))


def close_of(connection: Connection, day: date) -> Close | None:
    """Return how a day was closed."""
    row = connection.execute(_with_person(day_close).where(day_close.c.day == day.isoformat())).one_or_none()
    if row is None:
        return None
    figures = figures_from(day, json.loads(row.figures))
    name, at = row.person_name or "", from_stamp(row.at)
    return Close(day, at, name, row.expected, row.counted, row.note or "", figures)


def corrections_of(connection: Connection, day: date) -> tuple[Correction, ...]:
    """Return what was set right about a day."""
    rows = _with_person(day_correction).where(day_correction.c.day == day.isoformat()).order_by(day_correction.c.id)
    return tuple(
        Correction(from_stamp(row.at), row.method, row.amount, row.note, row.person_name or "")
        for row in connection.execute(rows)
    )


def cash_moves_of(connection: Connection, day: date) -> tuple[CashMove, ...]:
    """Return what was put into the drawer or taken out on a day."""
    rows = _with_person(cash_movement).where(cash_movement.c.day == day.isoformat()).order_by(cash_movement.c.id)
    return tuple(_cash_move(row) for row in connection.execute(rows))


def _cash_move(row: Row[Any]) -> CashMove:
    return CashMove(from_stamp(row.at), row.amount, row.reason, row.person_name or "")


def _with_person(table: Any) -> Select[Any]:
    return select(table, person.c.name.label("person_name")).outerjoin(person, person.c.id == table.c.person_id)


def figures_text(figures: DayFigures) -> str:
    """Return figures as the database keeps them."""
    kept = asdict(replace(figures, cash_moves=()))
    kept["cash_moves"] = [asdict(move) | {"at": move.at.isoformat()} for move in figures.cash_moves]
    del kept["day"]
    return json.dumps(kept, ensure_ascii=False)


def figures_from(day: date, kept: dict[str, Any]) -> DayFigures:
    """Return figures as they were when the day was closed."""
    return DayFigures(
        day,
        Amounts(**kept["amounts"]),
        tuple(MethodTakings(**one | {"amounts": Amounts(**one["amounts"])}) for one in kept["methods"]),
        tuple(ClerkTakings(**one | {"amounts": Amounts(**one["amounts"])}) for one in kept["clerks"]),
        tuple(ProgrammeMoves(**one | {"kind": ProgrammeKind(one["kind"])}) for one in kept["programmes"]),
        tuple(CashMove(**one | {"at": datetime.fromisoformat(one["at"])}) for one in kept["cash_moves"]),
    )
