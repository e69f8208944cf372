"""A sealed file opens whole under its key, or says that it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm_desktop.base import sealed
from crm_desktop.base.sealed import NotSealedError, Sealing, is_sealed_for, key_for, unseal

KEY = key_for(b"k" * 32, "test")


@pytest.fixture
def small_pieces(monkeypatch):
    monkeypatch.setattr(sealed, "PIECE", 16)


def seal(path, *parts):
    with path.open("wb") as file:
        sealing = Sealing(file, KEY)
        for part in parts:
            sealing.write(part)
        sealing.close()
    return path


def opened(path, key=KEY):
    return b"".join(unseal(path, key))


@settings(max_examples=40)
@given(parts=st.lists(st.binary(max_size=50), max_size=6))
def test_what_was_written_comes_back(tmp_path_factory, parts):
    path = tmp_path_factory.mktemp("sealed") / "x"
    with pytest.MonkeyPatch.context() as small:
        small.setattr(sealed, "PIECE", 16)
        assert opened(seal(path, *parts)) == b"".join(parts)


def test_nothing_of_it_can_be_read_without_the_key(tmp_path):
    path = seal(tmp_path / "x", "王小明".encode())
    assert "王小明".encode() not in path.read_bytes()
    assert is_sealed_for(path, KEY)
    assert not is_sealed_for(path, key_for(b"k" * 32, "another purpose"))


@pytest.mark.parametrize("harm", ["cut", "cut in a piece", "swap", "flip", "empty", "magic"])
def test_every_harm_is_noticed(tmp_path, small_pieces, harm):
    path = seal(tmp_path / "x", b"a" * 16, b"b" * 16, b"c" * 10)
    whole = path.read_bytes()
    head, piece = whole[:21], 32
    first, second, rest = whole[21 : 21 + piece], whole[21 + piece : 21 + 2 * piece], whole[21 + 2 * piece :]
    path.write_bytes(
        {
            "cut": head + first + second,
            "cut in a piece": whole[:-1],
            "swap": head + second + first + rest,
            "flip": whole[:-5] + bytes([whole[-5] ^ 1]) + whole[-4:],
            "empty": head,
            "magic": b"x" + whole[1:],
        }[harm]
    )
    with pytest.raises(NotSealedError):
        opened(path)
