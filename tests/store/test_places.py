"""Where a shop may lie: not on a network drive, not in a folder that a service copies about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.store import places
from desktop_app.store.connect import open_shop
from desktop_app.store.places import mounted_kind, synced_by

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
server:/export /home/anna/office nfs4 rw 0 0
//nas/share /mnt/My\040Share cifs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
C:\134 /mnt/c 9p rw,dirsync,aname=drvfs;path=C:\;uid=1000 0 0
/dev/sdb1 /home/anna/office/local ext4 rw 0 0
overlay /var overlay rw 0 0
rubbish
"""


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/home/anna/shop.cordial", ""),
        ("/home/anna/office/shop.cordial", "nfs4"),
        ("/home/anna/office2/shop.cordial", ""),
        ("/home/anna/office/local/shop.cordial", ""),
        ("/mnt/My Share/a/shop.cordial", "cifs"),
        ("/run/user/1000/gvfs/x/shop.cordial", "fuse.gvfsd-fuse"),
        ("/mnt/c/Users/anna/shop.cordial", "9p"),
        ("/var/shop.cordial", ""),
    ],
)
def test_a_network_drive_is_known_by_its_mount(file: str, kind: str) -> None:
    assert mounted_kind(Path(file), MOUNTS) == kind


def test_a_folder_one_may_not_look_into_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "stat", closed)
    assert synced_by(Path("/home/peter/shop.cordial")) == ""


def test_macos_says_its_mounts_in_other_words() -> None:
    text = (
        "/dev/disk1s1 on / (apfs, local, journaled)\n"
        "//anna@nas/share on /Volumes/My Share (smbfs, nodev, nosuid, mounted by anna)\n"
    )
    assert mounted_kind(Path("/Volumes/My Share/shop.cordial"), places._macos_mounts(text)) == "smbfs"
    assert mounted_kind(Path("/Users/anna/shop.cordial"), places._macos_mounts(text)) == ""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)/shop", "Dropbox (Personal)"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Anna's Shop/a/b", "OneDrive - Anna's Shop"),
        ("Google Drive/My Drive", "My Drive"),
        ("Library/CloudStorage/x", "CloudStorage"),
        ("Yandex.Disk", "Yandex.Disk"),
        ("Documents", ""),
        ("Onedriver", ""),
        ("dropboxes", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(folder: str, service: str, tmp_path: Path) -> None:
    assert synced_by(tmp_path / folder / "shop.cordial") == service


def test_a_synced_folder_is_known_by_what_lies_in_it(tmp_path: Path) -> None:
    (tmp_path / "work" / ".stfolder").mkdir(parents=True)
    assert synced_by(tmp_path / "work" / "a" / "shop.cordial") == "work"


def test_a_shop_is_refused_there_with_the_way_out(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with pytest.raises(StoreUnavailable, match=r"Dropbox copies about.*Choose a folder of this computer.*Backups"):
        open_shop(folder / "shop.cordial")
    assert list(folder.iterdir()) == []


def test_a_link_into_such_a_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(StoreUnavailable, match="Dropbox"):
        open_shop(tmp_path / "here" / "shop.cordial")


def test_a_network_drive_is_refused_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "network_kind", lambda file: "nfs4")
    with pytest.raises(StoreUnavailable, match=r"network drive \(nfs4\).*PostgreSQL"):
        open_shop(tmp_path / "shop.cordial")


def test_this_very_computer_is_taken(tmp_path: Path) -> None:
    open_shop(tmp_path / "shop.cordial").close()


def test_both_refusals_name_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    with pytest.raises(StoreUnavailable, match="for several desks use PostgreSQL. Backups may lie in Dropbox"):
        open_shop(synced / "shop.db")
    mounts = f"/dev/sda1 / ext4 rw 0 0\n//nas/share {tmp_path} cifs rw 0 0\n"
    monkeypatch.setattr(places.Path, "read_text", lambda *_, **__: mounts)
    with pytest.raises(StoreUnavailable, match=r"network drive \(cifs\).*for several desks use PostgreSQL"):
        open_shop(tmp_path / "shop.db")
    assert list(tmp_path.iterdir()) == [synced]
    assert list(synced.iterdir()) == []
