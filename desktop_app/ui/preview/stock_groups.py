"""The papers there are under headings, the shop's own first, for a choice among many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.actions.stocks import StockChoice
from desktop_app.i18n import Words
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.widgets.grouped import Group


def stock_groups(words: Words, stocks: Sequence[StockChoice]) -> list[Group]:
    """The papers under headings, the shop's own first; those with begun sheets say so."""

    def titled(one: StockChoice) -> tuple[Any, str]:
        begun = words.n("{n} begun sheet", "{n} begun sheets", len(one.begun)) if one.begun else ""
        return one.stock.id, joined(one.stock.title[words.language], begun)

    found: dict[str, list[tuple[Any, str]]] = {name: [] for name in ("own", "cards", "sheets", "labels", "rolls")}
    for one in stocks:
        stock = one.stock
        shared = "labels" if stock.labels else "rolls" if stock.roll else "sheets" if stock.places > 1 else "cards"
        found["own" if one.own else shared].append(titled(one))
    headings = {
        "own": words("Your own"), "cards": words("One by one"), "sheets": words("Several on a sheet"),
        "labels": words("Labels"), "rolls": words("Rolls"),
    }
    return [(headings[name], rows) for name, rows in found.items()]
