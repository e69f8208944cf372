"""How a kind of follow-up and its due day look: colour, icon and word together, for widgets and for painters.

Ground and text come from the theme's tokens by way of the tags' tints, so that they can be read (4.5:1) in light, dark
and high contrast; where a contrast theme takes the colours away, icon and word still say it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from crm_desktop.base.text import _T
from crm_desktop.domain.due import Due, due_of
from crm_desktop.domain.follow_up import FollowUpKind
from crm_desktop.services.follow_up_kinds import KindShown, kind_words
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.tokens import Tokens
from crm_desktop.ui.widgets.pills import pill_colours

DUE_TOKENS = {Due.LATE: "danger", Due.TODAY: "warning", Due.LATER: "text", Due.NONE: "muted"}
"""The token of the text that says when something is due."""

_BUILT_IN = {
    FollowUpKind.CALL: ("phone", "blue"),
    FollowUpKind.VISIT: ("map-pin", "green"),
    FollowUpKind.MESSAGE: ("message-circle", "teal"),
    FollowUpKind.SERVICE: ("wrench", "amber"),
    FollowUpKind.COLLECT: ("hand-coins", "violet"),
    FollowUpKind.OTHER: ("list-todo", "slate"),
}


@dataclass(frozen=True)
class KindLook:
    """One kind: its key, its word, its icon's name, the name of its colour, and whether it is still chosen from."""

    kind: str
    word: str
    icon: str
    colour: str
    active: bool = True

    def colours(self, tokens: Tokens) -> tuple[str, str]:
        """Return ground and text of its chip in a theme, each "#rrggbb"."""
        return chip_colours(self.colour, tokens)


@lru_cache(maxsize=256)
def chip_colours(colour: str, tokens: Tokens) -> tuple[str, str]:
    """Return ground and text for the name of a tag colour; remembered, for a calendar asks often."""
    return pill_colours(tint(colour), tokens)


class KindLooks:
    """The looks of all kinds of the shop; one that is not known (any more) looks like "other" under its own key."""

    def __init__(self, kinds: Iterable[KindShown] = ()) -> None:
        self._looks: dict[str, KindLook] = {look.kind: look for look in _built_in_looks()}
        for shown in kinds:
            built_in = self._looks.get(shown.kind)
            if built_in is None:
                self._looks[shown.kind] = KindLook(shown.kind, shown.name, shown.icon, shown.colour, shown.active)

    def of(self, kind: str) -> KindLook:
        """Return the look of a kind."""
        return self._looks.get(kind) or self._looks[FollowUpKind.OTHER.value]

    def all(self) -> list[KindLook]:
        """Return every look, the built-in ones first."""
        return list(self._looks.values())


def _built_in_looks() -> list[KindLook]:
    words = kind_words()
    return [KindLook(kind.value, words[kind.value], *_BUILT_IN[kind]) for kind in FollowUpKind]


def due_token(day: date | None, today: date) -> str:
    """Return the token for the text that says when something is due."""
    return DUE_TOKENS[due_of(day, today)]


def due_text(day: date | None, today: date) -> str:
    """Return when something is due, as people say it: 3 days late, today, tomorrow, Wed 25 Nov."""
    if day is None:
        return _T("Due", "nothing planned")
    distance = (day - today).days
    if distance < 0:
        return _T("Due", "%n day(s) late", n=-distance)
    if distance == 0:
        return _T("Due", "today")
    if distance == 1:
        return _T("Due", "tomorrow")
    return day_text(day, today)


def distance_text(day: date, today: date) -> str:
    """Return how far away something is, for where its day is said already: 3 days late, today, in 6 days."""
    ahead = (day - today).days
    return _T("Due", "in %n day(s)", n=ahead) if ahead > 1 else due_text(day, today)


def missed_text(missed: int, since: date | None, today: date) -> str:
    """Return how often a series was missed, "" for once: its day says that."""
    if missed < 2 or since is None:
        return ""
    return _T("Due", "missed %n time(s) since {day}", n=missed).format(day=day_text(since, today))


def day_text(day: date, today: date) -> str:
    """Return a day with its weekday, and with its year where that is another one than today's."""
    shown = QDate(day.year, day.month, day.day)
    if day.year == today.year:
        return QLocale().toString(shown, _T("Due", "ddd d MMM", "Qt date format: weekday, day and month"))
    return QLocale().toString(shown, _T("Due", "ddd d MMM yyyy", "Qt date format: weekday, day, month, year"))
