"""Adding, copying, ordering, grouping items; texts and styles that become an item's own."""

from __future__ import annotations

import pytest

from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import BarcodeItem, Colour, Face, FillItem, Format, Side, TextItem, Variant
from desktop_app.domain.design import CARDS, Frame, frame_of, item_of
from desktop_app.domain.design_clip import copy, duplicate, paste
from desktop_app.domain.design_items import (
    Order,
    fill_card,
    group,
    lock,
    reorder,
    to_side,
    ungroup,
    whole_groups,
)
from desktop_app.domain.design_new import Thing, Wish, add, things
from desktop_app.domain.design_place import rotate
from desktop_app.domain.design_text import colour_of, set_colour, set_style, style_of, variants_of
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language
from tests.domain.designs import empty, read_again, set_words, stand, with_things

CARD = stand()


def order(template: object) -> list[str]:
    return [item.id for item in template.items]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", list(Kind))
def test_everything_that_can_be_added_makes_a_good_design(kind: Kind) -> None:
    template = empty(kind)
    for thing in things(kind):
        for form in Format:
            template, name = add(template, Wish(thing, picture="0" * 64), form=form)
            item = item_of(template, name)
            assert item is not None
    assert read_again(template) == template


@pytest.mark.parametrize("thing", [thing for thing in things(Kind.PACKING_INSERT) if thing is not Thing.BACKGROUND])
@pytest.mark.parametrize("form", list(Format))
def test_a_new_thing_lies_within_the_card_on_each_class(thing: Thing, form: Format) -> None:
    template, name = add(empty(Kind.PACKING_INSERT), Wish(thing, picture="0" * 64), form=form)
    item = item_of(template, name)
    assert item is not None
    for other in Format:
        frame = frame_of(item, other, {})
        assert frame.x >= 0
        assert frame.right <= CARDS[other][0] + 0.01
        assert frame.y >= 0


def test_a_thing_is_added_where_it_is_asked_for() -> None:
    template, name = add(empty(), Wish(Thing.QR, at=(30, 40)), form=Format.MEDIUM)
    item = item_of(template, name)
    assert item is not None
    assert frame_of(item, Format.MEDIUM, {}).centre == (30, 40)


def test_a_ground_reaches_the_bleed_on_every_card_and_lies_locked_behind_all() -> None:
    template = with_things(Thing.HEADING, Thing.BACKGROUND)
    ground = template.items[0]
    assert isinstance(ground, FillItem)
    assert ground.locked
    for form, (wide, high) in CARDS.items():
        assert frame_of(ground, form, {}) == Frame(-3, -3, wide + 6, high + 6)
    assert order(reorder(template, ["heading"], to=Order.BACK)) == ["background", "heading"]


def test_new_words_are_in_each_language() -> None:
    template = with_things(Thing.HEADING)
    said = {variants_of(template, "heading", language)[0].text for language in Language}
    assert len(said) == len(Language)


def test_a_copy_has_texts_and_styles_of_its_own_and_stands_aside() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    made, names = duplicate(sprig, ["letter"], stand=stand(letter=Frame(10, 70, 85, 40)))
    assert names == ("letter-2",)
    again = item_of(made, "letter-2")
    assert isinstance(again, TextItem)
    assert (again.text, again.style) == ("letter-2", "text")
    assert (again.free[Format.MEDIUM].left, again.free[Format.MEDIUM].top) == (15, 75)
    changed = set_words(made, "letter-2", Language.EN, text="Other words")
    assert changed.texts["letter"] == sprig.texts["letter"]
    assert read_again(changed) == changed


def test_items_are_pasted_into_another_design() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    clip = copy(sprig, ["heading", "letter", "qr"], stand=CARD)
    made, names = paste(with_things(Thing.HEADING), clip, side=Side.BACK, stand=CARD)
    assert names == ("heading-2", "letter", "qr")
    assert {item.side for item in made.items if item.id in names} == {Side.BACK}
    assert made.styles["heading-2"] == sprig.styles["heading"]
    assert read_again(made) == made


def test_articles_are_pasted_only_where_they_can_be() -> None:
    insert = load_template(Kind.PACKING_INSERT, "sprig")
    lines = next(item.id for item in insert.items if type(item).__name__ == "LinesItem")
    made, names = paste(empty(), copy(insert, [lines], stand=CARD), side=Side.FRONT, stand=CARD)
    assert (made, names) == (empty(), ())


