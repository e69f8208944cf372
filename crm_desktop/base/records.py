"""The frozen dataclasses of the first window, made in a quarter of the time that Python's own take to be made.

`dataclasses` writes and compiles six functions for each frozen class. A start makes a hundred such classes, and that
was a tenth of it. Here only `__init__` is compiled; the other methods are the same code for every class. That nobody
writes to a field afterwards is left to the type checker, which takes this for `dataclasses.dataclass`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **asked: bool) -> Any:
        """Make a frozen class of plain values; whatever else is asked for is made by Python's own."""
        return _frozen if asked == {"frozen": True} else dataclasses.dataclass(cls, **asked)


__all__ = ["dataclass"]


def _frozen(cls: type) -> type:
    dataclasses.dataclass(repr=False, eq=False)(cls)
    compared = [field.name for field in dataclasses.fields(cls) if field.compare]
    values: Callable[[object], object] = attrgetter(*compared) if compared else lambda _: ()

    def is_equal(one: object, other: object) -> bool:
        return values(one) == values(other) if other.__class__ is one.__class__ else NotImplemented

    def digest(one: object) -> int:
        return hash(values(one))

    for name, method in (("__eq__", is_equal), ("__hash__", digest), ("__repr__", _shown)):
        if name not in cls.__dict__:
            setattr(cls, name, method)
    return cls


def _shown(one: Any) -> str:
    shown = (f"{field.name}={getattr(one, field.name)!r}" for field in dataclasses.fields(one) if field.repr)
    return f"{type(one).__qualname__}({', '.join(shown)})"
