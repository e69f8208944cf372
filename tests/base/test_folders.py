"""Folders that would destroy a database are recognised on every system's own terms."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.folders import Surroundings, refuse_unsafe_folder, sync_service_of
from crm_desktop.base.mounts import Mount, network_type_of, parse_mount_output, parse_proc_mounts

NOWHERE = Path("/nowhere")
PLAIN = Surroundings("linux", {}, NOWHERE)

SYNCED = [
    (PureWindowsPath("C:/Users/li/OneDrive/shop"), "OneDrive"),
    (PureWindowsPath("C:/Users/li/OneDrive - 花店/shop"), "OneDrive"),
    (PureWindowsPath("D:/Dropbox/shop"), "Dropbox"),
    (PureWindowsPath("G:/我的云端硬盘/shop"), "Google Drive"),
    (PureWindowsPath("C:/Users/li/Nutstore/1/我的坚果云"), "坚果云"),
    (PureWindowsPath("C:/Users/li/WPSDrive/客户"), "WPS云盘"),
    (PureWindowsPath("D:/BaiduSyncdisk/客户"), "百度网盘"),
    (PureWindowsPath("D:/微云同步助手/客户"), "微云"),
    (PurePosixPath("/Users/li/Library/Mobile Documents/com~apple~CloudDocs/shop"), "iCloud"),
    (PurePosixPath("/home/li/Nextcloud/shop"), "Nextcloud"),
]


@pytest.mark.parametrize(("folder", "service"), SYNCED)
def test_a_synchronised_folder_is_known_by_its_name(folder, service):
    assert sync_service_of(folder, PLAIN) == service


@pytest.mark.parametrize("name", ["shop", "Documents", "onedriver", "dropboxes", "my drivers", "客户"])
def test_an_ordinary_name_is_no_service(name):
    assert sync_service_of(PurePosixPath("/home/li") / name, PLAIN) is None


def test_a_renamed_onedrive_is_known_by_the_environment():
    around = Surroundings("win32", {"OneDriveCommercial": r"D:\Firma"}, NOWHERE)
    assert sync_service_of(PureWindowsPath("d:/firma/shop"), around) == "OneDrive"
    assert sync_service_of(PureWindowsPath("d:/firma2/shop"), around) is None


def test_a_moved_dropbox_is_known_by_its_own_file(tmp_path):
    (tmp_path / ".dropbox").mkdir()
    info = {"personal": {"path": str(tmp_path / "Box of mine")}}
    (tmp_path / ".dropbox" / "info.json").write_text(json.dumps(info))
    around = Surroundings("linux", {}, tmp_path)
    assert sync_service_of(tmp_path / "Box of mine" / "shop", around) == "Dropbox"
    assert sync_service_of(tmp_path / "elsewhere", around) is None


@pytest.mark.parametrize("content", ["", "[]", '{"personal": null}', '{"personal": {}}', "{"])
def test_a_half_written_dropbox_file_says_nothing(tmp_path, content):
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(content)
    assert sync_service_of(tmp_path / "shop", Surroundings("linux", {}, tmp_path)) is None


def test_macos_names_the_service_in_cloud_storage(tmp_path):
    around = Surroundings("darwin", {}, tmp_path)
    storage = tmp_path / "Library" / "CloudStorage"
    assert sync_service_of(storage / "GoogleDrive-li@x.cn" / "shop", around) == "Google Drive"
    assert sync_service_of(storage / "Box-Box" / "shop", around) == "Box"
    assert sync_service_of(storage, around) is None


def test_a_desktop_taken_by_icloud_is_refused_and_another_is_not(tmp_path):
    around = Surroundings("darwin", {}, tmp_path)
    assert sync_service_of(tmp_path / "Desktop" / "shop", around) is None
    (tmp_path / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / "Desktop").mkdir(parents=True)
    assert sync_service_of(tmp_path / "Desktop" / "shop", around) == "iCloud"


@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs4", "fuse.sshfs", "afpfs", "webdav", "9p", "vboxsf"])
def test_a_network_mount_is_known_by_its_type(kind):
    mounts = [Mount(PurePosixPath("/"), "ext4"), Mount(PurePosixPath("/mnt/nas"), kind)]
    assert network_type_of(PurePosixPath("/mnt/nas/shop"), mounts) == kind
    assert network_type_of(PurePosixPath("/mnt/nas2/shop"), mounts) is None


def test_a_local_disk_inside_a_network_mount_is_local():
    mounts = [Mount(PurePosixPath("/net"), "nfs"), Mount(PurePosixPath("/net/usb"), "vfat")]
    assert network_type_of(PurePosixPath("/net/usb/shop"), mounts) is None


def test_the_own_disk_of_a_container_is_no_network():
    assert network_type_of(PurePosixPath("/home/li"), [Mount(PurePosixPath("/"), "9p")]) is None


@pytest.mark.parametrize("folder", [r"\\nas\shop", r"\\?\UNC\nas\shop"])
def test_a_windows_share_is_a_network_folder(folder):
    assert network_type_of(PureWindowsPath(folder), []) == "UNC"


def test_a_windows_network_drive_is_known_and_its_neighbour_is_not():
    mounts = [Mount(PureWindowsPath("Z:\\"), "remote")]
    assert network_type_of(PureWindowsPath("z:/shop"), mounts) == "remote"
    assert network_type_of(PureWindowsPath("C:/shop"), mounts) is None


def test_the_mount_table_of_linux_is_read_with_spaces_in_names():
    mounts = parse_proc_mounts("//nas/a /mnt/my\\040shop cifs rw 0 0\nbroken\n")
    assert mounts == (Mount(Path("/mnt/my shop"), "cifs"),)


def test_the_mounts_of_macos_are_read():
    text = "/dev/disk1 on / (apfs, local)\n//li@nas/a on /Volumes/my shop (smbfs, nodev)\n"
    assert parse_mount_output(text) == (Mount(Path("/"), "apfs"), Mount(Path("/Volumes/my shop"), "smbfs"))


def test_refusing_says_which_folder_and_which_service(tmp_path):
    with pytest.raises(Fault) as caught:
        refuse_unsafe_folder(tmp_path / "Dropbox" / "shop", PLAIN)
    assert caught.value.kind is FaultKind.FOLDER_SYNCED
    assert caught.value.values == {"folder": str(tmp_path / "Dropbox" / "shop"), "service": "Dropbox"}


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "shop").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    with pytest.raises(Fault, match="folder_synced"):
        refuse_unsafe_folder(tmp_path / "shop", PLAIN)


def test_a_network_folder_is_refused_and_a_local_one_is_not(tmp_path):
    around = Surroundings("linux", {}, NOWHERE, (Mount(tmp_path / "nas", "cifs"),))
    refuse_unsafe_folder(tmp_path / "shop", around)
    with pytest.raises(Fault, match="folder_on_network"):
        refuse_unsafe_folder(tmp_path / "nas" / "shop", around)


def test_the_folder_of_this_test_is_safe_in_its_real_surroundings(tmp_path):
    refuse_unsafe_folder(tmp_path)
