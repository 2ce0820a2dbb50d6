"""A photographed signature loses its paper, however unevenly it was lit, and keeps its ink."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from desktop_app.actions.signature_ink import lifted
from tests.pictures import picture
from tests.render.artwork import signature

INK = (40, 50, 130)


def photograph(form: str = "JPEG", *, grain: int = 6) -> bytes:
    """A blue stroke from (300, 200) to (700, 320) on paper that is lighter on the right."""
    shade = Image.linear_gradient("L").rotate(90).resize((1000, 600)).point([150 + value // 4 for value in range(256)])
    noise = Image.effect_noise((1000, 600), grain)
    paper = Image.merge("RGB", [Image.blend(shade, noise, 0.05)] * 3)
    ImageDraw.Draw(paper).line([(300, 200), (400, 320), (500, 200), (600, 320), (700, 200)], fill=INK, width=9)
    out = io.BytesIO()
    paper.save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_paper_becomes_clear_and_ink_stays(form: str) -> None:
    made = Image.open(io.BytesIO(lifted(photograph(form))))
    assert made.mode == "RGBA"
    assert all(
        abs(one - other) <= 25 for one, other in zip(made.size, (416, 136), strict=True)
    )  # trimmed to the stroke
    alpha = made.getchannel("A")
    clear, solid = sum(alpha.histogram()[:8]), sum(alpha.histogram()[200:])
    whole = alpha.width * alpha.height
    assert clear > 0.7 * whole
    assert 0.05 * whole < solid < 0.25 * whole
    colour = made.getpixel((0, 0))  # the same everywhere: only how much of it there is differs
    assert isinstance(colour, tuple)
    assert all(abs(colour[band] - INK[band]) <= 20 for band in range(3))


@pytest.mark.parametrize("content", [signature(), picture(300, 200), picture(8, 8, "JPEG")])
def test_clear_ground_and_plain_pictures_stay_as_they_are(content: bytes) -> None:
    assert lifted(content) == content


def test_a_turned_photograph_is_set_upright() -> None:
    opened = Image.open(io.BytesIO(photograph("PNG")))
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    out = io.BytesIO()
    opened.rotate(90, expand=True).save(out, "JPEG", exif=exif)
    made = Image.open(io.BytesIO(lifted(out.getvalue())))
    assert made.width > 2 * made.height
