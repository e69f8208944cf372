"""What the named colours of tags and people look like."""

from __future__ import annotations

_HEX = {
    "blue": "#2563eb",
    "teal": "#0f766e",
    "green": "#17713a",
    "amber": "#855300",
    "red": "#c01f1f",
    "pink": "#a21caf",
    "violet": "#6d28d9",
    "slate": "#475569",
}


def tag_hex(name: str) -> str:
    """Return the "#rrggbb" of a colour's name; an unknown one is grey."""
    return _HEX.get(name, _HEX["slate"])
