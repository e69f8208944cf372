"""The parent's side of the child process: starts it, hears its progress, cancels it, and outlives it."""

from __future__ import annotations

import json
import logging
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.own_program import NO_CONSOLE, own_command, own_environment
from crm_desktop.exchange import protocol
from crm_desktop.exchange.calendar_entry import CalendarRead
from crm_desktop.exchange.child import EXIT_CRASH

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do, in rows."""

Part = Callable[[dict[str, Any]], None]
"""Called with a part of the result before the rest is there."""

_LOOK_EVERY_SECONDS = 0.05
_DRAWING = frozenset({"pdf", "page"})


class ReaderCrashError(RuntimeError):
    """The child met a mistake of ours: where, never with which values."""


def read_file(
    request: protocol.ReadRequest,
    key: bytes,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> protocol.ReadResult:
    """Read a user's file in a child process, staging its rows under `key`.

    Raises Fault: what the readers say; FILE_HOSTILE where the file brought the child down; CANCELLED.
    """
    event = _run("read", key, asdict(request), Path(request.path).name, progress=progress, cancelled=cancelled)
    return protocol.ReadResult.from_event(event)


def report_cleaning(
    request: protocol.ReadRequest, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> protocol.CleanReport:
    """Count what cleaning does to each column of a file by the plan of the request; raises Fault as `read_file`."""
    event = _run("report", b"", asdict(request), Path(request.path).name, progress=progress, cancelled=cancelled)
    return protocol.CleanReport.from_event(event)


def write_file(
    request: protocol.WriteRequest,
    frames: Iterable[bytes],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> dict[str, Any]:
    """Write an export in a child process from frames of rows; return its report ("rows", "cut", "cleaned").

    Raises Fault: FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE, CANCELLED, NO_PAPER for a PDF where nothing can draw;
    nothing stands at the target then.
    """
    return _run(
        "pdf" if request.format == "pdf" else "write",
        b"",
        asdict(request),
        Path(request.path).name,
        frames=frames,
        progress=progress,
        cancelled=cancelled,
    )


def read_calendar(request: protocol.CalendarRequest, cancelled: Callable[[], bool] | None = None) -> CalendarRead:
    """Read a calendar file in a child process; raises Fault as `exchange.calendar_reader` says, and CANCELLED."""
    name = Path(request.path).name
    try:
        event = _run("read-calendar", b"", asdict(request), name, cancelled=cancelled)
    except Fault as fault:
        if fault.kind is FaultKind.FILE_HOSTILE:
            raise Fault(FaultKind.CALENDAR_HOSTILE, file=name) from None
        raise
    return CalendarRead.from_event(event)


def write_calendar(
    request: protocol.WriteCalendarRequest,
    frames: Iterable[bytes],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write a calendar file in a child process from frames of entries; return how many.

    Raises Fault as `write_file`.
    """
    name, values = Path(request.path).name, asdict(request)
    report = _run("write-calendar", b"", values, name, frames=frames, progress=progress, cancelled=cancelled)
    return int(report["rows"])


def write_page(request: protocol.PageRequest) -> None:
    """Draw a PDF in a child process; raises Fault as `write_file`, and NO_PAPER where nothing can draw here."""
    _run("page", b"", asdict(request), Path(request.path).name)


def copy_errors(request: protocol.ErrorCopyRequest) -> int:
    """Write the bad rows of a user's file with their words; return how many."""
    rows: int = _run("copy-errors", b"", asdict(request), Path(request.target).name)["rows"]
    return rows


