"""What every service is given from outside: the store, who acts, where from, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from crm_desktop.base.clock import Clock, system_clock, to_stamp
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.domain.rights import Right
from crm_desktop.store.store import Store
from crm_desktop.store.unit_of_work import UnitOfWork


def _everything(_right: Right) -> None:
    """Allow everything: roles come later, and every service already names the right it needs."""


@dataclass(frozen=True)
class Workplace:
    """Who works on which store, from where, by which clock."""

    store: Store
    person_id: int | None
    clock: Clock = system_clock
    source: Source = Source.WINDOW
    require: Callable[[Right], None] = field(default=_everything)

    def now(self) -> datetime:
        """Return the present moment by this workplace's clock."""
        return self.clock()

    def unit_of_work(
        self, kind: Kind, *, reason: str | None = None, undoes: int | None = None, public_id: str | None = None
    ) -> UnitOfWork:
        """Begin one action of the acting person; `public_id` is given where the action must not come twice."""
        return UnitOfWork(
            self.store.writes,
            kind,
            at=to_stamp(self.clock()),
            person_id=self.person_id,
            source=self.source,
            reason=reason,
            undoes=undoes,
            public_id=public_id,
        )
