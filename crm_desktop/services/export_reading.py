"""Reads an export's rows from a file in which they lie in another order than the list's."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import protocol

ReadPage = Callable[[Sequence[int]], bytes]
"""Returns the rows of some ids as JSON; it is called on several threads."""

_READERS = 2
_PAGE = 2_000
_PAGES_A_BLOCK = 50
_BLOCK = _PAGE * _PAGES_A_BLOCK
"""Rows the writer holds until it knows them all and can write them in the order of the list."""


def frames_in_order(
    read: ReadPage, ids: Sequence[int], cancelled: Callable[[], bool], tell: Callable[[int], None]
) -> Generator[bytes, None, None]:
    """Yield frames with the rows of these ids; `tell` hears how many were read.

    They are read as they lie on the disk, a block at a time: in the order of a list each page of customers would
    touch, and decipher, every page of the file again. Two threads read, because deciphering takes most of the time and
    needs no interpreter; they are at most a block ahead of the writer. Raises Fault CANCELLED.
    """
    pool = ThreadPoolExecutor(_READERS, thread_name_prefix="export")
    waiting: deque[Future[bytes] | bytes] = deque()
    try:
        for start in range(0, len(ids), _BLOCK):
            block = ids[start : start + _BLOCK]
            for page in _pages(sorted(block)):
                waiting.append(pool.submit(_page, read, page, tell))
                if len(waiting) > _PAGES_A_BLOCK:
                    yield _next(waiting, cancelled)
            waiting.append(protocol.order_frame(block))
        while waiting:
            yield _next(waiting, cancelled)
        yield protocol.END_OF_ROWS
    finally:
        pool.shutdown(cancel_futures=True)


def _next(waiting: deque[Future[bytes] | bytes], cancelled: Callable[[], bool]) -> bytes:
    if cancelled():
        raise Fault(FaultKind.CANCELLED)
    frame = waiting.popleft()
    return frame if isinstance(frame, bytes) else frame.result()


def _page(read: ReadPage, ids: Sequence[int], tell: Callable[[int], None]) -> bytes:
    frame = protocol.page_frame(read(ids))
    tell(len(ids))
    return frame


def _pages(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[first : first + _PAGE] for first in range(0, len(ids), _PAGE))
