"""The articles of an order that WooCommerce's plugins pack into one cell, in each of the ways they have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.exchange.values import with_single_blanks

_KEYS = "id|name|product_id|variation_id|sku|quantity|qty|total|sub_?total|price|refunded|meta|amount|reason|date|tax"
_PAIR = re.compile(rf"(?:^|\|)\s*(?P<key>{_KEYS})\s*:", re.IGNORECASE)
_NEXT = re.compile(r"[;\n]\s*(?=(?:id|name|product_id|sku|amount)\s*:)|\n(?=[^|\n]*\|\s*\d+\s*\|)", re.IGNORECASE)
_OLD = re.compile(
    r"(?P<what>[^|]*)\|\s*(?P<pieces>-?\d+(?:[.,]0+)?)\s*\|\s*(?P<total>-?[\d.,]*)\s*(?:\|.*)?", re.DOTALL
)


class Packed(NamedTuple):
    """One article as its cell says it; the amount is the line's, all of it text."""

    name: str
    sku: str
    pieces: str
    total: str


def packed_articles(cell: str) -> list[Packed] | None:
    """The articles of one cell: pairs of key and value, JSON, or article|pieces|total; None for anything else."""
    if (said := _from_json(cell)) is not None:
        return [_article(pairs) for pairs in said]
    found = []
    for part in _parts(cell):
        pairs = _pairs(part)
        old = None if "quantity" in pairs else _OLD.fullmatch(part)
        if old is not None:
            found.append(_old_article(old["what"].strip(), old["pieces"], old["total"]))
        elif pairs.get("name") or pairs.get("sku"):
            found.append(_article(pairs))
        else:
            return None
    return found


def packed_amounts(cell: str) -> list[str]:
    """What was given back, as the cell of an order's refunds says it."""
    said = _from_json(cell)
    pairs = said if said is not None else [_pairs(part) for part in _parts(cell)]
    return [amount for each in pairs if (amount := each.get("amount") or each.get("total", ""))]


def _parts(cell: str) -> Iterator[str]:
    return (part for each in _NEXT.split(with_single_blanks(cell)) if (part := each.strip().rstrip(";").strip()))


def _pairs(part: str) -> dict[str, str]:
    """The pairs of one article; a | or : in a value is part of it, where no known key follows."""
    found: dict[str, str] = {}
    marks = list(_PAIR.finditer(part))
    if not marks or marks[0].start() > 0:
        return found
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        value = part[mark.end() : after.start() if after else len(part)].strip()
        found.setdefault(mark["key"].lower(), value)
    return found


def _from_json(cell: str) -> list[dict[str, str]] | None:
    if cell.lstrip()[:1] not in ("[", "{"):
        return None
    try:
        said = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    listed = said if isinstance(said, list) else [said]
    if not all(isinstance(each, dict) for each in listed):
        return None
    return [{str(key).lower(): _text(value) for key, value in each.items()} for each in listed]


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _article(pairs: dict[str, str]) -> Packed:
    return Packed(
        pairs.get("name", ""),
        pairs.get("sku", ""),
        pairs.get("quantity") or pairs.get("qty", ""),
        pairs.get("total", ""),
    )


def _old_article(what: str, pieces: str, total: str) -> Packed:
    """An article of the oldest form, which names it by its code, or by WooCommerce's number of the product."""
    key, colon, value = what.partition(":")
    if colon and key.strip().lower() == "sku":
        what = value.strip()
    numbered = colon and key.strip().lower() in ("product_id", "id", "variation_id")
    return Packed(what, "" if numbered else what, pieces, total)
