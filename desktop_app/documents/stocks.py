"""The stocks a shop may print on, read from resources/stock; imposition and the press take them from here."""

from __future__ import annotations

from desktop_app.documents.reading import Reader, read_json
from desktop_app.domain.errors import Invalid
from desktop_app.domain.stock import Stock
from desktop_app.i18n import msg
from desktop_app.paths import resources


def stock_names() -> list[str]:
    """The ids of all stocks, the ones for single cards first."""
    files = resources("stock").glob("*.json")
    return sorted((file.stem for file in files), key=lambda name: ("up" in name, name))


def load_stock(name: str) -> Stock:
    """The stock of that id; raises Invalid when there is none, BadFile when its file is wrong."""
    if name not in stock_names():
        raise Invalid("stock", msg("There is no stock “{name}”. Known: {names}.", name=name, names=stock_names()))
    reader = read_json(resources("stock", f"{name}.json"))
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
    )
    reader.close()
    _check(stock, reader)
    return stock


def _pair(reader: Reader, key: str) -> tuple[float, float]:
    value = reader.take(key)
    lengths = value if isinstance(value, list) else []
    if len(lengths) != 2 or not all(isinstance(length, int | float) and 0 < length < 2000 for length in lengths):
        raise reader.wrong(reader.at(key), msg("[width, height]"))
    return float(lengths[0]), float(lengths[1])


def _check(stock: Stock, reader: Reader) -> None:
    """Cards must lie on the sheet."""
    if stock.places < 1:
        raise reader.wrong("columns", msg("a number from 1"))
    x, y = stock.corner(stock.places - 1)
    if x + stock.card[0] > stock.sheet[0] + 0.01 or y + stock.card[1] > stock.sheet[1] + 0.01:
        raise reader.wrong("card", msg("small enough for the sheet"))
