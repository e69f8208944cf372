"""What every service is given from outside: the store, who acts, where from, and the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from crm_desktop.base.clock import Clock, system_clock, to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.records import dataclass
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import rights_of
from crm_desktop.services.session import Session
from crm_desktop.store.staff import Standing
from crm_desktop.store.store import Store

if TYPE_CHECKING:
    from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Workplace:
    """Who works on which store, from where, by which clock.

    It is handed out once and stays; who acts is the session's to say, and may change between two commands.
    """

    store: Store
    session: Session
    clock: Clock = system_clock
    source: Source = Source.WINDOW

    @property
    def person_id(self) -> int | None:
        """Who acts; None for the program itself, and while nobody has signed in."""
        return self.session.person_id

    def now(self) -> datetime:
        """Return the present moment by this workplace's clock."""
        return self.clock()

    # what may be done

    def rights(self) -> frozenset[Right]:
        """Return everything that may be done here now. The program may do what it does by itself."""
        if self.source is Source.PROGRAM:
            return frozenset(Right)
        standing = self._standing()
        return rights_of(standing.role, standing.rights) if standing and standing.active else frozenset()

    def may(self, right: Right) -> bool:
        """Tell whether the acting person may do something."""
        return right in self.rights()

    def require(self, right: Right, *, fresh: bool = False) -> None:
        """Raise Fault NOT_ALLOWED unless the acting person has a right.

        `fresh` where she must have given her PIN within the last two minutes, too: it is asked for here and now, and
        PIN_NEEDED is raised where she does not give it. Call it before anything is read or written.
        """
        if not self.may(right):
            raise Fault(FaultKind.NOT_ALLOWED, right=right)
        if fresh:
            self.require_proof()

    def require_proof(self) -> None:
        """Have the acting person give her PIN, where she has one and did not in the last two minutes.

        Raises Fault PIN_NEEDED where she does not, PIN_BLOCKED after too many wrong ones.
        """
        standing = None if self.source is Source.PROGRAM else self._standing()
        if standing is not None and standing.has_pin and not self.session.is_fresh():
            from crm_desktop.services.pins import ask_again

            ask_again(self, standing.person_id, standing.name)

    def _standing(self) -> Standing | None:
        person_id = self.person_id
        return None if person_id is None else self.store.staff.standing(person_id)

    # who else may act here

    def as_program(self) -> Workplace:
        """Return the same workplace for what the program does by itself: in nobody's name and nobody's undo list."""
        return replace(self, session=Session(None), source=Source.PROGRAM)

    def acting_as(self, person_id: int | None) -> Workplace:
        """Return the same workplace with a session of its own, in which this person is at work."""
        return replace(self, session=Session(person_id))

    def unit_of_work(
        self, kind: Kind, *, reason: str | None = None, undoes: int | None = None, public_id: str | None = None
    ) -> UnitOfWork:
        """Begin one action of the acting person; `public_id` is given where the action must not come twice."""
        from crm_desktop.store.unit_of_work import UnitOfWork  # what only reads, such as a start, does without it

        work = UnitOfWork(
            self.store.writes,
            kind,
            at=to_stamp(self.clock()),
            person_id=self.person_id,
            source=self.source,
            reason=reason,
            undoes=undoes,
            public_id=public_id,
        )
        work.after_commit.append(self.store.staff.forget)
        return work
