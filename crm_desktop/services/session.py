"""Who is at work: one session for each window or command; every page and job asks it, so that all follow a switch."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

Asker = Callable[[str, str], str | None]
"""Asks a person, by name, for her PIN again; the second text says what was wrong with the one before. None: she will
not. It may be called on any thread but the one that paints, and waits there for the answer."""

FRESH_S = 120.0
"""So long after a PIN was given, what asks for it again does not."""


class Session:
    """The acting person, and when she last proved to be herself.

    A job belongs to whoever asked for it: `bound` makes it act as that person, though somebody else may be at work by
    the time its turn comes. Until somebody has signed in, nobody is at work and nothing is allowed.
    """

    def __init__(self, person_id: int | None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._person_id = person_id
        self._monotonic = monotonic
        self._proved: tuple[int, float] | None = None
        self._blocked: dict[int, float] = {}
        self._tries: dict[int, int] = {}
        self._here = threading.local()
        self.asker: Asker | None = None
        self.shown_in_full: int | None = None
        """The customer whose hidden numbers the acting person has had shown, for the length of her visit there."""

    @property
    def person_id(self) -> int | None:
        """Who acts in this thread now; None for nobody."""
        found: int | None = getattr(self._here, "person_id", self._person_id)
        return found

    @property
    def signed_in(self) -> int | None:
        """Who is at work, whoever the job of this thread acts for."""
        return self._person_id

    def switch(self, person_id: int | None) -> None:
        """Let somebody else be at work from now on; whoever was so has to prove it again later."""
        self._person_id, self._proved, self.shown_in_full = person_id, None, None

    def prove(self, person_id: int) -> None:
        """Note that this person has just given her PIN."""
        self._proved = person_id, self._monotonic()

    def is_fresh(self) -> bool:
        """Tell whether the acting person gave her PIN a short while ago."""
        proved = self._proved
        return proved is not None and proved[0] == self.person_id and self._monotonic() - proved[1] < FRESH_S

    def block(self, person_id: int, seconds: float) -> None:
        """Let nobody try this person's PIN for so long, whatever the clock on the wall is set to."""
        self._blocked[person_id] = self._monotonic() + seconds

    def count_try(self, person_id: int) -> int:
        """Count a try of this person's PIN, where the book cannot; return how many came since the last right one."""
        self._tries[person_id] = self._tries.get(person_id, 0) + 1
        return self._tries[person_id]

    def unblock(self, person_id: int) -> None:
        """Forget wrong tries: the PIN was right, or is another one now."""
        self._blocked.pop(person_id, None)
        self._tries.pop(person_id, None)

    def left_ms(self, person_id: int) -> int:
        """Return for how many milliseconds this person's PIN cannot be tried here."""
        return max(0, round((self._blocked.get(person_id, 0.0) - self._monotonic()) * 1000))

    def bound(self, job: Callable[[], T]) -> Callable[[], T]:
        """Return a job that acts as whoever is at work now, on whichever thread and whenever it runs."""
        person_id = self.person_id

        def act() -> T:
            with self._as(person_id):
                return job()

        return act

    @contextmanager
    def _as(self, person_id: int | None) -> Iterator[None]:
        had, before = hasattr(self._here, "person_id"), getattr(self._here, "person_id", None)
        self._here.person_id = person_id
        try:
            yield
        finally:
            if had:
                self._here.person_id = before
            else:
                del self._here.person_id
