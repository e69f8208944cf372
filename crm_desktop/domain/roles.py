"""Roles and what they may do; single rights given to a person or taken from her come on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from crm_desktop.base.records import dataclass
from crm_desktop.domain.rights import Right


class Role(StrEnum):
    """What a person is in the shop; the value is what the database keeps."""

    OWNER = "owner"
    MANAGER = "manager"
    CLERK = "clerk"
    TRAINEE = "trainee"


_TRAINEE = frozenset(
    {
        *(Right.CUSTOMERS_READ, Right.FOLLOW_UPS_READ, Right.SALES_READ, Right.LOYALTY_READ),
        *(Right.FOLLOW_UPS_EDIT, Right.SELL, Right.UNDO),
    }
)
_CLERK = _TRAINEE | {Right.CUSTOMERS_EDIT, Right.REDEEM, Right.TOP_UP}
_OWNER = frozenset(Right)
_MANAGER = _OWNER - {Right.RESTORE, Right.KEYS, Right.STAFF, Right.PRIVACY}

RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {Role.OWNER: _OWNER, Role.MANAGER: _MANAGER, Role.CLERK: _CLERK, Role.TRAINEE: _TRAINEE}
)
"""What each role may do. What is not named here is denied."""

_GIVEN, _TAKEN = "+", "-"


@dataclass(frozen=True)
class OwnRights:
    """What one person may do beyond her role, and what of it she may not."""

    given: frozenset[Right] = frozenset()
    taken: frozenset[Right] = frozenset()

    @classmethod
    def read(cls, text: str | None) -> OwnRights:
        """Read "+export -refund"; a word this version does not know gives nothing."""
        words = (text or "").split()
        return cls(_named(words, _GIVEN), _named(words, _TAKEN))

    @property
    def text(self) -> str | None:
        """Return the form the database keeps; None where the role says it all."""
        words = [f"{_GIVEN}{right}" for right in sorted(self.given)]
        return " ".join([*words, *(f"{_TAKEN}{right}" for right in sorted(self.taken))]) or None

    def beside(self, role: Role) -> OwnRights:
        """Return what of this differs from a role: what it has anyway need not be given."""
        return OwnRights(self.given - RIGHTS[role], self.taken & RIGHTS[role])


def rights_of(role: str, own: str | None = None) -> frozenset[Right]:
    """Return everything a person may do; a role this version does not know may do nothing.

    Nothing is taken from an owner: the shop must have somebody who may do everything.
    """
    if role not in set(Role):
        return frozenset()
    basis = RIGHTS[Role(role)]
    if role == Role.OWNER:
        return basis
    single = OwnRights.read(own)
    return (basis | single.given) - single.taken


def single_rights(role: Role, wanted: frozenset[Right]) -> OwnRights:
    """Return what has to be given and taken so that a person of this role may do exactly what is wanted."""
    return OwnRights(wanted - RIGHTS[role], RIGHTS[role] - wanted)


def roles_with(right: Right) -> list[Role]:
    """Return the roles that have a right, the highest first."""
    return [role for role in Role if right in RIGHTS[role]]


def _named(words: Iterable[str], sign: str) -> frozenset[Right]:
    known = set(Right)
    return frozenset(Right(word[1:]) for word in words if word[:1] == sign and word[1:] in known)
