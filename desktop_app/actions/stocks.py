"""The shop's paper: which stocks it has, stocks of its own, begun sheets, how far a printer's tray is off."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop_app.domain.calibration import Calibration, checked
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.paper_settings import LABEL_STOCK, ONLY_OWNED, SHEET_STOCK, STOCK
from desktop_app.domain.stock import Stock, StockKept, check_stock, stock_from, stock_json
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.settings import settings
from desktop_app.queries.stocks import calibration_id, kept_stocks
from desktop_app.store.tables import CalibrationTable, StockTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.CARDS,)
_STOCKS = (STOCK, LABEL_STOCK, SHEET_STOCK)
_OWN = "own-"
_LONGEST = 60  # letters of a title


@dataclass(frozen=True, slots=True)
class StockChoice:
    """One stock the shop may print on: whether it is of its own making, whether it has it, its begun sheets."""

    stock: Stock
    own: bool
    owned: bool
    begun: tuple[tuple[int, ...], ...]


def stock_choices(shop: Shop) -> list[StockChoice]:
    """Every stock there is, those that come with the program first."""
    from desktop_app.documents.stocks import all_stocks  # read when a person chooses, not at start

    kept = kept_stocks(shop)
    found = [(stock, False) for stock in all_stocks().values()]
    found += [(stock_from(one.content), True) for one in kept.values() if one.content]
    none = StockKept(0, "")
    return [
        StockChoice(stock, own, kept.get(stock.id, none).owned, kept.get(stock.id, none).begun) for stock, own in found
    ]


def offered_stocks(shop: Shop, *, besides: Iterable[str] = ()) -> list[StockChoice]:
    """The stocks to choose from when something is printed: those the shop has, where it said which and wants no other.

    What it is set to print on, what is begun and `besides` are always among them.
    """
    choices, values = stock_choices(shop), settings(shop)
    if not values[ONLY_OWNED] or not any(one.owned for one in choices):
        return choices
    kept = {*(values[one] for one in _STOCKS), *besides}
    return [one for one in choices if one.owned or one.begun or one.stock.id in kept]


def read_stock(shop: Shop, key: str) -> Stock:
    """A stock by its key, one of the shop's own or one that comes with the program; raises Invalid."""
    from desktop_app.documents.stocks import load_stock

    kept = kept_stocks(shop).get(key)
    return stock_from(kept.content) if kept and kept.content else load_stock(key)


def save_stock(shop: Shop, stock: Stock, title: str, *, key: str = "", actor: str) -> tuple[str, Changes]:
    """Keeps a stock of the shop's own, a new one or in place of the one with that key; raises Invalid at a field.

    Its begun sheets are forgotten when its places changed.
    """
    tidy = clean(title)
    if not tidy or len(tidy) > _LONGEST:
        raise Invalid("title", msg("Give the stock a name of at most {limit} letters.", limit=_LONGEST))
    kept = kept_stocks(shop)
    key = key or _new_key(tidy, kept)
    made = replace(stock, id=key, title=dict.fromkeys(Language, tidy))
    check_stock(made)
    before = kept.get(key)
    values: dict[str, Any] = {"content": stock_json(made), "owned": True}
    if before and before.content and stock_from(before.content).places != made.places:
        values["begun"] = ""
    with shop.change(msg("Save paper “{title}”", title=shorten(tidy)), actor=actor, topics=_TOPICS) as change:
        _keep(change, before, key, values)
    return key, change.changes


def remove_stock(shop: Shop, key: str, *, actor: str) -> Changes:
    """Removes a stock of the shop's own; raises Conflict for the one the shop prints on."""
    kept = kept_stocks(shop).get(key)
    if kept is None or not kept.content:
        raise Invalid("stock", msg("Only paper of your own can be removed. Untick this one if you do not have it."))
    title = shorten(stock_from(kept.content).title[Language.EN])
    values = settings(shop)
    if key in {values[one] for one in _STOCKS}:
        raise Conflict(msg("The shop prints on “{title}”. Choose another paper first.", title=title))
    with shop.change(msg("Remove paper “{title}”", title=title), actor=actor, topics=_TOPICS) as change:
        change.delete(StockTable, [kept.id])
    return change.changes


def set_owned(shop: Shop, owned: Mapping[str, bool], *, actor: str) -> Changes:
    """Notes which stocks the shop has, by their keys."""
    kept = kept_stocks(shop)
    with shop.change(msg("Choose the paper you have"), actor=actor, topics=_TOPICS) as change:
        for key, has in owned.items():
            _keep(change, kept.get(key), key, {"owned": has})
    return change.changes


def set_begun(shop: Shop, key: str, begun: Sequence[Iterable[int]], *, actor: str) -> Changes:
    """Notes the free places of each part-used sheet of a stock; sheets without one, or wholly free, are left out."""
    with shop.change(msg("Note begun sheets"), actor=actor, topics=_TOPICS) as change:
        keep_begun(shop, change, key, begun)
    return change.changes


def keep_begun(shop: Shop, change: Change, key: str, begun: Sequence[Iterable[int]]) -> None:
    """The same as part of another change, so that one step takes back both; raises Invalid."""
    places = range(1, read_stock(shop, key).places + 1)
    sheets = [sorted(set(free)) for free in begun]
    if any(place not in places for free in sheets for place in free):
        raise Invalid("begun", msg("This paper has places 1 to {n}: choose among them.", n=places[-1]))
    left = [free for free in sheets if free and len(free) < len(places)]
    _keep(change, kept_stocks(shop).get(key), key, {"begun": json.dumps(left) if left else ""})


def set_calibration(
    shop: Shop, printer: str, tray: str, stock: str, measures: Calibration | None, *, actor: str
) -> Changes:
    """Keeps the correction for a printer's tray on a stock, or forgets it (None); raises Invalid when it cannot be."""
    row = calibration_id(shop, printer, tray, stock)
    text = json.dumps(asdict(checked(measures)) | {"on": f"{shop.today()}"}) if measures is not None else ""
    title = msg("Calibrate printer “{printer}”", printer=shorten(printer))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        if row is None and text:
            kept = {"printer": printer, "tray": tray, "stock": stock, "measures": text}
            change.insert(CalibrationTable, kept)
        elif row is not None and text:
            change.update(CalibrationTable, row, version=None, values={"measures": text})
        elif row is not None:
            change.delete(CalibrationTable, [row])
    return change.changes


def _keep(change: Change, before: StockKept | None, key: str, values: Mapping[str, Any]) -> None:
    if before is None:
        change.insert(StockTable, {"key": key, **values})
    else:
        change.update(StockTable, before.id, version=None, values=values)


def _new_key(title: str, kept: Mapping[str, StockKept]) -> str:
    """A key no stock has: it stands in settings and in the print log, so it never changes with the title."""
    plain = re.sub("[^a-z0-9]+", "-", title.lower()).strip("-") or "paper"
    keys = (f"{_OWN}{plain}{f'-{n}' if n else ''}" for n in range(len(kept) + 1))
    return next(key for key in keys if key not in kept)
