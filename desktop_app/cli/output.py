"""How the command line answers: one JSON object for machines, aligned text for people, a progress bar on a terminal."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, TextIO

from desktop_app.domain.money import Money
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, Words

if TYPE_CHECKING:
    from desktop_app.queries import Shop

Listed = tuple[list[dict[str, object]], list[Sequence[str]]]  # objects for machines, cells for people


@dataclass(frozen=True, slots=True)
class Context:
    """What every command is given: how to open the shop, the language, where to print and how.

    `location` is the shop's place as it may be shown; `reach(use)` calls `use` with the address itself.
    """

    words: Words
    json: bool
    open: Callable[..., Shop]  # (write: bool = True) -> Shop
    make: Callable[[str], Shop]  # a new shop in this file
    location: str
    reach: Callable[[Callable[[str], Any]], Any]
    actor: str
    out: TextIO
    err: TextIO

    def answer(self, data: Mapping[str, object], text: str) -> None:
        """The answer, as JSON or as text."""
        print(json.dumps(plain(data, self.words), ensure_ascii=False) if self.json else text, file=self.out)

    def money(self, money: Money | None) -> str:
        """An amount as people of the language write it; empty without one, and for machines, which get it as data."""
        if money is None or self.json:
            return ""
        return self.words.money(money.amount, money.currency) if money.currency else str(money.amount)

    def complain(self, sentence: str) -> None:
        """A sentence on standard error."""
        print(sentence, file=self.err)

    def progress(self) -> Callable[[int, int], bool] | None:
        """A progress bar for long work; none when standard error is no terminal."""
        return _bar(self.err) if self.err.isatty() else None


def answer_list(context: Context, kind: str, listed: Listed) -> int:
    """A list as the answer, under the name of its kind; returns the exit code."""
    objects, cells = listed
    context.answer({kind: objects}, table(cells) or context.words("Nothing to list."))
    return 0


def plain(value: object, words: Words) -> object:
    """A value as JSON has it: money and days as the contract writes them, records as objects, messages in words."""
    if isinstance(value, Message):
        return words.say(value)
    if isinstance(value, Money):
        return value.as_json()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return value.astimezone().isoformat()  # one without an offset is the shop's own time
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name), words) for item in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item, words) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item, words) for item in value]
    return value


_WIDEST = 40  # letters of a column, so that one long name does not push the others off the screen


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as columns of equal width, each value shortened to 40 letters; the last one is free."""
    if not rows:
        return ""
    rows = [[*(shorten(cell, _WIDEST) for cell in row[:-1]), row[-1]] for row in rows]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    )


def _bar(err: TextIO) -> Callable[[int, int], bool]:
    last = -1

    def show(done: int, total: int) -> bool:
        nonlocal last
        percent = min(100, done * 100 // total) if total else 0
        if percent != last:
            last = percent
            full = percent * 30 // 100
            err.write(f"\r[{'█' * full}{'·' * (30 - full)}] {percent:3d} %" + ("\n" if percent == 100 else ""))
            err.flush()
        return True

    return show
