"""A logo is looked at before it is decoded, and stands on the card as it was drawn."""

from __future__ import annotations

import io
import struct
import subprocess
import zlib
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.domain.errors import Invalid
from desktop_app.domain.printing import ShopDetails
from desktop_app.render.pictures import decode
from tests.render.sheets import outside, parcels, run


def picture(mode: str = "RGB", size: tuple[int, int] = (40, 20), form: str = "PNG") -> bytes:
    """A red picture; half clear where its mode can be."""
    out = io.BytesIO()
    colour = {
        "RGB": (255, 0, 0),
        "RGBA": (255, 0, 0, 128),
        "L": 90,
        "LA": (90, 128),
        "1": 1,
        "P": 0,
        "CMYK": (0, 255, 255, 0),
    }
    Image.new(mode, size, colour[mode]).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(("mode", "clear"), [("RGB", False), ("RGBA", True), ("L", False), ("LA", True), ("1", False)])
def test_pictures_of_every_kind_are_decoded(mode: str, clear: bool) -> None:
    pixels = decode(picture(mode))
    assert (pixels.width, pixels.height, len(pixels.rgb)) == (40, 20, 40 * 20 * 3)
    assert set(pixels.alpha) == ({128} if clear else set())


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_the_three_sorts_of_file_are_taken(form: str) -> None:
    assert decode(picture(form=form)).width == 40
    assert decode(picture("CMYK", form="JPEG")).rgb[0] > 200


def test_a_large_picture_is_kept_no_larger_than_a_card_can_show() -> None:
    pixels = decode(picture(size=(2400, 600)))
    assert (pixels.width, pixels.height) == (1200, 300)


def header_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [12_000, 20_000])
def test_a_bomb_is_refused_by_what_it_says_of_itself(side: int) -> None:
    with pytest.raises(Invalid, match="too large"):
        decode(header_of(side, side))


@pytest.mark.parametrize(
    "content", [b"x", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture()[:60], header_of(9, 9)]
)
def test_what_is_no_picture_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Invalid, match="PNG, JPEG or WebP") as told:
        decode(content)
    assert told.value.field == "logo"


def test_the_logo_is_stored_once_and_seen_on_every_card(tmp_path: Path) -> None:
    _, file = run(parcels(6), shop=ShopDetails("Veikals", logo=picture("RGBA", (300, 100))))
    assert len(outside(["pdfimages", "-list", "-f", "1", "-l", "1", "{}"], file).splitlines()) > 2
    assert file.count(b"/SMask") == 1
    (tmp_path / "cards.pdf").write_bytes(file)
    subprocess.run(["pdftoppm", "-r", "50", "-png", "cards.pdf", "page"], cwd=tmp_path, check=True, timeout=120)
    pages = sorted(tmp_path.glob("page*.png"))
    assert len(pages) == 6
    for page in pages:
        with Image.open(page) as seen:
            colours = {pixel for _, pixel in seen.convert("RGB").getcolors(100_000) or ()}
        assert any(red > 240 and 110 < green < 145 and 110 < blue < 145 for red, green, blue in colours)
