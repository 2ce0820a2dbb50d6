"""Pictures fill their boxes or stand whole in them, things turn about their middle, codes that cannot be are told."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.documents.layout import Layout
from desktop_app.documents.model import Bars, Code, Picture, Placed, TextBlock, Trouble, Turned
from desktop_app.documents.plan import Ground
from desktop_app.domain.cards import Side
from desktop_app.i18n import Language
from tests.documents.designs import PHOTO, design, template
from tests.documents.letters import Composer
from tests.documents.test_layout import content

EXTENTS = {PHOTO: (400, 200), "signature": (300, 100)}


def layout(item: dict[str, Any], *, side: Side = Side.FRONT, text: str = "475012345678", by: str = "") -> Layout:
    """A card with nothing but this item."""
    texts = {**design()["texts"], "code": dict.fromkeys(("en", "ru", "lv"), text)}
    made = template(design(), items=[{"id": "it", **item}], texts=texts)
    same = content(by=by)
    extents = dict(EXTENTS) if by != "nobody" else {}
    return Layout(made, Ground((105, 148), Language.EN, Composer()), same=same, extent=extents.get, side=side)


def shape(item: dict[str, Any], **more: Any) -> Placed:
    """The item's only shape."""
    (one,) = layout(item, **more).static
    return one


BOX = {"left": 10, "top": 20, "width": 40, "height": 40}


def test_a_picture_fills_its_box_from_its_middle() -> None:
    assert shape({"type": "picture", "picture": PHOTO, "box": BOX}) == Picture(
        10, 20, 40, 40, PHOTO, (0.25, 0, 0.25, 0)
    )


def test_what_is_cropped_is_not_there_to_fill_a_box() -> None:
    cropped = shape({"type": "picture", "picture": PHOTO, "crop": [0.5, 0, 0, 0], "box": BOX})
    assert cropped == Picture(10, 20, 40, 40, PHOTO, (0.5, 0, 0, 0))


def test_a_picture_stands_whole_in_its_box() -> None:
    assert shape({"type": "picture", "picture": PHOTO, "fit": "contain", "box": BOX}) == Picture(10, 30, 40, 20, PHOTO)


def test_a_box_without_a_height_takes_the_pictures() -> None:
    assert shape({"type": "picture", "picture": PHOTO, "box": {"left": 10, "bottom": 8, "width": 40}}) == Picture(
        10, 120, 40, 20, PHOTO
    )


def test_a_picture_that_is_not_there_is_told() -> None:
    made = layout({"type": "picture", "picture": "00" * 32, "box": BOX})
    assert made.static == []
    assert [(note.item, note.trouble) for note in made.notes] == [("it", Trouble.ABSENT)]


def test_a_turned_thing_turns_about_the_middle_of_its_box() -> None:
    turned = shape({"type": "fill", "rotate": -30, "box": BOX})
    assert isinstance(turned, Turned)
    assert (turned.x, turned.y, turned.degrees) == (30, 40, 330)


def test_a_signature_is_the_picture_or_else_the_name_in_its_style() -> None:
    item = {"type": "signature", "style": "signature", "colour": "accent", "box": {"left": 5, "top": 9, "width": 60}}
    assert shape(item, by="Inese") == Picture(5, 9, 60, 20, "signature")
    name = shape(item, by="nobody")
    assert isinstance(name, TextBlock)
    assert (name.pieces[0].text, name.style.colour, name.x) == ("nobody", "accent", 5)


def test_a_code_of_ones_own_says_its_text() -> None:
    assert shape({"type": "barcode", "text": "code", "box": {"top": 9, "width": 21}}) == Code(
        10, 9, 21, "475012345678", "ink"
    )


def test_bars_keep_the_quiet_beside_them_and_the_caption_under_them() -> None:
    made = layout({"type": "barcode", "text": "code", "symbology": "ean13", "caption": True,
                   "box": {"left": 10, "top": 10, "width": 56.5, "height": 20}})  # fmt: skip
    bars, caption = made.static
    assert isinstance(bars, Bars)
    assert isinstance(caption, TextBlock)
    assert bars.x == pytest.approx(15.5)
    assert bars.width == pytest.approx(47.5)
    assert caption.pieces[0].text == "4750123456784"
    assert bars.y + bars.height < caption.y <= 30
    assert not made.notes


@pytest.mark.parametrize(
    ("symbology", "text"), [("ean13", "123"), ("code128", "Ķēniņš"), ("qr", "x" * 251), ("ean13", "4750123456785")]
)
def test_a_text_that_no_code_can_say_is_told(symbology: str, text: str) -> None:
    made = layout({"type": "barcode", "text": "code", "symbology": symbology, "box": BOX}, text=text)
    assert made.static == []
    assert [(note.item, note.trouble, note.text) for note in made.notes] == [("it", Trouble.CODE, "code")]


def test_bars_too_fine_for_a_scanner_are_told() -> None:
    made = layout({"type": "barcode", "text": "code", "symbology": "code128", "box": {"top": 1, "width": 15}})
    assert [note.trouble for note in made.notes] == [Trouble.TIGHT]


def test_each_side_has_what_was_put_on_it() -> None:
    item = {"type": "fill", "side": "back", "box": BOX}
    assert layout(item).static == []
    assert len(layout(item, side=Side.BACK).static) == 1
