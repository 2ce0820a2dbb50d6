"""Money and quantities in every notation files use, as whole minor units; what is not an amount is a BadValue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NoReturn

from desktop_app.exchange.values import BadValue, currency, is_nothing
from desktop_app.i18n import msg

LARGEST = 10**13  # minor units; nothing a shop sells costs a hundred thousand million
_REMEMBERED = 20_000  # amounts repeat: most deliveries cost the same
MOST = 1_000_000  # pieces
_BLANKS = str.maketrans("", "", " \u00a0\u2009\u202f\u2007'’`")
_APART = re.compile(r"\d[ \u00a0\u2009\u202f\u2007'’`]+\d", re.ASCII)
_IN_THREES = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f\u2007'’`]\d{3})+(?!\d)(?![ \u00a0]\d)", re.ASCII)
_WHOLE = re.compile(r"(-?\d+)(?:[.,]0+)?", re.ASCII)
_LONGEST_WHOLE = 12  # signs
_NUMBER = re.compile(r"\d[\d.,]*|[.,]\d+", re.ASCII)
_SIGNS = "-−–"
_DASHES = "-−–—"
_CURRENCY = re.compile(  # what may stand before or after an amount: signs, codes, their words
    r"[€$£¥₽₴₸₺₹₩₪]|(?:US|AU|CA|NZ|HK|SG|MX|A|C|S|R)?\$|(?-i:[A-Z]{3})|руб(?:лей|ля|ль)?\.?|р\.?|₽|Ls|kr\.?|zł|Kč|тг\.?|грн\.?|eiro|евро",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b([A-Z]{3})\b")
_DOLLAR = re.compile(r"\b(US|AU|CA|NZ|HK|SG|MX|A|C|S|R) ?\$")
_DOLLARS = {
    "US": "USD", "AU": "AUD", "A": "AUD", "CA": "CAD", "C": "CAD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "S": "SGD",
    "MX": "MXN", "R": "BRL",
}  # fmt: skip
_SIGN_CODES = {
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "руб": "RUB",
    "₴": "UAH",
    "грн": "UAH",
    "₸": "KZT",
    "zł": "PLN",
    "Kč": "CZK",
    "₪": "ILS",
    "₹": "INR",
}
_THOUSANDS = {sign: re.compile(rf"[1-9]\d{{0,2}}(?:[{sign}]\d{{3}})+", re.ASCII) for sign in ".,"}


class Amounts:
    """Reads amounts as minor units of a currency with `places` decimals; `decimal` is the file's sign, "" unknown."""

    def __init__(self, places: int, decimal: str = "") -> None:
        self.places = places
        self.decimal = decimal
        self._known: dict[str, int] = {}

    def minor(self, cell: str, column: str) -> int | None:
        """An amount in minor units, None for an empty cell or a dash; raises BadValue."""
        if not cell:
            return None
        known = self._known.get(cell)
        if known is not None:
            return known
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        found = self._read(cell, column)
        if found is not None:
            self._known[cell] = found
        return found

    def _read(self, cell: str, column: str) -> int | None:
        if cell[-3:-2] == "." and self.places == 2:
            digits = cell[:-3] + cell[-2:]
            if digits.isdigit() and digits.isascii() and len(digits) < 14:
                return int(digits)
        text = cell.strip()
        if not text or is_nothing(text):
            return None
        number, negative = _bare(text, column)
        scaled = Decimal(_plain(number, text, column, self.places, self.decimal)).scaleb(self.places)
        minor = int(scaled.to_integral_value(ROUND_HALF_UP))
        if minor >= LARGEST:
            _bad(text, column)
        return -minor if negative else minor


def quantity(cell: str, column: str) -> int:
    """A number of pieces; an empty cell is one piece."""
    if cell.isdigit() and cell.isascii() and len(cell) < 7:
        return int(cell)
    text = cell.strip().replace("\u00a0", "")
    if not text:
        return 1
    whole = re.fullmatch(r"([+-]?\d{1,7})(?:[.,]0+)?", text, re.ASCII)
    if whole is not None and int(whole[1]) < 0:
        raise BadValue(
            text,
            column,
            msg(
                "Fewer than no pieces stand here. Goods that came back are a refund of their order: "
                "correct the number or remove the row."
            ),
        )
    if whole is None or int(whole[1]) > MOST:
        raise BadValue(text, column, msg("This is not a number of pieces. Correct it to a whole number."))
    return int(whole[1])


