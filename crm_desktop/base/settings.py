"""Settings, each declared once: key, default, title, help and choices; the dialog and the search are built from here.

A setting of the window is kept in a small JSON file in the config folder; one of the shop is kept with the shop's data.
Both are reached through the same `Settings`, which answers the default for what was never set or no longer fits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Generic, Protocol, TypeVar, cast

from crm_desktop.base.files import os_faults, write_whole
from crm_desktop.base.records import dataclass

Value = str | int | bool
T = TypeVar("T", bound=Value)


class Scope(StrEnum):
    """Whose setting it is: this computer's window, or the shop (travels with the data)."""

    WINDOW = "window"
    SHOP = "shop"


class Group(StrEnum):
    """The headings of the settings dialog, in this order."""

    LOOK = "look"
    SHOP = "shop"
    TILL = "till"
    REMINDERS = "reminders"
    PRIVACY = "privacy"
    DUPLICATES = "duplicates"


class Kind(StrEnum):
    """How a value is entered."""

    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    SWITCH = "switch"
    COUNTRY = "country"
    CURRENCY = "currency"
    ZONE = "zone"
    TICKS = "ticks"
    """Any number of the choices, kept as their values with commas between."""


_PATTERNS = {Kind.COUNTRY: re.compile("[A-Z]{2}"), Kind.CURRENCY: re.compile("[A-Z]{3}")}
LONGEST_TEXT = 200


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One declared setting; its texts are asked for when shown, so that they follow the language."""

    key: str
    default: T
    group: Group
    scope: Scope
    kind: Kind
    title: Callable[[], str]
    help: Callable[[], str]
    choices: Callable[[], Sequence[tuple[T, str]]] | None = None
    minimum: int = 0
    maximum: int = 0
    step: int = 1
    suffix: str = ""
    restart: bool = False

    def accepts(self, value: object) -> bool:
        """Say whether a stored value still fits: type, choices, limits."""
        if type(value) is not type(self.default):
            return False
        if self.kind == Kind.CHOICE:
            return value in [choice for choice, _ in self.choices()] if self.choices else False
        if self.kind == Kind.TICKS:
            known = {str(choice) for choice, _ in self.choices()} if self.choices else set()
            return set(str(value).split(",")) <= known | {""}
        if self.kind == Kind.NUMBER:
            return self.minimum <= cast(int, value) <= self.maximum
        if self.kind == Kind.SWITCH:
            return True
        pattern = _PATTERNS.get(self.kind)
        return len(str(value)) <= LONGEST_TEXT and (pattern is None or pattern.fullmatch(str(value)) is not None)


class SettingsStore(Protocol):
    """Where values are kept. `set` raises Fault when the value cannot be kept."""

    def get(self, key: str) -> object:
        """Return the stored value, or None."""
        ...

    def set(self, key: str, value: Value) -> None:
        """Keep a value."""
        ...


class MemoryStore:
    """Keeps values for as long as the program runs."""

    def __init__(self, values: dict[str, Value] | None = None) -> None:
        self.values = dict(values or {})

    def get(self, key: str) -> object:
        """Return the value, or None."""
        return self.values.get(key)

    def set(self, key: str, value: Value) -> None:
        """Keep a value."""
        self.values[key] = value


class FileStore:
    """Keeps values in a JSON file, replaced whole, so that a crash leaves the old or the new one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _read(path)

    def get(self, key: str) -> object:
        """Return the value, or None."""
        return self._values.get(key)

    def set(self, key: str, value: Value) -> None:
        """Keep a value in memory and on disk; raises Fault when the file cannot be written."""
        self._values[key] = value
        with os_faults(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._path, json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True).encode())


def _read(path: Path) -> dict[str, object]:
    """Return the values of a file; a missing or broken one holds none, for looks must never stop a start."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


class Settings:
    """Typed access to every setting, and a word to whoever must follow a change."""

    def __init__(self, window: SettingsStore, shop: SettingsStore | None = None) -> None:
        self._stores: dict[Scope, SettingsStore] = {Scope.WINDOW: window}
        if shop is not None:
            self._stores[Scope.SHOP] = shop
        self._followers: list[Callable[[Setting[str] | Setting[int] | Setting[bool]], None]] = []

    def has(self, scope: Scope) -> bool:
        """Say whether values of this scope can be kept."""
        return scope in self._stores

    def get(self, setting: Setting[T]) -> T:
        """Return the value in use."""
        store = self._stores.get(setting.scope)
        value = store.get(setting.key) if store else None
        return cast(T, value) if setting.accepts(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep a new value and tell the followers; raises ValueError for one the setting does not accept.

        Raises Fault where the value cannot be kept; it counts all the same until the program ends.
        """
        if not setting.accepts(value):
            raise ValueError(setting.key)
        if value == self.get(setting):
            return
        try:
            self._stores[setting.scope].set(setting.key, value)
        finally:
            for follower in list(self._followers):
                follower(cast("Setting[str]", setting))

    def follow(self, follower: Callable[[Setting[str] | Setting[int] | Setting[bool]], None]) -> Callable[[], None]:
        """Call `follower` with each setting that changes, until the returned function is called."""
        self._followers.append(follower)

        def stop() -> None:
            if follower in self._followers:
                self._followers.remove(follower)

        return stop
