"""A card design and the pictures it shows packed as one: what an exported file holds, and what is copied and pasted."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from desktop_app.actions.pictures import checked_picture
from desktop_app.actions.templates import shown_pictures
from desktop_app.domain.cards import Template
from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg

_DESIGN = "design.json"
_PICTURES = "pictures/"
_FORMAT = 1
_MOST_PICTURES = 40
_LARGEST_DESIGN = 1_000_000  # bytes
_LARGEST_PICTURE = 10_000_000
_WHEN = (1980, 1, 1, 0, 0, 0)  # equal designs make equal files


def pack(out: BinaryIO, template: Template, pictures: Mapping[str, bytes]) -> None:
    """Writes a design and these pictures, by their sha256."""
    from desktop_app.documents.templates import template_json

    document = {"format": _FORMAT, "design": json.loads(template_json(template))}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(document, ensure_ascii=False, indent=1)
        archive.writestr(zipfile.ZipInfo(_DESIGN, _WHEN), text, zipfile.ZIP_DEFLATED)
        for name, content in sorted(pictures.items()):
            archive.writestr(zipfile.ZipInfo(f"{_PICTURES}{name}", _WHEN), content)


def unpack(packed: Path | BinaryIO, *, name: str) -> tuple[Template, dict[str, bytes]]:
    """The design and its pictures by sha256, all checked; raises BadFile, saying `name`, for anything unfit.

    Nothing is unpacked beyond what a design may need.
    """
    from desktop_app.documents.templates import template_from

    design, contents = _read(packed, name)
    pictures = {_checked(content, name): content for content in contents}
    template = template_from(design, file=name)
    if set(shown_pictures(template)) - pictures.keys():
        raise _unfit(name, msg("a picture of the design is missing in it"))
    return template, pictures


def _read(packed: Path | BinaryIO, name: str) -> tuple[str, list[bytes]]:
    """The design as JSON and its pictures as they are."""
    try:
        with zipfile.ZipFile(packed) as archive:
            names = archive.namelist()
            pictures = [part for part in names if part.startswith(_PICTURES)]
            if _DESIGN not in names or len(names) != len(pictures) + 1 or len(pictures) > _MOST_PICTURES:
                raise _unfit(name, msg("it holds something else"))
            document = json.loads(_part(archive, _DESIGN, _LARGEST_DESIGN, name))
            contents = [_part(archive, part, _LARGEST_PICTURE, name) for part in pictures]
    except FileNotFoundError:
        raise BadFile(
            msg("There is no file “{file}”. Look whether it was moved or renamed.", file=shorten(name)), file=name
        ) from None
    except (ValueError, RecursionError) as error:
        raise _unfit(name, msg("its design cannot be read")) from error
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        raise _unfit(name, msg("it cannot be unpacked")) from error
    if not isinstance(document, dict) or not isinstance(document.get("design"), dict):
        raise _unfit(name, msg("its design cannot be read"))
    if document.get("format") != _FORMAT:
        raise _unfit(name, msg("it was made by a newer Cordial: update this one"))
    return json.dumps(document["design"], ensure_ascii=False), contents


def _part(archive: zipfile.ZipFile, part_name: str, limit: int, name: str) -> bytes:
    """One part of the file, never more of it than the limit whatever its heading says."""
    with archive.open(part_name) as part:
        content = part.read(limit + 1)
    if len(content) > limit:
        raise _unfit(name, msg("a part of it is too large"))
    return content


def _checked(content: bytes, name: str) -> str:
    try:
        return str(checked_picture(content)["sha256"])
    except Invalid as error:
        raise _unfit(name, error.message) from error


def _unfit(name: str, reason: Message) -> BadFile:
    said = msg("“{file}” is not a design Cordial can take in: {reason}.", file=shorten(name), reason=reason)
    return BadFile(said, file=name)
