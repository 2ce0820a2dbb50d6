"""Weights as files write them, in grams: a cell or its heading may count in kilograms."""

from __future__ import annotations

import re
from decimal import Decimal

from desktop_app.exchange.headings import folded
from desktop_app.exchange.values import BadValue, is_nothing
from desktop_app.i18n import msg

_WEIGHT = re.compile(r"(\d{1,9}(?:[.,]\d{1,6})?)\s*(kg|кг|g|gr|г|гр)?\.?", re.IGNORECASE)
_KILOS = ("kg", "кг")


def grams(cell: str, heading: str) -> int | None:
    """A weight in grams, None where a cell says nothing or 0; raises BadValue for what is no weight."""
    text = cell.strip()
    if not text or is_nothing(text):
        return None
    found = _WEIGHT.fullmatch(text)
    if found is None:
        raise BadValue(
            text, heading, msg("This cannot be read as a number. Correct it in the file or leave the cell empty.")
        )
    unit = (found[2] or "").casefold()
    kilos = unit in _KILOS or (not unit and re.search(r"\b(kg|кг)\b", folded(heading)) is not None)
    return round(Decimal(found[1].replace(",", ".")) * (1000 if kilos else 1)) or None
