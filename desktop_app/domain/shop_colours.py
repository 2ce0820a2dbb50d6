"""The shop's own colours, written as “Rose #A8481F; Sea #23596B” or one a line; designs name them and change so too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg

LONGEST_NAME = 40  # letters
_LINE = re.compile(r"(?P<name>[^#]*?)[\s:=]*(?P<value>#[0-9A-Fa-f]{6})")


def shop_colours(text: str) -> dict[str, str]:
    """The colours by name as #RRGGBB; what names none is left out."""
    found = (_LINE.fullmatch(one) for one in _written(text))
    return {one["name"].strip()[:LONGEST_NAME]: one["value"].upper() for one in found if one and one["name"].strip()}


def colour_lines(colours: Mapping[str, str]) -> str:
    """Colours by name as the text `shop_colours` reads."""
    return "\n".join(f"{name} {value}" for name, value in colours.items())


def check_colours(text: str) -> None:
    """Raises Invalid at `shop.colours` for the first that is no colour."""
    for one in _written(text):
        if not shop_colours(one):
            said = msg("“{line}” is no colour: write its name, then its number, as Rose #A8481F.", line=shorten(one))
            raise Invalid("shop.colours", said)


def _written(text: str) -> list[str]:
    return [one.strip() for one in re.split("[\n;]", text) if one.strip()]
