"""The shop's logo as the PDF stores it: checked before it is decoded, no larger than a card can show, kept once."""

from __future__ import annotations

import io
import warnings
from typing import NamedTuple

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import msg
from desktop_app.render.sink import Sink

MOST_PIXELS = 40_000_000  # before decoding: a bomb of 12,000 × 12,000 is refused by its header
_WIDEST = 1200  # pixels kept: 44 mm at 690 dpi
_FORMATS = ("PNG", "JPEG", "WEBP")


class Pixels(NamedTuple):
    """A decoded picture: its size, RGB bytes, and one byte of opacity per pixel (empty: opaque)."""

    width: int
    height: int
    rgb: bytes
    alpha: bytes


def decode(content: bytes) -> Pixels:
    """The picture of a PNG, JPEG or WebP file; raises Invalid for anything else, damaged or too large."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # only where a shop has a logo

    too_large = msg("The logo is too large. Choose one of at most 40 million pixels.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we ask for the size ourselves
            picture = Image.open(io.BytesIO(content), formats=_FORMATS)
        with picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Invalid("logo", too_large)
            turned = ImageOps.exif_transpose(picture)
            clear = turned.has_transparency_data
            whole = turned.convert("RGBA" if clear else "RGB")
            whole.thumbnail((_WIDEST, _WIDEST), reducing_gap=2.0)
    except Image.DecompressionBombError as error:
        raise Invalid("logo", too_large) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        message = msg("The logo is not a picture that can be read. Choose a PNG, JPEG or WebP file.")
        raise Invalid("logo", message) from error
    alpha = whole.getchannel("A").tobytes() if clear else b""
    return Pixels(whole.width, whole.height, whole.convert("RGB").tobytes(), alpha)


def store(pixels: Pixels, sink: Sink) -> int:
    """Writes the picture with its opacity; returns its object."""
    shape = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (pixels.width, pixels.height)
    mask = b""
    if pixels.alpha:
        mask = b"/SMask %d 0 R" % sink.stream(pixels.alpha, shape + b"/ColorSpace/DeviceGray")
    return sink.stream(pixels.rgb, shape + b"/ColorSpace/DeviceRGB" + mask)
