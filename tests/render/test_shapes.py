"""Turned things, codes, pictures and colours on paper, as programs of others see them there."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop_app.domain.cards import Template
from desktop_app.domain.printing import Kind, ShopDetails
from desktop_app.render.proof import proof
from tests.documents.designs import EVERYTHING, LETTER, design, template
from tests.render.artwork import ARTFUL
from tests.render.sheets import SHOP, outside, pages_of, parcel, parcels, run


def page(file: bytes, folder: Path, *, dots: int = 200) -> Path:
    """The file's first page as poppler shows it."""
    (folder / "card.pdf").write_bytes(file)
    command = ["pdftoppm", "-r", str(dots), "-png", "-singlefile", "card.pdf", "card"]
    subprocess.run(command, cwd=folder, check=True, timeout=120)
    return folder / "card.png"


def printed(item: Mapping[str, Any], *, shop: ShopDetails = SHOP, text: str = "") -> bytes:
    """A proof with nothing but one item on it: 105 × 148 mm, and 3 mm around it."""
    texts = {**design()["texts"], "own": dict.fromkeys(("en", "ru", "lv"), text or "x")}
    made = template(LETTER, items=[{"id": "it", **item}], texts=texts)
    return proof(made, parcel(1007), shop, by="", card=(105, 148)).pdf


def colours(picture: Path, *, at: tuple[float, float], dots: int = 200) -> tuple[int, ...]:
    """The colour at a place of the trimmed card, in mm."""
    with Image.open(picture) as seen:
        place = [round((length + 3) / 25.4 * dots) for length in at]
        found = seen.convert("RGB").getpixel((place[0], place[1]))
    assert isinstance(found, tuple)
    return found


RED = (200, 16, 16)


@pytest.mark.parametrize(
    ("degrees", "inside", "outside_"), [(0, (45, 50), (50, 60)), (90, (50, 55), (45, 50)), (30, (45.7, 47.5), (45, 52))]
)
def test_things_turn_clockwise_about_their_middle(
    degrees: float, inside: tuple[float, float], outside_: tuple[float, float], tmp_path: Path
) -> None:
    bar = {"type": "fill", "colour": "#C81010", "rotate": degrees,
           "box": {"left": 40, "top": 49, "width": 20, "height": 2}}  # fmt: skip
    seen = page(printed(bar), tmp_path)
    assert colours(seen, at=(50, 50)) == RED
    assert colours(seen, at=inside) == RED
    assert colours(seen, at=outside_) == (255, 255, 255)


def test_turned_text_is_still_text(tmp_path: Path) -> None:
    text = {"type": "text", "text": "own", "style": "text", "rotate": 90, "box": {"left": 20, "top": 60, "width": 60}}
    assert "Čakste ir šeit" in pages_of(printed(text, text="Čakste ir šeit"))[0]


@pytest.mark.parametrize("rotate", [0, 90, 17])
@pytest.mark.parametrize(
    ("symbology", "text", "read"),
    [
        ("code128", "Order #1007-A", "CODE-128:Order #1007-A"),
        ("code128", "001234567890", "CODE-128:001234567890"),
        ("code128", "AB12345678C9", "CODE-128:AB12345678C9"),
        ("ean13", "475012345678", "EAN-13:4750123456784"),
        ("qr", "https://veikals.example/ķēniņš", "QR-Code:https://veikals.example/ķēniņš"),
    ],
)
def test_a_scanner_reads_every_code(symbology: str, text: str, read: str, rotate: float, tmp_path: Path) -> None:
    if symbology != "qr" and rotate == 17:
        rotate = 5  # a line of light goes through all of a code only when it is held so
    code = {"type": "barcode", "symbology": symbology, "text": "own", "rotate": rotate,
            "box": {"left": 15, "top": 40, "width": 70 if symbology != "qr" else 30, "height": 30}}  # fmt: skip
    seen = page(printed(code, text=text), tmp_path)
    found = subprocess.run(
        ["zbarimg", "-q", seen], capture_output=True, encoding="utf-8", check=True, timeout=120
    ).stdout
    assert found.splitlines() == [read]


@pytest.mark.parametrize(
    ("paint", "seen"),
    [("#C81010", RED), ("shop.Rose", (240, 100, 120)), ("soft", (247, 232, 223)), ("shop.Gone", (168, 72, 31))],
)
def test_colours_are_of_the_palette_the_shop_or_ones_own(
    paint: str, seen: tuple[int, int, int], tmp_path: Path
) -> None:
    patch = {"type": "fill", "colour": paint, "box": {"left": 10, "top": 10, "width": 20, "height": 20}}
    shop = ShopDetails("Veikals", colours={"Rose": "#F06478"})
    assert colours(page(printed(patch, shop=shop), tmp_path), at=(20, 20)) == seen


def test_a_background_reaches_into_the_bleed_and_no_further_than_the_next_card(tmp_path: Path) -> None:
    """Four cards on a sheet: those of the left column are red, the right ones stay white beside them."""
    ground = {"type": "fill", "id": "it", "colour": "#C81010", "when": "first",
              "box": {"left": -3, "right": -3, "top": -3, "bottom": -3}}  # fmt: skip
    made = template(LETTER, items=[ground])
    orders = [parcel(n, first=n % 2 == 0) for n in range(4)]
    _, file = run(orders, stock="a6-4up-a4", designs={Kind.THANK_YOU: made})
    seen = page(file, tmp_path, dots=254)
    with Image.open(seen) as sheet:
        line = sheet.convert("RGB").crop((0, 600, sheet.width, 601)).tobytes()
    row = [tuple(line[n : n + 3]) == RED for n in range(0, len(line), 3)]
    assert row[: 1050 - 2] == [True] * 1048
    assert not any(row[1050 + 2 :])


def everything() -> Template:
    return template(EVERYTHING)


def test_a_design_of_everything_prints_clean_with_all_its_faces_in_it() -> None:
    result, file = run(parcels(6), shop=ARTFUL, by="Inese Š.", designs={Kind.THANK_YOU: everything()})
    assert result.cards == 6
    assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], file)
    rows = [line.split() for line in outside(["pdffonts", "{}"], file).splitlines()[2:]]
    assert len(rows) == len({row[0] for row in rows})
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)
    images = outside(["pdfimages", "-list", "{}"], file).splitlines()[2:]
    kept = {line.split()[10] for line in images if "inline" not in line and "smask" not in line}
    assert len(kept) == 4  # photograph, stamp, logo, signature: each once for all pages
    assert b"/URI" not in file
    assert b"/JavaScript" not in file


def test_a_picture_the_shop_has_not_is_refused_by_name() -> None:
    from desktop_app.domain.errors import Invalid

    with pytest.raises(Invalid, match="everything.*missing"):
        run(parcels(1), shop=SHOP, designs={Kind.THANK_YOU: everything()})


def test_a_record_whose_code_cannot_be_made_is_left_out_by_name() -> None:
    changed = template(
        EVERYTHING, texts={**EVERYTHING["texts"], "ean": dict.fromkeys(("en", "ru", "lv"), "{order.item}")}
    )
    orders = [parcel(1), parcel(2, lines=())]
    result, _ = run(orders, shop=ARTFUL, designs={Kind.THANK_YOU: changed})
    assert [(told.title, told.text) for told in result.skipped] == [("#1", "ean")]
    assert result.cards == 1
