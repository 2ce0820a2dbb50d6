"""What the colours of a design are on paper, whatever the shop has set."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.cards import Colour
from desktop_app.domain.paints import HOUSE_PALETTE, colours_of, hue_of, unset_colours
from tests.documents.designs import LETTER, template

BLUE = {**HOUSE_PALETTE, Colour.ACCENT: "#23596B"}


def test_a_colour_the_shop_has_not_set_is_the_designs_accent() -> None:
    colours = colours_of(BLUE, {"Rose": "#A8481F"})
    assert [hue_of(paint, colours) for paint in ("shop.Rose", "shop.Sea", "#123456", "ink")] == [
        "#A8481F", "#23596B", "#123456", "#211C17",
    ]  # fmt: skip


def test_a_palette_made_of_the_shops_colours_is_the_houses_until_they_are_set() -> None:
    palette = {**BLUE, Colour.INK: "shop.Dark", Colour.SOFT: "shop.Light"}
    colours = colours_of(palette, {"Light": "#EEEEEE"})
    assert (hue_of(Colour.INK, colours), hue_of(Colour.SOFT, colours)) == ("#211C17", "#EEEEEE")


def test_the_colours_a_design_waits_for_are_told_once() -> None:
    design = template(LETTER)
    assert unset_colours(design, {}) == []
    styles = {name: replace(style, colour="shop.Rose") for name, style in design.styles.items()}
    palette = {**design.palette, Colour.ACCENT: "shop.Sea"}
    items = tuple(replace(item, colour="shop.Moss") if hasattr(item, "colour") else item for item in design.items)
    made = replace(design, styles={**styles, "unused": replace(styles["greeting"], colour="shop.No")}, palette=palette)
    made = replace(made, items=items)
    assert unset_colours(made, {"Moss": "#808000"}) == ["Sea", "Rose"]
