"""Turns design tokens into the palette that Qt's own painting uses."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from crm_desktop.ui.theme.tokens import Tokens

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "on_selected",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "shadow",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of a set of tokens, the same for active and inactive windows."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, name)))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return palette


def tokens_of(palette: QPalette) -> Tokens:
    """Return tokens made of the system's own colours: what a high-contrast desktop asks a program to use."""
    from dataclasses import replace

    from crm_desktop.ui.theme.tokens import HIGH_CONTRAST

    role = QPalette.ColorRole
    ground, text = palette.color(role.Window), palette.color(role.WindowText).name()
    base, chosen = palette.color(role.Base).name(), palette.color(role.Highlight).name()
    on_chosen, link = palette.color(role.HighlightedText).name(), palette.color(role.Link).name()
    loud = {"text", "muted", "line", "border", "danger", "warning", "success", "info", "shadow", "focus"}
    grounds = {"danger_soft", "warning_soft", "success_soft", "info_soft", "hover"}
    return replace(
        HIGH_CONTRAST,
        dark=ground.lightness() < 128,
        window=ground.name(),
        surface=base,
        raised=base,
        accent=chosen,
        accent_hover=chosen,
        on_accent=on_chosen,
        selected=chosen,
        on_selected=on_chosen,
        highlight=chosen,
        on_highlight=on_chosen,
        accent_text=link,
        faint=palette.color(QPalette.ColorGroup.Disabled, role.WindowText).name(),
        **dict.fromkeys(loud, text),
        **dict.fromkeys(grounds, ground.name()),
    )
