"""The words that customers agree to: each change is a new version, so that an answer keeps its own words."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Row, func, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.privacy import Notice
from crm_desktop.store.tables import consent, consent_notice
from crm_desktop.store.unit_of_work import UnitOfWork


def newest_notice(connection: Connection, purpose: Purpose) -> Notice | None:
    """Return the words in use for a purpose, None where the shop has none of its own yet."""
    mine = select(consent_notice).where(consent_notice.c.purpose == purpose.value)
    row = connection.execute(mine.order_by(consent_notice.c.version.desc()).limit(1)).one_or_none()
    return _notice(row) if row else None


def newest_texts(connection: Connection) -> dict[Purpose, str]:
    """Return the words in use for each purpose that the shop has words of its own for."""
    kept = ((purpose, newest_notice(connection, purpose)) for purpose in Purpose)
    return {purpose: notice.text for purpose, notice in kept if notice}


def all_notices(connection: Connection) -> list[Notice]:
    """Return every version, the newest first."""
    asked = select(func.count()).where(consent.c.notice_id == consent_notice.c.id).scalar_subquery()
    rows = select(consent_notice, asked.label("answers")).order_by(consent_notice.c.purpose, consent_notice.c.id.desc())
    return [_notice(row, row.answers) for row in connection.execute(rows)]


def notices_named(connection: Connection, ids: Iterable[int]) -> dict[int, Notice]:
    """Return some versions by id."""
    rows = connection.execute(select(consent_notice).where(consent_notice.c.id.in_(list(ids))))
    return {row.id: _notice(row) for row in rows}


def add_notice(work: UnitOfWork, purpose: Purpose, text: str) -> int:
    """Keep the next version of the words for a purpose; return its id."""
    before = newest_notice(work.connection, purpose)
    version = before.version + 1 if before else 1
    values = {"purpose": purpose.value, "version": version, "text": text, "made_at": work.at}
    return work.insert_one(consent_notice, public_id=new_public_id(), **values)


def _notice(row: Row[tuple[object, ...]], answers: int = 0) -> Notice:
    return Notice(row.id, Purpose(row.purpose), row.version, row.text, from_stamp(row.made_at), answers)
