"""Files are kept once, encrypted, before the row that names them, and come out as they went in."""

from __future__ import annotations

from pathlib import Path

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services import keep_files
from crm_desktop.services.keep_files import attach_file, file_content, read_file, save_file, set_photo
from crm_desktop.services.read_record import read_record
from crm_desktop.services.undo import undo
from crm_desktop.store import files
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.engine import raw_connection
from tests.support.shop import Shop

CONTENT = b"a contract that nobody else may read"


def test_a_file_comes_out_as_it_went_in(shop: Shop, tmp_path: Path) -> None:
    customer_id = shop.add("王小明")
    attach_file(shop.workplace, customer_id, "合同.pdf", CONTENT)
    (file,) = shop.customer(customer_id).attachments
    assert (file.name, file.media_type, file.size) == ("合同.pdf", "application/pdf", len(CONTENT))
    target = save_file(shop.workplace, file, tmp_path / "out" / "合同.pdf")
    assert target.read_bytes() == CONTENT


def test_the_second_file_cannot_be_read_without_the_key(shop: Shop) -> None:
    attach_file(shop.workplace, shop.add("王小明"), "合同.txt", CONTENT)
    raw = b"".join(path.read_bytes() for path in shop.store.path.parent.glob("files.db*"))
    assert len(raw) > len(CONTENT)
    assert CONTENT not in raw
    assert b"SQLite format" not in raw


def test_the_same_content_is_kept_once(shop: Shop) -> None:
    one, other = shop.add("王小明"), shop.add("李娜")
    attach_file(shop.workplace, one, "a.txt", CONTENT)
    attach_file(shop.workplace, other, "b.txt", CONTENT)
    assert shop.customer(one).attachments[0].sha256 == shop.customer(other).attachments[0].sha256


def test_a_content_is_there_before_its_row(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    keep = files.keep_content
    monkeypatch.setattr(files, "keep_content", lambda *args: order.append("content") or keep(*args))
    monkeypatch.setattr(keep_files, "put_thumbnail", lambda *args: order.append("row"))
    attach_file(shop.workplace, shop.add("王小明"), "a.png", CONTENT, b"png")
    assert order == ["content", "row"]


def test_more_than_20_mb_is_refused_before_anything_is_kept(shop: Shop, tmp_path: Path) -> None:
    big = tmp_path / "film.mp4"
    with big.open("wb") as file:
        file.truncate(keep_files.LARGEST + 1)
    with pytest.raises(Fault) as refused:
        read_file(big)
    assert refused.value.kind is FaultKind.FILE_TOO_LARGE
    with pytest.raises(Fault):
        attach_file(shop.workplace, shop.add("王小明"), "film.mp4", b"x" * (keep_files.LARGEST + 1))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(Fault) as refused:
        read_file(tmp_path / "gone.pdf")
    assert refused.value.kind is FaultKind.FILE_MISSING


def test_a_removed_file_comes_back_whole(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    attach_file(shop.workplace, customer_id, "a.txt", CONTENT)
    keep_files.remove_file(shop.workplace, shop.customer(customer_id).attachments[0].id)
    undo(shop.workplace)
    assert file_content(shop.workplace, shop.customer(customer_id).attachments[0].sha256) == CONTENT


def test_a_photo_has_its_small_picture_in_the_main_file(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    set_photo(shop.workplace, customer_id, b"large", b"small")
    sha256 = shop.customer(customer_id).photo_sha256 or ""
    assert read_record(shop.workplace, customer_id).pictures == {sha256: b"small"}
    assert file_content(shop.workplace, sha256) == b"large"


def test_a_damaged_content_is_said_and_not_handed_out(shop: Shop) -> None:
    customer_id = shop.add("王小明")
    attach_file(shop.workplace, customer_id, "a.txt", CONTENT)
    with Blobs(files.files_path(shop.store), shop.store.key)._open() as connection:
        connection.execute("UPDATE blob SET content = x'00'")
    with pytest.raises(Fault) as refused:
        file_content(shop.workplace, shop.customer(customer_id).attachments[0].sha256)
    assert refused.value.kind is FaultKind.FILE_DAMAGED


def test_killed_with_its_first_file_the_shop_has_none_and_keeps_the_next(shop: Shop) -> None:
    path = shop.store.path.with_name("files.db")
    raw_connection(path, shop.store.key).close()
    blobs = Blobs(path, shop.store.key)
    assert path.stat().st_size > 0
    assert blobs.names() == frozenset()
    assert blobs.find("0" * 64) is None
    assert blobs.find(blobs.put(CONTENT)) == CONTENT
