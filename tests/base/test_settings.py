"""Settings: declared once, kept whole, never in the way of a start."""

from __future__ import annotations

from pathlib import Path

import pytest

from crm_desktop.base.declared_settings import (
    ALL_SETTINGS,
    CURRENCY,
    LANGUAGE,
    MASK_PHONES,
    PHONE_COUNTRY,
    TEXT_SIZE,
    THEME,
)
from crm_desktop.base.errors import Fault
from crm_desktop.base.settings import FileStore, MemoryStore, Scope, Settings


def test_what_is_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.json"
    Settings(FileStore(file)).set(THEME, "dark")
    assert Settings(FileStore(file)).get(THEME) == "dark"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "held", ["", "{", "[1]", '{"theme": 5, "text_size": "big"}', '{"theme": "pink", "text_size": 900}']
)
def test_a_broken_file_stands_for_the_defaults(tmp_path: Path, held: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(held, encoding="utf-8")
    settings = Settings(FileStore(file))
    assert (settings.get(THEME), settings.get(TEXT_SIZE)) == (THEME.default, TEXT_SIZE.default)


def test_a_value_that_cannot_be_kept_counts_until_the_end(tmp_path: Path) -> None:
    blocked = tmp_path / "config"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    settings, heard = Settings(FileStore(blocked / "settings.json")), []
    settings.follow(lambda setting: heard.append(setting.key))
    with pytest.raises(Fault):
        settings.set(THEME, "dark")
    assert (settings.get(THEME), heard) == ("dark", ["theme"])


def test_followers_hear_of_changes_and_of_nothing_else() -> None:
    settings, heard = Settings(MemoryStore()), []
    stop = settings.follow(lambda setting: heard.append(setting.key))
    settings.set(THEME, "dark")
    settings.set(THEME, "dark")
    stop()
    settings.set(THEME, "light")
    assert heard == ["theme"]


def test_a_value_that_does_not_fit_is_refused() -> None:
    settings = Settings(MemoryStore(), MemoryStore())
    with pytest.raises(ValueError, match="theme"):
        settings.set(THEME, "pink")
    assert not TEXT_SIZE.accepts(210)
    assert not TEXT_SIZE.accepts("100")
    assert not MASK_PHONES.accepts(1)
    assert not CURRENCY.accepts("yuan")
    assert not PHONE_COUNTRY.accepts("China")


def test_shop_settings_need_a_shop() -> None:
    settings = Settings(MemoryStore())
    assert not settings.has(Scope.SHOP)
    assert settings.get(CURRENCY) == "CNY"


@pytest.mark.parametrize("setting", ALL_SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_says_what_it_is(setting: object) -> None:
    assert setting.title()  # type: ignore[attr-defined]
    assert setting.help()  # type: ignore[attr-defined]
    assert setting.accepts(setting.default)  # type: ignore[attr-defined]


def test_no_two_settings_share_a_key() -> None:
    keys = [setting.key for setting in ALL_SETTINGS]
    assert len(set(keys)) == len(keys)
    assert LANGUAGE in ALL_SETTINGS
