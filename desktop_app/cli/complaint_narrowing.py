"""The options by which a list of complaints is narrowed, and the filter they make."""

from __future__ import annotations

import argparse
from enum import Enum
from typing import Any, TypeVar

from desktop_app.cli.values import number
from desktop_app.domain.complaints import Severity, Source, State, Verdict
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg

E = TypeVar("E", bound=Enum)

_MOST_STARS = 5
_STANDINGS = ("open", "late", "due")  # --status takes them too


def complaint_filter(words: argparse.Namespace) -> dict[str, Any]:
    """What the options say of a filter of complaints; Invalid at one that cannot be read."""
    given = {one for one in words.status if one in _STANDINGS}
    return {
        "state": tuple(chosen("status", one, State) for one in words.status if one not in _STANDINGS),
        "open": words.open or "open" in given,
        "late": words.late or "late" in given,
        "due": "due" in given,
        "reviews": words.reviews,
        "praise": words.praise,
        "kind": words.of_kind,
        "source": chosen("source", words.source, Source) if words.source else None,
        "severity": chosen("severity", words.severity, Severity) if words.severity else None,
        "verdict": chosen("verdict", words.verdict, Verdict) if words.verdict else None,
        "rating_to": _stars(words.stars) if words.stars else None,
        "customer": CustomerId(number("customer", words.customer)) if words.customer else None,
        "packer": words.packer,
        "carrier": words.carrier,
        "supplier": words.supplier,
    }


def _stars(text: str) -> int:
    found = number("stars", text)
    if not 1 <= found <= _MOST_STARS:
        raise Invalid("stars", msg("A review has 1 to 5 stars, not {n}. Choose among them.", n=found))
    return found


def chosen(field: str, text: str, of: type[E]) -> E:
    """One of the words of an enum; raises Invalid that names them."""
    try:
        return of(text)
    except ValueError:
        known = ", ".join(str(one.value) for one in of)
        said = msg("“{text}” at --{field} cannot be; use one of {words}.", text=shorten(text), field=field, words=known)
        raise Invalid(field, said) from None
