"""Pictures from a shop owner's disk: looked at by what they hold before anything is unpacked, kept once."""

from __future__ import annotations

import hashlib
import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.pictures import picture_id
from desktop_app.store.tables import PictureTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_FIELD = "picture"
_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_LARGEST_FILE = 10_000_000  # bytes
_MOST_PIXELS = 25_000_000  # 100 MB unpacked


def checked_picture(picture: Path | bytes) -> dict[str, Any]:
    """A PNG, JPEG or WebP picture as the columns of its table; raises Invalid for everything else, by content."""
    name, content = (shorten(picture.name), _read(picture)) if isinstance(picture, Path) else ("", picture)
    if len(content) > _LARGEST_FILE:
        raise Invalid(
            _FIELD, msg("The picture is larger than {limit} MB. Save it smaller.", limit=_LARGEST_FILE // 10**6)
        )
    media_type, width, height = _look(content)
    return {
        "name": name,
        "media_type": media_type,
        "width": width,
        "height": height,
        "content": content,
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def keep_picture(shop: Shop, change: Change, checked: dict[str, Any]) -> int:
    """The number of a checked picture in the shop, kept inside a running change where the shop has it not yet."""
    return picture_id(shop, checked["sha256"]) or change.insert(PictureTable, checked)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_LARGEST_FILE + 1)
    except OSError:
        raise Invalid(
            _FIELD, msg("“{file}” cannot be read. Choose another picture.", file=shorten(file.name))
        ) from None


def _look(content: bytes) -> tuple[str, int, int]:
    from PIL import Image  # first use, not start

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow only warns of a bomb; we measure it ourselves
            with Image.open(BytesIO(content), formats=list(_FORMATS)) as picture:
                width, height = picture.size
                if width * height <= _MOST_PIXELS:
                    picture.load()  # the whole of it can be unpacked
                kind = str(picture.format).replace("MPO", "JPEG")  # a phone's photograph with a second one in it
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except Exception:  # noqa: BLE001 - Pillow's plugins raise whatever a broken file makes them stumble over
        raise Invalid(_FIELD, msg("This is not a picture Cordial can use. Choose a PNG, JPEG or WebP file.")) from None
    if width * height > _MOST_PIXELS:
        raise _too_many_pixels()
    return _FORMATS[kind], width, height


def _too_many_pixels() -> Invalid:
    return Invalid(
        _FIELD, msg("The picture has more than {limit} million pixels. Save it smaller.", limit=_MOST_PIXELS // 10**6)
    )
