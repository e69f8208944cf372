"""A user's file as the readers take it: on disk, or unlocked in memory; what was under a password never lies open."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO

from crm_desktop.base.errors import Fault, FaultKind

_USUAL_PASSWORD = "VelvetSweatshop"

BROKEN_ARCHIVE = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, OSError, EOFError),
    *(NotImplementedError, ValueError, KeyError),
)
"""Whatever reading a part of a damaged archive raises; RuntimeError, for a part under a password, is told apart."""


@dataclass(frozen=True)
class MemoryFile:
    """The content of a file, under the name the user knows."""

    name: str
    data: bytes = field(repr=False)

    @property
    def suffix(self) -> str:
        """Return the ending of the name."""
        return PurePath(self.name).suffix

    def read_bytes(self) -> bytes:
        """Return the whole content."""
        return self.data


UserFile = Path | MemoryFile


def stream_of(file: UserFile) -> BinaryIO:
    """Return the content as a stream; raises OSError where the file cannot be read."""
    return io.BytesIO(file.data) if isinstance(file, MemoryFile) else file.open("rb")


def source_of(file: UserFile) -> Path | BinaryIO:
    """Return what libraries that take a path or a stream are given."""
    return io.BytesIO(file.data) if isinstance(file, MemoryFile) else file


def size_of(file: UserFile) -> int:
    """Return how many bytes the file has; raises OSError."""
    return len(file.data) if isinstance(file, MemoryFile) else file.stat().st_size


def unlock(path: Path, password: str | None) -> UserFile:
    """Return the file, opened with its password where it has one; one that is not locked comes as it is.

    Without a password the one Excel itself uses is tried. Raises Fault PASSWORD_WRONG where the one given does not open
    the file, FILE_ENCRYPTED where it can be opened with none this program knows how to use.
    """
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    opened = io.BytesIO()
    try:
        with path.open("rb") as stream:
            office = msoffcrypto.OfficeFile(stream)
            if not office.is_encrypted():
                return path
            office.load_key(password=password or _USUAL_PASSWORD)
            office.decrypt(opened)
    except InvalidKeyError:
        kind = FaultKind.PASSWORD_WRONG if password else FaultKind.FILE_ENCRYPTED
        raise Fault(kind, file=path.name) from None
    except (FileFormatError, ParseError):
        return path
    except (DecryptionError, NotImplementedError):
        raise Fault(FaultKind.FILE_ENCRYPTED, file=path.name) from None
    except Exception:  # noqa: BLE001 - on a damaged container the library raises every kind there is
        raise Fault(FaultKind.FILE_DAMAGED, file=path.name) from None
    return MemoryFile(path.name, opened.getvalue())
