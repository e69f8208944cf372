"""Reads an export's rows from a file in which they lie in another order than the list's."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from heapq import merge
from itertools import islice

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import protocol

ReadPage = Callable[[Sequence[int]], bytes]
"""Returns the rows of some ids as JSON; it is called on several threads."""

Job = Callable[[], bytes]
"""Makes a frame."""

_READERS = 2
_PAGE = 2_000
_PIECE = 5_000
_PAGES_A_BLOCK = 50
_BLOCK = _PAGE * _PAGES_A_BLOCK
"""Rows the writer holds until it knows them all and can write them in the order of the list."""


def frames_in_order(
    read: ReadPage, ids: Sequence[int], cancelled: Callable[[], bool], tell: Callable[[int], None]
) -> Iterator[bytes]:
    """Yield frames with the rows of these ids; `tell` hears how many were read.

    They are read as they lie on the disk, a block at a time: in the order of a list each page of customers would
    touch, and decipher, every page of the file again. Two threads read, because deciphering takes most of the time and
    needs no interpreter; they are at most a block ahead of the writer. Raises Fault CANCELLED.
    """

    def page(page_ids: Sequence[int]) -> bytes:
        frame = protocol.page_frame(read(page_ids))
        tell(len(page_ids))
        return frame

    def jobs() -> Iterator[Job]:
        for start in range(0, len(ids), _BLOCK):
            block = ids[start : start + _BLOCK]
            yield from (partial(page, page_ids) for page_ids in _pages(block))
            yield partial(protocol.order_frame, block)

    yield from _ahead(jobs(), cancelled)
    yield protocol.END_OF_ROWS


def frames_as_they_lie(read: ReadPage, ids: Sequence[int], cancelled: Callable[[], bool]) -> Iterator[bytes]:
    """Yield frames with rows that belong to these ids, in the order of the file; raises Fault CANCELLED."""

    def page(page_ids: Sequence[int]) -> bytes:
        return protocol.plain_frame(read(page_ids))

    yield from _ahead((partial(page, page_ids) for page_ids in _pages(ids)), cancelled)
    yield protocol.END_OF_ROWS


def _ahead(jobs: Iterator[Job], cancelled: Callable[[], bool]) -> Iterator[bytes]:
    """Yield the frames of some jobs in their order, made at most a block ahead on threads."""
    pool = ThreadPoolExecutor(_READERS, thread_name_prefix="export")
    waiting: deque[Future[bytes]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(job))
            if len(waiting) > _PAGES_A_BLOCK:
                yield _next(waiting, cancelled)
        while waiting:
            yield _next(waiting, cancelled)
    finally:
        pool.shutdown(cancel_futures=True)


def _next(waiting: deque[Future[bytes]], cancelled: Callable[[], bool]) -> bytes:
    if cancelled():
        raise Fault(FaultKind.CANCELLED)
    return waiting.popleft().result()


def _pages(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the ids in rising order, a page at a time.

    Sorted in pieces and merged when asked for: sorting all at once would keep the window from painting.
    """
    pieces = [sorted(ids[first : first + _PIECE]) for first in range(0, len(ids), _PIECE)]
    rising = merge(*pieces)
    while page := list(islice(rising, _PAGE)):
        yield page
