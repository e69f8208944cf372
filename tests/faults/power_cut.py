"""What a disk may hold after a power cut: what was synchronised, and any part of what was not.

A log of the shim is replayed up to the cut. Of a file, what was written before its last `fsync` is there; each later
write is there, is not, or is torn at sectors of 512 bytes. Of names, what was done before the folder's last `fsync` is
there, and of the rest as much as a journal of the file system had got to: a beginning.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_HEAD = struct.Struct("=c3xIqQ")
SECTOR = 512


@dataclass(frozen=True)
class Operation:
    """One thing a program did: Write, Truncate, Sync, Create, Rename, Unlink, Make a folder, Acknowledge."""

    kind: str
    path: str
    offset: int
    data: bytes


def read_log(log: Path) -> list[Operation]:
    """Return what the shim wrote down; a record that a kill cut off is left out."""
    content, place, found = log.read_bytes(), 0, []
    while place + _HEAD.size <= len(content):
        kind, path_length, offset, length = _HEAD.unpack_from(content, place)
        place += _HEAD.size
        has_data = kind in b"WRA"
        path = content[place : place + path_length].decode()
        data = content[place + path_length : place + path_length + length] if has_data else b""
        place += path_length + (length if has_data else 0)
        if place > len(content):
            break
        found.append(Operation(kind.decode(), path, offset, data))
    return found


@dataclass(eq=False)
class _File:
    """The content that is safe, and what was done since."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Operation] = field(default_factory=list)

    def sync(self) -> None:
        for operation in self.pending:
            _apply(self.safe, operation, operation.data)
        self.pending.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        content = bytearray(self.safe)
        for operation in self.pending:
            fate = chance.choice(("there", "gone", "torn"))
            if operation.kind == "T" or fate == "there":
                if fate != "gone":
                    _apply(content, operation, operation.data)
            elif fate == "torn":
                for start in range(0, len(operation.data), SECTOR):
                    if chance.random() < 0.5:
                        piece = operation.data[start : start + SECTOR]
                        _apply(content, Operation("W", "", operation.offset + start, piece), piece)
        return bytes(content)


def _apply(content: bytearray, operation: Operation, data: bytes) -> None:
    if operation.kind == "T":
        del content[operation.offset :]
        content.extend(bytes(operation.offset - len(content)))
        return
    end = operation.offset + len(data)
    content.extend(bytes(max(0, end - len(content))))
    content[operation.offset : end] = data


class Disk:
    """A disk while a program works on it."""

    def __init__(self) -> None:
        self.live: dict[str, _File] = {}
        self.safe_names: dict[str, _File] = {}
        self.folders: set[str] = set()
        self.pending_names: list[tuple[str, str, str, _File | None]] = []
        self.acknowledged = b""

    def do(self, operation: Operation) -> None:
        """Go on by one operation."""
        kind, path = operation.kind, operation.path
        if kind == "A":
            self.acknowledged += operation.data
        elif kind == "C":
            self.live[path] = _File()
            self.pending_names.append(("C", path, "", self.live[path]))
        elif kind == "U":
            self.live.pop(path, None)
            self.pending_names.append(("U", path, "", None))
        elif kind == "M":
            self.folders.add(path)
        elif kind == "R":
            target = operation.data.decode()
            if path in self.live:
                self.live[target] = self.live.pop(path)
                self.pending_names.append(("R", path, target, self.live[target]))
        elif kind == "S":
            self._sync(path)
        elif path in self.live:
            self.live[path].pending.append(operation)

    def _sync(self, path: str) -> None:
        if path in self.live:
            self.live[path].sync()
        else:  # a folder: its names, and in order all that came before them
            here = [n for n, name in enumerate(self.pending_names) if path in map(_parent, name[1:3])]
            end = here[-1] + 1 if here else 0
            _rename(self.safe_names, self.pending_names[:end])
            del self.pending_names[:end]

    def cut(self, chance: random.Random, root: str, target: Path) -> list[str]:
        """Write what the disk may hold now under `target`; return the lines that had been acknowledged."""
        names = dict(self.safe_names)
        _rename(names, self.pending_names[: chance.randint(0, len(self.pending_names))])
        target.mkdir(parents=True)
        for folder in sorted(self.folders):
            (target / PurePosixPath(folder).relative_to(root)).mkdir(parents=True, exist_ok=True)
        for path, file in names.items():
            place = target / PurePosixPath(path).relative_to(root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.after_cut(chance))
        return [line for line in self.acknowledged.decode().splitlines(keepends=True) if line.endswith("\n")]


def _parent(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _rename(names: dict[str, _File], changes: list[tuple[str, str, str, _File | None]]) -> None:
    for kind, path, target, file in changes:
        if kind in "UR":
            names.pop(path, None)
        if file is not None:
            names[target or path] = file


def cuts(operations: list[Operation], moments: list[int]) -> Iterator[Disk]:
    """Go through a log and stop at each of these moments (numbers of operations, growing)."""
    disk, done = Disk(), 0
    for moment in moments:
        for operation in operations[done:moment]:
            disk.do(operation)
        done = moment
        yield disk
