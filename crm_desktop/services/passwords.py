"""Sets, changes and removes the password of the customer book."""

from __future__ import annotations

from crm_desktop.base.clock import Clock
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import Places
from crm_desktop.domain.passwords import refuse_weak
from crm_desktop.domain.rights import Right
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.store.key_guesses import guesses_of
from crm_desktop.store.key_modes import put_under_password, take_from_under_password
from crm_desktop.store.keys import DataKey


def has_password(key: DataKey) -> bool:
    """Tell whether the customer book opens only to who knows a password."""
    return key.header.is_strong


def set_password(shop: OpenShop, password: str, current: str = "") -> DataKey:
    """Put the book under a password, in the place of the `current` one where it has one; return its key.

    Takes a third of a second, or twice that. Raises Fault PASSWORD_WEAK, BOOK_PASSWORD_WRONG and TRY_LATER for the
    current one, KEY_STILL_KEPT, NOT_ALLOWED, PIN_NEEDED.
    """
    shop.workplace.require(Right.KEYS, fresh=True)
    refuse_weak(password)
    prove_password(shop.places, shop.key, current, shop.workplace.clock)
    return put_under_password(shop.places, shop.vault, shop.key, password)


def remove_password(shop: OpenShop, current: str) -> DataKey:
    """Let the book open by itself again; raises Fault BOOK_PASSWORD_WRONG, TRY_LATER."""
    shop.workplace.require(Right.KEYS, fresh=True)
    prove_password(shop.places, shop.key, current, shop.workplace.clock)
    return take_from_under_password(shop.places, shop.vault, shop.key)


def prove_password(places: Places, key: DataKey, typed: str, clock: Clock) -> None:
    """See that someone knows the password, where there is one; raises Fault BOOK_PASSWORD_WRONG, TRY_LATER."""
    if not key.header.is_strong:
        return
    guesses = guesses_of(places, key.database_id)
    guesses.begin(clock())
    if key.header.key_from_password(typed) is None:
        raise Fault(FaultKind.BOOK_PASSWORD_WRONG)
    guesses.forget()
