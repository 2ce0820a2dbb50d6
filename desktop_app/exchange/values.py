"""Single cells of text: names, addresses, ids, phones, e-mails as records keep them; what is none is a BadValue."""

from __future__ import annotations

import re
import unicodedata
from typing import NoReturn

from desktop_app.domain.contact import without_directions
from desktop_app.domain.text import digits_of
from desktop_app.i18n import Message, msg

LONGEST = 1000  # letters of a name or one line of an address
LONGEST_NOTE = 32_767  # what a spreadsheet cell holds
LONGEST_NUMBER = 64
_MARKED = re.compile(r"'(?=[\d=+\-@'(\t\r])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SHORTENED = re.compile(r"-?\d+(?:[.,]\d+)?e\+?\d+", re.IGNORECASE | re.ASCII)
_SPAN = re.compile(r"PT\d+H\d\dM[\d.]+S", re.ASCII)  # an .ods took 555:01 for hours and minutes
_FLOAT = re.compile(r"(\d+)[.,]0", re.ASCII)
_EMAIL = re.compile(r"[^\s@,;:<>\"()\[\]\\]{1,64}@[^\s@,;:<>\"()\[\]\\]+\.[^\s@.,;:<>\"()\[\]\\]+")
_NUMBER = re.compile(r"[^\W_][\w #№./:()&+-]*|[#№][\w #№./:()&+-]+")
_CURRENCIES = {  # as programs of the countries that use them write it
    "РУБ": "RUB", "₽": "RUB", "RUR": "RUB", "РОССИЙСКИЙ РУБЛЬ": "RUB", "ТГ": "KZT", "ТЕНГЕ": "KZT", "₸": "KZT",
    "€": "EUR", "ЕВРО": "EUR", "EIRO": "EUR", "EURO": "EUR",
}  # fmt: skip
_FIVE_DIGITS = frozenset(
    ("US", "United States", "DE", "Germany", "FR", "France", "IT", "Italy", "ES", "EE", "LT", "FI")
)
_NOTHING = frozenset(("-", "--", "–", "—", "n/a", "na", "none", "null", "нет", "nav", "blank"))


class BadValue(Exception):
    """A cell that cannot be what its column says; the reader turns it into a Refusal with its place."""

    def __init__(self, value: str, column: str, reason: Message, *, row: int = 0) -> None:
        super().__init__(value)
        self.value = value
        self.column = column
        self.reason = reason
        self.row = row  # 0: the first row of the record


def unmarked(cell: str) -> str:
    """The cell without the one apostrophe by which programs mark text that looks like a number or a formula."""
    return cell[1:] if cell[:1] == "'" and _MARKED.match(cell) else cell


def is_nothing(cell: str) -> bool:
    """Whether a cell holds what people and programs write for nothing: -, n/a, нет…"""
    return len(cell) < 8 and cell.casefold() in _NOTHING


def line(cell: str, column: str) -> str:
    """A name or one line of an address: one line, composed letters, no controls."""
    if not cell:
        return ""
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell)
    if cell.isprintable() and len(cell) <= LONGEST and cell[0] not in " '" and cell[-1] != " " and "  " not in cell:
        return cell
    if not cell.isprintable():
        if "\n" in cell or "\r" in cell:
            cell = ", ".join(part.strip(" ,") for part in cell.splitlines() if part.strip(" ,"))
        cell = _CONTROL.sub("", cell)
    cell = " ".join(cell.split())
    if cell[:1] == "'":
        cell = unmarked(cell)
    if len(cell) > LONGEST:
        raise BadValue(cell, column, msg("This is longer than 1,000 letters. Shorten it in the file or in the shop."))
    return cell


def lines(cell: str, column: str) -> str:
    """A note: line breaks kept, no other controls."""
    if not cell:
        return ""
    text = "\n".join(part.rstrip() for part in _CONTROL.sub("", unmarked(cell)).splitlines()).strip()
    if len(text) > LONGEST_NOTE:
        raise BadValue(text, column, msg("This is longer than 32,767 letters. Shorten it in the file or in the shop."))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def with_single_blanks(cell: str) -> str:
    """A cell of several lines without empty ones and runs of blanks: what takes packed cells apart is slow on those."""
    return "\n".join(filter(None, (" ".join(part.split()) for part in cell.splitlines())))


