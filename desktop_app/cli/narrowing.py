"""What was asked of a list by options: its filter, sort and columns, begun from a saved view where one is named."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from desktop_app.cli.complaint_narrowing import complaint_filter
from desktop_app.cli.values import day, number, status
from desktop_app.domain.consents import Purpose
from desktop_app.domain.errors import Invalid
from desktop_app.domain.list_columns import columns_named
from desktop_app.domain.listing import FILTERS, ComplaintFilter, CustomerFilter, Filter, ListKind, OrderFilter, Sort
from desktop_app.domain.text import shorten
from desktop_app.domain.views import ViewContent
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.lists import LISTS
from desktop_app.queries.views import view_named

_STANDINGS = {"late": "late", "due": "due", "at-risk": "at_risk"}  # how orders stand, and the filter's name of it
_SPANS = {"first": "first_order", "last": "last_order"}  # what a filter's span is called as an option

T = TypeVar("T", dt.date, int)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list as it was asked for."""

    kind: ListKind
    content: ViewContent

    def ids(self, shop: Shop, limit: int | None = None) -> Any:
        """The ids it finds, in its order."""
        return LISTS[self.kind].ids(shop, self.content.filter, self.content.sort, limit=limit)

    def rows(self, shop: Shop, limit: int | None = None) -> list[Any]:
        """The rows it finds, in its order."""
        return LISTS[self.kind].rows(shop, self.ids(shop, limit))


def wanted_list(shop: Shop, kind: ListKind, words: argparse.Namespace) -> Wanted:
    """What the options ask for; raises Invalid for one that cannot be read, NotFound for an unknown view."""
    known = LISTS[kind]
    start = view_named(shop, kind, words.view).content if words.view else ViewContent(FILTERS[kind](), known.sort)
    columns = tuple(key.strip() for key in words.columns.split(",")) if words.columns else start.columns
    if words.columns:
        columns_named(known.columns, columns)
    sort = start.sort
    if words.sort:
        columns_named(known.columns, [words.sort])
        sort = Sort(words.sort, words.descending)
    elif words.descending:
        sort = replace(sort, descending=True)
    return Wanted(kind, ViewContent(_narrowed(start.filter, words), sort, columns))


def _narrowed(start: Filter, words: argparse.Namespace) -> Filter:
    alike = (one.name for one in fields(start))  # an option of a question's own name answers it as it is typed
    given: dict[str, Any] = {name: getattr(words, name) for name in alike if hasattr(words, name)}
    spans = _spans(start, words)  # what an open end leaves is taken off a view as well
    if isinstance(start, OrderFilter):
        given |= _standings(words) | {"claimed": words.being_packed, "country": words.country.upper()}
    elif isinstance(start, CustomerFilter):
        given["language"] = Language(words.language) if words.language else None
        given["consent"] = Purpose(words.consent) if words.consent else None
    elif isinstance(start, ComplaintFilter):
        given |= complaint_filter(words)
    else:
        given["unnamed_in"] = Language(words.unnamed_in) if words.unnamed_in else None
    return replace(start, **{name: value for name, value in given.items() if value}, **spans)


def _standings(words: argparse.Namespace) -> dict[str, Any]:
    """The steps of orders, and how they stand against their promise: --status takes both."""
    steps = [one for one in words.status if one not in _STANDINGS]
    given = {_STANDINGS[one] for one in words.status if one in _STANDINGS}
    return {
        "status": tuple(status(step, also=_STANDINGS) for step in steps),
        "late": words.late or "late" in given,
        "due": "due" in given,
        "at_risk": "at_risk" in given,
    }


def _spans(start: Filter, words: argparse.Namespace) -> dict[str, Any]:
    """The ends of every question from … to … that was asked."""
    found: dict[str, Any] = {}
    for one in fields(start):
        name = one.name.removesuffix("_from")
        option = _SPANS.get(name, name)
        if name != one.name and (text := getattr(words, option)):
            read: Callable[[str, str], Any] = day if one.type == "dt.date | None" else _count  # which is a text there
            found |= _span(name, option.replace("_", "-"), text, read)
    return found


def _span(name: str, option: str, text: str, read: Callable[[str, str], T | None]) -> dict[str, T | None]:
    """The ends of A..B, either of which may be missing; one value alone is both."""
    first, dots, last = text.partition("..")
    low, high = read(option, first.strip()), read(option, last.strip() if dots else first.strip())
    if low is not None and high is not None and high < low:
        raise Invalid(
            option, msg("“{text}” at --{field} ends before it begins. Swap the two.", text=shorten(text), field=option)
        )
    return {f"{name}_from": low, f"{name}_to": high}


def _count(option: str, text: str) -> int | None:
    return number(option, text) if text else None
