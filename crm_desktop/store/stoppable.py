"""Long work on a connection in steps that can be stopped: between statements and in the middle of one.

Whoever stops it rolls its transaction back, and nothing has happened. A commit is never stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from crm_desktop.base.errors import StoppedError

_LOOK_EVERY = 100_000  # instructions of the database's machine: a few milliseconds

Told = Callable[[int, int], None]
"""Called with how many steps are done, of how many."""


def run_steps(
    connection: Connection,
    steps: Sequence[Callable[[], None]],
    told: Told | None = None,
    stop: Callable[[], bool] | None = None,
) -> None:
    """Run steps one after the other; raise StoppedError soon after `stop` says yes."""
    with _stopped_when(connection, stop):
        for done, step in enumerate(steps):
            if told:
                told(done, len(steps))
            if stop and stop():
                raise StoppedError
            step()
        if stop and stop():
            raise StoppedError  # what follows, a commit, is never stopped
        if told:
            told(len(steps), len(steps))


@contextmanager
def _stopped_when(connection: Connection, stop: Callable[[], bool] | None) -> Iterator[None]:
    driver: Any = connection.connection.driver_connection
    if stop:
        driver.set_progress_handler(lambda: int(stop()), _LOOK_EVERY)
    try:
        yield
    except Exception as error:
        if _was_stopped(getattr(error, "orig", None) or error):  # sealing asks the driver itself: its error comes bare
            raise StoppedError from error
        raise
    finally:
        driver.set_progress_handler(None, 0)


def _was_stopped(error: BaseException) -> bool:
    return getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT" or str(error) == "interrupted"
