"""PINs of the staff: they tell people apart and keep slips of the hand small; they are no password of the computer.

A PIN is a hash in the encrypted database. Every function here works long on purpose: never call one on the GUI thread.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.pins import checked_pin, left_to_wait, wait_after
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import Role
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, pins, staff, tables
from crm_desktop.store.faults import as_fault
from crm_desktop.store.key_code import read_code
from crm_desktop.store.keys import DataKey
from crm_desktop.store.unit_of_work import UnitOfWork

_MEMORY_KIB, _PASSES, _LANES, _LENGTH = 19 * 1024, 2, 1, 32


def set_own_pin(workplace: Workplace, pin: str, old: str | None = None) -> ChangeSet:
    """Set the acting person's PIN; `old` is needed where she has one.

    Raises Fault VALUE_INVALID for what is no PIN, PIN_WRONG, PIN_BLOCKED, NOT_ALLOWED while nobody is at work.
    """
    person_id = _somebody(workplace)
    made = checked_pin(pin)
    if _has_pin(workplace, person_id):
        prove(workplace, person_id, old or "")
    return _keep(workplace, person_id, made)


def remove_own_pin(workplace: Workplace, old: str) -> ChangeSet:
    """Let the acting person work without a PIN; raise Fault PIN_WRONG, PIN_BLOCKED, NOT_ALLOWED."""
    person_id = _somebody(workplace)
    prove(workplace, person_id, old)
    return _keep(workplace, person_id, None)


def reset_pin(workplace: Workplace, person_id: int, pin: str | None = None) -> ChangeSet:
    """Give somebody else a new PIN, or take hers away; whoever manages the staff may.

    An owner's is reset by another owner only, or by the code on the recovery sheet. Raises Fault NOT_ALLOWED,
    PIN_NEEDED, VALUE_INVALID, NOT_FOUND.
    """
    workplace.require(Right.STAFF, fresh=True)
    made = None if pin is None else checked_pin(pin)
    with workplace.store.read() as connection:
        standing = staff.standing_of(connection, person_id)
    if standing is not None and standing.role == Role.OWNER and not _is_owner(workplace):
        raise Fault(FaultKind.NOT_ALLOWED, right=Right.STAFF)
    return _keep(workplace, person_id, made)


def reset_by_proof(workplace: Workplace, person_id: int, pin: str | None, proof: Callable[[], object]) -> ChangeSet:
    """Give an owner who forgot hers a new PIN, or none.

    `proof` raises Fault unless it was shown what only the owner has: the recovery code, or the shop's password. Raises
    Fault NOT_ALLOWED for whoever is no owner: the owner resets hers.
    """
    made = None if pin is None else checked_pin(pin)
    proof()
    with workplace.store.read() as connection:
        standing = staff.standing_of(connection, person_id)
    if standing is None or standing.role != Role.OWNER:
        raise Fault(FaultKind.NOT_ALLOWED, right=Right.STAFF)
    return _keep(workplace.acting_as(person_id), person_id, made)


def shows_code(key: DataKey, typed: str) -> Callable[[], object]:
    """Return the proof that somebody holds the recovery sheet of this shop; it raises Fault CODE_WRONG."""
    return lambda: key.header.key_from_code(read_code(typed))


def prove(workplace: Workplace, person_id: int, pin: str) -> None:
    """Check a person's PIN, and note in the session that she has proved to be herself.

    Raises Fault PIN_WRONG, or PIN_BLOCKED where the wait after wrong tries is not over (`left_ms`). Who has no PIN
    proves nothing, and needs not.
    """
    session = workplace.session
    kept, name = _begin_try(workplace, person_id)
    if kept is not None:
        if not _verifies(kept.hash, pin.strip()):
            session.block(person_id, wait_after(kept.failures + 1) / 1000)
            raise Fault(FaultKind.PIN_WRONG, person=name, person_id=person_id)
        session.unblock(person_id)
        if not workplace.store.is_only_read:
            with as_fault(), workplace.store.writes.begin() as connection:
                pins.note_tries(connection, person_id, 0, None)
    session.prove(person_id)


def ask_again(workplace: Workplace, person_id: int, name: str) -> None:
    """Ask the acting person for her PIN until it is right; raise Fault PIN_NEEDED where she gives none, PIN_BLOCKED."""
    from crm_desktop.services.sentences import sentence_for

    asker, wrong = workplace.session.asker, ""
    while asker is not None and (pin := asker(name, wrong)) is not None:
        try:
            prove(workplace, person_id, pin)
        except Fault as fault:
            if fault.kind is not FaultKind.PIN_WRONG:
                raise
            wrong = sentence_for(fault)
        else:
            return
    raise Fault(FaultKind.PIN_NEEDED, person=name, person_id=person_id)


def _begin_try(workplace: Workplace, person_id: int) -> tuple[pins.KeptPin | None, str]:
    """Count a try as wrong before it is judged, so that ending the program saves nobody one."""
    now = to_stamp(workplace.now())
    if workplace.store.is_only_read:
        return _begin_unnoted_try(workplace, person_id, now)
    with as_fault(), workplace.store.writes.begin() as connection:
        person = parts.get_part(connection, tables.person, person_id)
        kept = pins.read_pin(connection, person_id)
        if kept is None:
            return None, person.name
        _refuse_wait(workplace, kept, now, person_id, person.name)
        wait = wait_after(kept.failures + 1)
        pins.note_tries(connection, person_id, kept.failures + 1, now + wait if wait else None)
        return kept, person.name


def _begin_unnoted_try(workplace: Workplace, person_id: int, now: int) -> tuple[pins.KeptPin | None, str]:
    """Count a try in this run alone: nothing can be written to the book."""
    with workplace.store.read() as connection:
        name = parts.get_part(connection, tables.person, person_id).name
        kept = pins.read_pin(connection, person_id)
    if kept is None:
        return None, name
    _refuse_wait(workplace, kept, now, person_id, name)
    return replace(kept, failures=kept.failures + workplace.session.count_try(person_id) - 1), name


def _refuse_wait(workplace: Workplace, kept: pins.KeptPin, now: int, person_id: int, name: str) -> None:
    left = max(left_to_wait(kept.failures, kept.blocked_until, now), workplace.session.left_ms(person_id))
    if left:
        raise Fault(FaultKind.PIN_BLOCKED, person=name, person_id=person_id, left_ms=left, wait=_said(left))


def _keep(workplace: Workplace, person_id: int, pin: str | None) -> ChangeSet:
    """Keep a hash, or none; the journal learns that it happened and whose it was, and nothing else."""
    hash_ = None if pin is None else _hash(pin)
    with workplace.store.read() as connection:
        name = parts.get_part(connection, tables.person, person_id).name
    with workplace.unit_of_work(Kind.PIN_SET, reason=name) as work:
        if hash_ is None:
            if not pins.take_pin(work.connection, person_id):
                return work.commit()
        else:
            pins.keep_pin(work.connection, person_id, hash_, work.at)
        changes = _noted(work)
    workplace.session.unblock(person_id)
    if person_id == workplace.person_id:
        workplace.session.prove(person_id)
    return changes


def _noted(work: UnitOfWork) -> ChangeSet:
    work.keep_operation()
    return work.commit()


def _somebody(workplace: Workplace) -> int:
    if workplace.person_id is None:
        raise Fault(FaultKind.NOT_ALLOWED)
    return workplace.person_id


def _has_pin(workplace: Workplace, person_id: int) -> bool:
    with workplace.store.read() as connection:
        return pins.read_pin(connection, person_id) is not None


def _is_owner(workplace: Workplace) -> bool:
    return workplace.rights() == frozenset(Right)


def _hash(pin: str) -> str:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=os.urandom(16), length=_LENGTH, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB)
    return kdf.derive_phc_encoded(pin.encode())


def _verifies(hash_: str, pin: str) -> bool:
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        Argon2id.verify_phc_encoded(pin.encode(), hash_)
    except InvalidKey:
        return False
    return True


def _said(left_ms: int) -> str:
    """Return a wait in words: "30 seconds", "5 minutes"; rounded up, so that nobody tries too soon."""
    seconds = -(-left_ms // 1000)
    minutes = -(-seconds // 60)
    if seconds < 60:
        return _T("Pins", "%n seconds", n=seconds) if seconds > 1 else _T("Pins", "a second")
    return _T("Pins", "%n minutes", n=minutes) if minutes > 1 else _T("Pins", "a minute")
