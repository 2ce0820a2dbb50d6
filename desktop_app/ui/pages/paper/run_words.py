"""One print run in words: what was printed when, by whom, with which design, and how long its file is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.actions.prints import kept_file, run_layout
from desktop_app.actions.stocks import read_stock
from desktop_app.actions.templates import all_templates
from desktop_app.domain.errors import AppError
from desktop_app.domain.print_run import PlacedCard
from desktop_app.domain.printing import KIND_NAMES, Kind, PrintId, PrintRow
from desktop_app.domain.prints import PrintRun, RunLayout
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language, Words
from desktop_app.queries import Shop
from desktop_app.queries.prints import print_items, print_run
from desktop_app.queries.stocks import kept_stocks
from desktop_app.ui.pages.dates import short_day, stamp
from desktop_app.ui.pages.orders.wording import joined, number_text
from desktop_app.ui.preview.wording import counted


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


def run_title(words: Words, run: PrintRow | PrintRun) -> str:
    """“14 cards and inserts · 4 sheets of paper”, “3 birthday cards · 1 sheet of paper”."""
    sheets = words.n("{n} sheet of paper", "{n} sheets of paper", run.sheets)
    return joined(words.say(counted(run.kind, run.cards)), sheets)


def when_and_who(words: Words, now: Logged, today: dt.date) -> str:
    """“today 14:05 · Anna · Office · A6, four on an A4 sheet”."""
    run = now.run
    paper = now.stock.title[words.language] if now.stock else ""
    return joined(stamp(words, run.at, today), run.by, run.printer or words("saved as a PDF"), paper)


def made_of(words: Words, now: Logged, today: dt.date) -> str:
    """Its designs with their versions, how long the file is kept, of which run it is a reprint."""
    run, named = now.run, []
    for key in dict.fromkeys(run.design.split()):
        name, _, version = key.partition("@")
        title = now.designs.get(name, {}).get(words.language, name)
        named.append(words("{title}, version {number}", title=title, number=version) if version else title)
    designs = words("Design: {names}", names=", ".join(dict.fromkeys(named))) if named else ""
    until = ""
    if now.file is not None and run.kept_until is not None:
        until = words("file kept until {day}", day=short_day(words, run.kept_until, today))
    again = words("printed again from run {number}", number=run.again) if run.again else ""
    return joined(designs, until, again)


def card_name(words: Words, card: PlacedCard) -> str:
    """The order's number, else the person, else what it is."""
    return number_text(card.title) if card.order is not None else card.title or words.say(KIND_NAMES[card.kind])


def card_place(words: Words, card: PlacedCard) -> str:
    """“7 · Thank-you card · sheet 2, place 3”."""
    where = words("sheet {sheet}, place {place}", sheet=card.sheet, place=card.place)
    return joined(f"{card.card}", words.say(KIND_NAMES[card.kind]), where)


def anew(now: Logged) -> tuple[list[int], list[int], Kind]:
    """The orders, the customers and the kind for which these cards would be made anew."""
    orders = list(dict.fromkeys(int(card.order) for card in now.cards if card.order is not None))
    others = [int(card.customer) for card in now.cards if card.order is None and card.customer is not None]
    return orders, list(dict.fromkeys(others)) if not orders else [], now.run.kind
