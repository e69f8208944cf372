"""Every colour can be read where it is used."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from crm_desktop.ui.theme.palette import palette_of, tokens_of
from crm_desktop.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, TAG_COLOURS, Tokens, contrast, mix
from crm_desktop.ui.widgets.pills import pill_colours

ALL = pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
TEXTS = [
    *(
        (text, ground)
        for text in ("text", "muted", "accent_text")
        for ground in ("window", "surface", "raised", "hover")
    ),
    ("text", "danger_soft"),
    ("text", "warning_soft"),
    ("text", "info_soft"),
    *((text, ground) for text in ("danger", "warning", "success") for ground in ("window", "surface")),
    ("danger", "danger_soft"),
    ("warning", "warning_soft"),
    ("success", "success_soft"),
    ("info", "info_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_selected", "selected"),
    ("on_highlight", "highlight"),
]


@ALL
def test_text_can_be_read(tokens: Tokens) -> None:
    weak = [pair for pair in TEXTS if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 4.5]
    assert weak == []


@ALL
def test_focus_and_borders_can_be_seen(tokens: Tokens) -> None:
    pairs = [(line, ground) for line in ("focus", "border") for ground in ("window", "surface", "raised")]
    weak = [pair for pair in pairs if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 3]
    assert weak == []


@ALL
@pytest.mark.parametrize("colour", TAG_COLOURS)
def test_a_tag_can_be_read_in_every_colour(tokens: Tokens, colour: str) -> None:
    ground, text = pill_colours(colour, tokens)
    assert contrast(text, ground) >= 4.5
    assert contrast("#ffffff", colour) >= 4.5


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert mix("#ffffff", "#000000", 0.5) == "#808080"


def test_qt_paints_with_the_tokens() -> None:
    palette = palette_of(DARK)
    assert palette.color(QPalette.ColorRole.Base).name() == DARK.surface
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == DARK.faint


def test_a_high_contrast_desktop_keeps_its_own_colours() -> None:
    palette = palette_of(LIGHT)
    palette.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#3ff23f"))
    tokens = tokens_of(palette)
    assert (tokens.window, tokens.text, tokens.focus, tokens.dark) == ("#202020", "#3ff23f", "#3ff23f", True)
