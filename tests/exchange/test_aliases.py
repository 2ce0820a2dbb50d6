"""Addresses that marketplaces make up."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.exchange.aliases import alias_key
from tests.exchange.made import said, written


@pytest.mark.parametrize(
    ("address", "key"),
    [
        (" K1abc@marketplace.amazon.co.uk", "k1abc@marketplace.amazon.co.uk"),
        ("x@m.marketplace.amazon.com", "x@m.marketplace.amazon.com"),
        ("9x8y7z@members.ebay.de", "9x8y7z@members.ebay.de"),
        ("ann@amazon.com", ""),
        ("ann@marketplace.lv", ""),
        ("members.ebay.de@example.com", ""),
        ("", ""),
    ],
)
def test_which_addresses_are_made_up(address: str, key: str) -> None:
    assert alias_key(address) == key


@pytest.mark.parametrize("head", ["Order number,Date,Total,Email,Name\n1,2026-03-02,5.00,", "Name,Phone,Email\nAnn,1,"])
def test_no_table_takes_one_for_an_address_to_write_to(tmp_path: Path, head: str) -> None:
    names = ",Ann Reed\n" if "Total" in head else "\n"
    found = said(written(tmp_path, f"{head}k1@marketplace.amazon.de{names}"))
    [person] = found.people or [order.person for order in found.orders]
    assert (person.key, person.email) == ("k1@marketplace.amazon.de", "")