def number(cell: str, column: str) -> str:
    """An order number, id or article code as text; a number that a spreadsheet has shortened is a BadValue."""
    if cell.isdigit() and len(cell) <= LONGEST_NUMBER:
        return cell
    text = unmarked(cell.strip())
    if not text or (text[0] == "#" and text[1:].isdigit() and len(text) <= LONGEST_NUMBER):
        return text
    if _SHORTENED.fullmatch(text):
        _lost_digits(text, column)
    whole = _FLOAT.fullmatch(text)
    if whole:
        return whole[1]
    if len(text) > LONGEST_NUMBER or ".." in text or not _NUMBER.fullmatch(text) or _SPAN.fullmatch(text):
        raise BadValue(text, column, msg("This cannot be an order number or id. Correct it in the file."))
    return unicodedata.normalize("NFC", text)


def code(cell: str, column: str) -> str:
    """An article code: any text of one line, but no number that a spreadsheet has shortened."""
    text = line(cell, column)
    if text[:1].isdigit() and _SHORTENED.fullmatch(text) and "+" in text:
        _lost_digits(text, column)
    return text


def phone(cell: str, column: str) -> str:
    """A phone number as typed; the first where several stand there; empty where a spreadsheet has shortened it."""
    if not cell:
        return ""
    text = line(cell, column).removeprefix("'")
    if text[:1] == "+" and text[1:].replace(" ", "").isdigit():
        return text
    if not text or is_nothing(text):
        return ""
    whole = _FLOAT.fullmatch(text)
    if whole:
        return whole[1]
    if is_shortened(text):
        return ""
    for separator in (":::", ";", ","):
        first, _, rest = text.partition(separator)
        if rest and len(digits_of(first)) >= 5 and len(digits_of(rest)) >= 5:
            return first.strip()
    return text


def is_shortened(cell: str) -> bool:
    """Whether a spreadsheet has turned a long number into 1,23E+11."""
    return ("e" in cell or "E" in cell) and _SHORTENED.fullmatch(cell.strip()) is not None


def has_lost_zero(postcode: str, country: str) -> bool:
    """Whether a spreadsheet has taken the 0 off a postcode that always has five digits."""
    return len(postcode) == 4 and country in _FIVE_DIGITS and postcode.isdigit()


def email(cell: str, column: str) -> str:
    """One e-mail address; two in a cell, or something else, is a BadValue."""
    text = without_directions(cell).strip()
    if not text or is_nothing(text):
        return ""
    text = text.removeprefix("mailto:").strip("<>'")
    if _EMAIL.fullmatch(text) and len(text) <= 254 and text.isprintable():
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if text.count("@") > 1:
        raise BadValue(
            text, column, msg("More than one e-mail address stands here. Leave the one the customer writes from.")
        )
    raise BadValue(text, column, msg("This is not an e-mail address. Correct it or leave the cell empty."))


def currency(cell: str, column: str) -> str:
    """A currency's ISO 4217 code in capitals, empty for an empty cell."""
    text = cell.strip().upper()
    text = _CURRENCIES.get(text.rstrip("."), text)
    if text and not (len(text) == 3 and text.isalpha() and text.isascii()):
        raise BadValue(text, column, msg("This is not a currency. Write its three letters, like EUR."))
    return text


def truth(cell: str) -> bool:
    """Whether a cell says yes, in English, Russian or Latvian."""
    return cell.strip().casefold() in (
        "1",
        "yes",
        "y",
        "true",
        "paid",
        "да",
        "истина",
        "оплачен",
        "оплачено",
        "jā",
        "ja",
        "apmaksāts",
        "x",
        "✓",
    )


def _lost_digits(text: str, column: str) -> NoReturn:
    raise BadValue(
        text,
        column,
        msg("A spreadsheet has shortened this number and its last digits are lost. Import the export as it comes."),
    )
