"""The shop's own colours, a line for each as “sea #23596B”; designs take them by name and change with them."""

from __future__ import annotations

import re

_LINE = re.compile(r"(?P<name>[^#]*?)[\s:=]*(?P<value>#[0-9A-Fa-f]{6})")
_LONGEST = 40  # letters of a name


def named_colours(text: str) -> dict[str, str]:
    """The colours by name as #RRGGBB; a line that is none is left out."""
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines())
    return {one["name"].strip()[:_LONGEST]: one["value"].upper() for one in found if one and one["name"].strip()}


def no_colour(text: str) -> str:
    """The first line that is no colour, "" when all are."""
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line and not named_colours(line)), "")
