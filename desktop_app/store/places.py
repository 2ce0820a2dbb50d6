"""Where an embedded shop may lie: on a local disk; network drives and synced folders damage a database in use."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg

_NETWORK = frozenset(
    "nfs nfs4 cifs smb smbfs smb3 ncpfs afs afpfs webdav davfs davfs2 coda ceph lustre glusterfs beegfs gpfs "
    "fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.davfs fuse.davfs2 fuse.ceph fuse.glusterfs fuse.s3fs fuse.curlftpfs "
    "fuse.google-drive-ocamlfuse fuse.onedriver fuse.smbnetfs vboxsf prl_fs fuse.vmhgfs-fuse".split()
)
_SYNCED = (
    "dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive", "iclouddrive", "cloudstorage",
    "mobile documents", "yandex.disk", "yandexdisk", "яндекс.диск", "nextcloud", "owncloud", "pcloud", "pclouddrive",
    "mega", "megasync", "syncthing",
)  # fmt: skip
_MARKS = (".dropbox.cache", ".stfolder", ".tmp.drivedownload", ".owncloudsync.log", ".sync_journal.db")


def refuse_shared(file: Path) -> None:
    """Raises StoreUnavailable when a shop's file would lie on a network drive or in a synced folder."""
    real = file.parent.resolve() / file.name
    service = synced_by(real)
    if service:
        raise StoreUnavailable(
            msg(
                "“{place}” lies in a folder that {service} copies about, which damages a shop in use. "
                "Choose a folder of this computer; for several desks use PostgreSQL. Backups may lie in {service}.",
                place=str(file),
                service=service,
            )
        )
    kind = network_kind(real)
    if kind:
        raise StoreUnavailable(
            msg(
                "“{place}” lies on a network drive ({kind}), which damages a shop in use. "
                "Choose a folder of this computer; for several desks use PostgreSQL.",
                place=str(file),
                kind=kind,
            )
        )


def synced_by(file: Path) -> str:
    """The name of the folder by which a syncing service is known to copy this file; '' for none."""
    for folder in file.parents:
        name = folder.name
        plain = name.casefold()
        if plain in _SYNCED or plain.startswith(("onedrive - ", "dropbox (", "google drive (")):
            return name
        if any(os.path.exists(folder / mark) for mark in _MARKS):  # unlike Path.exists, also where one may not look
            return name
    return ""


def network_kind(file: Path) -> str:
    """The kind of network drive that holds this file; '' for a local disk."""
    if sys.platform == "win32":
        return _windows_kind(file)
    try:
        if sys.platform == "darwin":
            import subprocess

            return mounted_kind(
                file, _macos_mounts(subprocess.run(["/sbin/mount"], capture_output=True, text=True).stdout)
            )
        return mounted_kind(file, Path("/proc/mounts").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return ""


def mounted_kind(file: Path, mounts: str) -> str:
    """The network file system of the deepest mount above a file, from a text as in /proc/mounts; '' for a local one."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = Path(parts[1].encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace"))
        if (point == file or point in file.parents) and len(point.parts) >= best:
            shared = parts[2] in _NETWORK or "aname=drvfs" in line  # a Windows drive seen from its Linux subsystem
            best, kind = len(point.parts), parts[2] if shared else ""
    return kind


def _macos_mounts(text: str) -> str:
    """What macOS's mount prints, in the form of /proc/mounts."""
    lines = []
    for line in text.splitlines():
        source, _, rest = line.partition(" on ")
        point, _, options = rest.rpartition(" (")
        lines.append(f"{source.replace(' ', '')} {point.replace(' ', chr(92) + '040')} {options.split(',')[0]}")
    return "\n".join(lines)


def _windows_kind(file: Path) -> str:
    import ctypes

    if file.drive.startswith("\\\\"):
        return file.drive
    remote = 4  # DRIVE_REMOTE
    kind = ctypes.windll.kernel32.GetDriveTypeW(file.drive + "\\")  # type: ignore[attr-defined]
    return file.drive if kind == remote else ""
