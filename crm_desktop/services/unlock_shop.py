"""The ways into a customer book that has a password: the password, or the recovery code and then a new password."""

from __future__ import annotations

from crm_desktop.base.clock import Clock, system_clock
from crm_desktop.base.paths import Places
from crm_desktop.base.records import dataclass
from crm_desktop.domain.passwords import refuse_weak
from crm_desktop.store.key_vault import KeyVault
from crm_desktop.store.keys import find_header, open_key, open_with_code, open_with_password


@dataclass(frozen=True)
class LockedShop:
    """A shop that is closed.

    What opens it stays in the memory of the vault: whoever opens the shop next takes the same vault. A password takes
    a third of a second: call it in a thread.
    """

    places: Places
    vault: KeyVault
    clock: Clock = system_clock

    def has_password(self) -> bool:
        """Tell whether only a password opens it."""
        header = find_header(self.places)
        return header is not None and header.is_strong

    def seconds_to_wait(self) -> int:
        """Return how long the next guess has to wait."""
        from crm_desktop.store.key_guesses import guesses_of

        header = find_header(self.places)
        return guesses_of(self.places, header.database_id).seconds_to_wait(self.clock()) if header else 0

    def open_with_password(self, typed: str) -> None:
        """Open it; raises Fault BOOK_PASSWORD_WRONG, TRY_LATER after too many wrong ones, KEY_MISSING."""
        from crm_desktop.store.key_guesses import guesses_of

        header = find_header(self.places)
        guesses = guesses_of(self.places, header.database_id) if header else None
        if guesses:
            guesses.begin(self.clock())
        open_with_password(self.places, self.vault, typed)
        if guesses:
            guesses.forget()

    def open_with_code(self, typed: str) -> None:
        """Open it with the code of the printed sheet; raises Fault CODE_WRONG, KEY_MISSING."""
        open_with_code(self.places, self.vault, typed)

    def choose_password(self, password: str) -> None:
        """Put the opened book under a new password; raises Fault PASSWORD_WEAK."""
        from crm_desktop.store.key_modes import put_under_password

        refuse_weak(password)
        put_under_password(self.places, self.vault, open_key(self.places, self.vault), password)
        self._forget_guesses()

    def go_without_password(self) -> None:
        """Let the opened book open by itself from now on."""
        from crm_desktop.store.key_modes import take_from_under_password

        take_from_under_password(self.places, self.vault, open_key(self.places, self.vault))
        self._forget_guesses()

    def _forget_guesses(self) -> None:
        from crm_desktop.store.key_guesses import guesses_of

        guesses_of(self.places, open_key(self.places, self.vault).database_id).forget()
