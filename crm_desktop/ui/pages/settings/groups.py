"""The headings of the settings, and the other places of the program where a shop is set up."""

from __future__ import annotations

from crm_desktop.base.settings import Group
from crm_desktop.base.text import _T

ICONS = {
    Group.LOOK: "sun",
    Group.SHOP: "store",
    Group.TILL: "receipt",
    Group.REMINDERS: "bell",
    Group.PRIVACY: "lock",
    Group.DUPLICATES: "copy-check",
}
ELSEWHERE = (
    *("go.loyalty", "people", "pin.own", "fields", "kinds", "plans", "cadences", "holidays", "till.catalogue"),
    *("till.methods", "backup.page", "keys", "recovery", "privacy"),
)
"""The verbs that lead to what is set up in a place of its own, in the order they are shown."""


def group_title(group: Group) -> str:
    """Return the heading of a group."""
    return {
        Group.LOOK: _T("Settings", "Look and language"),
        Group.SHOP: _T("Settings", "The shop"),
        Group.TILL: _T("Settings", "Till and slips"),
        Group.REMINDERS: _T("Settings", "Reminders"),
        Group.PRIVACY: _T("Settings", "Privacy"),
        Group.DUPLICATES: _T("Settings", "Duplicates"),
    }[group]
