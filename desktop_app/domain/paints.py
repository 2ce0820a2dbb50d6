"""What the colours of a design are on paper: those of its palette, the shop's by their names, the house's until set."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.cards import Colour, Paint, Template

OF_SHOP = "shop."  # begins the name of a colour of the shop
HOUSE_PALETTE: Mapping[Colour, Paint] = {
    Colour.INK: "#211C17", Colour.MUTED: "#6A6158", Colour.PAPER: "#FFFFFF", Colour.SIGNATURE: "#27427D",
    Colour.ACCENT: "#A8481F", Colour.SOFT: "#F7E8DF",
}  # fmt: skip


def colours_of(palette: Mapping[Colour, Paint], shop: Mapping[str, str]) -> dict[Paint, str]:
    """Every named paint as #RRGGBB: the shop's colours, and the palette's, the house's for one the shop has not set."""
    usual: dict[Paint, str] = {colour.value: paint for colour, paint in HOUSE_PALETTE.items()}
    hues = {f"{OF_SHOP}{name}": value for name, value in shop.items()}
    named = {
        colour.value: paint if paint.startswith("#") else hues.get(paint, HOUSE_PALETTE[colour])
        for colour, paint in palette.items()
    }
    return {**usual, **hues, **named}


def hue_of(paint: Paint, colours: Mapping[Paint, str]) -> str:
    """A paint as #RRGGBB, among those of `colours_of`; a colour that the shop has not set yet is the accent."""
    return paint if paint.startswith("#") else colours.get(paint) or colours[Colour.ACCENT]


def unset_colours(template: Template, shop: Mapping[str, str]) -> list[str]:
    """The shop's colours by name that a design uses and the shop has not set."""
    styles = {getattr(item, part, "") for item in template.items for part in ("style", "quantity", "name", "sku")}
    paints = [*template.palette.values(), *(style.colour for name, style in template.styles.items() if name in styles)]
    paints += [getattr(item, "colour", "") for item in template.items]
    named = (paint.removeprefix(OF_SHOP) for paint in paints if paint.startswith(OF_SHOP))
    return [name for name in dict.fromkeys(named) if name not in shop]
