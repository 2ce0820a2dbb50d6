"""A backup's file: a zip of the shop's parts and a manifest with their hashes, read back before it counts."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, BinaryIO

from desktop_app.domain.errors import BadFile
from desktop_app.i18n import Message, msg
from desktop_app.store.durable import durable_write

SUFFIX = ".cordial-backup"
_MANIFEST = "manifest.json"
_BLOCK = 1 << 20
_NO_MORE = 4 << 20  # bytes of a manifest that is one
_BROKEN = (  # what the standard library raises over a zip that is damaged; a turned bit may also say “encrypted”
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself; `parts` gives each part's SHA-256 and size in bytes."""

    engine: str
    program: str
    schema: list[str]
    at: str
    reason: str
    number: int
    change: int
    counts: Mapping[str, int]
    sequences: Mapping[str, int] = field(default_factory=dict)
    parts: dict[str, tuple[str, int]] = field(default_factory=dict)


Part = Callable[[IO[bytes]], object]  # writes one part's bytes into a file object


@dataclass(frozen=True)
class Snapshot:
    """A shop as it stood at one moment: its last change, the rows of each table, the last ids, the parts to keep."""

    change: int
    counts: Mapping[str, int]
    parts: Mapping[str, Part]
    sequences: Mapping[str, int] = field(default_factory=dict)


def write_archive(file: Path, manifest: Manifest, parts: Mapping[str, Part]) -> None:
    """Writes a backup whole: parts, manifest, on the disk, read back and compared, and only then under its name."""

    def write(target: BinaryIO) -> None:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, part in parts.items():
                with archive.open(name, "w", force_zip64=True) as member:
                    hashed = _Hashed(member)
                    part(hashed)  # type: ignore[arg-type]  # only its write is used
                manifest.parts[name] = (hashed.sum.hexdigest(), hashed.size)
            archive.writestr(_MANIFEST, json.dumps(asdict(manifest), indent=1, ensure_ascii=False))
        with open_archive(target, str(file)) as (found, again):
            for name in found.parts:
                for _ in blocks(again, found, name, str(file)):
                    pass  # reading compares

    durable_write(file, write)


@contextmanager
def open_archive(file: Path | BinaryIO, name: str) -> Iterator[tuple[Manifest, zipfile.ZipFile]]:
    """A backup's manifest and parts; raises BadFile, naming the file, when it is none or its manifest is unreadable."""
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN:
        raise _bad(name, msg("“{file}” is not a backup of Cordial. Choose a file it made.", file=name)) from None
    except OSError as error:
        raise _bad(name, msg("“{file}” cannot be read. Check that it is there and may be read.", file=name)) from error
    with archive:
        yield _manifest(archive, name), archive


def blocks(archive: zipfile.ZipFile, manifest: Manifest, part: str, name: str) -> Iterator[bytes]:
    """The bytes of one part, block by block; raises BadFile when they are not those that were written."""
    wanted, size = manifest.parts[part]
    total, found = 0, hashlib.sha256()
    try:
        with archive.open(part) as member:
            while block := member.read(_BLOCK):
                total += len(block)
                if total > size:
                    break
                found.update(block)
                yield block
    except (*_BROKEN, OSError) as error:
        if _fails_itself(error):
            raise
        raise damaged(name) from error
    if total != size or found.hexdigest() != wanted:
        raise damaged(name)


def _manifest(archive: zipfile.ZipFile, name: str) -> Manifest:
    try:
        if archive.getinfo(_MANIFEST).file_size > _NO_MORE:
            raise ValueError("too long")
        read = json.loads(archive.read(_MANIFEST))
        read["parts"] = {part: (str(sum_), int(size)) for part, (sum_, size) in read["parts"].items()}
        return Manifest(**read)
    except (*_BROKEN, TypeError, AttributeError, OSError) as error:
        if _fails_itself(error):
            raise
        raise _bad(name, msg("“{file}” is not a backup of Cordial. Choose a file it made.", file=name)) from None


def _fails_itself(error: Exception) -> bool:
    """Whether it is the drive that fails: what unpacks bad bytes raises OSError too, without a number."""
    return isinstance(error, OSError) and error.errno is not None


def damaged(name: str) -> BadFile:
    """What is said of a backup whose content is not what it was."""
    return _bad(name, msg("The backup “{file}” is damaged, so nothing was changed. Choose an older one.", file=name))


def _bad(name: str, message: Message) -> BadFile:
    return BadFile(message, file=name)


class _Hashed:
    """A file object that hashes and counts what is written through it."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self.sum = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        self.sum.update(data)
        self.size += len(data)
        return self._target.write(data)
