"""Designs are read whole, or refused with the name of what is wrong and the nearest right one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.documents.plan import Ground, nodes_of, order_of
from desktop_app.documents.templates import load_template, template_from, template_json, template_names
from desktop_app.domain.cards import (
    Align,
    BarcodeItem,
    Condition,
    Fact,
    Fit,
    Format,
    PictureItem,
    Side,
    SignatureItem,
    Spot,
    Symbology,
    Template,
    TextItem,
)
from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from tests.documents.designed import templates
from tests.documents.designs import INSERT, LETTER, design, template
from tests.documents.letters import Composer


def with_item(name: str, **changes: Any) -> dict[str, Any]:
    """The letter's items with one of them changed; None takes a key away."""
    items = []
    for item in design()["items"]:
        if item["id"] == name:
            item = {key: value for key, value in {**item, **changes}.items() if value is not None}
        items.append(item)
    return {"items": items}


def with_text(text: object) -> dict[str, Any]:
    """The letter's texts with another English letter."""
    texts = design()["texts"]
    texts["letter"]["en"] = text
    return {"texts": texts}


def test_a_design_is_read_as_it_is_written() -> None:
    read = template()
    greeting = read.items[6]
    assert isinstance(greeting, TextItem)
    assert (greeting.style, greeting.until, greeting.box.under) == ("greeting", ("signature", "qr"), "regular")
    assert read.margin == {**dict.fromkeys(Format, 10), Format.LARGE: 15, Format.PAGE: 15}
    assert read.items[9].box.bottom == read.margin
    assert read.styles["text"].min_size[Format.LARGE] == 8
    assert read.styles["heading"].min_size[Format.LARGE] == 42
    assert read.styles["heading"].align is Align.LEFT
    assert read.texts["letter"][Language.EN][0].when == (Condition(Fact.FIRST),)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (with_text("Order {order.nmber}"), "order.nmber.*perhaps “order.number”"),
        (with_text("Order {order.number.__class__}"), "__class__"),
        (with_text("A brace { alone"), "“{”"),
        (with_text([{"when": "frist", "text": "x"}]), "frist.*perhaps “first”"),
        (with_text([{"when": "first", "text": "x", "html": "y"}]), "html"),
        (with_text(7), r"texts\.letter\.en"),
        (with_item("letter", style="txt"), "txt.*perhaps “text”"),
        (with_item("letter", text="leter"), "leter.*perhaps “letter”"),
        (with_item("letter", until="signatur"), "signatur.*perhaps “signature”"),
        (with_item("sprig", ornament="sprg"), "sprg.*perhaps “sprig”"),
        (with_item("sprig", colour="acent"), "acent.*perhaps “accent”"),
        (with_item("letter", box={"under": "greting", "gap": 1}), "greting.*perhaps “greeting”"),
        (with_item("letter", box={"left": 3}), "letter.box.*exactly one of"),
        (with_item("letter", box={"top": 3, "under": "heading"}), "letter.box.*exactly one of"),
        (with_item("greeting", box={"under": "letter"}), "free of circles"),
        (with_item("qr", box={"bottom": 3, "width": -2}), "larger than nothing"),
        (with_item("qr", box={"bottom": 3, "left": 1, "right": 1, "width": 2}), "qr.box"),
        (with_item("qr", type="barcod"), "barcod.*perhaps “barcode”"),
        (with_item("rule", id="letter"), "a name of its own"),
        ({"margin": "wide"}, "margin.*a number"),
        ({"kind": "letter"}, "letter"),
        ({"palette": {**LETTER["palette"], "ink": "red"}}, "ink.*#RRGGBB"),
        ({"items": {}}, "items.*a list"),
        ({"title": {"en": "a"}}, r"title\.ru"),
        ({"extra": 1}, "extra"),
        ({"items": INSERT["items"], "styles": INSERT["styles"], "texts": INSERT["texts"]}, "this kind of paper"),
    ],
)
def test_a_mistake_is_named_with_its_place(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(BadFile, match=told) as failure:
        template(**changes)
    assert failure.value.file == "plain.json"


@pytest.mark.parametrize("name", ["", "sprg", "../thank-you-sprig", "sprig.json"])
def test_a_design_there_is_not_is_refused_with_the_ones_there_are(name: str) -> None:
    with pytest.raises(Invalid, match="sprig") as told:
        load_template(Kind.THANK_YOU, name)
    assert told.value.field == "design"


def test_what_a_design_asks_of_pictures_colours_and_places_is_read() -> None:
    more = [
        {"type": "picture", "id": "photo", "picture": "a" * 64, "crop": [0, 0.25, 0.5, 0], "fit": "contain",
         "rotate": -12, "side": "back", "locked": True, "group": "g", "box": {"top": 1, "width": 20, "height": 10},
         "free": {"small": {"left": 1, "top": 2, "width": 3}}},
        {"type": "barcode", "id": "bars", "text": "heading", "symbology": "code128", "colour": "#a0b1c2",
         "caption": True, "box": {"bottom": 3, "height": 9}},
        {"type": "signature", "id": "hand", "style": "text", "colour": "shop.Tumšs", "box": {"bottom": 3}},
    ]  # fmt: skip
    photo, bars, hand = template(items=[*design()["items"], *more]).items[-3:]
    assert isinstance(photo, PictureItem)
    assert (photo.crop, photo.fit, photo.rotate, photo.side) == ((0, 0.25, 0.5, 0), Fit.CONTAIN, -12, Side.BACK)
    assert (photo.locked, photo.group, photo.free) == (True, "g", {Format.SMALL: Spot(1, 2, 3)})
    assert isinstance(bars, BarcodeItem)
    assert (bars.symbology, bars.colour, bars.caption) == (Symbology.CODE128, "#A0B1C2", True)
    assert isinstance(hand, SignatureItem)
    assert hand.colour == "shop.Tumšs"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"picture": "../secret.png"}, "photo|items.*sha256"),
        ({"crop": [0.5, 0, 0.5, 0]}, "crop.*leave something"),
        ({"crop": [0, 0, 0]}, "crop.*four numbers"),
        ({"fit": "cove"}, "cove.*perhaps “cover”"),
        ({"side": "bac"}, "bac.*perhaps “back”"),
        ({"rotate": 500}, "rotate.*a number"),
        ({"rotated": 5}, "rotated.*perhaps “rotate”"),
        ({"free": {"tiny": {"left": 1, "top": 1, "width": 1}}}, "tiny"),
        ({"side": "back", "box": {"under": "heading", "height": 3}}, "photo.box.*same side as “heading”"),
    ],
)
def test_a_mistake_in_a_picture_is_named(changes: dict[str, Any], told: str) -> None:
    photo = {"type": "picture", "id": "photo", "picture": "a" * 64, "box": {"top": 1, "height": 3}, **changes}
    with pytest.raises(BadFile, match=told):
        template(items=[*design()["items"], photo])


@pytest.mark.parametrize("kind", [Kind.THANK_YOU, Kind.PACKING_INSERT])
def test_a_design_of_the_programs_is_written_and_read_the_same(kind: Kind) -> None:
    for name in template_names(kind):
        made = load_template(kind, name)
        assert template_from(template_json(made), file="copy.json") == made


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(templates())
def test_any_design_is_written_and_read_the_same(made: Template) -> None:
    assert template_from(template_json(made), file="copy.json") == made


def test_a_design_of_too_many_items_is_refused_and_one_of_many_is_laid_out() -> None:
    rule = {"type": "rule", "id": "r0", "box": {"top": 1}}
    chain = [rule, *({"type": "rule", "id": f"r{n}", "box": {"under": f"r{n - 1}"}} for n in range(1, 400))]
    assert len(order_of(nodes_of(template(items=chain), Ground((105, 148), Language.EN, Composer())))) == 400
    with pytest.raises(BadFile, match="items.*at most 400"):
        template(items=[*chain, {**rule, "id": "more"}])
