"""The articles WooCommerce's plugins pack into one cell."""

from __future__ import annotations

import pytest

from desktop_app.exchange.packed_articles import Packed, packed_amounts, packed_articles


@pytest.mark.parametrize(
    ("cell", "articles"),
    [
        ("name:Mug|product_id:3|sku:M-1|quantity:2|total:18.00|sub_total:20.00", [Packed("Mug", "M-1", "2", "18.00")]),
        ("name:Fig | scented: warm|sku:|quantity:1|total:9", [Packed("Fig | scented: warm", "", "1", "9")]),
        (
            "id:1|name:Mug; large|quantity:1|total:8.00;id:2|name:Bowl|quantity:4|total:12.00;",
            [Packed("Mug; large", "", "1", "8.00"), Packed("Bowl", "", "4", "12.00")],
        ),
        ('[{"name":"Mug","sku":"07","quantity":2,"total":"8.00"}]', [Packed("Mug", "07", "2", "8.00")]),
        ("product_id:4959|1|30|size: Medium", [Packed("product_id:4959", "", "1", "30")]),
        ("MUG-1|2|30.00|", [Packed("MUG-1", "MUG-1", "2", "30.00")]),
        ("sku:0033|2|30.00", [Packed("0033", "0033", "2", "30.00")]),
        ("", []),
    ],
)
def test_each_way_of_packing(cell: str, articles: list[Packed]) -> None:
    assert packed_articles(cell) == articles


@pytest.mark.parametrize("cell", ["Mug x 2", "[{broken", "[1, 2]", "quantity:2|total:3"])
def test_what_is_packed_in_no_known_way_is_not_guessed(cell: str) -> None:
    assert packed_articles(cell) is None


def test_what_was_given_back_is_told_once_for_each_refund() -> None:
    assert packed_amounts("amount:10.00|reason:Broken; twice|date:2026-10-28;amount:2.50|reason:") == ["10.00", "2.50"]
    assert packed_amounts('[{"amount":"8.00"}]') == ["8.00"]
    assert packed_amounts("") == []


@pytest.mark.parametrize("blank", [" ", "\n", "\t"])
def test_a_run_of_blanks_takes_no_longer_than_one(blank: str) -> None:
    assert packed_articles("MUG|2|30.00|" + blank * 30_000 + "B") == [Packed("MUG", "MUG", "2", "30.00")]
