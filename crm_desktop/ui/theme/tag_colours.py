"""The tint of each tag colour: data keep a colour's name, the theme decides how it looks."""

from __future__ import annotations

from crm_desktop.ui.theme.tokens import TAG_COLOURS

_NAMES = ("blue", "teal", "green", "amber", "red", "pink", "violet", "slate")
_TINTS = dict(zip(_NAMES, TAG_COLOURS, strict=True))


def tint(colour: str) -> str:
    """Return the "#rrggbb" of a tag colour's name; blue for one that is not known."""
    return _TINTS.get(colour, TAG_COLOURS[0])
