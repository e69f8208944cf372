"""Says plainly what the encryption of this computer protects, and what it does not."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.base.text import _T
from crm_desktop.store.key_vault import KeyPlace


@dataclass(frozen=True)
class Protection:
    """Two sentences to show together."""

    protects: str
    does_not: str


def protection_of(place: KeyPlace) -> Protection:
    """Return what a key in this place protects, and what not, in the user's words."""
    makers = {KeyPlace.KEYRING: _with_password_store, KeyPlace.FILE: _with_key_file, KeyPlace.PASSWORD: _with_password}
    return makers[place]()


def _with_password_store() -> Protection:
    return Protection(
        protects=_T(
            "Protection",
            "Your customers are encrypted. The key rests in this computer's password store, so a lost backup, a stolen "
            "USB stick or a copied data folder tells nobody anything.",
        ),
        does_not=_T(
            "Protection",
            "It does not protect against someone who sits at this computer while you are signed in, or who knows its "
            "password. Give the computer a password, and lock it when you leave the counter.",
        ),
    )


def _with_key_file() -> Protection:
    return Protection(
        protects=_T(
            "Protection",
            "Your customers are encrypted. This computer has no password store, so the key rests in a file that only "
            "your user account may read, apart from the data. A lost backup or a copied data folder tells nobody "
            "anything.",
        ),
        does_not=_T(
            "Protection",
            "It does not protect against someone who takes the whole computer or its disk, because the key lies on it "
            "too, nor against someone who uses your account. Turn on the encryption of the disk.",
        ),
    )


def _with_password() -> Protection:
    return Protection(
        protects=_T(
            "Protection",
            "Your customers are encrypted, and only your password opens them: the key rests nowhere on this computer. "
            "Neither a lost backup nor the whole stolen computer, switched off, tells anybody anything.",
        ),
        does_not=_T(
            "Protection",
            "It does not protect against someone who sits at this computer while the program is open. Who forgets the "
            "password needs the recovery sheet; without both, nobody gets the customers back.",
        ),
    )
