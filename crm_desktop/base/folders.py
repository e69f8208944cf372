"""Recognises folders that would destroy a database: synchronised ones and those of another computer.

A sync service copies the parts of an open database at different moments, a network drive loses its locks: both have
cost others their data. The answers depend only on `Surroundings`, so that every system's folders are tested on any.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path, PurePath

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.mounts import Mount, mounts_of_system, network_type_of
from crm_desktop.base.records import dataclass

_SERVICE_BY_FOLDER_NAME = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "我的云端硬盘": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nutstore": "坚果云",
    "nutstore files": "坚果云",
    "坚果云": "坚果云",
    "我的坚果云": "坚果云",
    "wps云盘": "WPS云盘",
    "wpsdrive": "WPS云盘",
    "wps cloud files": "WPS云盘",
    "百度网盘": "百度网盘",
    "百度网盘同步空间": "百度网盘",
    "baidusync": "百度网盘",
    "baidusyncdisk": "百度网盘",
    "baidunetdisk": "百度网盘",
    "微云": "微云",
    "腾讯微云": "微云",
    "微云同步助手": "微云",
    "weiyun": "微云",
    "weiyundisk": "微云",
    "阿里云盘": "阿里云盘",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "seafile": "Seafile",
    "synologydrive": "Synology Drive",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
}
_NAME_BEGINNINGS = {"onedrive - ": "OneDrive", "dropbox (": "Dropbox", "坚果云": "坚果云"}
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_CLOUD_STORAGE_SERVICES = {"GoogleDrive": "Google Drive", "iCloud": "iCloud"}


@dataclass(frozen=True)
class Surroundings:
    """What the answer depends on: the system, the environment, the home folder and what is mounted where."""

    system: str
    environment: Mapping[str, str]
    home: Path
    mounts: tuple[Mount, ...] = field(default=())


def surroundings_here() -> Surroundings:
    """Return the surroundings of this run of the program."""
    import os

    return Surroundings(sys.platform, os.environ, Path.home(), mounts_of_system())


def refuse_unsafe_folder(folder: Path, surroundings: Surroundings | None = None) -> None:
    """Raise Fault (FOLDER_SYNCED, FOLDER_ON_NETWORK) where a new database must not be made."""
    around = surroundings or surroundings_here()
    # Both the name given and what it leads to: a link in the home folder may point into a synchronised one.
    for path in dict.fromkeys((folder, folder.resolve())):
        if service := sync_service_of(path, around):
            raise Fault(FaultKind.FOLDER_SYNCED, folder=str(folder), service=service)
        if kind := network_type_of(path, around.mounts):
            raise Fault(FaultKind.FOLDER_ON_NETWORK, folder=str(folder), service=kind)


def sync_service_of(folder: PurePath, around: Surroundings) -> str | None:
    """Return the name of the service that synchronises a folder, or None."""
    return (
        _by_environment(folder, around) or _by_dropbox(folder, around) or _by_apple(folder, around) or _by_name(folder)
    )


def _by_environment(folder: PurePath, around: Surroundings) -> str | None:
    roots = [around.environment[name] for name in _ONEDRIVE_VARIABLES if around.environment.get(name)]
    return "OneDrive" if any(_lies_in(folder, root) for root in roots) else None


def _by_dropbox(folder: PurePath, around: Surroundings) -> str | None:
    places = [around.home / ".dropbox"]
    places += [
        Path(around.environment[n]) / "Dropbox" for n in ("APPDATA", "LOCALAPPDATA") if around.environment.get(n)
    ]
    roots = [root for place in places for root in _dropbox_roots(place / "info.json")]
    return "Dropbox" if any(_lies_in(folder, root) for root in roots) else None


def _dropbox_roots(info: Path) -> list[str]:
    """Return the folders that Dropbox says it keeps; a file it is just writing says none."""
    try:
        accounts = json.loads(info.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    entries = accounts.values() if isinstance(accounts, dict) else []
    return [str(entry["path"]) for entry in entries if isinstance(entry, dict) and entry.get("path")]


def _by_apple(folder: PurePath, around: Surroundings) -> str | None:
    library = around.home / "Library"
    cloud_storage = library / "CloudStorage"
    if _lies_in(folder, cloud_storage) and folder != cloud_storage:
        service = folder.relative_to(cloud_storage).parts[0].partition("-")[0]
        return _CLOUD_STORAGE_SERVICES.get(service, service)
    documents = library / "Mobile Documents"
    if _lies_in(folder, documents):
        return "iCloud"
    # "Desktop & Documents Folders" leaves the two where they were and shows them inside iCloud as well.
    for name in ("Desktop", "Documents"):
        if (documents / "com~apple~CloudDocs" / name).exists() and _lies_in(folder, around.home / name):
            return "iCloud"
    return None


def _by_name(folder: PurePath) -> str | None:
    for part in folder.parts:
        name = part.casefold()
        if name in _SERVICE_BY_FOLDER_NAME:
            return _SERVICE_BY_FOLDER_NAME[name]
        for beginning, service in _NAME_BEGINNINGS.items():
            if name.startswith(beginning):
                return service
    return None


def _lies_in(folder: PurePath, root: str | PurePath) -> bool:
    inner = [part.casefold() for part in folder.parts]
    outer = [part.casefold() for part in type(folder)(root).parts]
    return inner[: len(outer)] == outer