def whole(cell: str, column: str) -> int | None:
    """A whole number, None for an empty cell."""
    text = cell.strip()
    if not text:
        return None
    found = _WHOLE.fullmatch(text.replace("\u00a0", "").replace(" ", ""))
    if found is None or len(text) > _LONGEST_WHOLE:
        said = msg("This cannot be read as a number. Correct it in the file or leave the cell empty.")
        raise BadValue(text, column, said)
    return int(found[1])


def decimal_sign(cells: Iterable[str]) -> str:
    """The sign before cents that some amounts of a file prove, "" where none does or they disagree."""
    seen = {sign for cell in cells if (sign := _proven(cell))}
    return seen.pop() if len(seen) == 1 else ""


def currency_of(cell: str) -> str:
    """The currency an amount names itself, by code or by a sign that means one currency only; else empty."""
    code = _CODE.search(cell)
    if code:
        return currency(code[1], "")
    dollar = _DOLLAR.search(cell)
    if dollar:
        return _DOLLARS[dollar[1]]
    return next((name for sign, name in _SIGN_CODES.items() if sign in cell), "")


def _bare(text: str, column: str) -> tuple[str, bool]:
    """The digits with their separators, and whether the amount is negative."""
    text = text.removeprefix("'")
    if _APART.search(text) and not _IN_THREES.search(text):
        _bad(text, column)
    joined = text.translate(_BLANKS)
    found = _NUMBER.search(joined)
    if found is None:
        _bad(text, column)
    before, number, after = joined[: found.start()], found[0], joined[found.end() :]
    if number[-1] in ".,":  # 5,- has no cents, and nothing below zero
        after = after.lstrip(_DASHES)
    negative = False
    if before.startswith("(") and after.endswith(")"):
        before, after, negative = before[1:], after[:-1], True
    for sign in _SIGNS:
        if (before + after).count(sign):
            negative = True
            before, after = before.replace(sign, "", 1), after.replace(sign, "", 1)
            break
    if (before and not _CURRENCY.fullmatch(before.lstrip("+"))) and before != "+":
        _bad(text, column)
    if after and not _CURRENCY.fullmatch(after):
        _bad(text, column)
    return number, negative


def _plain(number: str, text: str, column: str, places: int, decimal: str) -> str:
    """The number with a point before its decimals and nothing between thousands."""
    number = number.rstrip(".,") if number[-1] in ".," else number
    sign = _last_sign(number, places, decimal)
    whole, fraction = number, ""
    if sign:
        whole, _, fraction = number.rpartition(sign)
    other = whole.replace(",", ".")
    if not fraction.isdigit() and fraction:
        _bad(text, column)
    if "." in other:
        between = "," if "," in whole else "."
        if not _THOUSANDS[between].fullmatch(whole) or between == sign:
            _bad(text, column)
        whole = whole.replace(between, "")
    return f"{whole or 0}.{fraction or 0}"


def _last_sign(number: str, places: int, decimal: str) -> str:
    """Which sign of a number stands before its decimals, "" when there are none."""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        last = "." if number.rfind(".") > number.rfind(",") else ","
        return last if number.count(last) == 1 else ""
    if points + commas != 1:
        return ""  # none, or several of one kind: thousands
    sign = "." if points else ","
    if _THOUSANDS[sign].fullmatch(number) is None:
        return sign
    return sign if sign == decimal or (places == 3 and not decimal and sign == ".") else ""


def _proven(cell: str) -> str:
    """The decimal sign that one amount proves."""
    found = _NUMBER.search(cell.translate(_BLANKS))
    number = found[0].rstrip(".,") if found else ""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        return "." if number.rfind(".") > number.rfind(",") else ","
    if points + commas != 1:
        return "" if points + commas == 0 else ("," if points else ".")
    sign = "." if points else ","
    return "" if _THOUSANDS[sign].fullmatch(number) else sign


def _bad(text: str, column: str) -> NoReturn:
    raise BadValue(text, column, msg("This is not an amount of money. Correct it to a form like 1234.50."))