def test_a_picture_fills_the_whole_card_on_every_size() -> None:
    template = rotate(with_things(Thing.TEXT, Thing.PICTURE), ["picture"], by=30, stand=CARD)
    made = fill_card(template, "picture")
    assert order(made) == ["picture", "text"]
    item = item_of(made, "picture")
    assert item is not None
    for form, (wide, high) in CARDS.items():
        assert frame_of(item, form, {}) == Frame(-3, -3, wide + 6, high + 6)
    assert fill_card(made, "text") == made
    assert read_again(made) == made


def test_the_order_of_drawing() -> None:
    template = with_things(Thing.AREA, Thing.QR, Thing.LOGO)
    assert order(reorder(template, ["area"], to=Order.FORWARD)) == ["qr", "area", "logo"]
    assert order(reorder(template, ["area"], to=Order.FRONT)) == ["qr", "logo", "area"]
    assert order(reorder(template, ["logo"], to=Order.BACKWARD)) == ["area", "logo", "qr"]
    assert order(reorder(template, ["qr", "logo"], to=Order.BACK)) == ["qr", "logo", "area"]
    assert order(reorder(template, ["qr", "logo"], to=Order.FORWARD)) == ["area", "qr", "logo"]


def test_a_step_forward_passes_the_next_item_of_the_same_side() -> None:
    template = to_side(with_things(Thing.AREA, Thing.QR, Thing.LOGO), ["qr"], side=Side.BACK, stand=CARD)
    front = [name for name in order(reorder(template, ["area"], to=Order.FORWARD)) if name != "qr"]
    assert front == ["logo", "area"]


def test_groups() -> None:
    template = group(with_things(Thing.AREA, Thing.QR, Thing.LOGO), ["area", "logo"])
    assert whole_groups(template, ["logo"]) == ("area", "logo")
    assert whole_groups(template, ["qr"]) == ("qr",)
    assert whole_groups(ungroup(template, ["area", "logo"]), ["logo"]) == ("logo",)
    assert group(template, ["qr"]) == template
    copied, names = duplicate(template, ["area", "logo"], stand=CARD)
    assert whole_groups(copied, [names[0]]) == names


def test_what_goes_to_the_back_hangs_on_nothing_that_stays() -> None:
    sprig = load_template(Kind.THANK_YOU, "sprig")
    made = to_side(sprig, ["letter"], side=Side.BACK, stand=stand(letter=Frame(10, 70, 85, 40)))
    letter = item_of(made, "letter")
    assert letter is not None
    assert (letter.side, letter.box.under, letter.free[Format.MEDIUM].top) == (Side.BACK, "", 70)
    assert read_again(made) == made


def test_one_box_gets_a_style_of_its_own_on_one_class_of_card() -> None:
    template = with_things(Thing.TEXT)
    template, _ = duplicate(template, ["text"], stand=CARD)
    before = style_of(template, "text")
    made = set_style(template, "text-2", form=Format.SMALL, size=30, face=Face.HAND)
    style = style_of(made, "text-2")
    assert style is not None
    assert before is not None
    assert (style.size[Format.SMALL], style.size[Format.MEDIUM]) == (30, before.size[Format.MEDIUM])
    assert style.face is Face.HAND
    assert style_of(made, "text") == before


def test_a_size_is_kept_within_what_can_be_printed_and_the_least_under_it() -> None:
    made = set_style(with_things(Thing.TEXT), "text", form=Format.MEDIUM, size=0.1, leading=99)
    style = style_of(made, "text")
    assert style is not None
    assert (style.size[Format.MEDIUM], style.min_size[Format.MEDIUM], style.leading) == (3, 3, 5)


def test_colours_of_every_sort_of_item() -> None:
    template = with_things(Thing.TEXT, Thing.LINE, Thing.LOGO)
    for name in ("text", "line"):
        assert colour_of(set_colour(template, name, "shop.Red", form=Format.MEDIUM), name) == "shop.Red"
    assert colour_of(template, "logo") is None
    assert set_colour(template, "logo", Colour.INK, form=Format.MEDIUM) == template


def test_words_are_changed_in_one_language() -> None:
    template = set_words(with_things(Thing.CODE), "code", Language.LV, text="https://veikals.lv")
    assert variants_of(template, "code", Language.LV) == (Variant("https://veikals.lv"),)
    assert variants_of(template, "code", Language.EN) == (Variant("{shop.link}"),)
    assert isinstance(item_of(template, "code"), BarcodeItem)


def test_a_locked_item_is_not_grouped_or_ordered() -> None:
    template = lock(with_things(Thing.AREA, Thing.QR), ["area"], locked=True)
    assert group(template, ["area", "qr"]) == template
    assert order(reorder(template, ["area"], to=Order.FRONT)) == ["area", "qr"]
