"""How often those who carry a tag are to be met."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.plans import LONGEST_DELAY, REAL_CONTACTS, Cadence
from crm_desktop.domain.rights import Right
from crm_desktop.services.follow_up_values import check_kind
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import cadences, parts, tables


def read_cadences(workplace: Workplace) -> list[Cadence]:
    """Return every cadence, the shortest first."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        return cadences.all_cadences(connection)


def save_cadence(workplace: Workplace, cadence: Cadence) -> ChangeSet:
    """Keep the cadence of a tag, new or changed; raise Fault VALUE_INVALID, or VALUE_TAKEN where the tag has one."""
    workplace.require(Right.SETTINGS)
    _check(cadence)
    with workplace.unit_of_work(Kind.CADENCE_EDIT) as work:
        known = {one.tag_id: one.id for one in cadences.all_cadences(work.connection)}
        if known.get(cadence.tag_id, cadence.id) != cadence.id:
            name = cadences.tag_name(work.connection, cadence.tag_id)
            raise Fault(FaultKind.VALUE_TAKEN, field="tag", value=name)
        check_kind(work.connection, cadence.kind)
        cadences.save_cadence(work, cadence)
        return work.commit()


def remove_cadence(workplace: Workplace, cadence_id: int) -> ChangeSet:
    """End a cadence: what it planned and is still open is closed."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.CADENCE_EDIT) as work:
        parts.get_part(work.connection, tables.cadence, cadence_id)
        cadences.remove_cadence(work, cadence_id, _T("KeepInTouch", "No longer kept in touch with regularly"))
        return work.commit()


def _check(cadence: Cadence) -> None:
    if not 1 <= cadence.ideal_days <= LONGEST_DELAY:
        raise Fault(FaultKind.VALUE_INVALID, field="ideal_days", reason="not_a_number")
    if not cadence.ideal_days <= cadence.longest_days <= LONGEST_DELAY:
        raise Fault(FaultKind.VALUE_INVALID, field="longest_days", reason="longest_too_short")
    if not cadence.contact_kinds or not set(cadence.contact_kinds) <= set(REAL_CONTACTS):
        raise Fault(FaultKind.VALUE_INVALID, field="contact_kinds", reason="not_a_choice")
