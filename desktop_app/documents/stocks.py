"""The stocks that come with the program, read from resources/stock; imposition and the press take them from here."""

from __future__ import annotations

from desktop_app.documents.reading import Reader, read_json
from desktop_app.domain.errors import Invalid
from desktop_app.domain.stock import Shape, Stock, check_stock
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.paths import resources

_FILES = ("cards", "labels", "rolls")


def all_stocks() -> dict[str, Stock]:
    """Every stock by its id: single cards, cards to be cut, labels, rolls; raises BadFile when a file is wrong."""
    stocks: dict[str, Stock] = {}
    for name in _FILES:
        reader = read_json(resources("stock", f"{name}.json"))
        for one in reader.inners("stocks"):
            stock = _stock(one)
            stocks[stock.id] = stock
        reader.close()
    return stocks


def load_stock(name: str) -> Stock:
    """The stock of that id; raises Invalid when there is none, BadFile when a file is wrong."""
    stocks = all_stocks()
    if name not in stocks:
        from difflib import get_close_matches

        near = get_close_matches(name, list(stocks), 5, 0.0)
        raise Invalid(
            "stock", msg("There is no stock “{name}”. Perhaps one of these: {names}.", name=shorten(name), names=near)
        )
    return stocks[name]


def _stock(reader: Reader) -> Stock:
    stock = Stock(
        id=reader.text("id"),
        title=reader.titles(),
        sheet=_pair(reader, "sheet"),
        card=_pair(reader, "card"),
        columns=reader.whole("columns", 1),
        rows=reader.whole("rows", 1),
        left=reader.number("left", 0.0, least=0),
        top=reader.number("top", 0.0, least=0),
        gap_x=reader.number("gap_x", 0.0, least=0),
        gap_y=reader.number("gap_y", 0.0, least=0),
        crop_marks=reader.flag("crop_marks"),
        labels=reader.flag("labels"),
        roll=reader.flag("roll"),
        shape=reader.one_of("shape", Shape, Shape.RECTANGLE),
        radius=reader.number("radius", 0.0, least=0),
        maker=reader.text("maker", ""),
        codes=reader.names("codes"),
    )
    reader.close()
    try:
        check_stock(stock)
    except Invalid as wrong:
        raise reader.wrong(reader.at(wrong.field), wrong.message) from None
    return stock


def _pair(reader: Reader, key: str) -> tuple[float, float]:
    value = reader.take(key)
    lengths = value if isinstance(value, list) else []
    if len(lengths) != 2 or not all(isinstance(length, int | float) and 0 < length < 2000 for length in lengths):
        raise reader.wrong(reader.at(key), msg("[width, height]"))
    return float(lengths[0]), float(lengths[1])
