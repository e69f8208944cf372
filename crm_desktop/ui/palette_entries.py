"""What Ctrl+K finds: the verbs that can be done now, settings, pages of the guide, and customers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from crm_desktop.base.declared_settings import ALL_SETTINGS
from crm_desktop.base.text import _T
from crm_desktop.ui.actions import plain
from crm_desktop.ui.dialogs.palette import Entry, Find

if TYPE_CHECKING:
    from crm_desktop.ui.main_window import Hooks, MainWindow


def palette_entries(window: MainWindow) -> list[Entry]:
    """Return commands, then settings, then the pages of the user guide."""
    return [*_verbs(window), *_settings(window), *_topics(window)]


def _verbs(window: MainWindow) -> list[Entry]:
    entries = []
    for verb in window.verbs.verbs():
        action = window.verbs.action(verb.id)
        if verb.in_palette and action.isEnabled():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            entries.append(Entry(plain(action.text()), keys, verb.icon, action.trigger, verb.id.replace(".", " ")))
    return entries


def _settings(window: MainWindow) -> list[Entry]:
    from crm_desktop.ui.pages.settings.groups import group_title

    def opener(title: str) -> Callable[[], None]:
        return lambda: window.open_settings(title)

    hint = _T("Palette", "Setting: {group}")
    return [
        Entry(
            setting.title(),
            hint.format(group=group_title(setting.group)),
            "settings",
            opener(setting.title()),
            f"{setting.key} {setting.help()} {group_title(setting.group)}",
        )
        for setting in ALL_SETTINGS
        if window.frame.settings.has(setting.scope)
    ]


def _topics(window: MainWindow) -> list[Entry]:
    """Return the pages of the guide, found by their headings in both languages."""
    from crm_desktop.base.text import LANGUAGES, language_in_use
    from crm_desktop.services.user_guide import TOPICS, read_topic

    def opener(topic_id: str) -> Callable[[], None]:
        return lambda: window.open_guide(topic_id)

    def headings(topic_id: str) -> str:
        return " ".join(one.title for language in LANGUAGES for one in read_topic(topic_id, language).sections)

    hint, language = _T("Guide", "User guide"), language_in_use()
    return [
        Entry(read_topic(topic_id, language).title, hint, "circle-help", opener(topic_id), headings(topic_id))
        for topic_id in TOPICS
    ]


def customer_finder(hooks: Hooks) -> Find | None:
    """Return the search for customers as the palette calls it; None when the window has none."""
    search, show = hooks.search_customers, hooks.open_customer
    if search is None or show is None:
        return None

    def entry(found: tuple[int, str, str]) -> Entry:
        customer_id, title, subtitle = found
        return Entry(title, subtitle, "user", lambda: show(customer_id))

    def find(text: str, take: Callable[[Sequence[Entry]], None]) -> None:
        search(text, lambda rows: take([entry(row) for row in rows]))

    return find
