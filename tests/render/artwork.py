"""Pictures drawn for tests: a photograph to recognise, a stamp and a signature with clear grounds, a logo."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from desktop_app.domain.printing import ShopDetails
from desktop_app.domain.signatures import signature_key
from tests.documents.designs import PHOTO, STAMP


def photograph(size: tuple[int, int] = (1200, 600)) -> bytes:
    """Hills under a sky, as a JPEG."""
    wide, high = size
    made = Image.linear_gradient("L").resize(size)
    sky = Image.merge("RGB", (made.point(lambda v: 120 + v // 3), made.point(lambda v: 150 + v // 4), made))
    draw = ImageDraw.Draw(sky)
    draw.ellipse((-wide // 4, high * 0.55, wide * 0.7, high * 1.6), fill=(58, 104, 78))
    draw.ellipse((wide * 0.4, high * 0.65, wide * 1.4, high * 1.7), fill=(44, 85, 69))
    draw.ellipse((wide * 0.72, high * 0.12, wide * 0.82, high * 0.32), fill=(250, 236, 190))
    return _file(sky, "JPEG")


def stamp() -> bytes:
    """A ring with a star's rays on a clear ground, as a WebP."""
    made = Image.new("RGBA", (300, 300))
    draw = ImageDraw.Draw(made)
    draw.ellipse((10, 10, 290, 290), outline=(168, 72, 31, 255), width=12)
    draw.line((60, 150, 240, 150), fill=(168, 72, 31, 255), width=10)
    draw.line((150, 60, 150, 240), fill=(168, 72, 31, 160), width=10)
    return _file(made, "WEBP", lossless=True)


def signature() -> bytes:
    """A wave of ink on a clear ground, as a PNG."""
    made = Image.new("RGBA", (400, 140))
    draw = ImageDraw.Draw(made)
    places = [(20 + 12 * n, 70 + (40 if n % 2 else -40) * (1 - n / 40)) for n in range(30)]
    draw.line(places, fill=(39, 66, 125, 255), width=6, joint="curve")
    return _file(made, "PNG")


def logo() -> bytes:
    """Two bars, white on clear ground."""
    made = Image.new("RGBA", (300, 80))
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 0, 140, 80), fill=(255, 255, 255, 255))
    draw.rectangle((160, 20, 300, 60), fill=(255, 255, 255, 200))
    return _file(made, "PNG")


def _file(picture: Image.Image, form: str, **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


ARTFUL = ShopDetails(
    "Mazais veikals", contact="sveiki@veikals.example", link="https://veikals.example", logo=logo(),
    colours={"Ogle": "#3A3F3C"}, pictures={PHOTO: photograph(), STAMP: stamp()},
    signatures={signature_key("Inese Š."): signature()},
)  # fmt: skip
