"""What an order of the file says about its prices."""

from __future__ import annotations

from desktop_app.domain.mapping import PriceProof
from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.imports.price_words import price_words


def test_an_order_is_worked_out_both_ways_beside_its_total() -> None:
    proof = PriceProof("7", ((2, 1000), (1, 500)), 2900, 400, 0, 0, by_unit=12, by_line=0)
    assert price_words(Words(), proof) == [
        "Order 7 came to 29.00, delivery 4.00",
        "For one piece: 2 × 10.00 + 5.00 = 25.00",
        "For the whole line: 10.00 + 5.00 = 15.00",
        "Orders that fit: one piece 12, the whole line 0",
    ]


def test_where_no_total_tells_a_person_is_asked() -> None:
    proof = PriceProof("7", ((2, 1000),), 9900, 0, 0, 0, by_unit=0, by_line=0)
    assert price_words(Words(), proof)[-1] == "No order of the file tells by its total: say which it is."
    assert "20,00" in price_words(Words(Language.LV), proof)[1]
