"""A logo is looked at before it is decoded, and stands on the card as it was drawn."""

from __future__ import annotations

import io
import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop_app.documents.model import Picture
from desktop_app.domain.errors import Invalid
from desktop_app.domain.printing import ShopDetails
from desktop_app.render.images import Prepared, prepared, shown_small, size_of
from desktop_app.render.pictures import Darkroom
from tests.render.sheets import outside, parcels, run


def picture(mode: str = "RGB", size: tuple[int, int] = (40, 20), form: str = "PNG") -> bytes:
    """A red picture; half clear where its mode can be."""
    out = io.BytesIO()
    colour: dict[str, Any] = {
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


WHOLE = (0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(("mode", "clear"), [("RGB", False), ("RGBA", True), ("L", False), ("LA", True), ("1", False)])
def test_pictures_of_every_kind_are_prepared(mode: str, clear: bool) -> None:
    content = picture(mode)
    assert size_of(content) == (40, 20)
    made = prepared(content, WHOLE, 400)
    assert b"/Width 40/Height 20" in made.entries
    assert (b"/Width 40/Height 20" in made.mask_entries) == bool(made.mask) == clear


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_the_three_sorts_of_file_are_taken(form: str) -> None:
    assert size_of(picture(form=form)) == (40, 20)
    assert b"/DeviceRGB" in prepared(picture("CMYK", form="JPEG"), WHOLE, 40).entries


def test_a_large_picture_is_kept_no_larger_than_a_card_can_show() -> None:
    assert b"/Width 600/Height 150" in prepared(picture(size=(2400, 600)), WHOLE, 600).entries
    assert b"/Width 620/Height 100" in prepared(picture(size=(620, 100)), WHOLE, 600).entries  # not worth the loss


def photograph(size: tuple[int, int] = (60, 40), **more: Any) -> bytes:
    """A photograph whose left half is red and whose right half is blue."""
    out = io.BytesIO()
    made = Image.new("RGB", size, (200, 20, 20))
    made.paste((20, 20, 200), (size[0] // 2, 0, *size))
    made.save(out, "JPEG", quality=95, **more)
    return out.getvalue()


def colour(of: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The colour of a dot."""
    found = of.convert("RGB").getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def shown(made: Prepared) -> Image.Image:
    """What is stored of a photograph."""
    return Image.open(io.BytesIO(made.data))


def test_a_photograph_fine_enough_stays_the_file_it_is_but_for_its_notes() -> None:
    notes = Image.Exif()
    notes[0x010F] = "Camera of Inese"
    plain, noted = photograph(), photograph(exif=notes)
    assert b"Camera of Inese" in noted
    for content in (plain, noted):
        made = prepared(content, (0.0, 0.25, 0.0, 0.0), 60)
        assert made.data == plain
        assert made.hidden == (0.0, 0.25, 0.0, 0.0)


def test_a_photograph_too_fine_or_mostly_cropped_is_made_anew() -> None:
    smaller = prepared(photograph((600, 400)), WHOLE, 60)
    assert shown(smaller).size == (60, 40)
    cut = prepared(photograph(), (0.7, 0.0, 0.0, 0.0), 60)
    assert (shown(cut).size, cut.hidden) == ((18, 40), WHOLE)
    assert colour(shown(cut), 9, 20)[2] > 180


def test_a_photograph_taken_lying_is_put_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    content = photograph(exif=turned)
    assert size_of(content) == (40, 60)
    with Image.open(io.BytesIO(shown_small(content, 30))) as small:
        assert (small.format, small.size) == ("PNG", (20, 30))
    upright = shown(prepared(content, WHOLE, 40))
    assert upright.size == (40, 60)
    assert colour(upright, 20, 5)[0] > 180
    assert colour(upright, 20, 55)[2] > 180


def test_a_photograph_cut_short_is_refused_though_its_header_is_whole() -> None:
    content = photograph((600, 400))
    broken = content[: len(content) // 2]
    assert size_of(broken) == (600, 400)
    with pytest.raises(Invalid, match="cannot be|PNG, JPEG or WebP"):
        prepared(broken, WHOLE, 600)


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
        size_of(header_of(side, side))


@pytest.mark.parametrize(
    "content", [b"x", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture()[:60], header_of(9, 9)]
)
def test_what_is_no_picture_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Invalid, match="PNG, JPEG or WebP") as told:
        prepared(content, WHOLE, 40)
    assert told.value.field == "picture"


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


def test_a_picture_pulled_at_in_the_designer_is_prepared_once() -> None:
    content = photograph((600, 400))
    darkroom = Darkroom(whole=300)
    pulled = [
        darkroom.prepared(Picture(0, 0, 20 + n, 20, "ab" * 32, (n / 10, 0.0, 0.0, 0.0)), content) for n in range(3)
    ]
    assert len({id(made.data) for made in pulled}) == 1
    assert [made.hidden[0] for made in pulled] == [0.0, 0.1, 0.2]
    assert shown(pulled[0]).size == (300, 200)
