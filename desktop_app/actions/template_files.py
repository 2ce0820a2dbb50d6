"""A card design as one file with its pictures, to carry from shop to shop; what comes in is checked first."""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from desktop_app.actions.pictures import checked_picture
from desktop_app.actions.templates import read_template, save_template, shown_pictures
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import BadFile, Invalid, NotFound
from desktop_app.domain.printing import Kind
from desktop_app.domain.templates import TemplateId
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.pictures import pictures_named
from desktop_app.store.durable import durable_write

SUFFIX = ".cordial-card"
_DESIGN = "design.json"
_PICTURES = "pictures/"
_FORMAT = 1
_MOST_PICTURES = 40
_LARGEST_DESIGN = 1_000_000  # bytes
_LARGEST_PICTURE = 10_000_000
_WHEN = (1980, 1, 1, 0, 0, 0)  # equal designs make equal files


def export_template(shop: Shop, kind: Kind, key: str, to: Path) -> None:
    """Writes a design and the pictures it shows to one file; raises NotFound when one of them is no longer there."""
    template = read_template(shop, kind, key)
    names = shown_pictures(template)
    pictures = pictures_named(shop, names)
    if len(pictures) < len(names):
        raise NotFound(msg("A picture of this design is no longer in the shop. Put another one in its place first."))
    from desktop_app.documents.templates import template_json

    document = {"format": _FORMAT, "design": json.loads(template_json(template))}

    def write(out: BinaryIO) -> None:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            text = json.dumps(document, ensure_ascii=False, indent=1)
            archive.writestr(zipfile.ZipInfo(_DESIGN, _WHEN), text, zipfile.ZIP_DEFLATED)
            for name, content in sorted(pictures.items()):
                archive.writestr(zipfile.ZipInfo(f"{_PICTURES}{name}", _WHEN), content)

    durable_write(to, write)


def import_template(shop: Shop, file: Path, *, actor: str) -> tuple[TemplateId, Changes]:
    """Keeps the design in a file, with its pictures, as one of the shop's own; raises BadFile for anything unfit."""
    design, pictures = _read(file)
    from desktop_app.documents.templates import template_from

    template = template_from(design, file=file.name)
    missing = set(shown_pictures(template)) - pictures.keys()
    if missing:
        raise _unfit(file, msg("a picture of the design is missing in it"))
    title = template.title[Language.EN]
    return save_template(shop, template, title, base=template.name, pictures=pictures, actor=actor)


def _read(file: Path) -> tuple[str, dict[str, bytes]]:
    """The design as JSON and its pictures by sha256; nothing is unpacked beyond what a design may need."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            pictures = [name for name in names if name.startswith(_PICTURES)]
            if _DESIGN not in names or len(names) != len(pictures) + 1 or len(pictures) > _MOST_PICTURES:
                raise _unfit(file, msg("it holds something else"))
            document = json.loads(_part(archive, _DESIGN, _LARGEST_DESIGN, file))
            contents = [_part(archive, name, _LARGEST_PICTURE, file) for name in pictures]
    except FileNotFoundError:
        raise BadFile(msg("There is no file “{file}”.", file=shorten(file.name)), file=file.name) from None
    except (ValueError, RecursionError) as error:
        raise _unfit(file, msg("its design cannot be read")) from error
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        raise _unfit(file, msg("it cannot be unpacked")) from error
    if not isinstance(document, dict) or not isinstance(document.get("design"), dict):
        raise _unfit(file, msg("its design cannot be read"))
    if document.get("format") != _FORMAT:
        raise _unfit(file, msg("it was made by a newer Cordial: update this one"))
    design = json.dumps(document["design"], ensure_ascii=False)
    return design, {_checked(content, file): content for content in contents}


def _part(archive: zipfile.ZipFile, name: str, limit: int, file: Path) -> bytes:
    """One part of the file, never more of it than the limit whatever its heading says."""
    with archive.open(name) as part:
        content = part.read(limit + 1)
    if len(content) > limit:
        raise _unfit(file, msg("a part of it is too large"))
    return content


def _checked(content: bytes, file: Path) -> str:
    try:
        return str(checked_picture(content)["sha256"])
    except Invalid as error:
        raise _unfit(file, error.message) from error


def _unfit(file: Path, reason: Message) -> BadFile:
    said = msg("“{file}” is not a design Cordial can take in: {reason}.", file=shorten(file.name), reason=reason)
    return BadFile(said, file=file.name)
