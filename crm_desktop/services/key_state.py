"""How the customer book is locked, as its owner reads it: with or without a password, and where the sheet is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.services.key_sentences import Protection, protection_of
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.passwords import has_password


@dataclass(frozen=True)
class KeyState:
    """What the section about the key shows."""

    has_password: bool
    mode: str
    protection: Protection
    sheet: str
    is_on_paper: bool
    former_backups: int


def key_state(shop: OpenShop) -> KeyState:
    """Return how the book is locked."""
    from crm_desktop.services.former_backups import former_backups

    key, confirmed_at = shop.key, shop.key.header.recovery_confirmed_at
    strong = has_password(key)
    return KeyState(
        has_password=strong,
        mode=_mode(strong),
        protection=protection_of(key.place),
        sheet=_sheet(from_stamp(confirmed_at).astimezone().date() if confirmed_at is not None else None),
        is_on_paper=confirmed_at is not None,
        former_backups=len(former_backups(shop.places, key)),
    )


def may_use_keys(shop: OpenShop) -> None:
    """Raise Fault NOT_ALLOWED, PIN_NEEDED for who may not see or change the password and the recovery code."""
    shop.workplace.require(Right.KEYS, fresh=True)


def _mode(strong: bool) -> str:
    if strong:
        return _T("Keys", "The customer book opens only with its password.")
    return _T("Keys", "The customer book opens by itself on this computer.")


def _sheet(day: date | None) -> str:
    if day is None:
        return _T(
            "Keys", "The recovery code is not on paper yet. Without it, a broken computer takes everything along."
        )
    text = _T("Keys", "Somebody had the recovery sheet in hand on {day}.")
    return text.format(day=day.isoformat())
