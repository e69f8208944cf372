"""Programmes, the versions of their rules, and tiers in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.loyalty.rules import Rules, Tier, TierRules
from crm_desktop.domain.loyalty.rules_text import from_json, programme_rules, to_json
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.store.tables import account, customer, person, programme, programme_version, tier
from crm_desktop.store.unit_of_work import UnitOfWork

_programme, _version, _tier = programme.c, programme_version.c, tier.c


@dataclass(frozen=True)
class KeptProgramme:
    """A programme with the version of its rules that counts now."""

    programme_id: int
    kind: ProgrammeKind
    name: str
    active: bool
    version_id: int
    rules: Rules
    since: datetime


@dataclass(frozen=True)
class KeptVersion:
    """One version of a programme's rules."""

    version_id: int
    rules: Rules
    since: datetime
    person_name: str


@dataclass(frozen=True)
class KeptTier:
    """A tier, and whether it is in use."""

    tier: Tier
    active: bool


# programmes


def kept_programmes(connection: Connection, programme_id: int | None = None) -> list[KeptProgramme]:
    """Return every programme with its rules, in the shop's order, those put aside too; or one."""
    newest = (
        select(func.max(_version.id))
        .where(_version.programme_id == _programme.id)
        .correlate(programme)
        .scalar_subquery()
    )
    columns = (_programme.id, _programme.kind, _programme.name, _programme.active)
    rows = select(*columns, _version.id.label("version_id"), _version.rules, _version.from_at)
    rows = rows.join(programme_version, _version.id == newest).order_by(_programme.position, _programme.id)
    if programme_id is not None:
        rows = rows.where(_programme.id == programme_id)
    return [
        KeptProgramme(
            row.id,
            kind := ProgrammeKind(row.kind),
            row.name,
            bool(row.active),
            row.version_id,
            programme_rules(kind, row.rules),
            from_stamp(row.from_at),
        )
        for row in connection.execute(rows)
    ]


def member_counts(connection: Connection) -> dict[int, int]:
    """Return how many accounts each programme has."""
    rows = select(account.c.programme_id, func.count()).group_by(account.c.programme_id)
    return {row[0]: row[1] for row in connection.execute(rows)}


def versions_of(connection: Connection, programme_id: int) -> list[KeptVersion]:
    """Return every version of a programme's rules, the newest first."""
    rows = (
        select(_version.id, _version.rules, _version.from_at, _programme.kind, person.c.name)
        .join(programme, _programme.id == _version.programme_id)
        .outerjoin(person, person.c.id == _version.person_id)
        .where(_version.programme_id == programme_id)
        .order_by(_version.id.desc())
    )
    return [
        KeptVersion(
            row.id, programme_rules(ProgrammeKind(row.kind), row.rules), from_stamp(row.from_at), row.name or ""
        )
        for row in connection.execute(rows)
    ]


def named(connection: Connection, name: str) -> int | None:
    """Return the programme of a name."""
    return connection.execute(select(_programme.id).where(_programme.name == name)).scalar()


def has_any(connection: Connection) -> bool:
    """Tell whether the shop has a programme or a tier, in use or put aside."""
    return bool(kept_programmes(connection) or kept_tiers(connection))


def begin_programme(work: UnitOfWork, kind: ProgrammeKind, name: str, rules: Rules) -> int:
    """Begin a programme with its first rules, behind the others; return its id."""
    last = work.connection.execute(select(func.coalesce(func.max(_programme.position), -1))).scalar_one()
    values = {"kind": kind.value, "name": name, "position": last + 1, "active": 1, "created_at": work.at}
    programme_id = work.insert_one(programme, public_id=new_public_id(), **values)
    begin_version(work, programme_id, rules)
    return programme_id


def begin_version(work: UnitOfWork, programme_id: int, rules: Rules) -> int:
    """Let a programme go by these rules from now on; return the version."""
    values = {"rules": to_json(rules), "from_at": work.at, "person_id": work.person_id}
    return work.insert_one(programme_version, programme_id=programme_id, **values)


# tiers


def kept_tiers(connection: Connection) -> list[KeptTier]:
    """Return every tier, the lowest first, those put aside too."""
    rows = connection.execute(select(tier).order_by(_tier.position, _tier.id))
    return [
        KeptTier(
            Tier(row.id, row.name, from_json(TierRules, row.rules), row.position, row.colour),
            bool(row.active),
        )
        for row in rows
    ]


def active_tiers(connection: Connection) -> list[Tier]:
    """Return the tiers in use, the lowest first."""
    return [one.tier for one in kept_tiers(connection) if one.active]


def tier_counts(connection: Connection) -> dict[int, int]:
    """Return how many live customers are in each tier."""
    mine = (customer.c.tier_id.is_not(None), customer.c.deleted_at.is_(None))
    rows = select(customer.c.tier_id, func.count()).where(*mine).group_by(customer.c.tier_id)
    return {row[0]: row[1] for row in connection.execute(rows)}


def save_tier(work: UnitOfWork, kept: Tier) -> int:
    """Insert a tier (id 0) or write it over; return its id."""
    values = {"name": kept.name, "colour": kept.colour, "position": kept.position, "rules": to_json(kept.rules)}
    if kept.tier_id:
        work.update(tier, kept.tier_id, **values)
        return kept.tier_id
    return work.insert_one(tier, public_id=new_public_id(), active=1, **values)
