"""The shop's loyalty programmes: what they are, changing their rules, and starting with the preset of a trade.

Each change of rules is a version of its own; what was given under an older version keeps that one's terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.rule_checks import check_rules
from crm_desktop.domain.loyalty.rules import PointsRules, Rules, VisitRules
from crm_desktop.domain.loyalty.rules_text import RULES_OF, to_json
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.services.tiers import ShopTier, read_tiers
from crm_desktop.services.values import checked_line
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, tables
from crm_desktop.store import programmes as rows
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 60


@dataclass(frozen=True)
class Programme:
    """One programme with the rules it has now; `since` is when they began to count."""

    programme_id: int
    kind: ProgrammeKind
    name: str
    active: bool
    rules: Rules
    version_id: int
    since: datetime
    members: int = 0
    """Accounts that were opened in it."""


@dataclass(frozen=True)
class Programmes:
    """Everything the Loyalty page shows. The first of points and of stored value are the shop's only ones."""

    programmes: tuple[Programme, ...]
    tiers: tuple[ShopTier, ...]

    @property
    def points(self) -> Programme | None:
        """Return the programme of points, if there is one."""
        return self.first(ProgrammeKind.POINTS)

    @property
    def stored(self) -> Programme | None:
        """Return the programme of stored value, if there is one."""
        return self.first(ProgrammeKind.STORED)

    @property
    def cards(self) -> tuple[Programme, ...]:
        """Return the sorts of visit cards, those put aside among them."""
        return tuple(one for one in self.programmes if one.kind is ProgrammeKind.VISITS)

    def first(self, kind: ProgrammeKind) -> Programme | None:
        """Return the first programme in use of a kind."""
        return next((one for one in self.programmes if one.kind is kind and one.active), None)


@dataclass(frozen=True)
class VersionShown:
    """Rules a programme has or had, since when, and who changed them."""

    version_id: int
    rules: Rules
    since: datetime
    person_name: str


def read_programmes(workplace: Workplace) -> Programmes:
    """Return every programme, in the shop's order, and every tier, the lowest first."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        members = rows.member_counts(connection)
        kept = rows.kept_programmes(connection)
    shown = (Programme(**vars(one), members=members.get(one.programme_id, 0)) for one in kept)
    return Programmes(tuple(shown), tuple(read_tiers(workplace)))


def save_rules(workplace: Workplace, which: int | ProgrammeKind, rules: Rules, name: str = "") -> ChangeSet:
    """Keep the rules of a programme as a new version; the same rules again write nothing.

    A kind stands for the shop's one programme of points or of stored value, which is begun where there is none; of
    visit cards it begins another sort. Raises Fault RULES_INVALID with `field` and `why`, VALUE_TAKEN for the name,
    VALUE_INVALID for a card without one, NOT_FOUND.
    """
    workplace.require(Right.PROGRAMMES)
    check_rules(rules)
    with workplace.unit_of_work(Kind.PROGRAMME_EDIT) as work:
        _check_references(work, rules)
        there = _meant(work, which)
        kind = which if there is None else there.kind
        if not isinstance(rules, RULES_OF[kind]):  # type: ignore[index]
            raise Fault(FaultKind.RULES_INVALID, field="kind", why="unknown")
        if there is None:
            word = _free_name(work, name.strip() or usual_name(kind))  # type: ignore[arg-type]
            rows.begin_programme(work, kind, word, rules)  # type: ignore[arg-type]
        else:
            _change(work, there, rules, name)
        return work.commit()


def _meant(work: UnitOfWork, which: int | ProgrammeKind) -> rows.KeptProgramme | None:
    """Return the programme that is meant; None where one is to be begun."""
    if isinstance(which, ProgrammeKind):
        of_kind = (one for one in rows.kept_programmes(work.connection) if one.kind is which)
        return None if which is ProgrammeKind.VISITS else next(of_kind, None)
    parts.get_part(work.connection, tables.programme, which)
    return rows.kept_programmes(work.connection, which)[0]


def _change(work: UnitOfWork, there: rows.KeptProgramme, rules: Rules, name: str) -> None:
    if to_json(rules) != to_json(there.rules):
        rows.begin_version(work, there.programme_id, rules)
    values: dict[str, Any] = {"active": 1}
    if name.strip():
        values["name"] = _free_name(work, name, there.programme_id)
    work.update(tables.programme, there.programme_id, **values)


def usual_name(kind: ProgrammeKind) -> str:
    """Return what a programme is called where the shop gives no name; "" for visit cards, which need one."""
    names = {
        ProgrammeKind.POINTS: _T("Programmes", "Points"),
        ProgrammeKind.STORED: _T("Programmes", "Stored value"),
    }
    return names.get(kind, "")


def _free_name(work: UnitOfWork, name: str, programme_id: int | None = None) -> str:
    word = checked_line(name, NAME_LENGTH)
    if rows.named(work.connection, word) not in (None, programme_id):
        raise Fault(FaultKind.VALUE_TAKEN, field="name", value=word)
    return word


def _check_references(work: UnitOfWork, rules: Rules) -> None:
    """Refuse rules that name a product, category, tier or coupon batch which is not there."""
    for field, table, ids in _references(rules):
        for row_id in ids:
            try:
                parts.get_part(work.connection, table, row_id)
            except Fault:
                raise Fault(FaultKind.RULES_INVALID, field=field, why="unknown") from None


def _references(rules: Rules) -> list[tuple[str, Any, frozenset[int]]]:
    if isinstance(rules, VisitRules):
        return [
            ("product_ids", tables.product, rules.product_ids),
            ("category_ids", tables.product_category, rules.category_ids),
        ]
    if not isinstance(rules, PointsRules):
        return []
    batch = rules.birthday.batch_id
    found: list[tuple[str, Any, frozenset[int]]] = [
        ("birthday.batch_id", tables.coupon_batch, frozenset(() if batch is None else (batch,))),
        ("product_points", tables.product, frozenset(rules.product_points)),
        ("product_rates", tables.product, frozenset(rules.product_rates)),
        ("category_rates", tables.product_category, frozenset(rules.category_rates)),
    ]
    for place, one in enumerate(rules.multipliers):
        path = f"multipliers[{place}]"
        found += [
            (f"{path}.tier_ids", tables.tier, one.tier_ids),
            (f"{path}.product_ids", tables.product, one.product_ids),
            (f"{path}.category_ids", tables.product_category, one.category_ids),
        ]
    return found


def rename_programme(workplace: Workplace, programme_id: int, name: str) -> ChangeSet:
    """Rename a programme; raise Fault VALUE_TAKEN, VALUE_INVALID, NOT_FOUND."""
    workplace.require(Right.PROGRAMMES)
    with workplace.unit_of_work(Kind.PROGRAMME_EDIT) as work:
        parts.get_part(work.connection, tables.programme, programme_id)
        work.update(tables.programme, programme_id, name=_free_name(work, name, programme_id))
        return work.commit()


def put_aside_programme(workplace: Workplace, programme_id: int, active: bool = False) -> ChangeSet:
    """End a programme, or take it up again: nothing more is given, what is there can be spent."""
    workplace.require(Right.PROGRAMMES)
    with workplace.unit_of_work(Kind.PROGRAMME_EDIT) as work:
        parts.get_part(work.connection, tables.programme, programme_id)
        work.update(tables.programme, programme_id, active=int(active))
        return work.commit()


def rules_history(workplace: Workplace, programme_id: int) -> list[VersionShown]:
    """Return every version of the rules of a programme, the newest first."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        return [VersionShown(**vars(one)) for one in rows.versions_of(connection, programme_id)]
