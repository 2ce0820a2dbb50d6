"""The shop's own colours, written one on a line as “Rose #A8481F”; designs name them and so change with them."""

from __future__ import annotations

import re

from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg

_LINE = re.compile(r"(?P<name>[^#]*?)[\s:=]*(?P<value>#[0-9A-Fa-f]{6})")
_LONGEST = 40  # letters of a name


def shop_colours(text: str) -> dict[str, str]:
    """The colours by name as #RRGGBB; a line that names none is left out."""
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines())
    return {one["name"].strip()[:_LONGEST]: one["value"].upper() for one in found if one and one["name"].strip()}


def check_colours(text: str) -> None:
    """Raises Invalid at `shop.colours` for the first line that is no colour."""
    for line in text.splitlines():
        if line.strip() and not shop_colours(line):
            said = msg("“{line}” is no colour: write its name, then its number, as Rose #A8481F.", line=shorten(line))
            raise Invalid("shop.colours", said)
