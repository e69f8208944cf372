"""Makes and finds the data key of a database: vault and header together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from crm_desktop.base.clock import Clock
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import write_whole
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.paths import Places, make_private_folder
from crm_desktop.base.records import dataclass
from crm_desktop.store.key_code import new_code, read_code
from crm_desktop.store.key_header import KeyHeader, new_header, read_header, write_header
from crm_desktop.store.key_vault import KeyPlace, KeyVault
from crm_desktop.store.key_wrap import Wrap, new_key

if TYPE_CHECKING:
    from crm_desktop.store.backup_folder import Backup


_CANDIDATE = "key-next.json"
"""The header of a key that is about to be used: `store.key_change`."""


@dataclass(frozen=True)
class DataKey:
    """The opened key of a database, its header, and where the key rests."""

    key: bytes
    header: KeyHeader
    place: KeyPlace

    @property
    def database_id(self) -> str:
        """The id that files and backups of the database carry."""
        return self.header.database_id

    def recovery_code(self) -> str:
        """Return the code of the recovery sheet."""
        return self.header.code(self.key)

    def __repr__(self) -> str:
        """Tell the id alone: a key must not reach a log."""
        return f"DataKey({self.database_id})"


def create_key(places: Places, vault: KeyVault, clock: Clock) -> DataKey:
    """Make the key of a new database, keep it in the vault and its header in both folders.

    Raises Fault where a folder cannot be written; then no database has been made under the key yet.
    """
    key, database_id = new_key(), new_public_id()
    header = new_header(database_id, key, new_code(), clock())
    # The header first: a key whose header is lost could not be recovered, a header without a database harms nothing.
    save_header(places, header)
    return DataKey(key, header, vault.write(database_id, key))


def open_key(places: Places, vault: KeyVault, *, only_read: bool = False) -> DataKey:
    """Return the key of the database in the data folder, and put a lost copy of its header back unless `only_read`.

    Raises Fault KEY_MISSING where header or key are gone (the recovery code helps), KEY_WRONG where the kept key is
    another's, PASSWORD_NEEDED where nobody has typed the password yet.
    """
    headers = headers_to_try(places)
    if not headers:
        raise Fault(FaultKind.KEY_MISSING, folder=str(places.data.path), header=False)
    tried = [(header, key_at_hand(vault, header)) for header in headers]
    found = next(((header, key) for header, key in tried if key is not None and header.fits(key)), None)
    if found is None:
        raise Fault(_why_shut(*tried[0]), folder=str(places.data.path), header=True)
    header, key = found
    if not only_read and not pending_change(places):  # else the next step decides which header it is to be
        save_header(places, header)
    return DataKey(key, header, place_of(vault, header))


def _why_shut(header: KeyHeader, key: bytes | None) -> FaultKind:
    if key is not None:
        return FaultKind.KEY_WRONG
    return FaultKind.PASSWORD_NEEDED if header.is_strong else FaultKind.KEY_MISSING


def key_at_hand(vault: KeyVault, header: KeyHeader) -> bytes | None:
    """Return the key for a header: the one opened in this run, or, where no password guards it, the one kept."""
    opened = vault.opened.get(header.database_id)
    return opened if opened is not None or header.is_strong else vault.read(header.database_id)


def place_of(vault: KeyVault, header: KeyHeader) -> KeyPlace:
    """Return where the key of a header rests between two starts."""
    return KeyPlace.PASSWORD if header.is_strong else vault.place_of(header.database_id)


def keep_key(vault: KeyVault, header: KeyHeader, key: bytes) -> DataKey:
    """Let a key rest where its header says: in the vault, or, under a password, in the memory of this run alone."""
    if header.is_strong:
        vault.forget(header.database_id)
    else:
        vault.write(header.database_id, key)
    vault.opened[header.database_id] = key
    return DataKey(key, header, place_of(vault, header))


def open_with_code(places: Places, vault: KeyVault, typed: str, header: KeyHeader | None = None) -> DataKey:
    """Return the key that a typed recovery code opens, and keep it for the next starts; under a password, for this one.

    A header from a backup may be given where both copies on this computer are gone. Raises Fault CODE_WRONG, or
    KEY_MISSING where there is no header at all.
    """
    headers = [header] if header else headers_to_try(places)
    if not headers:
        raise Fault(FaultKind.KEY_MISSING, folder=str(places.data.path), header=False)
    header, key = _opened_by_code(headers, read_code(typed))
    if not pending_change(places):
        save_header(places, header)
    return keep_key(vault, header, key)


def _opened_by_code(headers: Sequence[KeyHeader], code: str) -> tuple[KeyHeader, bytes]:
    for header in headers:
        with suppress(Fault):
            return header, header.key_from_code(code)
    raise Fault(FaultKind.CODE_WRONG)


def open_with_password(places: Places, vault: KeyVault, typed: str) -> bytes:
    """Return the key that a typed password opens, and keep it in the memory of this run. Call it in a thread.

    Raises Fault BOOK_PASSWORD_WRONG, or KEY_MISSING where there is no header at all.
    """
    headers = headers_to_try(places)
    if not headers:
        raise Fault(FaultKind.KEY_MISSING, folder=str(places.data.path), header=False)
    for header in _each_password_once(headers):
        key = header.key_from_password(typed)
        if key is not None:
            vault.opened[header.database_id] = key
            vault.forget(header.database_id)  # killed while the password was set, the key may rest there still
            return key
    raise Fault(FaultKind.BOOK_PASSWORD_WRONG)


def _each_password_once(headers: Sequence[KeyHeader]) -> Iterator[KeyHeader]:
    seen: list[Wrap] = []
    for header in headers:
        wrap = header.wraps.get("password")
        if wrap is not None and wrap not in seen:
            seen.append(wrap)
            yield header


def headers_to_try(places: Places) -> list[KeyHeader]:
    """Return the headers that may be this folder's, the likeliest first.

    The one beside the data, its copies in the config folder, the one of a change of keys that was cut short; where
    all of these are gone, those that came with the backups.
    """
    beside = read_header(places.data.key_header)
    found = [*([beside] if beside else []), *headers_of(places), *pending_change(places)]
    found = found or [backup.manifest.header for backup in _own_backups(places)]
    # Another database may have been here before: its key would only make this one look damaged.
    return _distinct(header for header in found if header.database_id == found[0].database_id)


def _own_backups(places: Places) -> list[Backup]:
    from crm_desktop.store.backup_folder import list_backups

    return list_backups(places.data.backups)


def _distinct(headers: Iterable[KeyHeader]) -> list[KeyHeader]:
    found: list[KeyHeader] = []
    for header in headers:
        if header not in found:
            found.append(header)
    return found


def find_header(places: Places) -> KeyHeader | None:
    """Return the header of the data folder: the one beside the data, else its copy elsewhere."""
    return next(iter(headers_to_try(places)), None)


def headers_of(places: Places) -> list[KeyHeader]:
    """Return the header copies in the config folder that were written for this data folder, the newest first."""
    copies = (places.config.path / "databases").glob("*/key.json")
    ours = [copy for copy in copies if _folder_in(_note_of_folder(copy)) == str(places.data.path)]
    headers = [header for header in map(read_header, ours) if header is not None]
    return sorted(headers, key=lambda header: header.created_at, reverse=True)


def save_header(places: Places, header: KeyHeader) -> None:
    """Bring both copies of a header, and the note which folder it is for, to this state; raises Fault."""
    copy = _copy_path(places, header)
    for path in (places.data.key_header, copy):
        if read_header(path) != header:
            make_private_folder(path.parent)
            write_header(header, path)
    note = _note_of_folder(copy)
    if _folder_in(note) != str(places.data.path):
        write_whole(note, str(places.data.path).encode())


def _copy_path(places: Places, header: KeyHeader) -> Path:
    return places.config.of_database(header.database_id) / "key.json"


def _note_of_folder(copy: Path) -> Path:
    """Return the file beside a header copy that says which data folder it is for."""
    return copy.with_name("folder.txt")


def _folder_in(note: Path) -> str | None:
    return note.read_text(encoding="utf-8") if note.is_file() else None


def candidates_of(places: Places, database_id: str) -> tuple[Path, Path]:
    """Return where the header of a key that is about to be used lies, until the change is over."""
    return places.data.path / _CANDIDATE, places.config.of_database(database_id) / _CANDIDATE


def paths_of_change(places: Places) -> list[Path]:
    """Return where a change of key may have left something."""
    copies = (places.config.path / "databases").glob(f"*/{_CANDIDATE}")
    ours = [copy for copy in copies if _folder_in(_note_of_folder(copy)) == str(places.data.path)]
    return [places.data.path / _CANDIDATE, *ours]


def pending_change(places: Places) -> list[KeyHeader]:
    """Return the header of a key that was about to be used when the program was killed; none in quiet times."""
    found = map(read_header, paths_of_change(places))
    return _distinct(header for header in found if header is not None)
