"""Design tokens: every colour by the part it plays, once for light, dark and high contrast.

Text tokens reach 4.5:1 on every ground they are used on; control borders and the focus ring reach 3:1. `contrast`
measures that, and a test holds it. `line` is decoration (a table's grid) and carries no meaning of its own.
"""

from __future__ import annotations

from crm_desktop.base.records import dataclass


@dataclass(frozen=True)
class Tokens:
    """One complete set of colours, each "#rrggbb"."""

    name: str
    dark: bool
    window: str  # the ground behind cards
    surface: str  # cards, lists, fields, the rail
    raised: str  # menus, toasts, the palette
    hover: str  # the ground under the pointer
    text: str
    muted: str  # secondary text
    faint: str  # disabled text
    line: str  # decorative separators
    border: str  # borders of controls
    focus: str  # the focus ring
    accent: str  # the ground of the one main button
    accent_hover: str
    on_accent: str
    accent_text: str  # links, the chosen tab
    selected: str  # the ground of chosen rows
    on_selected: str
    highlight: str  # the ground of found text
    on_highlight: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    info: str
    info_soft: str
    shadow: str


LIGHT = Tokens(
    name="light",
    dark=False,
    window="#f4f6f8",
    surface="#ffffff",
    raised="#ffffff",
    hover="#edf1f6",
    text="#17202c",
    muted="#556274",
    faint="#8b96a5",
    line="#e0e4ea",
    border="#818c9b",
    focus="#2563eb",
    accent="#2563eb",
    accent_hover="#1d55d0",
    on_accent="#ffffff",
    accent_text="#1d4ed8",
    selected="#e1eafd",
    on_selected="#17202c",
    highlight="#ffe9a3",
    on_highlight="#17202c",
    danger="#c01f1f",
    danger_soft="#fde8e8",
    warning="#855300",
    warning_soft="#fff3d6",
    success="#17713a",
    success_soft="#e0f5e7",
    info="#1d4ed8",
    info_soft="#e7effd",
    shadow="#9aa5b4",
)

DARK = Tokens(
    name="dark",
    dark=True,
    window="#14171c",
    surface="#1c2027",
    raised="#242a33",
    hover="#282f39",
    text="#e8ecf2",
    muted="#a2adbb",
    faint="#6f7b8a",
    line="#303741",
    border="#717d8c",
    focus="#6ea4ff",
    accent="#2f6fe0",
    accent_hover="#2a64cb",
    on_accent="#ffffff",
    accent_text="#84b3ff",
    selected="#24385f",
    on_selected="#f2f5fa",
    highlight="#6b5410",
    on_highlight="#fff6db",
    danger="#ff8a82",
    danger_soft="#45211f",
    warning="#f2c063",
    warning_soft="#3d3014",
    success="#6fd493",
    success_soft="#17382a",
    info="#8db8ff",
    info_soft="#1f3153",
    shadow="#000000",
)

HIGH_CONTRAST = Tokens(
    name="contrast",
    dark=True,
    window="#000000",
    surface="#000000",
    raised="#000000",
    hover="#1f1f1f",
    text="#ffffff",
    muted="#ffffff",
    faint="#a6a6a6",
    line="#ffffff",
    border="#ffffff",
    focus="#ffe600",
    accent="#ffe600",
    accent_hover="#fff27a",
    on_accent="#000000",
    accent_text="#7fd6ff",
    selected="#004f8f",
    on_selected="#ffffff",
    highlight="#ffe600",
    on_highlight="#000000",
    danger="#ff9d9d",
    danger_soft="#000000",
    warning="#ffd75e",
    warning_soft="#000000",
    success="#7dffa8",
    success_soft="#000000",
    info="#7fd6ff",
    info_soft="#000000",
    shadow="#ffffff",
)

TAG_COLOURS: tuple[str, ...] = ("#2563eb", "#0f766e", "#17713a", "#855300", "#c01f1f", "#a21caf", "#6d28d9", "#475569")
"""The colours a tag or a person can take; each carries white text at 4.5:1 or better."""


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue (0–255) of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(front: str, ground: str, share: float) -> str:
    """Return `front` laid over `ground` with that share (0–1)."""
    pairs = zip(channels(front), channels(ground), strict=True)
    return "#" + "".join(f"{round(f * share + g * (1 - share)):02x}" for f, g in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it (1–21)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
