"""What the print log knows of one run, with what its reprint needs of the shop as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.actions.prints import kept_file, run_layout
from desktop_app.actions.stocks import read_stock
from desktop_app.actions.templates import all_templates
from desktop_app.domain.errors import AppError
from desktop_app.domain.print_run import PlacedCard
from desktop_app.domain.printing import Kind, PrintId
from desktop_app.domain.prints import PrintRun, RunLayout
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.prints import print_items, print_run
from desktop_app.queries.stocks import kept_stocks


@dataclass(frozen=True, slots=True)
class Logged:
    """A run as it is kept; where nothing can be reprinted `file` and `layout` are None, and `problem` tells why.

    `stock` is the paper it was printed on, None where the shop has it no more; `begun` are its begun sheets now.
    """

    run: PrintRun
    cards: tuple[PlacedCard, ...]
    designs: Mapping[str, Mapping[Language, str]]
    stock: Stock | None = None
    begun: tuple[tuple[int, ...], ...] = ()
    file: Path | None = None
    layout: RunLayout | None = None
    problem: AppError | None = None


def logged(shop: Shop, run_id: PrintId) -> Logged:
    """Everything the log knows of a run."""
    run, cards = print_run(shop, run_id), tuple(print_items(shop, run_id))
    kinds = dict.fromkeys(card.kind for card in cards)
    designs = {row.key: row.title for kind in kinds for row in all_templates(shop, kind)}
    kept = kept_stocks(shop).get(run.stock)
    stock: Stock | None = None
    try:
        stock = read_stock(shop, run.stock)
        return Logged(run, cards, designs, stock, kept.begun if kept else (), kept_file(run), run_layout(run))
    except AppError as problem:
        return Logged(run, cards, designs, stock, problem=problem)


def anew(now: Logged) -> tuple[list[int], list[int], Kind]:
    """The orders, the customers and the kind for which these cards would be made anew."""
    orders = list(dict.fromkeys(int(card.order) for card in now.cards if card.order is not None))
    others = [int(card.customer) for card in now.cards if card.order is None and card.customer is not None]
    return orders, list(dict.fromkeys(others)) if not orders else [], now.run.kind
