"""A signature lifted off the paper it was written on, so that it stands on a card as if written there."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_WIDEST = 1600  # pixels kept; 45 mm of a card at 900 dots to the inch
_FAINTEST = 30  # of 255, by which ink is darker than its paper; below, nothing is written there
_NOISE = 0.3  # of the ink's darkness: the paper's own grain and shadows
_GRAIN = 24  # pixels over which paper is looked at for its brightness
_EDGE = 8  # pixels left around what is written


def lifted(content: bytes) -> bytes:
    """The ink of a photographed or scanned signature on clear ground, trimmed, as PNG.

    A picture with clear ground already, or with nothing that looks like ink on paper, comes back as it is.
    """
    from PIL import Image, ImageChops, ImageOps  # first use, not start

    with Image.open(BytesIO(content)) as opened:
        opened.draft("RGB", (_WIDEST * 2, _WIDEST * 2))
        turned = ImageOps.exif_transpose(opened)
    if turned.has_transparency_data:
        return content
    turned.thumbnail((_WIDEST, _WIDEST))
    photograph = turned.convert("RGB")
    grey = photograph.convert("L")
    darkness = ImageChops.subtract(_paper(grey), grey)
    darkest = _quantile(darkness, 0.995)
    if darkest < _FAINTEST:
        return content
    low = darkest * _NOISE
    alpha = darkness.point([round(min(255.0, max(0.0, (value - low) / (darkest - low) * 255))) for value in range(256)])
    written = alpha.point([0] * 128 + [255] * 128)
    box = written.getbbox()
    if box is None:
        return content
    left, top, right, bottom = box
    wide, high = alpha.size
    around = (max(0, left - _EDGE), max(0, top - _EDGE), min(wide, right + _EDGE), min(high, bottom + _EDGE))
    ink = Image.new("RGB", alpha.size, _colour(photograph, written))
    ink.putalpha(alpha)
    out = BytesIO()
    ink.crop(around).save(out, "PNG", optimize=True)
    return out.getvalue()


def _paper(grey: Image) -> Image:
    """The paper's brightness under the ink, place by place: light falls on a photograph unevenly."""
    from PIL import Image, ImageFilter

    small = grey.resize((max(1, grey.width // _GRAIN), max(1, grey.height // _GRAIN)), Image.Resampling.BOX)
    bright = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    return bright.resize(grey.size, Image.Resampling.BICUBIC)


def _quantile(grey: Image, share: float) -> int:
    """The value below which this share of a picture's points lies."""
    left = share * grey.width * grey.height
    for value, count in enumerate(grey.histogram()):
        left -= count
        if left < 0:
            return value
    return 255


def _colour(photograph: Image, written: Image) -> tuple[int, int, int]:
    """The ink's own colour: the middle one where something is written."""
    red, green, blue = (_middle(band.histogram(written)) for band in photograph.split())
    return red, green, blue


def _middle(counts: list[int]) -> int:
    left = sum(counts) / 2
    for value, count in enumerate(counts):
        left -= count
        if left <= 0:
            return value
    return 0
