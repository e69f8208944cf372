"""What is mounted where, and which of it belongs to another computer."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath, PurePosixPath

from crm_desktop.base.records import dataclass

_NETWORK_TYPES = {
    "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "drvfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs3",
    "nfs4", "prl_fs", "remote", "smb2", "smb3", "smbfs", "vboxsf", "vmhgfs", "webdav",
    "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.google-drive-ocamlfuse", "fuse.gvfsd-fuse", "fuse.kio-fuse",
    "fuse.onedriver", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse", "macfuse",
}  # fmt: skip
_DRIVE_REMOTE = 4  # what GetDriveTypeW answers for a network drive


@dataclass(frozen=True)
class Mount:
    """A place in the file tree and the type of file system there."""

    point: PurePath
    type: str


def network_type_of(folder: PurePath, mounts: Sequence[Mount]) -> str | None:
    """Return the kind of network folder ("cifs", "nfs4", "UNC" …) that a folder lies in, or None where it is local."""
    if str(folder).startswith(("\\\\", "//")) and not str(folder).startswith(("\\\\?\\", "\\\\.\\")):
        return "UNC"
    if str(folder).upper().startswith("\\\\?\\UNC\\"):
        return "UNC"
    around = [mount for mount in mounts if _is_in(folder, mount.point)]
    if not around:
        return None
    nearest = max(around, key=lambda mount: len(mount.point.parts))
    if nearest.type == "9p" and nearest.point == PurePosixPath("/"):
        return None  # the own disk of a virtual machine or container, not a share
    return nearest.type if nearest.type in _NETWORK_TYPES else None


def _is_in(folder: PurePath, point: PurePath) -> bool:
    return type(folder) is type(point) and folder.is_relative_to(point)


def mounts_of_system() -> tuple[Mount, ...]:
    """Return what is mounted on this computer; nothing where the system does not tell."""
    if sys.platform == "win32":
        import ctypes
        import string

        kind_of = ctypes.windll.kernel32.GetDriveTypeW
        roots = [f"{letter}:\\" for letter in string.ascii_uppercase]
        return tuple(Mount(Path(root), "remote") for root in roots if kind_of(root) == _DRIVE_REMOTE)
    elif sys.platform == "darwin":  # noqa: RET505 - a type checker must not look at other systems' branches
        listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, encoding="utf-8", check=False)
        return parse_mount_output(listed.stdout)
    else:
        table = Path("/proc/self/mounts")
        return parse_proc_mounts(table.read_text(encoding="utf-8", errors="replace")) if table.exists() else ()


def parse_proc_mounts(text: str) -> tuple[Mount, ...]:
    """Read the mount table of Linux, where spaces in names are written as octal escapes."""
    rows = [line.split(" ") for line in text.splitlines()]
    return tuple(Mount(Path(_unescape(row[1])), row[2]) for row in rows if len(row) > 2)


def _unescape(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def parse_mount_output(text: str) -> tuple[Mount, ...]:
    """Read what macOS' mount command prints: "//guest@nas/shop on /Volumes/shop (smbfs, nodev)"."""
    found = re.findall(r"^.* on (/.*) \(([a-z0-9_.]+)", text, flags=re.MULTILINE)
    return tuple(Mount(Path(point), kind) for point, kind in found)
