"""The shop's own colours, written one on a line as “Rose #A8481F”; designs name them and so change with them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg

LONGEST_NAME = 40  # letters
_LINE = re.compile(r"(?P<name>[^#]*?)[\s:=]*(?P<value>#[0-9A-Fa-f]{6})")


def shop_colours(text: str) -> dict[str, str]:
    """The colours by name as #RRGGBB; a line that names none is left out."""
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines())
    return {one["name"].strip()[:LONGEST_NAME]: one["value"].upper() for one in found if one and one["name"].strip()}


def colour_lines(colours: Mapping[str, str]) -> str:
    """Colours by name as the text `shop_colours` reads."""
    return "\n".join(f"{name} {value}" for name, value in colours.items())


def check_colours(text: str) -> None:
    """Raises Invalid at `shop.colours` for the first line that is no colour."""
    for line in text.splitlines():
        if line.strip() and not shop_colours(line):
            said = msg("“{line}” is no colour: write its name, then its number, as Rose #A8481F.", line=shorten(line))
            raise Invalid("shop.colours", said)