def make_search_texts(
    staging: Path, key: bytes, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> None:
    """Make what search and lists need of the rows of a staging file; raises Fault CANCELLED."""
    _run("search-texts", key, {"staging": str(staging)}, "", progress=progress, cancelled=cancelled)


def write_template(request: protocol.TemplateRequest) -> None:
    """Write a blank template in a child process; raises Fault as `write_file`."""
    _run("template", b"", asdict(request), Path(request.path).name)


def run_verb(
    verb: str,
    key: bytes,
    request: dict[str, Any],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    part: Part | None = None,
) -> dict[str, Any]:
    """Let a child do a job that concerns no file of the user's; return its last word; raise Fault CANCELLED.

    `part` hears results that the child tells before it is done.
    """
    return _run(verb, key, request, "", progress=progress, cancelled=cancelled, part=part)


def command(verb: str = "") -> list[str]:
    """Return the command that starts a child: the program itself."""
    return own_command(protocol.PAPER_VERB if verb in _DRAWING else protocol.VERB)


def run_behind(verb: str, request: dict[str, Any], patience: float) -> bool:
    """Let a child do a job that may outlive the program; return whether it did it within `patience` seconds.

    A child that takes longer, or that fails, is left to itself: nobody hears what it says. Nor does anybody wait for
    one that the system does not let start.
    """
    try:
        # What ends the window's terminal or session does not end it.
        process = _start(verb, subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        log.info("no child for %s: %s", verb, type(error).__name__)
        return False
    assert process.stdin is not None
    _send(process.stdin, b"", request, (), lambda: False)
    try:
        return process.wait(patience) == 0
    except subprocess.TimeoutExpired:
        _left_behind.append(process)
        return False


_left_behind: list[subprocess.Popen[bytes]] = []
"""Children that go on: Python must not look after them, for it would warn of each when it is forgotten."""


def _start(verb: str, stdout: int, *, start_new_session: bool = False) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*command(verb), verb],
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        env=own_environment(),
        creationflags=NO_CONSOLE,
        start_new_session=start_new_session,
    )


@contextmanager
def _started(verb: str) -> Iterator[subprocess.Popen[bytes]]:
    process = _start(verb, subprocess.PIPE)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def _run(
    verb: str,
    key: bytes,
    request: dict[str, Any],
    file: str,
    *,
    frames: Iterable[bytes] = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    part: Part | None = None,
) -> dict[str, Any]:
    with _started(verb) as process, _killed_when(process, cancelled) as was_cancelled:
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018 - both are pipes
        with ThreadPoolExecutor(1, thread_name_prefix="child") as ears:
            heard = ears.submit(_listen, process.stdout, progress, part)
            with _ended_on_fault(process):
                _send(process.stdin, key, request, frames, was_cancelled)
            final = heard.result()
        code = process.wait()
    if was_cancelled():
        raise Fault(FaultKind.CANCELLED)
    return _outcome(final, code, file)


def _send(
    stdin: IO[bytes],
    key: bytes,
    request: dict[str, Any],
    frames: Iterable[bytes],
    was_cancelled: Callable[[], bool],
) -> None:
    with suppress(OSError):  # a child that has died says why by its end
        stdin.write(key.hex().encode() + b"\n" + protocol.dumps(request).encode() + b"\n")
        for frame in frames:
            if was_cancelled():
                return
            stdin.write(frame)
        stdin.flush()
        stdin.close()


@contextmanager
def _ended_on_fault(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a child that will get no more of what it waits for."""
    try:
        yield
    except BaseException:
        process.kill()
        raise


def _listen(stdout: IO[bytes], progress: Progress | None, part: Part | None) -> dict[str, Any] | None:
    """Return the child's last word; progress and parts of the result are passed on as they come."""
    final = None
    for line in stdout:
        try:
            event = json.loads(line)
        except ValueError:
            continue  # a reader's library spoke on the same channel
        if event.get("event") == "progress":
            if progress:
                progress(event["done"], event["total"])
        elif event.get("event") == "part":
            if part:
                part(event)
        else:
            final = event
    return final


def _outcome(final: dict[str, Any] | None, code: int, file: str) -> dict[str, Any]:
    if final is None:
        raise Fault(FaultKind.FILE_HOSTILE, file=file, why=f"the reader ended with {code}")
    kind = final.pop("event")
    if kind == "fault":
        raise Fault(FaultKind(final["kind"]), **{"file": file, **final["values"]})
    if kind == "crash":
        if final["error"] == "PanicException":
            raise Fault(FaultKind.FILE_DAMAGED, file=file)
        raise ReaderCrashError(f"{final['error']} (exit {EXIT_CRASH}) at {'; '.join(final['frames'][-6:])}")
    return final


@contextmanager
def _killed_when(
    process: subprocess.Popen[bytes], cancelled: Callable[[], bool] | None
) -> Iterator[Callable[[], bool]]:
    """Kill the child soon after `cancelled` says yes."""
    done, killed = threading.Event(), threading.Event()

    def watch() -> None:
        while cancelled and not done.wait(_LOOK_EVERY_SECONDS):
            if cancelled():
                killed.set()
                process.kill()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield killed.is_set
    finally:
        done.set()
        watcher.join()
