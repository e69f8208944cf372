"""Attach files to a customer, give her a photo, bring a file back out."""

from __future__ import annotations

import contextlib
import mimetypes
import os
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import Attachment
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import files, parts, tables
from crm_desktop.store.thumbnails import put_thumbnail

LARGEST = files.LARGEST


def read_file(path: Path) -> bytes:
    """Return a file's content; raise Fault FILE_TOO_LARGE before reading, FILE_MISSING or FILE_NOT_READABLE."""
    try:
        if path.stat().st_size > LARGEST:
            raise Fault(FaultKind.FILE_TOO_LARGE, file=path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise Fault(FaultKind.FILE_MISSING, file=path.name) from None
    except OSError as error:
        raise Fault(FaultKind.FILE_NOT_READABLE, file=path.name) from error


def attach_file(
    workplace: Workplace, customer_id: int, name: str, content: bytes, thumbnail: bytes | None = None
) -> ChangeSet:
    """Attach a file; `thumbnail` is a small PNG of an image; raise Fault FILE_TOO_LARGE."""
    workplace.require(Right.CUSTOMERS_EDIT)
    sha256 = files.keep_content(workplace.store, content, name)
    with workplace.unit_of_work(Kind.FILE_ADD) as work:
        work.about(customer_id)
        if thumbnail is not None:
            put_thumbnail(work, sha256, thumbnail)
        work.insert_one(
            tables.attachment,
            public_id=new_public_id(),
            customer_id=customer_id,
            name=Path(name).name or "file",
            media_type=mimetypes.guess_type(name)[0],
            size=len(content),
            sha256=sha256,
            added_at=work.at,
        )
        return work.commit()


def remove_file(workplace: Workplace, attachment_id: int) -> ChangeSet:
    """Take a file off a customer; its content stays for an undo; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.FILE_REMOVE) as work:
        row = parts.get_part(work.connection, tables.attachment, attachment_id)
        work.about(row.customer_id)
        parts.remove_part(work, tables.attachment, attachment_id)
        return work.commit()


def set_photo(workplace: Workplace, customer_id: int, content: bytes | None, thumbnail: bytes | None) -> ChangeSet:
    """Give a customer a photo with its small PNG, or take it away with None; raise Fault FILE_TOO_LARGE."""
    workplace.require(Right.CUSTOMERS_EDIT)
    sha256 = None if content is None else files.keep_content(workplace.store, content)
    with workplace.unit_of_work(Kind.PHOTO_SET) as work:
        work.about(customer_id)
        if sha256 is not None and thumbnail is not None:
            put_thumbnail(work, sha256, thumbnail)
        work.update(tables.customer, customer_id, photo_sha256=sha256)
        return work.commit()


def file_content(workplace: Workplace, sha256: str) -> bytes:
    """Return the content of an attachment or photo; raise Fault FILE_MISSING or FILE_DAMAGED."""
    workplace.require(Right.CUSTOMERS_READ)
    return files.read_content(workplace.store, sha256)


def save_file(workplace: Workplace, attachment: Attachment, target: Path) -> Path:
    """Write an attachment's content to a path, whole or not at all; return it; raise Fault where it cannot be."""
    content = file_content(workplace, attachment.sha256)
    beside = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        os.replace(beside, target)  # noqa: PTH105 - says "atomic" more plainly than Path.replace
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise Fault(FaultKind.FOLDER_NOT_WRITABLE, folder=str(target.parent)) from error
    return target
