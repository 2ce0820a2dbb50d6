"""What is said of a stock in the window: its measures, its group in the list, what it is used for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.actions.stocks import StockChoice
from desktop_app.domain.paper_settings import LABEL_STOCK, SHEET_STOCK, STOCK
from desktop_app.domain.settings import Setting, SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.domain.text import fold
from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.pages.orders.wording import joined

USES: Mapping[Setting[str], Message] = {
    STOCK: msg("cards"), LABEL_STOCK: msg("address labels"), SHEET_STOCK: msg("contact sheets"),
}


def size_of(words: Words, size: tuple[float, float]) -> str:
    """“105 × 148.5 mm”."""
    return words("{width} × {height} mm", width=words.number(size[0]), height=words.number(size[1]))


def in_short(words: Words, stock: Stock) -> str:
    """“4 on a sheet · 105 × 148.5 mm each”."""
    if stock.places == 1:
        return size_of(words, stock.card)
    many = words.n("{n} on a sheet", "{n} on a sheet", stock.places)
    return joined(many, words("{size} each", size=size_of(words, stock.card)))


def facts(words: Words, stock: Stock) -> list[tuple[str, str]]:
    """What is known of a stock, name and value, for its card in the window."""
    found = [(words("On a roll") if stock.roll else words("Sheet"), size_of(words, stock.sheet))]
    if stock.places > 1:
        grid = words("{columns} across, {rows} down", columns=stock.columns, rows=stock.rows)
        found.append((words("Each card"), size_of(words, stock.card)))
        found.append((words("Places"), f"{stock.places} ({grid})"))
    if stock.left or stock.top:
        found.append((words("Margins"), words(
            "{left} mm left, {top} mm at the top", left=words.number(stock.left), top=words.number(stock.top)
        )))  # fmt: skip
    if stock.gap_x or stock.gap_y:
        found.append((words("Gaps"), words(
            "{across} mm across, {down} mm down", across=words.number(stock.gap_x), down=words.number(stock.gap_y)
        )))  # fmt: skip
    if stock.maker:
        found.append((words("Sold as"), f"{stock.maker} {', '.join(stock.codes)}".strip()))
    if stock.crop_marks:
        found.append((words("Cutting"), words("marks show where")))
    elif stock.labels and not stock.roll:
        found.append((words("Cutting"), words("not needed: cut by the maker")))
    return found


def grouped(words: Words, choices: Sequence[StockChoice]) -> list[tuple[str, str, list[StockChoice]]]:
    """The stocks under headings and makers: the shop's own first, labels maker by maker, rolls last."""
    groups: dict[tuple[str, str], list[StockChoice]] = {}
    for choice in sorted(choices, key=lambda one: _rank(one)):
        groups.setdefault(_heading(words, choice), []).append(choice)
    return [(heading, maker, found) for (heading, maker), found in groups.items()]


def answers(choice: StockChoice, text: str, words: Words) -> bool:
    """Whether every word that was typed is in a stock's title, maker, codes or sizes."""
    stock = choice.stock
    said = " ".join((
        *stock.title.values(), stock.maker, *stock.codes, in_short(words, stock), size_of(words, stock.sheet),
        *(f"{width:g}x{height:g}" for width, height in (stock.card, stock.sheet)),
    ))  # fmt: skip
    return all(fold(word) in fold(said) for word in text.split())


def uses_of(values: SettingValues, key: str) -> list[Setting[str]]:
    """For what the shop prints on this stock."""
    return [setting for setting in USES if values[setting] == key]


def _rank(choice: StockChoice) -> int:
    stock = choice.stock
    if choice.own:
        return 0
    if stock.roll:
        return 4
    return 3 if stock.labels else 2 if stock.places > 1 else 1


def _heading(words: Words, choice: StockChoice) -> tuple[str, str]:
    rank = _rank(choice)
    names = {
        0: words("Your own"), 1: words("Cards and sheets, one by one"), 2: words("Cards to cut from a sheet"),
        3: words("Labels and ready-cut cards"), 4: words("Rolls"),
    }  # fmt: skip
    return names[rank], choice.stock.maker if rank == 3 else ""
