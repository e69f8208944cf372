"""Where the program keeps things: the data folder of one database, and the config folder of this computer."""

from __future__ import annotations

import errno
import hashlib
import shutil
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_fault, write_whole
from crm_desktop.base.records import dataclass

APPLICATION = "crm-desktop"
REHEARSAL = "rehearsal-"
"""The beginning of folders in which a backup is restored to see whether it can be."""


@dataclass(frozen=True)
class DataFolder:
    """The folder of one database: it and everything that belongs to it."""

    path: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.path / "customers.db"

    @property
    def files_database(self) -> Path:
        """The encrypted database of attached files and photos."""
        return self.path / "files.db"

    @property
    def key_header(self) -> Path:
        """The key header beside the data."""
        return self.path / "key.json"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.path / "backups"

    @property
    def logs(self) -> Path:
        """The folder of logs, which hold no customer data."""
        return self.path / "logs"

    @property
    def window_lock(self) -> Path:
        """The file that the one window of this folder locks."""
        return self.path / "window.lock"

    @property
    def use_lock(self) -> Path:
        """The file that everyone who has the database open shares, and maintenance locks alone."""
        return self.path / "use.lock"

    @property
    def backup_lock(self) -> Path:
        """The file that whoever makes a backup locks."""
        return self.path / "backup.lock"

    @property
    def carry_lock(self) -> Path:
        """The file that whoever carries a backup to the second place locks."""
        return self.path / "carry.lock"

    @property
    def restored_note(self) -> Path:
        """The note that a backup took the data's place, until the first opening has seen to what follows."""
        return self.path / "restored.json"

    def has_database(self) -> bool:
        """Whether there is a database to open."""
        return self.database.is_file()

    def staged_imports(self) -> list[Path]:
        """Return the files of imports that were read and not applied; a start that is alone may remove them."""
        return list(self.path.glob("import-*.db*"))

    def sweep_rehearsals(self) -> None:
        """Remove what killed trials of backups left; a start that is alone may, and the next trial."""
        for folder in self.path.glob(f"{REHEARSAL}*"):
            if folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)

    def make(self) -> None:
        """Make the folder and those inside, readable by their owner only; raises Fault where it cannot be written."""
        for folder in (self.path, self.backups, self.logs):
            make_private_folder(folder)


@dataclass(frozen=True)
class ConfigFolder:
    """What belongs to this computer and its user, never to the data: window states, key headers, a key file."""

    path: Path

    @property
    def data_folder_note(self) -> Path:
        """The file that names the data folder the user chose in place of the usual one."""
        return self.path / "data-folder.txt"

    def of_database(self, database_id: str) -> Path:
        """Return the folder for the key header copy (and the key file, where needed) of a database."""
        return self.path / "databases" / database_id

    def of_data_folder(self, data: DataFolder) -> Path:
        """Return the folder for what the window remembers about a data folder (sizes, columns)."""
        digest = hashlib.sha256(str(data.path).encode()).hexdigest()
        return self.path / "windows" / digest[:16]


@dataclass(frozen=True)
class Places:
    """The two folders that one run of the program works with."""

    data: DataFolder
    config: ConfigFolder


def find_places(data_dir: Path | None = None, config_dir: Path | None = None) -> Places:
    """Return the places of this user, or those given; nothing is made yet."""
    config = ConfigFolder((config_dir or default_config_dir()).expanduser().resolve())
    data = data_dir or chosen_data_dir(config) or default_data_dir()
    return Places(DataFolder(data.expanduser().resolve()), config)


def chosen_data_dir(config: ConfigFolder) -> Path | None:
    """Return the data folder the user chose because the usual one was no place for data; None where he never did."""
    if not config.data_folder_note.is_file():
        return None
    chosen = Path(config.data_folder_note.read_text(encoding="utf-8", errors="replace").strip())
    return chosen if chosen.is_absolute() else None


def remember_data_dir(config: ConfigFolder, folder: Path) -> None:
    """Take a folder in the place of the usual data folder from now on; raises Fault where that cannot be noted."""
    make_private_folder(config.path)
    write_whole(config.data_folder_note, str(folder).encode())


def default_data_dir() -> Path:
    """Return the local application data folder: never roaming, never one that a cloud service takes with it."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False, roaming=False)


def default_config_dir() -> Path:
    """Return the config folder, which on no system is the data folder or inside it."""
    from platformdirs import user_config_path

    config = user_config_path(APPLICATION, appauthor=False, roaming=False)
    # Windows and macOS name one folder for both; the second copy of the key header must not share the data's fate.
    return config.with_name(f"{APPLICATION}-config") if config == default_data_dir() else config


def make_private_folder(folder: Path) -> None:
    """Make a folder, with its parents, that only its owner can enter; raises Fault where that is refused."""
    if folder.is_dir():
        return
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise os_fault(error, folder) from error
        raise Fault(FaultKind.FOLDER_NOT_WRITABLE, folder=str(folder)) from error
