"""Barcodes as shops type and scanners read them; a mistyped one is remarked upon, never refused."""

from __future__ import annotations

from desktop_app.domain.text import clean
from desktop_app.i18n import Message, msg

_TRADE = {8: "EAN-8", 12: "UPC-A", 13: "EAN-13"}  # numbers that end in a check digit (GS1 General Specifications 7.9)


def tidy_barcode(typed: str) -> str:
    """A barcode without the blanks and hyphens that are printed between its digits; other codes stay as typed."""
    text = clean(typed)
    bare = text.replace(" ", "").replace("-", "")
    return bare if bare.isascii() and bare.isdigit() else text


def check_digit(digits: str) -> str:
    """The digit that follows these in a trade number: weights 3 and 1 from the right (GS1)."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def barcode_remark(typed: str) -> Message | None:
    """What is odd about a barcode, as a sentence; None for a right trade number and for codes of another kind."""
    code = tidy_barcode(typed)
    if not (code.isascii() and code.isdigit() and len(code) in _TRADE):
        return None
    right = check_digit(code[:-1])
    if code[-1] == right:
        return None
    return msg(
        "A digit of this {kind} code is mistyped: it should end in {digit}. It is kept as you typed it.",
        kind=_TRADE[len(code)],
        digit=right,
    )
