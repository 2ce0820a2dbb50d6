"""The question what a price column holds, answered by an order of the file itself worked out both ways."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.mapping import PriceProof
from desktop_app.i18n import Words


def price_words(words: Words, proof: PriceProof) -> list[str]:
    """“One piece: 2 × 10 + 5 = 25”, “The whole line: 10 + 5 = 15”, “Order 7 came to 29, delivery 4”, who agrees."""
    unit = " + ".join(f"{pieces} × {_said(words, price)}" if pieces != 1 else _said(words, price)
                      for pieces, price in proof.lines)
    line = " + ".join(_said(words, price) for _, price in proof.lines)
    by_unit = sum(pieces * price for pieces, price in proof.lines)
    by_line = sum(price for _, price in proof.lines)
    came = [words("Order {number} came to {total}", number=proof.number, total=_said(words, proof.total))]
    parts = (
        (proof.shipping, words("delivery {amount}", amount=_said(words, proof.shipping))),
        (proof.tax, words("tax {amount}", amount=_said(words, proof.tax))),
        (proof.discount, words("discount {amount}", amount=_said(words, proof.discount))),
    )
    told = [
        ", ".join([*came, *(said for amount, said in parts if amount)]),
        words("For one piece: {sum} = {total}", sum=unit, total=_said(words, by_unit)),
        words("For the whole line: {sum} = {total}", sum=line, total=_said(words, by_line)),
    ]
    if proof.by_unit or proof.by_line:
        unit_n, line_n = words.count(proof.by_unit), words.count(proof.by_line)
        told.append(words("Orders that fit: one piece {unit}, the whole line {line}", unit=unit_n, line=line_n))
    else:
        told.append(words("No order of the file tells by its total: say which it is."))
    return told


def _said(words: Words, minor: int) -> str:
    return f"{Decimal(minor) / 100:.2f}".replace(".", words.decimal_sign)
