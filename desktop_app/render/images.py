"""A picture's file looked at before it is decoded, and made into what a PDF stores: cropped, no finer than asked."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from deflate import zlib_compress
from PIL import Image, ImageOps, UnidentifiedImageError

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import msg

if TYPE_CHECKING:  # few pictures have a profile of their own
    from PIL import ImageCms

Crop = tuple[float, float, float, float]  # shares of the whole cut off at the left, top, right, bottom

MOST_PIXELS = 40_000_000  # before decoding: a bomb of 12,000 × 12,000 is refused by its header
_FORMATS = ("PNG", "JPEG", "WEBP")
_LYING = (5, 6, 7, 8)  # of Exif's orientations
_ORIENTATION = 0x0112
_LEVEL = 6  # of compression
_QUALITY = 92  # of a photograph that had to be made smaller
_KEPT = 8  # prepared pictures remembered: logo and signature come again with every parcel
_SPARE = 1.05  # a picture so much finer than asked is not worth losing anything for
_NOWHERE: Crop = (0.0, 0.0, 0.0, 0.0)


class Prepared(NamedTuple):
    """A picture ready for a PDF: its dictionary without the length, its data, and its opacity likewise (or empty).

    `hidden` is what of it is stored and must not be seen.
    """

    entries: bytes
    data: bytes
    mask_entries: bytes = b""
    mask: bytes = b""
    hidden: Crop = _NOWHERE


def size_of(content: bytes) -> tuple[int, int]:
    """The width and height of a PNG, JPEG or WebP file as it is to be seen; raises Invalid for anything else."""
    with _opened(content) as picture:
        width, height = picture.size
        return (height, width) if picture.getexif().get(_ORIENTATION) in _LYING else (width, height)


@lru_cache(maxsize=_KEPT)
def prepared(content: bytes, crop: Crop, wide: int) -> Prepared:
    """The picture without what is cropped, at most about `wide` pixels across; raises Invalid when it is damaged.

    A photograph no finer than that stays the file it is, as long as most of it is to be seen.
    """
    with _opened(content) as picture:
        seen = (1 - crop[0] - crop[2]) * (1 - crop[1] - crop[3])
        across = picture.width * (1 - crop[0] - crop[2])
        upright = picture.getexif().get(_ORIENTATION, 1) == 1
        profile = _foreign_profile(picture)
        kept = picture.format == "JPEG" and picture.mode in ("L", "RGB") and upright and profile is None
        photograph = picture.format != "PNG"
        picture.load()  # the whole of it can be decoded
        if kept and seen >= 0.5 and across <= wide * _SPARE:
            return Prepared(_entries(picture, b"/Filter/DCTDecode"), _without_notes(content), hidden=crop)
        whole = _plain(ImageOps.exif_transpose(picture), profile)
    left, top = round(whole.width * crop[0]), round(whole.height * crop[1])
    right, bottom = round(whole.width * (1 - crop[2])), round(whole.height * (1 - crop[3]))
    cut = whole.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    if cut.width > wide * _SPARE:
        size = (max(wide, 1), max(round(cut.height * wide / cut.width), 1))
        cut = cut.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if cut.mode == "RGBA":
        colours, opacity = cut.convert("RGB"), cut.getchannel("A")
        return Prepared(*_flat(colours), *_flat(opacity))
    return Prepared(*_jpeg(cut)) if photograph else Prepared(*_flat(cut))


def shown_small(content: bytes, most: int) -> bytes:
    """The whole picture upright as a PNG of at most so many pixels a side; raises Invalid when it is damaged."""
    with _opened(content) as picture:
        profile = _foreign_profile(picture)
        whole = _plain(ImageOps.exif_transpose(picture), profile)
    whole.thumbnail((most, most))
    out = io.BytesIO()
    whole.save(out, "PNG", compress_level=1)
    return out.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    """The picture with only its header read; what fails while it is used is said in words."""
    too_large = msg("The picture is too large. Choose one of at most 40 million pixels.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we ask for the size ourselves
            picture = Image.open(io.BytesIO(content), formats=_FORMATS)
        with picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Invalid("picture", too_large)
            yield picture
    except Image.DecompressionBombError as error:
        raise Invalid("picture", too_large) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error) as error:
        message = msg("This is not a picture that can be read. Choose a PNG, JPEG or WebP file.")
        raise Invalid("picture", message) from error


def _plain(picture: Image.Image, profile: ImageCms.ImageCmsProfile | None) -> Image.Image:
    """The picture in grey, RGB or RGBA, in the colours screens and printers take for granted."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if picture.has_transparency_data else "L" if picture.mode in ("1", "L") else "RGB"
    if profile is None or mode == "L":
        return picture.convert(mode)
    from PIL import ImageCms

    opacity = picture.convert("RGBA").getchannel("A") if mode == "RGBA" else None
    source = picture if picture.mode in ("RGB", "CMYK") else picture.convert("RGB")
    try:
        turned = ImageCms.profileToProfile(source, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except ImageCms.PyCMSError:
        turned = None
    plain = turned if turned is not None else picture.convert("RGB")
    if opacity is not None:
        plain.putalpha(opacity)
    return plain


def _foreign_profile(picture: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """The picture's colour profile, unless it says nothing new."""
    raw = picture.info.get("icc_profile")
    if not raw:
        return None
    from PIL import ImageCms

    try:
        profile = ImageCms.getOpenProfile(io.BytesIO(raw))
        return None if "sRGB" in ImageCms.getProfileDescription(profile) else profile
    except ImageCms.PyCMSError:
        return None


def _entries(picture: Image.Image, coding: bytes) -> bytes:
    space = b"/DeviceGray" if picture.mode == "L" else b"/DeviceRGB"
    shape = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % picture.size
    return shape + b"/ColorSpace" + space + coding


def _jpeg(picture: Image.Image) -> tuple[bytes, bytes]:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return _entries(picture, b"/Filter/DCTDecode"), out.getvalue()


def _flat(picture: Image.Image) -> tuple[bytes, bytes]:
    """A drawing without loss: the data of a PNG file is what a PDF calls Flate with predictors."""
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=0)  # for its predictors; libdeflate packs it in half the time
    colours = 1 if picture.mode == "L" else 3
    plain = zlib.decompress(b"".join(_png_data(out.getvalue())))
    coding = b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent 8/Columns %d>>"
    return _entries(picture, coding % (colours, picture.width)), bytes(zlib_compress(plain, _LEVEL))


def _png_data(file: bytes) -> Iterator[bytes]:
    """The data of a PNG file that we wrote ourselves."""
    place = 8
    while place < len(file):
        (length,) = struct.unpack_from(">I", file, place)
        if file[place + 4 : place + 8] == b"IDAT":
            yield file[place + 8 : place + 8 + length]
        place += 12 + length


def _without_notes(file: bytes) -> bytes:
    """A JPEG file without what cameras note in it: where it was taken is nobody's business on paper."""
    out, place = [file[:2]], 2
    while place + 4 <= len(file) and file[place] == 0xFF and file[place + 1] != 0xDA:
        length = 2 + struct.unpack_from(">H", file, place + 2)[0]
        if file[place + 1] not in (0xE1, 0xED, 0xFE):  # Exif and XMP, IPTC, comments
            out.append(file[place : place + length])
        place += length
    return b"".join([*out, file[place:]])
