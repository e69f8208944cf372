"""A staging file that several threads use: it goes when the last of them is done, and nobody begins after that."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.import_customers import StagedImport


class Lease:
    """Holds one staged import."""

    def __init__(self, staged: StagedImport) -> None:
        self.staged = staged
        self._turn = threading.Condition()
        self._users = 0
        self._closed = False

    @contextmanager
    def used(self) -> Iterator[StagedImport]:
        """Use the file for a block; raises Fault CANCELLED where it is on its way out."""
        with self._turn:
            if self._closed:
                raise Fault(FaultKind.CANCELLED)
            self._users += 1
        try:
            yield self.staged
        finally:
            with self._turn:
                self._users -= 1
                self._turn.notify_all()

    def close(self) -> None:
        """Let nobody begin any more, wait for those at work, and remove the file."""
        with self._turn:
            self._closed = True
            while self._users:
                self._turn.wait()
        self.staged.close()
