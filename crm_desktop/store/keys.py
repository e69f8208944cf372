"""Makes and finds the data key of a database: vault and header together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crm_desktop.base.clock import Clock
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import write_whole
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.paths import Places, make_private_folder
from crm_desktop.store.key_code import new_code, read_code
from crm_desktop.store.key_header import KeyHeader, new_header, read_header, write_header
from crm_desktop.store.key_vault import KeyPlace, KeyVault
from crm_desktop.store.key_wrap import new_key


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


def open_key(places: Places, vault: KeyVault) -> DataKey:
    """Return the key of the database in the data folder, and put a lost copy of its header back.

    Raises Fault KEY_MISSING where header or key are gone (the recovery code helps), KEY_WRONG where the kept key is
    another's.
    """
    header = find_header(places)
    if header is None:
        raise Fault(FaultKind.KEY_MISSING, folder=str(places.data.path), header=False)
    key = vault.read(header.database_id)
    if key is None:
        raise Fault(FaultKind.KEY_MISSING, folder=str(places.data.path), header=True)
    if not header.fits(key):
        raise Fault(FaultKind.KEY_WRONG, folder=str(places.data.path))
    save_header(places, header)
    return DataKey(key, header, vault.place_of(header.database_id))


def open_with_code(places: Places, vault: KeyVault, typed: str, header: KeyHeader | None = None) -> DataKey:
    """Return the key that a typed recovery code opens, and keep it in the vault for the next starts.

    A header from a backup may be given where both copies on this computer are gone. Raises Fault CODE_WRONG, or
    KEY_MISSING where there is no header at all.
    """
    header = header or find_header(places)
    if header is None:
        raise Fault(FaultKind.KEY_MISSING, folder=str(places.data.path), header=False)
    key = header.key_from_code(read_code(typed))
    save_header(places, header)
    return DataKey(key, header, vault.write(header.database_id, key))


def find_header(places: Places) -> KeyHeader | None:
    """Return the header of the data folder: the one beside the data, else the copy in the config folder."""
    return read_header(places.data.key_header) or _header_in_config(places)


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


def _header_in_config(places: Places) -> KeyHeader | None:
    """Return the newest header copy that was written for this data folder."""
    return next(iter(headers_of(places)), None)
